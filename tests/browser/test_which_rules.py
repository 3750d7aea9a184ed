"""The answer to "Which rules bind me?" is that of a second reading, and leaves no trace."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from record_relief.derive.site import Facts

from tests import plain_data
from tests.binding_oracle import AUDIENCES, Told, answer, cases, steps
from tests.browser.reported import as_reported
from tests.parts_oracle import at, change_days, days_of, noon

NewPage = Callable[..., Page]

# Choose a place, a city and a number, and ask for the rules.
CHOOSE = """asked => asked.map(([place, city, number]) => {
    const byId = id => document.getElementById(id);
    byId("which-state").value = place;
    byId("which-state").dispatchEvent(new Event("change"));
    byId("which-city").value = city;
    byId("which-number").value = number === null ? "" : number;
    byId("which").requestSubmit();
"""

ASK = (
    CHOOSE
    + """
    const ids = {};
    for (const row of byId("each-rule").tBodies[0].rows)
        ids[row.cells[0].querySelector("a").getAttribute("href")] = row.id.split("_")[0];
    const tie = byId("which-answer").dataset.tie;
    return [...document.querySelectorAll("#which-answer [data-group]:not([hidden])")].flatMap(
        group => [...group.querySelectorAll(".bound > li")].map(law => {
            const notes = [...law.querySelectorAll(".low")].map(note => note.textContent);
            return [
                group.dataset.group,
                ids[law.querySelector("h5 a").getAttribute("href")],
                law.textContent.includes(tie),
                notes.some(note => note.startsWith("This wait")),
                notes.some(note => note.startsWith("This part")),
            ];
        }));
})"""
)


# The groups of laws that bind, or may.
BINDS = ("ranked", "unranked", "unsure")


def show_rules(page: Page, state: str, city: str = "", number: int | None = None) -> None:
    page.get_by_label("State", exact=True).select_option(state)
    if city:
        page.get_by_label("City or county").select_option(city)
    page.locator("#which-number").fill(str(number or ""))
    page.get_by_role("button", name="Show the rules").click()


def answer_for(page: Page, audience: str, state: str, city: str = "") -> None:
    page.goto(f"/{audience}/")
    show_rules(page, state, city)


@pytest.fixture(scope="module")
def places() -> list[dict[str, Any]]:
    """The places with rules, as YAML alone reads them."""
    return [place for place in plain_data.places() if place.get("fair_chance")]


def answers(
    audience: str, places: list[dict[str, Any]], new_page: NewPage, day: date, script: str
) -> tuple[list[tuple[dict[str, Any], str, int | None]], list[Any]]:
    """Return every place, city and number at which an answer may change, and what a page says.

    On a day, by the browser's clock; with the numbers that count on any.
    """
    asked = [
        (at(place, day), city, number)
        for place in places
        for city, number in dict.fromkeys(
            case for on in (date.min, day) for case in cases(place, audience, on)
        )
    ]
    page = new_page()
    page.clock.set_fixed_time(noon(day))
    page.goto(f"/{audience}/")
    shown = page.evaluate(script, [[place["code"], city, n] for place, city, n in asked])
    return asked, shown


# The day of the build, and both sides of each change of a rule.
DAYS = [None, *(day - timedelta(days=n) for day in change_days() for n in (1, 0))]
on_each_day = pytest.mark.parametrize("day", DAYS)


@on_each_day
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_answer_is_that_of_a_second_reading(
    audience: str,
    day: date | None,
    places: list[dict[str, Any]],
    new_page: NewPage,
    facts: Facts,
) -> None:
    day, places = day or facts.day, [each for each in places if not day or days_of(each)]
    asked, shown = answers(audience, places, new_page, day, ASK)
    wrong = [
        (place["code"], city, number)
        for (place, city, number), found in zip(asked, shown, strict=True)
        if [Told(*each) for each in found] != answer(place, audience, city, number, day)
    ]
    assert not wrong


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_only_may_bind_stands_below_a_heading_that_says_so(
    audience: str, new_page: NewPage, facts: Facts
) -> None:
    """And nothing of sure reach does."""
    page, seen = new_page(), set()
    page.goto(f"/{audience}/")
    for law in facts.binding[audience].laws:
        if law.local is None or law.at_least.group in ("doubtful", "some"):
            continue
        show_rules(page, law.place.code, law.name)
        group = page.locator(
            "#which-answer [data-group]",
            has=page.locator(f".bound > li a[href$='#{law.local.id}']"),
        ).first
        heading = "These may bind you" if law.is_reach_open else re.compile("^These bind you")
        expect(group.get_by_role("heading", level=4)).to_have_text(heading)
        seen.add(law.is_reach_open)
    assert seen == {True, False}


STEPS = (
    CHOOSE
    + """
    const all = selector => [...document.querySelectorAll("#which-answer " + selector)];
    const seen = node => !node.closest("[hidden]");
    const text = name => all(`[data-take=${name}]`).filter(seen)
        .map(x => x.textContent.replace(/\\.$/, ""))[0] || "";
    const names = (name, pattern) => [...text(name).matchAll(pattern)].map(found => found[1]);
    const linked = name => all(`[data-take=${name}]`).filter(seen).slice(0, 1).flatMap(
        x => [...x.querySelectorAll("a")].map(a => a.textContent.split(": ").pop()));
    const barred = all("[data-if=barred]").some(seen), unsure = " (not confirmed)";
    return {
        wait: names("ask", /\\(([^)]*)\\)(?:;|$)/g),
        lives: names("lives", /([^;]+)(?:; |$)/g),
        other: names("other", /([^;]+)(?:; |$)/g),
        below: text("below"),
        barred: barred ? names("barred", /([^;]+)(?:; |$)/g) : [],
        doubtful: names("doubtful", /(?:^|[.;] )([^.;:]+): whether/g),
        factors: linked("factors"),
        tests: all("[data-take=test]").filter(seen).slice(0, 1).flatMap(
            x => [...x.children].map(each => each.textContent.split(": ")[0].replace(unsure, ""))),
        unsure: all("[data-take=test]").filter(seen).slice(0, 1).flatMap(x => [...x.children]
            .filter(each => each.textContent.includes(": In doubt. "))
            .map(each => each.textContent.split(": ")[0].replace(unsure, ""))),
        notices: Object.fromEntries(
            ["application", "facts", "first", "final"].map(stage => [stage, linked(stage)])),
        weighing: all("[data-if=weigh]").some(seen),
        free: all("[data-if=free], [data-if=loose]").some(seen),
        without: ["first", "final"].filter(stage => all(`[data-if=no-${stage}]`).some(seen)),
    };
})"""
)


@on_each_day
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_steps_are_those_of_a_second_reading_and_contradict_no_rule(
    audience: str,
    day: date | None,
    places: list[dict[str, Any]],
    new_page: NewPage,
    facts: Facts,
) -> None:
    day, places = day or facts.day, [each for each in places if not day or days_of(each)]
    asked, shown = answers(audience, places, new_page, day, STEPS)
    wrong = []
    for (place, city, number), found in zip(asked, shown, strict=True):
        told = steps(place, audience, city, number, day)
        lists = ("wait", "other", "barred", "doubtful", "factors", "tests", "unsure", "lives")
        if told.barred:
            told.notices["facts"].clear()
        same = all(sorted(found[name]) == sorted(getattr(told, name)) for name in lists)
        same &= all(sorted(found["notices"][s]) == sorted(n) for s, n in told.notices.items())
        same &= found["weighing"] != bool(told.barred)
        same &= found["without"] == [s for s in ("first", "final") if not told.notices[s]]
        if audience == "employers":
            same &= found["free"] == (not told.wait and not told.other)
            same &= all(words.rstrip(".") in found["below"] for words in told.below)
            same &= bool(told.below) == bool(found["below"])
        if not same:
            wrong.append((place["code"], city, number))
    assert not wrong


AHEAD = (
    CHOOSE
    + """return byId("which-ahead").innerText;
})"""
)


def test_the_steps_name_what_binds_from_a_later_day(
    places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """Below its day, as a second reading of both days has it; nothing once the day has come."""
    told = set()
    for day, audience in product(change_days(), AUDIENCES):
        some = [place for place in places if day in days_of(place)]
        before = day - timedelta(days=1)
        asked, shown = answers(audience, some, new_page, before, AHEAD)
        for (now, city, number), text in zip(asked, shown, strict=True):
            then = at(now, day)
            old = steps(now, audience, city, number, before)
            new = steps(then, audience, city, number, day)
            assert (old != new) <= (f"From {day:%B} {day.day}, {day.year}" in text), (city, number)
            for name in set(new.factors) - set(old.factors):
                assert f"What must be weighed: {name}" in text
                told.add(name)
            for stage in ("first", "final"):
                for name in set(new.notices[stage]) - set(old.notices[stage]):
                    assert f"What else this notice must say: {name}" in text
            assert (
                "found no rule above that says what must be weighed" not in text or not new.factors
            )
            # The steps that are the same on both days are not left out without a word.
            assert (
                not text or "not repeated here stay the same" in text or "Keep the papers" in text
            )
        assert not any(answers(audience, some, new_page, day, AHEAD)[1])
    assert told or not change_days()


def test_a_change_that_is_only_reported_binds_nobody_and_is_named(
    places: list[dict[str, Any]], new_page: NewPage
) -> None:
    for day, audience in product(change_days(), AUDIENCES):
        page = new_page()
        page.clock.set_fixed_time(noon(day))
        page.route(f"**/{audience}/", as_reported)
        page.goto(f"/{audience}/")
        for place in places:
            if day not in days_of(place):
                continue
            for city, number in cases(place, audience, date.min):
                (text,) = page.evaluate(AHEAD, [[place["code"], city, number]])
                old = steps(place, audience, city, number, date.min)
                if old != steps(at(place, day), audience, city, number, day):
                    assert "If a reported change starts on" in text
                    assert "Ask whether it is in force" in text


def test_a_card_has_all_that_is_known_of_its_law(
    places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """The words where what is coded does not tell all, the exceptions, and every span of days."""
    page = new_page()
    page.goto("/landlords/")
    for place in places:
        fair, housing = place["fair_chance"], place["fair_chance"]["housing"]
        if housing["rule"] not in ("broad", "limited"):
            continue
        show_rules(page, place["code"])
        card = page.locator("#which-answer .bound > li").first
        told = " ".join(card.inner_text().split())
        assert housing["text"] in told, place["code"]
        own = [
            entry
            for section in ("exceptions", "times", "refusals")
            for entry in fair.get(section, ())
            if (entry["who"], entry["local"]) == ("landlord", None)
            and "landlords" in entry["binds"]
        ]
        for entry in own:
            says = f"{entry['days']} " if "days" in entry else entry["text"]
            assert says.lower() in told.lower(), (place["code"], entry)
    expect(page.locator("#which-answer details")).to_have_count(0)


def test_the_number_goes_with_the_place_to_the_notice_and_the_planner(
    places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """A law for a larger number is not ticked in a form, and its days are not counted."""
    place = next(
        place
        for place in places
        if (private := place["fair_chance"]["employment"]["private"])["threshold_for"] == "both"
        and any(
            time["who"] == "employer" and time["local"] is None and time["purpose"] == "answer"
            for time in place["fair_chance"]["times"]
        )
    )
    private = place["fair_chance"]["employment"]["private"]
    page = new_page()
    page.goto("/employers/")
    page.locator("#which-state").select_option(place["code"])
    page.locator("#which-number").fill(str(private["threshold"] - 1))
    page.get_by_role("button", name="Show the rules").click()
    steps = page.locator("#which-answer")
    with page.expect_popup() as opened:
        steps.get_by_role("link", name="Send the first notice").locator("visible=true").click()
    form = opened.value
    number = form.get_by_label("Number of employees, if you know it")
    expect(number).to_have_value(str(private["threshold"] - 1))
    boxes = form.get_by_role("checkbox", name="This law binds us.")
    expect(boxes.first).not_to_be_checked()
    expect(form.locator("#added [data-fewer]").first).to_be_visible()
    number.fill(str(private["threshold"]))
    expect(boxes.first).to_be_checked()
    expect(form.locator("#added [data-fewer]").first).to_be_hidden()
    with page.expect_popup() as opened:
        steps.get_by_role("link", name="Work out the dates").locator("visible=true").click()
    planner = opened.value
    planner.locator("#start").fill("2026-12-01")
    count = planner.locator("[data-waits] [data-count]")
    expect(count).not_to_contain_text(place["name"])
    planner.locator("#number").fill("")
    planner.locator("#holidays").fill("0")
    told = planner.locator("#no-time")
    expect(told).to_be_hidden()


def test_the_answer_is_told_and_leaves_no_trace(new_page: NewPage) -> None:
    page = new_page(width=390)
    page.goto("/employers/")
    before = page.evaluate("[location.href, history.length]")
    page.get_by_role("button", name="Show the rules").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a state.")
    expect(page.locator("#which-state")).to_be_focused()
    page.locator("#which-state").select_option("NY")
    page.locator("#which-city").select_option("New York City")
    page.locator("#which-number").fill("0")
    page.get_by_role("button", name="Show the rules").click()
    expect(page.get_by_role("alert")).to_contain_text("from 1 to")
    page.locator("#which-number").fill("4")
    page.get_by_role("button", name="Show the rules").click()
    expect(page.locator("#which-title")).to_be_focused()
    expect(page.locator("#which-error")).to_have_text("")
    for name, anchor in (("factors", "factors"), ("final", "notice-final")):
        link = page.locator(f"[data-take={name}]").locator("visible=true").locator("a").last
        expect(link).to_have_text(re.compile("New York City$"))
        expect(link).to_have_attribute("href", f"new-york/#{anchor}")
    page.locator("#which-number").fill("5")
    expect(page.locator("#which-answer")).to_be_hidden()  # it is no longer that of the form
    page.locator("#which-state").select_option("ID")
    expect(page.locator("#which-city")).to_be_hidden()
    assert page.evaluate("[location.href, history.length]") == before
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]


def test_back_finds_the_answer_as_it_was_and_exit_leaves_none(new_page: NewPage) -> None:
    """A browser keeps the page in memory: it names a place and a number, and nobody's name."""
    page = new_page()
    page.goto("/employers/")
    show_rules(page, "TX", "Austin")
    answer = page.locator("#which-answer")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(answer).to_be_visible()
    expect(page.locator("#which-city")).to_have_value("Austin")
    page.evaluate("emptyAnswers()")  # as the exit control does
    expect(answer).to_be_hidden()
    expect(page.locator("#which-state")).to_have_value("")
    expect(page.locator("#which-city")).to_be_hidden()


