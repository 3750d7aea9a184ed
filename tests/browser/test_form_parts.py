"""What the law of a state and its cities adds to a form: chosen, printed, kept nowhere."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from record_relief.derive.form_content import FIRST_DAY

from tests import plain_data
from tests.binding_oracle import is_bar_open
from tests.browser.reported import as_reported
from tests.paper_text import sheets
from tests.parts_oracle import (
    Law,
    change_days,
    days_of,
    laws,
    noon,
    on_day,
    open_parts,
    unsure_reach,
)

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
ALL = plain_data.forms()
# Each form that the laws of places add to, with what they add.
ADDS: dict[str, tuple[dict[str, Any], str]] = {
    form["id"]: (form, block["adds"])
    for form in ALL
    for part in form["sections"]
    for block in part["blocks"]
    if "adds" in block
}
# Days on both sides of each change of a rule, and one where none changes.
DAYS = [day - timedelta(days=n) for day in change_days() for n in (1, 0)] or [date(2027, 1, 1)]
# Choose each state with some of its cities, all within one visit, and return what the form says.
CHOOSE = """given => JSON.stringify(JSON.parse(given).map(([state, cities, number]) => {
    const field = id => document.getElementById(id);
    const send = input => input.dispatchEvent(new Event("input", { bubbles: true }));
    const texts = (part, of) =>
        Array.from(part.querySelectorAll(of), item => item.textContent.trim());
    field("state").value = state;
    send(field("state"));
    if (field("number")) {
        field("number").value = number || "";
        send(field("number"));
    }
    for (const box of field("cities").querySelectorAll("input")) {
        box.checked = cities.includes(box.value);
        send(box);
    }
    const sections = Array.from(field("added").children, section => [
        Array.from(section.querySelectorAll("h3, h4"), part => part.textContent)
            .filter(Boolean).join(": "),
        !section.classList.contains("around"),
        texts(section, "[data-parts] > * > label, [data-parts] legend, [data-parts] > p"),
        texts(section, "[data-open] li"),
        texts(section, "[data-beside] li"),
        texts(section, "[data-offers] label"),
        texts(section, "[data-ahead]:not([hidden])").join(""),
    ]);
    return [sections, field("parts-told").textContent];
}))"""


def chosen(
    reader: str, adds: str, day: date | None = None, number: int | None = None
) -> dict[tuple[str, tuple[str, ...]], list[Law]]:
    """Return what laws count for each choice: a state alone, each of its cities, all of them.

    Today, as the browser has it, or on another day.
    """
    day = day or datetime.now(UTC).date()
    found: dict[tuple[str, tuple[str, ...]], list[Law]] = {}
    every = sorted(on_day(reader, adds, day, number), key=lambda law: law.state)
    for state, group in groupby(every, key=lambda law: law.state):
        own = list(group)
        cities = sorted({law.city for law in own if law.city})
        for some in [(), *((city,) for city in cities), tuple(cities)]:
            found[state, some] = [law for law in own if law.city is None or law.city in some]
    return found


@pytest.mark.parametrize("form", ADDS)
def test_a_form_holds_what_the_laws_of_a_place_ask_for(new_page: NewPage, form: str) -> None:
    """Item by item, with the citation, for every place and city; never what is not confirmed."""
    whole, adds = ADDS[form]
    places = chosen(whole["for"][0], adds, DAYS[0])
    assert places
    page = opened(new_page, form, DAYS[0])
    compare(page, places, None)
    codes = page.locator("#state option").evaluate_all("all => all.map(option => option.value)")
    without = next(code for code in codes if code and (code, ()) not in places)
    page.locator("#state").select_option(without)
    expect(page.locator("#parts-told")).to_contain_text("we found nothing")
    expect(page.locator("#added")).to_be_empty()


def opened(new_page: NewPage, form: str, clock: date) -> Page:
    """Open a form on a day."""
    page = new_page()
    page.clock.set_fixed_time(noon(clock))
    page.goto(f"/tools/{form}/")
    return page


def compare(
    page: Page, places: dict[tuple[str, tuple[str, ...]], list[Law]], number: int | None
) -> None:
    """Hold what the page tells of each choice against the second reading."""
    asked = [[state, cities, number] for state, cities in places]
    answers = json.loads(page.evaluate(CHOOSE, json.dumps(asked)))
    for (place, counted), (sections, told) in zip(places.items(), answers, strict=True):
        shown = {
            (title, *map(tuple, (said, left_out, beside, offered)), bool(ahead)): printed
            for title, printed, said, left_out, beside, offered, ahead in sections
        }
        assert len(sections) == len(counted), place
        for law in counted:
            (match,) = [
                printed
                for (title, said, left_out, beside, offered, ahead), printed in shown.items()
                if title == law.citation and same(said, law.said) and same(left_out, law.left_out)
                if same(beside, law.beside) and ahead == bool(law.since)
                if same(offered, tuple(words.split("{")[0] for words in law.offered))
            ]
            # A law that binds only some, and one of which nothing is confirmed, is not printed
            # unless somebody says so.
            bound = law.binds_all and not law.since and law.binds(number)
            assert match == (bool(law.said) and bound), (place, law.citation)
            assert law.citation in told
        assert ("we found nothing" in told) == (all(law.city for law in counted)), place


def changing(reader: str, adds: str, day: date, number: int | None) -> dict[Any, list[Law]]:
    """Return the choices in places where a rule changes."""
    codes = {place["code"] for place in plain_data.places() if days_of(place)}
    found = chosen(reader, adds, day, number)
    return {choice: some for choice, some in found.items() if choice[0] in codes}


def numbers(reader: str) -> list[int | None]:
    """Return none, and the numbers on both sides of those that a changing rule names."""
    every = [law for day in (date.min, date.max) for law in laws(reader, "factors", day)]
    codes = {place["code"] for place in plain_data.places() if days_of(place)}
    least = sorted({law.least for law in every if law.least and law.state in codes})
    return [None, *(number - n for number in least for n in (1, 0))]


WRITTEN: dict[str, Callable[[date], str]] = {
    "iso": date.isoformat,
    "words": lambda day: f"{day:%B} {day.day}, {day.year}",
    "short": lambda day: f"{day:%m/%d/%y}",
}


@pytest.mark.parametrize("form", ADDS)
@pytest.mark.parametrize("how", ["clock", "iso", "words", "short"])
def test_a_form_goes_by_the_rule_of_its_day(new_page: NewPage, form: str, how: str) -> None:
    """By the date that stands in it, else by today; on both sides of each change."""
    whole, adds = ADDS[form]
    for day in DAYS:
        page = opened(new_page, form, day if how == "clock" else DAYS[0] - timedelta(days=9))
        if how != "clock":
            page.locator(".field.date textarea").first.fill(WRITTEN[how](day))
        for number in numbers(whole["for"][0]):
            compare(page, changing(whole["for"][0], adds, day, number), number)


@pytest.mark.parametrize("form", ADDS)
def test_a_form_says_by_which_day_it_goes(new_page: NewPage, form: str) -> None:
    """Where its date can't be read by today, and how to write it: once the field is left."""
    today, day = date(2026, 12, 20), date(2027, 1, 8)
    page = opened(new_page, form, today)
    field = page.locator(".field.date textarea").first
    note = page.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(note).to_be_empty()
    others = "8 Jan 2027", "Friday, January 8th, 2027", "January 8th 27", "8th of January 2027"
    for typed in (*(write(day) for write in WRITTEN.values()), "1/8/27", "1-8-2027", *others):
        field.fill(typed)
        expect(note).to_have_text("The rules of January 8, 2027 count here.")
    early = f"01/05/{FIRST_DAY.year - 1}"  # before what a planner takes
    yearless = "January 8", "Jan 2027", "soon"
    for unread in ("2/30/2027", "25/12/2026", "13/13/26", "2027-02-30", *yearless, early):
        field.fill("")
        field.press_sequentially(unread)
        expect(note).to_be_empty()
        field.blur()
        expect(note).to_contain_text("We could not read this date.")
        expect(note).to_contain_text("the rules of today, December 20, 2026, count")
    field.fill("December 20, 2026")
    expect(note).to_have_text("The rules of December 20, 2026 count here.")
    field.fill("soon")
    field.blur()
    field.fill("")
    expect(note).to_be_empty()


