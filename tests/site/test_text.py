"""No page shows what it is made with: no leftover template or Markdown, nothing empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from record_relief.languages import catalog, language
from selectolax.lexbor import LexborNode

from tests import plain_data
from tests.built_site import SHIPPING, Page, Site, in_english, squash, text_of

ROOT = Path(__file__).resolve().parents[2]
# Text blocks. What is inside a <details> or hidden from sight counts, too.
BLOCKS = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, summary, caption, figcaption, q, cite"
# What stands in a line, and what nobody reads.
IN_A_LINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "output", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time",
}  # fmt: skip
UNSAID = {"script", "style", "template", "svg", "textarea", "iframe"}
RESIDUE = {
    "a template's marks": r"\{\{|\}\}|\{%|%\}|\{#",
    "a value that is not there": r"\bNone\b(?! found)|\b(undefined|null|NaN)\b",
    "a work note": r"\b(TODO|FIXME|XXX|lorem)\b",
    "a Markdown link": r"\]\(|\]\[",
    "a Markdown heading or stress": r"(^|\s)#{1,6} |\*\*|(^|\s)__|__(\s|$)",
    "an HTML entity told twice": r"&(amp|lt|gt|quot|#\d+);",
    "an HTML tag as text": r"</?(p|a|li|ul|div|span|strong|em)\b",
    "two full stops": r"\.\.(?!\.)(?<!\.\.\.)",
    "a space before a mark": r"\s[.,;:!?](\s|$)",
    "two marks": r"[,;:][,;]|[:;,]\.(\s|$)",
    # Not the end of an address, as paper shows it.
    "a code of the data": r"(?<!/)\b[a-z]+_[a-z_]+\b",
}


# The page about the data shows its codes, and says where a field may be null.
CODES_SHOWN = {"/data/": {"a value that is not there", "a code of the data"}}


def blocks(page: Page) -> Iterator[tuple[LexborNode, str]]:
    for node in page.tree.css(BLOCKS):
        yield node, text_of(node)


@pytest.fixture(scope="module")
def from_data(raw: dict[str, Any]) -> set[str]:
    """Every text of the data: what is wrong in one of these is wrong in the data."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, dict):
            for part in value.values():
                gather(part)
        elif isinstance(value, list):
            for part in value:
                gather(part)
        elif isinstance(value, str):
            found.add(squash(value))

    gather(raw)
    gather([plain_data.evidence(place["code"]) for place in raw["jurisdictions"]])
    for code in SHIPPING:
        for path in catalog.files(ROOT / language.FOLDER / code):
            gather([message.string for message in catalog.read(path)])
    return found


@pytest.mark.parametrize("kind", RESIDUE)
def test_nothing_is_left_over(kind: str, site: Site, from_data: set[str]) -> None:
    pattern = re.compile(RESIDUE[kind])
    own = {text for text in from_data if pattern.search(text)}
    found = []
    for page in site:
        if kind in CODES_SHOWN.get(in_english(page.path), ()):
            continue
        for _, text in blocks(page):
            for hit in pattern.finditer(text):
                around = text[max(0, hit.start() - 30) : hit.end() + 30]
                if not any(part in text for part in own):
                    found.append(f"{page}: …{around}…")
    assert not found, "\n".join([f"{len(found)} places", *found[:20]])


def test_heads_are_clean_too(site: Site) -> None:
    for page in site:
        for text in (text_of(page.one("head > title")), *page.meta("description")):
            wrong = [kind for kind, pattern in RESIDUE.items() if re.search(pattern, text)]
            assert not wrong, f"{page}: {text}"


def test_nothing_is_empty(site: Site) -> None:
    """An empty heading, item, cell or paragraph says nothing; an empty state must speak."""
    empty = [
        f"{page}: <{node.tag}> in {text_of(node.parent)[:60]!r}"
        for page in site
        for node, text in blocks(page)
        if not text and "role" not in node.attributes and not node.css("input, output, textarea")
    ]
    assert not empty, "\n".join([f"{len(empty)} places", *empty[:20]])


