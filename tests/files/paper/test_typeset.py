"""Text of the data never becomes markup, and a file keeps to its limits."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst
from record_relief.derive.site import Facts
from record_relief.files.paper import typeset
from record_relief.files.paper.files import _document, _source
from record_relief.files.paper.handout import Entry, Handout, Section, full_handout
from record_relief.files.paper.typeset import page_count, pdf
from record_relief.files.speech import ENGLISH
from record_relief.pages import palette

from tests.files.paper.conftest import ROOT, solid
from tests.paper_text import sheets

SITE = "https://recordrelief.org/"
COLOURS = palette.load(ROOT / "overrides").printed()
HOSTILE = [
    '#panic("markup") #sys.inputs #let x = 1; #[content] #image("/etc/hostname")',
    "$x^2 + sum$ *bold* _emphasis_ `raw` ```typ #panic()``` <label> @reference",
    "= Heading\n- item\n+ step\n/ term: text\n// comment /* block */ \\ \\u{41} \\#",
    "\"quote\" 'apostrophe' ~ -- --- ... https://example.org/#fragment [content](link)",
    "left-to-right \u200e and right-to-left \u200f, \u202eoverride\u202c, isolate \u2067x\u2069",
    "</Alt> ) endobj %PDF \\( \\) << >> {{ jinja }} {% block %}",
]


@pytest.fixture(scope="module")
def template() -> str:
    return _source(ROOT / "overrides", "handout.typ")


def text_of(made: bytes) -> str:
    return solid("".join(sheets(made)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, facts: Facts, template: str) -> None:
    """Wherever a text of the data can stand, it is shown letter by letter."""
    guide = facts.guides["NY"]
    sheet = replace(
        full_handout(guide, facts.hotline, facts.guides["US"], SITE, ENGLISH),
        name=text,
        summary=text,
        headline=text,
        note=text,
        code_alt=text,
        sections=(
            Section(text, "steps", (Entry(text=text),), note=text),
            Section(text, entries=(Entry(text, text, text, text, text, True),)),
        ),
    )
    data = _document(date(2026, 11, 22), COLOURS) | {
        "title": text,
        "handouts": [asdict(sheet)],
        "addresses": [sheet.code],
    }
    made = pdf(template, json.dumps(data), 4, 200)
    # Marks of direction are not drawn, and stand in the text or not, as the viewer likes.
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u202e\u202c\u2067\u2069"))
    shown = text_of(made).translate(marks)
    plain = solid(text.translate(marks))
    if "\u202e" in text:
        assert shown.count("right-to-left") >= 9
    else:
        assert shown.count(plain) >= 9
    assert pypdf.PdfReader(io.BytesIO(made)).metadata.title == text  # type: ignore[union-attr]


def sheet_of_a_place(facts: Facts) -> tuple[Handout, dict[str, Any]]:
    """Return a full sheet, and what the template needs to set it."""
    sheet = full_handout(facts.guides["NY"], facts.hotline, facts.guides["US"], SITE, ENGLISH)
    return sheet, _document(date(2026, 11, 22), COLOURS) | {
        "title": "Sheet",
        "handouts": [asdict(sheet)],
        "addresses": [sheet.code],
    }


def test_a_file_that_outgrows_its_page_stops_the_build(facts: Facts, template: str) -> None:
    sheet, data = sheet_of_a_place(facts)
    assert page_count(pdf(template, json.dumps(data), 2, 100)) == 2
    with pytest.raises(ValueError, match="has 2 pages"):
        pdf(template, json.dumps(data), 1, 100)
    with pytest.raises(ValueError, match="at most 2 pages and 9 KB"):
        pdf(template, json.dumps(data), 2, 9)
    longer = replace(sheet, sections=sheet.sections * 4)
    with pytest.raises(ValueError, match="pages"):
        pdf(template, json.dumps({**data, "handouts": [asdict(longer)]}), 2, 500)


def test_letters_that_were_meant_too_large_become_smaller(facts: Facts, template: str) -> None:
    """How high a sheet is, is told by its number of letters, which may be wrong for other data."""
    _, data = sheet_of_a_place(facts)
    hopeful = template.replace("174pt + 13pt * all", "9pt * all")
    assert hopeful != template
    assert page_count(typeset._made(hopeful, {**data, "less": 0})) == 3
    assert page_count(pdf(hopeful, json.dumps(data), 2, 100)) == 2


def test_a_picture_without_a_description_stops_the_build(facts: Facts, template: str) -> None:
    sheet = full_handout(facts.guides["NY"], facts.hotline, facts.guides["US"], SITE, ENGLISH)
    bare = template.replace(", alt: it.code_alt", "")
    assert bare != template
    data = _document(date(2026, 11, 22), COLOURS) | {
        "title": "Sheet",
        "handouts": [asdict(sheet)],
        "addresses": [sheet.code],
    }
    with pytest.raises(typst.TypstError):
        pdf(bare, json.dumps(data), 2, 100)


@pytest.mark.parametrize("broken", ["missing", "cut short", "changed"])
def test_a_broken_typeface_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """Typst would set with what is left of it, or another face."""
    shutil.copytree(typeset.font_source_sans_pro.font_directory, tmp_path / "files")
    monkeypatch.setattr(typeset.font_source_sans_pro, "font_directory", str(tmp_path / "files"))
    typeset._fonts.__wrapped__()
    face = tmp_path / "files/SourceSansPro-It.otf"
    good = face.read_bytes()
    if broken == "missing":
        face.unlink()
    else:
        face.write_bytes(good[:-1] + (b"" if broken == "cut short" else b"x"))
    with pytest.raises(OSError, match="is broken"):
        typeset._fonts.__wrapped__()


def test_the_document_has_the_date_of_the_check(facts: Facts, template: str) -> None:
    sheet = full_handout(facts.guides["OH"], facts.hotline, facts.guides["US"], SITE, ENGLISH)
    data = _document(date(2031, 2, 3), COLOURS) | {
        "title": "Sheet",
        "handouts": [asdict(sheet)],
        "addresses": [sheet.code],
    }
    made = pypdf.PdfReader(io.BytesIO(pdf(template, json.dumps(data), 2, 100)))
    assert made.metadata
    assert made.metadata["/CreationDate"].startswith("D:20310203")
