"""No page breaks a rule of WCAG 2.2 AA that a program can find, however a person looks at it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import WCAG

NewPage = Callable[..., Page]
UNFOLD = "for (const folded of document.querySelectorAll('details')) folded.open = true"

# What a person sets in the browser or the system, as Playwright names it.
SCREENS = {
    f"{width} {scheme}": {"width": width, "scheme": scheme}
    for width in (320, 390, 1280)
    for scheme in ("light", "dark")
} | {
    "zoom 400 %": {"width": 1280 // 4, "height": 1024 // 4},
    "forced colors": {"width": 390, "forced_colors": "active"},
    "forced colors, dark": {"width": 1280, "forced_colors": "active", "scheme": "dark"},
    "more contrast, no motion": {"contrast": "more", "reduced_motion": "reduce"},
}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_kind_of_page(
    screen: str, page_kinds: list[str], new_page: NewPage, axe: Callable[..., list[str]]
) -> None:
    page = new_page(**SCREENS[screen])
    contrast = "forced_colors" not in SCREENS[screen]
    found = []
    for path in [*page_kinds, "/search/", "/no-such-page/"]:
        page.goto(path)
        page.evaluate(UNFOLD)
        found += [f"{path}: {violation}" for violation in axe(page, contrast=contrast)]
    assert not found, "\n".join([f"{len(found)} violations", *found[:30]])


def test_axe_sees_a_violation(new_page: NewPage, axe: Callable[..., list[str]]) -> None:
    page = new_page()
    page.set_content("<html lang=en><title>Bad</title><main><h1>Bad</h1><img src='data:,'></main>")
    assert [violation.split(":")[0] for violation in axe(page)] == ["image-alt"]


def test_axe_is_asked_for_every_rule_of_wcag_2_to_2_2(new_page: NewPage, axe_source: str) -> None:
    """A new version of axe may name more; the rule on the size of targets must not be left out."""
    page = new_page()
    page.goto("/about/")
    page.evaluate(axe_source)
    tags = set(page.evaluate("axe.getRules().flatMap(rule => rule.tags)"))
    levels = {tag for tag in tags if re.fullmatch(r"wcag2\d?a{1,2}", tag)}
    assert levels | {"best-practice"} == set(WCAG)
    rules = page.evaluate(
        """async tags => {
            const found = await axe.run(document, {runOnly: {type: "tag", values: tags}});
            return [...found.passes, ...found.inapplicable].map(rule => rule.id);
        }""",
        WCAG,
    )
    assert "target-size" in rules


MOVES = """() => {
    const moving = [];
    for (const node of document.querySelectorAll("*")) {
        for (const part of [null, "::before", "::after"]) {
            const look = getComputedStyle(node, part);
            const lasts = [look.transitionDuration, look.animationDuration].join();
            if (look.scrollBehavior === "smooth" || !/^(0s|auto)(, ?(0s|auto))*$/.test(lasts)
                || look.animationName !== "none") moving.push(node.outerHTML.slice(0, 80));
        }
    }
    return moving.slice(0, 3);
}"""


def test_nothing_moves_by_itself(new_page: NewPage, page_kinds: list[str]) -> None:
    """Asked for less motion or not."""
    page = new_page()
    for path in page_kinds:
        page.goto(path)
        assert page.evaluate(MOVES) == [], path
        assert page.evaluate("document.getAnimations().length") == 0, path


def test_edges_are_seen_in_forced_colors(new_page: NewPage) -> None:
    """Where the system takes all colors away, what was a colored ground has a border instead."""
    page = new_page(width=390, forced_colors="active")
    for path, parts in {
        "/": ("#exit", ".picker select", ".picker button", ".call"),
        "/states/new-york/": ("#exit", ".answer", ".actions a", ".actions button", ".nc"),
        "/search/": ("#exit", "#q"),
    }.items():
        page.goto(path)
        for part in parts:
            look = page.locator(part).first.evaluate(
                """node => { const look = getComputedStyle(node);
                    return [look.borderTopStyle, parseFloat(look.borderTopWidth)]; }"""
            )
            assert look[0] != "none", f"{path} {part}"
            assert look[1] >= 1, f"{path} {part}"
