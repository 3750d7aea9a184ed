"""Forms and planners in the browser: what is typed stays on the page, prints, and is gone."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from pypdf import PdfReader

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
FORMS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "data/forms.yaml").read_text(encoding="utf-8")
)["forms"]
PLANNERS = [form["id"] for form in FORMS if form.get("steps")]
SHEETS = [form["id"] for form in FORMS if not form.get("steps")]
KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"


def business(start: date, count: int) -> date:
    """Return the weekday that is so many weekdays after a day, counted without a loop over days.

    Whole weeks are jumped; what is left is counted from a day that was moved off the weekend.
    """
    if count == 0:
        return start
    moved = start - timedelta(days=max(start.weekday() - 4, 0))  # Saturday, Sunday: as Friday
    weeks, rest = divmod(count, 5)
    over = 2 if moved.weekday() + rest > 4 else 0
    return moved + timedelta(weeks=weeks, days=rest + over)


def told(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def times(reader: str) -> dict[str, dict[str, Any]]:
    """Return the places' times to answer, read from the YAML alone."""
    raw = yaml.load((ROOT / "data/states.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    found = {}
    for place in raw["jurisdictions"]:
        for time in (place.get("fair_chance") or {}).get("times", []):
            if time["who"] == reader and time["purpose"] in ("answer", "wait"):
                cities = {law["id"]: law["name"] for law in place["fair_chance"]["local"]}
                city = cities.get(time["local"])
                name = f"{city} ({place['name']})" if city else place["name"]
                name += f" ({time['only']})" if time["only"] else ""
                base = f"times.{time['id']}."
                marks = {mark["field"] for mark in place["fair_chance"]["unconfirmed"]}
                open_ = marks & {base + "days", base + "unit"}
                found[f"{name} – not confirmed" if open_ else name] = time
    return found


def starts() -> list[date]:
    """Return days of every kind: each weekday, ends of months and years, a leap day, and chance."""
    fixed = [date(2026, 11, 23) + timedelta(days=n) for n in range(7)]
    fixed += [date(2026, 12, 31), date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29)]
    fixed += [date(2026, 3, 7), date(2026, 3, 8), date(2026, 10, 31), date(2026, 11, 1)]  # clocks
    chance = random.Random(7)
    return fixed + [date(2026, 1, 1) + timedelta(days=chance.randrange(3000)) for _ in range(40)]


def first_after(start: date, days: int, unit: str, holidays: int) -> date:
    """Return the first day after a wait of so many full days, the day of the notice not counted."""
    if unit == "business":
        return business(start, days + holidays + 1)
    return start + timedelta(days=days + 1)


@pytest.mark.parametrize("planner", PLANNERS)
def test_the_planner_counts_as_a_calendar_does(new_page: NewPage, planner: str) -> None:
    (form,) = [form for form in FORMS if form["id"] == planner]
    places = times(form["for"][0])
    page = new_page(timezone_id="America/Los_Angeles")
    page.goto(f"/tools/{planner}/")
    names = page.locator("#where option").all_text_contents()
    assert sorted(names[1:]) == sorted(places)
    common = next(step["days"] for step in form["steps"] if step.get("waits"))
    for index, start in enumerate(starts()):
        name = names[index % len(names)]
        holidays = index % 3
        disputed = start + timedelta(days=index % 11) if index % 2 else None
        page.locator("#start").fill(start.isoformat())
        page.locator("#where").select_option(label=name)
        page.locator("#holidays").fill(str(holidays))
        page.locator("#disputed").fill(disputed.isoformat() if disputed else "")
        page.locator("#notified").fill("")
        decision, counted, common_rule = (
            first_after(start, common, "business", holidays),
            common,
            True,
        )
        unit = "business"
        if place := places.get(name):
            days = place["days"] + ((place["more_if_disputed"] or 0) if disputed else 0)
            own = first_after(start, days, place["unit"], holidays)
            if own >= decision:
                decision, counted, common_rule, unit = own, days, False, place["unit"]
        # Without its holidays a date in business days may be too early: it says so.
        warned = page.get_by_text("No holiday is counted yet.").is_visible()
        assert warned == (unit == "business" and not holidays), (start, name)
        # The words beside the date are those of the rule that gives it.
        count = page.locator("[data-waits] [data-count]")
        expect(count).to_contain_text(f"the day after {counted} full", ignore_case=True)
        assert (count.text_content() or "").startswith("The day after") == common_rule
        dispute = (disputed or start) + timedelta(days=30)
        expected = [
            start,
            decision,
            dispute,
            dispute + timedelta(days=15),
            decision + timedelta(days=60),
        ]
        assert page.locator("output").all_text_contents() == [told(day) for day in expected], (
            start,
            name,
        )
    final = start + timedelta(days=40)
    page.locator("#notified").fill(final.isoformat())
    expect(page.locator("output").last).to_have_text(told(final + timedelta(days=60)))
    clear(page)
    expect(page.locator("output").first).to_have_text("")
    assert page.locator("output").all_text_contents() == [""] * len(form["steps"])
    expect(page.get_by_text("No holiday is counted yet.")).to_be_hidden()


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


WRONG = {
    "a year with digits missing": {"start": "0026-11-23"},
    "a year with a digit too many": {"start": "20260-11-23"},
    "a dispute in a year long past": {"start": "2026-11-23", "disputed": "0026-11-24"},
    "a final notice before the first": {"start": "2026-11-23", "notified": "2026-11-22"},
    "more holidays than can be": {"start": "2026-11-23", "holidays": "10"},
    "fewer holidays than none": {"start": "2026-11-23", "holidays": "-1"},
    "half a holiday": {"start": "2026-11-23", "holidays": "1.5"},
}
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
    for name, value in WRONG[case].items():
        field = page.locator(f"#{name}")
        field.evaluate(SET, value)
    assert set(page.locator("output").all_text_contents()) == {""}
    field.focus()
    field.blur()
    note = page.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(note).to_be_visible()
    expect(note).not_to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert page.locator("[aria-invalid=true]").count() == 1
    field.evaluate(SET, "3" if name == "holidays" else "2026-11-23")
    expect(note).to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "false")
    assert all(page.locator("output").all_text_contents())


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


def clear(page: Page) -> None:
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()


def fill(page: Page) -> Sequence[str]:
    """Fill in every field of a form and return what was typed."""
    typed = []
    for index, field in enumerate(page.locator("form.sheet textarea").all()):
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
    text = "".join(
        sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    )
    assert [word for word in typed if word not in text] == []
    (told_form,) = [item for item in FORMS if item["id"] == form]
    for part in told_form["sections"]:
        assert not part["title"] or part["title"] in " ".join(text.split())
    assert "The law behind this form" not in text
    assert "It is not sent and not stored" not in text
    page.reload()
    left = page.eval_on_selector_all("form.sheet textarea", "all => all.map(e => e.value).join('')")
    assert left == ""
    assert page.locator("form.sheet :checked").count() == 0


def test_a_form_is_cleared(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/tools/dispute-letter/")
    fill(page)
    clear(page)
    assert page.locator("form.sheet :checked").count() == 0
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
