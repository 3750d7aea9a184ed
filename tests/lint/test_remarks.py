from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import remarks

from tests.builders import findings


def test_accepts_names_with_their_remarks(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["enacted"] = {"year": 2010, "act": "Act 7 (H.B. 4)", "note": "signed June 30, 2010"}
    law["last_amended"] = {"year": 2021, "act": None}
    assert findings(remarks.check, raw) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Act 7 (in force January 1, 2023)", "in force"),
        ("Act 7, eff. 2024-09-14", "eff."),
        ("H.B. 4, signed June 30, 2014", "signed"),
        ("S.B. 9; the act number was not seen", "not seen"),
    ],
)
@pytest.mark.parametrize("field", ["enacted", "last_amended"])
def test_finds_a_remark_in_a_name(
    raw: dict[str, Any], law: dict[str, Any], field: str, name: str, said: str
) -> None:
    law[field] = {"year": 2014, "act": name}
    message = f'says more than a name ("{said}"): put that into "note"'
    assert findings(remarks.check, raw) == [(f"jurisdictions.NY.relief.0.{field}.act", message)]


def test_finds_one_in_what_changed(raw: dict[str, Any], place: dict[str, Any]) -> None:
    change = {"year": 2025, "kind": "law", "what": "More.", "effective": None}
    place["ways_changes"] = [change | {"act": "Act 8 (temporary)"}]
    place["fair_chance"]["changes"] = [change | {"act": "Act 9, effective May 1, 2025"}]
    assert [path for path, _ in findings(remarks.check, raw)] == [
        "jurisdictions.NY.ways_changes.0.act",
        "jurisdictions.NY.fair_chance.changes.0.act",
    ]
