from __future__ import annotations

import copy
from typing import Any

import pytest
from record_relief.lint import identifiers
from record_relief.source.values import CODES

from tests.builders import findings, raw_place

NY = CODES.index("NY")


def test_accepts_what_stands_once(raw: dict[str, Any]) -> None:
    assert findings(identifiers.check, raw) == []


@pytest.mark.parametrize("section", ["organisations", "topics", "facts", "myths", "glossary"])
def test_finds_an_id_that_stands_twice(raw: dict[str, Any], section: str) -> None:
    entries = raw[section]
    twin = entries[0]["id"]
    entries.append(copy.deepcopy(entries[0]))
    where = f"{section}.{len(entries) - 1}.id"
    assert findings(identifiers.check, raw) == [(where, f'"{twin}" stands 2 times')]


@pytest.mark.parametrize("section", ["practices", "sources"])
def test_finds_the_last_of_three(raw: dict[str, Any], section: str) -> None:
    entries = raw[section]
    twin = entries[0]["id"]
    entries += [copy.deepcopy(entries[0]), copy.deepcopy(entries[0])]
    where = f"{section}.{len(entries) - 1}.id"
    assert findings(identifiers.check, raw) == [(where, f'"{twin}" stands 3 times')]


@pytest.mark.parametrize("field", ["code", "name"])
def test_finds_a_place_that_stands_twice(raw: dict[str, Any], field: str) -> None:
    raw_place(raw, "WY")[field] = raw_place(raw, "NY")[field]
    value = raw["jurisdictions"][NY][field]
    where = f"jurisdictions.{CODES.index('WY')}.{field}"
    assert findings(identifiers.check, raw) == [(where, f'"{value}" stands 2 times')]


def test_finds_a_law_that_stands_twice(
    raw: dict[str, Any], place: dict[str, Any], law: dict[str, Any]
) -> None:
    place["relief"].append(copy.deepcopy(law))
    assert findings(identifiers.check, raw) == [
        ("jurisdictions.NY.relief.1.id", '"vacatur" stands 2 times')
    ]


def test_finds_a_source_that_stands_twice_in_a_place(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["sources"][1]["id"] = "S1"
    assert findings(identifiers.check, raw) == [
        ("jurisdictions.NY.sources.1.id", '"S1" stands 2 times')
    ]


def test_finds_a_source_with_the_id_of_a_shared_one(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["sources"][2]["id"] = "report-page"
    assert findings(identifiers.check, raw) == [
        ("jurisdictions.NY.sources.2.id", '"report-page" is also the id of a shared source')
    ]


def test_two_places_may_use_the_same_source_and_law_ids(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    other = raw_place(raw, "WY")
    other["relief"], other["sources"] = copy.deepcopy((place["relief"], place["sources"]))
    assert findings(identifiers.check, raw) == []
