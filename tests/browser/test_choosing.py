"""Choosing a place: by the select, by the list, and on the map with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from record_relief.source.model import StatesFile

NewPage = Callable[..., Page]

both_pages = pytest.mark.parametrize("path", ["/", "/states/"])


@both_pages
def test_the_select_leads_to_the_guide(path: str, new_page: NewPage, data: StatesFile) -> None:
    page = new_page()
    page.goto(path)
    choice = page.get_by_label("Choose a place")
    names = sorted(place.name for place in data.jurisdictions)
    assert sorted(choice.locator("option").all_inner_texts()[1:]) == names
    choice.select_option("Wyoming")
    page.get_by_role("button", name="Show the guide").click()
    page.wait_for_url("**/states/wyoming/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wyoming")


@both_pages
def test_choosing_alone_goes_nowhere(path: str, new_page: NewPage) -> None:
    """Moving through the select with the arrow keys goes nowhere, nor does choosing nothing."""
    page = new_page()
    page.goto(path)
    before = page.url
    page.get_by_role("button", name="Show the guide").click()
    expect(page.get_by_label("Choose a place")).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.url == before


@both_pages
def test_without_javascript_the_list_does_it(
    path: str, new_page: NewPage, data: StatesFile
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    expect(page.locator("select")).to_be_hidden()
    expect(page.get_by_role("button", name="Show the guide")).to_be_hidden()
    links = page.locator(".state-list a")
    expect(links).to_have_count(len(data.jurisdictions))
    links.filter(has_text="Guam").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guam")


def test_a_short_address_leads_to_the_guide(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ny/")
    page.wait_for_url("**/states/new-york/")
    expect(page.get_by_role("heading", level=1)).to_have_text("New York")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_map_by_keyboard(scripts: bool, new_page: NewPage, data: StatesFile) -> None:
    """Tab goes through the places by name, and Enter opens a guide."""
    page = new_page(java_script_enabled=scripts)
    page.goto("/compare/coverage/")
    links = page.locator("svg.us-map a")
    links.first.focus()
    reached = []
    for _ in data.jurisdictions:
        reached.append(page.locator("svg.us-map a:focus title").text_content() or "")
        page.keyboard.press("Tab")
    expect(page.locator("svg.us-map a:focus")).to_have_count(0)
    names = [title.partition(":")[0] for title in reached]
    assert names == sorted(place.name for place in data.jurisdictions)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wyoming")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_on_the_map_can_be_seen(width: int, scheme: str, new_page: NewPage) -> None:
    """Each shape, call-out and tile gets a ring of its own."""
    page = new_page(width=width, scheme=scheme)
    page.goto("/compare/coverage/")
    links = page.locator("svg.us-map a")
    looks = """link => {
        const shape = getComputedStyle(link.querySelector("use"));
        return [shape.stroke, shape.strokeWidth, shape.opacity, shape.visibility];
    }"""
    plain = links.first.evaluate(looks)
    links.first.focus()
    page.keyboard.press("Shift+Tab")
    for index in range(links.count()):
        page.keyboard.press("Tab")
        stroke, stroke_width, opacity, visibility = links.nth(index).evaluate(looks)
        assert [stroke, stroke_width] != plain[:2]
        assert stroke.startswith("rgb(")
        assert float(stroke_width.removesuffix("px")) >= 3
        assert (opacity, visibility) == ("1", "visible")


def test_every_place_on_the_map_can_be_pressed(new_page: NewPage, data: StatesFile) -> None:
    """The middle of its letters belongs to each place itself, and to no neighbour."""
    page = new_page()
    page.goto("/compare/coverage/")
    hit = page.evaluate(
        """() => [...document.querySelectorAll("svg.us-map a")].map(link => {
            link.scrollIntoView({block: "center"});
            const box = link.querySelector("text").getBoundingClientRect();
            const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return found && found.closest("a") === link;
        })"""
    )
    assert hit == [True] * len(data.jurisdictions)


def test_the_focus_on_any_control_can_be_seen(new_page: NewPage, page_kinds: list[str]) -> None:
    """Every link, button and field of every kind of page gets an outline from the keyboard."""
    page = new_page()
    unseen = []
    for path in page_kinds:
        page.goto(path)
        page.keyboard.press("Tab")  # from now on the browser shows the focus
        unseen += page.evaluate(
            """path => [...document.querySelectorAll("a[href], button, input, select, summary")]
                .filter(node => node.checkVisibility() && !node.closest("svg.us-map"))
                .filter(node => {
                    node.focus();
                    const look = getComputedStyle(node);
                    const seen = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 3;
                    return document.activeElement !== node || !seen;
                })
                .map(node => `${path}: ${node.outerHTML.slice(0, 80)}`)""",
            path,
        )
    assert not unseen, "\n".join([f"{len(unseen)} controls", *unseen[:20]])
