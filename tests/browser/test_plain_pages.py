"""Everything a survivor must read is there with JavaScript off and with CSS off."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

NewPage = Callable[..., Page]

# What only works with JavaScript, and says nothing that is not said elsewhere.
ONLY_WITH_SCRIPTS = (
    "#picker, [data-with], [data-print], [data-copy], [data-copy-answer], [data-share]"
)
ONLY_WITHOUT = "[data-without]"
TEXT = """left_out => {
    for (const part of document.querySelectorAll(left_out + ", noscript, template")) part.remove();
    for (const part of document.querySelectorAll("details")) part.open = true;
    return document.body.innerText.replace(/\\s+/g, " ");
}"""


def survivor_pages(paths: list[str]) -> list[str]:
    return [path for path in paths if not path.startswith(("/compare/", "/api/", "/embed/"))]


def test_with_scripts_off_nothing_is_missing(new_page: NewPage, page_kinds: list[str]) -> None:
    """Word for word the same text, but for the tools that need scripts."""
    with_scripts, without = new_page(), new_page(java_script_enabled=True)
    without.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    for path in survivor_pages(page_kinds):
        if path.endswith("/what-might-help/"):  # its answer is the pages of the places
            continue
        with_scripts.goto(path)
        without.goto(path)
        assert without.evaluate(
            TEXT, f"{ONLY_WITH_SCRIPTS}, {ONLY_WITHOUT}"
        ) == with_scripts.evaluate(TEXT, f"{ONLY_WITH_SCRIPTS}, {ONLY_WITHOUT}"), path


def test_with_javascript_off_the_browser_shows_the_same(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/states/new-york/")
    shown = " ".join(page.locator("body").inner_text().split())
    assert page.locator(".answer .headline").is_visible()
    for section in ("#steps", "#other-ways", "#own-record", "#help", "footer"):
        assert page.locator(section).is_visible()
    assert "What to do, step by step" in shown
    for script_only in ONLY_WITH_SCRIPTS.split(", "):
        for part in page.locator(script_only).all():
            assert not part.is_visible(), script_only


def test_each_tool_that_needs_scripts_says_what_to_do_instead(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    for path, instead in {
        "/": ".state-list a",
        "/states/": ".state-list a",
        "/search/": "[data-without]",
        "/what-might-help/": ".state-list a",
    }.items():
        page.goto(path)
        assert page.locator(instead).first.is_visible(), path


def test_with_css_off_nothing_is_missing(new_page: NewPage, page_kinds: list[str]) -> None:
    """Nothing essential is said by a style alone, and what is hidden by one is no riddle."""
    page = new_page()
    for path in survivor_pages(page_kinds):
        page.goto(path)
        styled = page.locator("main").inner_text()
        page.evaluate("for (const style of document.querySelectorAll('style')) style.remove()")
        plain = " ".join(page.locator("main").inner_text().split())
        lines = [" ".join(line.split()) for line in styled.splitlines()]
        missing = [line for line in lines if line and line not in plain]
        # A cell of a table and a row of a list come with other spaces: look word by word.
        words = set(re.findall(r"\w+", plain))
        assert not [line for line in missing if set(re.findall(r"\w+", line)) - words], path
