"""The JSON Schema of the evidence is the model's, and judges as the model does."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from record_relief.source.evidence import Evidence, schema

from tests.builders import DATA, ROOT, raw_evidence

SCHEMA = ROOT / "data/evidence.schema.json"
FILES = sorted(DATA.with_name("evidence").glob("*.yaml"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def wrong(validator: Draft202012Validator, raw: Any) -> set[str]:
    """Return the paths of what the schema refuses."""
    value = json.loads(json.dumps(raw, default=date.isoformat))
    return {error.json_path for error in validator.iter_errors(value)}


def test_the_file_in_the_repository_is_the_models_schema() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema(), "run `make schema`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_names_the_schema_and_is_as_it_says(
    file: Any, validator: Draft202012Validator
) -> None:
    text = file.read_text(encoding="utf-8")
    named = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / named).resolve() == SCHEMA
    assert wrong(validator, yaml.load(text, yaml.CSafeLoader)) == set()


@pytest.mark.parametrize(
    ("item", "path"),
    [
        ({"text": "T1"}, "[0]"),
        ({"text": "T1", "words": "x", "silent": True}, "[0]"),
        ({"text": "T1", "words": None, "silent": None}, "[0]"),
        ({"text": "T1", "silent": False}, "[0]"),
        ({"words": "x"}, "[0]"),
        ({"text": "T1", "words": "x", "word": "y"}, "[0]"),
    ],
)
def test_schema_and_model_refuse_the_same_items(
    item: dict[str, Any], path: str, validator: Draft202012Validator
) -> None:
    raw = raw_evidence()["NY"]
    assert wrong(validator, raw) == set()
    raw["laws"]["vacatur"]["proof"]["age"] = [item]
    assert any(path in found for found in wrong(validator, raw))
    with pytest.raises(ValidationError):
        Evidence.model_validate(raw)


@pytest.mark.parametrize("year", [2021, 2022])
def test_an_act_before_2023_belongs_to_the_history(
    year: int, validator: Draft202012Validator
) -> None:
    raw = raw_evidence()["NY"]
    raw["amended"] = [
        {"year": 2023, "act": None, "what": "Changed the age.", "effective": None, "text": None}
    ]
    assert wrong(validator, raw) == set()
    raw["amended"][0]["year"] = year
    assert any("amended" in found for found in wrong(validator, raw))
    with pytest.raises(ValidationError, match=r"amended\.0\.year"):
        Evidence.model_validate(raw)
