"""The tools of the comparison page: what somebody who compares places does and sees."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from record_relief.derive.site import Facts

NewPage = Callable[..., Page]


def names(page: Page) -> list[str]:
    rows = page.locator("#everything tbody tr:visible th")
    return [text.strip() for text in rows.all_inner_texts()]


def rows_of(download_path: Path) -> list[list[str]]:
    with download_path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def test_filter_sort_and_save(new_page: NewPage, facts: Facts, tmp_path: Path) -> None:
    page = new_page()
    page.goto("/compare/")
    page.get_by_text("Show only some places").click()
    page.get_by_label("Burden of proof", exact=True).first.select_option("preponderance")
    expected = [row.name for row in facts.rows_for("proof", "preponderance")]
    expect(page.locator("#shown")).to_have_text(f"Places shown: {len(expected)} of {facts.total}")
    assert names(page) == expected
    page.get_by_label("Sort by").select_option("coverage")
    order = {code: i for i, code in enumerate(("full", "partial", "minors_only", "open", "none"))}
    by_coverage = sorted(
        facts.rows_for("proof", "preponderance"), key=lambda row: order[row.place.coverage]
    )
    assert names(page) == [row.name for row in by_coverage]
    page.get_by_label("Backwards").check()
    assert names(page) == [row.name for row in reversed(by_coverage)]
    page.get_by_text("Choose columns").click()
    page.get_by_role("button", name="Uncheck all").click()
    page.locator(".tool-checks").get_by_label("Hearing").check()
    assert page.locator("#everything thead th:visible").all_inner_texts() == ["Place", "Hearing"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the table as CSV").click()
    saved = tmp_path / "table.csv"
    download.value.save_as(saved)
    head, *rows = rows_of(saved)
    assert head == ["Place", "Hearing"]
    assert [row[0] for row in rows] == [row.name for row in reversed(by_coverage)]
    assert [row[1] for row in rows] == page.locator(
        "#everything tbody td:visible"
    ).all_text_contents()
    page.get_by_role("button", name="Show everything again").click()
    assert len(names(page)) == facts.total


def test_an_answer_that_is_only_for_some_is_found_like_the_others(
    new_page: NewPage, facts: Facts
) -> None:
    question, group = next(
        (comparison.topic.id, group)
        for comparison in facts.comparisons.values()
        for group in comparison.groups
        if any(row.for_some for row in group.rows) and not all(row.for_some for row in group.rows)
    )
    page = new_page()
    page.goto(f"/compare/#{question}={group.answer.key}&columns={question}")
    assert names(page) == [row.name for row in group.rows]
    shown = page.locator("#everything tbody td:visible").all_inner_texts()
    assert ["(only for some)" in text for text in shown] == [row.for_some for row in group.rows]


def test_side_by_side(new_page: NewPage, facts: Facts, tmp_path: Path) -> None:
    page = new_page()
    page.goto("/compare/")
    page.get_by_text("Put two to four places side by side").click()
    page.get_by_label("Place 1").select_option("New York")
    expect(page.locator("#side")).to_be_hidden()
    page.get_by_label("Place 2").select_option("Texas")
    expect(page.locator("#side thead th")).to_have_text(["New York", "Texas"])
    differing = [
        comparison.topic.title
        for comparison in facts.comparisons.values()
        if comparison.by_code["NY"].answer != comparison.by_code["TX"].answer
    ]
    marked = page.locator("#side tr.differs th").all_inner_texts()
    assert [t.removesuffix("differs").strip() for t in marked][: len(differing)] == differing
    page.get_by_label("Only what differs").check()
    assert page.locator("#side tbody tr").count() == len(marked)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this comparison as CSV").click()
    saved = tmp_path / "side.csv"
    download.value.save_as(saved)
    head, *rows = rows_of(saved)
    assert head == ["", "New York", "Texas"]
    assert len(rows) == len(marked)


def test_what_is_saved_opens_in_a_spreadsheet(
    new_page: NewPage, tmp_path: Path, spreadsheet: Callable[[Path], list[list[str]]]
) -> None:
    page = new_page()
    page.goto("/compare/#side=NY,TX")
    for button in ("Save the table as CSV", "Save this comparison as CSV"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert spreadsheet(saved)[0] == rows_of(saved)[0]


def test_a_view_can_be_shared_by_its_address(new_page: NewPage, facts: Facts) -> None:
    """All that is chosen stands after the #, adds nothing to the history, and brings it back."""
    page = new_page()
    page.goto("/compare/")
    before = page.evaluate("history.length")
    page.get_by_text("Show only some places").click()
    page.get_by_label("Hearing", exact=True).first.select_option("required")
    page.get_by_label("Sort by").select_option("coverage")
    page.get_by_text("Put two to four places side by side").click()
    page.get_by_label("Place 1").select_option("Ohio")
    page.get_by_label("Place 2").select_option("Utah")
    shown = names(page)
    assert page.evaluate("history.length") == before
    address, mark, fragment = page.url.partition("#")
    assert address.endswith("/compare/")
    assert "?" not in page.url
    other = new_page()
    other.goto(f"/compare/{mark}{fragment}")
    assert names(other) == shown
    assert 0 < len(shown) < facts.total
    expect(other.locator("#side thead th")).to_have_text(["Ohio", "Utah"])


