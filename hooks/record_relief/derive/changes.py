"""What changed: steps in the history of laws, bills, and days on which a law took effect."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..source.place import Jurisdiction
from .places import by_name, guide_url, in_sentence

Kind = Literal["history", "pending", "effective"]


@dataclass(frozen=True)
class Entry:
    """One change. `when` is a year, month or day (2026, 2026-03, 2026-03-31), or nothing."""

    place: Jurisdiction
    kind: Kind
    when: str
    text: str
    unconfirmed: bool = False

    @property
    def year(self) -> str:
        """The year, or nothing where no source shows it."""
        return self.when[:4]

    @property
    def url(self) -> str:
        """Where the place's guide tells it, with its sources."""
        anchor = {"history": "history", "pending": "pending", "effective": "law"}[self.kind]
        return f"{guide_url(self.place)}#{anchor}"

    @property
    def id(self) -> str:
        """A name that stays the same as long as the change is told in the same words."""
        told = hashlib.sha256(f"{self.when} {self.text}".encode()).hexdigest()
        return f"{self.place.code.lower()}-{self.kind}-{told[:12]}"


@dataclass(frozen=True)
class Year:
    """The changes of one year; `name` is nothing for those whose year no source shows."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class EffectiveDate:
    """A day on which a law, or a change of it, took or takes effect."""

    place: Jurisdiction
    law: str
    title: str
    citation: str
    day: date

    @property
    def url(self) -> str:
        """Where the guide tells the law."""
        return f"{guide_url(self.place)}#law-{self.law}"


def of_place(place: Jurisdiction) -> list[Entry]:
    """Return the changes of a place, the latest first."""
    entries = [
        Entry(place, "history", str(event.year or ""), event.what) for event in place.history
    ]
    entries += [
        Entry(
            place,
            "pending",
            bill.as_of or "",
            f"{bill.bill} ({bill.session}): {bill.title}. {bill.status}",
        )
        for bill in place.pending
    ]
    entries += [
        Entry(
            place,
            "effective",
            law.effective.isoformat(),
            f"{law.citation}: {law.title}",
            "effective" in law.unconfirmed,
        )
        for law in place.relief
        if law.effective
    ]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def all_changes(places: Sequence[Jurisdiction]) -> list[Entry]:
    """Return the changes of all places, the latest first, of one day by place."""
    entries = [entry for place in by_name(places) for entry in of_place(place)]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def by_year(places: Sequence[Jurisdiction]) -> list[Year]:
    """Return the changes by year, the latest first, those of unknown year at the end."""
    entries = all_changes(places)
    names = dict.fromkeys(entry.year for entry in entries)
    return [Year(name, tuple(e for e in entries if e.year == name)) for name in names]


def effective_dates(places: Sequence[Jurisdiction]) -> list[EffectiveDate]:
    """Return the days on which laws took or take effect, oldest first."""
    found = [
        EffectiveDate(place, law.id, law.title, law.citation, law.effective)
        for place in by_name(places)
        for law in place.relief
        if law.effective
    ]
    return sorted(found, key=lambda entry: entry.day)


def name_of(place: Jurisdiction) -> str:
    """Return a place's name as a title has it."""
    name = in_sentence(place)
    return name[0].upper() + name[1:]
