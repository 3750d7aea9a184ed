"""Firefox finds the rules, and tells a form the place and the number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.conftest import FIREFOX


def test_a_form_is_told_the_place_and_the_number(firefox: Callable[..., Any]) -> None:
    asked = {"state": "NY", "city": "New York City", "number": "4"}
    found = firefox(FIREFOX / "rules.mjs", **asked)
    assert found["laws"][0] == "New York City"
    assert found["told"] == asked


def test_back_finds_the_choice_and_the_answer(firefox: Callable[..., Any]) -> None:
    asked = {"state": "NY", "city": "New York City", "number": "4"}
    assert firefox(FIREFOX / "rules_and_back.mjs", **asked) == asked | {"shown": True}
