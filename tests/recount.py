"""The answers of the comparison pages, worked out again straight from the YAML.

This repeats, in simple code and without the package, what `derive/` works out: a mistake there
shows as a difference here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from record_relief.derive.labels import LABELS

Place = dict[str, Any]
Answers = dict[str, dict[str, str]]

NO_LAW = "no_law"
NOT_COVERED = "not_covered"
# The fields in which each question reads a law.
LAW_FIELDS = {
    "trafficking": ("trafficking", "age"),
    "offenses": ("offenses.scope",),
    "remedies": ("remedies",),
    "proof": ("proof.standard",),
    "documents": ("documentation.rule",),
    "decision": ("decision.rule",),
    "timing": ("timing.wait", "timing.deadline", "timing.sentence_complete"),
    "cost": ("fee.rule",),
    "privacy": ("confidentiality.rule",),
    "records": ("records",),
}
# Those that decide the group of a place.
COVERAGE_FIELDS = ("age", "trafficking", "nexus.standard", "offenses.scope", "records")
# What an answer may rest on, the strongest first, and the texts whose words are the law's own.
STANDINGS = ("words", "silence", "weaker", "unconfirmed")
LAW_TEXTS = ("statute", "session_law", "regulation", "court_rule", "court_form")
CODED = ("offenses", "proof", "documents", "decision", "cost", "privacy")
RULES = {
    "private-employers": "employment.private",
    "public-employers": "employment.public",
    "cleared-records": "employment.cleared_records",
    "lookback": "employment.lookback",
    "housing": "housing",
}
# The words of the answers; coded values have theirs in derive/labels.py.
_CODED = {
    "coverage": "coverage",
    "private-employers": "hiring.rule",
    "public-employers": "hiring.rule",
    "cleared-records": "cleared.rule",
    "housing": "housing.rule",
    "medicaid-list": "exists",
} | {question: LAW_FIELDS[question][0] for question in CODED}
_OWN_WORDS = {
    "trafficking": {
        "both": "Both sex and labor trafficking",
        "sex": "Sex trafficking only",
        "labor": "Labor trafficking only",
        "no_proof": "Open to all: no proof of trafficking needed",
    },
    "remedies": {
        "cancel_and_clear": "Cancels the conviction and clears the record",
        "cancel": "Cancels the conviction only",
        "remove": "Removes (expunges) the record",
        "hide": "Hides (seals) the record",
        "other": "Another remedy",
    },
    "timing": {
        "no_limit": "No wait and no deadline",
        "no_wait": "No wait; deadline not stated",
        "deadline": "No wait, but do not delay",
        "wait": "There is a waiting time or a fixed deadline",
        "unspecified": "Not stated",
    },
    "records": {
        "both": "Both arrests (or charges) and juvenile cases",
        "arrests": "Arrests or charges, not juvenile cases",
        "juvenile": "Juvenile cases, not arrests",
        "convictions": "Convictions only",
    },
    "first-law": {"unknown": "Year not confirmed"},
    "lookback": {"none": "No state limit found"},
}


@cache
def evidence(code: str) -> dict[str, Any]:
    """Return the file of evidence of a place as the YAML says."""
    folder = Path(__file__).resolve().parents[1] / "data/evidence"
    text = (folder / f"{code.lower()}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def label(question: str, key: str) -> str:
    """Return the words for an answer."""
    if key == NO_LAW:
        return "No law for survivors found"
    if key == NOT_COVERED:
        return "Not part of this comparison"
    if question in _CODED:
        return LABELS[_CODED[question]][key]
    if key in _OWN_WORDS[question]:
        return _OWN_WORDS[question][key]
    if question == "lookback":
        return f"{key} years"
    first, _, last = key.partition("-")
    return first if first == last else f"{first} to {last}"


def read(part: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path such as "proof.standard"."""
    for step in path.split("."):
        part = part[step]
    return part


def coverage(laws: Sequence[Mapping[str, Any]]) -> str:
    """Work out the coverage that some laws amount to."""
    adult = [law for law in laws if law["age"] == "any"]
    for survivors in adult:
        if (
            survivors["nexus"]["standard"] != "not_required"
            and len(survivors["trafficking"]) == 2
            and survivors["offenses"]["scope"] in ("any", "any_with_exclusions", "nonviolent")
            and "conviction" in survivors["records"]
        ):
            return "full"
    if any(law["nexus"]["standard"] != "not_required" for law in adult):
        return "partial"
    if adult:
        return "open"
    return "minors_only" if laws else "none"


def deciding_law(place: Place) -> dict[str, Any] | None:
    """Return the law that a place's group rests on."""
    laws: list[dict[str, Any]] = place["relief"]
    group = coverage(laws)
    alone = (law for law in laws if coverage([law]) == group)
    return next(alone, None)


def rests_on(code: str, law: Mapping[str, Any], path: str) -> str:
    """Return what a field of a law rests on."""
    proof = evidence(code)
    found = proof["laws"].get(law["id"], {"proof": {}})["proof"].get(path, [])
    if not found or {path, path.partition(".")[0]} & set(law["unconfirmed"]):
        return "unconfirmed"
    kinds = {text["id"]: text["kind"] for text in proof["texts"]}
    own = [item for item in found if kinds[item["text"]] in LAW_TEXTS]
    return "words" if any("words" in item for item in own) else "silence" if own else "weaker"


def answering_laws(place: Place, question: str) -> list[dict[str, Any]]:
    """Return the laws that a place's answer is made of."""
    if question == "records":
        return list(place["relief"])
    law = deciding_law(place) if question == "coverage" else main_law(place)
    return [law] if law else []


