"""The guided page: its answers are those of the data, and none of them leaves the page."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdfium2 import PdfDocument

from tests import plain_data, ways_oracle
from tests.built_site import slug
from tests.fit_oracle import Answers, every_answer, offered

NewPage = Callable[..., Page]
PATH = "/what-might-help/"


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, Any]]:
    """The places by code, as YAML alone reads them."""
    return {place["code"]: place for place in plain_data.places()}


@pytest.fixture(scope="module")
def built_on(places: dict[str, dict[str, Any]]) -> date:
    """The day of the build: that of the latest check."""
    return max(place["checked"] for place in places.values())


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


# Every law and way of the file of all places, as plain values.
READ = """() => Object.entries(placeParts).map(([code, html]) => {
    const part = document.createElement("template");
    part.innerHTML = html;
    const all = query => [...part.content.querySelectorAll(query)];
    return {
        code,
        laws: all("[data-law]").map(law => ({
            title: law.querySelector("h5").textContent,
            lines: [...law.querySelectorAll("[data-ask]")].map(line => ({...line.dataset}))})),
        ways: all("[data-kind] [data-otherwise]").map(way => ({
            kind: way.closest("[data-kind]").dataset.kind,
            id: way.querySelector("a").getAttribute("href").split("#way-")[1],
            data: {...way.dataset}}))};
})"""


def test_it_offers_the_laws_that_the_data_allows_for_every_answer(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """All combinations in all places, by the function that the page itself asks."""
    page = new_page()
    page.goto(PATH)
    combinations = list(every_answer())
    offers = page.evaluate(
        f"""combinations => {{
            const read = ({READ})();
            return JSON.stringify(read.map(({{code, laws}}) => [code, combinations.map(given =>
                laws.filter(law => law.lines.every(line =>
                    lineStands(line, given[line.ask]) !== "excludes")).map(law => law.title))]));
        }}""",
        combinations,
    )
    found = dict(json.loads(offers))
    assert set(found) == set(places)
    for code, of_place in found.items():
        for given, titles in zip(combinations, of_place, strict=True):
            assert titles == offered(places[code], given), (code, given)


def test_how_each_way_stands_at_the_edges_of_its_waits(
    new_page: NewPage, places: dict[str, dict[str, Any]], built_on: date
) -> None:
    """Every way of every place, for each year about the end of a wait, and for no year."""
    page = new_page()
    page.goto(PATH)
    now = built_on.year
    ended = {
        code: [None, *sorted({now, *(y for y in ways_oracle.edges(place, now) if y <= now)})]
        for code, place in places.items()
    }
    stands = page.evaluate(
        f"""([ended, now]) => {{
            const read = ({READ})();
            return JSON.stringify(read.flatMap(({{code, ways}}) => ways.map(way =>
                [code, way.kind, way.id, [false, true].map(runs => ended[code].map(year => {{
                    const found = wayStands(way.data, year, runs, now);
                    return [found.verdict, found.first || 0, found.last || 0];
                }}))])));
        }}""",
        [ended, now],
    )
    found = json.loads(stands)
    expected = Counter(
        (code, kind, way["id"])
        for code, place in places.items()
        for way in place["ways"]
        for kind in way["reaches"]
    )
    assert Counter((code, kind, id_) for code, kind, id_, _ in found) == expected
    by_id = {(code, way["id"]): way for code, place in places.items() for way in place["ways"]}
    for code, kind, id_, (finished, running) in found:
        for unfinished, answers in ((False, finished), (True, running)):
            for year, (verdict, first, last) in zip(ended[code], answers, strict=True):
                label = LABELS[verdict].format(year=first)
                telling = ways_oracle.told(by_id[code, id_], kind, built_on, year, unfinished, now)
                assert label == telling[0], (code, id_, kind, year, unfinished)
                tells_both = f"or as late as {last}," in telling[1]
                assert tells_both is (last > first), (code, id_, kind, year)


LABELS = {
    "now": "May fit now",
    "from": "From {year}",
    "pardon": "Only after a pardon",
    "itself": "Happens by itself: check your record",
    "ask": "Ask about this",
}


def test_the_page_says_so_for_each_kind_of_record(
    new_page: NewPage, places: dict[str, dict[str, Any]], built_on: date
) -> None:
    """Through the form itself, five times for each place: what is shown, and in which words."""
    page = new_page()
    now = built_on.year + 3
    page.clock.set_fixed_time(f"{now}-06-15")
    codes = list(places)
    open_questions(page, *codes)
    pairs = list(itertools.product(ways_oracle.RECORDS, ("", *ways_oracle.CONVICTIONS)))
    years = ["", *map(str, range(now - len(pairs) + 2, now + 1))]
    asked = [
        (record, serious, years[number], ("", "finished", "unfinished", "none")[number % 4])
        for number, (record, serious) in enumerate(pairs)
    ]
    shown = page.evaluate(
        """([asked, codes]) => JSON.stringify(asked.map((answers, turn) => {
            const [record, serious, year, sentence] = answers;
            document.querySelectorAll("#places select").forEach((select, number) => {
                select.value = number % 4 === turn % 4 ? codes[number] : "";
            });
            document.getElementById("answer-places").style.display = "none";  // drawn, not painted
            const given = {record, serious, sentence}, form = document.getElementById("answers");
            for (const radio of form.querySelectorAll("[type=radio]"))
                radio.checked = given[radio.name] === radio.value;
            document.getElementById("ended").value = year;
            form.requestSubmit();
            const text = part => part ? part.textContent : "";
            return [...document.querySelectorAll("#answer .place-fit")].map(place =>
                [...place.querySelectorAll("[data-kind]:not([hidden])")].map(group =>
                    [group.dataset.kind, [...group.querySelectorAll("[data-otherwise]")].map(way =>
                        [way.querySelector("a").hash.slice(5), text(way.querySelector(".verdict")),
                            text(way.querySelector(".years"))])]));
        }))""",
        [asked, codes],
    )
    for turn, of_places in enumerate(json.loads(shown)):
        record, serious, year, sentence = asked[turn]
        ended = int(year) if year else None
        for code, groups in zip(codes[turn % 4 :: 4], of_places, strict=True):
            ways = places[code]["ways"]
            left = ways_oracle.kinds(record, serious)
            if not any("pardoned" in way["reaches"] for way in ways):
                left = left - {"pardoned"}
            assert {kind for kind, _ in groups} == left, (code, record, serious)
            for kind, told in groups:
                expected = [
                    [
                        way["id"],
                        *ways_oracle.told(
                            way, kind, built_on, ended, ways_oracle.has_no_end(sentence, kind), now
                        ),
                    ]
                    for way in ways
                    if kind in way["reaches"]
                ]
                assert sorted(told) == sorted(expected), (code, kind, year, sentence)


def test_what_does_not_fit_says_why(new_page: NewPage) -> None:
    page = new_page(width=390)
    open_questions(page, "OR")
    answer(page, {"record": "conviction", "trafficking": "labor", "offense": "other"})
    expect(page.get_by_role("heading", name="What may help you")).to_be_focused()
    result = page.locator("#answer .place-fit")
    expect(result.get_by_text("No law made for survivors here seems to fit")).to_be_visible()
    expect(result.locator("[data-group=may]")).to_be_hidden()
    folded = result.locator("[data-group=not]")
    expect(folded.locator("[data-law]").first).to_be_hidden()
    folded.locator("summary").click()
    lines = folded.locator("[data-law] li")
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
    later.locator("summary").click()
    expect(later.get_by_text("Not yet")).to_be_visible()


def test_what_changes_a_sentence_does_not_fit_who_had_none(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """It is never rather than not yet, and an answer that is changed changes the word."""
    code, law = next(
        (code, law)
        for code, place in places.items()
        for law in place["relief"]
        if law["remedies"] == ["resentence"]
    )
    page = new_page()
    open_questions(page, code)
    answer(page, {"sentence": "none"})
    held = page.locator("#answer [data-group=not]")
    held.locator("summary").click()
    shown = held.locator("[data-law]").filter(has_text=law["title"])
    expect(shown.locator("li", has_text="Sentence:")).to_contain_text("Does not seem to fit")
    expect(shown).not_to_contain_text("Not yet")
    page.locator("input[name=sentence][value=finished]").check()
    may = page.locator("#answer [data-group=may] [data-law]").filter(has_text=law["title"])
    expect(may.locator("li", has_text="Sentence:")).to_contain_text("Seems to fit")


def test_several_places_each_once_in_the_order_chosen(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "US", "NY", "NY", "GU")
    answer(page, {})
    expect(page.locator("#answer h3")).to_have_text(["Federal system", "New York", "Guam"])
    expect(page.locator("#answer .place-fit").last).to_contain_text("does not prove there is none")


def test_what_is_missing_or_no_year_is_asked_for(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PATH)
    ask = page.get_by_role("button", name="Show what may help")
    answer, ended = page.locator("#answer"), page.locator("#ended")
    ask.click()
    expect(page.get_by_role("alert")).to_have_text("Choose at least one place.")
    expect(page.get_by_label("Place 1")).to_be_focused()
    expect(answer).to_be_hidden()
    page.get_by_label("Place 1").select_option("OH")
    for wrong, told in (
        ("20", "four digits"),
        ("12", "four digits"),
        ("20x5", "four digits"),
        ("May", "four digits"),
        ("2015-2016", "four digits"),
        ("0215", "too long ago"),
        ("1800", "too long ago"),
    ):
        ended.fill(wrong)
        if wrong in ("20", "May"):  # it may still be on the way
            expect(page.get_by_role("alert")).to_have_count(0)
        ask.click()
        expect(page.get_by_role("alert")).to_contain_text(told)
        expect(ended).to_be_focused()
        expect(answer).to_be_hidden()
        ended.fill("2015")
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(answer).to_be_visible()


def test_a_year_may_stand_in_a_date(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH")
    for written in ("May 2012", "5/2012", "2012 "):
        page.locator("#ended").fill("")
        page.locator("#ended").press_sequentially(written)
        page.get_by_role("button", name="Show what may help").click()
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.locator("#answer [data-told]")).to_contain_text("2012.")
        assert page.locator("#ended").input_value() == written


@pytest.mark.parametrize("height", [844, 480])
def test_what_is_wrong_is_seen_where_the_field_stands_under_the_header(
    height: int, new_page: NewPage
) -> None:
    """The message stands above the field; the header may not cover it."""
    page = new_page(width=390)
    page.set_viewport_size({"width": 390, "height": height})
    open_questions(page, "OH")
    answer(page, {})
    page.evaluate(
        """() => { const field = document.getElementById("ended"); field.focus();
            const top = document.querySelector("header.top").getBoundingClientRect().bottom;
            scrollBy(0, field.getBoundingClientRect().top - top - 2); }"""
    )
    page.keyboard.type("1800")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("too long ago")
    assert alert.bounding_box()["y"] >= page.locator("header.top").bounding_box()["height"] - 1  # type: ignore[index]


def test_years_are_explained_only_where_one_was_counted(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH")
    page.locator("#ended").fill("2012")
    answer(page, {"record": "conviction"})
    told = page.get_by_text("Years are counted from the year you gave")
    expect(told).to_be_visible()
    page.locator("input[name=sentence][value=unfinished]").check()
    expect(told).to_be_hidden()


def test_answers_that_cannot_both_be_true_are_named(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH")
    page.locator("#ended").fill("2012")
    answer(page, {"record": "conviction", "sentence": "unfinished"})
    both = page.get_by_text("Both cannot be true.")
    none = page.get_by_text("A fine, probation or classes are a sentence, too.")
    now = page.locator("#answer .ways-of-kind:visible .verdict.now")
    expect(both).to_be_visible()
    expect(none).to_be_hidden()
    expect(now).to_have_count(0)
    page.locator("input[name=sentence][value=none]").check()
    expect(both).to_be_hidden()
    expect(none).to_be_visible()
    expect(now).to_have_count(0)
    page.locator("input[name=sentence][value=finished]").check()
    expect(none).to_be_hidden()
    expect(now.first).to_be_visible()


def test_a_law_that_may_help_is_no_weaker_than_another_way(new_page: NewPage) -> None:
    """Arrested in Florida while trafficked, the case dismissed: what stands on the first card."""
    page = new_page(width=390)
    open_questions(page, "FL")
    page.locator("#ended").fill("2019")
    answer(page, {"record": "arrest", "link": "yes", "offense": "prostitution"})
    card = page.locator("#answer [data-group=may] [data-law]").first
    for text in ("Cost: No filing fee", "First step: Write a petition", "What it does:"):
        expect(card).to_contain_text(text)
    expect(card.locator("li", has_text="Charges:").locator(".verdict")).to_have_text("Seems to fit")
    expect(card.locator("li", has_text="Link to trafficking:")).to_contain_text(
        "while you were a trafficking victim"
    )
    expect(card.locator("li").first).to_contain_text("Do not wait")
    for way in page.locator("#answer .ways-of-kind:visible li", has_text="Court-ordered").all():
        expect(way.locator(".verdict").nth(0)).to_have_text("May fit now")
        expect(way.locator(".verdict").nth(1)).to_have_text("Only once")
        expect(way.get_by_role("link", name="All steps")).to_be_visible()
    expect(page.get_by_text("Some can be used only once.")).to_be_visible()


def test_what_is_not_known_is_to_be_asked_about(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """Each law that leaves open whether it reaches juvenile cases."""
    page = new_page()
    mark = "records.juvenile_adjudication"
    left_open = [
        (code, law["title"])
        for code, place in places.items()
        for law in place["relief"]
        if mark in law["unconfirmed"]
    ]
    assert left_open
    for code, title in left_open:
        open_questions(page, code)
        answer(page, {"record": "juvenile", "age": "minor", "link": "yes"})
        law = page.locator("#answer [data-group=may] [data-law]").filter(has_text=title).first
        expect(law.locator("li", has_text="Records:")).to_contain_text("Ask about this")
        expect(law.locator("li", has_text="Records:")).to_contain_text("Juvenile cases: not known")
        expect(page.get_by_text("No law made for survivors here seems to fit")).to_be_hidden()


def test_what_does_not_fit_comes_last_and_folded(new_page: NewPage) -> None:
    page = new_page(width=390)
    open_questions(page, "TX")
    answer(page, {"record": "juvenile", "age": "minor"})
    result = page.locator("#answer .place-fit")
    headings = result.locator("h4:visible")
    expect(headings.first).to_have_text("Laws for survivors that may help")
    expect(headings.last).to_have_text("What does not seem to fit, and why")
    expect(result.locator("[data-group=not] [data-law]").first).to_be_hidden()


def test_a_year_that_is_still_ahead_has_no_answer(new_page: NewPage, built_on: date) -> None:
    page = new_page()
    now = built_on.year + 1
    page.clock.set_fixed_time(f"{now}-06-15")
    open_questions(page, "OH")
    for year in (now + 1, 2099):
        page.locator("#ended").fill(str(year))
        page.get_by_role("button", name="Show what may help").click()
        expect(page.get_by_role("alert")).to_contain_text("That year is still ahead")
        expect(page.locator("#ended")).to_be_focused()
        expect(page.locator("#answer")).to_be_hidden()
    page.locator("#ended").fill(str(now))
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#answer")).to_be_visible()


def test_who_had_no_link_to_trafficking_reads_the_ways_for_anyone_first(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """No survivors' law seems to fit that asks for a link, and one line says why."""
    page = new_page(width=390)
    code = next(
        code
        for code, place in places.items()
        if place["relief"]
        and not offered(place, {"link": "no"})
        and any(law["documentation"]["rule"] == "presumption" for law in place["relief"])
    )
    open_questions(page, code)
    answer(page, {"link": "no"})
    line = page.get_by_text("You said that the record had nothing to do with trafficking.")
    result = page.locator("#answer .place-fit")
    papers = result.get_by_text("Official papers that say you were trafficked")
    expect(line).to_be_visible()
    expect(papers.filter(visible=True)).to_have_count(0)
    headings = result.locator("h4:visible")
    expect(headings.first).to_have_text("Other ways to clear a record")
    expect(result.locator("[data-group=may]")).to_be_hidden()
    result.locator("[data-group=not] summary").click()
    expect(
        result.locator("[data-group=not] li", has_text="Link to trafficking:").first
    ).to_contain_text("Does not seem to fit")
    page.locator("input[name=link][value=yes]").check()
    expect(line).to_be_hidden()
    expect(papers.first).to_be_visible()
    expect(headings.first).to_have_text("Laws for survivors that may help")


