"""The day of a build, and what a guide says that nobody has checked for a year."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from record_relief.build.clock import build_day, today
from record_relief.derive.site import Facts
from record_relief.lint.fresh import MOST_DAYS
from record_relief.pages.assets import Assets
from record_relief.pages.layout import Layout
from record_relief.pages.render import Renderer

from tests.builders import ROOT, data_of, raw_states, states_yaml, write_evidence

CHECKED = date(2026, 11, 22)
SAYS_SO = "last checked more than a year ago"


def test_the_environment_names_the_day() -> None:
    assert build_day(CHECKED, {"SOURCE_DATE_EPOCH": "1830297600"}) == date(2028, 1, 1)


def test_without_it_a_build_knows_only_the_latest_check() -> None:
    assert build_day(CHECKED, {}) == build_day(CHECKED, {"SOURCE_DATE_EPOCH": ""}) == CHECKED


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 28, 9, 59, tzinfo=UTC), date(2026, 11, 28)),
        (datetime(2026, 11, 28, 10, 0, tzinfo=UTC), date(2026, 11, 29)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_where_it_is_latest(now: datetime, day: date) -> None:
    assert today(now) == today(now.astimezone()) == day


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Etc/GMT+12", "America/New_York"])
def test_no_machine_finds_the_day_of_another_in_the_future(zone: str, tmp_path: Path) -> None:
    """What was checked today where it is latest passes in every time zone, a later day in none."""
    latest = today()
    write_evidence(tmp_path)
    for ahead, passes in ((0, True), (2, False)):
        data = tmp_path / f"{ahead}.yaml"
        checked = (latest + timedelta(days=ahead)).isoformat()
        data.write_text(states_yaml().replace("checked: 2026-11-22", f"checked: {checked}"))
        done = subprocess.run(
            [sys.executable, "-m", "record_relief", "check", "--file", data],
            cwd=ROOT,
            env=os.environ | {"TZ": zone, "PYTHONPATH": str(ROOT / "hooks")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode == 0) is passes, done.stdout + done.stderr


@pytest.mark.parametrize(("days", "old"), [(0, False), (MOST_DAYS, False), (MOST_DAYS + 1, True)])
def test_a_guide_says_when_nobody_checked_it_for_a_year(days: int, old: bool) -> None:
    facts = Facts(data_of(raw_states()))
    built = CHECKED + timedelta(days=days)
    layout = Layout(ROOT / "overrides", "https://exit.example/")
    assets = Assets()
    for name, content in layout.files().items():
        assets.add(name, content.encode() if isinstance(content, str) else content)
    outlines = ROOT / "data/outlines.json"
    site = "https://x.example/"
    renderer = Renderer(facts, ROOT / "overrides", outlines, site, assets, dict, built)
    guide = facts.guides["NY"]
    html = renderer.page("pages/state.html", guide.url, guide=guide)
    assert "Checked November 22, 2026" in html
    assert (SAYS_SO in html) is old
