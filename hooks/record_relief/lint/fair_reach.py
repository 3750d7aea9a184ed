"""A rule on background checks reaches no further in words than in law.

A sentence may be read alone: in a guide, a search or an answer. So one that nothing forbids the
question speaks of the state's law where a city has its own, and one that a landlord may not do
something says that it gives way for some where it does for owners who live there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.fair_chance import FairChance
from ..source.values import Checker
from .base import Context, Finding

_WORK: frozenset[Checker] = frozenset(("employer",))
_HOME: frozenset[Checker] = frozenset(("landlord",))

_SENTENCE = re.compile(r"(?<=[.;])\s+")
_FREE_TO_ASK = re.compile(
    r"\b(?:no (?:law|rule|section|text|words of law)|nothing (?:we )?read|the law does not"
    r"|the law sets no|the whole code found no)\b.*\b(?:ask|asking|question)\b",
    re.IGNORECASE,
)
_OF_THE_STATE = re.compile(r"\bstate\b", re.IGNORECASE)
_BARRED = re.compile(
    r"\blandlords?\b[^.;:]*\bmay (?:not|never)\b|\bno (?:landlord|one) may\b", re.IGNORECASE
)
_NOT_ALL = re.compile(
    r"\b(?:most|some|except\w*|exempt\w*|unless|leaves? out|left out|binds?)\b", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """Find texts that say more than the laws of the place."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if fair is None:
            continue
        for path, text, readers in _told(fair):
            where = ("jurisdictions", place.code, "fair_chance", *path)
            for message in (*_asks(fair, text, readers), *_bars(fair, text, readers)):
                yield Finding(where, message)


def _told(fair: FairChance) -> Iterator[tuple[tuple[str, ...], str, frozenset[Checker]]]:
    """Yield the texts that stand alone somewhere, by path, and of whom each speaks."""
    private, cleared = fair.employment.private, fair.employment.cleared_records
    yield ("employment", "private", "text"), private.text, _WORK
    yield ("employment", "cleared_records", "text"), cleared.text, _WORK | _HOME
    yield ("employment", "cleared_records", "renting"), cleared.renting or "", _HOME
    yield ("housing", "text"), fair.housing.text, _HOME
    if fair.survivors:
        yield ("survivors", "text"), fair.survivors.text, _WORK | _HOME
        yield ("survivors", "renting"), fair.survivors.renting or "", _HOME


def _asks(fair: FairChance, text: str, readers: frozenset[Checker]) -> Iterator[str]:
    """Yield what says of every law what holds for the state's alone."""
    cities = [
        law.name
        for law in fair.local
        if law.status != "ended"
        and (law.says_when or law.never)
        and ("landlord" if law.for_landlords else "employer") in readers
    ]
    for sentence in _SENTENCE.split(text) if cities else ():
        if _FREE_TO_ASK.search(sentence) and not _OF_THE_STATE.search(sentence):
            yield f"says of every law what holds for the state's; {cities[0]} has one: {sentence!r}"


def _bars(fair: FairChance, text: str, readers: frozenset[Checker]) -> Iterator[str]:
    """Yield what bars something for every landlord where the state's rule gives way for some."""
    own = [case.text for case in fair.exceptions if case.lives_there and case.local is None]
    if own and "landlord" in readers and _BARRED.search(text) and not _NOT_ALL.search(text):
        yield f"bars it for every landlord, but the rule gives way ({own[0]!r}); say so here, too"
