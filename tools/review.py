"""List what is due for another look, the most pressing first: reports/review.md.

    python tools/review.py --today 2026-11-27

How many people an entry touches has no number in the data. What stands for it: what is said for the
whole country comes first; then a place counts as many as its laws, double where they reach more
than minors or a few offenses, since a guide that says "yes" sends people to a court.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from check_links import BAD
from record_relief.build import clock
from record_relief.build.load import load
from record_relief.derive.coming import of_place
from record_relief.lint.fresh import MOST_DAYS
from record_relief.source.evidence import Data, Evidence, only_weak
from record_relief.source.place import Jurisdiction
from record_relief.source.texts import News
from watching.quotes import grounds

DATA = Path("data/states.yaml")
LINKS = Path("reports/links.json")
# A bill moves in months; a law that is about to apply is looked at before and after the day.
BILL_DAYS = 90
NEAR_DAYS = 60
# A legislature that meets every other year has met since.
OLD_YEARS = 2
_COUNTRY = 1_000
_REACHING = {"full": 2, "partial": 2, "open": 2, "minors_only": 1, "none": 1}
KINDS = {
    "effective": "Laws that begin to apply about now",
    "passed": "Days that have passed: what was to change then is now the rule, or is not",
    "news": "News that has ended, or ends soon",
    "dead": "Sources that no longer answer",
    "bill": "Bills whose last news is old",
    "age": "Not checked for a long time",
    "unconfirmed": "Not confirmed by any source read",
    "ways": "General ways that are not confirmed, by marks for each way of a place",
    "weak": "Rests on a law firm's page or a summary alone, which confirms nothing",
    "part": "Texts read in part, by how many values hang on them",
    "old": "Texts that values hang on, the oldest first",
}


@dataclass(frozen=True)
class Due:
    """One thing to look at.

    `kind` is one of KINDS; `weight` stands for the people it touches (of a place's general ways,
    for its marks); among equals an earlier `since` comes first.
    """

    kind: str
    entry: str
    message: str
    weight: int
    since: int = 0


def weight(place: Jurisdiction) -> int:
    """Return what stands for how many people a place's guide touches."""
    return _REACHING[place.coverage] * max(len(place.relief), 1)


def due(data: Data, today: date, dead: dict[str, Sequence[str]]) -> list[Due]:
    """Return everything that is due, in order of kind and then of weight.

    `dead` holds the addresses that no longer answer, with the entries that cite them.
    """
    places = {place.code: place for place in data.jurisdictions}
    found = [*_of_country(data, today), *_dead(dead, places)]
    for place in data.jurisdictions:
        found += _of_place(place, today)
        if place.code in data.evidence:
            for path in only_weak(place, data.evidence[place.code]):
                entry = f"{place.code}.fair_chance.{path}"
                found.append(Due("weak", entry, "find the law's own words", weight(place)))
            found += _of_texts(data.evidence[place.code], today)
    order = list(KINDS)
    return sorted(found, key=lambda i: (order.index(i.kind), -i.weight, i.since, i.entry))


def _of_place(place: Jurisdiction, today: date) -> Iterator[Due]:
    touched = weight(place)
    for index, helper in enumerate(place.help):
        yield from _ending(helper.news, f"{place.code}.help[{index}]", today, touched)
    if place.medicaid_list:
        yield from _ending(place.medicaid_list.news, f"{place.code}.medicaid_list", today, touched)
    if (today - place.checked).days > MOST_DAYS:
        yield Due("age", place.code, f"checked {place.checked.isoformat()}", touched)
    fair = place.fair_chance
    if fair and (today - fair.checked).days > MOST_DAYS:
        message = f"background checks: checked {fair.checked.isoformat()}"
        yield Due("age", f"{place.code}.fair_chance", message, touched)
    for law in place.relief:
        entry = f"{place.code}.relief[{law.id}]"
        if law.effective and abs((law.effective - today).days) <= NEAR_DAYS:
            yield Due("effective", entry, f"in effect from {law.effective.isoformat()}", touched)
        if law.unconfirmed:
            yield Due("unconfirmed", entry, ", ".join(law.unconfirmed), touched)
    yield from _passed(place, today, touched)
    yield from _weak_ways(place)
    if fair and fair.unconfirmed:
        fields = ", ".join(dict.fromkeys(mark.field for mark in fair.unconfirmed))
        yield Due("unconfirmed", f"{place.code}.fair_chance", fields, touched)
    for bill in place.pending:
        last = bill.as_of
        if not last or _latest_day(last) < today - timedelta(days=BILL_DAYS):
            news = last or "of no known day"
            said = f"{bill.bill or bill.named}: last news {news}; see {bill.url}"
            yield Due("bill", f"{place.code}.pending", said, touched)


