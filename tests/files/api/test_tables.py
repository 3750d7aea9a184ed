"""Cells of the CSV files, and what the tables make of fields that may be empty."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from record_relief.build.cli import main
from record_relief.derive.release import API, HASH_LENGTH, Release
from record_relief.derive.site import Facts
from record_relief.files.api import files
from record_relief.files.api.tables import Column, Table, cell, laws
from record_relief.source.evidence import Data

from tests.builders import (
    altered,
    data_of,
    raw_place,
    raw_states,
    replaced,
    states_yaml,
    write_evidence,
)

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1")


@pytest.fixture
def small() -> Data:
    return data_of(raw_states())


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text: str) -> None:
    assert cell(text, "string") == "'" + text


@given(st.text())
def test_a_cell_can_be_read_back(text: str) -> None:
    written = cell(text, "string")
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert written.removeprefix("'") == text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, "string", ""),
        (["vacate", "seal"], "codes", "vacate;seal"),
        ([], "codes", ""),
        (["a;b", "c"], "json", '["a;b", "c"]'),
        (True, "boolean", "true"),
        (2010, "integer", "2010"),
    ],
)
def test_values_as_cells(value: object, kind: str, text: str) -> None:
    assert cell(value, kind) == text  # type: ignore[arg-type]


def test_a_table_quotes_what_it_must() -> None:
    columns = [Column("a", "string", "A"), Column("b", "string", "B")]
    table = Table("t", "T", columns, [['say "hi", now', "two\nlines"]])
    rows = list(csv.reader(io.StringIO(table.csv().decode("utf-8-sig"), newline="")))
    assert rows == [["a", "b"], ['say "hi", now', "two\nlines"]]


def test_a_law_never_amended_leaves_its_cells_empty(small: Data) -> None:
    raw = raw_states()
    raw_place(raw, "NY")["relief"][0]["last_amended"] = None
    table = laws(Facts(data_of(raw)))
    (row,) = table.rows
    found = dict(zip((column.name for column in table.columns), row, strict=True))
    assert found["last_amended.year"] is None
    assert found["enacted.year"] == 2010
    assert {c.name: c.optional for c in table.columns}["last_amended.year"]
    assert len(laws(Facts(small)).rows) == 1


def test_a_version_changes_with_a_fact_and_with_nothing_else(small: Data) -> None:
    release = Release(small)
    again = Release(data_of(raw_states()))
    assert release.version == again.version
    raw = raw_states()
    raw_place(raw, "NY")["relief"][0]["effect"] = "Another effect."
    changed = Release(data_of(raw))
    assert changed.version != release.version
    assert changed.places["NY"].version != release.places["NY"].version
    assert changed.places["OH"].version == release.places["OH"].version
    assert changed.shared.version == release.shared.version
    raw_place(raw, "NY")["relief"][0]["effect"] = "The court cancels the case."
    raw_place(raw, "NY")["notes"] = "Only for editors."
    assert Release(data_of(raw)).version == release.version
    assert len(release.version) == len("2026-11-22-") + HASH_LENGTH


@pytest.mark.usefixtures("draft")
def test_nothing_of_a_draft_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_url": "https://site.example/"}))
    (tmp_path / "states.yaml").write_text(states_yaml())
    write_evidence(tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in ("keep", "kept"):
        assert main([command, "--file", "states.yaml"]) == 0
        assert capsys.readouterr().out.startswith(f"{API} is a draft")
    assert not (tmp_path / "data").exists()
    found = files.artifacts(Facts(data_of(raw_states())), "https://site.example/", files.KEPT)
    assert not [artifact.path for artifact in found if "/versions/" in artifact.path]


@pytest.mark.usefixtures("final")
def test_a_place_says_where_its_version_is_kept_and_its_schema_asks_for_it(small: Data) -> None:
    url = "https://site.example/"
    found = files.listing(Facts(small), url)
    place = json.loads(found["jurisdictions/ny.json"])
    assert place["permalink"] == f"{url}{API}/versions/ny-{place['version']}.json"
    schema = json.loads(found["jurisdiction.schema.json"])
    assert schema["$id"] == f"{url}{API}/jurisdiction.schema.json"
    Draft202012Validator(schema).validate(place)
    del place["permalink"]
    assert not Draft202012Validator(schema).is_valid(place)
    assert "/versions/{code}-{version}.json" in json.loads(found["openapi.json"])["paths"]


@pytest.mark.usefixtures("final")
def test_kept_versions_are_published_beside_the_present_one(small: Data, tmp_path: Path) -> None:
    url = "https://site.example/"
    kept = tmp_path / "versions"
    first = files.keep(Facts(small), url, kept)
    assert len(first) == len(small.jurisdictions) + 2
    assert files.keep(Facts(small), url, kept) == []
    place = next(p for p in small.jurisdictions if p.code == "OH")
    others = [p for p in small.jurisdictions if p.code != "OH"]
    changed = altered(place, summary="We found a law after all.")
    newer = small.model_copy(update={"jurisdictions": [*others, changed]})
    artifacts = {a.path: a for a in files.artifacts(Facts(newer), url, kept)}
    versions = [path for path in artifacts if path.startswith(f"{API}/versions/oh-")]
    assert len(versions) == 2
    made = [artifacts[path].make(*artifacts[path].inputs) for path in versions]
    assert sum(b"after all" in content for content in made) == 1
    assert sum(path.startswith(f"{API}/versions/ny-") for path in artifacts) == 1


@pytest.mark.usefixtures("final")
def test_what_is_not_kept_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`kept` fails, and says what to do, until `keep` has run; and again after a change."""
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_url": "https://site.example/"}))
    data = tmp_path / "states.yaml"
    data.write_text(states_yaml())
    write_evidence(tmp_path)
    monkeypatch.chdir(tmp_path)
    file = ["--file", str(data)]
    parts = len(raw_states()["jurisdictions"]) + 2  # with what they share, and the whole
    assert main(["kept", *file]) == 1
    told = capsys.readouterr().out
    assert told.count("is missing") == parts
    assert told.endswith("Run: make keep\n")
    assert main(["keep", *file]) == 0
    assert f"{parts} new files" in capsys.readouterr().out
    assert len(list((tmp_path / "data/versions").glob("*.json.gz"))) == parts
    assert main(["kept", *file]) == 0
    data.write_text(replaced(states_yaml(), "The court keeps it private.", "It is private."))
    assert main(["kept", *file]) == 1
    assert "data/versions/ny-" in capsys.readouterr().out
