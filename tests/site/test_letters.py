"""The letter of each mark begins a word of what it stands for, wherever it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from record_relief.derive.labels import COVERAGE_MARKS, LABELS, NOTHING
from record_relief.derive.site import Facts
from record_relief.files import cards
from record_relief.files.maps import Drawings
from record_relief.files.paper.handout import full_handout
from record_relief.files.speech import ENGLISH
from selectolax.lexbor import LexborNode

from tests.built_site import Page, Site, text_of

ROOT = Path(__file__).resolve().parents[2]
URL = "https://site.example/"


def can_be_known(letter: str, label: str) -> bool:
    """Return whether a letter, a number or a shortened year is found again in a label."""
    numbers = re.findall(r"\d+", label)
    years = [f"’{number[-2:]}" for number in numbers if len(number) == 4]
    begins = [word[0].upper() for word in re.findall(r"[^\W\d]\w*", label)]
    return letter in (*numbers, *years, *begins, NOTHING)


def unknown(mark: LexborNode) -> str:
    """Return the letter of a mark and the words beside it where the two do not fit; else ""."""
    assert mark.parent is not None
    letter = text_of(mark)
    told = text_of(mark.parent).removeprefix(letter).strip()
    label = told.partition(": ")[2] or told if mark.parent.css_first(".hidden") else told
    return "" if can_be_known(letter, label) else f"{letter} for {label}"


@pytest.mark.parametrize(
    ("letter", "label", "fits"),
    [
        ("B", "Broad law", True),
        ("F", "Broad law", False),
        ("L", "Broad law", True),
        ("’14", "2014 to 2017", True),
        ("1", "2014 to 2017", False),
        ("7", "7 years", True),
        ("–", "No law found", True),
    ],
)
def test_what_counts_as_a_letter_of_a_label(letter: str, label: str, fits: bool) -> None:
    assert can_be_known(letter, label) is fits


def test_every_mark_of_every_page(site: Site) -> None:
    wrong: dict[str, list[str]] = {}
    seen = 0
    for page in site:
        marks = page.all(".map-mark")
        seen += len(marks)
        if found := [told for mark in marks if (told := unknown(mark))]:
            wrong[page.path] = found
    assert seen
    assert not wrong


def test_every_mark_in_a_frame(site_dir: Path) -> None:
    files = sorted(site_dir.glob("embed/*/*.html"))
    pages = [Page(f"/{file.relative_to(site_dir)}", file) for file in files]
    wrong = {
        page.path: found
        for page in pages
        if (found := [told for mark in page.all(".map-mark") if (told := unknown(mark))])
    }
    assert files
    assert not wrong


def test_every_legend_of_a_card(facts: Facts) -> None:
    """A card has words of its own where the question's would tell too much."""
    made = cards.artifacts(facts, Drawings(facts, ROOT / "overrides", URL), URL)
    legends = [json.loads(str(artifact.inputs[1])).get("legend", []) for artifact in made]
    rows = [row for legend in legends for row in legend]
    wrong = [row for row in rows if not can_be_known(row[0].split()[0], row[1])]
    assert rows
    assert not wrong


def test_every_sheet(facts: Facts) -> None:
    for guide in facts.guides.values():
        sheet = full_handout(guide, facts.hotline, facts.guides["US"], URL, ENGLISH)
        assert sheet.mark is not None
        assert can_be_known(sheet.mark[1], sheet.coverage), guide.name


def test_a_place_has_the_letter_of_its_coverage(site: Site) -> None:
    """The lists of places say the answer beside each name, to those who don't see it too."""
    for path in ("/states/", "/what-might-help/"):
        lines = [line for line in site[path].all(".state-list li") if line.css(".map-mark")]
        shown = {
            text_of(line.css_first("span span")): text_of(line.css_first(".map-mark"))
            for line in lines
        }
        assert shown, path
        for told, letter in shown.items():
            (coverage,) = (key for key, label in LABELS["coverage"].items() if told == f": {label}")
            assert letter == COVERAGE_MARKS[coverage][1]