def _passed(place: Jurisdiction, today: date, touched: int) -> Iterator[Due]:
    """Yield the days of general ways and of rules on checks that the data still tells as ahead.

    A page lets a confirmed change lead by itself; the data should say it plainly, and a reported
    one only a person can settle.
    """
    for change in of_place(place):
        if change.kind in ("law", "act") or change.ahead(today):
            continue
        entry = f"{place.code}.ways[{change.way}]" if change.way else f"{place.code}.fair_chance"
        stands = "confirmed" if change.confirmed else "only reported"
        said = f"{change.day.isoformat()}, {stands}: {change.name}: {change.text}"
        yield Due("passed", entry, said, touched, change.day.toordinal())


def _weak_ways(place: Jurisdiction) -> Iterator[Due]:
    """Yield what no text read shows of a place's general ways; the weakest place stands first."""
    marks = sum(len(way.unconfirmed) for way in place.ways)
    if not marks:
        return
    each = marks / len(place.ways)
    fields = (f"{way.id}: {', '.join(way.unconfirmed)}" for way in place.ways if way.unconfirmed)
    said = f"marks for each way: {each:.1f} ({marks} in {len(place.ways)}); {'; '.join(fields)}"
    yield Due("ways", f"{place.code}.ways", said, round(each * 1_000))


def _ending(news: Sequence[News], entry: str, today: date, touched: int) -> Iterator[Due]:
    """Yield what the pages no longer say, or soon will not: is it over, or does it go on?"""
    for item in news:
        if (item.until - today).days <= NEAR_DAYS:
            yield Due("news", entry, f"until {item.until.isoformat()}: {item.text}", touched)


def _of_texts(evidence: Evidence, today: date) -> Iterator[Due]:
    values: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path, ground in grounds(evidence):
        values[ground.text].add(path)
    for text in evidence.texts:
        hanging = len(values[text.id])
        if not hanging:
            continue
        entry = f"{evidence.code}.texts[{text.id}]"
        current = f"current to {text.current_to}" if text.current_to else "not known how current"
        year = re.search(r"\b(?:1[89]|20)\d\d\b", text.current_to or "")
        since = int(year[0]) if year else 0
        said = f"{text.title}: values: {hanging}, {current}; see {text.url}"
        if not text.whole:
            yield Due("part", entry, said, hanging, since)
        if since <= today.year - OLD_YEARS:
            yield Due("old", entry, said, 0, since)


def _of_country(data: Data, today: date) -> Iterator[Due]:
    for organisation in data.organisations:
        entry = f"organisations.{organisation.id}"
        yield from _ending(organisation.news, entry, today, _COUNTRY)
    for topic in data.topics:
        if (today - topic.checked).days > MOST_DAYS:
            checked = f"checked {topic.checked.isoformat()}"
            yield Due("age", f"topics.{topic.id}", checked, _COUNTRY)
    for fact in data.facts:
        if not fact.confirmed:
            yield Due("unconfirmed", f"facts.{fact.id}", fact.status_note or fact.text, _COUNTRY)


def _dead(dead: dict[str, Sequence[str]], places: dict[str, Jurisdiction]) -> Iterator[Due]:
    for url, cited in dead.items():
        codes = {name.split(".")[0].split("[")[0] for name in cited}
        touched = max(weight(places[code]) if code in places else _COUNTRY for code in codes)
        yield Due("dead", ", ".join(cited), url, touched)


def _latest_day(value: str) -> date:
    """Return the last day that a year, a month or a day can mean."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - timedelta(days=1)
    return date(*parts)


def dead_links(report: Path) -> dict[str, Sequence[str]]:
    """Return the dead addresses of a report of `make links`; none where there is no report."""
    if not report.exists():
        return {}
    links = json.loads(report.read_text(encoding="utf-8"))["links"]
    return {link["url"]: link["cited"] for link in links if link["verdict"] in BAD}


def as_markdown(items: Sequence[Due], today: date) -> str:
    """Return the report."""
    lines = [f"# Due to be checked, {today.isoformat()}", ""]
    lines += [f"{sum(i.kind == kind for i in items)} × {title}" for kind, title in KINDS.items()]
    for kind, title in KINDS.items():
        these = [item for item in items if item.kind == kind]
        if these:
            lines += ["", f"## {title}", ""]
            lines += [f"- [ ] `{item.entry}`: {' '.join(item.message.split())}" for item in these]
    lines += ["", "In each part, what may touch most people stands first (see tools/review.py)."]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Command line: write the report and print its path."""
    parser = argparse.ArgumentParser(description="List what is due to be checked.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--links", type=Path, default=LINKS)
    parser.add_argument("--to", type=Path, default=Path("reports/review.md"))
    parser.add_argument("--today", type=date.fromisoformat, default=clock.today())
    options = parser.parse_args(arguments)
    data = load(options.data, today=options.today).data
    items = due(data, options.today, dead_links(options.links))
    options.to.parent.mkdir(parents=True, exist_ok=True)
    options.to.write_text(as_markdown(items, options.today), encoding="utf-8")
    print(f"{len(items)} things are due: see {options.to}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
