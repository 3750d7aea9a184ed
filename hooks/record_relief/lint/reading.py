"""How hard a text is to read, and which texts a survivor reads.

The grade is Flesch-Kincaid's (Kincaid et al. 1975), as textstat 0.7.4 computes it from data it
ships. Statute names and citations are left out first: a reader skips them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from ..source.fields import fields
from ..source.kept import Kept
from ..source.law import Law
from ..source.place import Jurisdiction
from ..source.problems import Path

_CITATIONS = re.compile(
    r"\([^()]*\d[^()]*\)"  # (Public Act 21-32), (L. 2010, ch. 332)
    r"|\b(?:[A-Z][\w.]*\.? ){0,4}§+ ?[\w.()\-:–, ]*\d[\w.()\-–]*"  # N.Y. Crim. Proc. Law § 440.10
    r"|\b(?:section|sections|article|chapter|rule)s? \d[\w.()\-]*"
)
# The parts of a law that explain themselves in words.
_TEXTS = [path.partition(".")[0] for path, *_ in fields(Law) if path.endswith(".text")]
_BREAK = re.compile(r"[;:]\s")


def survivor_texts(place: Jurisdiction) -> Iterator[tuple[Path, str]]:
    """Yield every text of a place that is written for a survivor, with its path in the entry."""
    yield ("summary",), place.summary
    for index, caution in enumerate(place.cautions):
        yield ("cautions", index), caution
    for index, law in enumerate(place.relief):
        base: Path = ("relief", index)
        yield (*base, "offenses", "covered"), law.offenses.covered
        for part in _TEXTS:
            text = getattr(law, part).text
            if text:
                yield (*base, part, "text"), text
        yield (*base, "effect"), law.effect
        yield (*base, "steps"), " ".join(step.rstrip(".") + "." for step in law.steps)
    if place.ways_summary:
        yield ("ways_summary",), place.ways_summary
    for index, way in enumerate(place.ways):
        base = ("ways", index)
        yield (*base, "wait", "text"), way.wait.text
        if way.needs:
            yield (*base, "needs"), way.needs
        for part, text in (("limit", way.limit.text), ("fee", way.fee.text)):
            if text:
                yield (*base, part, "text"), text
        yield (*base, "effect"), way.effect
        if way.steps:
            yield (*base, "steps"), " ".join(step.rstrip(".") + "." for step in way.steps)
        for number, change in enumerate(way.next):
            yield (*base, "next", number, "text"), change.text
    for index, other in enumerate(place.other_relief):
        yield ("other_relief", index, "text"), other.text
    if place.own_record.how:
        yield ("own_record", "how"), place.own_record.how
    for index, entry in enumerate(place.help):
        if entry.text:
            yield ("help", index, "text"), entry.text
        for number, news in enumerate(entry.news):
            yield ("help", index, "news", number, "text"), news.text


# The grades of texts.
kept: Kept[str, float] = Kept()


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text (US school years)."""
    return kept.made(text, partial(_grade, text))


@cache
def _grade(text: str) -> float:
    import textstat  # slow to import; only a check needs it

    plain = _BREAK.sub(". ", _CITATIONS.sub("", text)).strip()
    return float(textstat.flesch_kincaid_grade(plain)) if plain else 0.0
