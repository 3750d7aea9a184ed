from __future__ import annotations

from typing import Any

from record_relief.lint import way_minds

from tests.builders import findings


def test_a_way_that_leaves_out_prostitution_says_so_in_short(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    way = place["ways"][0]
    assert findings(way_minds.check, raw) == []
    way["excluded"] = ["misdemeanors such as prostitution"]
    message = 'what is left out names prostitution: say so in "mind", too'
    assert findings(way_minds.check, raw) == [("jurisdictions.NY.ways.0.mind", message)]
    way["mind"] = "It is only for newer cases."
    assert findings(way_minds.check, raw) == [("jurisdictions.NY.ways.0.mind", message)]
    way["mind"] = "It leaves out prostitution."
    assert findings(way_minds.check, raw) == []
    way["mind"] = None
    way["name"] = "Sealing of prostitution records"
    assert findings(way_minds.check, raw) == []
