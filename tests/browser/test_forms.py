"""Forms and planners in the browser: what is typed stays on the page, prints, and is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from record_relief.derive.rules import Audience
from record_relief.derive.site import Facts

from tests import plain_data
from tests.paper_text import sheets
from tests.planner_oracle import DECIDES, FEDERAL, Choice, Wait, choices, first_starts, longest

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
FORMS = plain_data.forms()
PLANNERS = [form["id"] for form in FORMS if form.get("steps")]
SHEETS = [form["id"] for form in FORMS if not form.get("steps")]
KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"


def told(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


# Two whole years of days to start on, from before a rule changes until long after that.
STARTS = [first_starts() + timedelta(days=n) for n in range(365 + 366)]
# What a choice that has the waits of an earlier one is tried with.
FEW = [date(2027, 7, 1), date(2027, 12, 30), date(2028, 2, 28), date(2028, 11, 9)]
# The numbers of employees or homes that are tried in turn; None = not told.
NUMBERS = (None, 1, 4, 10, 20)
# Fill in the planner for each case and return what it then says, all within one visit. As JSON:
# thousands of lists would take ten times as long on the way.
TRY = """given => {
    const field = id => document.getElementById(id);
    const form = document.querySelector("form.planner");
    const decision = form.querySelector("[data-waits]");
    const set = (input, key, value) => {
        input[key] = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    let place;
    return JSON.stringify(JSON.parse(given).map((asked) => {
        const [state, cities, others, start, disputed, received, number] = asked;
        const now = [state, ...cities].join();
        if (place !== now) {
            place = now;
            field("state").value = state;
            set(field("state"), "value", state);
            for (const box of field("cities").querySelectorAll("input")) {
                set(box, "checked", cities.includes(box.value));
            }
        }
        field("start").value = start;
        field("received").value = received;
        field("holidays").value = others;
        if (field("number")) field("number").value = number;
        set(field("disputed"), "value", disputed);
        return [
            Array.from(form.querySelectorAll("output"), output => output.value),
            decision.querySelector("[data-count]").textContent,
            !field("no-time").hidden,
            decision.querySelector("[data-skipped]").textContent,
            !decision.querySelector("[data-no-holidays]").hidden,
            Array.from(form.querySelectorAll("[data-no-dispute]"), note => !note.hidden),
            !decision.querySelector("[data-receipt]").hidden,
            decision.querySelector("[data-until]").textContent,
            !decision.querySelector("[data-later]").hidden,
            Array.from(document.querySelectorAll("#changes li:not([hidden])"), (told) => [
                told.dataset.day,
                told.querySelector("[data-when]:not([hidden])").dataset.when,
            ]),
        ];
    }));
}"""


def with_starts(reader: str) -> Iterator[tuple[Choice, list[date]]]:
    """Yield each choice with the days to start on: all of them wherever its waits are new."""
    seen = set()
    for choice in choices(reader):
        yield choice, FEW if choice.waits in seen else STARTS
        seen.add(choice.waits)


@pytest.mark.parametrize("planner", PLANNERS)
def test_the_planner_counts_as_a_calendar_does(new_page: NewPage, planner: str) -> None:
    """Each place, alone and with its cities, from each day of two years on."""
    (form,) = [form for form in FORMS if form["id"] == planner]
    step = next(step for step in form["steps"] if step.get("waits"))
    common = Wait("", step["days"], step["unit"])
    cases = [
        (
            choice,
            index % 4,
            start,
            start + timedelta(days=index % 11) if index % 3 else None,
            start + timedelta(days=index % 7) if index % 5 else None,
            NUMBERS[index % len(NUMBERS)],
        )
        for choice, starts in with_starts(form["for"][0])
        for index, start in enumerate(starts)
    ]
    assert any(choice.waits for choice, *_ in cases)
    days = {day for choice, *_ in cases for day in choice.changes}
    assert all(STARTS[0] < day <= STARTS[-1] for day in days), "both sides of each change"
    page = new_page(timezone_id="America/Los_Angeles")
    page.goto(f"/tools/{planner}/")
    asks_number = page.locator("#number").count() > 0
    given = [
        [choice.code, choice.cities, others, *(str(part or "") for part in days), number or ""]
        for choice, others, *days, number in cases
    ]
    for case, said in zip(cases, json.loads(page.evaluate(TRY, json.dumps(given))), strict=True):
        choice, others, start, disputed, received, number = case
        dates, count, no_time, skipped, warned, without, unsure, answer, moved, changes = said
        number = number if asks_number else None
        # What binds by the rule of the first day, and what is for a larger number.
        then = [wait for each in choice.waits for wait in each.as_on(start)]
        own = [wait for wait in then if wait.may_bind(start, number)]
        larger = [wait for wait in then if wait.is_for_more(start, number)]
        waits = [common, *own]
        decision, rules = longest(
            waits, start, others, disputed=disputed is not None, received=received
        )
        assert unsure == (not received and any(wait.receipt for wait in waits)), case
        # The letter can name the last day to answer, and a later day counts everywhere.
        lasts = [
            rule.last(start, others, disputed=bool(disputed), received=received) for rule in rules
        ]
        assert any(told(last) in answer for last in lasts), case
        assert moved == bool(received and received > start), case
        # Without a dispute there is no day to count from.
        dispute = disputed + timedelta(days=30) if disputed else None
        expected = [
            start,
            decision,
            dispute,
            dispute + timedelta(days=15) if dispute else None,
            # With a dispute open nobody knows the day of the final notice.
            None
            if dispute and decision <= dispute + timedelta(days=15)
            else decision + timedelta(days=60),
        ]
        assert dates == [told(day) if day else "" for day in expected], case
        assert without == ([False, False] if disputed else [True, True]), case
        # The words beside the date are those of a rule that gives it, the common one last of all.
        ruling = [
            (rule.place, rule.days + (rule.more if disputed else 0), rule.unit)
            for rule in rules
            if rule.place or len(rules) == 1
        ]
        assert any(
            count.startswith(place or "The day after")
            and f"the day after {days} full {unit}" in count.replace("The", "the")
            for place, days, unit in ruling
        ), (case, count)
        assert no_time == (not own or bool(larger)), case
        last = max(day for day in expected[:4] if day)
        assert changes == [
            [str(day), "after" if day <= start else "across" if day <= last else "before"]
            for day in sorted(choice.changes)
        ], case
        # A holiday that was left out is named; no other is known to the page.
        unit = "business" if " business " in count else "calendar"
        origin = received or start
        left = [
            day
            for day in (origin + timedelta(days=n) for n in range(1, (decision - origin).days))
            if unit == "business" and day.weekday() < 5 and day in FEDERAL
        ]
        assert [told(day) in skipped for day in left] == [True] * skipped.count("Left out"), case
        assert warned == (unit == "business" and not others), case
    final = start + timedelta(days=40)
    page.locator("#notified").fill(final.isoformat())
    expect(page.locator("output").last).to_have_text(told(final + timedelta(days=60)))
    clear(page)
    expect(page.locator("output").first).to_have_text("")
    assert page.locator("output").all_text_contents() == [""] * len(form["steps"])
    expect(page.locator("[data-no-holidays]")).to_be_hidden()
    expect(page.locator("#cities")).to_be_hidden()
    assert page.locator("#state").input_value() == ""


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_without_javascript_is_a_table_of_counts(new_page: NewPage, planner: str) -> None:
    (form,) = [form for form in FORMS if form["id"] == planner]
    page = new_page(java_script_enabled=False)
    page.goto(f"/tools/{planner}/")
    expect(page.locator("#start")).to_be_hidden()
    expect(page.get_by_text("this page needs JavaScript")).to_be_visible()
    expect(page.get_by_text("What you type stays on this page.")).to_be_hidden()
    expect(page.locator("[data-clear]")).to_be_hidden()
    for step in form["steps"]:
        row = page.locator(f"[data-step='{step['id']}']")
        full = "full " if step.get("waits") else ""
        count = f"{step['days']} {full}{step['unit']} days" if step["days"] else "Day 0"
        expect(row).to_contain_text(count)
        expect(row.locator("output")).to_be_hidden()


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_tells_a_time_for_a_larger_number_from_none(
    new_page: NewPage, planner: str
) -> None:
    """Who is counted differs by law: whoever is told that there is no time will not look."""
    page = new_page()
    page.goto(f"/tools/{planner}/")
    note = page.locator("#no-time")
    rows = page.locator("#times [data-least]").evaluate_all(
        "rows => rows.map(row => ({...row.dataset}))"
    )
    for row in rows:
        if int(row["least"]) == 1:
            continue
        page.locator("#state").select_option(row["state"])
        if row["city"]:
            page.get_by_label(row["city"], exact=True).check()
        page.locator("#number").fill(str(int(row["least"]) - 1))
        told = f"{row['name']} ({row['who']})" if row.get("who") else row["name"]
        expect(note).to_contain_text(told)
        expect(note).to_contain_text("below that of this law")
        page.locator("#number").fill(row["least"])
        expect(note.filter(has_text=told, visible=True)).to_have_count(0)


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_counts_by_the_rule_of_the_first_day(
    new_page: NewPage, facts: Facts, planner: str
) -> None:
    """Before a change, from days that reach past it, and after; and today without a day.

    Where the days reach past it, what holds before and what holds after it are both named.
    """
    (form,) = [form for form in FORMS if form["id"] == planner]
    audience: Audience = "landlords" if form["for"][0] == "landlord" else "employers"
    page = new_page()
    page.goto(f"/tools/{planner}/")
    told = page.locator("#changes")
    for law in facts.binding[audience].laws:
        if law.local or not law.next:
            continue
        page.locator("#state").select_option(law.place.code)
        for change in law.next:
            line = told.locator("li").filter(has_text=change.text).locator("visible=true")
            says = {
                change.day - timedelta(days=60): "This changes on",
                change.day - timedelta(days=1): "your dates reach past",
                change.day: "New since",
            }
            for start, words in says.items() if change.confirmed else ():
                page.locator("#start").fill(start.isoformat())
                expect(line.first).to_contain_text(words)
                rows = page.locator(f'#tests li[data-state={law.place.code}][data-city=""]')
                last = change.day if "reach past" in words else start
                for row in rows.all():
                    since, until = (row.get_attribute(f"data-{end}") for end in ("since", "until"))
                    holds = (since or "") <= str(last) and str(start) < (until or "9999")
                    expect(row).to_be_visible(visible=holds)


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_warns_of_a_final_notice_before_the_first_day(
    new_page: NewPage, planner: str
) -> None:
    page = new_page()
    page.goto(f"/tools/{planner}/")
    early, assumed = page.locator("#too-early"), page.locator("[data-assumed]")
    page.locator("#start").fill("2027-03-01")
    expect(assumed.first).to_be_visible()
    page.locator("#notified").fill("2027-03-02")
    expect(early).to_be_visible()
    expect(assumed.first).to_be_hidden()
    page.locator("#notified").fill("2027-04-01")
    expect(early).to_be_hidden()


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_tells_what_a_law_says_of_weighing(
    new_page: NewPage, facts: Facts, planner: str
) -> None:
    """Its test, or the rule in words where that has none; nothing where no rule was found.

    What is not confirmed is marked, as in a city of which only others tell.
    """
    (form,) = [form for form in FORMS if form["id"] == planner]
    audience: Audience = "landlords" if form["for"][0] == "landlord" else "employers"
    page = new_page()
    page.goto(f"/tools/{planner}/")
    tests = page.locator("#tests")
    places = [place.for_city(None)[0] for place in facts.binding[audience].places]
    with_rule = next(law for law in places if not law.has_no_rule and not law.refusals)
    without = next(law for law in places if law.has_no_rule and not law.refusals)
    city = next(
        law
        for law in facts.binding[audience].laws
        if law.local and law.counts and not law.refusals and law.is_open("text")
    )
    page.locator("#state").select_option(with_rule.place.code)
    expect(tests.locator("li:visible").first).to_contain_text(with_rule.text[1:])
    page.locator("#state").select_option(without.place.code)
    expect(tests).to_be_hidden()
    page.locator("#state").select_option(city.place.code)
    page.get_by_label(city.name, exact=True).check()
    told = tests.locator("li:visible").filter(has_text=city.text[1:])
    expect(told).to_contain_text("(not confirmed)")


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_warns_while_a_dispute_is_open(new_page: NewPage, planner: str) -> None:
    """Until all of the company's time is over; not where the final notice came before it."""
    page = new_page()
    page.goto(f"/tools/{planner}/")
    note, start = page.locator("#dispute-open"), date(2027, 3, 1)
    last, depends = page.locator("output").last, page.locator("[data-depends]")
    held, early = page.locator("#held"), page.locator("#dispute-early")
    page.locator("#start").fill(start.isoformat())
    expect(note).to_be_hidden()
    got = start + timedelta(days=2)
    page.locator("#disputed").fill(got.isoformat())
    expect(note).to_contain_text("A dispute is open.")
    expect(note).to_contain_text(told(got + timedelta(days=30)))
    expect(note).to_contain_text(told(got + timedelta(days=45)))
    # The day of the final notice is open, too.
    expect(last).to_have_text("")
    expect(depends).to_be_visible()
    for days, shown in ((30, True), (45, True), (46, False), (0, True), (-1, False)):
        page.locator("#notified").fill((got + timedelta(days=days)).isoformat())
        expect(note).to_be_visible(visible=shown)
        expect(held).to_be_visible(visible=shown)
        expect(last).not_to_have_text("")
        expect(depends).to_be_hidden()
    expect(early).to_be_hidden()
    page.locator("#disputed").fill((start - timedelta(days=1)).isoformat())
    expect(early).to_be_visible()
    clear(page)
    expect(early).to_be_hidden()
    expect(note).to_be_hidden()


WRONG = {
    "papers in hand before the first notice": {"start": "2026-11-23", "received": "2026-11-22"},
    "a year with digits missing": {"start": "0026-11-23"},
    "a year with a digit too many": {"start": "20260-11-23"},
    "a dispute in a year long past": {"start": "2026-11-23", "disputed": "0026-11-24"},
    "a final notice before the first": {"start": "2026-11-23", "notified": "2026-11-22"},
    "more holidays than can be": {"start": "2026-11-23", "holidays": "10"},
    "fewer holidays than none": {"start": "2026-11-23", "holidays": "-1"},
    "a date instead of a count of holidays": {"start": "2026-11-23", "holidays": "20261225"},
    "half a holiday": {"start": "2026-11-23", "holidays": "1.5"},
}


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_asks_for_the_day_that_it_counts_from(new_page: NewPage, planner: str) -> None:
    page = new_page()
    page.goto(f"/tools/{planner}/")
    note = page.locator("#no-dates")
    for name in ("received", "disputed"):
        page.locator(f"#{name}").fill("2026-11-24")
        assert set(page.locator("output").all_text_contents()) == {""}
        expect(note).to_contain_text("Enter the day of the first notice")
        page.locator(f"#{name}").fill("")
        expect(note).to_be_hidden()
    page.locator("#received").fill("2026-11-24")
    page.locator("#start").fill("2026-11-23")
    expect(note).to_be_hidden()


@pytest.mark.parametrize("planner", PLANNERS)
def test_whoever_answers_is_told_the_earlier_day(new_page: NewPage, planner: str) -> None:
    """A later day of the papers, and other holidays, move the decision and not their answer."""
    page = new_page()
    page.goto(f"/tools/{planner}/")
    yours = page.locator("[data-yours]")
    expect(yours).to_be_empty()
    page.locator("#start").fill("2026-11-23")  # a Monday before a holiday
    safe = "answer by Monday, November 30, 2026"
    expect(yours).to_contain_text(safe)
    decision = page.locator("[data-waits] output").text_content()
    page.locator("#received").fill("2026-11-27")
    page.locator("#holidays").fill("2")
    assert page.locator("[data-waits] output").text_content() != decision
    expect(yours).to_contain_text(safe)
    expect(yours).to_contain_text("from the day of the first notice")
    page.locator("#start").fill("")
    expect(yours).to_be_empty()


def marked(place: dict[str, Any], field: str, item: int = 0) -> bool:
    """Whether a field, or an item of it, is not confirmed."""
    marks = [mark for mark in place["fair_chance"]["unconfirmed"] if mark["field"] == field]
    return any(not item or mark.get("items") is None or item in mark["items"] for mark in marks)


@pytest.mark.parametrize("planner", PLANNERS)
def test_whoever_answers_is_told_why_a_longer_time_is_not_counted_on(
    new_page: NewPage, planner: str
) -> None:
    (form,) = [form for form in FORMS if form["id"] == planner]
    step = next(step for step in form["steps"] if step.get("waits"))
    week = {"business": 5, "calendar": 7}
    page, told_of = new_page(), 0
    page.goto(f"/tools/{planner}/")
    page.locator("#start").fill("2027-03-01")  # a Monday of weeks without a holiday
    note = page.locator("[data-unsure]")
    expect(note).to_be_hidden()
    for place in plain_data.places():
        fair = place.get("fair_chance") or {"times": []}
        waits = [
            time
            for time in fair["times"]
            if time["who"] == form["for"][0]
            and time["purpose"] in ("answer", "wait")
            and DECIDES[form["for"][0]] & set(time["binds"])
        ]
        cities = {law["id"]: law["name"] for law in fair.get("local", ())}
        own = [time for time in waits if not time["local"]]
        for local in {time["local"] for time in waits}:
            page.locator("#state").select_option(place["code"])
            box = page.get_by_label(cities[local], exact=True) if local else None
            if box:
                box.check()
            here = [*own, *(time for time in waits if local and time["local"] == local)]
            least = min(n["days"] / week[n["unit"]] for n in (step, *here))
            unsure = [
                time
                for time in here
                if time["days"] / week[time["unit"]] > least
                and any(marked(place, f"times.{time['id']}.{f}") for f in ("days", "unit"))
            ]
            told_of += len(unsure)
            expect(note).to_be_visible(visible=bool(unsure))
            for time in unsure:
                expect(note).to_contain_text(cities.get(time["local"], place["name"]))
                expect(note).to_contain_text("not confirmed")
            if box:
                box.uncheck()
    assert told_of or planner.endswith("home")


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_tells_what_the_chosen_city_never_lets_count(
    new_page: NewPage, planner: str
) -> None:
    """Item by item, each with its mark, beside when a record may be the reason for a no."""
    (form,) = [form for form in FORMS if form["id"] == planner]
    page, seen = new_page(), set()
    page.goto(f"/tools/{planner}/")
    bars = page.locator("#bars")
    expect(bars).to_be_hidden()
    renting = {"landlords", "public_housing"}
    for place in plain_data.places():
        laws = [
            law
            for law in (place.get("fair_chance") or {"local": []})["local"]
            if bool(renting & set(law["binds"])) == (form["for"][0] == "landlord")
            and law["status"] != "ended"
        ]
        for city in sorted({law["name"] for law in laws}):
            page.locator("#state").select_option(place["code"])
            expect(bars).to_be_hidden()
            box = page.get_by_label(city, exact=True)
            box.check()
            expected = [
                (law, item, marked(place, f"local.{law['id']}.never", number))
                for law in laws
                if law["name"] == city
                for number, item in enumerate(law["never"], 1)
            ]
            expect(bars).to_be_visible(visible=bool(expected))
            shown = page.locator("#bars > ul > li > ul:first-of-type > li:visible").all()
            assert len(shown) == len(expected), (planner, city)
            for line, (law, item, is_open) in zip(shown, expected, strict=True):
                ask = law.get("never_for", "both") == "both"
                says = "Never ask about or use: " if ask else "Never use: "
                expect(line).to_contain_text(f"{says}{item[0]}")
                expect(line).to_contain_text(item)
                assert line.locator(".nc").count() == is_open, (planner, city, item)
                if law.get("doubt"):
                    expect(bars).to_contain_text(law["doubt"])
                seen.add(is_open)
            box.uncheck()
    assert seen == {True, False}


# Playwright writes no date of five digits; somebody at a keyboard can.
SET = """(field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", {bubbles: true}));
}"""


@pytest.mark.parametrize("planner", PLANNERS)
@pytest.mark.parametrize("case", WRONG)
def test_a_planner_says_what_it_cannot_count(new_page: NewPage, planner: str, case: str) -> None:
    """Then it gives no date rather than a wrong one, until the field is corrected."""
    page = new_page()
    page.goto(f"/tools/{planner}/")
    reason = "order" if "before the first" in case else "range"
    for name, value in WRONG[case].items():
        field = page.locator(f"#{name}")
        field.evaluate(SET, value)
    assert set(page.locator("output").all_text_contents()) == {""}
    # An empty table says why, before the field is left.
    expect(page.locator("#no-dates")).to_contain_text("No date is worked out")
    expect(page.locator("#no-dates")).to_contain_text(
        "Check both" if "order" in reason else "Write"
    )
    field.focus()
    field.blur()
    note = page.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(note).to_be_visible()
    expect(note).not_to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert page.locator("[aria-invalid=true]").count() == 1
    field.evaluate(SET, "3" if name == "holidays" else "2026-11-23")
    expect(note).to_be_empty()
    expect(page.locator("#no-dates")).to_be_hidden()
    expect(field).to_have_attribute("aria-invalid", "false")
    dates = page.locator("output").all_text_contents()
    assert all((dates[0], page.locator("[data-waits] output").text_content()))
    assert bool(dates[-1]) != (name == "disputed"), "an open dispute leaves the last day open"


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_date_is_not_called_wrong_while_it_is_typed(new_page: NewPage, planner: str) -> None:
    page = new_page(locale="en-US")
    page.goto(f"/tools/{planner}/")
    page.locator("#start").focus()
    for key in "1123202":
        page.keyboard.press(key)
        expect(page.locator("#start-error")).to_be_empty()
    page.keyboard.press("6")
    expect(page.locator("output").first).to_have_text(told(date(2026, 11, 23)))


# Each letter that names the last day to answer, and whose it is.
DAYS_TO_ANSWER = [("first-notice-job", "employer"), ("first-notice-home", "landlord")]


@pytest.mark.parametrize(("letter", "reader"), DAYS_TO_ANSWER)
def test_a_letter_warns_of_a_day_that_is_past_or_too_early(
    new_page: NewPage, letter: str, reader: str
) -> None:
    """However the day is written; a day that nobody can read is left alone."""
    page = new_page()
    page.goto(f"/tools/{letter}/")
    sent, by = page.get_by_label("Date", exact=True), page.get_by_label("Please answer by")
    note = page.locator("[id$=-soon]")
    for past in ("2022-03-02", "March 2, 2022", "03/02/2022"):
        by.fill(past)
        expect(note).to_contain_text("This day has passed.")
    for other in ("", "soon", "2", "in 2022"):
        by.fill(other)
        expect(note).to_be_empty()
    start = date(2099, 3, 2)  # a Monday; no holiday is near
    sent.fill(start.isoformat())
    by.fill((start - timedelta(days=1)).isoformat())
    expect(note).to_contain_text("before the date of this letter")
    one = next(found for found in choices(reader) if found.waits)
    page.locator("#state").select_option(one.code)
    for city in one.cities:
        page.get_by_role("checkbox", name=city, exact=True).check()
    last = max(_plain_last(wait, start) for wait in one.waits)
    by.fill((last - timedelta(days=1)).isoformat())
    expect(note).to_contain_text("This day is too early")
    expect(note).to_contain_text(one.waits[0].place)
    by.fill(last.isoformat())
    expect(note).to_be_empty()


@pytest.mark.parametrize("planner", PLANNERS)
def test_an_applicant_finds_the_planner_and_how_to_read_it(new_page: NewPage, planner: str) -> None:
    page = new_page(width=390)
    page.goto("/background-check/")
    link = page.locator(f"main a[href*='tools/{planner}/']")
    link.click()
    expect(page).to_have_url(re.compile(f"/tools/{planner}/"))
    # It errs on the side of whoever decides, which is not that of who has to answer.
    about = page.locator(".how li").filter(has_text="Did you get the notice yourself?")
    expect(about).to_contain_text("later than the law asks for")
    expect(about).to_contain_text("by the day that their letter names")


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_counts_a_places_days_before_a_date_is_entered(
    new_page: NewPage, planner: str
) -> None:
    """It may be printed so, and read by whoever counts by hand."""
    (form,) = [form for form in FORMS if form["id"] == planner]
    longest = max(
        (choice for choice in choices(form["for"][0]) if choice.waits),
        key=lambda choice: max(wait.days for wait in choice.waits),
    )
    page = new_page()
    page.goto(f"/tools/{planner}/")
    count = page.locator("form.planner [data-waits] [data-count]")
    usual = count.inner_text()
    page.locator("#state").select_option(longest.code)
    for city in longest.cities:
        page.get_by_role("checkbox", name=city, exact=True).check()
    said = count.inner_text()
    assert said != usual
    page.locator("#start").fill("2027-03-01")
    expect(count).to_have_text(said)
    page.locator("#start").fill("")
    expect(count).to_have_text(said)


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_names_a_place_whose_own_days_are_shorter(
    new_page: NewPage, planner: str
) -> None:
    """Or the common days, which give a later date, would pass for those of its law."""
    (form,) = [form for form in FORMS if form["id"] == planner]
    (common,) = [step for step in form["steps"] if step.get("waits")]
    page, seen = new_page(), 0
    page.goto(f"/tools/{planner}/")
    note = page.locator("form.planner [data-waits] [data-shorter]")
    for choice in choices(form["for"][0]):
        own = choice.waits
        shorter = [w for w in own if w.unit == common["unit"] and w.days < common["days"]]
        if not own or len(shorter) < len(own):
            continue
        seen += 1
        page.locator("#state").select_option(choice.code)
        for city in choice.cities:
            page.get_by_role("checkbox", name=city, exact=True).check()
        for start in ("", "2027-03-01"):
            page.locator("#start").fill(start)
            expect(note).to_be_visible()
            for wait in own:
                expect(note).to_contain_text(f"{wait.days} full ")
    assert seen or planner != "timeline-job"
    page.locator("#state").select_option("")
    expect(note).to_be_hidden()


@pytest.mark.parametrize("planner", PLANNERS)
def test_a_planner_says_which_first_day_nobody_read(new_page: NewPage, planner: str) -> None:
    """Beside each time of a place, and for no other."""
    (form,) = [form for form in FORMS if form["id"] == planner]
    page = new_page()
    page.goto(f"/tools/{planner}/")
    shown = page.locator("#times tbody tr, #other-times li").all_text_contents()
    found = 0
    for time in times(form["for"][0]):
        (row,) = [text for text in shown if time["text"] in text][:1] or [""]
        assert (f"{time['text']} From which day it runs is not" in row) == (
            bool(row) and not time.get("starts")
        )
        found += not time.get("starts")
    assert found


def times(reader: str) -> list[dict[str, Any]]:
    """Return the spans of days of a reader, as the data has them."""
    fair = [place["fair_chance"] for place in plain_data.places() if place.get("fair_chance")]
    return [time for each in fair for time in each["times"] if time["who"] == reader]


def _plain_last(wait: Wait, start: date) -> date:
    """Return the last of a wait's days, with no holiday left out."""
    if wait.unit == "calendar":
        return start + timedelta(days=wait.days)
    days = [start + timedelta(days=n) for n in range(1, 60)]
    return [day for day in days if day.weekday() < 5][wait.days - 1]


# What each form lets its writer choose one of.
ONE_OF = [
    (form, block)
    for form in FORMS
    for part in form.get("sections", ())
    for block in part["blocks"]
    if block.get("one")
]
# What each letter to one reader lets its writer tick, and whether it says too little without.
TICKED = [
    (form["id"], block["choose"], block["options"], bool(block.get("asked")))
    for form in FORMS
    for part in form.get("sections", ())
    for block in part["blocks"]
    if form["use"] == "sent" and block.get("choose") and not block.get("one")
]
# The same of each letter that leaves.
CHOSEN = [
    (
        form["id"],
        block["choose"],
        [words if isinstance(words, str) else words["say"] for words in block["options"]],
    )
    for form, block in ONE_OF
    if form["use"] != "kept"
]


@pytest.mark.parametrize(("form", "question", "options"), CHOSEN)
def test_a_letter_prints_what_was_chosen_and_nothing_else(
    new_page: NewPage, form: str, question: str, options: list[str]
) -> None:
    page = new_page()
    page.goto(f"/tools/{form}/")
    group = page.get_by_role("group", name=question)
    for chosen in options:
        group.get_by_label(chosen, exact=True).check()
        page.emulate_media(media="print")
        shown = [
            option for option in options if group.get_by_label(option, exact=True).is_visible()
        ]
        assert shown == [chosen]
        page.emulate_media(media="screen")


@pytest.mark.parametrize(("form", "question", "options", "asked"), TICKED)
def test_a_letter_prints_no_box_that_is_not_ticked(
    new_page: NewPage, form: str, question: str, options: list[Any], asked: bool
) -> None:
    """Nor its heading, where none is; what a letter can't do without is told before it prints."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    group = page.locator("fieldset", has=page.locator("legend", has_text=question))
    boxes = group.get_by_role("checkbox", include_hidden=True)
    for box in boxes.all()[:2]:
        box.check()
    page.emulate_media(media="print")
    expect(group.locator("label >> visible=true")).to_have_count(2)
    page.emulate_media(media="screen")
    expect(group.locator("label >> visible=true")).to_have_count(len(options))
    for box in boxes.all()[:2]:
        box.uncheck()
    page.emulate_media(media="print")
    expect(group).to_be_visible(visible=asked)


# The papers that a letter can name as enclosed, of which none is asked for by a law.
ENCLOSED = [
    (form["id"], block["tick"])
    for form in FORMS
    for part in form.get("sections", ())
    for block in part["blocks"]
    if form["use"] == "sent" and isinstance(block.get("tick"), str) and not block.get("asked")
]


@pytest.mark.parametrize(("form", "paper"), ENCLOSED)
def test_a_letter_names_no_paper_that_is_not_with_it(
    new_page: NewPage, form: str, paper: str
) -> None:
    page = new_page()
    page.goto(f"/tools/{form}/")
    box = page.get_by_label(paper, exact=True)
    line = page.locator("form.sheet label", has_text=paper)
    page.emulate_media(media="print")
    expect(line).to_be_hidden()
    page.emulate_media(media="screen")
    box.check()
    page.emulate_media(media="print")
    expect(line).to_be_visible()


# What each letter lets its writer fill in below a heading, where nothing says that it must be.
FILLED = [
    (form["id"], [words if isinstance(words, str) else words["say"] for words in fields])
    for form in FORMS
    if form["use"] == "sent"
    if (
        fields := [
            block["field"]
            for part in form.get("sections", ())
            for block in part["blocks"]
            if block.get("field") and part["title"]
            if block.get("kind", "line") in ("line", "long")
            if not block.get("asked") and not block.get("barred")
        ]
    )
]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("form", "fields"), FILLED)
def test_a_letter_has_no_empty_line_for_what_need_not_be_said(
    new_page: NewPage, form: str, fields: list[str], scripts: bool
) -> None:
    """Nor an unticked box: to whoever gets it, that looks like something the person lacks."""
    page = new_page(java_script_enabled=scripts)
    page.goto(f"/tools/{form}/")
    for words in fields:
        label = page.locator("form.sheet .field > label").get_by_text(words, exact=True)
        field = page.get_by_label(words, exact=True).first
        page.emulate_media(media="print")
        expect(label.first).to_be_hidden()
        page.emulate_media(media="screen")
        field.fill("Said")
        page.emulate_media(media="print")
        expect(label.first).to_be_visible()
        page.emulate_media(media="screen")
        field.fill("")


@pytest.mark.parametrize(("form", "question", "options", "asked"), TICKED)
def test_without_scripts_a_letter_prints_no_empty_question_either(
    new_page: NewPage, form: str, question: str, options: list[Any], asked: bool
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"/tools/{form}/")
    group = page.locator("fieldset", has=page.locator("legend", has_text=question))
    expect(group.locator("label >> visible=true")).to_have_count(len(options))
    page.emulate_media(media="print")
    expect(group).to_be_visible(visible=asked)


@pytest.mark.parametrize("form", SHEETS)
def test_no_box_to_write_in_reaches_the_edge_of_the_paper(new_page: NewPage, form: str) -> None:
    """There its border would be cut."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    page.emulate_media(media="print")
    edges = page.locator("main").bounding_box()
    assert edges
    for box in page.locator("form.sheet .field.long .grow >> visible=true").all():
        found = box.bounding_box()
        assert found
        assert found["x"] >= edges["x"] + 1
        assert found["x"] + found["width"] <= edges["x"] + edges["width"] - 1


# Each form that asks for something, with the words of all it asks for.
ASKING = {
    form["id"]: [
        words if isinstance(words, str) else words["say"]
        for part in form.get("sections", ())
        for block in part["blocks"]
        if block.get("asked")
        for words in [block.get("field") or block.get("tick") or block.get("choose")]
    ]
    for form in FORMS
    if any(block.get("asked") for part in form.get("sections", ()) for block in part["blocks"])
}


def test_every_letter_and_every_assessment_asks_for_something() -> None:
    whom = {form["id"] for form in FORMS if form["use"] == "sent" or "assessment" in form["id"]}
    assert whom - set(ASKING) == set()


@pytest.mark.parametrize("form", ASKING)
def test_a_paper_that_is_of_little_use_empty_says_so_before_it_prints(
    new_page: NewPage, form: str
) -> None:
    page = new_page(width=390)
    page.goto(f"/tools/{form}/")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    button, told = page.get_by_role("button", name="Print or save"), page.locator("#left-out-parts")
    expect(told).to_be_hidden()
    button.click()
    expect(page.locator("#left-out")).to_be_focused()
    assert page.evaluate("window.prints") == 0
    listed = told.locator("li").all_text_contents()
    assert [words for words in ASKING[form] if words not in listed] == []
    button.click()
    assert page.evaluate("window.prints") == 1
    fill(page)
    expect(told).to_be_hidden()


@pytest.mark.parametrize(
    ("form", "question", "options"),
    [(form["id"], block["choose"], block["options"]) for form, block in ONE_OF],
)
def test_of_answers_that_contradict_each_other_one_can_be_chosen(
    new_page: NewPage, form: str, question: str, options: list[Any]
) -> None:
    page = new_page()
    page.goto(f"/tools/{form}/")
    group = page.get_by_role("group", name=question)
    for _ in options:
        for box in group.get_by_role("radio").all():
            box.check()
    expect(group.get_by_role("radio", checked=True)).to_have_count(1)


def test_a_letter_to_a_company_can_say_that_a_case_is_too_old(new_page: NewPage) -> None:
    """With the federal limit and what it leaves out beside it, and after a no, too."""
    page = new_page()
    page.goto("/tools/dispute-letter/")
    about = page.locator(".how")
    for told in ("seven years", "$75,000", "no such limit for convictions"):
        expect(about).to_contain_text(told)
    page.get_by_label("more than seven years old").check()
    page.get_by_label("I was told no because of this report.").check()
    paper = " ".join("".join(sheets(page.pdf(format="Letter"))).split())
    assert "within 60 days" in paper
    assert "nobody has said no" not in paper


def test_an_answer_after_a_no_does_not_speak_of_a_decision_to_come(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/answer-letter/")
    before, after = (
        page.get_by_role("group", name="What has happened so far").get_by_role("radio").all()
    )
    papers = []
    for chosen in (before, after):
        chosen.check()
        papers.append(" ".join("".join(sheets(page.pdf(format="Letter"))).split()))
    assert "not decided yet" in papers[0]
    assert "said no" not in papers[0]
    assert "You have said no." in papers[1]
    assert "before you" not in papers[1].lower()
    assert "not decided" not in papers[1]


def test_an_answer_can_say_that_the_law_does_not_let_a_record_count(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/answer-letter/")
    papers = [" ".join("".join(sheets(page.pdf(format="Letter"))).split())]
    group = page.get_by_role("group", name="Why it should not count")
    group.get_by_label("does not let this record be asked about or used").check()
    page.get_by_label("The law or rule that says so").fill("City Code section 1")
    papers.append(" ".join("".join(sheets(page.pdf(format="Letter"))).split()))
    for said in ("What should not count against me", "City Code section 1", "asked about or used"):
        assert [said in paper for paper in papers] == [False, True], said
    assert "only in some cases" not in papers[1], "what is not ticked is not said"


def test_an_answer_without_a_last_day_prints_no_empty_line_for_it(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/answer-letter/")
    last = page.get_by_label("The last day to answer")
    page.emulate_media(media="print")
    label = page.get_by_text("The last day to answer")
    expect(label).to_be_hidden()
    page.emulate_media(media="screen")
    last.fill("March 1, 2027")
    page.emulate_media(media="print")
    expect(label).to_be_visible()


def clear(page: Page) -> None:
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()


def fill(page: Page) -> Sequence[str]:
    """Fill in every field of a form and return what was typed."""
    typed = []
    for index, field in enumerate(page.locator("form.sheet textarea:visible").all()):
        typed.append(f"Answer{index}")
        field.fill(typed[-1])
    for box in page.locator("form.sheet input[type=checkbox], form.sheet input[type=radio]").all():
        box.check()
    return typed


@pytest.mark.parametrize("form", SHEETS)
def test_a_filled_form_prints_whole_and_is_kept_nowhere(new_page: NewPage, form: str) -> None:
    page = new_page(width=390)
    page.goto(f"/tools/{form}/")
    before = page.url, page.evaluate("history.length")
    typed = fill(page)
    assert typed
    page.locator("form.sheet textarea").first.press("Enter")
    assert (page.url, page.evaluate("history.length")) == before
    assert page.evaluate(KEPT) == 0
    text = "".join(sheets(page.pdf(format="Letter")))
    assert [word for word in typed if word not in text] == []
    (told_form,) = [item for item in FORMS if item["id"] == form]
    for part in told_form["sections"]:
        assert not part["title"] or part["title"] in " ".join(text.split())
    assert "The law behind this form" not in text
    assert "It is not sent and not stored" not in text
    page.reload()
    left = page.eval_on_selector_all("form.sheet textarea", "all => all.map(e => e.value).join('')")
    assert left == ""
    assert page.locator("form.sheet input:checked").count() == 0


def test_a_form_is_cleared(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/dispute-letter/")
    fill(page)
    clear(page)
    assert page.locator("form.sheet input:checked").count() == 0
    expect(page.locator("textarea").first).to_have_value("")
    expect(page.locator(".grow").first).to_have_attribute("data-typed", "")


def test_a_form_is_filled_without_javascript(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/tools/final-notice-job/")
    page.get_by_label("Name of the company that made the report").fill("A Company")
    page.get_by_label("Not to hire you").check()
    expect(page.get_by_text("The browser's own menu prints it too.")).to_be_visible()
    expect(page.get_by_role("button", name="Print or save as PDF")).to_be_hidden()
    clear(page)
    expect(page.get_by_label("Not to hire you")).not_to_be_checked()


def test_no_form_can_send_or_remember(new_page: NewPage) -> None:
    page = new_page()
    for form in FORMS:
        page.goto(f"/tools/{form['id']}/")
        sheet = page.locator("form.sheet")
        assert sheet.get_attribute("data-private") is not None
        assert sheet.get_attribute("action") is None
        assert sheet.get_attribute("autocomplete") == "off"
        assert sheet.locator("[type=submit], button:not([type])").count() == 0
        for field in sheet.locator("input, textarea, select").all():
            ticked = field.get_attribute("type") in ("checkbox", "radio")
            assert ticked or field.get_attribute("autocomplete") == "off"
        for field in sheet.locator("textarea").all():
            assert field.get_attribute("spellcheck") == "false", "spelling can be checked elsewhere"


def test_the_ticks_of_a_list_of_ways_are_gone_after_a_reload(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/employers/")
    box = page.locator(".practices input").first
    box.check()
    assert page.evaluate(KEPT) == 0
    page.reload()
    expect(page.locator(".practices input").first).not_to_be_checked()


def test_a_link_to_a_part_of_the_law_opens_it(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/medical-sanctions/")
    page.get_by_role("link", name="Reinstatement", exact=True).click()
    expect(page.locator("#fact-reinstatement-test")).to_be_in_viewport()


@pytest.mark.parametrize("form", ["first-notice-job", "first-notice-home"])
def test_what_is_only_looked_up_is_folded_until_somebody_wants_it(
    new_page: NewPage, form: str
) -> None:
    """The list of all places and the law behind the form: a choice and a link lead to both."""
    page = new_page()
    page.goto(f"/tools/{form}/")
    place, law = page.locator("#by-place"), page.locator("#law")
    expect(place.locator("h2")).to_be_visible()
    expect(place.locator("details").first).to_be_hidden()
    expect(law.locator("li").first).to_be_hidden()
    mark = page.locator("form.sheet .law-marks a").first
    note = page.locator(str(mark.get_attribute("href")))
    mark.click()
    expect(note).to_be_in_viewport()
    place.locator("h2").click()
    expect(place.locator("details").first).to_be_visible()


@pytest.mark.parametrize("form", ["first-notice-job", "first-notice-home"])
def test_without_scripts_what_is_looked_up_is_open(new_page: NewPage, form: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"/tools/{form}/")
    expect(page.locator("#by-place > details").first).to_be_visible()
    expect(page.locator("#law > ol > li").first).to_be_visible()