def rests(place: Place, question: str) -> str:
    """Return what a place's answer rests on, by its weakest value; "" where no law gives it."""
    fields = COVERAGE_FIELDS if question == "coverage" else LAW_FIELDS.get(question, ())
    laws = answering_laws(place, question)
    found = {rests_on(place["code"], law, path) for law in laws for path in fields}
    return max(found, key=STANDINGS.index, default="")


def main_law(place: Place) -> dict[str, Any] | None:
    """Return the law that answers: the first for adults that clears convictions, else the first."""

    def rank(law: Mapping[str, Any]) -> int:
        clears = "conviction" in law["records"] and set(law["remedies"]) - {"resentence", "pardon"}
        return 2 if law["age"] != "any" else 0 if clears else 1

    return min(place["relief"], key=rank, default=None)


def _coded(question: str, law: Mapping[str, Any]) -> str:
    return str(read(law, LAW_FIELDS[question][0]))


def _trafficking(law: Mapping[str, Any]) -> str:
    if law["nexus"]["standard"] == "not_required":
        return "no_proof"
    return "both" if set(law["trafficking"]) == {"sex", "labor"} else "".join(law["trafficking"])


def _remedies(law: Mapping[str, Any]) -> str:
    found = set(law["remedies"])
    cancel = not found.isdisjoint({"vacate", "set_aside", "dismiss"})
    remove = not found.isdisjoint({"expunge", "destroy"})
    hide = not found.isdisjoint({"seal", "nondisclosure"})
    if cancel:
        return "cancel_and_clear" if remove or hide else "cancel"
    return "remove" if remove else "hide" if hide else "other"


def _timing(law: Mapping[str, Any]) -> str:
    return {
        ("none", "none"): "no_limit",
        ("none", "unspecified"): "no_wait",
        ("none", "due_diligence"): "deadline",
    }.get(
        (law["timing"]["wait"], law["timing"]["deadline"]),
        "wait"
        if law["timing"]["wait"] == "required" or law["timing"]["deadline"] == "fixed"
        else "unspecified",
    )


def _records(place: Place) -> str:
    found = {record for law in place["relief"] for record in law["records"]}
    arrests = not found.isdisjoint({"arrest", "charge"})
    juvenile = "juvenile_adjudication" in found
    if arrests:
        return "both" if juvenile else "arrests"
    return "juvenile" if juvenile else "convictions"


def first_year(place: Place) -> int:
    """Return the year of a place's first law, or 0 where no law has one."""
    acts = [law["enacted"] for law in place["relief"] if law["enacted"]]
    return min((act["year"] for act in acts if act["year"]), default=0)


def _first_law(places: Sequence[Place]) -> Callable[[Place], str]:
    years = sorted({first_year(place) for place in places} - {0})
    span = -(-(years[-1] - years[0] + 1) // 4)

    def answer(place: Place) -> str:
        year = first_year(place)
        if not year:
            return "unknown"
        start = year - (year - years[0]) % span
        return f"{start}-{min(start + span - 1, years[-1])}"

    return answer


def answers(places: Sequence[Place]) -> Answers:
    """Return each question's answer for each place: question -> code -> key."""
    of_law: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "trafficking": _trafficking,
        "remedies": _remedies,
        "timing": _timing,
    }
    of_place = {"records": _records, "first-law": _first_law(places)}
    found: Answers = {"coverage": {p["code"]: coverage(p["relief"]) for p in places}}
    for question in (*LAW_FIELDS, "first-law"):
        found[question] = {}
        for place in places:
            law = main_law(place)
            if not law:
                key = NO_LAW
            elif question in of_place:
                key = of_place[question](place)
            else:
                key = of_law[question](law) if question in of_law else _coded(question, law)
            found[question][place["code"]] = key
    for question, path in RULES.items():
        found[question] = {}
        for place in places:
            rules = place.get("fair_chance")
            rule = read(rules, path) if rules else {"rule": NOT_COVERED}
            key = rule["rule"] if "rule" in rule else str(rule["years"] or "none")
            found[question][place["code"]] = key
    found["medicaid-list"] = {
        place["code"]: (place.get("medicaid_list") or {"exists": NOT_COVERED})["exists"]
        for place in places
    }
    return found


def marked(places: Sequence[Place], question: str) -> set[str]:
    """Return the codes of the places whose answer has a part that is not confirmed."""
    return {place["code"] for place in places if _is_marked(place, question)}


def _is_marked(place: Place, question: str) -> bool:
    if question in LAW_FIELDS or question == "coverage":
        paths = COVERAGE_FIELDS if question == "coverage" else LAW_FIELDS[question]
        fields = {name for path in paths for name in (path, path.split(".")[0])}
        return any(fields & set(law["unconfirmed"]) for law in answering_laws(place, question))
    if question == "first-law":
        year = first_year(place)
        laws = [
            law
            for law in place["relief"]
            if year and law["enacted"] and law["enacted"]["year"] == year
        ]
        return bool(laws) and all("enacted" in law["unconfirmed"] for law in laws)
    if question == "medicaid-list":
        return not (place.get("medicaid_list") or {"confirmed": True})["confirmed"]
    if question in RULES and place.get("fair_chance"):
        path = RULES[question]
        own = {f"{path}.rule", f"{path}.years"}
        holders = {path, path.partition(".")[0]}  # a question about them leaves the value alone
        return any(
            mark["field"] in own or (mark["field"] in holders and not mark["about"])
            for mark in place["fair_chance"]["unconfirmed"]
        )
    return False
