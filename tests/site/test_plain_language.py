"""What survivors read is plain: the level of each explainer, and its legal terms explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from record_relief.lint.reading import grade
from record_relief.lint.reading_level import HIGHEST
from selectolax.lexbor import LexborNode

from tests.built_site import Page, Site, text_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
# A name, a source, a list of places or a figure is no sentence.
LEFT_OUT = {"table", "nav", "h1", "h2", "h3", "h4", "summary", "cite", "dt"}
LEFT_OUT_CLASSES = {"cites", "citation", "places"}
READERS = {"survivor", "all"}


def written() -> dict[str, str]:
    """Return the readers of each hand-written page, by its address."""
    found = {}
    for file in sorted(DOCS.rglob("*.md")):
        path = file.relative_to(DOCS).with_suffix("").as_posix().removesuffix("index").strip("/")
        reader = re.search(r"^reader: (\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert reader, f"{file.name} does not say who reads it"
        found[f"/{path}/"] = reader[1]
    return found


EXPLAINERS = [path for path, reader in written().items() if reader in READERS]


def texts(node: LexborNode, within: str) -> Iterator[str]:
    """Yield the text of each paragraph, item and answer in a part of a page.

    Of one that holds a list, each item of that is a text.
    """
    for child in node.iter():
        classes = (child.attributes.get("class") or "").split()
        if child.tag in LEFT_OUT or LEFT_OUT_CLASSES.intersection(classes):
            continue
        # What there is to choose from is no sentence, nor is a row of links.
        if child.tag in within.split() and child.css("select, .links"):
            continue
        if child.tag in within.split() and not child.css("ul, ol, dl"):
            yield text_of(child)
        else:
            yield from texts(child, within)


def level(page: Page) -> float:
    found = [text for text in texts(page.main, "p li dd span") if len(text.split()) > 3]
    words = [len(text.split()) for text in found]
    return sum(map(float.__mul__, map(grade, found), map(float, words))) / sum(words)


@pytest.mark.parametrize("path", [*EXPLAINERS, "/", "/states/", "/myths/", "/search/", "/404.html"])
def test_no_page_for_survivors_reads_above_the_eighth_grade(path: str, site: Site) -> None:
    """With the facts filled in, what is folded included: the same bar as for the guides' texts."""
    assert level(site[path]) <= HIGHEST


def test_the_level_of_a_hard_page_is_seen(tmp_path: Path) -> None:
    hard = (
        "Notwithstanding any countervailing jurisdictional considerations, petitioners seeking "
        "retroactive invalidation of adjudications must substantiate the evidentiary predicates."
    )
    file = tmp_path / "hard.html"
    file.write_text(f"<main><ul><li>{hard}</li></ul></main>")
    assert level(Page("hard", file)) > HIGHEST


@pytest.mark.parametrize("path", [path for path in EXPLAINERS if path != "/glossary/"])
def test_each_legal_term_is_explained_where_it_is_used(
    path: str, site: Site, raw: dict[str, Any]
) -> None:
    page = site[path]
    linked = {str(link.attributes["href"]).partition("#")[2] for link in page.main.css("a.term")}
    words = " ".join(
        text_of(block)
        for block in page.main.css("main > p, main > ul > li, main > ol > li")
        if not block.css("a:not(.term)")
    )
    used = {
        term["id"]
        for term in raw["glossary"]
        for form in term["forms"]
        if re.search(rf"\b{re.escape(form)}\b", words, re.IGNORECASE)
    }
    # The longest term wins where one stands inside another: "consumer report" in "... agency".
    inside = {
        term["id"]
        for term in raw["glossary"]
        for other in raw["glossary"]
        if term["id"] != other["id"]
        and any(form in more for form in term["forms"] for more in other["forms"])
    }
    assert used - inside <= linked


def test_what_a_link_preview_shows_is_neutral(site: Site) -> None:
    """Title, description and the words for a picture: in a tab, a history, a search, a message."""
    told = re.compile(r"traffick|survivor|victim|prostitut|\bsex\b|T visa", re.IGNORECASE)
    found = []
    for page in site:
        metas = page.all(
            'meta[name="description"], meta[property="og:title"], meta[property="og:description"], '
            'meta[property="og:image:alt"], meta[name^="twitter:"]'
        )
        shown = [
            page.texts("head > title")[0],
            *(str(meta.attributes["content"]) for meta in metas),
        ]
        found += [f"{page}: {text}" for text in shown if told.search(text)]
    assert not found, "\n".join(found)


# Marks between words, numbers of steps, words that stand in the page's text as well, and on paper
# what a visitor has typed.
DECORATION = re.compile(
    r"""counter\([a-z-]+\)|attr\((data-label|data-typed|href)\)|"[^a-zA-Z"]*"|none|normal"""
)


def test_no_style_adds_words(site: Site) -> None:
    for page in site:
        for style in page.all("style"):
            for value in re.findall(r"[{;]content:([^;}]*)", style.text()):
                assert not DECORATION.sub("", value).strip(), f"{page}: content: {value}"


@pytest.mark.parametrize("path", ["/", "/states/new-york/", "/safety/", "/what-might-help/"])
def test_without_css_the_order_is_the_order_of_reading(path: str, site: Site) -> None:
    """The skip link and the way out first, then the name of the site, the content, then help."""
    text = site[path].one("body").text()
    places = [
        text.index(words)
        for words in (
            "Skip to the content",
            "Exit this page",
            site[path].texts("h1")[0][:20],
            "Need to talk to somebody?",
        )
    ]
    assert places == sorted(places)