def test_a_law_that_asks_for_no_link_stays_open_to_whoever_had_none(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    code, title = next(
        (code, law["title"])
        for code, place in places.items()
        for law in place["relief"]
        if law["nexus"]["standard"] == "not_required"
    )
    page = new_page()
    open_questions(page, code)
    answer(page, {"link": "no"})
    may = page.locator("#answer [data-group=may] [data-law]")
    expect(may.get_by_role("link", name=title, exact=True)).to_be_visible()


def test_a_guide_leads_to_the_questions_about_its_place(new_page: NewPage, site_url: str) -> None:
    """The place is that of the page: it stands neither behind the address nor on the device."""
    page = new_page()
    page.goto("/states/ohio/")
    page.get_by_role("link", name="Not sure what fits? Answer a few questions.").click()
    expect(page).to_have_url(f"{site_url}{PATH}ohio/")
    expect(page.get_by_label("Place 1")).to_have_value("OH")
    page.locator("#ended").fill("2012")
    page.get_by_role("button", name="Show what may help").click()
    expect(page.locator("#answer h3")).to_have_text(["Ohio"])
    addresses = page.locator("#answer a[href]").evaluate_all(
        "links => [...new Set(links.map(link => link.href.split('#')[0]))]"
    )
    own = [address for address in addresses if address.startswith(site_url)]
    assert f"{site_url}/states/ohio/other-ways/" in own
    for address in own:
        assert page.request.get(address).ok, address
    page.get_by_label("Place 1").select_option("TX")
    page.get_by_role("button", name="Add another place").click()
    expect(page.get_by_label("Place 2")).to_have_value("")
    expect(page.locator("#answer h3")).to_have_text(["Texas"])
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.get_by_label("Place 1")).to_have_value("OH")
    expect(page.locator("#ended")).to_have_value("")