# Each form with a place where a law binds a smaller one from a day on, and that number.
NEW = [
    (form, law, number)
    for form, (whole, adds) in ADDS.items()
    for number in numbers(whole["for"][0])
    if number
    for law in on_day(whole["for"][0], adds, DAYS[0], number)
    if law.since and law.said and law.binds_all
]


@pytest.mark.parametrize(("form", "law", "number"), NEW, ids=lambda each: str(each)[:30])
def test_what_binds_from_a_later_day_is_told_and_can_be_ticked(
    new_page: NewPage, form: str, law: Law, number: int
) -> None:
    assert law.since
    page = opened(new_page, form, law.since - timedelta(days=1))
    page.locator("#state").select_option(law.state)
    page.locator("#number").fill(str(number))
    ahead = page.locator("#added .added").filter(has=page.locator("[data-ahead]:not([hidden])"))
    part = ahead.filter(has_text=law.said[0])
    expect(part).to_contain_text("this law binds you too")
    expect(part).to_contain_text(str(law.since.year))
    around = re.compile(r"\baround\b")  # what is not printed
    expect(part).to_have_class(around)
    part.get_by_label("This law binds us").check()
    expect(part).not_to_have_class(around)
    if form.endswith("assessment"):
        assert upper(law.said[0]) in printed(page)


