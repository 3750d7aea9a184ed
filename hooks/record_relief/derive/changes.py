"""What changed and what is coming: steps in the history of laws, bills, and days with a date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import getitem
from typing import Any, Literal

from ..languages import marks
from ..source.place import Jurisdiction
from ..source.texts import with_note
from ..source.ways import Way, WaysChange
from . import coming
from .labels import N_
from .places import by_name, guide_url, in_sentence, law_url, ways_url
from .release import public
from .rules import PART_NAMES

FEEDS = "feeds"
Kind = Literal["history", "pending", "effective", "coming", "rule"]


@dataclass(frozen=True)
class Entry:
    """One change. `when` is a year, month or day (2026, 2026-03, 2026-03-31), or nothing."""

    place: Jurisdiction
    kind: Kind
    when: str
    text: str
    unconfirmed: bool = False
    way: str | None = None
    """The id of the general way that changes, if it is one."""

    @property
    def year(self) -> str:
        """The year, or nothing where no source shows it."""
        return self.when[:4]

    @property
    def url(self) -> str:
        """Where the page of the law or of the other ways, or the guide, tells it."""
        if self.kind == "coming":
            return way_address(self.place, self.way)
        if self.kind == "rule":
            return rule_address(self.place)
        anchor = {"history": "history", "pending": "pending", "effective": "law"}[self.kind]
        return f"{law_url(self.place)}#{anchor}"

    @property
    def id(self) -> str:
        """A name that stays the same as long as the change is told in the same words."""
        return _id(self.place.code, self.kind, self.when, self.text)


@dataclass(frozen=True)
class Year:
    """The changes of one year; `name` is nothing for those whose year no source shows."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class EffectiveDate:
    """A day on which a law, or a change of it, takes effect; `entry` is the id of that change."""

    place: Jurisdiction
    law: str
    title: str
    citation: str
    day: date
    entry: str

    @property
    def url(self) -> str:
        """Where the law page tells the law."""
        return f"{law_url(self.place)}#law-{self.law}"


def feed_address(code: str = "", prefix: str = "") -> str:
    """Return where a place's feeds stand (or those of all), without their ending.

    `prefix` is that of their language.
    """
    return f"{prefix}{FEEDS}/{code.lower() or 'all'}"


def way_address(place: Jurisdiction, way: str | None) -> str:
    """Return where a way, or a change that no way tells, stands on the page of other ways."""
    return f"{ways_url(place)}#{f'way-{way}' if way else 'changes'}"


def rule_address(place: Jurisdiction) -> str:
    """Return where the guide tells the rules on background checks."""
    return f"{guide_url(place)}#background-checks"


# The fields of a place that tell of changes: the whole of it is ten times as much.
_TELLING = ("history", "pending", "relief", "ways", "ways_changes", "fair_chance")


def of_place(place: Jurisdiction, say: Callable[[str], str] = str) -> list[Entry]:
    """Return the changes of a place, the latest first; `say` translates a text of the code."""
    published = {name: public(getattr(place, name)) for name in _TELLING}
    entries = [Entry(place, *told) for told in _told(published, say)]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def ids_in(published: Mapping[str, Any]) -> set[str]:
    """Return the ids of the changes that published facts of a place tell, as a version keeps."""
    told = _told(published, str)
    return {_id(published["code"], kind, when, text) for kind, when, text, *_ in told}


def _told(
    published: Mapping[str, Any], say: Callable[[str], str]
) -> Iterator[tuple[Kind, str, str, bool, str | None]]:
    for event in published["history"]:
        yield "history", str(event["year"] or ""), event["what"], False, None
    for bill in published["pending"]:
        number = bill["bill"] or say(N_("Number not seen"))
        # Versions from before the remarks were texts of their own have none.
        named = with_note(bill["title"], bill.get("note"))
        text = f"{number} ({bill['session']}): {marks.closed(named)} {bill['status']}"
        yield "pending", bill["as_of"] or "", text, False, None
    for law in published["relief"]:
        if law["effective"]:
            text = _in_effect(law["citation"], law["title"])
            yield "effective", law["effective"], text, "effective" in law["unconfirmed"], None
    # Versions from before the general ways were coded have none.
    ways = [Way.model_validate_json(json.dumps(way)) for way in published.get("ways", ())]
    acts = [
        WaysChange.model_validate_json(json.dumps(act)) for act in published.get("ways_changes", ())
    ]
    for entry in coming.of_ways(ways, acts):
        text = f"{entry.name}: {entry.text}"
        yield "coming", entry.day.isoformat(), text, not entry.confirmed, entry.way
    for entry in _of_rules(published.get("fair_chance"), say):
        text = f"{entry.name}: {entry.text}"
        yield "rule", entry.day.isoformat(), text, not entry.confirmed, None


def _of_rules(fair: Any, say: Callable[[str], str]) -> list[coming.Dated]:
    """Return the changes of rules for background checks, of facts of any version."""
    if not fair:
        return []
    rules = [
        (say(name), reduce(getitem, path.split("."), fair)) for path, name in PART_NAMES.items()
    ]
    # Versions from before the laws of cities were coded have none here.
    rules += [(coming.named(law["name"], law["law"]), law) for law in fair.get("local", ())]
    return coming.of_rules(
        (
            (name, date.fromisoformat(change["day"]), change["text"], change["confirmed"])
            for name, rule in rules
            for change in rule.get("next", ())
        ),
        (
            (
                date.fromisoformat(change["effective"]),
                with_note(change["act"], change.get("note")),
                change["what"],
            )
            for change in fair.get("changes", ())
            if change["kind"] == "law" and change["effective"]
        ),
    )


def id_of(entry: coming.Coming) -> str:
    """Return the name of the change that tells of a day of a general way or of a rule."""
    text = f"{entry.name}: {entry.text}"
    kind: Kind = "rule" if entry.kind == "rule" else "coming"
    return _id(entry.place.code, kind, entry.day.isoformat(), text)


def _in_effect(citation: str, title: str) -> str:
    return f"{citation}: {title}"


def _id(code: str, kind: Kind, when: str, text: str) -> str:
    told = hashlib.sha256(f"{when} {text}".encode()).hexdigest()
    return f"{code.lower()}-{kind}-{told[:12]}"


def all_changes(places: Sequence[Jurisdiction], say: Callable[[str], str] = str) -> list[Entry]:
    """Return the changes of all places, the latest first, of one day by place."""
    entries = [entry for place in by_name(places) for entry in of_place(place, say)]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def by_year(places: Sequence[Jurisdiction], say: Callable[[str], str] = str) -> list[Year]:
    """Return the changes by year, the latest first, those of unknown year at the end."""
    entries = all_changes(places, say)
    names = dict.fromkeys(entry.year for entry in entries)
    return [Year(name, tuple(e for e in entries if e.year == name)) for name in names]


def effective_dates(places: Sequence[Jurisdiction]) -> list[EffectiveDate]:
    """Return the days on which laws took or take effect, oldest first."""
    found = [
        EffectiveDate(
            place,
            law.id,
            law.title,
            law.citation,
            law.effective,
            _id(
                place.code,
                "effective",
                law.effective.isoformat(),
                _in_effect(law.citation, law.title),
            ),
        )
        for place in by_name(places)
        for law in place.relief
        if law.effective
    ]
    return sorted(found, key=lambda entry: entry.day)


def name_of(place: Jurisdiction) -> str:
    """Return a place's name as a title has it."""
    name = in_sentence(place)
    return name[0].upper() + name[1:]
