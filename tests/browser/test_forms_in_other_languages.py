"""Forms and planners in another language: what is kept speaks it, what is sent is in English."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
from babel.dates import format_date
from playwright.sync_api import Page, expect
from record_relief.languages import language, marks

from tests import plain_data
from tests.browser.test_form_parts import ADDS, chosen, printed, upper
from tests.browser.test_forms import FEW, FORMS, PLANNERS, TRY
from tests.built_site import SHIPPING
from tests.parts_oracle import noon
from tests.planner_oracle import choices

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
SENT = [form["id"] for form in FORMS if form["use"] != "kept"]
# A day as the English page writes it.
ENGLISH_DAY = re.compile(r"[A-Z]\w+day, [A-Z]\w+ \d{1,2}, \d{4}")
# The words of the page in English, and the same in the language of the page below each.
PAIRS = """all => all.map(sent => {
    const own = Array.from(sent.parentNode.children).find(other => other.matches(".same"));
    return [sent.textContent, own ? own.textContent : ""];
})"""
pytestmark = pytest.mark.parametrize("code", SHIPPING or [pytest.param("", marks=pytest.mark.skip)])


@cache
def loaded(code: str) -> language.Language:
    return language.load(ROOT / language.FOLDER, code)


def cities_in(code: str, state: str, cities: Iterable[str]) -> list[str]:
    """Return cities and counties of a state by the names that they have in a language."""
    spoken = loaded(code)
    (place,) = (place for place in plain_data.places() if place["code"] == state)
    ids = {law["name"]: law["id"] for law in place["fair_chance"].get("local", ())}
    return [
        marks.plain(spoken.texts.pgettext(f"{state}.fair_chance.local.{ids[city]}.name", city))
        for city in cities
    ]


def told(day: str, spoken: language.Language) -> str:
    """Return a day that the English page shows as the language writes it."""
    found = datetime.strptime(day, "%A, %B %d, %Y").replace(tzinfo=UTC)
    pattern = f"EEEE, {spoken.table.day}"
    return str(format_date(found, pattern, locale=spoken.table.locale))


def given(reader: str) -> list[tuple[Any, ...]]:
    """Return what the planner is tried with: places with a time of their own, and one without."""
    waits: dict[Any, Any] = {}
    for choice in choices(reader):
        waits.setdefault(choice.waits, choice)
    return [
        (one.code, one.cities, index % 4, str(start), disputed, "", "")
        for index, one in enumerate(waits.values())
        for start, disputed in zip(map(str, FEW), ("", "2027-12-31", "", "2028-11-10"), strict=True)
    ]


@pytest.mark.parametrize("planner", PLANNERS)
def test_the_planner_gives_the_days_of_the_english_one(
    new_page: NewPage, code: str, planner: str
) -> None:
    """In the words of the language: dates, the holidays that are left out, the last day."""
    spoken = loaded(code)
    (form,) = [form for form in FORMS if form["id"] == planner]
    cases = given(form["for"][0])
    own_cases = [(state, cities_in(code, state, names), *rest) for state, names, *rest in cases]
    answers = []
    for prefix, asked in (("", cases), (f"/{code}", own_cases)):
        page = new_page()
        page.goto(f"{prefix}/tools/{planner}/")
        answers.append(json.loads(page.evaluate(TRY, json.dumps(asked))))
    days = 0
    for english, own in zip(*answers, strict=True):
        assert own[0] == [told(day, spoken) if day else "" for day in english[0]]
        for said, same in ((english[3], own[3]), (english[7], own[7])):
            assert bool(said) == bool(same)
            for day in ENGLISH_DAY.findall(said):
                # Within a sentence a language may write no comma.
                assert told(day, spoken).replace(",", "") in same.replace(",", "")
                days += 1
        # Only the day that goes into a letter is in English, too: the letter is printed in it.
        left = [day for text in own if isinstance(text, str) for day in ENGLISH_DAY.findall(text)]
        assert left == ENGLISH_DAY.findall(english[7])
        # What is no text is the same: which notes are shown.
        assert [part for part in own if isinstance(part, bool)] == [
            part for part in english if isinstance(part, bool)
        ]
        assert own[1] != english[1], "the count is told in the language"
    assert days


@pytest.mark.parametrize("planner", PLANNERS)
def test_no_english_is_left_in_a_planner(new_page: NewPage, code: str, planner: str) -> None:
    """Whatever it says: of a day that can't be, of a dispute, of a place."""
    page = new_page()
    page.goto(f"/{code}/tools/{planner}/")
    english = new_page()
    english.goto(f"/tools/{planner}/")
    for shown in (page, english):
        shown.locator("#start").fill("2027-03-01")
        shown.locator("#disputed").fill("2027-03-03")
        shown.locator("#notified").fill("2027-03-02")
        shown.locator("#state").select_option("DC")
    lines = [
        [line.strip() for line in shown.locator("form.planner").inner_text().splitlines()]
        for shown in (page, english)
    ]
    same = set(lines[0]) & set(lines[1])
    # Names, and the marks of laws.
    assert [line for line in same if len(line.split()) > 3] == []
    named = page.locator("form.planner [lang=en]:visible").all_inner_texts()
    all_said = page.locator("form.planner").inner_text()
    others = [name for name in named if not re.search(r"\d", name)]
    assert [name for name in others if f"({name})" not in all_said] == [], "citations, words"
    expect(page.locator("#too-early")).to_be_visible()
    inside = loaded(code).table.places["DC"].inside
    expect(page.locator("#place-rules")).to_contain_text(str(inside))