@pytest.mark.parametrize(("form", "law", "number"), NEW, ids=lambda each: str(each)[:30])
def test_of_the_rule_before_a_day_and_the_one_after_it_only_one_is_ticked(
    new_page: NewPage, form: str, law: Law, number: int
) -> None:
    """Whoever ticks one takes the other back; the date of the form still decides."""
    assert law.since
    page = opened(new_page, form, law.since - timedelta(days=1))
    page.locator("#state").select_option(law.state)
    parts = page.locator("#added .added").filter(has_text=law.said[0])
    ahead = page.locator("[data-ahead]:not([hidden])")
    before, after = (
        part.get_by_label("This law binds us")
        for part in (parts.filter(has_not=ahead), parts.filter(has=ahead))
    )
    expect(before).to_be_checked()
    after.check()
    expect(before).not_to_be_checked()
    page.locator("#state").select_option("")
    page.locator("#state").select_option(law.state)
    expect(before).not_to_be_checked()
    expect(after).to_be_checked()
    before.check()
    expect(after).not_to_be_checked()
    after.check()
    page.locator("#number").fill(str(number))
    expect(before).not_to_be_checked()
    before.check()
    expect(after).not_to_be_checked()
    page.locator("#number").fill("")
    date = page.locator(".field.date textarea").first
    after.check()
    for day in (law.since, law.since - timedelta(days=1)):
        date.fill(day.isoformat())
        expect(
            parts.get_by_label("This law binds us").and_(page.locator(":checked"))
        ).to_have_count(1)
    expect(before).to_be_checked()


@pytest.mark.parametrize(("form", "law", "number"), NEW[:1], ids=lambda each: str(each)[:30])
def test_a_change_that_is_only_reported_is_named_and_never_ticked(
    new_page: NewPage, form: str, law: Law, number: int
) -> None:
    assert law.since
    for clock in (law.since - timedelta(days=1), law.since):
        page = new_page()
        page.clock.set_fixed_time(noon(clock))
        page.route(f"**/tools/{form}/", as_reported)
        page.goto(f"/tools/{form}/")
        page.locator("#state").select_option(law.state)
        page.locator("#number").fill(str(number))
        ahead = page.locator("#added .added").filter(has=page.locator("[data-ahead]:not([hidden])"))
        part = ahead.filter(has_text=law.said[0])
        expect(part).to_contain_text("reported, but not confirmed")
        expect(part).to_contain_text("ask whether")
        expect(part.get_by_label("This law binds us")).not_to_be_checked()


def test_without_scripts_each_part_tells_its_days(new_page: NewPage) -> None:
    for form, law, _ in NEW:
        page = new_page(java_script_enabled=False)
        page.goto(f"/tools/{form}/")
        parts = page.locator(f'#by-place [data-state="{law.state}"]').filter(has_text=law.said[0])
        expect(parts.filter(has_text="In force: before")).not_to_have_count(0)
        expect(parts.filter(has_text="In force: from")).not_to_have_count(0)


def barred_texts(form: str) -> list[str]:
    """Return what a paper says where the law of the city lets no record count."""
    found = next(one for one in plain_data.forms() if one["id"] == form)
    blocks = [block for section in found["sections"] for block in section["blocks"]]
    return [words_of(block["text"]) for block in blocks if block.get("barred") and "text" in block]


def words_of(text: str | dict[str, Any]) -> str:
    """Return a text of a form, which has its words alone or with what they rest on."""
    return text if isinstance(text, str) else text["say"]


def test_a_landlord_whose_city_bars_records_gives_out_no_rule_on_them(new_page: NewPage) -> None:
    barring = [
        (place["code"], law["name"], " (not confirmed)" * is_bar_open(place["fair_chance"], law))
        for place in plain_data.places()
        for law in (place.get("fair_chance") or {}).get("local", ())
        if law.get("bars_all") and law["status"] == "in_force"
    ]
    says = barred_texts("rental-standards")
    assert barring
    assert says
    page = new_page()
    page.goto("/tools/rental-standards/")
    records = page.get_by_label("Convictions that matter for a home")
    for state, city, mark in barring:
        page.locator("#state").select_option(state)
        expect(records).to_be_visible()
        page.get_by_label(city, exact=True).check()
        expect(records).to_be_hidden()
        told = page.locator("#parts-told")
        expect(told).to_contain_text(f"{city}{mark}: do not let a record count")
        expect(told).not_to_contain_text(f"{city}: we found nothing")
        paper = printed(page)
        assert "Convictions that matter" not in paper
        assert "say no because of a record" not in paper
        # The paper says so itself: what stands around it on the screen is not printed.
        assert all(text in paper for text in says)
        assert "how you have changed" not in paper
        assert "arrests without a conviction" not in paper
        page.get_by_label(city, exact=True).uncheck()
        assert not any(text in printed(page) for text in says)


@pytest.mark.parametrize("form", [form for form in ADDS if ADDS[form][0]["for"] == ["landlord"]])
def test_each_form_fits_a_city_that_bars_records(new_page: NewPage, form: str) -> None:
    """One instruction, its own, at the top; and the paper itself says what is left."""
    state, law = next(
        (place["code"], law)
        for place in plain_data.places()
        for law in (place.get("fair_chance") or {}).get("local", ())
        if law.get("bars_all") and law["status"] == "in_force"
    )
    page = new_page()
    page.goto(f"/tools/{form}/")
    told = page.locator("#parts-told")
    page.locator("#state").select_option(state)
    expect(told).to_be_visible()
    page.get_by_label(law["name"], exact=True).check()
    expect(told).to_be_visible()
    expect(told).to_contain_text(ADDS[form][0]["barred"]["say"])
    expect(page.locator("#added")).not_to_contain_text("Strike out")
    paper = printed(page)
    says = barred_texts(form)
    assert says
    assert all(text in paper for text in says)
    assert "a record may lead us to say no" not in paper


