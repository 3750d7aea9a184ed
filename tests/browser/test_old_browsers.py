"""A browser that lacks a part shows a tool that works, or the page as it is without scripts.

Each name that a script uses is taken away in turn, before any script runs. Only locators look at
the page: they work in a world of their own, which keeps its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import TimeoutError as Waited

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/assets/js"
# Without them no script of any kind gets far, nor the browser's own; none is younger than the rest.
# The words of an option are as old as forms (HTMLOptionElement.text, DOM Level 1).
OLDER_THAN_ALL = {"prototype", "length", "constructor", "value", "text"}

# Whatever holds what a script may use: the globals, and the prototypes of the browser's own kinds.
HOLDERS = """const holders = new Set([window, Object, Array, Promise, URL, Intl]);
    for (const key of Object.getOwnPropertyNames(window)) {
        let made;
        try { made = window[key]; } catch { continue; }
        if (typeof made === "function" && made.prototype) holders.add(made).add(made.prototype);
    }"""
TAKE_AWAY = f"""name => {{
    {HOLDERS}
    for (const holder of holders) {{ try {{ delete holder[name]; }} catch {{ /* it stays */ }} }}
}}"""
# Which of some names a browser has at all: to take away any other changes nothing.
KNOWN = f"""names => {{
    {HOLDERS}
    const has = name => holder => Object.prototype.hasOwnProperty.call(holder, name);
    return names.filter(name => [...holders].some(has(name)));
}}"""


@dataclass(frozen=True)
class Tool:
    """A page, the tool's name there, what it shows, how to use it, and where its answer stands."""

    path: str
    name: str
    control: str
    use: Callable[[Page], None]
    answer: str


def ask(page: Page) -> None:
    page.locator("#place-1").select_option("TX")
    page.locator("input[name=record]").first.check()
    page.locator("#ended").fill("2012")
    page.locator("#answers [type=submit]").click()


def choose(page: Page) -> None:
    page.locator("#state").select_option("IL")


def plan(page: Page) -> None:
    page.locator("#start").fill("2026-11-23")


def compare(page: Page) -> None:
    page.locator("#sort").select_option(index=1)


def through_years(page: Page) -> None:
    page.locator("#year").press("Home")


def embed(page: Page) -> None:
    page.locator("#embed-look").select_option("-dark")


def ask_for_rules(page: Page) -> None:
    page.locator("#which-state").select_option("IL")
    page.locator("#which-number").fill("12")
    page.locator("#which [type=submit]").click()
    words, instead = page.locator(".law-words"), page.locator("[data-without=rules]")
    words.or_(instead).filter(visible=True).first.wait_for()


def search(page: Page) -> None:
    page.locator("#q").press_sequentially("ohio")
    said = page.locator("#search-status", has_text=re.compile(r"^(?!Searching)."))
    page.locator("#results li").or_(said).first.wait_for()


TOOLS = {
    "what_might_help": Tool("/what-might-help/", "questions", "#answers", ask, "#answer"),
    "planner": Tool("/tools/timeline-job/", "planner", "#plan", plan, "tbody output"),
    "places": Tool(
        "/tools/final-notice-job/", "places", "#state", choose, "#added h3, #parts-told"
    ),
    "compare": Tool("/compare/", "compare", "#tools", compare, "#everything tbody"),
    "spread": Tool("/compare/", "spread", "#through-years", through_years, "#through-years"),
    "embed": Tool("/embed/", "embed", "#embed-tool", embed, "#embed-tool"),
    "which_rules": Tool("/employers/", "rules", "#which", ask_for_rules, "#which-answer"),
    "search": Tool("/search/", "search", ".search", search, "#results, #search-status"),
}


def names(script: str) -> list[str]:
    """Return the properties and globals that a script and the one that starts it use."""
    text = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in (script, "tool"))
    code = re.sub(r"//.*|\"[^\"\n]*\"|/\[[^\n]*?\]/\w*", " ", text)
    found = set(re.findall(r"\.([a-z]\w+)", code)) | set(re.findall(r"\bnew (\w+)", code))
    return sorted(found - OLDER_THAN_ALL)


def seen_before(script: str) -> set[str]:
    """Return the names that tools before this one use, too."""
    earlier = list(TOOLS)[: list(TOOLS).index(script)]
    return {name for other in earlier for name in names(other)}