def choose(page: Page, form: str, code: str = "") -> None:
    """Choose a place that adds to the form, with a city, if any does; `code` is the language."""
    if form not in ADDS:
        return
    whole, adds = ADDS[form]
    places = chosen(whole["for"][0], adds)
    (state, cities), _ = max(places.items(), key=lambda found: sum(len(x.said) for x in found[1]))
    page.locator("#state").select_option(state)
    for city in cities_in(code, state, cities) if code else cities:
        page.locator(f'#cities input[value="{city}"]').check()


@pytest.mark.parametrize("form", SENT)
def test_the_paper_is_that_of_the_english_page(new_page: NewPage, code: str, form: str) -> None:
    """With what the laws of a place add to it; both languages only if somebody asks for them."""
    papers = []
    for own in ("", code):
        page = new_page(width=390)
        page.goto(f"{own and f'/{own}'}/tools/{form}/")
        choose(page, form, own)
        for box in page.locator("#added input[type=checkbox]").all():
            box.check()
        page.locator("form.sheet textarea:visible").first.fill("An answer")
        papers.append(printed(page))
    assert papers[1] == papers[0]
    assert "An answer" in papers[0]
    # What stands in a part that is left out while it is empty is on neither paper.
    own = page.locator("form.sheet .same:not(.around .same):visible").all_inner_texts()
    assert own
    squashed = [unicodedata.normalize("NFKC", " ".join(words.split())) for words in own]
    assert [words for words in squashed if words in papers[1] and len(words.split()) > 3] == []
    page.locator("#both").check()
    both = printed(page)
    assert [words for words in squashed if len(words) < 60 and words not in both] == []
    assert len(both) > 1.7 * len(papers[1])


@pytest.mark.parametrize("form", SENT)
def test_what_is_sent_says_it_in_the_language_below(
    new_page: NewPage, code: str, form: str
) -> None:
    page = new_page()
    page.goto(f"/{code}/tools/{form}/")
    choose(page, form, code)
    # A legal word in brackets stands in the language's own words.
    sent = "form.sheet span[lang=en]:visible:not(.same *):not(.around *)"
    pairs = page.locator(sent).evaluate_all(PAIRS)
    assert len(pairs) > 5
    assert [sent for sent, own in pairs if not own or own == sent] == []
    # In the language of the page stands nothing else that is English.
    instructions = page.locator(".how li, #parts-told, .around > p").all_inner_texts()
    assert instructions
    english = new_page()
    english.goto(f"/tools/{form}/")
    choose(english, form)
    same = set(english.locator(".how li, #parts-told, .around > p").all_inner_texts())
    assert same.isdisjoint(text for text in instructions if len(text.split()) > 3)


def test_words_that_were_changed_are_not_printed_beside_what_they_said(
    new_page: NewPage, code: str
) -> None:
    """Of both languages only what says the same goes on one paper; the page says why."""
    page = new_page(width=390)
    page.goto(f"/{code}/tools/first-notice-job/")
    choose(page, "first-notice-job", code)
    page.locator("#both").check()
    changed = page.locator("form.sheet .field:has(.same):has(.changed)").first
    area, same = changed.locator("textarea"), changed.locator(":scope > .same")
    words = unicodedata.normalize("NFKC", " ".join(same.inner_text().split()))
    note = changed.locator(".changed")
    expect(note).to_be_hidden()
    assert words in printed(page)
    before = area.input_value()
    area.fill("Come and see us on Monday.")
    expect(note).to_be_visible()
    expect(same).to_be_visible()
    paper = printed(page)
    assert "Come and see us on Monday." in paper
    assert words not in paper
    area.fill(before)
    expect(note).to_be_hidden()
    assert words in printed(page)


