"""No page breaks a rule of WCAG 2.2 AA that a program can find, however a person looks at it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import WCAG
from tests.conftest import KINDS, Kind

NewPage = Callable[..., Page]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
UNFOLD = "for (const folded of document.querySelectorAll('details')) folded.open = true"
# What a screen makes of a page: its elements, the conditions of styles that hold, and all boxes.
LOOK = """() => {
    const holds = [];
    const look = parts => {
        for (const part of parts) {
            if (part.media) holds.push(matchMedia(part.media.mediaText).matches);
            if (part.cssRules?.length) look(part.cssRules);
        }
    };
    look(document.styleSheets);
    const boxes = [...document.querySelectorAll("*")].map(node => {
        const box = node.getBoundingClientRect();
        return [box.x, box.y, box.width, box.height].join(" ");
    });
    return [document.documentElement.outerHTML, holds.join(), boxes.join()].join("\\n");
}"""


class Screen(NamedTuple):
    """What a person sets in the browser or the system, as Playwright names it."""

    width: int = 1280
    height: int = 844
    scheme: Literal["light", "dark"] = "light"
    forced_colors: Literal["active", "none"] = "none"
    contrast: Literal["more", "no-preference"] = "no-preference"
    motion: Literal["reduce", "no-preference"] = "no-preference"

    def show(self, page: Page) -> None:
        """Let an open page be seen like this."""
        page.set_viewport_size({"width": self.width, "height": self.height})
        page.emulate_media(
            color_scheme=self.scheme,
            forced_colors=self.forced_colors,
            contrast=self.contrast,
            reduced_motion=self.motion,
        )

    @property
    def only_colors(self) -> bool:
        """Whether it differs from another screen by its colors alone (a test below sees to it)."""
        return self.scheme == "dark" and self.forced_colors == "none"


SCREENS = {
    f"{width} {scheme}": Screen(width, scheme=scheme)
    for width in (320, 390, 1280)
    for scheme in SCHEMES
} | {
    "zoom 400 %": Screen(1280 // 4, 1024 // 4),
    "forced colors": Screen(390, forced_colors="active"),
    "forced colors, dark": Screen(1280, forced_colors="active", scheme="dark"),
    "more contrast, no motion": Screen(contrast="more", motion="reduce"),
}
# For pages between the longest and the shortest of their kind.
TWO = ("390 light", "1280 dark")


def violations(
    page: Page, path: str, screens: Iterable[str], axe: Callable[..., list[str]]
) -> list[str]:
    """Return what axe finds on a page, on one screen after the other.

    A screen on which the page is as it was on another is not looked at again.
    """
    page.goto(path)
    page.evaluate(UNFOLD)
    found = []
    seen = set()
    for name in screens:
        screen = SCREENS[name]
        screen.show(page)
        # The system's own colors, which no condition of a style tells, come first.
        look = (screen.scheme, screen.forced_colors, page.evaluate(LOOK))
        if look in seen:
            continue
        seen.add(look)
        contrast = screen.forced_colors == "none"
        wrong = axe(page, contrast=contrast, only_colors=screen.only_colors)
        found += [f"{path}, {name}: {violation}" for violation in wrong]
    return found


def told(found: list[str]) -> str:
    return "\n".join([f"{len(found)} violations", *found[:30]])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(
    kind: str,
    pages_of_kind: dict[str, Kind],
    new_page: NewPage,
    axe: Callable[..., list[str]],
) -> None:
    """The longest and the shortest on every screen, others on two."""
    page = new_page()
    asked = pages_of_kind[kind]
    found = [wrong for path in asked.ends for wrong in violations(page, path, SCREENS, axe)]
    found += [wrong for path in asked.others for wrong in violations(page, path, TWO, axe)]
    assert not found, told(found)


@pytest.mark.parametrize("path", ["/search/", "/no-such-page/"])
def test_pages_that_no_sitemap_lists(
    path: str, new_page: NewPage, axe: Callable[..., list[str]]
) -> None:
    found = violations(new_page(), path, SCREENS, axe)
    assert not found, told(found)


@pytest.mark.weekly
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_on_every_screen(
    kind: str,
    pages_of_kind: dict[str, Kind],
    new_page: NewPage,
    axe: Callable[..., list[str]],
) -> None:
    page = new_page()
    rest = [name for name in SCREENS if name not in TWO]
    others = pages_of_kind[kind].others
    found = [wrong for path in others for wrong in violations(page, path, rest, axe)]
    assert not found, told(found)


SET_FOR_DARK = """() => {
    const others = [];
    const look = (rules, dark) => {
        for (const rule of rules) {
            const media = rule.media?.mediaText ?? "";
            if (rule.cssRules?.length) look(rule.cssRules, dark || media.includes("color-scheme"));
            if (!dark || !rule.style) continue;
            const set = [...rule.style].filter(name => !name.startsWith("--"));
            const alone = /color|shadow|^background|^fill$|^stroke$/;
            others.push(...set.filter(name => !alone.test(name)));
        }
    };
    for (const sheet of document.styleSheets) look(sheet.cssRules, false);
    return others;
}"""


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


def test_nothing_moves_by_itself_and_dark_sets_colors_alone(
    new_page: NewPage, page_kinds: list[str]
) -> None:
    """Nothing moves, asked for less motion or not.

    On a dark screen only colors are left for axe to look at; a shadow moves nothing.
    """
    page = new_page()
    for path in page_kinds:
        page.goto(path)
        assert page.evaluate(MOVES) == [], path
        assert page.evaluate("document.getAnimations().length") == 0, path
        assert page.evaluate(SET_FOR_DARK) == [], path


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
