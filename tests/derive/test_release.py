"""The facts as they are published, and the versions that name them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from record_relief.derive.release import Release, encoded, version

from tests.builders import data_of, raw_evidence, raw_place, raw_states

DAY = date(2026, 11, 22)


def release(change: Callable[[dict[str, Any]], None] = lambda _: None) -> Release:
    """Return what is published of the small file, after a change."""
    raw = raw_states()
    change(raw)
    return Release(data_of(raw))


def test_a_published_file_is_text_on_one_line() -> None:
    assert encoded({"name": "§ 1", "list": [1]}) == '{"name":"§ 1","list":[1]}\n'.encode()


def test_a_version_is_the_day_and_a_hash_of_the_content_alone() -> None:
    text = '{"a":"§","b":[1,2]}'
    digest = hashlib.sha256(text.encode()).hexdigest()
    expected = f"2026-11-22-{digest[:10]}"
    assert version(DAY, {"b": [1, 2], "a": "§"}) == version(DAY, {"a": "§", "b": [1, 2]})
    assert version(DAY, {"a": "§", "b": [1, 2]}) == expected


def test_a_place_is_published_with_all_that_it_names_and_nothing_else() -> None:
    found = release().places["NY"]
    assert found.name == "ny"
    assert found.version == version(DAY, found.content)
    assert found.file == f"ny-{found.version}.json"
    assert list(found.content) == ["jurisdiction", "evidence", "organisations", "shared_sources"]
    assert found.content["jurisdiction"]["code"] == "NY"
    assert [item["id"] for item in found.content["organisations"]] == ["national-hotline"]
    # One is named by the place, deep inside; the other by the organisation.
    assert [item["id"] for item in found.content["shared_sources"]] == [
        "hotline-page",
        "shared-list",
    ]


def test_help_of_the_place_alone_brings_no_organisation() -> None:
    def change(raw: dict[str, Any]) -> None:
        raw_place(raw, "NY")["help"] = [{"name": "Legal Aid", "phone": "212-555-0100"}]
        raw_place(raw, "NY")["also_read"] = ["report-page"]

    found = release(change).places["NY"]
    assert found.content["organisations"] == []
    assert [item["id"] for item in found.content["shared_sources"]] == [
        "report-page",
        "shared-list",
    ]


def test_what_all_places_share_is_a_part_of_its_own() -> None:
    found = release()
    shared = found.shared
    assert shared.name == "shared"
    assert shared.version == version(DAY, shared.content)
    assert shared.file == f"shared-{shared.version}.json"
    assert set(shared.content) == set(found.content) - {"jurisdictions", "evidence"}


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda raw: raw_place(raw, "NY").update(summary="Another. It is free."), {"ny"}),
        (lambda raw: raw["facts"][0].update(text="Another."), {"shared"}),
    ],
)
def test_a_change_gives_its_part_and_the_whole_a_new_version(
    change: Callable[[dict[str, Any]], None], changed: set[str]
) -> None:
    before, after = release(), release(change)

    def versions(found: Release) -> dict[str, str]:
        return {part.name: part.version for part in (*found.places.values(), found.shared)}

    old, new = versions(before), versions(after)
    assert {name for name in old if old[name] != new[name]} == changed
    assert before.version != after.version
    assert after.version == version(DAY, new)


def test_a_change_of_evidence_gives_its_place_a_new_version() -> None:
    evidence = raw_evidence()
    evidence["NY"]["laws"]["vacatur"]["proof"]["age"][0]["reading"] = "It speaks of no age."
    before, after = release(), Release(data_of(raw_states(), evidence))
    changed = {code for code, part in before.places.items() if after.places[code] != part}
    assert changed == {"NY"}
    assert after.places["NY"].version != before.places["NY"].version
    assert after.version != before.version
    assert after.shared.version == before.shared.version
    (shown,) = after.places["NY"].content["evidence"]["laws"]["vacatur"]["proof"]["age"]
    assert {name: value for name, value in shown.items() if value is not None} == {
        "text": "T1",
        "silent": True,
        "reading": "It speaks of no age.",
    }


def test_nothing_for_editors_is_published() -> None:
    assert "notes" not in release().places["NY"].content["jurisdiction"]