def test_a_day_written_in_the_language_is_read(new_page: NewPage, code: str) -> None:
    """Though the paper should have it in English: a day that is past is told all the same."""
    spoken = loaded(code)
    page = new_page()
    page.goto(f"/{code}/tools/first-notice-job/")
    by, note = page.locator("[data-answer-by]"), page.locator("[id$=-soon]")
    past = by.locator("xpath=ancestor::*[contains(@class, 'field')]").locator("[data-past]")
    words = str(past.get_attribute("data-past"))
    for day in (date(2022, 3, 2), date(2023, 12, 31)):
        by.fill(spoken.day(day))
        expect(note).to_have_text(words)
    by.fill(spoken.day(date(2099, 9, 1)))
    expect(note).to_be_empty()


@pytest.mark.parametrize("form", ADDS)
def test_the_way_to_write_a_date_is_one_that_is_read(
    new_page: NewPage, code: str, form: str
) -> None:
    """Told where a date can't be read; by which day the form goes is told in the language."""
    spoken, today = loaded(code), date(2026, 12, 20)
    page = new_page()
    page.clock.set_fixed_time(noon(today))
    page.goto(f"/{code}/tools/{form}/")
    field = page.locator(".field.date textarea").first
    note = page.locator(f"#{field.get_attribute('aria-describedby')}")
    start, end = str(note.get_attribute("data-unread")).split("{example}")
    field.fill("?")
    field.blur()
    expect(note).to_contain_text(end.replace("{day}", spoken.day(today)).strip())
    written = note.inner_text().removeprefix(start).split(end.split("{day}")[0])[0]
    field.fill(written)
    says = str(note.get_attribute("data-read")).replace("{day}", spoken.day(today))
    expect(note).to_have_text(says)


def test_what_is_not_ticked_is_named_in_the_language(new_page: NewPage, code: str) -> None:
    page = new_page()
    page.goto(f"/{code}/tools/first-notice-job/")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    law = next(
        found[0]
        for (_, cities), found in chosen("employer", "first").items()
        if not cities and found and found[0].binds_all and len(found[0].said) > 1
    )
    page.locator("#state").select_option(law.state)
    page.locator("[data-print]").click()
    told = page.locator("#left-out")
    expect(told).to_be_focused()
    assert page.evaluate("window.prints") == 0
    items = told.locator("li").all_inner_texts()
    own = page.locator("form.sheet .same, form.sheet legend, form.sheet label.around")
    assert set(items) <= {words.strip() for words in own.all_inner_texts()}
    assert upper(law.said[0]) not in items


def test_a_file_of_a_paper_that_is_sent_has_its_title_in_english(
    new_page: NewPage, code: str
) -> None:
    """A viewer shows the title of a file to whoever gets it; the page keeps its own."""
    page = new_page()
    for form in SENT:
        page.goto(f"/tools/{form}/")
        english = page.locator("h1, .on-paper").all_text_contents()
        page.goto(f"/{code}/tools/{form}/")
        own = page.title()
        assert own not in english
        saved = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).metadata
        assert saved is not None
        assert saved.title in english
        assert page.title() == own


def test_without_scripts_each_part_stands_in_both_languages(new_page: NewPage, code: str) -> None:
    """Whoever writes the paper by hand needs the English words, too."""
    page = new_page(java_script_enabled=False)
    page.goto(f"/{code}/tools/first-notice-job/")
    (state, _), counted = next(
        (place, counted) for place, counted in chosen("employer", "first").items() if place[1]
    )
    page.locator(f"#by-place details:has([data-state={state}]) summary").click()
    entries = page.locator("#by-place details[open] [data-said]")
    assert entries.count()
    for law in counted:
        # Places have names of their own.
        _, _, citation = law.citation.partition(": ")
        assert citation in page.locator("#by-place details[open]").inner_text()
    pairs = entries.locator("span[lang=en]").evaluate_all(PAIRS)
    assert pairs
    assert [sent for sent, own in pairs if not own or own == sent] == []
    title = page.locator("form.sheet h2 .same").first
    assert title.inner_text() not in printed(page)
    page.locator("#both").check()
    assert title.inner_text() in printed(page)


@pytest.mark.parametrize("form", ["individual-assessment", "rental-assessment"])
def test_what_is_kept_is_all_in_the_language(new_page: NewPage, code: str, form: str) -> None:
    """With what the laws of a place add; who needs it in English is shown where."""
    papers = []
    for tongue in ("", code):
        page = new_page()
        page.goto(f"{tongue and f'/{tongue}'}/tools/{form}/")
        choose(page, form, tongue)
        for binds in page.locator("#added [data-binds]").all():
            binds.check()
        papers.append(page.locator("form.sheet .check:not(.around) label").all_inner_texts())
    english, own = papers
    assert len(own) == len(english)
    cities = set(page.locator("#cities label").all_inner_texts())
    assert {words for words in own if words in english} <= cities
    assert page.locator("form.sheet .same").count() == 0
    link = page.locator("form.sheet a[hreflang=en]")
    assert str(link.get_attribute("href")).endswith(f"../../tools/{form}/")
