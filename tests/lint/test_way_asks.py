from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_asks

from tests.builders import findings


@pytest.mark.parametrize("automatic", ["yes", "no", "partly"])
def test_who_asks_is_told_only_where_somebody_has_to(
    raw: dict[str, Any], place: dict[str, Any], automatic: str
) -> None:
    way = place["ways"][0]
    way["automatic"] = automatic
    assert findings(way_asks.check, raw) == []
    way["asks"] = "prosecutor"
    message = f'is told, but automatic is "{automatic}"; leave it out'
    expected = [] if automatic == "no" else [("jurisdictions.NY.ways.0.asks", message)]
    assert findings(way_asks.check, raw) == expected
