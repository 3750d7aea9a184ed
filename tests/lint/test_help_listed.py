from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import help_listed

from tests.builders import findings


def test_accepts_an_organisation_and_a_local_office(raw: dict[str, Any]) -> None:
    assert findings(help_listed.check, raw) == []


def test_finds_a_place_without_help(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["help"] = []
    assert findings(help_listed.check, raw) == [
        ("jurisdictions.NY.help", "is empty; every place needs somebody to call")
    ]


@pytest.mark.parametrize(
    ("field", "value"), [("name", None), ("text", None), ("sources", []), ("sources", None)]
)
def test_finds_a_local_office_that_says_too_little(
    raw: dict[str, Any], place: dict[str, Any], field: str, value: object
) -> None:
    if value is None:
        del place["help"][0][field]
    else:
        place["help"][0][field] = value
    message = "needs an organisation, or a name, a text and sources of its own"
    assert findings(help_listed.check, raw) == [("jurisdictions.NY.help.0", message)]


@pytest.mark.parametrize("field", ["name", "url", "phone", "text", "sources"])
def test_finds_an_organisation_whose_facts_stand_twice(
    raw: dict[str, Any], place: dict[str, Any], field: str
) -> None:
    place["help"][1][field] = place["help"][0][field]
    assert findings(help_listed.check, raw) == [
        ("jurisdictions.NY.help.1", "has an organisation; say the rest there, once")
    ]
