"""Each map is a list of links that say the place and its answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from tests.built_site import Site, href, slug, text_of
from tests.recount import Answers, label

MORE = "; cities or counties there have rules of their own"
# The questions that cities and counties answer too, by who must be bound.
LOCAL = {"private-employers": False, "housing": True}


def goes_further(place: dict[str, Any], question: str) -> bool:
    """Return whether a city or county of the place has a rule in force that a question is about.

    A law that asks for notices alone, or of which no rule was read, is none.
    """
    fair = place.get("fair_chance")
    return question in LOCAL and any(
        law["status"] == "in_force"
        and law["rule"] not in ("none", "unspecified")
        and ("landlords" in law["binds"]) == LOCAL[question]
        for law in (fair["local"] if fair else [])
    )


def test_every_map_links_every_place_once(
    site: Site, places: dict[str, dict[str, Any]], answers: Answers
) -> None:
    by_name = sorted(places.values(), key=lambda place: place["name"])
    maps = 0
    for page in site.english:
        for svg in page.all("svg.us-map"):
            maps += 1
            title = str(svg.attributes["aria-labelledby"])
            question = title.removeprefix("map-").removesuffix("-title")
            told = [
                f"{place['name']}: {label(question, answers[question][place['code']])}"
                + (MORE if goes_further(place, question) else "")
                for place in by_name
            ]
            links = svg.css("a")
            assert [text_of(link.css_first("title")) for link in links] == told, page
            targets = [urljoin(page.path, href(link)) for link in links]
            assert targets == [f"/states/{slug(place['name'])}/" for place in by_name], page
            assert text_of(page.one(f"#{title}")), page
    assert maps == len(answers) + 3, "one for each question, home, states and compare"


def test_every_link_of_a_map_shows_its_shape_and_code(
    site: Site, places: dict[str, dict[str, Any]]
) -> None:
    for page in site.english:
        for svg in page.all("svg.us-map"):
            for link, place in zip(
                svg.css("a"), sorted(places.values(), key=lambda p: p["name"]), strict=True
            ):
                shape = str(link.css_first("use").attributes["href"])
                assert shape.endswith(f"-{place['code'].lower()}")
                assert page.one(f"path{shape}").attributes["d"]
                question = shape.removeprefix("#map-").rpartition("-")[0]
                more = "+" if goes_further(place, question) else ""
                code = text_of(link.css_first("text"))
                assert code.startswith(place["code"] + more), question
                assert ("+" in code) == bool(more)
