"""Read a place's guide and its law page: lines by their label, and the sources they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from record_relief.source.values import CODES
from selectolax.lexbor import LexborNode

from tests import plain_data
from tests.built_site import Page, Site, href, slug, squash, text_of

Facts = dict[str, Any]

MARK = "(not confirmed)"
every_place = pytest.mark.parametrize("code", CODES)


def partial_day(value: str) -> str:
    """Return a year, month or day as the pages write it."""
    year, _, rest = value.partition("-")
    if not rest:
        return year
    if "-" in rest:
        return day(date.fromisoformat(value))
    return f"{date.fromisoformat(f'{value}-01'):%B} {year}"


def dated(text: str) -> str:
    """Return what the data says of a date as the pages write it: a date, or words as they are."""
    date, _, rest = text.partition(" or later")
    if rest or not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        return text
    return text.replace(date, partial_day(date))


def day(value: date) -> str:
    """Return a day as the pages write it."""
    return f"{value:%B} {value.day}, {value.year}"


def as_quoted(words: str) -> str:
    """Return a quotation as the pages write it: it goes on where no sentence ends."""
    told = squash(words)
    return told if told.rstrip("\"'”’)]").endswith((".", "?", "!")) else f"{told} …"


def law_page(site: Site, place: Facts) -> Page:
    """Return the law page of a place."""
    return site[f"/states/{slug(place['name'])}/law/"]


def rows(block: LexborNode) -> dict[str, LexborNode]:
    """Return the lines of a list of facts by their label."""
    return {text_of(row.css_first("dt")): row.css_first("dd") for row in block.css("dl > div")}


def is_marked(law: Facts, field: str) -> bool:
    """Return whether a field of a law, or the part that holds it, is marked."""
    return not {field, field.split(".")[0]}.isdisjoint(law["unconfirmed"])


def sources_of(place: Facts, raw: Facts) -> dict[str, Facts]:
    """Return every source by id as a place sees them: shared ones, its texts, its own.

    A text stands as the place's source with the same address, if there is one.
    """
    own = {source["url"]: source for source in place["sources"]}
    texts = {
        text["id"]: own.get(text["url"])
        or {
            "id": text["id"],
            "title": text["title"],
            "publisher": (urlsplit(text["url"]).hostname or "").removeprefix("www."),
            "url": text["url"],
            "kind": None,
            "date": text["current_to"],
        }
        for text in plain_data.evidence(place["code"])["texts"]
    }
    shared = {source["id"]: source for source in raw["sources"]}
    return shared | texts | {source["id"]: source for source in place["sources"]}


def cited(value: object) -> Iterator[str]:
    """Yield every source id that any part of an entry names."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key in ("sources", "also_read"):
                yield from (part if all(isinstance(item, str) for item in part) else ())
            else:
                yield from cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from cited(part)


def cited_urls(page: Page, listed: Page, nodes: list[LexborNode]) -> set[str]:
    """Return the addresses to which the numbers inside some nodes of a page lead.

    The list of sources stands on the page `listed`.
    """
    found = set()
    for link in (link for node in nodes for link in node.css(".cites a")):
        path, _, number = urljoin(page.path, href(link)).partition("#")
        assert path == listed.path, f"{page}: {href(link)}"
        found.add(href(listed.one(f'li[id="{number}"] a')))
    return found
