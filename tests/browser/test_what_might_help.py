"""The guided page: its answers are those of the data, and none of them leaves the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.builders import DATA
from tests.built_site import slug
from tests.fit_oracle import Answers, every_answer, offered

NewPage = Callable[..., Page]
PATH = "/what-might-help/"


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, Any]]:
    """The places by code, as YAML alone reads them."""
    raw = yaml.load(DATA.read_bytes(), Loader=yaml.CSafeLoader)
    return {place["code"]: place for place in raw["jurisdictions"]}


def open_questions(page: Page, *codes: str) -> None:
    page.goto(PATH)
    for number, code in enumerate(codes, 1):
        if number > 1:
            page.get_by_role("button", name="Add another place").click()
        page.get_by_label(f"Place {number}", exact=True).select_option(code)


def answer(page: Page, answers: Answers) -> None:
    for ask, key in answers.items():
        page.locator(f"input[name={ask}][value={key}]").check()
    page.get_by_role("button", name="Show what may help").click()


def test_it_offers_what_the_data_allows_for_every_answer_in_every_place(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """All combinations: the page is asked by its own controls, only not drawn each time."""
    page = new_page()
    codes = list(places)
    open_questions(page, *codes)
    combinations = list(every_answer())
    shown = json.loads(
        page.evaluate(
            """combinations => JSON.stringify(combinations.map(given => {
                document.getElementById("answer-places").style.display = "none";
                const form = document.getElementById("answers");
                for (const radio of form.querySelectorAll("input"))
                    radio.checked = radio.value !== "" && given[radio.name] === radio.value;
                form.requestSubmit();
                return [...document.querySelectorAll("#answer .place-fit")].map(place =>
                    [...place.querySelectorAll("[data-group=may] [data-law] h5")]
                        .map(title => title.textContent));
            }))""",
            combinations,
        )
    )
    for given, of_places in zip(combinations, shown, strict=True):
        for code, titles in zip(codes, of_places, strict=True):
            assert titles == offered(places[code], given), (code, given)


def test_what_does_not_fit_says_why(new_page: NewPage) -> None:
    page = new_page(width=390)
    open_questions(page, "OR")
    answer(page, {"record": "conviction", "trafficking": "labor", "offense": "other"})
    expect(page.get_by_role("heading", name="What may help you")).to_be_focused()
    result = page.locator("#answer .place-fit")
    expect(result.get_by_text("No law made for survivors here seems to fit")).to_be_visible()
    expect(result.locator("[data-group=may]")).to_be_hidden()
    lines = result.locator("[data-group=not] [data-law] li")
    expect(lines.filter(has_text="Records:")).to_contain_text("Seems to fit")
    expect(lines.filter(has_text="Charges:")).to_contain_text("Does not seem to fit")
    for heading in ("What else to try", "What to gather", "Who to call"):
        expect(result.get_by_role("heading", name=heading)).to_be_visible()
    expect(result.locator("a[href^='tel:']").last).to_be_visible()


def test_a_case_that_was_put_off_is_never_ruled_out_unread(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """Where a law says so it seems to fit; where nobody has looked, it is one to ask about."""
    page = new_page(width=390)
    for deferred, verdict in (("yes", "Seems to fit"), ("unspecified", "Ask about this")):
        code, title = next(
            (code, law["title"])
            for code, place in places.items()
            for law in place["relief"]
            if law["deferred"] == deferred and "arrest" not in law["records"]
        )
        open_questions(page, code)
        answer(page, {"record": "deferred"})
        law = page.locator("#answer [data-group=may] [data-law]").filter(has_text=title).first
        expect(law.locator("li", has_text="Records:")).to_contain_text(verdict)
        expect(page.get_by_text("No law made for survivors here seems to fit")).to_be_hidden()


def test_a_sentence_under_way_is_not_yet_and_not_never(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "IL", "CA")
    answer(page, {"sentence": "unfinished"})
    later = page.locator("#answer .place-fit").last.locator("[data-group=not]")
    expect(later.get_by_text("Not yet")).to_be_visible()


def test_several_places_each_once_in_the_order_chosen(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "US", "NY", "NY", "GU")
    answer(page, {})
    expect(page.locator("#answer h3")).to_have_text(["Federal system", "New York", "Guam"])
    expect(page.locator("#answer .place-fit").last).to_contain_text("does not prove there is none")


def test_without_a_place_it_asks_for_one(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PATH)
    page.get_by_role("button", name="Show what may help").click()
    expect(page.get_by_role("alert")).to_have_text("Choose at least one place.")
    expect(page.get_by_label("Place 1")).to_be_focused()
    expect(page.locator("#answer")).to_be_hidden()


SHOWN = "document.querySelector('#answer-places').innerText"


def test_no_answer_stands_below_a_form_that_says_something_else(new_page: NewPage) -> None:
    """Each change of the form gives what a fresh page gives that was asked the same."""
    page, fresh = new_page(), new_page()
    open_questions(page, "OH")
    answer(page, {"age": "minor"})
    page.get_by_role("button", name="Add another place").click()
    asked: Answers = {"age": "minor"}
    changes: list[tuple[list[str], Answers]] = [
        (["TX", ""], {}),
        (["TX", "OH"], {}),
        (["TX", ""], {"age": "adult"}),
        (["OR", ""], {"record": "conviction"}),
        (["OR", ""], {"offense": "other"}),
    ]
    for codes, given in changes:
        for number, code in enumerate(codes, 1):
            page.get_by_label(f"Place {number}", exact=True).select_option(code)
        for ask, key in given.items():
            page.locator(f"input[name={ask}][value={key}]").check()
        asked = {**asked, **given}
        open_questions(fresh, *filter(None, codes))
        answer(fresh, asked)
        assert page.evaluate(SHOWN) == fresh.evaluate(SHOWN)
        expect(page.get_by_text("You changed an answer.")).to_be_visible()
    page.get_by_label("Place 1", exact=True).select_option("")
    expect(page.locator("#answer")).to_be_hidden()
    expect(page.get_by_role("alert")).to_have_text("Choose at least one place.")


def test_an_answer_that_was_not_asked_for_is_not_shown(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH")
    page.locator("input[name=age][value=minor]").check()
    expect(page.locator("#answer")).to_be_hidden()


def test_clearing_leaves_nothing(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH", "TX")
    answer(page, {"age": "minor"})
    expect(page.locator("#answer")).to_be_visible()
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("#answer")).to_be_hidden()
    expect(page.locator("#answer .place-fit")).to_have_count(0)
    expect(page.locator("#answers select:visible")).to_have_count(1)
    expect(page.get_by_label("Place 1")).to_have_value("")
    assert page.locator("#answers input:checked").count() == 0


def test_answers_are_not_in_the_address_and_not_sent(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    open_questions(page, "NV")
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    before = page.evaluate("[history.length, document.title]")
    answer(page, {"record": "arrest", "offense": "prostitution"})
    expect(page.locator("#answer")).to_be_visible()
    assert page.url == site_url + PATH
    assert page.evaluate("[history.length, document.title]") == before
    assert page.evaluate("history.state") is None
    assert sent == []
    page.reload()
    expect(page.get_by_label("Place 1")).to_have_value("")
    assert page.locator("#answers input:checked").count() == 0


def test_all_of_it_works_from_the_keyboard(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PATH)
    page.get_by_label("Place 1").focus()
    page.keyboard.type("Vermont")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add another place")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input[name=record][value=conviction]")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("#answer h3")).to_have_text("Vermont")


def test_without_javascript_the_same_stands_place_by_place(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PATH)
    expect(page.locator("#answers")).to_be_hidden()
    expect(page.get_by_text("That needs JavaScript")).to_be_visible()
    expect(page.get_by_text("Answer what you can.")).to_be_hidden()
    expect(page.get_by_text("Your answers stay on this page.")).to_be_hidden()
    links = page.locator(".state-list a")
    expect(links).to_have_count(len(places))
    links.filter(has_text="Oregon").click()
    expect(page).to_have_url(f"{page.url.split(PATH)[0]}{PATH}{slug('Oregon')}/")
    law = page.locator(".law-fit")
    expect(law).to_contain_text("Does not seem to fit another charge that is not violent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_answer_is_accessible_and_fits_the_screen(
    width: int, scheme: str, new_page: NewPage, axe: Callable[[Page], list[str]]
) -> None:
    page = new_page(width=width, scheme=scheme)
    open_questions(page, "CA", "OR", "GU")
    answer(page, {"offense": "violent", "trafficking": "labor"})
    expect(page.locator("#answer")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # under the header that stays, half a button is a small target
    assert not axe(page)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_what_is_printed_is_the_answer(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "CA")
    answer(page, {})
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="California")).to_be_visible()
    expect(page.locator("#answers")).to_be_hidden()
    expect(page.locator("#each-place")).to_be_hidden()
