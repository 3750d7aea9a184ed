"""The day of a build, and what a guide says that nobody has checked for a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from record_relief.build.clock import build_day
from record_relief.derive.site import Facts
from record_relief.lint.fresh import MOST_DAYS
from record_relief.pages.assets import Assets
from record_relief.pages.layout import Layout
from record_relief.pages.render import Renderer
from record_relief.source.model import StatesFile

from tests.builders import ROOT, raw_states

CHECKED = date(2026, 11, 22)
SAYS_SO = "last checked more than a year ago"


def test_the_environment_names_the_day() -> None:
    assert build_day(CHECKED, {"SOURCE_DATE_EPOCH": "1830297600"}) == date(2028, 1, 1)


def test_without_it_a_build_knows_only_the_latest_check() -> None:
    assert build_day(CHECKED, {}) == build_day(CHECKED, {"SOURCE_DATE_EPOCH": ""}) == CHECKED


@pytest.mark.parametrize(("days", "old"), [(0, False), (MOST_DAYS, False), (MOST_DAYS + 1, True)])
def test_a_guide_says_when_nobody_checked_it_for_a_year(days: int, old: bool) -> None:
    facts = Facts(StatesFile.model_validate(raw_states()))
    today = CHECKED + timedelta(days=days)
    layout = Layout(ROOT / "overrides", "https://exit.example/")
    assets = Assets()
    for name, content in layout.files().items():
        assets.add(name, content.encode() if isinstance(content, str) else content)
    outlines = ROOT / "data/outlines.json"
    site = "https://x.example/"
    renderer = Renderer(facts, ROOT / "overrides", outlines, site, assets, dict, today)
    guide = facts.guides["NY"]
    html = renderer.page("pages/state.html", guide.url, guide=guide)
    assert "Checked November 22, 2026" in html
    assert (SAYS_SO in html) is old
