"""Feeds of what changed (Atom, JSON Feed 1.1) and a calendar of effective dates (iCalendar).

No entry has an hour, and many have only a year. So "updated" is the day of the first kept version
of the place that tells the entry in these words, or of the last check, where none tells it yet: a
reader shows as new only what is new, however often a place is checked.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from icalendar import Calendar, Event

from ..derive.changes import (
    FEEDS,
    Entry,
    all_changes,
    effective_dates,
    feed_address,
    id_of,
    ids_in,
    name_of,
    of_place,
    rule_address,
    way_address,
)
from ..derive.coming import Coming
from ..derive.coming import of_place as dated
from ..derive.editions import Edition
from ..derive.labels import N_
from ..derive.site import Facts
from ..languages import marks
from ..source.addresses import slug
from ..source.place import Jurisdiction
from .artifacts import Artifact
from .speech import Speech

CALENDAR = f"{FEEDS}/effective-dates.ics"
_ATOM = "http://www.w3.org/2005/Atom"
# The year in which the site's name was ours: part of every id (RFC 4151).
_TAG_YEAR = 2026
# The name of a kept version of a place (derive.release.Part), packed.
_OF_PLACE = re.compile(r"[a-z]{2}-(\d{4}-\d\d-\d\d)-[0-9a-f]+\.json\.gz")
# What an entry is called: with its day, month or year, and where no source shows one.
_TITLES: dict[str, tuple[str, str]] = {
    "history": (N_("{place}, {day}: how the law changed"), N_("{place}: how the law changed")),
    "pending": (N_("{place}, {day}: a bill"), N_("{place}: a bill")),
    "effective": (N_("{place}, {day}: a law in effect"), N_("{place}: a law in effect")),
    "coming": (
        N_("{place}, {day}: a general way changes"),
        N_("{place}: a general way changes"),
    ),
    "rule": (
        N_("{place}, {day}: a rule on background checks changes"),
        N_("{place}: a rule on background checks changes"),
    ),
}
_ENGLISH_PART = N_(
    "Part of this entry is in English. We have not translated it yet, or it has changed."
)

# What a day in the calendar is about: a law, and else confirmed or only reported.
_LAW = N_("{place}: law in effect")
_WAY = (
    N_("{place}: a general way to clear a record changes"),
    N_("{place}: a general way to clear a record is reported to change"),
)
_RULE = (
    N_("{place}: a rule on background checks changes"),
    N_("{place}: a rule on background checks is reported to change"),
)


@dataclass(frozen=True)
class Item:
    """One entry of a feed."""

    id: str
    title: str
    url: str
    text: str
    updated: str


@dataclass(frozen=True)
class Feed:
    """A feed, in either format."""

    id: str
    title: str
    page: str
    address: str
    """Where it stands, without the ending of its name."""
    updated: str
    items: tuple[Item, ...]
    language: str = "en"


def atom(feed: Feed) -> bytes:
    """Return a feed as Atom (RFC 4287)."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {"xml:lang": feed.language})

    def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
        element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None

    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "updated", feed.updated)
    author = ElementTree.SubElement(root, f"{{{_ATOM}}}author")
    add(author, "name", "Record Relief")
    add(root, "link", rel="self", type="application/atom+xml", href=f"{feed.address}.xml")
    add(root, "link", rel="alternate", type="text/html", href=feed.page)
    for item in feed.items:
        entry = ElementTree.SubElement(root, f"{{{_ATOM}}}entry")
        add(entry, "id", item.id)
        add(entry, "title", item.title)
        add(entry, "updated", item.updated)
        add(entry, "link", rel="alternate", type="text/html", href=item.url)
        add(entry, "content", item.text, type="text")
    ElementTree.indent(root, " ")
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed 1.1."""
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.address}.json",
        "language": feed.language,
        "authors": [{"name": "Record Relief"}],
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": item.title,
                "content_text": item.text,
                "date_modified": item.updated,
            }
            for item in feed.items
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


# How a feed is written, by the ending of its name.
ENDINGS = {".xml": atom, ".json": json_feed}


_NOTE = N_("Information, not legal advice.")
_CALENDAR_NAME = N_("Record Relief: effective dates")


@dataclass(frozen=True)
class Appointment:
    """One day of the calendar."""

    id: str
    day: date
    summary: str
    text: str
    url: str
    updated: date


def calendar(name: str, language: str, days: tuple[Appointment, ...]) -> bytes:
    """Return a calendar (RFC 5545) of whole days, each stamped with the day it was first told.

    `name` is what a program calls it, `language` the code of what it is written in.
    """
    found = Calendar()
    found.add("prodid", f"-//Record Relief//Effective dates//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    for entry in days:
        event = Event()
        event.add("uid", entry.id)
        event.add("dtstamp", datetime.combine(entry.updated, time(), UTC))
        event.add("dtstart", entry.day)
        event.add("summary", entry.summary)
        event.add("description", entry.text)
        event.add("url", entry.url)
        event.add("transp", "TRANSPARENT")
        found.add_component(event)
    made: bytes = found.to_ical()
    return made


def first_told(kept: Path) -> dict[str, date]:
    """Return the day of the first kept version that tells a change, by the id of the change.

    Versions of every form of the data count, in any folder below `kept`.
    """
    found: dict[str, date] = {}
    for file in sorted(kept.rglob("*.json.gz")):
        if version := _OF_PLACE.fullmatch(file.name):
            day = date.fromisoformat(version[1])
            for entry in _ids(file):
                found[entry] = min(day, found.get(entry, day))
    return found


# A kept file never changes.
@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(ids_in(json.loads(gzip.decompress(file.read_bytes()))["jurisdiction"]))


def artifacts(
    facts: Facts, site_url: str, kept: Path, edition: Edition | None = None
) -> Iterator[Artifact]:
    """Yield the feeds of all places and of each, and the calendar; versions are below `kept`.

    With an `edition` those in its language; `facts` are the English ones.
    """
    told = _Told(facts, site_url, first_told(kept), edition)
    for found in told.feeds():
        path = found.address.removeprefix(site_url)
        for ending, make in ENDINGS.items():
            yield Artifact(path + ending, make, (found,))
    name = told.speech.finished(told.speech.say(_CALENDAR_NAME))
    days = tuple(sorted(told.days(), key=lambda entry: entry.day))
    yield Artifact(told.speech.prefix + CALENDAR, calendar, (name, told.speech.code, days))


class _Told:
    """What changed as the feeds and the calendar of one language tell it.

    `first` gives the day on which a change was first told, by its id.
    """

    def __init__(
        self, facts: Facts, site_url: str, first: Mapping[str, date], edition: Edition | None
    ) -> None:
        self._facts, self._site_url, self._first, self._edition = facts, site_url, first, edition
        self._host = urlsplit(site_url).hostname or ""
        self.speech = speech = Speech.of(edition.language if edition else None)
        self._shown = edition.facts if edition else facts
        places = {place.code: place for place in self._shown.places}
        # A change by the id of the English one.
        self._own = {
            english.id: entry
            for place in facts.places
            for english, entry in zip(
                of_place(place), of_place(places[place.code], speech.say), strict=True
            )
        }

    def feeds(self) -> Iterator[Feed]:
        """Yield the feed of all places, and that of each."""
        say = self.speech.say
        changes = all_changes(self._facts.places)
        title = say(N_("Record Relief: what changed"))
        yield self._feed("", title, "changes/", self._facts.checked, changes)
        title = say(N_("Record Relief: what changed in {place}"))
        for place in self._facts.places:
            guide = self._shown.guides[place.code]
            yield self._feed(
                place.code.lower(),
                title.format(place=guide.name_in_sentence),
                guide.url,
                place.checked,
                [entry for entry in changes if entry.place is place],
            )

    def days(self) -> Iterator[Appointment]:
        """Yield each day of the calendar."""
        for law in effective_dates(self._facts.places):
            name = f"{law.place.code.lower()}-{law.law}"
            yield self._day(law.entry, name, law.day, _LAW, law.url, law.place)
        for place in self._facts.places:
            for entry in dated(place):
                if entry.kind != "law":
                    yield self._changing(entry)

    def _changing(self, entry: Coming) -> Appointment:
        """Return a day on which a way or a rule changes; what is only reported says so."""
        confirmed, reported = _RULE if entry.kind == "rule" else _WAY
        summary = confirmed if entry.confirmed else reported
        name = f"{entry.place.code.lower()}-{entry.way or slug(entry.name)}-{entry.kind}"
        url = _address(entry)
        return self._day(id_of(entry), name, entry.day, summary, url, entry.place)

    def _day(
        self, change: str, name: str, day: date, summary: str, url: str, place: Jurisdiction
    ) -> Appointment:
        say, own = self.speech.say, self._own[change]
        finished = self.speech.about(place.code).finished
        text = own.text if own.text.endswith(".") else f"{own.text}."
        return Appointment(
            f"{self.speech.prefix}{name}-{day.isoformat()}@{self._host}",
            day,
            finished(say(summary).format(place=name_of(own.place))),
            finished(f"{text} {say(_NOTE)}"),
            self._leads(url),
            self._first.get(change, place.checked),
        )

    def _feed(self, name: str, title: str, page: str, day: date, entries: Sequence[Entry]) -> Feed:
        speech = self.speech
        items = tuple(map(self._item, entries))
        return Feed(
            f"tag:{self._host},{_TAG_YEAR}:{speech.prefix}changes/{name or 'all'}",
            speech.finished(title),
            self._leads(page),
            self._site_url + feed_address(name, speech.prefix),
            max((entry.updated for entry in items), default=_stamp(day)),
            items,
            speech.code,
        )

    def _item(self, english: Entry) -> Item:
        title, text = _words(self._own[english.id], self.speech)
        return Item(
            f"tag:{self._host},{_TAG_YEAR}:{self.speech.prefix}{english.id}",
            title,
            self._leads(english.url),
            text,
            _stamp(self._first.get(english.id, english.place.checked)),
        )

    def _leads(self, url: str) -> str:
        return self._site_url + (self._edition.nearest(url) if self._edition else url)


def _address(entry: Coming) -> str:
    if entry.kind == "rule":
        return rule_address(entry.place)
    return way_address(entry.place, entry.way)


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _words(entry: Entry, speech: Speech) -> tuple[str, str]:
    """Return an entry's title and text; a text that is partly not translated says so."""
    speech = speech.about(entry.place.code)
    with_day, without = map(speech.say, _TITLES[entry.kind])
    title = without.format(place=name_of(entry.place))
    if entry.when:
        title = with_day.format(place=name_of(entry.place), day=speech.partial_day(entry.when))
    text = speech.finished(entry.text)
    if marks.any_missing(entry.text):
        text += "\n\n" + speech.finished(speech.say(_ENGLISH_PART))
    return speech.finished(title), text
