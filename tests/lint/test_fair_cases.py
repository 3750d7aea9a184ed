from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_cases

from tests.builders import findings

TEXT = "No question about a record. Police jobs are left out."


@pytest.mark.parametrize(("local", "wrong"), [("one-city", True), (None, False)])
def test_a_text_tells_no_case_where_the_cases_are_known(
    local: str | None, wrong: bool, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    """A city without cases of its own has its text alone."""
    fair = place["fair_chance"]
    fair["exceptions"][0]["local"] = local
    fair["local"][0]["text"] = TEXT
    found = findings(fair_cases.check, raw)
    path = "jurisdictions.NY.fair_chance.local.0.text"
    message = 'says "are left out"; tell every case under "exceptions" alone'
    assert found == ([(path, message)] if wrong else [])
    fair["local"][0]["text"] = "No question about a record."
    assert findings(fair_cases.check, raw) == []
