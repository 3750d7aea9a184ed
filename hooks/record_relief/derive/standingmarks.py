"""The mark of what an answer rests on: the first letters of its word, and what it means.

A map's answers have one letter each: several letters are never taken for one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from .evidence import StandingKind
from .labels import N_


@dataclass(frozen=True)
class StandingMark:
    """How pages show what an answer rests on, the strongest first."""

    kind: StandingKind
    mark: str
    label: str
    text: str


MARKS = (
    StandingMark("words", "Wor", N_("words of the law"), N_("The law's own words say so.")),
    StandingMark(
        "silence",
        "Sil",
        N_("silence of the law"),
        N_("The law was read in full, and it says nothing about this."),
    ),
    StandingMark(
        "weaker",
        "Oth",
        N_("other words"),
        N_("It rests on a bill, an agency, or a court's opinion or page, not on the law itself."),
    ),
    StandingMark(
        "unconfirmed",
        "Not",
        N_("not confirmed"),
        N_("What we read does not show it for sure. Check it before you rely on it."),
    ),
)
STANDING_MARKS = {mark.kind: mark for mark in MARKS}


def in_language(
    marks: Mapping[str, str], say: Callable[[str], str]
) -> dict[StandingKind, StandingMark]:
    """Return the marks of a language, into which `say` translates; English's where it has none.

    Raises ValueError that names each mark that is not one of its own or begins no word.
    """
    if not marks:
        return STANDING_MARKS
    made = {kind: replace(mark, mark=marks.get(kind, "")) for kind, mark in STANDING_MARKS.items()}
    wrong = [f'there is no "{kind}"' for kind in marks if kind not in made]
    others = Counter(one.mark for one in made.values())
    for kind, one in made.items():
        begins = any(word.startswith(one.mark.lower()) for word in say(one.label).lower().split())
        if not one.mark or not begins or others[one.mark] > 1:
            wrong.append(f'"{kind}" has the mark "{one.mark}" for "{say(one.label)}"')
    if wrong:
        raise ValueError("rests_marks: " + "; ".join(wrong))
    return made


def counted(found: Iterable[StandingKind | None]) -> dict[StandingKind, int]:
    """Return how many answers rest on each kind, the strongest first; some rest on no law."""
    counts = Counter(found)
    return {kind: counts[kind] for kind in get_args(StandingKind)}
