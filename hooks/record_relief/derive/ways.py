"""The general ways of a place: for each kind of record the soonest, and what is known of the rest.

What a page, a tool or a sheet says of the ways is worked out here, from the coded values and their
marks. Nothing is counted from a clock that can't be counted (see `waits`), and a value that is not
confirmed says so wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from ..source.place import Jurisdiction
from ..source.values import WayKind, WayStatus
from ..source.ways import Wait, Way
from . import labels as words
from .kinds import KINDS
from .waits import Duration, Span, duration, years_to_add
from .wording import first_sentence

# A way that nobody can count on: it is named after the others, whatever its wait.
_BY_GRACE = "pardon"
# The age from which a reader is taken to be grown up; an age up to it is no wait for them.
_GROWN = 18

# How many of the ways a printed sheet names.
_ON_A_SHEET = 3

Nothing = Literal["none", "unknown"]
Otherwise = Literal["pardon", "itself", "ask"]


@dataclass(frozen=True)
class State:
    """How a way stands on a day: its status, its last day, and whether a change is overdue."""

    status: WayStatus
    until: date | None
    overdue: date | None = None
    """A day that has passed on which a change was only reported to come: it "was to"; ask."""


def state_on(way: Way, day: date) -> State:
    """Return how a way stands on a day.

    A confirmed change leads from its day on. One that is only reported changes nothing; once its
    day has passed, a page says that it was to come on that day.
    """
    state = State(way.status, way.until)
    for change in sorted(way.next, key=lambda change: change.day):
        if change.day > day:
            break
        if not change.confirmed:
            state = replace(state, overdue=change.day)
        elif change.set:
            given = change.set.model_fields_set
            state = replace(
                state,
                status=change.set.status or state.status,
                until=change.set.until if "until" in given else state.until,
            )
    if state.status == "not_yet" and way.effective and way.effective <= day:
        sure = not any(way.is_marked(field) for field in ("status", "effective"))
        if not sure:
            state = replace(state, overdue=state.overdue or way.effective)
        elif not any(change.day == way.effective for change in way.next):
            state = replace(state, status="in_force")
    return state


@dataclass(frozen=True)
class Option:
    """A way for one kind of record, as it stands on a day."""

    way: Way
    kind: WayKind
    state: State

    @property
    def wait(self) -> Wait:
        """The wait for this kind of record."""
        found = self.way.wait.of(self.kind)
        if found is None:
            raise LookupError(f"{self.way.id} has no wait for {self.kind}")
        return found

    @property
    def in_force(self) -> bool:
        """Whether the way can be used, or its work is under way."""
        return self.state.status != "not_yet"

    @property
    def shortest(self) -> Duration | None:
        """The shortest wait as people say it; None where no number is known or it is an age."""
        return self._said(self.wait.years)

    @property
    def longest(self) -> Duration | None:
        """The longest wait, where it differs from the shortest."""
        return self._said(self.wait.longest) if self.wait.longest != self.wait.years else None

    def _said(self, years: float | None) -> Duration | None:
        return None if years is None or self.wait.start == "age" else duration(years)

    @property
    def counted_by(self) -> str:
        """The day from which a clock of its own counts, or by which to ask; "" where none is told.

        Its row says it: that "the rule" names a day would hide it, or promise what it may not have.
        """
        known = self.wait.start == "other" and self.wait.years is not None
        return self.wait.by if known else ""

    @property
    def age(self) -> int | None:
        """The age from which it can be used: what the clock is, or what must be reached besides."""
        if self.wait.start == "age" and self.wait.years is not None:
            return int(max(self.wait.years, self.way.age_floor or 0))
        return self.way.age_floor

    @property
    def sure(self) -> bool:
        """Whether the wait and the status are both confirmed."""
        return not any(
            self.way.is_marked(path) for path in (f"wait.{self.kind}", "wait.text", "status")
        )

    @property
    def reach_is_sure(self) -> bool:
        """Whether it is confirmed that the way reaches this kind of record."""
        return not self.way.is_marked(f"reaches.{self.kind}")

    @property
    def open_point(self) -> str:
        """The one point of the wait that is open, in words; "" where all or nothing is."""
        found = self.way.marks
        return found.get(f"wait.{self.kind}") or found.get("wait") or ""

    @property
    def is_pardon(self) -> bool:
        """Whether the way is a pardon itself."""
        return _BY_GRACE in self.way.remedies

    @property
    def only_after_pardon(self) -> bool:
        """Whether the way is a pardon, or needs one."""
        return self.is_pardon or self.kind == "pardoned"

    @property
    def remedies(self) -> list[str]:
        """What happens to the record, in plain words."""
        return words.labels("remedies", self.way.remedies)

    @property
    def follows(self) -> list[str]:
        """What follows a pardon that was given, in plain words; [] where the way is no pardon.

        Said for a conviction that was pardoned: how to get the pardon stands with the others.
        """
        if self.kind != "pardoned" or not self.is_pardon:
            return []
        after = [remedy for remedy in self.way.remedies if remedy != _BY_GRACE]
        return words.labels("remedies", after)

    @property
    def cost(self) -> str:
        """What the way costs, in plain words."""
        return words.label("fee.rule", self.way.fee.rule)

    @property
    def limit(self) -> str:
        """How often it can be used, in plain words; "" where no limit is known."""
        rule = self.way.limit.rule
        return words.label("limit.rule", rule) if rule in ("once", "number") else ""

    @property
    def tells_left_out(self) -> bool:
        """Whether the page of the way has a part on what it leaves out."""
        return bool(self.way.excluded) or not self.way.excluded_known

    @property
    def first_step(self) -> str:
        """What to do first, in a sentence; "" where no step is known."""
        return first_sentence(self.way.steps[0]) if self.way.steps else ""

    @property
    def to_add(self) -> Span | None:
        """What to add to the year in which the sentence or the case ended: it may fit from then.

        None where no year can tell: it has not begun, rests on grace, is for special cases only,
        may not reach this kind of record, or has a clock that can't be counted. Nor where for some
        cases no number is known: a year would promise them an end.
        """
        if not self._is_counted or self.wait.open_ended:
            return None
        return years_to_add(self.wait)

    @property
    def otherwise(self) -> Otherwise:
        """What to say of it where no year tells.

        pardon = only after a pardon; itself = it happens by itself, so the record is to be checked.
        A pardon needs no other, and nobody can count on one: it is to be asked about.
        """
        if not self.in_force or self.is_pardon:
            return "ask"
        if self.only_after_pardon:
            return "pardon"
        if self.way.special or not self.reach_is_sure or self.way.automatic != "yes":
            return "ask"
        return "itself"

    @property
    def _is_counted(self) -> bool:
        return (
            self.in_force
            and self.reach_is_sure
            and not self.only_after_pardon
            and not self.way.special
            and self.age is None
        )


@dataclass(frozen=True)
class ForKind:
    """What a place has for one kind of record."""

    kind: WayKind
    lead: Option | None
    """The soonest way in force that is not for special cases only, if there is one."""
    special: tuple[Option, ...]
    """Ways for special cases that are sooner than the lead, or that stand alone."""
    others: tuple[Option, ...]
    """The rest, the soonest first; those that have not begun come last."""
    nothing: Nothing | None
    """none = no way was found; unknown = nothing is known; None where there is a way."""

    @property
    def label(self) -> str:
        """The kind of record in plain words."""
        return words.label("reaches", self.kind)

    @property
    def options(self) -> tuple[Option, ...]:
        """All of them, as a page lists them."""
        return (*((self.lead,) if self.lead else ()), *self.special, *self.others)

    @property
    def more(self) -> int:
        """How many others are in force beside the first and that for arrests with no charge."""
        told = *self.options[:1], self.uncharged
        return sum(o.in_force and o not in told for o in self.options)

    @property
    def uncharged(self) -> Option | None:
        """A way in force only for arrests with no charge, to be named beside the first option.

        Many an arrest ends so: who was never charged would not look among special cases.
        """
        if self.kind != "non_conviction":
            return None
        return next((o for o in self.options[1:] if o.way.uncharged and o.in_force), None)


class WaysOf:
    """The general ways of a place on a day."""

    def __init__(self, place: Jurisdiction, day: date) -> None:
        self.place = place
        self.day = day

    @cached_property
    def kinds(self) -> list[ForKind]:
        """What there is for each kind of record, in the order of a page."""
        return [self.for_kind(kind) for kind in KINDS]

    def for_kind(self, kind: WayKind) -> ForKind:
        """Return what there is for one kind of record."""
        found = sorted(
            (
                Option(way, kind, state_on(way, self.day))
                for way in self.place.ways
                if kind in way.reaches
            ),
            key=_rank,
        )
        if not found:
            return ForKind(kind, None, (), (), "none" if kind in self.place.none_for else "unknown")
        lead = next((o for o in found if o.in_force and not o.way.special), None)
        special = tuple(
            option
            for option in found
            if option.in_force and option.way.special and (lead is None or _sooner(option, lead))
        )
        others = tuple(o for o in found if o is not lead and o not in special)
        return ForKind(kind, lead, special, others, None)


@dataclass(frozen=True)
class OtherWay:
    """What may help besides the survivors' laws, as a list tells it."""

    name: str
    citation: str
    url: str
    text: str
    sources: tuple[str, ...] = ()
    unconfirmed: bool = False
    """Whether the text holds something that is not confirmed."""
    way: str = ""
    """The id of a general way; none for what is not coded as one."""
    soonest_for: tuple[str, ...] = ()
    """The kinds of record for which it is the soonest, in words inside a sentence; on a sheet."""


