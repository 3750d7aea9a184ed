from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import complaint_times

from tests.builders import findings

PATH = "jurisdictions.NY.fair_chance.complain"
MESSAGE = (
    'names what the time is for; give the time for work here, the one for renting under "renting"'
)


@pytest.mark.parametrize("time", ["2 years for jobs", "1 year for housing; 2 years else"])
def test_a_time_to_complain_is_for_one_thing(
    time: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    office = place["fair_chance"]["complain"]
    office["deadline"] = "2 years, as a guide gives it"
    office["renting"] = {"name": "The Commission", "deadline": "1 year"}
    assert findings(complaint_times.check, raw) == []
    office["deadline"] = time
    assert findings(complaint_times.check, raw) == [(f"{PATH}.deadline", MESSAGE)]
    office["deadline"], office["renting"]["deadline"] = None, time
    assert findings(complaint_times.check, raw) == [(f"{PATH}.renting.deadline", MESSAGE)]
