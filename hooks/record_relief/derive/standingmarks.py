"""The mark of what an answer rests on: a letter that begins its word, and what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from .evidence import StandingKind
from .labels import N_


@dataclass(frozen=True)
class StandingMark:
    """How pages show what an answer rests on, the strongest first."""

    kind: StandingKind
    letter: str
    label: str
    text: str


MARKS = (
    StandingMark("words", "W", N_("words of the law"), N_("The law's own words say so.")),
    StandingMark(
        "silence",
        "S",
        N_("silence of the law"),
        N_("The law was read in full, and it says nothing about this."),
    ),
    StandingMark(
        "weaker",
        "O",
        N_("other words"),
        N_("It rests on a bill, an agency, or a court's opinion or page, not on the law itself."),
    ),
    StandingMark(
        "unconfirmed",
        "N",
        N_("not confirmed"),
        N_("What we read does not show it for sure. Check it before you rely on it."),
    ),
)
STANDING_MARKS = {mark.kind: mark for mark in MARKS}


def counted(found: Iterable[StandingKind | None]) -> dict[StandingKind, int]:
    """Return how many answers rest on each kind, the strongest first; some rest on no law."""
    counts = Counter(found)
    return {kind: counts[kind] for kind in get_args(StandingKind)}
