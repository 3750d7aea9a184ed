from __future__ import annotations

from typing import Any

from record_relief.lint import pay_lines

from tests.builders import findings

PATH = "jurisdictions.NY.fair_chance.employment.lookback.not_for"
TEXT = "Not after seven years; this does not hold for jobs that pay $75,000 a year or more."


def test_a_limit_that_gives_way_by_pay_says_so_in_short(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    back = place["fair_chance"]["employment"]["lookback"]
    back.update(years=7, text=TEXT)
    assert findings(pay_lines.check, raw) == [(PATH, "is missing; the text names $75,000 a year")]
    back["not_for"] = "jobs that pay $75,000 a year or more"
    assert findings(pay_lines.check, raw) == []
    back["not_for"] = "jobs that pay $20,000 a year or more"
    found = "names $20,000 a year, which the text does not"
    assert findings(pay_lines.check, raw) == [(PATH, found)]
    back["text"], back["not_for"] = "Loans of $150,000 or more are left out.", None
    assert findings(pay_lines.check, raw) == []