def test_who_leaves_the_page_is_told_that_the_choice_may_be_gone(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/landlords/")
    expect(page.locator("#which")).to_contain_text("you may have to choose again")


def test_what_leaves_the_answer_opens_beside_it(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/employers/")
    show_rules(page, "IL")
    away = page.locator("#which-answer a")
    expect(away.first).to_be_visible()
    assert set(away.evaluate_all("links => links.map(link => link.target)")) == {"_blank"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_stands_elsewhere_on_the_page_opens_beside_the_answer(
    audience: str, new_page: NewPage
) -> None:
    """A jump leaves no entry for Back, which would lead away from the answer."""
    page = new_page()
    page.goto(f"/{audience}/")
    show_rules(page, "IL")
    jumps = page.locator("#which-answer a[href^='#']")
    address = page.url
    assert jumps.count()
    for jump in jumps.all():
        if not jump.is_visible():
            continue
        anchor = jump.get_attribute("href")
        with page.context.expect_page() as opened:
            jump.click()
        expect(opened.value).to_have_url(f"{address}{anchor}")
        expect(opened.value.locator(anchor or "")).to_be_in_viewport()
        opened.value.close()
        assert page.url == address
        expect(page.locator("#which-answer")).to_be_visible()
        expect(page.locator("#way-back")).to_have_count(0)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_answer_has_the_words_of_each_notice_and_the_office(
    audience: str, places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """Printed, an address would not do."""
    reader = "employer" if audience == "employers" else "landlord"
    bound = {"employer": "private_employers", "landlord": "landlords"}[reader]
    page = new_page()
    page.goto(f"/{audience}/")
    for place in places:
        fair = place["fair_chance"]
        rule = fair["employment"]["private"] if reader == "employer" else fair["housing"]
        show_rules(page, place["code"])
        steps = page.locator("#which-answer > ol")
        page.wait_for_function("window.lawWords")
        office = (fair["complain"] or {}).get("renting") if reader == "landlord" else None
        name = (office or fair["complain"] or {}).get("name")
        if name:
            expect(steps).to_contain_text(name)
        if rule["rule"] not in ("fair_chance", "limited", "broad"):
            continue
        for notice in fair["notices"]:
            own = (notice["who"], notice["local"]) == (reader, None) and bound in notice["binds"]
            for part in notice["must"] if own else ():
                expect(steps).to_contain_text(part)


def test_a_step_says_that_a_point_in_time_is_not_confirmed(new_page: NewPage, facts: Facts) -> None:
    """As the card of the same law does."""
    page = new_page()
    page.goto("/employers/")
    some = [
        law
        for law in facts.binding["employers"].laws
        if law.local and law.at_least.group == "doubtful" and law.at_least.asks
    ]
    assert some
    for law in some:
        show_rules(page, law.place.code, law.name)
        step = page.locator("#which-answer > ol li").filter(has_text=law.ask_label)
        expect(step.filter(has_text="not confirmed")).to_have_count(int(law.is_open("ask")))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_answer_has_all_that_each_law_says(
    audience: str, new_page: NewPage, facts: Facts
) -> None:
    page = new_page()
    page.goto(f"/{audience}/")
    for law in facts.binding[audience].laws:
        show_rules(page, law.place.code, law.name if law.local else "")
        page.wait_for_function("window.lawWords")
        card = page.locator("#which-answer .bound > li", has=page.locator("h5", has_text=law.name))
        expect(card.filter(has_text=law.text[1:])).to_have_count(1)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_a_state_bars_stands_in_its_card_or_in_the_step(
    new_page: NewPage, facts: Facts, audience: str
) -> None:
    """In the words of its page: in the step where the law does not bind by the number, else in the
    card, also where the state has no other rule: "No rule found" alone would deny it.
    """
    page, seen = new_page(), set()
    page.goto(f"/{audience}/")
    for place in facts.binding[audience].places:
        (law,) = place.for_city(None)
        cases = [(None, law.at_least)]
        if law.under and law.least and law.least > 1:
            cases.append((law.least - 1, law.under))
        for number, case in cases:
            show_rules(page, law.place.code, number=number)
            page.wait_for_function("window.lawWords")
            cleared = law.fair.employment.cleared_records
            words = (audience == "landlords" and cleared.renting) or cleared.text
            # Beside what stands there for a later day.
            cards = page.locator("#which-answer [data-group] .bound > li > dl > div")
            card = cards.filter(has_text="What is barred")
            step = page.locator("#which-answer > ol > li", has_text="Leave out cleared records")
            in_card = case.group != "smaller"
            expect(card.filter(has_text=words)).to_have_count(int(in_card))
            expect(step.filter(has_text=words)).to_have_count(int(not in_card))
            seen.add(case.group)
    assert {"nothing", "ranked"} <= seen
    assert ("smaller" in seen) == (audience == "employers")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_a_city_never_lets_anyone_use_stands_in_the_step(
    new_page: NewPage, facts: Facts, audience: str
) -> None:
    """Who follows the steps alone leaves out what the city's card says, too."""
    page, seen = new_page(), 0
    page.goto(f"/{audience}/")
    for place in facts.binding[audience].places:
        for city in place.cities:
            laws = [law for law in place.for_city(city) if law.local and law.local.never]
            said = [(law, law.at_least.group) for law in laws]
            if not said:
                continue
            show_rules(page, laws[0].place.code, city)
            step = page.locator("#which-answer > ol > li", has_text="Leave out cleared records")
            for law, group in said:
                told = group in (*BINDS, "doubtful")
                for item in law.local.never if law.local and told else ():
                    expect(step).to_contain_text(item)
                    seen += 1
    assert seen


def test_where_a_law_was_not_read_itself_no_step_says_that_it_asks_for_no_notice(
    new_page: NewPage, facts: Facts
) -> None:
    page, seen = new_page(), set()
    page.goto("/landlords/")
    for place in facts.binding["landlords"].places:
        for name in place.cities:
            laws = [law for law in place.for_city(name) if law.at_least.weighs]
            if any(law.notices_at("first") or law.bars_all for law in laws):
                continue
            binding = [law for law in laws if law.at_least.group in BINDS or law.doubt]
            unread = [
                law for law in binding if law.local and not facts.is_read(law.place, law.local)
            ]
            show_rules(page, place.place.code, name)
            page.wait_for_function("window.lawWords")
            step = page.locator("#which-answer > ol > li:visible", has_text="Send a notice before")
            none = step.get_by_text("(We found no rule above that asks landlords")
            known = step.get_by_text("We did not read the text of this law itself").first
            expect(none).to_be_visible(visible=not unread)
            expect(known).to_be_visible(visible=bool(unread))
            for law in unread:
                expect(step).to_contain_text(f"{law.name}:" if not law.title else law.title)
            seen.add(bool(unread))
    assert seen == {True, False}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_city_with_two_laws_has_each_named(
    audience: str, new_page: NewPage, facts: Facts
) -> None:
    page = new_page()
    page.goto(f"/{audience}/")
    twice = [law for law in facts.binding[audience].laws if law.title]
    assert twice
    for law in twice:
        show_rules(page, law.place.code, law.name)
        title = re.compile(f"{re.escape(law.name)} .*{re.escape(law.title)}$")
        expect(page.locator("#which-answer h5").filter(has_text=title)).to_have_count(1)


def test_without_the_file_of_words_the_answer_leads_to_what_a_law_says(
    new_page: NewPage, facts: Facts
) -> None:
    page = new_page()
    page.route("**/*law_words*", lambda route: route.abort())
    page.goto("/employers/")
    law = facts.binding["employers"].laws[0]
    show_rules(page, law.place.code)
    with page.expect_popup() as opened:
        page.locator("#which-answer h5").get_by_role("link", name=law.name).click()
    expect(opened.value.locator("main")).to_contain_text(law.text[1:])


@pytest.mark.parametrize("audience", ["employers", "landlords"])
def test_a_citys_own_office_is_in_its_card_and_in_the_last_step(
    audience: str, places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """Who is refused in the city complains there; its time stands in the step."""
    bound = {"employers": "private_employers", "landlords": "landlords"}[audience]
    found = [
        (place, law)
        for place in places
        for law in place["fair_chance"]["local"]
        if law.get("complain") and law["status"] == "in_force" and bound in law["binds"]
    ]
    assert found
    page = new_page()
    page.goto(f"/{audience}/")
    for place, law in found:
        show_rules(page, place["code"], law["name"])
        page.wait_for_function("window.lawWords")
        answer, office = page.locator("#which-answer"), law["complain"]
        cards = answer.locator(".bound > li", has=page.get_by_role("heading", name=law["name"]))
        expect(cards.filter(has_text=office["name"]).first).to_be_visible()
        expect(answer.locator("> ol")).to_contain_text(office["name"])
        expect(answer.locator("> ol")).to_contain_text(office.get("deadline") or office["name"])
        # Each place is named once there, at its own words.
        step = answer.locator("> ol > li", has=page.locator("[data-take=complain]"))
        links = step.get_by_role("link", name=law["name"], exact=True)
        words = step.locator(".law-words", has_text=office["name"])
        assert links.count() == words.get_by_role("link", name=law["name"], exact=True).count()


@pytest.mark.parametrize("step", ["Work out the dates", "Send the first notice"])
def test_a_planner_and_a_form_open_with_the_place_chosen(step: str, new_page: NewPage) -> None:
    """It is told from page to page; the address names no place, and the answer stays."""
    page = new_page()
    page.goto("/employers/")
    show_rules(page, "NY", "New York City")
    with page.expect_popup() as opened:
        page.locator("#which-answer").get_by_role("link", name=step).click()
    other = opened.value
    expect(other.locator("#state")).to_have_value("NY")
    expect(other.get_by_role("checkbox", name="New York City")).to_be_checked()
    assert "?" not in other.url
    assert "#" not in other.url
    assert other.evaluate("[window.opener, history.length]") == [None, 1]
    expect(page.locator("#which-answer")).to_be_visible()


def test_without_scripts_the_table_says_the_same(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/employers/")
    expect(page.locator("#which")).to_be_hidden()
    expect(page.locator("#which-answer")).to_be_hidden()
    page.get_by_role("link", name="Find your state, city and county in the table.").click()
    expect(page.locator("#each-rule")).to_be_visible()


def _is_open_case(place: dict[str, Any], case: dict[str, Any]) -> bool:
    marked = {mark["field"] for mark in place["fair_chance"]["unconfirmed"]}
    return f"exceptions.{case['id']}.text" in marked


def test_who_lives_in_the_building_reads_that_first(
    places: list[dict[str, Any]], new_page: NewPage
) -> None:
    """An exception for an owner who lives there stands first in its card, and before the steps."""
    found = [
        (place, entry["text"] + (" (not confirmed)" if _is_open_case(place, entry) else ""))
        for place in places
        for entry in place["fair_chance"].get("exceptions", ())
        if entry["who"] == "landlord" and entry["local"] is None and entry.get("lives_there")
    ]
    assert found
    page = new_page()
    page.goto("/landlords/")
    for place, words in found:
        show_rules(page, place["code"])
        answer = page.locator("#which-answer")
        card = answer.locator("li", has=page.get_by_role("heading", name=place["name"]))
        expect(card.locator("dd").first).to_have_text(words, ignore_case=True)
        told = answer.get_by_text("Do you live in the building?")
        expect(told).to_contain_text(f"{place['name']}.")
        steps = answer.locator("ol", has_text="Write your standards down").bounding_box()
        before = told.bounding_box()
        assert before
        assert steps
        assert before["y"] < steps["y"]


def test_a_landlord_is_told_where_no_law_asks_for_a_first_notice(new_page: NewPage) -> None:
    page = new_page()
    by_choice = page.locator("#which-answer").get_by_text(
        "Whoever sends one hears of a mistake in time"
    )
    answer_for(page, "landlords", "OH")
    expect(by_choice.locator("visible=true")).to_have_count(1)
    answer_for(page, "landlords", "NY", "New York City")
    expect(by_choice.locator("visible=true")).to_have_count(0)
    # Federal law asks an employer for one.
    answer_for(page, "employers", "OH")
    expect(by_choice.locator("visible=true")).to_have_count(0)


def test_the_days_of_a_city_stand_in_one_step(new_page: NewPage) -> None:
    page = new_page()
    answer_for(page, "employers", "PA", "Philadelphia")
    steps = page.locator("#which-answer > ol")
    expect(steps).to_contain_text("How it relates to the job", ignore_case=True)
    assert len(re.findall("(?:10|ten) business days", steps.inner_text())) == 1


def test_no_line_of_an_answer_begins_in_the_middle_of_a_sentence(new_page: NewPage) -> None:
    """Whose turn it is, and what gives way, follow a label on a line of their own."""
    page = new_page()
    for audience, state, city in (
        ("employers", "PA", "Philadelphia"),
        ("landlords", "NJ", ""),
        ("landlords", "CA", "Oakland"),
    ):
        answer_for(page, audience, state, city)
        lines = page.locator("#which-answer .bound dd")
        expect(lines.first).to_be_visible()
        begun = [line.strip() for line in lines.all_inner_texts()]
        assert not [line for line in begun if line[:1].islower()]
    # Two sentences are two sentences, also where the first is marked as not confirmed.
    for state, city in (("PA", "Philadelphia"), ("WI", "Madison")):
        answer_for(page, "employers", state, city)
        answer = page.locator("#which-answer").inner_text()
        assert not re.search(r"[.?!]\)?(\s+\(not confirmed\))?\s*;", answer)


def test_each_step_of_a_landlord_is_one_thing_to_do(new_page: NewPage) -> None:
    """When the question may come, and giving out the standards, are two."""
    page = new_page(width=390)
    page.goto("/landlords/")
    chosen = page.locator("#which-state")
    codes = chosen.locator("option").evaluate_all("all => all.map(option => option.value)")
    asked = 0
    for code in filter(None, codes):
        chosen.select_option(code)
        page.get_by_role("button", name="Show the rules").click()
        steps = page.locator("#which-answer ol > li:visible").all_inner_texts()
        assert all(text.strip() for text in steps), code
        asking = [text for text in steps if "ask and do not check" in text or "Read first" in text]
        assert [text for text in asking if "Write your standards" in text] == []
        asked += len(asking)
    assert asked