def test_no_list_or_table_is_empty(site: Site) -> None:
    filled = {"ul": "li", "ol": "li", "dl": "dt", "table": "td", "select": "option"}
    empty = [
        f"{page}: <{outer}>"
        for page in site
        for outer, inner in filled.items()
        for node in page.all(outer)
        if not node.css(inner) and node.attributes.get("id") != "results"
    ]
    assert not empty


def test_every_link_and_button_says_where_it_leads(site: Site) -> None:
    silent = [
        f"{page}: {node.html}"
        for page in site
        for node in page.all("a, button")
        if not text_of(node) and not node.attributes.get("aria-label")
    ]
    assert not silent


def test_markdown_leaves_texts_of_the_data_alone(
    site: Site, places: dict[str, dict[str, Any]]
) -> None:
    """What passes through Markdown comes out as it stands in the data: "(c)" is no copyright."""
    federal = places["US"]
    page = site["/learn/federal-law/"]
    parts = [federal["summary"]]
    for law in federal["relief"]:
        parts += [law["title"], law["citation"], law["effect"], law["where"]]
        parts += [law[name]["text"] for name in ("nexus", "proof", "fee", "timing", "decision")]
        parts += law["offenses"]["excluded"]
    parts += federal["relief"][0]["steps"]
    parts += [part for way in federal["ways"] for part in (way["name"], way["wait"]["text"])]
    parts += [part for other in federal["other_relief"] for part in (other["name"], other["text"])]
    parts += [event["what"] for event in federal["history"]]
    assert not page.missing(*parts)


def test_no_sentence_names_an_entry_by_its_id(site: Site, raw: dict[str, Any]) -> None:
    """An id of everyday words ("set-aside") is left to the lint rule, which knows the data."""
    ids = {
        entry["id"]
        for section in raw.values()
        for entry in section
        if "id" in entry and re.search(r"-\w*\d|\d\w*-|-.*-", entry["id"])
    }
    assert ids
    ids -= {form for term in raw["glossary"] for form in (term["id"], *term["forms"])}
    for page in site:
        for node, text in blocks(page):
            if " " in text and not node.css("code"):
                words = set(re.findall(r"(?<![/\w.])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+", text))
                assert not words & ids, f"{page}: {text[:200]}"


def test_no_file_shows_a_mark_that_is_for_private_use(site_dir: Path) -> None:
    """A browser draws a box for it; the build marks with such what is in another language."""
    kinds = {".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"}
    files = [path for path in site_dir.rglob("*") if path.suffix in kinds]
    assert {path.suffix for path in files} == kinds
    marked = re.compile("[\ue000-\uf8ff]")
    found = [path for path in files if marked.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(site_dir).as_posix() for path in found] == []


def test_no_text_is_glued_to_what_follows(site: Site) -> None:
    """A label, a mark or a name that stands before a text is a word of its own, also read aloud.

    What a style sheet puts on a line of its own has none in the text of the page.
    """
    glued = {
        (page.path, before, after)
        for page in map(site.__getitem__, site.paths)
        for before, after in seams(page.one("body"))
        if before[-1].isalnum() and after[0].isalnum()
    }
    assert not glued


def seams(node: LexborNode) -> Iterator[tuple[str, str]]:
    """Yield the two texts on each side of a tag inside a line."""
    last = ""
    for part in inline(node):
        if part and last:
            yield last, part
        last = part


def inline(node: LexborNode) -> Iterator[str]:
    """Yield each text of a part of a page, and "" wherever a line begins or ends."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield from filter(None, (child.text_content,))
        elif child.tag not in UNSAID:
            edge = [] if child.tag in IN_A_LINE else [""]
            yield from (*edge, *inline(child), *edge)
