from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import local_doubt

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance.local.0"


def test_finds_a_doubtful_law_without_a_reason(raw: dict[str, Any], place: dict[str, Any]) -> None:
    law = place["fair_chance"]["local"][0]
    law["status"] = "doubtful"
    assert findings(local_doubt.check, raw) == [
        (
            f"{BASE}.doubt",
            'is missing: the law is "doubtful", so say why, after "in doubt, because"',
        )
    ]
    law["doubt"] = "a state law may block it"
    assert findings(local_doubt.check, raw) == []


@pytest.mark.parametrize("status", ["in_force", "ended", "not_yet"])
def test_finds_a_reason_where_nothing_is_in_doubt(
    status: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["local"][0] |= {"status": status, "doubt": "who knows"}
    assert findings(local_doubt.check, raw) == [
        (f"{BASE}.doubt", f'gives a reason, but the law is "{status}"')
    ]


def test_finds_a_law_in_force_that_nothing_shows_to_be(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    law = place["fair_chance"]["local"][0]
    law["status"] = "in_force"
    mark = {"field": f"local.{law['id']}.status", "about": None}
    place["fair_chance"]["unconfirmed"].append(mark)
    assert findings(local_doubt.check, raw) == [
        (f"{BASE}.status", 'is not confirmed, so it can\'t be "in_force": "doubtful" says so')
    ]
    law |= {"status": "doubtful", "doubt": "it was not confirmed whether it is in force"}
    assert findings(local_doubt.check, raw) == []


def test_finds_a_bar_on_all_records_that_names_none(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    law = place["fair_chance"]["local"][0] | {"bars_all": True, "never": []}
    place["fair_chance"]["local"][0] = law
    assert findings(local_doubt.check, raw) == [
        (f"{BASE}.bars_all", 'bars all records, but "never" is empty')
    ]
    law["never"] = ["any record"]
    assert findings(local_doubt.check, raw) == []
