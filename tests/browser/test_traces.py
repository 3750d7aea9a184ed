"""The site keeps nothing on the device and asks nobody else for anything."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

KEPT = """async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
})"""
NOTHING = {
    "cookie": "",
    "local": 0,
    "session": 0,
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "name": "",
}


def test_nothing_is_kept_and_nothing_fails(new_page: NewPage, page_kinds: list[str]) -> None:
    """Walk every kind of page and use what there is to use.

    `new_page` itself fails for a request to another host and for a breach of the policy.
    """
    page = new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
    page.on("requestfailed", lambda request: wrong.append(f"{page.url}: failed: {request.url}"))
    page.on(
        "response",
        lambda answer: (
            wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
        ),
    )
    for path in [*page_kinds, "/search/"]:
        page.goto(path)
        page.evaluate("for (const part of document.querySelectorAll('summary')) part.click()")
        assert page.evaluate(KEPT) == NOTHING, path
        assert page.context.cookies() == [], path
    assert not wrong, "\n".join(wrong)


def test_search_and_filter_keep_nothing(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/search/")
    page.get_by_label("What are you looking for?").press_sequentially("pardon")
    expect(page.locator("#results li").first).to_be_visible()
    assert page.evaluate(KEPT) == NOTHING
    page.goto("/myths/")
    page.get_by_label("Employers").check()
    assert page.evaluate(KEPT) == NOTHING
    page.goto("/states/")
    page.get_by_label("Choose a place").select_option("Ohio")
    page.get_by_role("button", name="Show the guide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohio")
    assert page.evaluate(KEPT) == NOTHING
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_going_back_shows_no_choice_of_before(new_page: NewPage) -> None:
    """The Back button brings the page, not what was chosen on it."""
    page = new_page()
    page.goto("/states/")
    page.get_by_label("Choose a place").select_option("Ohio")
    page.get_by_role("button", name="Show the guide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohio")
    page.go_back()
    expect(page.get_by_label("Choose a place")).to_have_value("")
