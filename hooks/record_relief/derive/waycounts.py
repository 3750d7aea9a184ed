"""How many places have a general way for each kind of record, for the explainers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..source.place import Jurisdiction
from ..source.values import WayKind
from .kinds import KINDS
from .labels import label
from .ways import ForKind, WaysOf


@dataclass(frozen=True)
class KindCount:
    """What some places have for one kind of record."""

    kind: WayKind
    asked: int
    """How many places were looked at."""
    open: int
    """How many have a way in force that is no pardon and not only for special cases."""
    by_itself: int
    """How many have such a way that happens by itself, or a part of it."""
    pardon_only: int
    """How many have in force only a pardon, or ways for special cases."""

    @property
    def label(self) -> str:
        """The kind of record in plain words."""
        return label("reaches", self.kind)

    @property
    def nothing(self) -> int:
        """In how many nothing in force is known."""
        return self.asked - self.open - self.pardon_only


def way_counts(places: Sequence[Jurisdiction], day: date) -> list[KindCount]:
    """Return for each kind of record what some places have on a day."""
    ways = [WaysOf(place, day) for place in places]
    return [_count(kind, [found.for_kind(kind) for found in ways]) for kind in KINDS]


def _count(kind: WayKind, found: Sequence[ForKind]) -> KindCount:
    in_force = [[option for option in one.options if option.in_force] for one in found]
    plain = [
        [o for o in options if "pardon" not in o.way.remedies and not o.way.special]
        for options in in_force
    ]
    return KindCount(
        kind,
        len(found),
        sum(map(bool, plain)),
        sum(any(option.way.automatic != "no" for option in options) for options in plain),
        sum(bool(any_) and not good for any_, good in zip(in_force, plain, strict=True)),
    )
