"""Addresses and the order of places."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_relief.derive.places import by_name, guide_url, handout_url, in_sentence
from record_relief.derive.site import Facts
from record_relief.source.addresses import slug
from record_relief.source.place import Jurisdiction

from tests.builders import altered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New York", "new-york"),
        ("U.S. Virgin Islands", "u-s-virgin-islands"),
        ("Peñón  de, Vélez", "penon-de-velez"),
        ("  (Federal) system! ", "federal-system"),
        ("...", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(text=st.text(max_size=30))
def test_any_slug_is_safe_in_an_address(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


def test_the_address_of_a_guide(place: Jurisdiction) -> None:
    assert guide_url(place) == "states/new-york/"


def test_the_address_of_a_handout(place: Jurisdiction) -> None:
    """The plain name is the neutral one's: it is the one to leave where others see it."""
    assert handout_url(place) == "paper/new-york.pdf"
    assert handout_url(place, full=True) == "paper/new-york-full.pdf"


def test_every_place_has_an_address_of_its_own(facts: Facts, raw: dict[str, Any]) -> None:
    urls = {guide_url(place) for place in facts.places}
    assert len(urls) == len(raw["jurisdictions"])
    assert all(re.fullmatch(r"states/[a-z]+(-[a-z]+)*/", url) for url in urls)


def test_the_federal_system_is_not_a_proper_name_inside_a_sentence(place: Jurisdiction) -> None:
    assert in_sentence(place) == "New York"
    assert in_sentence(altered(place, kind="federal")) == "the federal system"


def test_places_stand_by_name_and_the_federal_system_last(place: Jurisdiction) -> None:
    names = [("Wyoming", "state"), ("Federal", "federal"), ("Guam", "territory")]
    places = [altered(place, name=name, kind=kind) for name, kind in names]
    assert [item.name for item in by_name(places)] == ["Guam", "Wyoming", "Federal"]
