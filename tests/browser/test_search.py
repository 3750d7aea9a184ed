"""Search: on this machine only, and with no trace of what was typed."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect
from record_relief.source.model import StatesFile

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
    assert not [url for url in fetched if "pagefind" in url or "directory" in url]
    type_words(page, "t")
    expect(page.locator("#search-status")).to_contain_text("found")
    assert [url for url in fetched if "directory" in url]
    assert not [url for url in fetched if "?" in url], "a query in an address"


def test_a_first_result_comes_within_60_kb(new_page: NewPage) -> None:
    page = new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/search/")
    type_words(page, "calfornia")
    expect(page.locator("#results a").first).to_have_text("California")
    sizes = {answer.url: len(gzip.compress(answer.body(), 9)) for answer in answers}
    assert sum(sizes.values()) <= 60_000, sizes


def first_three(page: Page, words: str) -> list[str]:
    page.get_by_label("What are you looking for?").fill(words)
    expect(page.locator("#search-status")).to_contain_text("found")
    return page.locator("#results a").all_inner_texts()[:3]


PLACES = {
    "New York": ("new york", "NY", "ny", "N.Y.", "n. y.", "New Yrok", "newyork", "NYC"),
    "California": ("Calif", "calif.", "CA", "Californa", "calafornia"),
    "Massachusetts": ("mass", "MA", "Masachusets", "massachussetts"),
    "Pennsylvania": ("penna", "PA", "pensylvania"),
    "Mississippi": ("MS", "missisippi"),
    "Indiana": ("IN", "ind", "indianna"),
    "Oregon": ("OR", "ore."),
    "Maine": ("ME", "maine"),
    "Kansas": ("kansas",),
    "West Virginia": ("WV", "W. Va.", "west virgina"),
    "Virginia": ("VA", "virginia"),
    "Washington": ("wash", "WA", "washington state"),
    "District of Columbia": ("DC", "D.C.", "Washington DC"),
    "U.S. Virgin Islands": ("virgin islands", "USVI"),
    "Puerto Rico": ("PR", "puerto rico", "porto rico"),
    "Federal system": ("federal", "US"),
}
NAMES = [(words, title) for title, names in PLACES.items() for words in names]


def test_the_name_or_code_of_a_place_finds_it_first(page: Page) -> None:
    wrong = {
        words: found for words, title in NAMES if (found := first_three(page, words))[0] != title
    }
    assert not wrong


def test_every_place_is_first_for_its_own_name_and_code(page: Page, data: StatesFile) -> None:
    wrong = {
        words: found
        for place in data.jurisdictions
        for words in (place.name, place.code)
        if (found := first_three(page, words))[0] != place.name
    }
    assert not wrong


WORDS = {
    "erase": "Sealing, expungement and vacatur",
    "erase my record": "Sealing, expungement and vacatur",
    "clear": "Sealing, expungement and vacatur",
    "wipe": "Sealing, expungement and vacatur",
    "wipe my record clean": "Sealing, expungement and vacatur",
    "expungment": "Sealing, expungement and vacatur",
    "background check": "Fair hiring",
    "background chek": "Fair hiring",
    "felony": "Which offenses",
    "rap sheet": "Get your own record",
    "criminal history": "Get your own record",
    "ban the box": "Private employers",
    "how much does it cost": "Cost of filing",
    "how long do I have to wait": "Waiting time and deadline",
    "apartment": "Fair renting",
    "nursing": "Exclusion screening in health care",
    "nurse license": "Exclusion screening in health care",
    "juvenile": "Arrests and juvenile records",
    "free lawyer": "Get help",
    "layer": "Talking to a lawyer",
    "texas ban the box": "Texas",
    "ny expungement": "New York",
    "was I forced": "Sex and labor trafficking",
    "they forced me": "What might help me?",
    "I was a victim": "What might help me?",
    "map": "Compare the states",
    "can my boss fire me": "Fair hiring",
    "wrong person on my report": "A report shows a record that should not be there",
    "do I qualify": "What might help me?",
    "letters": "Forms and letters",
    "handout": "Sheets to print",
    "green card": "What an order changes",
    "deported": "What an order changes",
    "immigration lawyer": "Talking to a lawyer",
    "NYC": "A background check on you for work: New York City, New York",
    "new york city landlord": "Fair renting in New York City, New York",
    "LA employer": "Fair hiring in Los Angeles, California",
    "philly": "Fair hiring in Philadelphia, Pennsylvania",
    "Philadelphia": "A background check on you for work: Philadelphia, Pennsylvania",
    "Seattle": "A background check on you for a home: Seattle, Washington",
    "manhattan landlord": "Fair renting in New York City, New York",
    "can an employer ask": "Private employers",
    "seattle landlord": "Fair renting in Seattle, Washington",
    "old record": "Sealing, expungement and vacatur",
    "DUI": "Sealing, expungement and vacatur",
    "weed": "Sealing, expungement and vacatur",
    "shoplifting": "Sealing, expungement and vacatur",
    "dismissed": "Sealing, expungement and vacatur",
    "charges dropped": "Sealing, expungement and vacatur",
    "juvenile record": "Sealing, expungement and vacatur",
    "burden of proof": "Burden of proof",
    "how many days to answer": "Days to answer about a job",
    "can they ask": "A background check on you, place by place",
    "how do I complain": "A background check on you, place by place",
}


def test_everyday_words_find_the_page_for_them(page: Page) -> None:
    wrong = {
        words: found
        for words, title in WORDS.items()
        if title not in (found := first_three(page, words))
    }
    assert not wrong


def test_what_explains_stands_before_what_every_place_has(page: Page) -> None:
    """The word is in the title of a page of each place: these fill no list of first results."""
    page.get_by_label("What are you looking for?").fill("clear")
    shown = page.locator("#results a")
    expect(shown.first).to_be_visible()
    links: list[str] = shown.evaluate_all("all => all.map(a => a.href)")
    assert not [link for link in links if "/other-ways/" in link]
    assert {"Find your state", "What might help me?"} <= set(shown.all_inner_texts()[:3])


def test_a_long_list_says_that_there_is_more_and_shows_it(page: Page) -> None:
    field, status = page.get_by_label("What are you looking for?"), page.locator("#search-status")
    more, shown = page.get_by_role("button", name="Show more"), page.locator("#results a")
    field.fill("record")
    expect(status).to_have_text(re.compile(r"^More pages were found\. These are the first \d+\.$"))
    before = shown.all_inner_texts()
    assert str(len(before)) in status.inner_text()
    more.click()
    expect(shown.nth(len(before))).to_be_focused()
    now = shown.all_inner_texts()
    assert now[: len(before)] == before
    assert len(set(shown.evaluate_all("all => all.map(a => a.href)"))) == len(now)
    while more.is_visible():
        more.click()
    assert status.inner_text() == f"{shown.count()} pages found."
    field.fill("massachusetts fees")
    expect(status).not_to_have_text(f"{shown.count()} pages found.")
    field.fill("qwzxv")
    expect(more).to_be_hidden()


def test_the_text_of_every_page_can_be_searched(page: Page) -> None:
    type_words(page, "certified mail")
    page.get_by_role("button", name="Search the text of every page").click()
    expect(page.locator("#results mark").first).to_be_visible()
    expect(page.get_by_role("button", name="Search the text")).to_be_hidden()


@pytest.mark.parametrize("words", ["interpreter", "notarized"])
def test_words_that_stand_only_in_a_text_are_found_there(page: Page, words: str) -> None:
    type_words(page, words)
    expect(page.locator("#results mark").first).to_contain_text(words[:6], ignore_case=True)


def test_a_myth_is_called_one_in_every_result(page: Page, data: StatesFile) -> None:
    """Its words alone, in bold, would read as true."""
    myth = data.myths[0]
    type_words(page, myth.myth)
    page.get_by_role("button", name="Search the text of every page").click()
    own = page.locator(f"#results a[href$='/myths/{myth.id}/']")
    expect(own.first).to_have_text(f"Myth: {myth.myth}")


def test_a_result_can_be_opened(page: Page) -> None:
    type_words(page, "new york")
    page.locator("#results a", has_text="New York").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New York")
    assert "york" not in page.url.partition("?")[2]


def test_who_looks_for_a_city_finds_it_named(page: Page) -> None:
    """In the part of its place, which is open, at the line of its own rule."""
    type_words(page, "Philadelphia")
    page.get_by_role("link", name="A background check on you for work: Philadelphia").click()
    expect(page.locator("details[open] > summary")).to_have_text("Pennsylvania")
    city = page.locator("details[open] :target")
    expect(city.get_by_role("link").first).to_be_in_viewport()
    expect(city).to_have_text(re.compile(r"^Philadelphia: "))
    assert city.evaluate("line => line.getBoundingClientRect().top") < 200


def test_each_hit_for_a_city_leads_to_its_own_rule_for_work_and_for_renting(
    page: Page, data: StatesFile
) -> None:
    """Not to the top of its state's page; a city with two kinds of law is named for both."""
    found = [
        (place, law)
        for place in data.jurisdictions
        if place.fair_chance
        for law in place.fair_chance.local
        if law.status != "ended"
    ]
    both = {law.name for _, law in found if law.for_landlords} & {
        law.name for _, law in found if not law.for_landlords
    }
    assert both
    for city in both:
        page.get_by_label("What are you looking for?").fill(city)
        hits = page.locator("#results a").filter(has_text=city)
        expect(hits.first).to_be_visible()
        shown = hits.evaluate_all("links => links.map(link => [link.textContent, link.hash])")
        for title in ("Fair hiring in", "Fair renting in", "you for work:", "you for a home:"):
            assert [anchor for said, anchor in shown if f"{title} {city}," in said and anchor], city
        assert all(anchor for _, anchor in shown), city