def other_ways(place: Jurisdiction) -> list[OtherWay]:
    """Return the general ways of a place, then what else may help and no way covers."""
    return [*map(_told, place.ways), *_left(place)]


def chief_ways(place: Jurisdiction, day: date) -> list[OtherWay]:
    """Return what a sheet has room for: the soonest ways on a day, and what no way covers.

    Each way says for which kinds of record it is the soonest, and is marked where that rests on
    something that is not confirmed.
    """
    leads: dict[str, list[Option]] = {}
    for found in WaysOf(place, day).kinds:
        if found.lead:
            leads.setdefault(found.lead.way.id, []).append(found.lead)
    return [*map(_soonest, list(leads.values())[:_ON_A_SHEET]), *_left(place)]


def _soonest(options: Sequence[Option]) -> OtherWay:
    told = _told(options[0].way)
    sure = all(option.sure and option.reach_is_sure for option in options)
    return replace(
        told,
        unconfirmed=told.unconfirmed or not sure,
        soonest_for=tuple(words.label("reaches.short", option.kind) for option in options),
    )


def _told(way: Way) -> OtherWay:
    fields = ("status", "effect", "wait.text", *(f"wait.{kind}" for kind in way.reaches))
    return OtherWay(
        way.name,
        way.cited,
        way.url,
        " ".join(part for part in (way.wait.text, way.mind, way.effect) if part),
        unconfirmed=any(way.is_marked(field) for field in fields),
        way=way.id,
    )


