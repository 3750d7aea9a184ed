from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from record_relief.lint import fresh

from tests.builders import TODAY, context


def test_accepts_a_check_within_twelve_months(raw: dict[str, Any]) -> None:
    assert list(fresh.check(context(raw))) == []


def test_warns_of_a_check_of_long_ago(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["checked"] = TODAY - timedelta(days=366)
    (finding,) = fresh.check(context(raw))
    assert finding.path == ("jurisdictions", "NY", "checked")
    assert finding.message == "was last checked 366 days ago; check it again"
    assert finding.severity == "warning"


def test_the_last_day_is_not_too_late(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["checked"] = date(2025, 11, 22)
    assert list(fresh.check(context(raw))) == []
