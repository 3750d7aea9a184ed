"""Everything by keyboard alone: in order, visible, not covered, and with no trap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

PAGES = (
    "/",
    "/states/",
    "/states/new-york/",
    "/states/guam/",
    "/myths/",
    "/search/",
    "/compare/",
    "/compare/coverage/",
    "/learn/",
    "/learn/after-the-order/",
    "/learn/own-record/",
    "/safety/",
    "/resources/",
    "/no-such-page/",
)

# Every stop in the order of the page, numbered. One group of radio buttons is one stop.
NUMBER = """() => {
    const stops = [...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter(node => node.checkVisibility({visibilityProperty: true}) && !node.disabled)
        .filter(node => node.type !== "radio" || node.checked);
    stops.forEach((node, number) => { node.dataset.stop = number; });
    return stops.length;
}"""
# Whether the focused part shows a ring, and whether something lies over its middle or its edge.
LOOK = """() => {
    const node = document.activeElement, look = getComputedStyle(node);
    if (node === document.body) return null;
    const shape = node.querySelector(":scope > use");
    const ring = shape ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3
        : look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 3;
    const boxes = [...node.getClientRects()].filter(box => box.width && box.height);
    const seen = shape || boxes.some(box => {
        const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
        return [box.y + box.height / 2, box.y + Math.min(box.height, innerHeight) / 4]
            .some(y => {
                const top = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
                return top && (node.contains(top) || top.contains(node));
            });
    });
    return {stop: Number(node.dataset.stop), ring, seen: Boolean(seen),
            what: node.outerHTML.slice(0, 100)};
}"""


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.weekly)])
def test_tab_goes_through_the_whole_page_and_back(width: int, new_page: NewPage) -> None:
    page = new_page(width=width, height=700)
    wrong = []
    for path in PAGES:
        page.goto(path)
        count = page.evaluate(NUMBER)
        for key in ("Tab", "Shift+Tab"):
            walked = []
            for _ in range(count):
                page.keyboard.press(key)
                look = page.evaluate(LOOK)
                if look is None:
                    break
                walked.append(look["stop"])
                if not look["ring"]:
                    wrong.append(f"{path} {key}: no ring: {look['what']}")
                if not look["seen"]:
                    wrong.append(f"{path} {key}: covered: {look['what']}")
            expected = list(range(count))
            if key == "Shift+Tab":  # begins at the stop before the last
                expected = expected[-2::-1]
                walked = walked[: count - 1]
            if walked != expected:
                at = next(
                    (
                        i
                        for i, pair in enumerate(zip(walked, expected, strict=False))
                        if pair[0] != pair[1]
                    ),
                    len(walked),
                )
                wrong.append(f"{path} {key}: stop {at} of {count}: {walked[at - 1 : at + 3]}")
    assert not wrong, "\n".join([f"{len(wrong)} wrong", *wrong[:30]])


def test_the_first_stops_are_the_content_and_the_way_out(new_page: NewPage) -> None:
    page = new_page(width=390)
    for path in PAGES:
        page.goto(path)
        names = []
        for _ in range(3):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.innerText.trim()"))
        assert names == ["Skip to the content", "Exit this page", "Record Relief"], path


@pytest.mark.parametrize("scripts", [True, False])
def test_nobody_must_tab_through_every_place(
    scripts: bool, new_page: NewPage, page_kinds: list[str]
) -> None:
    """A link before each map and each list of places leads past it; in a frame, too."""
    page = new_page(java_script_enabled=scripts)
    passed = 0
    for path in [*page_kinds, "/embed/map/offenses.html"]:
        page.goto(path)
        for long in page.locator("svg.us-map, ul.state-list").all():
            if not long.is_visible():
                continue
            passed += 1
            tag = long.evaluate("node => node.localName")
            way = long.locator("xpath=preceding-sibling::a[1]")
            way.focus()
            expect(way).to_be_in_viewport()
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            after = long.evaluate(
                """node => {
                    const now = document.activeElement;
                    return now === document.body || !node.contains(now)
                        && Boolean(node.compareDocumentPosition(now) & 4);
                }"""
            )
            assert after, f"{path}: {tag}"
    assert passed >= 6


def test_what_is_folded_opens_and_closes(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/learn/after-the-order/")
    folded = page.locator("main details").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.evaluate("node => node.open")
    page.keyboard.press("Space")
    assert not folded.evaluate("node => node.open")


def test_a_wide_table_scrolls_by_keyboard(new_page: NewPage) -> None:
    page = new_page(width=800)
    page.goto("/compare/")
    table = page.get_by_role("region", name="places and their answer")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("node => node.scrollLeft > 0", arg=table.element_handle())
