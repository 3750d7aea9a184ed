"""The mark of what an answer rests on: a letter that begins its word, and what it means."""

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


def in_language(
    letters: Mapping[str, str], say: Callable[[str], str]
) -> dict[StandingKind, StandingMark]:
    """Return the marks with the letters of a language, into which `say` translates; else English's.

    Raises ValueError that names each letter that is not one of its own or begins no word.
    """
    if not letters:
        return STANDING_MARKS
    made = {
        kind: replace(mark, letter=letters.get(kind, "")) for kind, mark in STANDING_MARKS.items()
    }
    wrong = [f'there is no "{kind}"' for kind in letters if kind not in made]
    for kind, mark in made.items():
        begins = {word[0].upper() for word in say(mark.label).split()}
        others = [other.letter for other in made.values() if other is not mark]
        if mark.letter not in begins or mark.letter in others:
            wrong.append(f'"{kind}" has the letter "{mark.letter}" for "{say(mark.label)}"')
    if wrong:
        raise ValueError("rests_letters: " + "; ".join(wrong))
    return made


def counted(found: Iterable[StandingKind | None]) -> dict[StandingKind, int]:
    """Return how many answers rest on each kind, the strongest first; some rest on no law."""
    counts = Counter(found)
    return {kind: counts[kind] for kind in get_args(StandingKind)}
