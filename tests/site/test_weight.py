"""How many bytes a visitor must load. What waits for the network is measured by `make bench`.

A first answer of up to ten packets (RFC 6928) arrives without a wait in between: 14,600 bytes.
"""

from __future__ import annotations

import gzip
import re
import statistics
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.built_site import SHIPPING, Page, Site

Places = dict[str, dict[str, Any]]

FIRST_WINDOW = 14_600


def packed(path: Path) -> int:
    """Return the size of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 9))


def first_load(site: Site, page: Page) -> list[int]:
    """Return the size of every file that opening a page fetches, the page itself first."""
    nodes = page.all("link[rel=stylesheet], link[rel=icon], script[src], img[src]")
    addresses = {str(node.attributes.get("href") or node.attributes.get("src")) for node in nodes}
    files = [site.folder / urljoin(page.path, address).lstrip("/") for address in addresses]
    return [packed(page.file), *map(packed, files)]


# What the questions know of all places.
ALL_PLACES = 60_000
# Other languages say the same in more letters.
IN_MORE_LETTERS = 1.15
# A page below a guide is for who has time to read it.
BELOW_A_GUIDE = 20_000


@pytest.fixture
def guides(site: Site, places: Places) -> list[Page]:
    return [site.guide(place["name"]) for place in places.values()]


def test_every_guide_comes_in_the_first_window(guides: list[Page]) -> None:
    sizes = {page.path: packed(page.file) for page in guides}
    assert statistics.median(sizes.values()) <= 12_000
    assert not {path: size for path, size in sizes.items() if size > FIRST_WINDOW}


@pytest.mark.parametrize("path", ["/employers/", "/landlords/"])
@pytest.mark.parametrize("language", ["", *(f"/{code}" for code in SHIPPING)])
def test_which_rules_bind_me_is_asked_in_the_first_window(
    site: Site, language: str, path: str
) -> None:
    page = site[language + path]
    assert packed(page.file) <= 30_000
    # A page that would be too heavy leaves out quotes.
    answer = re.search('<div id="?which-answer', page.html)
    assert answer
    assert len(gzip.compress(page.html[: answer.start()].encode(), 9)) <= FIRST_WINDOW


@pytest.mark.parametrize("language", ["", *(f"/{code}" for code in SHIPPING)])
def test_the_first_myths_come_in_the_first_window(site: Site, language: str) -> None:
    page = site[f"{language}/myths/"]
    assert packed(page.file) <= 30_000
    asked, found, _ = page.html.partition("</article>")
    assert found
    assert len(gzip.compress(asked.encode(), 9)) <= FIRST_WINDOW


@pytest.mark.parametrize("below", ["law/", "other-ways/"])
def test_no_page_below_a_guide_is_heavy(site: Site, guides: list[Page], below: str) -> None:
    sizes = {page.path: packed(site[f"{page.path}{below}"].file) for page in guides}
    assert not {path: size for path, size in sizes.items() if size > BELOW_A_GUIDE}


def test_the_questions_come_in_the_first_window_and_all_places_in_one_file(
    site: Site, places: Places
) -> None:
    """The same file for everybody, whatever the page and whatever is chosen."""
    asking = [page for page in site if page.all("#answers") and page.is_english]
    assert len(asking) == 1 + len(places)
    assert not {page.path: size for page in asking if (size := packed(page.file)) > FIRST_WINDOW}
    loaded = {
        urljoin(page.path, str(node.attributes["src"]))
        for page in asking
        for node in page.all("script[src*=place_parts]")
    }
    (facts,) = loaded
    assert packed(site.folder / facts.lstrip("/")) <= ALL_PLACES


def test_a_guide_is_whole_within_six_requests_and_60_kb(site: Site, guides: list[Page]) -> None:
    for page in guides:
        sizes = first_load(site, page)
        assert len(sizes) <= 6, page
        assert sum(sizes) <= 60_000, page


def test_no_page_is_heavy(site: Site) -> None:
    for page in site:
        sizes = first_load(site, page)
        assert sum(sizes) < 90_000, f"{page}: {sizes}"
        # The questions load what they know of all places, too.
        assert len(sizes) <= (9 if page.all("#answers") else 8), page


def test_scripts_stay_small(site_dir: Path) -> None:
    for script in site_dir.glob("assets/js/*.js"):
        # Each city is found for work and for renting, and for who is checked, too.
        # The words of all laws, whole, come when somebody asks.
        words = {"employers_law_words": 30_000, "landlords_law_words": 22_000}
        # What the laws of a place add to a form, on any day, said once: the largest of all tools.
        allowed = {"directory": 17_800, "place_parts": ALL_PLACES, "places": 8_700, **words}
        most = allowed.get(script.name.split(".")[0], 8_000)
        # Other languages say the same in more letters: directory.es.….js.
        longer = most != ALL_PLACES and len(script.suffixes) > 2
        assert packed(script) <= most * (IN_MORE_LETTERS if longer else 1), script
