from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import complaint_offices

from tests.builders import findings

PATH = "jurisdictions.NY.fair_chance.complain"
MESSAGE = 'says "elsewhere"; say for which law it is, and where'


@pytest.mark.parametrize("field", ["name", "also", "renting.name"])
def test_no_office_is_what_is_left(field: str, raw: dict[str, Any], place: dict[str, Any]) -> None:
    """Who lives in the city may go to court, too."""
    office = place["fair_chance"]["complain"]
    office["renting"] = {"name": None, "deadline": None}
    part = office["renting"] if "." in field else office
    part[field.rpartition(".")[2]] = "elsewhere a court"
    assert findings(complaint_offices.check, raw) == [(f"{PATH}.{field}", MESSAGE)]
    part[field.rpartition(".")[2]] = "a court, for state law, everywhere in the state"
    assert findings(complaint_offices.check, raw) == []
