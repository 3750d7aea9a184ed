"""Search: on this machine only, and with no trace of what was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page()
    page.goto("/search/")
    return page


def type_words(page: Page, words: str) -> None:
    page.get_by_label("What are you looking for?").press_sequentially(words)


def test_nothing_is_fetched_before_the_first_letter(new_page: NewPage) -> None:
    page = new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("/search/", wait_until="networkidle")
    page.get_by_label("What are you looking for?").focus()
    assert not [url for url in fetched if "pagefind" in url]
    type_words(page, "t")
    expect(page.locator("#search-status")).to_contain_text("found")
    assert [url for url in fetched if "pagefind" in url]
    assert not [url for url in fetched if "?" in url and "ts=" not in url], "a query in an address"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("new york", "New York"),
        ("wyoming", "Wyoming"),
        ("virgin islands", "U.S. Virgin Islands"),
        ("federal", "Federal system"),
    ],
)
def test_a_place_is_among_the_first_three(page: Page, words: str, title: str) -> None:
    type_words(page, words)
    links = page.locator("#results a")
    expect(page.locator("#search-status")).to_contain_text("found.")
    expect(links.filter(has_text=title).first).to_be_visible()
    assert title in links.all_inner_texts()[:3]


def test_a_result_can_be_opened(page: Page) -> None:
    type_words(page, "new york")
    page.locator("#results a", has_text="New York").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New York")
    assert "york" not in page.url.partition("?")[2]


@pytest.mark.parametrize("words", ["expunge", "apartment", "nursing", "juvenile", "myth"])
def test_everyday_words_find_something(page: Page, words: str) -> None:
    type_words(page, words)
    expect(page.locator("#results li").first).to_be_visible()


def test_typing_leaves_no_trace(page: Page) -> None:
    before = page.url, page.evaluate("history.length"), page.title()
    type_words(page, "pardon")
    expect(page.locator("#results li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#results li").first).to_be_visible()
    assert (page.url, page.evaluate("history.length"), page.title()) == before
    page.reload()
    expect(page.get_by_label("What are you looking for?")).to_have_value("")


def test_an_unknown_word_says_so(page: Page) -> None:
    type_words(page, "qwzxv")
    expect(page.locator("#search-status")).to_contain_text("Nothing found")
    expect(page.locator("#results li")).to_have_count(0)


def test_an_emptied_field_empties_the_results(page: Page) -> None:
    type_words(page, "pardon")
    expect(page.locator("#results li").first).to_be_visible()
    page.get_by_label("What are you looking for?").fill("")
    expect(page.locator("#results li")).to_have_count(0)
    expect(page.locator("#search-status")).to_have_text("")


def test_without_javascript_the_lists_are_offered(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/search/")
    expect(page.locator("noscript p", has_text="Search needs JavaScript.")).to_be_visible()
    expect(page.locator("form.search")).to_be_hidden()
    page.get_by_role("link", name="All places by name").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find your state")