def test_a_letter_without_a_place_says_so_before_it_prints(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/final-notice-job/")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    button = page.get_by_role("button", name="Print or save")
    warning = page.get_by_text("No state is chosen.")
    expect(warning).to_be_hidden()
    button.click()
    expect(warning).to_be_visible()
    assert page.evaluate("window.prints") == 0
    button.click()
    assert page.evaluate("window.prints") == 1
    assert "No state is chosen" not in printed(page)
    page.locator("#state").select_option("IL")
    expect(warning).to_be_hidden()


def same(shown: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Return whether the form shows these parts; a number of days stands in a sentence."""
    return len(shown) == len(given) and all(
        part.lower() in item.lower() for item, part in zip(shown, given, strict=True)
    )


def cited(law: Law) -> str:
    """Return the citation alone: a form has the name of the place in a heading above it."""
    return law.citation.split(": ", 1)[-1]


def printed(page: Page) -> str:
    text = " ".join(" ".join(sheets(page.pdf(format="Letter"))).split())
    return unicodedata.normalize("NFKC", text)  # "fi" may be one letter of the typeface


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def test_a_notice_prints_the_parts_that_bind_and_no_instruction(
    new_page: NewPage, axe: Callable[..., list[str]]
) -> None:
    """As somebody in Chicago does it: the state's law is confirmed, the city's is not."""
    state, city = next(
        (state, city)
        for (_, cities), (state, *rest) in chosen("employer", "final").items()
        for city in rest
        if len(cities) == 1 and state.city is None and state.binds_all and state.said
        if city.city and city.left_out and not city.said
    )
    page = new_page(width=390)
    page.goto("/tools/final-notice-job/")
    before = page.url, page.evaluate("history.length")
    page.locator("#state").select_option(state.state)
    assert city.city
    page.get_by_label(city.city, exact=True).check()
    right = page.get_by_label(upper(state.said[-1]))
    right.fill("You can complain, and so.")
    page.get_by_label("More on these points").first.fill("Call us.")
    assert axe(page) == []
    paper = printed(page)
    assert cited(state) in paper
    assert "You can complain, and so." in paper
    assert "Call us." in paper
    for law in (state, city):
        assert not [part for part in law.left_out if upper(part) in paper]
    assert cited(city) not in paper
    assert "Who must follow it" not in paper
    # Neither the form's own name nor an empty part that need not be there.
    for absent in ("(after the decision)", "What else our state", "The credit score"):
        assert absent not in paper
    assert "State where the job is" not in paper
    # A law that does not bind is left out; what was written stays for whoever finds that it does.
    binds = page.get_by_label("This law binds us.").first
    binds.uncheck()
    assert cited(state) not in printed(page)
    binds.check()
    # Clearing takes all of it away, and one step back brings it all again. What was written for a
    # place that is no longer chosen is gone for good.
    other = next(
        law
        for law in laws("employer", "final")
        if law.state != state.state and law.city is None and law.binds_all and law.said
    )
    page.locator("#state").select_option(other.state)
    page.get_by_label("More on these points").first.fill("Elsewhere")
    page.locator("#state").select_option(state.state)
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("#added")).to_be_empty()
    expect(page.locator("#parts-told")).to_be_empty()
    page.get_by_role("button", name="Put it back").click()
    expect(right).to_have_value("You can complain, and so.")
    expect(page.get_by_label(city.city, exact=True)).to_be_checked()
    assert "Call us." in printed(page)
    page.locator("#state").select_option(other.state)
    left = page.locator("#added textarea").evaluate_all("all => all.map(area => area.value)")
    assert left
    assert "Elsewhere" not in left
    assert (page.url, page.evaluate("history.length")) == before
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )


def test_a_notice_names_what_is_not_ticked_before_it_prints(new_page: NewPage) -> None:
    """Parts that a law asks for; not those of a law that is said not to bind."""
    law = next(
        law
        for law in laws("employer", "first")
        if law.city is None and law.binds_all and len(law.said) > 1
    )
    page = new_page()
    page.goto("/tools/first-notice-job/")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    page.locator("#state").select_option(law.state)
    button, told = page.get_by_role("button", name="Print or save"), page.locator("#left-out")
    expect(told).to_be_hidden()
    button.click()
    expect(told).to_be_focused()
    expect(told).to_contain_text("A copy of the whole report")
    expect(told).to_contain_text(upper(law.said[0]))
    assert page.evaluate("window.prints") == 0
    page.get_by_label("A copy of the whole report").check()
    expect(told).not_to_contain_text("A copy of the whole report")
    page.locator("#added section", has_text=cited(law)).get_by_label("This law binds us.").uncheck()
    expect(told).not_to_contain_text(upper(law.said[0]))
    button.click()
    button.click()
    assert page.evaluate("window.prints") == 1
    for name in ("What in the report concerns us", "Send your answer to"):
        expect(told).to_contain_text(name)
        page.get_by_label(name).fill("Written")
        expect(told).not_to_contain_text(name)
    page.get_by_label("Please answer by").fill("2027-03-01")
    page.get_by_label("A summary of your rights").check()
    for box in page.locator("#added [data-binds]:checked").all():
        box.uncheck()
    expect(told).to_be_hidden()
    button.click()
    assert page.evaluate("window.prints") == 2
    assert "Not ticked or filled in yet" not in printed(page)


OFFERED = [
    (form, law)
    for form, (whole, adds) in ADDS.items()
    for law in laws(whole["for"][0], adds)
    if law.offered and law.can_bind
]


@pytest.mark.parametrize(
    ("form", "law"), OFFERED, ids=[f"{form}-{law.city or law.state}" for form, law in OFFERED]
)
def test_what_is_not_confirmed_and_not_put_in_is_told_before_it_prints(
    new_page: NewPage, form: str, law: Law
) -> None:
    """Each by the words of its box, until it is in, or the law is said not to bind."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    page.locator("#state").select_option(law.state)
    if law.city:
        page.get_by_label(law.city, exact=True).check()
    told = page.locator("#left-out-open")
    expect(told).to_be_hidden()
    page.get_by_role("button", name="Print or save").click()
    assert page.evaluate("window.prints") == 0
    expect(told).to_be_visible()
    # One that is the same as the part's before it stands there once.
    section = page.locator("#added section").filter(
        has=page.locator("h4").get_by_text(cited(law), exact=True)
    )
    section = section.filter(has=page.locator("[data-offers]"))
    binds = section.get_by_label("This law binds us.")
    says = [words.split("{")[0].strip() for words in law.offered]
    if binds.count():
        # One that may bind is not ticked at first: it does not bind once the reader says so.
        binds.check()
        binds.uncheck()
        for say in says:
            expect(told.get_by_text(say)).to_have_count(0)
        binds.check()
    for say in says:
        expect(told.get_by_text(say)).not_to_have_count(0)
        # The state's law may say the same as the city's.
        for box in page.locator("#added [data-offers]").get_by_label(say).all():
            box.check() if box.get_attribute("type") == "checkbox" else box.fill("So it is.")
        expect(told.get_by_text(say)).to_have_count(0)


# Choose each state with some of its cities, tick all or nothing, but what begins after the day of
# the letter: that is for another letter than the part before it. Return what the paper then says
# more than once, and the headings with nothing below them.
ONCE = """([given, all]) => JSON.stringify(JSON.parse(given).map(([state, cities]) => {
    const form = document.querySelector("form.sheet"), field = id => document.getElementById(id);
    const send = () => form.dispatchEvent(new Event("input", { bubbles: true }));
    field("state").value = state;
    send();
    for (const box of field("cities").querySelectorAll("input")) {
        box.checked = cities.includes(box.value);
    }
    send();
    for (const box of field("added").querySelectorAll("input[type=checkbox]")) {
        const section = box.closest("[data-told]");
        box.checked = all && !section?.querySelector("[data-ahead]:not([hidden])");
    }
    send();
    const seen = new Set(), twice = [], bare = [];
    let headings = [];
    for (const part of form.querySelectorAll("h2, h3, h4, p, label, legend, .grow")) {
        if (!part.getClientRects().length || part.hasAttribute("data-unsure")) continue;
        const level = Number(/H(\\d)/.exec(part.nodeName)?.[1] ?? 0);
        if (level) {
            bare.push(...headings.filter(([other]) => other >= level).map(([_, words]) => words));
            headings = headings.filter(([other]) => other < level);
            headings.push([level, part.textContent]);
        } else if (part.textContent.trim() || part.matches(".grow")) headings = [];
        const area = part.querySelector("textarea");
        const words = (area ? area.value : part.textContent).trim();
        if (words && seen.has(words)) twice.push(words);
        seen.add(words);
    }
    return [twice, bare.concat(headings.map(([_, words]) => words))];
}))"""


@pytest.mark.parametrize("form", [form for form in ADDS if ADDS[form][0]["use"] != "kept"])
def test_no_letter_says_a_thing_twice_or_has_a_bare_heading(new_page: NewPage, form: str) -> None:
    """For any place with any of its cities, whether all is ticked or nothing."""
    whole, adds = ADDS[form]
    places = [place for place in chosen(whole["for"][0], adds) if len(place[1]) < 2]
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.emulate_media(media="print")
    found = 0
    for ticked in (False, True):
        said = json.loads(page.evaluate(ONCE, [json.dumps(places), ticked]))
        for place, (twice, bare) in zip(places, said, strict=True):
            assert (twice, bare) == ([], []), (place, ticked)
            found += 1
    assert found == 2 * len(places) > 0


HEADINGS = """() => Array.from(document.querySelectorAll("#added h3, #added h4"), part =>
    [part.nodeName, part.textContent]).filter((_, i) =>
    document.querySelectorAll("#added h3, #added h4")[i].getClientRects().length)"""


@pytest.mark.parametrize("form", ADDS)
def test_several_parts_of_a_law_stand_below_one_heading(new_page: NewPage, form: str) -> None:
    """The place and then each citation, on the screen and on paper."""
    whole, adds = ADDS[form]
    page = new_page()
    page.goto(f"/tools/{form}/")
    several = 0
    for (state, cities), counted in chosen(whole["for"][0], adds).items():
        if len(cities) > 1 or len(counted) < 3:
            continue
        page.evaluate(CHOOSE, json.dumps([[state, cities, None]]))
        for media in ("print", "screen"):
            page.emulate_media(media=media)
            shown = page.evaluate(HEADINGS)
            laws_told = [words for name, words in shown if name == "H3"]
            assert len(laws_told) == len(set(laws_told)), (media, state, cities)
            assert all(words for _, words in shown), (media, state, cities)
        assert set(laws_told) == {law.citation.split(": ")[0] for law in counted}, state
        several += len([words for name, words in shown if name == "H4"]) > len(laws_told)
    assert several


def test_a_letter_asks_once_for_what_a_law_has_filled_in(new_page: NewPage) -> None:
    """Below the heading of the law; what was written in the form's own field stays."""
    page = new_page()
    for form, (whole, adds) in ADDS.items():
        own = [
            block["field"]
            for part in whole["sections"]
            for block in part["blocks"]
            if block.get("yields")
        ]
        for name in own:
            law = next(
                law
                for law in laws(whole["for"][0], adds)
                if law.binds_all and not law.city and law.fills
            )
            page.goto(f"/tools/{form}/")
            field = page.get_by_label(name)
            page.locator("#state").select_option(law.state)
            expect(field).to_be_hidden()
            page.locator("#state").select_option("")
            field.fill("Written")
            page.locator("#state").select_option(law.state)
            expect(field).to_be_visible()


def test_what_binds_only_others_is_not_told_before_it_prints(new_page: NewPage) -> None:
    page = new_page()
    for form, (whole, adds) in ADDS.items():
        for law in laws(whole["for"][0], adds):
            if whole["use"] == "kept" or not law.offered or law.can_bind:
                continue
            page.goto(f"/tools/{form}/")
            page.evaluate("() => { window.print = () => {}; }")
            page.locator("#state").select_option(law.state)
            page.get_by_role("button", name="Print or save").click()
            expect(page.locator("#left-out-parts")).to_be_visible()
            expect(page.locator("#left-out-open")).to_be_hidden()


WORDED = [
    (form, place["code"], fair, notice)
    for place in plain_data.places()
    if (fair := place.get("fair_chance"))
    for notice in fair["notices"]
    if notice.get("words")
    for form, (whole, adds) in ADDS.items()
    if adds == notice["stage"] and notice["who"] in whole["for"]
]


@pytest.mark.parametrize(
    ("form", "state", "fair", "notice"), WORDED, ids=[each[3]["id"] + each[1] for each in WORDED]
)
def test_a_letter_has_words_of_its_own_for_the_parts_of_a_law(
    new_page: NewPage, form: str, state: str, fair: dict[str, Any], notice: dict[str, Any]
) -> None:
    """Said, filled in or enclosed; what is not confirmed only by choice."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.evaluate("() => { window.print = () => {}; }")
    page.locator("#state").select_option(state)
    cities = {law["id"]: law["name"] for law in fair["local"]}
    if notice["local"]:
        page.get_by_label(cities[notice["local"]], exact=True).check()
    # Where a part before it has the same citation, its own stands on paper alone.
    law = page.locator("#added section").filter(
        has=page.locator("h3, h4", has_text=notice["citation"])
    )
    law = law.filter(has=page.locator("[data-parts] :is(input, textarea), [data-offers]")).first
    binds = law.get_by_label("This law binds us.")
    if binds.count():
        binds.check()
    unsure = open_parts(fair, notice)
    button, told = page.get_by_role("button", name="Print or save"), page.locator("#left-out")
    button.click()
    before = printed(page)
    expected, offered = [], []
    for words in notice["words"]:
        part = upper(notice["must"][words["part"] - 1])
        say, how = words["say"].split("{")[0].strip(), words.get("how", "said")
        if words["part"] in unsure:
            box = law.locator("[data-offers]").get_by_label(say)
            expect(told.locator("#left-out-parts")).not_to_contain_text(say)
            offered.append(say)
            box.fill("So it is.") if how == "fill" else box.check()
        elif how == "fill":
            expect(told).to_contain_text(say)
            law.get_by_label(say, exact=True).fill("So it is.")
            expect(told).not_to_contain_text(say)
        elif how == "enclosed":
            law.get_by_role("checkbox", name=say).check()
        else:
            say = _tries_ready_words(page, law, part, words["say"], fair, notice, before)
        expected.append(say)
    paper = printed(page)
    assert [say for say in expected if say not in paper] == []
    # Another law of the place may say the same, and say it without being asked.
    assert [say for say in offered if paper.count(say) <= before.count(say)] == []


def _tries_ready_words(
    page: Page,
    law: Locator,
    part: str,
    say: str,
    fair: dict[str, Any],
    notice: dict[str, Any],
    before: str,
) -> str:
    """They name every factor and the days of the same law, and can be changed.

    Return what is then to be printed; `before` is the paper as the page made it.
    """
    own = [
        [entry for entry in fair[section] if entry["who"] == notice["who"]]
        for section in ("factors", "times")
    ]
    factors, times = [
        [entry for entry in part if entry["local"] == notice["local"]] for part in own
    ]
    told = page.locator("#left-out")
    group = law.get_by_role("group", name=part)
    if group.count():
        # Other points count in other cases: what is ticked is printed, and nothing else.
        expect(told).to_contain_text(part)
        assert group.get_by_role("checkbox").count() == len(factors)
        for entry in factors:
            said = group.get_by_role("textbox", name=entry["only"]).input_value()
            assert [point for point in entry["to_person"] if point not in said] == []
            assert said not in before
        group.get_by_role("checkbox", name=entry["only"]).check()
        expect(told).not_to_contain_text(part)
        return said
    field = law.get_by_label(part, exact=True)
    said = field.input_value()
    assert "{" not in said
    assert said.startswith(say.split("{")[0].strip())
    if "{factors}" in say:
        points = [point for entry in factors for point in entry["to_person"]]
        assert [point for point in points if point.lower() not in said.lower()] == []
    if "{wait}" in say:
        assert any(f"{time['days']} {time['unit']} days" in said for time in times)
    # The name of the part is for whoever writes the letter.
    assert said in before
    assert f"{part} {said}" not in before
    expect(told).not_to_contain_text(part)
    field.fill("")
    page.get_by_role("button", name="Print or save").click()  # where nothing was left out before
    expect(told).to_contain_text(part)
    field.fill(f"In our own words: {said}")
    expect(told).not_to_contain_text(part)
    return f"In our own words: {said}"


def test_a_letter_names_no_law_of_which_nothing_is_ticked(new_page: NewPage) -> None:
    """Where a law has other words for each case, and none was chosen."""
    (law,) = [law for law in laws("employer", "facts") if law.city == "New York City" and law.said]
    page = new_page()
    page.goto("/tools/facts-request-job/")
    page.evaluate("() => { window.print = () => {}; }")
    page.locator("#state").select_option(law.state)
    page.get_by_label("New York City", exact=True).check()
    section = page.locator("#added section").filter(has_text=cited(law))
    section.get_by_label("This law binds us.").check()
    for box in page.locator("[data-parts] textarea:visible").all():
        box.fill("")
    page.get_by_role("button", name="Print or save").click()
    # What is missing is told all the same.
    expect(page.locator("#left-out")).to_contain_text(upper(law.said[0]))
    assert cited(law) not in printed(page)
    section.get_by_role("checkbox").nth(1).check()
    assert cited(law) in printed(page)


@pytest.mark.parametrize(
    ("form", "state", "city", "say", "note"),
    [
        (
            "final-notice-home",
            "NJ",
            "",
            "You have the right to appeal.",
            "It is not confirmed that",
        ),
        ("final-notice-job", "TX", "Austin", "Our decision rests on", "it is not sure that"),
    ],
)
def test_what_is_not_confirmed_says_so_on_paper(
    new_page: NewPage, form: str, state: str, city: str, say: str, note: str
) -> None:
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.locator("#state").select_option(state)
    if city:
        page.get_by_label(city, exact=True).check()
    before = printed(page)
    assert say not in before
    assert "what follows here" not in before.lower()
    page.locator("[data-offers]").get_by_label(say).check()
    paper = printed(page)
    assert paper.lower().count("what follows here") == 1
    assert 0 < paper.index(note) < paper.index(say)


@pytest.mark.parametrize("form", [form for form in ADDS if ADDS[form][1] == "final"])
def test_who_takes_back_an_offer_can_say_so(new_page: NewPage, form: str) -> None:
    """A rule that lets a record be looked at only after an offer has some take it back."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.get_by_role("group", name="We decided").get_by_label("To take back our offer").check()
    # No law's part says it once more.
    notices = [
        notice
        for place in plain_data.places()
        for notice in (place.get("fair_chance") or {}).get("notices", ())
        if notice["stage"] == "final"
    ]
    said = [words["say"] for notice in notices for words in notice.get("words", ())]
    assert "We take back our offer." not in said


def test_without_scripts_the_parts_stand_in_a_list_by_place(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/tools/first-notice-job/")
    expect(page.locator("#state")).to_be_hidden()
    page.get_by_role("link", name="Look up your state and city in the list below").click()
    (state, _), counted = next(
        (place, counted) for place, counted in chosen("employer", "first").items() if place[1]
    )
    page.locator(f"#by-place details:has([data-state={state}]) summary").click()
    shown = page.locator("#by-place details[open]").inner_text().lower()
    for law in counted:
        assert cited(law).lower() in shown
        assert [
            part for part in (*law.said, *law.left_out, *law.beside) if part.lower() not in shown
        ] == []


def test_what_is_not_confirmed_stands_below_what_is(new_page: NewPage) -> None:
    """Whoever reads on from "not confirmed" must not take the boxes below for it."""
    page = new_page()
    page.goto("/tools/individual-assessment/")
    (state, cities), law = next(
        (place, law)
        for place, found in chosen("employer", "factors").items()
        for law in found
        if law.city in place[1] and law.said and law.left_out
    )
    page.locator("#state").select_option(state)
    for city in cities:
        page.locator(f'#cities input[value="{city}"]').check()
    section = page.locator("#added section").filter(has_text=upper(law.left_out[0]))
    order = section.first.evaluate(
        """one => {
            const [open, said] = ["[data-open]", "[data-parts] .check"].map(
                part => one.querySelector(part));
            return said.compareDocumentPosition(open) & Node.DOCUMENT_POSITION_FOLLOWING;
        }"""
    )
    assert order


def form_for(stage: str, reader: str) -> str:
    """Return the address of the form that a notice of a stage adds to."""
    return next(
        f"/tools/{id_}/"
        for id_, (form, adds) in ADDS.items()
        if (adds, form["for"][0]) == (stage, reader)
    )


def duties(section: str) -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any] | None]]:
    """Return each duty of a kind with its place and the local law, if it is one's."""
    found = []
    for place in plain_data.places():
        fair = place.get("fair_chance") or {"local": []}
        local = {law["id"]: law for law in fair["local"]}
        found += [(place, entry, local.get(entry["local"])) for entry in fair.get(section, ())]
    return found