def test_a_city_with_what_is_looked_for_finds_its_own_rule(page: Page, data: StatesFile) -> None:
    """For renting or for work, among the first three; the name alone finds each that it has."""
    titles = {
        f"Fair {'renting' if law.for_landlords else 'hiring'} in {law.name}, {place.name}": law
        for place in data.jurisdictions
        for law in (place.fair_chance.local if place.fair_chance else ())
        if law.status != "ended"
    }
    wrong = []
    for title, law in titles.items():
        words = ("rent", "landlord", "tenant") if law.for_landlords else ("job", "employer", "work")
        for word in ("", *words):
            page.get_by_label("What are you looking for?").fill(f"{law.name} {word}")
            expect(page.locator("#search-status")).to_contain_text("found")
            found = page.locator("#results a").all_inner_texts()
            if title not in found[: 3 if word else None]:
                wrong.append((title, word, found))
    assert not wrong


def test_a_place_that_is_named_among_other_words_is_found(page: Page, data: StatesFile) -> None:
    """Most of the words may stand on the pages for all places: its own are there, too."""
    cities = [
        law.name
        for place in data.jurisdictions
        for law in (place.fair_chance.local if place.fair_chance else ())
        if law.status != "ended"
    ]
    wrong = []
    for city in (cities[0], cities[-1]):
        page.get_by_label("What are you looking for?").fill(f"{city} first notice how many days")
        expect(page.locator("#search-status")).to_contain_text("found")
        found = page.locator("#results a").all_inner_texts()
        if not any(city in title for title in found):
            wrong.append((city, found))
    assert not wrong


def test_typing_leaves_no_trace(page: Page) -> None:
    before = page.url, page.evaluate("history.length"), page.title()
    type_words(page, "pardon")
    expect(page.locator("#results li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#results li").first).to_be_visible()
    assert (page.url, page.evaluate("history.length"), page.title()) == before
    page.reload()
    expect(page.get_by_label("What are you looking for?")).to_have_value("")


@pytest.mark.parametrize("words", ["qwzxv", "xylophonewarts", "zzzz", "blorptang"])
def test_nonsense_finds_nothing(page: Page, words: str) -> None:
    type_words(page, words)
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
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.locator("form.search")).to_be_hidden()
    page.get_by_role("link", name="All places by name").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find your state")
