"""What a place's general ways say to a person's answers, worked out a second time from the YAML.

Written from the meanings in the research README, without the package: a rule that drifts in
`derive/ways.py`, `derive/kinds.py` or in the page's script shows as a difference here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tests.recount import marks_way, way_status

Way = Mapping[str, Any]

CONVICTIONS = {"misdemeanor": "misdemeanor", "felony": "felony", "smaller": "violation"}
RECORDS = {
    "": {
        "non_conviction",
        "misdemeanor",
        "felony",
        "violation",
        "deferred",
        "juvenile",
        "pardoned",
    },
    "conviction": {"misdemeanor", "felony", "violation", "pardoned"},
    "arrest": {"non_conviction"},
    "deferred": {"deferred"},
    "juvenile": {"juvenile"},
}
COUNTED = {"sentence", "release", "conviction", "charge", "disposition"}
UNSURE = "The wait is not confirmed. Ask before you count on a year."


def kinds(record: str, serious: str) -> set[str]:
    """Return the kinds of record that two answers leave; "" is no answer."""
    others = set(CONVICTIONS.values()) - {CONVICTIONS[serious]} if serious else set()
    return RECORDS[record] - others


def has_no_end(sentence: str, kind: str) -> bool:
    """Return whether a sentence has no year of its end: it runs, or a conviction had none."""
    convictions = RECORDS["conviction"]
    return sentence == "unfinished" or (sentence == "none" and kind in convictions)


def told(
    way: Way, kind: str, built: date, ended: int | None, unfinished: bool, now: int
) -> tuple[str, str]:
    """Return how a way stands, and what is said of its years; the words are those of the page."""
    wait = way["wait"][kind]
    if way_status(way, built) == "not_yet":
        return "Ask about this", ""
    if "pardon" in way["remedies"]:
        return "Ask about this", ""
    if kind == "pardoned":
        return "Only after a pardon", ""
    if way["special"] or marks_way(way, f"reaches.{kind}"):
        return "Ask about this", ""
    alone = way["automatic"] == "yes"
    by_itself = "Happens by itself: check your record"
    known = wait["years"] is not None and wait["from"] in COUNTED and not way.get("age_floor")
    known = known and not wait.get("open_ended")
    if ended is None or unfinished or not known:
        return (by_itself if alone else "Ask about this"), ""
    first, last = (ended + math.ceil(wait[length]) for length in ("years", "longest"))
    said = []
    if last > first:
        said.append(f"From {first}, or as late as {last}, depending on the charge or case.")
    if marks_way(way, f"wait.{kind}", "wait.text", "status"):
        said.append(UNSURE)
    # Whoever has no wait at all may ask in the year itself; any other wait ends on an unknown day.
    if first > now or (first == now and wait["years"] > 0):
        return f"From {first}", " ".join(said)
    return (by_itself if alone else "May fit now"), " ".join(said)


def edges(place: Mapping[str, Any], now: int) -> Iterator[int]:
    """Yield the years of the end in which a wait is just over, is about to be, or is not yet."""
    for way in place["ways"]:
        for kind in way["reaches"]:
            for length in ("years", "longest"):
                if (years := way["wait"][kind][length]) is not None:
                    yield from (now - math.ceil(years) + beside for beside in (-1, 0, 1))