def test_a_law_that_may_bind_is_not_ticked_and_says_why(new_page: NewPage) -> None:
    """As "Which rules bind me?" has it: these may bind you."""
    place, notice, law = next(
        (place, entry, law)
        for place, entry, law in duties("notices")
        if law
        and law["status"] == "in_force"
        and entry["stage"] in ("first", "final")
        and not entry["only"]
        and unsure_reach(place["fair_chance"], entry)
        and len(open_parts(place["fair_chance"], entry)) < len(entry["must"])
    )
    page = new_page()
    page.goto(form_for(notice["stage"], notice["who"]))
    page.locator("#state").select_option(place["code"])
    page.get_by_label(law["name"], exact=True).check()
    part = (
        page.locator("#added .added", has_text=notice["citation"])
        .filter(has=page.locator("[data-binds]"))
        .first
    )
    expect(part.locator("[data-binds]")).not_to_be_checked()
    expect(part).to_contain_text("Who may have to follow it:")
    expect(part).to_contain_text("Whom it reaches is not confirmed.")
    expect(part).to_contain_text("It may bind you")
    expect(part).not_to_contain_text("only for some")


def test_what_has_no_box_is_not_said_to_be_unticked(new_page: NewPage) -> None:
    """A test that is read before a no stands beside a letter, and has nothing to tick."""
    place, _, _ = next(
        (place, entry, law)
        for place, entry, law in duties("refusals")
        if entry["who"] == "employer"
        and not law
        and not entry.get("any_size")
        and "private_employers" in entry["binds"]
        and (place["fair_chance"]["employment"]["private"]["threshold"] or 0) > 1
        and place["fair_chance"]["employment"]["private"]["threshold_for"] != "ask"
        and not unsure_reach(place["fair_chance"], entry)
    )
    least = place["fair_chance"]["employment"]["private"]["threshold"]
    page = new_page()
    page.goto(form_for("final", "employer"))
    page.locator("#state").select_option(place["code"])
    page.locator("#number").fill(str(least - 1))
    without = page.locator("#added .added:not(:has([data-binds])) [data-fewer]:visible")
    expect(without.first).to_have_text("Your number is below that of this law.")
    for note in page.locator("#added .added:has([data-binds]) [data-fewer]:visible").all():
        expect(note).to_contain_text("so it is not ticked")