def each_taken_away(page: Page, names: list[str]) -> Iterator[str]:
    """Take one name after the other away from whatever the page shows next.

    A new page of its own for each would cost more than what is looked at.
    """
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    for name in names:
        page.goto("about:blank")
        added = session.send(
            "Page.addScriptToEvaluateOnNewDocument", {"source": f"({TAKE_AWAY})({name!r})"}
        )
        yield name
        session.send("Page.removeScriptToEvaluateOnNewDocument", added)


def texts(found: Locator) -> list[str]:
    """Return what each says. (`all_inner_texts` works in the page's own world.)"""
    return [found.nth(index).inner_text() for index in range(found.count())]


@pytest.mark.parametrize(
    ("script", "again"),
    [
        *((script, False) for script in TOOLS),
        *(pytest.param(script, True, marks=pytest.mark.weekly) for script in list(TOOLS)[1:]),
    ],
)
def test_without_a_feature_the_tool_works_or_is_not_shown(
    script: str, again: bool, browser: Browser, site_url: str
) -> None:
    """Each name with the first tool that uses it; `again` with the others, which is for weekly."""
    tool = TOOLS[script]
    asked = [name for name in names(script) if (name in seen_before(script)) is again]

    def used(page: Page, lacking: str | None) -> tuple[bool, str, list[str]]:
        """Return whether the control stands there at last, the answer, and what stands instead."""
        page.goto(tool.path)
        control = page.locator(tool.control)
        instead = page.locator(f"[data-without={tool.name}]:visible")
        try:
            if control.is_visible():
                tool.use(page)
        except Waited:  # it went while it was used
            assert control.is_hidden(), f"without {lacking} it does nothing"
        answers = page.locator(tool.answer).filter(visible=True)
        return (
            control.is_visible(),
            "|".join(filter(None, texts(answers))),
            texts(instead),
        )

    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        without = used(context.new_page(), None)
    with browser.new_context(base_url=site_url) as context:
        context.set_default_timeout(6_000)
        page = context.new_page()
        known = page.evaluate(KNOWN, asked)
        assert known
        whole = used(page, None)
        assert whole[0]
        assert not without[0]
        assert whole[1] != without[1]
        wrong = []
        for lacking in each_taken_away(page, known):
            found = used(page, lacking)
            silent = found[0] and found[1] != whole[1]
            # A search that can't be made says so, and names the lists below it.
            if silent and "Search could not start." not in found[1]:
                wrong.append(f"{lacking}: the control stands there and does not do its work")
            if not found[0] and found[1:] != without[1:]:
                wrong.append(f"{lacking}: not the page as it is without scripts: {found}")
    assert not wrong, "\n".join(wrong)


def test_a_name_is_taken_away_until_the_next(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page, names = context.new_page(), ["matchMedia", "open", "print"]
        for lacking in each_taken_away(page, names):
            page.goto("/safety/")
            assert page.evaluate("all => all.filter(name => !(name in window))", names) == [lacking]


@pytest.mark.parametrize("script", [*TOOLS, "tool", "place_parts"])
def test_a_tool_whose_script_does_not_load_is_not_shown(
    script: str, browser: Browser, site_url: str
) -> None:
    tool = TOOLS.get(script, TOOLS["what_might_help"])
    with browser.new_context(base_url=site_url) as context:
        context.route(f"**/js/{script}.*", lambda route: route.fulfill(status=404, body=""))
        page = context.new_page()
        page.goto(tool.path)
        expect(page.locator(tool.control)).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/states/"])
@pytest.mark.parametrize("lacking", ["addEventListener", "querySelector", "getElementById"])
def test_the_choice_of_a_place_works_or_is_not_shown(
    path: str, lacking: str, browser: Browser, site_url: str
) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.add_init_script(f"({TAKE_AWAY})({lacking!r})")
        page.goto(path)
        expect(page.locator("#picker")).to_be_hidden()
        expect(page.locator(".state-list a").first).to_be_visible()


@pytest.mark.parametrize("path", ["/states/texas/", "/states/texas/law/", "/tools/dispute-letter/"])
@pytest.mark.parametrize("lacking", ["print", "forEach", "clipboard", "share"])
def test_a_button_that_can_do_nothing_is_not_shown(
    path: str, lacking: str, browser: Browser, site_url: str
) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.add_init_script(f"({TAKE_AWAY})({lacking!r}); delete Navigator.prototype[{lacking!r}]")
        page.goto(path)
        button = {
            "print": "[data-print]",
            "clipboard": "[data-copy], [data-copy-answer]",
            "share": "[data-share]",
        }
        for shown in page.locator(button.get(lacking, "[data-print]")).all():
            expect(shown).to_be_hidden()
