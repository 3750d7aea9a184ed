"""A coded field of the model is everywhere: on the pages of its place, in tables, API and DATA.md.

Each test names the field and where it is missing. What lint asks of every field is tested with its
rule (tests/lint/test_coded_values.py), what the table of everything shows in tests/derive.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from record_relief.derive.labels import LABELS
from record_relief.source.coded import LAW_FIELDS, CodedField
from record_relief.source.model import StatesFile

from tests.builders import ROOT
from tests.built_site import Page, Site, slug, text_of

API = "api/v2"


def pages_of(site: Site, name: str) -> list[Page]:
    """Return the pages of a place on which its laws stand: the guide, and those below it."""
    guide = f"/states/{slug(name)}/"
    return [site[path] for path in site.paths if path.startswith(guide)]


@pytest.mark.parametrize("field", LAW_FIELDS, ids=lambda field: field.path)
def test_each_value_stands_on_a_page_of_its_place(
    site: Site, data: StatesFile, field: CodedField
) -> None:
    missing = []
    for place in data.jurisdictions:
        for law in place.relief:
            shown = [
                text_of(part)
                for page in pages_of(site, place.name)
                for part in page.all(f"#law-{law.id}")
            ]
            missing += [
                f"{place.code} {law.id}: {value}"
                for value in field.of(law)
                if not any(LABELS[field.path][value] in text for text in shown)
            ]
    assert missing == [], f"{field.path} is on no page of its place"


@pytest.mark.parametrize("field", LAW_FIELDS, ids=lambda field: field.path)
def test_each_field_is_in_the_tables_the_schema_and_the_data_guide(
    site_dir: Path, field: CodedField
) -> None:
    with (site_dir / API / "laws.csv").open(encoding="utf-8-sig", newline="") as file:
        assert field.path in next(csv.reader(file)), f"{field.path} is no column of laws.csv"
    schema = json.loads((site_dir / API / "schema.json").read_bytes())
    assert _values(schema, field) == set(field.values), f"{field.path} is not in schema.json"
    guide = (ROOT / "DATA.md").read_text(encoding="utf-8")
    holds = ", ".join(f"`{value}`" for value in field.values)
    row = f"| `{field.path.rpartition('.')[2]}` | "
    assert any(line.startswith(row) and holds in line for line in guide.splitlines()), (
        f"{field.path} is not in DATA.md"
    )


def _values(schema: dict[str, Any], field: CodedField) -> set[str]:
    """Return the values that a schema allows at the path of a field of a law."""
    found = schema["$defs"]["Law"]
    for step in field.path.split("."):
        found = found["properties"][step]
        found = found.get("items", found)
        if "$ref" in found:
            found = schema["$defs"][found["$ref"].rpartition("/")[2]]
    return set(found["enum"])
