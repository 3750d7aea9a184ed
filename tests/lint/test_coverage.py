from __future__ import annotations

import copy
from typing import Any

import pytest
from record_relief.lint import coverage
from record_relief.source.addresses import slug

from tests.builders import data_of, findings, raw_place

# What a law says, beside being broad, and what it makes of a place that has only this law.
LAWS: dict[str, tuple[dict[str, Any], str]] = {
    "broad": ({}, "full"),
    "some offenses left out": ({"scope": "any_with_exclusions"}, "full"),
    "nonviolent offenses": ({"scope": "nonviolent"}, "full"),
    "listed offenses": ({"scope": "listed"}, "partial"),
    "prostitution only": ({"scope": "prostitution_only"}, "partial"),
    "sex trafficking only": ({"trafficking": ["sex"]}, "partial"),
    "labor trafficking only": ({"trafficking": ["labor"]}, "partial"),
    "arrests only": ({"records": ["arrest"]}, "partial"),
    "minors only": ({"age": "minor_only"}, "minors_only"),
    "no proof needed": ({"standard": "not_required", "scope": "prostitution_only"}, "open"),
    "no proof, for minors": ({"standard": "not_required", "age": "minor_only"}, "minors_only"),
}  # fmt: skip


def change(law: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    changed = copy.deepcopy(law)
    for name, value in changes.items():
        part = {"scope": "offenses", "standard": "nexus"}.get(name)
        (changed[part] if part else changed)[name] = value
    return changed


def coverage_of(raw: dict[str, Any]) -> str:
    data = data_of(raw)
    return coverage.coverage_of(next(p for p in data.jurisdictions if p.code == "NY"))


@pytest.mark.parametrize(("changes", "expected"), LAWS.values(), ids=LAWS)
def test_one_law(
    raw: dict[str, Any], place: dict[str, Any], changes: dict[str, Any], expected: str
) -> None:
    place["relief"] = [change(law, changes) for law in place["relief"]]
    assert coverage_of(raw) == expected


@pytest.mark.parametrize(
    ("laws", "decides"),
    [
        (["broad", "minors only"], "broad"),
        (["no proof needed", "minors only", "sex trafficking only", "broad"], "broad"),
        (["minors only", "no proof needed", "sex trafficking only"], "sex trafficking only"),
        (["minors only", "no proof needed"], "no proof needed"),
        (["minors only", "no proof, for minors"], "minors only"),
    ],
)
def test_the_law_that_decides_gives_the_same_coverage_alone(
    raw: dict[str, Any], place: dict[str, Any], laws: list[str], decides: str
) -> None:
    law = place["relief"][0]
    place["relief"] = [{**change(law, LAWS[name][0]), "id": slug(name)} for name in laws]
    whole = coverage_of(raw)
    found = coverage.deciding_law(next(p for p in data_of(raw).jurisdictions if p.code == "NY"))
    assert found is not None
    assert found.id == slug(decides)
    place["relief"] = [law for law in place["relief"] if law["id"] == found.id]
    assert coverage_of(raw) == whole


def test_without_a_law_nothing_decides(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["relief"] = []
    found = next(p for p in data_of(raw).jurisdictions if p.code == "NY")
    assert coverage.deciding_law(found) is None


def test_no_law(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["relief"] = []
    assert coverage_of(raw) == "none"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("broad", "minors only", "full"),
        ("minors only", "broad", "full"),
        ("listed offenses", "minors only", "partial"),
        ("sex trafficking only", "labor trafficking only", "partial"),
        ("no proof needed", "listed offenses", "partial"),
        ("no proof needed", "minors only", "open"),
        ("arrests only", "listed offenses", "partial"),
    ],
)
def test_two_laws(
    raw: dict[str, Any], place: dict[str, Any], first: str, second: str, expected: str
) -> None:
    (law,) = place["relief"]
    place["relief"] = [change(law, LAWS[first][0]), change(law, LAWS[second][0])]
    assert coverage_of(raw) == expected


def test_accepts_coverage_that_the_laws_bear_out(raw: dict[str, Any]) -> None:
    assert findings(coverage.check, raw) == []


def test_finds_coverage_that_the_laws_do_not_bear_out(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["coverage"] = "partial"
    raw_place(raw, "GU")["coverage"] = "open"
    assert findings(coverage.check, raw) == [
        ("jurisdictions.NY.coverage", 'is "partial", but the laws listed make it "full"'),
        ("jurisdictions.GU.coverage", 'is "open", but the laws listed make it "none"'),
    ]
