from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import named_offenses

from tests.builders import findings

WHERE = "jurisdictions.NY.relief.0.offenses.names_prostitution"


@pytest.mark.parametrize(
    ("scope", "covered", "messages"),
    [
        ("listed", "Theft and Prostitution.", []),
        ("any_with_exclusions", "Any, prostitution included.", []),
        ("listed", "Theft.", ["covered does not name it"]),
        ("any", "Any, prostitution included.", ['goes with a list, not with "any"']),
    ],
)
def test_a_law_names_prostitution_in_its_words(
    raw: dict[str, Any], law: dict[str, Any], scope: str, covered: str, messages: list[str]
) -> None:
    law["offenses"] = {
        "scope": scope,
        "covered": covered,
        "excluded": [],
        "names_prostitution": True,
    }
    assert findings(named_offenses.check, raw) == [(WHERE, message) for message in messages]
