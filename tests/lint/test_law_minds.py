from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import law_minds

from tests.builders import findings

AT = "jurisdictions.NY.relief.0.timing.mind"
MESSAGE = 'a wait or a bar: say it in short in "mind", too'


@pytest.mark.parametrize(
    "changed",
    [
        {"wait": "required"},
        {"text": "You may have no new conviction."},
        {"text": "You may ask at once. If you are turned down, you wait three years."},
        {"text": "No order is made while you have charges pending."},
    ],
)
def test_what_bounds_the_time_to_ask_is_said_in_short(
    raw: dict[str, Any], place: dict[str, Any], changed: dict[str, str]
) -> None:
    timing = place["relief"][0]["timing"]
    assert findings(law_minds.check, raw) == []
    timing |= changed
    assert findings(law_minds.check, raw) == [(AT, MESSAGE)]
    timing["mind"] = "Not while charges are pending"
    assert findings(law_minds.check, raw) == []
