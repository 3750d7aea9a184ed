"""What a person wrote or chose is not lost without warning, and is kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import plain_data

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
FORMS = plain_data.forms()
QUESTIONS = "/what-might-help/"
PATHS = [QUESTIONS, *(f"/tools/{form['id']}/" for form in FORMS)]

FIELDS = "form[data-private] :is(input, textarea, select):visible"
HELD = """fields => fields.map(field => field.type === "radio" || field.type === "checkbox"
    ? field.checked : field.value)"""


def held(page: Page) -> list[Any]:
    return page.locator(FIELDS).evaluate_all(HELD)  # type: ignore[no-any-return]


def write(page: Page) -> None:
    """Fill in a field of every kind that the form has."""
    done = set()
    for field in page.locator(FIELDS).all():
        kind = str(field.evaluate("field => field.type"))
        if kind in done:
            continue
        done.add(kind)
        if kind in ("checkbox", "radio"):
            field.check()
        elif kind.startswith("select"):
            field.select_option(index=2)
        else:
            field.fill({"date": "2026-11-23", "number": "2"}.get(kind, "Mine"))
    assert done


def clear(page: Page) -> None:
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()


@pytest.mark.parametrize("path", PATHS)
def test_clearing_asks_and_one_step_back_is_possible(path: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(path)
    before = held(page)
    write(page)
    written, shown = held(page), page.locator("output").all_text_contents()
    page.locator("[data-clear] summary").click()
    assert held(page) == written, "the first press only asks"
    page.locator("[data-clear] summary").click()
    clear(page)
    assert held(page) == before
    expect(page.get_by_text("You can put it back for one minute.")).to_be_visible()
    expect(page.get_by_role("button", name="Put it back")).to_be_focused()
    page.keyboard.press("Enter")
    assert held(page) == written
    assert page.locator("output").all_text_contents() == shown
    expect(page.get_by_role("button", name="Put it back")).to_be_hidden()


def forget(page: Page) -> None:
    page.get_by_role("button", name="Forget it now").click()


def wait_a_minute(page: Page) -> None:
    page.clock.run_for(60_100)


def look_elsewhere(page: Page) -> None:
    page.evaluate(
        """Object.defineProperty(document, "hidden", {get: () => true, configurable: true});
        document.dispatchEvent(new Event("visibilitychange"));"""
    )


def write_anew(page: Page) -> None:
    page.locator("form[data-private] textarea, form[data-private] input").first.press_sequentially(
        "x"
    )


def be_left(page: Page) -> None:
    page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')


@pytest.mark.parametrize("end", [forget, wait_a_minute, look_elsewhere, write_anew, be_left])
def test_the_step_back_does_not_stay(end: Callable[[Page], None], new_page: NewPage) -> None:
    page = new_page()
    page.clock.install()
    page.goto("/tools/dispute-letter/")
    write(page)
    clear(page)
    expect(page.get_by_role("button", name="Put it back")).to_be_visible()
    end(page)
    expect(page.get_by_role("button", name="Put it back")).to_be_hidden()
    expect(page.get_by_text("for one minute")).to_be_hidden()


@pytest.mark.parametrize("path", PATHS)
def test_clearing_asks_without_javascript_too(path: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    if not page.locator(FIELDS).count():
        expect(page.locator("[data-clear]")).to_be_hidden()
        return
    before = held(page)
    write(page)
    assert held(page) != before
    clear(page)
    assert held(page) == before


@pytest.mark.parametrize("path", PATHS)
def test_a_link_that_leads_away_says_so_first(path: str, new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.goto(path)
    link = page.get_by_role("link", name="Compare", exact=True).first
    write(page)
    link.click()
    asked = page.get_by_role("dialog")
    expect(asked).to_be_focused()
    expect(asked).to_contain_text("This page forgets what you wrote or chose")
    expect(page.locator("#exit")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    expect(link).to_be_focused()
    written = held(page)
    link.click()
    with page.expect_popup() as opened:
        asked.get_by_role("link", name="Open in a new tab").click()
    assert opened.value.url == f"{site_url}/compare/"
    assert opened.value.evaluate("window.opener") is None
    assert held(page) == written
    expect(asked).to_be_hidden()
    link.click()
    asked.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_url(f"{site_url}/compare/")


@pytest.mark.parametrize("path", PATHS)
def test_a_person_who_wrote_nothing_is_not_asked(
    path: str, new_page: NewPage, site_url: str
) -> None:
    page = new_page()
    page.goto(path)
    page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(page).to_have_url(f"{site_url}/compare/")


def test_the_guide_opens_beside_the_answers_and_exit_leaves_both(
    browser: Browser, site_url: str
) -> None:
    with browser.new_context(base_url=site_url) as context:
        context.route(
            lambda url: not url.startswith(site_url),
            lambda route: route.fulfill(body="<p>An ordinary page</p>", content_type="text/html"),
        )
        page = context.new_page()
        page.goto(QUESTIONS)
        page.get_by_label("Place 1", exact=True).select_option("TX")
        page.get_by_role("button", name="Show what may help").click()
        page.get_by_role("link", name="Read the guide for Texas").click()
        with page.expect_popup() as opened:
            page.get_by_role("link", name="Open in a new tab").click()
        guide = opened.value
        expect(guide.get_by_role("heading", level=1)).to_have_text("Texas")
        expect(page.locator("#answer h3")).to_have_text("Texas")
        guide.locator("#exit").click(no_wait_after=True)
        for tab in (guide, page):
            expect(tab.get_by_text("An ordinary page")).to_be_visible()


def test_where_exit_could_not_close_it_no_second_tab_is_offered(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("delete window.BroadcastChannel")
    page.goto("/tools/dispute-letter/")
    write(page)
    page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(page.get_by_role("link", name="Leave this page")).to_be_visible()
    expect(page.get_by_role("link", name="Open in a new tab")).to_be_hidden()


def test_no_window_of_the_browser_stands_in_the_way(new_page: NewPage) -> None:
    """Whoever closes the tab or presses Back in a hurry is asked nothing."""
    page = new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept())[1])
    page.goto("/about/")
    page.goto("/tools/dispute-letter/")
    page.locator("textarea, [type=text]").first.press_sequentially("Mine")
    page.go_back()
    page.go_forward()
    page.close(run_before_unload=True)
    assert asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_asked_is_accessible_and_fits_the_screen(
    width: int, scheme: str, new_page: NewPage, axe: Callable[[Page], list[str]]
) -> None:
    page = new_page(width=width, scheme=scheme)
    page.goto("/tools/dispute-letter/")
    write(page)
    clear(page)
    assert not axe(page)
    page.get_by_role("button", name="Put it back").click()
    page.get_by_role("link", name="All forms and letters").click()
    expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=1)
    assert not axe(page)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
