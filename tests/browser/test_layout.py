"""How pages stand on a screen and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from record_relief.derive.places import guide_url
from record_relief.model import CODES, StatesFile

NewPage = Callable[..., Page]

WIDER = """() => {
    const room = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= room) return null;
    const wide = [...document.querySelectorAll("main *")].filter(node =>
        node.getBoundingClientRect().right > room + 1 && !node.closest(".scroll, .hidden, svg"));
    return wide.slice(0, 3).map(node => node.outerHTML.slice(0, 120)).join("\\n") || "unknown";
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(width: int, new_page: NewPage, page_kinds: list[str]) -> None:
    page = new_page(width=width)
    wide = []
    for path in [*page_kinds, "/search/", "/no-such-page/"]:
        page.goto(path)
        found = page.evaluate(WIDER)
        wide += [f"{path}: {found}"] if found else []
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        found = page.evaluate(WIDER)
        wide += [f"{path} unfolded: {found}"] if found else []
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("code", CODES)
def test_the_first_screen_of_a_guide(code: str, new_page: NewPage, data: StatesFile) -> None:
    """On a phone the answer, the cost and the first step are there before any scrolling."""
    (place,) = [place for place in data.jurisdictions if place.code == code]
    page = new_page(width=390, height=844)
    page.goto("/" + guide_url(place))
    facts = page.locator(".answer dl > div")
    wanted = {
        "the answer": page.locator(".answer .headline"),
        "the first step": facts.filter(has=page.get_by_text("First step", exact=True)),
    }
    if place.relief:
        wanted["the cost"] = facts.filter(has=page.get_by_text("Cost", exact=True))
    top = page.locator("header.top").bounding_box()
    assert top
    below = {}
    for name, part in wanted.items():
        box = part.bounding_box()
        assert box, name
        assert box["y"] >= top["y"] + top["height"], f"the header covers {name}"
        if box["y"] + box["height"] > 844:
            below[name] = round(box["y"] + box["height"])
    assert not below, f"{place.name}: below the first screen (844 px): {below}"


def test_what_is_printed(new_page: NewPage, page_kinds: list[str]) -> None:
    """On paper there is no navigation, no exit control and no button."""
    page = new_page()
    page.emulate_media(media="print")
    for path in page_kinds:
        page.goto(path)
        shown = page.evaluate(
            """() => [...document.querySelectorAll("h1, header, nav, #exit, button, select, .skip")]
                .filter(node => node.checkVisibility()).map(node => node.tagName)"""
        )
        assert shown == ["H1"], path


def test_a_printed_guide_is_whole(new_page: NewPage) -> None:
    page = new_page()
    page.emulate_media(media="print")
    page.goto("/states/new-york/")
    for section in ("answer", "steps", "law", "help", "sources"):
        found = page.locator(f"#{section}, section.{section}").first
        expect(found).to_be_visible()
    expect(page.get_by_text("not legal advice").first).to_be_visible()


def test_the_print_button(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.goto("/states/ohio/")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    plain = new_page(java_script_enabled=False)
    plain.goto("/states/ohio/")
    expect(plain.get_by_role("button", name="Print or save as PDF")).to_be_hidden()


def test_every_target_is_large_enough_for_a_thumb(new_page: NewPage) -> None:
    """Controls, doors and lists of places: 44 px high on a phone."""
    targets = (
        "header a:visible, button:visible, select:visible, input[type=search]:visible, "
        ".filter label:visible, .state-list a:visible, .doors a:visible, .button:visible"
    )
    page = new_page(width=390)
    small = []
    for path in ("/", "/states/", "/states/new-york/", "/myths/", "/search/"):
        page.goto(path)
        small += page.locator(targets).evaluate_all(
            """all => all.filter(node => node.getBoundingClientRect().height < 43.5)
                .map(node => node.outerHTML.slice(0, 80))"""
        )
    assert not small
