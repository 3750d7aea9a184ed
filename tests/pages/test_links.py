"""Addresses relative to a page."""

from __future__ import annotations

import posixpath

import pytest
from record_relief.pages.links import relative

PAGES = ["", "states/", "states/ohio/", "states/ohio/law/", "404.html", "embed/card/ohio.html"]
TARGETS = ["", "states/", "states/ohio/", "states/texas/law/", "feed.xml", "embed/map/proof.html"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_relative_address_leads_where_it_should(page: str, target: str) -> None:
    found = relative(target, page)
    there = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), found))
    assert there == posixpath.normpath(f"/{target}")
    assert found.endswith("/") == (target.endswith("/") or not target)


def test_a_part_of_the_same_page_needs_no_path() -> None:
    assert relative("#part", "states/ohio/") == "#part"
    assert relative("states/#part", "states/ohio/") == "../#part"
