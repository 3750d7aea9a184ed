"""The exit control: one tap or three Shifts, and the page is gone from sight and from Back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

GUIDE = "/states/new-york/"
ELSEWHERE = "<title>Elsewhere</title><p>An ordinary page</p>"

OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """A function that opens a page whose outside requests are answered with an ordinary page."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(base_url=site_url, **options)
        contexts.append(context)
        context.route(
            lambda url: not url.startswith(site_url),
            lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"),
        )
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def click(page: Page) -> None:
    page.get_by_role("link", name="Exit this page now").click()


def shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def is_gone(page: Page) -> None:
    expect(page.get_by_text("An ordinary page")).to_be_visible()


@pytest.mark.parametrize("leave", [click, shift_three_times])
def test_the_way_back_does_not_come_here(
    leave: Callable[[Page], None], open_page: OpenPage, site_url: str
) -> None:
    page = open_page()
    page.goto("/safety/")
    page.goto(GUIDE)
    length = page.evaluate("history.length")
    leave(page)
    is_gone(page)
    assert page.evaluate("history.length") == length, "the guide was replaced, not left behind"
    page.go_back()
    assert page.url == f"{site_url}/safety/"


@pytest.mark.parametrize("leave", [click, shift_three_times])
@pytest.mark.parametrize("path", ["/", GUIDE, "/search/", "/myths/", "/learn/", "/no-such-page/"])
def test_it_works_on_every_kind_of_page(
    path: str, leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(path)
    leave(page)
    is_gone(page)


def test_the_other_site_does_not_learn_where_one_came_from(open_page: OpenPage) -> None:
    for scripts in (True, False):
        page = open_page(java_script_enabled=scripts)
        page.goto(GUIDE)
        with page.expect_request(lambda request: request.is_navigation_request()) as found:
            click(page)
        assert "referer" not in found.value.all_headers()


def test_the_page_is_blank_and_its_fields_are_empty_before_it_leaves(
    open_page: OpenPage, site_url: str
) -> None:
    page = open_page()
    left: list[str] = []
    page.on("console", lambda message: left.append(message.text))
    page.route(
        lambda url: not url.startswith(site_url),
        lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"),
    )
    page.goto("/search/")
    page.get_by_label("What are you looking for?").press_sequentially("pardon")
    # The last moment at which the page can speak is when it is about to be replaced.
    page.evaluate(
        """addEventListener("beforeunload", () => console.log(JSON.stringify({
            seen: document.body.checkVisibility(),
            field: document.getElementById("q").value,
            title: document.title,
        })))"""
    )
    page.locator("#exit").click()
    is_gone(page)
    assert json.loads(left[-1]) == {"seen": False, "field": "", "title": "\u200b"}


def test_it_is_a_plain_link_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(GUIDE)
    click(page)
    is_gone(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_stays_in_reach(width: int, open_page: OpenPage) -> None:
    """Also at the end of the longest page, at a size a thumb can press."""
    page = open_page(viewport={"width": width, "height": 700})
    page.goto(GUIDE)
    control = page.get_by_role("link", name="Exit this page now")
    for place in (0, "document.body.scrollHeight"):
        page.evaluate(f"window.scrollTo(0, {place})")
        expect(control).to_be_in_viewport(ratio=1)
        control.click(trial=True)
    box = control.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["width"] >= 44


def test_two_shifts_and_another_key_stay(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    page.goto(GUIDE)
    status = page.locator("#exit-status")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift, press two more times to leave.")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift, press one more time to leave.")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url == site_url + GUIDE
    page.keyboard.press("Shift")
    is_gone(page)


def test_typing_capitals_does_not_leave(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    page.goto("/search/")
    page.get_by_label("What are you looking for?").focus()
    for letter in "NYC":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.get_by_label("What are you looking for?")).to_have_value("NYC")
    assert page.url == f"{site_url}/search/"
