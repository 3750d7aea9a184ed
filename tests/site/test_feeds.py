"""What changed: the page, the feeds as a feed reader reads them, the calendar."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from record_relief.source.texts import with_note

from tests import recount
from tests.built_site import Site, squash, text_of

Places = dict[str, dict[str, Any]]
OWN = "https://recordrelief.org/"
# JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what we use of it.
_LINK = {"type": "string", "format": "uri", "pattern": "^https://"}
JSON_FEED = {
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": _LINK,
        "feed_url": _LINK,
        "language": {"type": "string"},
        "authors": {
            "type": "array",
            "items": {"type": "object", "properties": {"name": {"type": "string"}}},
        },
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": _LINK,
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_modified": {
                        "type": "string",
                        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$",
                    },
                },
                "required": ["id", "content_text"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["version", "title", "items"],
    "additionalProperties": False,
}


def told(place: dict[str, Any]) -> list[str]:
    """Return the texts of a place's changes, in order of the YAML."""
    bills = [
        f"{bill['bill'] or 'Number not seen'} ({bill['session']}): "
        f"{with_note(bill['title'], bill.get('note'))}. {bill['status']}"
        for bill in place["pending"]
    ]
    laws = [f"{w['citation']}: {w['title']}" for w in place["relief"] if w["effective"]]
    events = [event["what"] for event in place["history"]]
    dated = [*days(place), *rule_days(place)]
    return [*events, *bills, *laws, *(f"{name}: {text}" for _, name, text in dated)]


def days(place: dict[str, Any]) -> list[tuple[date, str, str]]:
    """Return the days of a place's general ways: the day, what changes, and the words for it."""
    found = []
    for way in place["ways"]:
        told = {change["day"]: change["text"] for change in way.get("next", [])}
        begins = way["effective"] if way["status"] == "not_yet" else None
        starts_and_ends = {day for day in (begins, way.get("until")) if day} - set(told)
        found += [(day, way["name"], way["wait"]["text"]) for day in starts_and_ends]
        found += [(day, way["name"], text) for day, text in told.items()]
    known = {day for day, _, _ in found}
    found += [
        (act["effective"], recount.named(act), act["what"])
        for act in place["ways_changes"]
        if act["kind"] == "law" and act["effective"] and act["effective"] not in known
    ]
    return found


def rule_days(place: dict[str, Any]) -> list[tuple[date, str, str]]:
    """Return the days on which a rule for background checks changes, whose, and the words."""
    fair = place.get("fair_chance")
    if not fair:
        return []
    work = fair["employment"]
    rules = [
        ("Public employers", work["public"]),
        ("Private employers", work["private"]),
        ("Cleared records", work["cleared_records"]),
        ("How far back a report may go", work["lookback"]),
        ("Landlords", fair["housing"]),
        *(
            (law["law"] if law["name"] in law["law"] else f"{law['name']}, {law['law']}", law)
            for law in fair["local"]
        ),
    ]
    found = [
        (change["day"], name, change["text"])
        for name, rule in rules
        for change in rule.get("next", [])
    ]
    known = {day for day, _, _ in found}
    found += [
        (act["effective"], recount.named(act), act["what"])
        for act in fair["changes"]
        if act["kind"] == "law" and act["effective"] and act["effective"] not in known
    ]
    return found


@pytest.fixture(scope="module")
def expected(places: Places) -> dict[str, list[str]]:
    """The texts of the changes by the name of the feed."""
    found = {code.lower(): told(place) for code, place in places.items()}
    return {"all": [text for texts in found.values() for text in texts], **found}


