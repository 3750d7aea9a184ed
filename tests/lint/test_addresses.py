from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import addresses

from tests.builders import findings, raw_place


def test_accepts_names_that_differ(raw: dict[str, Any]) -> None:
    assert findings(addresses.check, raw) == []
    raw_place(raw, "MP")["name"] = "a" * addresses.LONGEST
    assert findings(addresses.check, raw) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../..", "makes no address; it needs letters from a to z"),
        ("日本", "makes no address; it needs letters from a to z"),
        ("Index", "makes no address; it needs letters from a to z"),
        ("a" * 81, "makes an address of 81 characters; at most 80 work"),
        ("㎒" * 40, "makes an address of 120 characters; at most 80 work"),
        ("place  gu", 'makes the address "place-gu", as GU does'),
    ],
)
def test_finds_names_that_lead_nowhere(raw: dict[str, Any], name: str, message: str) -> None:
    raw_place(raw, "MP")["name"] = name
    assert findings(addresses.check, raw) == [("jurisdictions.MP.name", message)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("law", 'makes the address "ny/law", which is taken'),
        ("a" * 41, "makes an address of 41 characters; at most 40 work"),
    ],
)
def test_finds_local_laws_without_a_short_address(
    raw: dict[str, Any], name: str, message: str
) -> None:
    raw_place(raw, "NY")["fair_chance"]["local"][0]["id"] = name
    path = "jurisdictions.NY.fair_chance.local.0.id"
    assert findings(addresses.check, raw) == [(path, message)]
