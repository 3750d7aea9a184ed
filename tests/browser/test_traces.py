"""The site keeps nothing on the device, asks nobody else for anything, and tells nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.built_site import in_english

NewPage = Callable[..., Page]

KEPT = """async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        files: files.length,
        name: window.name,
        state: history.state,
        asked: location.search,
    };
}"""
NOTHING = {
    "cookie": "",
    "local": 0,
    "session": 0,
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "files": 0,
    "name": "",
    "state": None,
    "asked": "",
}


def assert_nothing_is_kept(page: Page) -> None:
    assert page.evaluate(KEPT) == NOTHING, page.url
    assert page.context.cookies() == []
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


# Advocates share what they compare: here alone choices stand behind the #, which is not sent.
COMPARE = "/compare/"


@contextmanager
def watched(page: Page, *words: str) -> Iterator[None]:
    """Fail if what is done inside shows in the address, title, history, stores or a request."""
    sent: list[Request] = []

    def note(request: Request) -> None:
        sent.append(request)

    page.on("request", note)
    kept = "" if in_english(urlsplit(page.url).path) == COMPARE else "location.hash"
    path = "location.origin + location.pathname + location.search"
    where = f"[{path}, {kept or 0}, document.title, history.length, history.state]"
    before = page.evaluate(where)
    yield
    assert page.evaluate(where) == before
    assert_nothing_is_kept(page)
    page.remove_listener("request", note)
    for request in sent:
        assert request.method == "GET"
        told = f"{request.url} {request.all_headers()}".lower()
        assert not [word for word in words if word.lower() in told], told
        # The one thing added to an address is the time, so that a new index is not missed.
        assert re.fullmatch(r"(ts=\d+)?", urlsplit(request.url).query), request.url


def test_nothing_is_kept_and_nothing_fails(new_page: NewPage, page_kinds: list[str]) -> None:
    """Walk every kind of page and use what there is to use.

    `new_page` itself fails for a request to another host and for a breach of the policy.
    """
    page = new_page()
    wrong: list[str] = []

    def note_failure(request: Request) -> None:
        # A frame on its way is given up when another is chosen, or when one leaves: no fault.
        if request.failure != "net::ERR_ABORTED":
            wrong.append(f"{page.url}: {request.failure}: {request.url}")

    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
    page.on("requestfailed", note_failure)
    page.on(
        "response",
        lambda answer: (
            wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
        ),
    )
    for path in [*page_kinds, "/search/"]:
        page.goto(path)
        with watched(page):
            page.evaluate("for (const part of document.querySelectorAll('summary')) part.click()")
            use_every_field(page)
        assert urlsplit(page.url).path == path
    assert not wrong, "\n".join(wrong)


def use_every_field(page: Page) -> None:
    """Choose, tick and type in whatever the page has, and press Enter in it."""
    fields = page.locator("main :is(input, select, textarea):visible")
    for index in range(fields.count()):
        field = fields.nth(index)
        kind = field.evaluate("field => field.type")
        if kind in ("radio", "checkbox"):
            field.check()
        elif kind.startswith("select"):
            field.select_option(index=1)
        else:
            field.press_sequentially("pardon")
        if kind != "select-one":
            field.press("Enter")


def test_a_search_shows_nowhere(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/search/")
    with watched(page, "pardon"):
        box = page.get_by_label("What are you looking for?")
        box.press_sequentially("pardon")
        expect(page.locator("#results li").first).to_be_visible()
        box.press("Enter")
        expect(page.locator("#search-status")).to_contain_text("found")
    page.locator("#results a").first.click()
    expect(page.locator("h1")).not_to_have_text("Search")
    assert "pardon" not in page.url
    assert_nothing_is_kept(page)


def test_a_filter_shows_nowhere(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/myths/")
    with watched(page, "employer"):
        page.get_by_label("Employers").check()
        page.get_by_label("Employers").press("Enter")


def test_a_choice_leads_to_the_guide_and_shows_nowhere_else(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/states/")
    choice = page.get_by_label("Choose a place")
    with watched(page, "ohio"):
        choice.select_option("Ohio")
    page.get_by_role("button", name="Show the guide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohio")
    assert_nothing_is_kept(page)
    page.go_back()
    expect(choice).to_have_value("")
    choice.select_option("Ohio")
    page.reload()
    expect(choice).to_have_value("")


@pytest.mark.parametrize("scripts", [True, False])
def test_no_other_site_learns_where_a_visitor_came_from(
    scripts: bool, browser: Browser, site_url: str, page_kinds: list[str]
) -> None:
    """Follow an outside link of every kind of page: the other site is told no page of ours."""
    with browser.new_context(base_url=site_url, java_script_enabled=scripts) as context:
        asked: list[Request] = []
        context.route(
            lambda url: not url.startswith(site_url),
            lambda route: (asked.append(route.request), route.fulfill(body="elsewhere"))[1],
        )
        page = context.new_page()
        for path in page_kinds:
            page.goto(path)
            link = page.locator("main a[href^='http']:visible").first
            if not link.count():
                continue
            asked.clear()
            with page.expect_navigation():
                link.click()
            headers = asked[0].all_headers()
            assert not headers.keys() & {"referer", "origin", "cookie"}, path
            assert page.evaluate("document.referrer") == "" if scripts else True
    assert asked


def test_the_headers_of_our_own_requests_name_no_page(new_page: NewPage) -> None:
    """So a server's log can't say who went from which page to which."""
    page = new_page()
    told: list[str] = []
    page.on("request", lambda request: told.append(request.headers.get("referer", "")))
    page.goto("/")
    page.get_by_role("link", name="Find your state").first.click()
    page.locator(".state-list a").first.click()
    expect(page.locator(".answer")).to_be_visible()
    assert set(told) == {""}


FIELDS = "main :is(input, textarea, select)"


def test_no_field_hands_what_is_typed_to_the_browser(
    new_page: NewPage, page_kinds: list[str]
) -> None:
    """No field is completed or remembered, and none is sent away to have its spelling checked."""
    page = new_page()
    wrong = []
    for path in [*page_kinds, "/search/"]:
        page.goto(path)
        wrong += page.locator("form").evaluate_all(
            """(all, path) => all
                .filter(form => form.autocomplete !== "off" || form.hasAttribute("action"))
                .map(form => path + form.outerHTML.slice(0, 90))""",
            path,
        )
        wrong += page.locator(FIELDS).evaluate_all(
            """(all, path) => all.filter(field => {
                const typed = field.matches("textarea, [type=search], [type=text], :not([type])")
                    && !field.matches("select, [readonly]");
                return !field.form && field.autocomplete !== "off"
                    || typed && (field.autocomplete !== "off" || field.spellcheck || field.name
                    || field.getAttribute("autocorrect") !== "off");
            }).map(field => path + field.outerHTML.slice(0, 120))""",
            path,
        )
    assert not wrong, "\n".join(wrong)


def test_no_address_carries_a_question(new_page: NewPage, page_kinds: list[str]) -> None:
    page = new_page()
    for path in page_kinds:
        page.goto(path)
        links = page.locator("a[href]").evaluate_all("all => all.map(link => String(link.href))")
        own = [link for link in links if link.startswith(page.url.split("/", 3)[0])]
        assert not [link for link in own if re.search(r"://[^/]*127\.0\.0\.1[^#]*\?", link)], path