@pytest.mark.parametrize(
    "fragment", ["#columns=<img>&proof=nonsense&sort=x&side=ZZ,NY&a=b", "#coverage", "#=&=%E0%A4%A"]
)
def test_a_strange_address_shows_everything_it_can(
    fragment: str, new_page: NewPage, facts: Facts
) -> None:
    page = new_page()
    page.goto("/compare/" + fragment)
    expect(page.locator("#shown")).to_have_text(f"Places shown: {facts.total} of {facts.total}")


def test_on_a_phone_the_cards_follow(new_page: NewPage, facts: Facts) -> None:
    page = new_page(width=390)
    page.goto("/compare/#hearing=required&columns=hearing,proof")
    cards = page.locator(".cards > li:visible")
    expect(cards.first.locator("dt")).to_have_text(["Burden of proof", "Hearing"])
    assert cards.count() < facts.total
    small = page.locator("#tools select, #tools button, #tools .check").evaluate_all(
        """all => all.filter(n => n.checkVisibility() && n.getBoundingClientRect().height < 43.5)
            .map(n => n.outerHTML.slice(0, 80))"""
    )
    assert not small


def test_without_javascript_the_questions_have_pages(new_page: NewPage, facts: Facts) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/compare/")
    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator("#through-years")).to_be_hidden()
    expect(page.get_by_text("a browser needs JavaScript")).to_be_visible()
    assert page.locator("#everything tbody tr").count() == facts.total
    page.get_by_text("The same, year by year").click()
    expect(page.locator("#spread")).to_be_visible()


def fills(page: Page) -> dict[str, str]:
    """Return the look of each place on the map."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".us-map g > g > path")].map(
            path => [path.id.slice(-2), path.parentNode.getAttribute("class").slice(7)]))"""
    )
    return found


def test_the_map_goes_through_the_years(new_page: NewPage, facts: Facts) -> None:
    page = new_page()
    page.goto("/compare/")
    today = fills(page)
    years = page.get_by_label("The map at the end of")
    years.focus()
    page.keyboard.press("Home")
    first = int(years.input_value())
    expect(page.locator("#year-told")).to_contain_text(f"{first}: 1.")
    shown = fills(page)
    assert set(shown) == set(today)
    assert [code for code, look in shown.items() if look not in ("outline", "lines")] == ["ny"]
    title = page.locator(".us-map a", has=page.locator("use[href$='-oh']")).locator("title")
    assert title.text_content() == "Ohio: No law of today yet"
    page.keyboard.press("End")
    assert fills(page) == today
    assert (
        title.text_content() == f"Ohio: {facts.comparison('coverage').by_code['OH'].answer.label}"
    )


def test_the_map_plays_only_when_asked(new_page: NewPage) -> None:
    page = new_page()
    page.clock.install()
    page.goto("/compare/")
    today = fills(page)
    page.clock.run_for(30_000)
    assert fills(page) == today
    page.get_by_role("button", name="Play from the first law").click()
    assert fills(page) != today
    page.get_by_role("button", name="Stop").click()
    stopped = fills(page)
    page.clock.run_for(30_000)
    assert fills(page) == stopped
    page.get_by_role("button", name="Play from the first law").click()
    page.clock.run_for(60_000)
    assert fills(page) == today
    still = new_page(reduced_motion="reduce")
    still.goto("/compare/")
    expect(still.get_by_role("button", name="Play from the first law")).to_be_hidden()
    expect(still.get_by_label("The map at the end of")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tools_are_accessible(
    width: int, new_page: NewPage, axe: Callable[..., list[str]]
) -> None:
    page = new_page(width=width)
    for path in (
        "/compare/#side=NY,CA,TX,UT&columns=coverage,proof&proof=preponderance",
        "/compare/progress/",
        "/changes/",
        "/data/",
    ):
        page.goto(path)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        assert axe(page) == [], path
        assert page.evaluate(
            "document.scrollingElement.scrollWidth <= document.documentElement.clientWidth"
        ), path
        page.emulate_media(color_scheme="dark")
        assert axe(page, only_colors=True) == [], path
        page.emulate_media(color_scheme="light")
