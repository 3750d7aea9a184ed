"""Each map is a list of links that say the place and its answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from tests.built_site import Site, href, slug, text_of
from tests.recount import Answers, label


def test_every_map_links_every_place_once(
    site: Site, places: dict[str, dict[str, Any]], answers: Answers
) -> None:
    by_name = sorted(places.values(), key=lambda place: place["name"])
    maps = 0
    for page in site:
        for svg in page.all("svg.us-map"):
            maps += 1
            title = str(svg.attributes["aria-labelledby"])
            question = title.removeprefix("map-").removesuffix("-title")
            told = [
                f"{place['name']}: {label(question, answers[question][place['code']])}"
                for place in by_name
            ]
            links = svg.css("a")
            assert [text_of(link.css_first("title")) for link in links] == told, page
            targets = [urljoin(page.path, href(link)) for link in links]
            assert targets == [f"/states/{slug(place['name'])}/" for place in by_name], page
            assert text_of(page.one(f"#{title}")), page
    assert maps == len(answers) + 5, "one for each question, home, states, compare, and two rules"


def test_every_link_of_a_map_shows_its_shape_and_code(
    site: Site, places: dict[str, dict[str, Any]]
) -> None:
    for page in site:
        for svg in page.all("svg.us-map"):
            for link, place in zip(
                svg.css("a"), sorted(places.values(), key=lambda p: p["name"]), strict=True
            ):
                shape = str(link.css_first("use").attributes["href"])
                assert shape.endswith(f"-{place['code'].lower()}")
                assert page.one(f"path{shape}").attributes["d"]
                assert text_of(link.css_first("text")).startswith(place["code"])