def test_every_feed_tells_every_change(site_dir: Path, expected: dict[str, list[str]]) -> None:
    validator = Draft202012Validator(JSON_FEED, format_checker=FormatChecker())
    names = {file.stem for file in (site_dir / "feeds").glob("*.xml")}
    assert names == set(expected)
    for name, texts in expected.items():
        atom = feedparser.parse((site_dir / f"feeds/{name}.xml").read_bytes())
        assert not atom.bozo, f"{name}: {atom.get('bozo_exception')}"
        assert atom.version == "atom10"
        assert sorted(squash(e.content[0].value) for e in atom.entries) == sorted(
            map(squash, texts)
        )
        feed = json.loads((site_dir / f"feeds/{name}.json").read_text(encoding="utf-8"))
        assert not [error.message for error in validator.iter_errors(feed)], name
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
        assert [item["content_text"] for item in feed["items"]] == [
            entry.content[0].value for entry in atom.entries
        ]
        assert len({entry.id for entry in atom.entries}) == len(texts), name
        assert atom.feed.links[0].href == f"{OWN}feeds/{name}.xml"


def test_entries_are_dated_by_the_first_version_that_tells_them(
    site_dir: Path, places: Places
) -> None:
    for code, place in places.items():
        atom = feedparser.parse((site_dir / f"feeds/{code.lower()}.xml").read_bytes())
        kept = {
            file.name[3:13]: file.read_text(encoding="utf-8")
            for file in sorted(site_dir.glob(f"api/*/versions/{code.lower()}-*.json"), reverse=True)
        }
        for entry in atom.entries:
            # A bill's and a law's text is put together; its parts stand in the version.
            part = json.dumps(re.split(r" \(|: ", entry.content[0].value)[0], ensure_ascii=False)
            days = [day for day, text in kept.items() if part.strip('"') in text]
            day = min([*days, place["checked"].isoformat()])
            assert day <= entry.updated[:10] <= place["checked"].isoformat(), entry.id
        if atom.entries:
            assert atom.feed.updated == max(entry.updated for entry in atom.entries)


def test_feeds_lead_to_pages(site_dir: Path, site: Site) -> None:
    atom = feedparser.parse((site_dir / "feeds/all.xml").read_bytes())
    for entry in atom.entries:
        path, _, anchor = entry.link.removeprefix(OWN).partition("#")
        assert anchor in site[f"/{path}"].ids, entry.link


def test_the_calendar_has_every_effective_date(site_dir: Path, places: Places) -> None:
    calendar = Calendar.from_ical((site_dir / "feeds/effective-dates.ics").read_bytes())
    events = calendar.walk("VEVENT")
    dates = [
        (law["effective"], law["citation"])
        for place in places.values()
        for law in place["relief"]
        if law["effective"]
    ]
    dates += [(day, name) for place in places.values() for day, name, _ in days(place)]
    dates += [(day, text) for place in places.values() for day, _, text in rule_days(place)]
    assert len(events) == len(dates)
    for day, citation in dates:
        assert [e for e in events if e.decoded("dtstart") == day and citation in e["description"]]
    rules = {text for place in places.values() for _, _, text in rule_days(place)}
    for event in events:
        about = any(text in event["description"] for text in rules)
        assert ("background checks" in event["summary"]) == about
    assert len({event["uid"] for event in events}) == len(events)
    assert not [event for event in events if "traffick" in event["summary"].lower()]


def test_the_page_tells_every_change(site: Site, expected: dict[str, list[str]]) -> None:
    page = site["/changes/"]
    shown = sorted(page.texts(".changes .what"))
    assert shown == sorted(map(squash, expected["all"]))
    years = [text for text in page.texts("section h3") if text.isdigit()]
    assert years == sorted(years, reverse=True)
    for section in page.all("section[id^=y]"):
        year = text_of(section.css_first("h3"))
        for status in section.css(".status"):
            assert text_of(status).endswith(year) or year in text_of(status)
    assert page.text.startswith(f"What changed {len(expected['all'])} steps")


def test_the_page_leads_to_every_feed(site: Site, expected: dict[str, list[str]]) -> None:
    hrefs = site["/changes/"].hrefs
    assert f"webcal://{OWN.removeprefix('https://')}feeds/effective-dates.ics" in hrefs
    for name in expected:
        assert {f"../feeds/{name}.xml", f"../feeds/{name}.json"} <= hrefs
