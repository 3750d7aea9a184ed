from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import explainer_places
from record_relief.lint import forms as form_lint
from record_relief.source.forms import FormsFile

from tests.builders import data_of, findings

CURE = "its rule stands with its place, so say it of states and cities in general"


def city(place: dict[str, Any]) -> str:
    """Return the name of a city of a place that has a law."""
    name: str = place["fair_chance"]["local"][0]["name"]
    return name


@pytest.mark.parametrize(
    ("section", "field"),
    [("facts", "text"), ("facts", "status_note"), ("myths", "why"), ("practices", "avoid")],
)
def test_finds_a_citys_rule_told_for_all_places(
    raw: dict[str, Any], place: dict[str, Any], section: str, field: str
) -> None:
    assert findings(explainer_places.check, raw) == []
    entry = raw[section][0]
    entry[field] = f"Some places, such as {city(place)}, ask for more."
    where = f"{section}.{entry['id']}.{field}"
    assert findings(explainer_places.check, raw) == [(where, f"names {city(place)}; {CURE}")]


def test_a_city_goes_by_its_name_without_what_it_takes_in(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    name = city(place)
    place["fair_chance"]["local"][0]["name"] = f"{name} (all of it)"
    raw["myths"][0]["why"] = f"{name} asks for more."
    assert [message for _, message in findings(explainer_places.check, raw)] == [
        f"names {name}; {CURE}"
    ]


def test_a_place_that_is_named_like_a_city_is_no_city(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["local"][0]["name"] = place["name"].split()[-1]
    raw["myths"][0]["why"] = f"{place['name']} has a list."
    assert findings(explainer_places.check, raw) == []


def test_a_form_names_no_city_either(raw: dict[str, Any], place: dict[str, Any]) -> None:
    small = data_of(raw)
    made = {
        "id": "letter",
        "title": "A letter",
        "for": ["employer"],
        "use": "kept",
        "summary": f"As in {city(place)}.",
        "description": "A letter.",
        "intro": [],
        "sections": [{"title": None, "blocks": [{"text": "Hello."}]}],
    }
    forms = FormsFile.model_validate({"forms": [made]}).forms
    assert [finding.message for finding in form_lint.check(forms, small)] == [
        f"names {city(place)}; {CURE}"
    ]
