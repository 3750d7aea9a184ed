"""What a page loads: every style sheet and script belongs to some kind of page."""

from __future__ import annotations

import re

import pytest
from record_relief.pages import layout
from record_relief.pages.catalogue import Page

from tests.builders import ROOT

OVERRIDES = ROOT / "overrides"


def test_every_style_sheet_is_on_some_kind_of_page() -> None:
    around = (*layout.BASE, *layout.LANGUAGES)
    listed = {*around, *layout.DEFAULT_STYLES, *sum(layout.STYLES.values(), ())}
    sheets = [*OVERRIDES.glob("pages/*.css"), *OVERRIDES.glob("components/*.css")]
    found = {sheet.relative_to(OVERRIDES).as_posix() for sheet in sheets}
    assert found - listed == set(), "STYLES in pages/layout.py names them for no kind of page"
    assert listed - found == set(), "pages/layout.py names what is not there"


def test_every_script_is_on_some_kind_of_page() -> None:
    listed = set(sum(layout.SCRIPTS.values(), ()))
    for template in OVERRIDES.rglob("*.html"):
        listed |= set(re.findall(r"assets/js/\w+\.js", template.read_text(encoding="utf-8")))
    scripts = (ROOT / "docs/assets/js").glob("*.js")
    found = {script.relative_to(ROOT / "docs").as_posix() for script in scripts}
    assert found - listed == set(), "neither SCRIPTS in pages/layout.py nor a template names them"
    # The scripts of the exit control stand in the pages; all others are files.
    inside = sorted(path.name for path in OVERRIDES.rglob("*.js"))
    assert inside == ["exit_answers.js", "exit_button.js"]


def test_a_kind_of_page_without_styles_is_named() -> None:
    page = Page("no-such/", "No such page", "Nobody made it.", "pages/no_such.html")
    made = layout.Layout(OVERRIDES, "https://weather.example/")
    with pytest.raises(LookupError, match=r'STYLES .* has no line for "pages/no_such\.html"'):
        made.context(page)
