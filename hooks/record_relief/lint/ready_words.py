"""Ready words of a notice are for one of its parts, and what they leave room for is known.

What a letter says of the factors to the person stands beside each of them. A part that speaks of
whoever writes the letter, or of its reader, as of a third one needs words: a letter without them
would say the part as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..source.fair_chance import FairChance
from ..source.fair_duties import Duty, Notice
from ..source.problems import Path
from .base import Context, Finding

# "the landlord's policy", "where the person sent something in", "if there is one".
_FROM_OUTSIDE = re.compile(r"\b(employers?|landlords?|the person|if)\b", re.IGNORECASE)
_LETTERS = ("first", "final")


def check(context: Context) -> Iterator[Finding]:
    """Find ready words for no part, twice for one, and room for what no factor or time fills."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        for index, factors in enumerate(fair.factors if fair else ()):
            if factors.to_person and len(factors.to_person) != len(factors.weigh):
                at: Path = ("jurisdictions", place.code, "fair_chance", "factors", index)
                yield Finding((*at, "to_person"), "needs one item for each of weigh")
        for index, notice in enumerate(fair.notices if fair else ()):
            base: Path = ("jurisdictions", place.code, "fair_chance", "notices", index, "words")
            yield from _of_notice(place.fair_chance, notice, base)


def _of_notice(fair: FairChance | None, notice: Notice, base: Path) -> Iterator[Finding]:
    parts: set[int] = set()
    for number, words in enumerate(notice.words):
        if words.part > len(notice.must):
            yield Finding((*base, number), f"is for part {words.part}; must has fewer")
        if words.part in parts:
            yield Finding((*base, number), f"is for part {words.part}, which has words already")
        parts.add(words.part)
        told = [factors for factors in fair.factors if factors.to_person] if fair else []
        if "{factors}" in words.say and not _own(told, notice):
            yield Finding((*base, number), "names {factors}; the same law has none to_person")
        office = fair.complain if fair else None
        if "{deadline}" in words.say and not (office and office.deadline_for(notice.who)):
            yield Finding((*base, number), "names {deadline}; the place has no time to complain")
        waits = [time for time in fair.times if time.purpose in ("answer", "wait")] if fair else []
        if "{wait}" in words.say and not _own(waits, notice):
            yield Finding((*base, number), "names {wait}; the same law has no days to answer")

    if notice.stage in _LETTERS:
        for part, said in enumerate(notice.must, 1):
            if part not in parts and (found := _FROM_OUTSIDE.search(said)):
                message = f'says "{found[0]}" in a letter; give ready words for part {part}'
                yield Finding((*base[:-1], "must", part - 1), message)
    if (notice.who, notice.stage) == ("landlord", "application"):
        for part in sorted(set(range(1, len(notice.must) + 1)) - parts):
            # Standards would print it as a box to tick, with no room to write what it asks for.
            yield Finding(base, f"has nothing for part {part}, which written standards tell")


def _own(entries: Sequence[Duty], notice: Notice) -> bool:
    return any((entry.who, entry.local) == (notice.who, notice.local) for entry in entries)