def test_who_was_under_18_is_asked_about_juvenile_court(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "TX")
    answer(page, {"record": "conviction", "age": "minor"})
    note = page.get_by_text("Was the case in juvenile court?")
    expect(note).to_be_visible()
    other = page.get_by_text("the case of a 17-year-old goes to adult court")
    expect(other).to_be_hidden()
    page.locator("input[name=record][value=juvenile]").check()
    expect(note).to_be_hidden()
    expect(other).to_be_visible()


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
        page.locator("#ended").fill("2012")
        asked = {**asked, **given}
        open_questions(fresh, *filter(None, codes))
        fresh.locator("#ended").fill("2012")
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


def test_what_is_put_back_has_its_answer_again(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH", "TX")
    page.locator("#ended").fill("2012")
    answer(page, {"record": "conviction", "serious": "misdemeanor"})
    shown = page.evaluate(SHOWN)
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("#answer")).to_be_hidden()
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#answer")).to_be_visible()
    assert page.evaluate(SHOWN) == shown
    expect(page.get_by_role("status").filter(has_text="What you had is back.")).to_be_visible()


def test_what_was_not_asked_is_not_answered_when_it_is_put_back(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "OH")
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_label("Place 1")).to_have_value("OH")
    expect(page.locator("#answer")).to_be_hidden()