def _left(place: Jurisdiction) -> list[OtherWay]:
    return [
        OtherWay(other.name, other.cited, other.url, other.text, tuple(other.sources))
        for other in place.other_relief
    ]


def _rank(option: Option) -> tuple[object, ...]:
    """Order the ways for a kind of record: in force and general first, then the soonest."""
    way = option.way
    return (
        not option.in_force,
        _BY_GRACE in way.remedies,
        way.special,
        _is_aside(option),
        *_length(option),
        option.state.status != "in_force",
        not option.sure,
        ("yes", "partly", "no").index(way.automatic),
    )


def _is_aside(option: Option) -> bool:
    """Return whether the way is for another kind of record, and reaches this one besides."""
    first, kind = option.way.reaches[0], option.kind
    if "juvenile" in (first, kind):
        return first != kind
    return first == "deferred" and kind == "non_conviction"


def _length(option: Option) -> tuple[bool, bool, float, float]:
    """Return how long a way takes, for sorting: known waits first, then silence, then unread."""
    wait = option.wait
    if wait.years is None or wait.longest is None:
        return (True, option.way.is_marked(f"wait.{option.kind}"), 0, 0)
    after = max(0, (option.way.age_floor or 0) - _GROWN)
    if wait.start == "age":
        return (False, False, max(after, wait.years - _GROWN), max(after, wait.longest - _GROWN))
    return (False, False, max(after, wait.years), max(after, wait.longest))


def _sooner(option: Option, lead: Option) -> bool:
    if _BY_GRACE in lead.way.remedies and _BY_GRACE not in option.way.remedies:
        return True
    return _length(option) < _length(lead)
