"""Jumps within a page and the menu: where they lead, and the way back, which Back does not know."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

# One link to each target, in the order of the page; the menu and the ways past are not of the text.
JUMPS = """() => [...new Set([...document.querySelectorAll("main a[href^='#']")].filter(
    link => link.checkVisibility() && link.className !== "skip").map(link => link.hash))]"""
IN_VIEW = """link => {
    const box = link.getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}"""


def test_the_way_back_from_a_source(new_page: NewPage) -> None:
    page = new_page(width=390)
    page.goto("/states/texas/law/")
    before = page.evaluate("history.length")
    number = page.locator(".cites a").nth(3)
    number.scroll_into_view_if_needed()
    was = page.evaluate("scrollY")
    number.click()
    source = page.locator(number.get_attribute("href") or "")
    back = source.get_by_role("link", name="Back to where you were")
    expect(back).to_be_in_viewport()
    assert page.evaluate("scrollY") > was + 844
    page.keyboard.press("Tab")  # on from the source: by keyboard the way back is near, too
    page.keyboard.press("Tab")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(number).to_be_focused()
    expect(number).to_be_in_viewport()
    expect(page.get_by_text("Back to where you were")).to_have_count(0)
    assert page.evaluate("history.length") == before, "Exit leaves nothing to go back to"


def test_every_jump_has_a_way_back(
    new_page: NewPage, page_kinds: list[str], kind_of: Callable[[str], tuple[str, str]]
) -> None:
    """On the pages in English: in another language they jump as these do."""
    page = new_page(width=390)
    wrong, tried = [], 0
    for path in (path for path in page_kinds if not kind_of(path)[0]):
        page.goto(path)
        hashes = page.evaluate(JUMPS)
        for anchor in hashes[:: max(1, len(hashes) // 6)]:
            tried += 1
            link = page.locator(f"main a[href='{anchor}']").first
            link.evaluate("link => link.click()")
            back = page.locator("#way-back a")
            if not back.evaluate(IN_VIEW):
                wrong.append(f"{path}{anchor}: the way back is not in sight")
            back.evaluate("link => link.click()")
            if not link.evaluate("link => link === document.activeElement"):
                wrong.append(f"{path}{anchor}: the way back leads elsewhere")
    assert tried > 50
    assert not wrong, "\n".join(wrong[:20])


def test_without_scripts_back_is_the_way_back(new_page: NewPage) -> None:
    page = new_page(width=390, java_script_enabled=False)
    page.goto("/states/texas/law/")
    page.locator(".cites a").nth(3).click()
    assert "#s" in page.url
    page.go_back()
    assert page.url.endswith("/states/texas/law/")


def test_what_is_folded_opens_when_a_link_leads_to_it(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/states/new-york/")
    folded = page.locator("details.law").first
    folded.evaluate("part => { part.open = false; }")
    page.locator(f".facts a[href='#{folded.get_attribute('id')}']").first.click()
    assert folded.evaluate("part => part.open")
    expect(folded.get_by_role("link", name="Back to where you were")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_opens_where_it_is(
    scripts: bool, new_page: NewPage, page_kinds: list[str]
) -> None:
    """On a phone: no jump, every part of the site within reach, the way out beside it."""
    page = new_page(width=390, java_script_enabled=scripts)
    for path in page_kinds[::12]:
        page.goto(path)
        menu = page.locator("details.menu")
        url, at = page.url, page.evaluate("scrollY")
        menu.locator("summary").click()
        assert (page.url, page.evaluate("scrollY")) == (url, at)
        inside = menu.locator("a").evaluate_all("links => links.map(link => link.href)")
        everywhere = page.locator("nav#menu a").evaluate_all(
            "links => links.map(link => link.href)"
        )
        assert inside == everywhere
        expect(menu.locator("a").first).to_be_in_viewport()
        menu.locator("a").last.scroll_into_view_if_needed()
        expect(menu.locator("a").last).to_be_in_viewport()
        expect(page.locator("#exit")).to_be_in_viewport()
        menu.locator("summary").click()
        expect(menu.locator("a").first).to_be_hidden()
    menu.locator("summary").click()
    menu.get_by_role("link", name="Using this site safely").click()
    expect(page).to_have_url(f"{page.url.split('/safety/')[0]}/safety/")
    page.go_back()
    assert page.url == url


@pytest.mark.parametrize("scripts", [True, False])
def test_a_place_of_a_long_page_is_two_taps_away(scripts: bool, new_page: NewPage) -> None:
    """With scripts the first tap opens it; without, the second does."""
    page = new_page(width=390, java_script_enabled=scripts)
    page.goto("/background-check/")
    place = page.locator("details:has(> summary > #wyoming)")
    expect(place.locator("dl")).to_be_hidden()
    page.locator("a[href='#wyoming']").click()
    expect(place.locator("summary")).to_be_in_viewport()
    if not scripts:
        place.locator("summary").click()
    expect(place.locator("dl")).to_be_visible()


def test_all_of_a_long_page_is_printed(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/background-check/")
    page.emulate_media(media="print")
    for place in page.locator("details:has(> summary > h2) dl").all():
        expect(place).to_be_visible()
