"""The JSON Schema that editors use is the model's, and judges as the model does."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from record_relief.source.model import schema
from record_relief.source.values import CODES

from tests.builders import DATA, ROOT, raw_place, raw_states

SCHEMA = ROOT / "data/states.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def as_json(value: Any) -> Any:
    """Return plain values as JSON has them, dates as text."""
    return json.loads(json.dumps(value, default=date.isoformat))


def wrong(validator: Draft202012Validator, raw: Any) -> set[str]:
    """Return the paths of what the schema refuses."""
    return {error.json_path for error in validator.iter_errors(as_json(raw))}


def test_the_file_in_the_repository_is_the_models_schema() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema(), "run `make schema`"


def test_the_schema_is_a_good_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_data_names_the_schema_for_editors() -> None:
    with DATA.open(encoding="utf-8") as lines:
        first = next(lines)
    assert first == f"# yaml-language-server: $schema={SCHEMA.name}\n"
    assert (DATA.parent / SCHEMA.name).exists()


def test_the_schema_accepts_the_real_data(validator: Draft202012Validator) -> None:
    raw = yaml.load(DATA.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert wrong(validator, raw) == set()


def test_the_schema_accepts_the_small_data(validator: Draft202012Validator) -> None:
    assert wrong(validator, raw_states()) == set()


def test_the_schema_offers_the_codes_of_the_places() -> None:
    assert schema()["$defs"]["Jurisdiction"]["properties"]["code"]["enum"] == list(CODES)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("coverage", "ful"),
        ("code", "ZZ"),
        ("name", 7),
        ("name", ""),
        ("relief", {}),
        ("relief[0].proof.standard", "prepondrance"),
        ("relief[0].remedies", []),
        ("relief[0].enacted.year", 201),
        ("relief[0].timing.sentence_complete", False),
        ("relief[0].nonsense", "x"),
        ("fair_chance.housing.rule", None),
    ],
)
def test_the_schema_refuses_what_the_model_refuses(
    validator: Draft202012Validator, path: str, value: object
) -> None:
    raw = raw_states()
    place = raw_place(raw, "NY")
    *steps, last = path.replace("[0]", ".0").split(".")
    inner: Any = place
    for step in steps:
        inner = inner[int(step) if step == "0" else step]
    inner[last] = value
    found = wrong(validator, raw)
    base = f"$.jurisdictions[{CODES.index('NY')}]."
    # An unknown field is reported at the entry that has it; a choice at the choice.
    assert found
    assert all(f"{base}{path}".startswith(where) and where.startswith(base[:-1]) for where in found)


@pytest.mark.parametrize("field", ["coverage", "relief", "help", "notes"])
def test_the_schema_misses_what_is_missing(validator: Draft202012Validator, field: str) -> None:
    raw = raw_states()
    del raw_place(raw, "NY")[field]
    assert wrong(validator, raw) == {f"$.jurisdictions[{CODES.index('NY')}]"}


def test_every_entry_explains_itself_to_an_editor() -> None:
    for name, definition in schema()["$defs"].items():
        assert definition.get("description"), name
