"""The table of generated pages."""

from __future__ import annotations

import pytest
from record_relief.derive.site import Facts
from record_relief.pages import catalogue
from record_relief.pages.catalogue import pages


def test_no_two_pages_share_an_address_or_a_source(facts: Facts) -> None:
    found = list(pages(facts))
    assert len({page.url for page in found}) == len(found)
    assert len({page.source for page in found}) == len(found)


def test_an_address_used_twice_is_named(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "KINDS", (*catalogue.KINDS, catalogue.KINDS[0]))
    with pytest.raises(ValueError, match="the address '' stands twice"):
        list(pages(facts))