# A law told before and after a day: its state, its city and that day.
CHANGES = """() => {
    const found = document.querySelectorAll("#by-place [data-title]");
    const laws = Array.from(found, law => law.dataset);
    return laws.filter(law => law.until && laws.some(
        other => other.title === law.title && other.since === law.until
    )).map(law => [law.state, law.city, law.until]);
}"""
# The fields of what laws ask for, each with its words and what is in it.
WRITTEN_IN = """all => all.map(field => [
    field.labels[0].textContent, field.type === "checkbox" ? field.checked : field.value
])"""
ASKED = "#added [data-parts] :is(textarea, input), #added [data-more]"


@pytest.mark.parametrize("form", ADDS)
def test_what_is_written_for_a_rule_stays_when_the_date_brings_the_next_one(
    new_page: NewPage, form: str
) -> None:
    page = opened(new_page, form, DAYS[0])
    if not page.locator(".field.date textarea").count():
        return
    for state, city, until in page.evaluate(CHANGES):
        day = date.fromisoformat(until)
        page.locator("#state").select_option(state)
        if city:
            page.locator("#cities").get_by_label(city, exact=True).check()
        dated = page.locator(".field.date textarea").first
        dated.fill(WRITTEN["words"](day - timedelta(days=1)))
        for field in page.locator(ASKED).all():
            if field.evaluate("field => field.type") == "checkbox":
                field.set_checked(not field.is_checked(), force=True)
            else:
                field.fill("Written before")
        before = dict(page.locator(ASKED).evaluate_all(WRITTEN_IN))
        dated.fill(WRITTEN["words"](day))
        after = dict(page.locator(ASKED).evaluate_all(WRITTEN_IN))
        assert after.keys() & before.keys() or not before
        assert {label: after[label] for label in after if label in before} == {
            label: before[label] for label in after if label in before
        }
