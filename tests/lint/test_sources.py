from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import Context, sources

from tests.builders import TODAY, data_of, findings, raw_place


def test_accepts_sources_that_are_cited(raw: dict[str, Any]) -> None:
    assert findings(sources.check, raw) == []


def test_finds_a_citation_of_nothing(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["sources"].append("S11")
    assert findings(sources.check, raw) == [
        (
            "jurisdictions.NY.relief.0.sources.2",
            '"S11" is the id of no source (did you mean "S1"?)',
        )
    ]


@pytest.mark.parametrize("section", ["organisations", "facts"])
def test_finds_a_citation_of_nothing_outside_the_places(raw: dict[str, Any], section: str) -> None:
    entry = raw[section][0]
    entry["sources"].append("S1")  # a place's own source is no shared one
    assert findings(sources.check, raw) == [
        (f"{section}.{entry['id']}.sources.1", '"S1" is the id of no source')
    ]


def test_a_place_cannot_cite_another_places_source(raw: dict[str, Any]) -> None:
    raw_place(raw, "WY")["own_record"]["sources"] = ["S1"]
    assert findings(sources.check, raw) == [
        ("jurisdictions.WY.own_record.sources.0", '"S1" is the id of no source')
    ]


def test_a_place_may_cite_a_shared_source(raw: dict[str, Any]) -> None:
    raw_place(raw, "WY")["own_record"]["sources"] = ["report-page"]
    assert findings(sources.check, raw) == []


def test_finds_a_source_that_nothing_cites(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["also_read"] = []
    assert findings(sources.check, raw) == [
        (
            "jurisdictions.NY.sources.4.id",
            '"S5" is cited by nothing; cite it or list it in also_read',
        )
    ]


def test_finds_a_shared_source_that_nothing_cites(raw: dict[str, Any]) -> None:
    raw["facts"][0].update(confirmed=False, sources=[])
    assert findings(sources.check, raw) == [
        ("sources.report-page.id", '"report-page" is cited by nothing')
    ]


def test_entries_that_the_schema_refuses_cite_too(raw: dict[str, Any]) -> None:
    context = Context(data_of(raw), raw, TODAY)
    raw["facts"][0]["status"] = "nonsense"
    raw["facts"].append("no mapping")
    raw_place(raw, "NY").update(kind="nonsense", help=None)
    assert ".".join(map(str, next(sources.check(context)).path)) == "jurisdictions.NY.sources.3.id"
    raw_place(raw, "NY")["sources"] = "nonsense"
    assert len(list(sources.check(context))) > 1
    raw_place(raw, "NY")["sources"] = 7
    assert len(list(sources.check(context))) > 1


def test_what_is_listed_as_a_source_is_no_citation(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    context = Context(data_of(raw), raw, TODAY)
    place["sources"].append("S99")  # the schema says what is wrong with it
    assert list(sources.check(context)) == []


def test_a_source_does_not_cite_itself(raw: dict[str, Any], place: dict[str, Any]) -> None:
    context = Context(data_of(raw), raw, TODAY)
    place["also_read"] = []
    # An entry that the schema refuses: a source with sources of its own.
    place["sources"][4]["sources"] = ["S5"]
    assert [finding.path for finding in sources.check(context)] == [
        ("jurisdictions", "NY", "sources", 4, "id")
    ]
