"""What is written into a form stands on its paper, every letter of it, in both engines."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests import plain_data
from tests.paper_text import sheets

NewPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
FORMS = plain_data.forms()
SHEETS = [form for form in FORMS if not form.get("steps")]
PATHS = [f"/tools/{form['id']}/" for form in SHEETS]
# Without scripts a field itself is printed, which an engine does not break over two pages: a long
# text in a narrow column is longer than one.
WITHOUT_TABLE = [
    f"/tools/{form['id']}/"
    for form in SHEETS
    if not any("columns" in block for part in form["sections"] for block in part["blocks"])
]
# What is shown larger than that fills more than a page as well.
LOOKS = [(True, 1, PATHS), (True, 2, PATHS), (False, 1, WITHOUT_TABLE)]


def blocks(path: str) -> int:
    """Return how many blocks the form at an address has."""
    form = next(form for form in SHEETS if path == f"/tools/{form['id']}/")
    return sum(len(part["blocks"]) for part in form["sections"])


# The form with the most blocks and that with the fewest, in each look; the rest once a week.
ENDS = [
    (scripts, scale, sorted({max(paths, key=blocks), min(paths, key=blocks)}))
    for scripts, scale, paths in LOOKS
]
REST = [
    pytest.param(
        scripts, scale, [path for path in paths if path not in ends], marks=pytest.mark.weekly
    )
    for (scripts, scale, paths), (_, _, ends) in zip(LOOKS, ENDS, strict=True)
]
# What stands only where a law of the chosen place asks for it is on no other paper.
FIELDS = "form.sheet textarea:not([hidden] textarea)"
FILL_IN_AND_PRINT = Path(__file__).parent / "firefox/fill_in_and_print.mjs"
# Letters that the forms' own words do not have, so that each of them comes from an answer.
WORD = "жизнь"
HEBREW = "שלום"
# What people write into a field, short or long as it looks.
ANSWERS = {
    "many words": f"{WORD} " * 330,
    "one long word": WORD * 400,
    "many lines": "\n".join([WORD] * 45),
    "from right to left": f"{HEBREW} " * 400,
}
WRITE = """(fields, texts) => {
    for (const [index, field] of fields.entries()) {
        field.value = texts[index % texts.length];
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    return fields.length;
}"""


def test_no_box_to_tick_is_cut_where_a_page_ends(new_page: NewPage) -> None:
    page = new_page()
    page.emulate_media(media="print")
    for path in PATHS:
        page.goto(path)
        breaks = page.locator("form.sheet .check").evaluate_all(
            "all => all.map(line => getComputedStyle(line).breakInside)"
        )
        assert set(breaks) <= {"avoid"}, path


def foreign(texts: Iterable[str]) -> Counter[str]:
    """Count the letters that only an answer has."""
    return Counter(letter for text in texts for letter in text if letter in WORD + HEBREW)


def lost(pdf: bytes, fields: int) -> Counter[str]:
    """Return the letters that were typed and are not printed, or printed and not typed.

    In both engines a PDF has no letter that a box cuts off.
    """
    printed = foreign(sheets(pdf))
    typed = foreign(islice(cycle(ANSWERS.values()), fields))
    return (typed - printed) + (printed - typed)


@pytest.mark.parametrize(("scripts", "scale", "paths"), [LOOKS[0], *ENDS[1:], *REST[1:]])
def test_chromium_prints_all_that_was_written(
    new_page: NewPage, scripts: bool, scale: int, paths: list[str]
) -> None:
    page = new_page(java_script_enabled=scripts)
    for path in paths:
        page.goto(path)
        fields = page.locator(FIELDS).evaluate_all(WRITE, list(ANSWERS.values()))
        assert fields, path
        assert not lost(page.pdf(format="Letter", scale=scale), fields), path


@pytest.mark.parametrize(("scripts", "scale", "paths"), [*ENDS, *REST])
def test_firefox_prints_all_that_was_written(
    firefox: Callable[..., Any], scripts: bool, scale: int, paths: list[str]
) -> None:
    texts = list(ANSWERS.values())
    printed = firefox(FILL_IN_AND_PRINT, paths=paths, texts=texts, scale=scale, scripts=scripts)
    for path, form in zip(paths, printed, strict=True):
        assert form["fields"], path
        assert not lost(base64.b64decode(form["pdf"]), form["fields"]), path
