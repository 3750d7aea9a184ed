"""What is coming: every day still ahead on which a law, a way or a rule changes.

A page says both rules with the day, so that it is true whenever it was built. Only a confirmed day
changes anything by itself (`ways.state_on`); any other "is reported to".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from ..source.fair_chance import FairChance
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from ..source.rule_change import Changing
from ..source.ways import Way, WaysChange
from .places import by_name
from .rules import PART_NAMES

Sort = Literal["law", "next", "starts", "done_by", "act", "rule"]


@dataclass(frozen=True)
class Dated:
    """A change on a day.

    `kind`: law = a survivors' law takes effect; next = a change that the data tells in words;
    starts = a general way begins; done_by = the work of an automatic way must be done by that day;
    act = an act takes effect; rule = a rule on background checks changes, or an act on them takes
    effect.
    """

    day: date
    kind: Sort
    name: str
    """Of what changes: the law's title, the way's name, the act, or whose rule it is."""
    text: str
    confirmed: bool
    way: str | None = None
    """The id of the way that changes, if it is one."""
    act: str | None = None
    """The act behind it, where the data names it."""

    def ahead(self, day: date) -> bool:
        """Return whether it is still to come on a day; on the day itself it is there."""
        return self.day > day


@dataclass(frozen=True)
class Coming(Dated):
    """A change on a day in a place."""

    place: Jurisdiction = field(kw_only=True)


def of_place(place: Jurisdiction) -> list[Coming]:
    """Return the dated changes of a place, past ones too, the first day first."""
    found = [
        *_laws(place),
        *of_ways(place.ways, place.ways_changes),
        *_of_rules(place.fair_chance),
    ]
    dated = [Coming(**vars(entry), place=place) for entry in found]
    return sorted(dated, key=lambda entry: (entry.day, entry.name))


def of_ways(ways: Sequence[Way], changes: Sequence[WaysChange]) -> list[Dated]:
    """Return the dated changes of some general ways, and of acts that none of them tells."""
    found = [entry for way in ways for entry in _of_way(way)]
    told = {entry.day: entry for entry in found}
    for change in changes:
        if change.effective is None or change.kind != "law":
            continue
        entry = told.get(change.effective)
        if entry is None:
            found.append(_act(change, change.effective))
        else:
            found[found.index(entry)] = replace(entry, act=change.named)
    return found


def ahead(places: Sequence[Jurisdiction], day: date) -> list[Coming]:
    """Return what is still to come on a day, the nearest first, of one day by place."""
    found = [entry for place in by_name(places) for entry in of_place(place) if entry.ahead(day)]
    return sorted(found, key=lambda entry: entry.day)


def _laws(place: Jurisdiction) -> Iterator[Dated]:
    for law in place.relief:
        if law.effective:
            sure = "effective" not in law.unconfirmed
            yield Dated(law.effective, "law", law.title, law.citation, sure)


def _of_way(way: Way) -> Iterator[Dated]:
    told = {change.day for change in way.next}
    for change in way.next:
        yield Dated(change.day, "next", way.name, change.text, change.confirmed, way.id)
    if way.status == "not_yet" and way.effective and way.effective not in told:
        sure = not any(way.is_marked(field) for field in ("status", "effective"))
        yield Dated(way.effective, "starts", way.name, way.wait.text, sure, way.id)
    if way.until and way.until not in told:
        sure = not any(way.is_marked(field) for field in ("status", "until"))
        yield Dated(way.until, "done_by", way.name, way.wait.text, sure, way.id)


def of_rules(
    changes: Iterable[tuple[str, date, str, bool]], acts: Iterable[tuple[date, str, str]]
) -> list[Dated]:
    """Return the dated changes of rules on background checks, and acts that none of them tells.

    A change is whose rule it is, its day, its words and whether it is confirmed; an act is its day,
    its name and what it did. As for the ways, an act was told, not read: it is reported.
    """
    found = [Dated(day, "rule", name, text, sure) for name, day, text, sure in changes]
    told = {entry.day for entry in found}
    found += [
        Dated(day, "rule", act, what, confirmed=False) for day, act, what in acts if day not in told
    ]
    return found


def _of_rules(fair: FairChance | None) -> list[Dated]:
    if fair is None:
        return []
    return of_rules(
        (
            (name_of_rule(path, rule), change.day, change.text, change.confirmed)
            for path, rule in fair.changing()
            for change in rule.next
        ),
        (
            (change.effective, change.named, change.what)
            for change in fair.changes
            if change.kind == "law" and change.effective
        ),
    )


def name_of_rule(path: str, rule: Changing) -> str:
    """Return whose rule it is that stands at a path of fair_chance, or which law of a city."""
    return named(rule.name, rule.law) if isinstance(rule, LocalLaw) else PART_NAMES[path]


def named(where: str, law: str) -> str:
    """Return the name of a law of a city or county with whose law it is, as it stands alone."""
    return law if where in law else f"{where}, {law}"


def _act(change: WaysChange, day: date) -> Dated:
    """An act that no way tells of. It was told, not read as law in force: it is reported."""
    return Dated(day, "act", change.named, change.what, confirmed=False)
