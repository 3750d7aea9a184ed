"""What a law's coded values exclude, worked out a second time straight from the YAML.

Written from the meanings in the research README, without the package: a rule that drifts in
`derive/fit.py` or in the page's script shows as a difference here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

Answers = dict[str, str]

CHOICES = {
    "record": ("conviction", "arrest", "deferred", "juvenile"),
    "link": ("yes", "no"),
    "age": ("minor", "adult"),
    "trafficking": ("sex", "labor", "both"),
    "offense": ("prostitution", "other", "violent"),
    "sentence": ("finished", "unfinished", "none"),
}
# The links that who was not trafficked has not; who was forced may not call it trafficking, and
# "unspecified" asks for none that is known.
LINKS = {
    "direct_result",
    "as_a_result",
    "during_trafficking",
    "other",
}
WORDS = {
    "conviction": {"conviction"},
    "arrest": {"arrest", "charge"},
    "juvenile": {"juvenile_adjudication"},
}


def every_answer() -> Iterator[Answers]:
    """Yield every combination of answers, questions left out included."""
    for chosen in itertools.product(*(("", *keys) for keys in CHOICES.values())):
        yield {ask: key for ask, key in zip(CHOICES, chosen, strict=True) if key}


def excluded(law: Mapping[str, Any], answers: Answers) -> bool:
    """Return whether a coded value of the law rules the answers out."""
    record = answers.get("record", "")
    no_link_needed = law["nexus"]["standard"] == "not_required"
    kinds = {"both": {"sex", "labor"}}.get(
        answers.get("trafficking", ""), {answers.get("trafficking", "sex")}
    )
    scope, offense = law["offenses"]["scope"], answers.get("offense")
    rules_out = {
        "records": bool(record and record != "deferred")
        and not WORDS.get(record, set()) & may(law),
        "deferred": record == "deferred" and law["deferred"] == "no",
        "nexus.standard": answers.get("link") == "no" and law["nexus"]["standard"] in LINKS,
        "age": law["age"] == "minor_only" and answers.get("age") == "adult",
        "trafficking": "trafficking" in answers
        and not no_link_needed
        and not kinds & set(law["trafficking"]),
        "offenses.scope": (scope == "nonviolent" and offense == "violent")
        or (scope == "prostitution_only" and offense in ("other", "violent")),
        "timing.sentence_complete": law["timing"]["sentence_complete"] == "yes"
        and answers.get("sentence") == "unfinished",
        "remedies": set(law["remedies"]) == {"resentence"} and answers.get("sentence") == "none",
    }
    # What no source shows rules nobody out.
    open_ = set(law["unconfirmed"])
    return any(
        out and not {field, field.partition(".")[0]} & open_ for field, out in rules_out.items()
    )


def may(law: Mapping[str, Any]) -> set[str]:
    """Return the kinds of record that a law reaches, or of which that is open."""
    kinds = {kind for words in WORDS.values() for kind in words}
    left_open = {kind for kind in kinds if f"records.{kind}" in law["unconfirmed"]}
    return {*law["records"], *left_open}


def offered(place: Mapping[str, Any], answers: Answers) -> list[str]:
    """Return the titles of the laws of a place that may help."""
    return [law["title"] for law in place["relief"] if not excluded(law, answers)]