def test_answers_are_not_in_the_address_and_not_sent(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    open_questions(page, "NV")
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    before = page.evaluate("[history.length, document.title]")
    page.locator("#ended").fill("2019")
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
    expect(page.locator("#answers")).to_be_hidden()
    expect(page.locator("#other-ways")).to_contain_text("the year it ended")


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


def test_what_is_printed_says_where_to_read_on(new_page: NewPage) -> None:
    """A link is no use on paper: the addresses stand in words."""
    page = new_page()
    open_questions(page, "OH")
    answer(page, {})
    page.emulate_media(media="print")
    for text in (
        "The guide: recordrelief",
        "Each way in full, with what it leaves out: recordrelief",
    ):
        expect(page.locator("#answer .place-fit").get_by_text(text)).to_be_visible()
    for call in page.locator("#answer .call-list li").all():
        assert call.locator("a[href^='tel:'], a[href^='mailto:'], .paper").count()


# What is said of the page itself, or is the name of a link alone.
OF_THE_SCREEN = (
    *("this page forgets", "open it", "new tab", "see what we know", "all steps"),
    *("answer what you can", "your answers stay", "what it leaves out\n", "in other places"),
)


@pytest.mark.parametrize("path", [PATH, f"{PATH}{slug('California')}/"])
@pytest.mark.parametrize("answered", [True, False])
def test_what_is_printed_says_nothing_of_the_screen(
    path: str, answered: bool, new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    page = new_page()
    page.goto(path)
    code = next(code for code, place in places.items() if place["pending"] and place["relief"])
    page.get_by_label("Place 1", exact=True).select_option(code)
    if answered:
        answer(page, {})
    on_screen = page.locator("main").inner_text().lower()
    page.emulate_media(media="print")
    on_paper = page.locator("main").inner_text().lower()
    assert any(words in on_screen for words in OF_THE_SCREEN)
    assert [words for words in OF_THE_SCREEN if words in on_paper] == []


def test_what_is_printed_fills_its_pages(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """A law may go on over the end of a page: none moves to the next one and leaves a gap."""
    page = new_page(width=816)
    most = sorted(places, key=lambda code: -len(places[code]["relief"]))[:2]
    longest = max(places, key=lambda code: max(map(words_of, places[code]["relief"]), default=0))
    for code in {*most, longest}:
        open_questions(page, code)
        answer(page, {"record": "conviction", "sentence": "finished"})
        page.locator("#on-paper").check()
        with PdfDocument(page.pdf(format="Letter")) as paper:
            for number in range(len(paper) - 1):
                text, height = paper[number].get_textpage(), paper[number].get_height()
                ends = min(text.get_rect(each)[1] for each in range(text.count_rects()))
                assert ends < height / 3, f"{code}: page {number + 1} ends early"
                text.close()


def words_of(law: dict[str, Any]) -> int:
    """Return how much a law says of charges, most of which stands with the answers."""
    return len(law["offenses"]["covered"]) + sum(map(len, law["offenses"]["excluded"]))


def test_what_is_printed_is_the_answer(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "CA")
    answer(page, {})
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="California")).to_be_visible()
    expect(page.locator("#answers")).to_be_hidden()
    expect(page.locator("#each-place")).to_be_hidden()


def test_the_page_of_a_place_is_headed_with_it_only_while_it_is_chosen(new_page: NewPage) -> None:
    """Its own law is not below the answer for another; the title tells nothing that is chosen."""
    page, own, general = new_page(), "Texas: what might help", "What might help me?"
    heading, law = page.get_by_role("heading", level=1), page.locator("#each-place")
    page.goto(f"{PATH}{slug('Texas')}/")
    expect(heading).to_have_text(own)
    title = page.title()
    assert own in title
    page.get_by_label("Place 1", exact=True).select_option("CA")
    answer(page, {})
    expect(heading).to_have_text(general)
    expect(law).to_be_hidden()
    assert page.title() == title
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(heading).to_have_text(own)
    expect(law).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(heading).to_have_text(general)
    page.get_by_label("Place 1", exact=True).select_option("TX")
    page.get_by_role("button", name="Add another place").click()
    expect(heading).to_have_text(own)
    page.get_by_label("Place 2", exact=True).select_option("CA")
    expect(heading).to_have_text(general)
    page.get_by_label("Place 2", exact=True).select_option("TX")
    expect(heading).to_have_text(own)
    assert page.title() == title


TICK = "Put my answers on the paper, too"
# Each note of the answer shows for one of these forms; none may tell on paper what was answered.
GIVEN: list[tuple[str, Answers]] = [
    ("2012", {"record": "arrest", "link": "no", "age": "minor", "offense": "prostitution"}),
    ("2012", {"record": "juvenile", "link": "yes", "trafficking": "sex", "sentence": "unfinished"}),
    ("", {"record": "conviction", "age": "minor", "sentence": "none"}),
]


def told(page: Page) -> Locator:
    return page.locator("#answer p", has_text="Your answers:")


@pytest.mark.parametrize(("year", "given"), GIVEN)
@pytest.mark.parametrize("path", [PATH, f"{PATH}{slug('California')}/"])
def test_what_was_answered_is_on_paper_only_for_whoever_asks_for_it(
    path: str, year: str, given: Answers, new_page: NewPage, built_on: date
) -> None:
    """The paper may be found. Its day, and that of the laws, tell nothing of the person."""
    page = new_page()
    page.clock.set_fixed_time(f"{built_on.year + 1}-06-15T12:00")
    page.goto(path)
    page.get_by_label("Place 1", exact=True).select_option("CA")
    page.locator("#ended").fill(year)
    answer(page, given)
    tick = page.get_by_label(TICK)
    expect(tick).not_to_be_checked()
    expect(tick).to_have_accessible_description(
        "Whoever finds the paper can read them. Without them, too, it names laws for survivors of "
        "trafficking. The plain sheet of a guide does not."
    )
    page.emulate_media(media="print")
    answers = page.locator("#answer p").filter(
        has_text=re.compile("Your answers:|You said that|You chose")
    )
    days = page.locator("#answer p", has_text=f"You answered on June 15, {built_on.year + 1}.")
    last = f"last checked on {built_on:%B} {built_on.day}, {built_on.year}"
    expect(answers.filter(visible=True)).to_have_count(0)
    expect(days).to_be_visible()
    expect(days).to_contain_text(last)
    page.emulate_media(media="screen")
    tick.check()
    expect(told(page)).to_be_visible()
    on_screen = page.locator("#answer p:visible").filter(has_text="Your answers:").all_inner_texts()
    page.emulate_media(media="print")
    expect(told(page)).to_be_visible()
    assert told(page).all_inner_texts() == on_screen
    assert answers.filter(visible=True).count() > 1
    expect(days).to_contain_text(last)
    page.emulate_media(media="screen")
    tick.uncheck()
    expect(told(page)).to_be_hidden()


def test_a_minors_paper_names_the_juvenile_court_and_no_answer(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PATH)
    page.get_by_label("Place 1", exact=True).select_option("CA")
    answer(page, {"age": "minor", "record": "arrest"})
    line = page.get_by_text("Was a case in juvenile court? Then other ways may fit")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    expect(page.get_by_text("You said that you were under 18.")).to_be_hidden()
    page.emulate_media(media="screen")
    answer(page, {"age": "minor", "record": "juvenile"})
    page.emulate_media(media="print")
    expect(line).to_be_hidden()


def test_the_answers_on_paper_are_those_of_the_form(new_page: NewPage) -> None:
    page = new_page()
    open_questions(page, "CA", "OH")
    page.locator("#ended").fill("2012")
    answer(page, {"record": "arrest", "link": "no"})
    page.get_by_label(TICK).check()
    expect(told(page)).to_contain_text(
        "Your answers: California; Ohio; What kind of record is it? An arrest"
    )
    expect(told(page)).to_contain_text(
        "had nothing to do with it; In which year did the sentence end? 2012."
    )
    page.locator("input[name=link][value=yes]").check()
    expect(told(page)).not_to_contain_text("had nothing to do with it")


def test_the_wish_for_answers_on_paper_ends_with_the_answers(new_page: NewPage) -> None:
    """Cleared, put back, left by Back or by Exit: it has to be asked for again."""
    page = new_page()
    open_questions(page, "OH")
    answer(page, {"link": "yes"})
    tick = page.get_by_label(TICK)
    tick.check()
    page.locator("[data-clear] summary").click()
    page.get_by_role("button", name="Yes, clear it").click()
    assert not page.evaluate("document.getElementById('on-paper').checked")
    assert page.locator("#answer [data-told]").text_content() == ""
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#answer .place-fit")).to_be_visible()
    expect(tick).not_to_be_checked()
    expect(told(page)).to_be_hidden()
    tick.check()
    page.goto("/safety/")
    page.go_back()
    answer(page, {})
    page.get_by_label("Place 1", exact=True).select_option("OH")
    expect(tick).not_to_be_checked()
    expect(told(page)).to_be_hidden()
    tick.check()
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # what Exit empties, too
    assert "Your answers" not in page.locator("#answer").inner_text()


def test_who_had_no_link_to_trafficking_finds_legal_help_for_anyone(
    new_page: NewPage, places: dict[str, dict[str, Any]]
) -> None:
    """Local help first, then legal aid; the survivors' projects come after it, the hotline last."""
    page = new_page(width=390)
    for local in (True, False):
        code, names = next(
            (code, found)
            for code, place in places.items()
            if bool(found := [item["name"] for item in place["help"] if item.get("name")]) is local
        )
        open_questions(page, code)
        answer(page, {"link": "no"})
        calls = page.locator("#answer .call-list li")
        for name, call in zip((*names, "LawHelp.org"), calls.all(), strict=False):
            expect(call).to_contain_text(name)
        expect(calls.nth(len(names)).get_by_role("link")).to_have_attribute(
            "href", re.compile("^https")
        )
        expect(calls.last).to_contain_text("Hotline")
        page.locator("input[name=link][value=yes]").check()
        expect(calls.filter(has_text="LawHelp.org")).to_have_count(0)


def test_a_long_list_is_named_on_paper(new_page: NewPage) -> None:
    """On the screen it is a link away."""
    page = new_page()
    open_questions(page, "FL")
    answer(page, {})
    line = page.locator("#answer [data-law] li", has_text="see the list")
    address = line.get_by_text("The list: recordrelief")
    expect(line.get_by_role("link", name="Some are left out: see the list")).to_be_visible()
    expect(address).to_be_hidden()
    page.emulate_media(media="print")
    expect(address).to_be_visible()
    expect(address).to_contain_text("/fl/law")
