"""Each kind of page as Chromium prints it, opened and read."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page
from record_relief.derive.places import guide_url
from record_relief.source.model import StatesFile

from tests.paper_text import sheets

NewPage = Callable[..., Page]

HEADINGS = """() => [...document.querySelectorAll("main h2, main h3, main h4")]
    .filter(node => node.checkVisibility())
    .map(node => node.textContent.replace(/\\s+/g, " ").trim())"""

# How many parts there are, and the words of those of which something is not seen.
HIDDEN = """parts => [parts.length, parts
    .filter(part => ![...part.children].every(child =>
        !child.textContent.trim() || child.getBoundingClientRect().height))
    .map(part => part.innerText.slice(0, 40))]"""


OF_USE = ":not(.share-page, .tools details, .around, .around details, [data-clear], #each-place)"

# A letter in English has its own title on a page in another language.
SHOWN = """() => [...document.querySelectorAll(
        "h1, .on-paper, header, nav, #exit, button, .skip, select:not(.sheet *)")]
    .filter(node => node.checkVisibility()).map(node => node.tagName)"""


def printed(page: Page) -> bytes:
    """Return what the browser prints on US Letter, or as the page itself says."""
    return page.pdf(format="Letter", prefer_css_page_size=True)


def lines(page: str) -> list[str]:
    text = unicodedata.normalize("NFKC", page)  # a font may join "f" and "i"
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.fixture
def paper(new_page: NewPage) -> Page:
    page = new_page()
    page.emulate_media(media="print")
    return page


def left_on_paper(page: Page, path: str) -> list[str]:
    """Return what of navigation and controls is on paper: nothing but the title should be."""
    shown = page.evaluate(SHOWN)
    return [] if shown in (["H1"], ["P"]) else [f"{path}: prints {shown}"]


def badly_cut(page: Page, path: str) -> list[str]:
    """Return what is wrong with the file: too large, a page all but empty, a lonely heading."""
    wrong = []
    content = printed(page)
    if len(content) > 1_000_000:
        wrong.append(f"{path}: {len(content) // 1000} KB")
    headings = set(page.evaluate(HEADINGS))
    for number, found in enumerate(map(lines, sheets(content)), 1):
        if not found:
            wrong.append(f"{path}: page {number} is empty")
        elif found[-1] in headings:
            wrong.append(f"{path}: page {number} ends with the heading “{found[-1]}”")
    return wrong


def test_every_page_prints_light_and_whole(paper: Page, page_kinds: list[str]) -> None:
    """Small files, no page that is all but empty, and no heading alone at the end of a page.

    No navigation, no exit control and no button. Paper can't be unfolded: what is folded is there,
    and what is of use on a screen only stays out, folded or not.
    """
    wrong, folded = [], 0
    for path in page_kinds:
        paper.goto(path)
        wrong += left_on_paper(paper, path)
        parts, hidden = paper.locator(f"main details{OF_USE}").evaluate_all(HIDDEN)
        folded += parts
        wrong += [f"{path}: {len(hidden)} of {parts}: {hidden[:2]}"] if hidden else []
        wrong += badly_cut(paper, path)
    assert folded > 100
    assert not wrong, "\n".join(wrong)


def test_the_first_page_of_a_guide_is_for_handing_out(paper: Page, data: StatesFile) -> None:
    """The answer, the steps, a number to call, the short link, the date; the law comes after."""
    hotline = next(item for item in data.organisations if item.id == "national-hotline")
    for place in data.jurisdictions:
        if place.code not in ("NY", "CT", "WY"):
            continue
        (law,) = place.relief
        paper.goto("/" + guide_url(place))
        read = [" ".join(lines(sheet)) for sheet in sheets(printed(paper))]
        first = re.sub(r"\s+", "", read[0])
        wanted: list[Any] = [place.name, place.summary, *law.steps, hotline.phone]
        wanted += [f"recordrelief.org/{place.code.lower()}", "not legal advice"]
        assert not [text for text in wanted if re.sub(r"\s+", "", text) not in first]
        assert "The law in short" not in read[0]
        assert "The law in short" in read[1]


def test_a_printed_guide_shows_each_address_once(paper: Page) -> None:
    """Who helps, the forms, the texts and the sources can be found without the link."""
    areas = {
        "/states/alabama/law/": ("#texts .texts li", "#sources li"),
        "/states/alabama/": ("#steps ol + p + ul", "#help .helper"),
    }
    for path, parts in areas.items():
        paper.goto(path)
        for node in paper.locator(", ".join(parts)).all():
            after = node.locator("a.out").evaluate_all(
                "all => all.map(a => [a.href, getComputedStyle(a, '::after').content])"
            )
            assert all(href in shown.replace("\\", "") for href, shown in after)
    assert paper.locator("#law a.out, #other-ways a.out").evaluate_all(
        "all => all.every(a => getComputedStyle(a, '::after').content === 'none')"
    )


def test_neighbours_on_a_printed_map_have_a_line_between_them(paper: Page) -> None:
    """A tone is flat there: without one, places with the same answer would be one shape."""
    paper.goto("/compare/proof/")
    looks = paper.locator(".us-map g > g").evaluate_all(
        """all => all.filter(group => group.querySelector("path")).map(group => {
            const look = getComputedStyle(group.querySelector("path"));
            return [look.fill, look.stroke];
        })"""
    )
    assert len(looks) > 2
    assert all(fill.startswith("rgb") and fill != stroke for fill, stroke in looks), looks


def test_the_wide_table_prints_across_and_whole(paper: Page, data: StatesFile) -> None:
    paper.goto("/compare/")
    content = printed(paper)
    shapes = [sheet.mediabox for sheet in pypdf.PdfReader(io.BytesIO(content)).pages]
    read = zip(sheets(content), shapes, strict=True)
    across = [lines(sheet) for sheet, shape in read if shape.width > shape.height]
    assert across
    text = " ".join(" ".join(sheet) for sheet in across)
    assert not [p.name for p in data.jurisdictions if p.name.split()[0] not in text]
    heads = paper.locator(".wide thead th:visible")
    last = heads.last.inner_text().split()[-1]
    assert all(last in " ".join(sheet) for sheet in across)
    size = heads.last.evaluate("head => parseFloat(getComputedStyle(head).fontSize)")
    assert size * 72 / 96 >= 7, "too small to read"
    assert heads.count() > 5


def test_words_in_one_line_of_the_footer_stand_apart(new_page: NewPage, site_dir: Path) -> None:
    """On paper its paragraphs share a line, on a page without line ends between them, too."""
    files = site_dir.rglob("index.html")
    bare = next(file for file in files if "<footer class=foot>" in file.read_text("utf-8"))
    page = new_page()
    page.emulate_media(media="print")
    page.goto(f"/{bare.parent.relative_to(site_dir).as_posix()}/")
    lead, phone = (
        page.locator(f".foot-help {of}").bounding_box() for of in (".foot-lead", ".phone")
    )
    assert lead
    assert phone
    assert phone["x"] >= lead["x"] + lead["width"] + 2
