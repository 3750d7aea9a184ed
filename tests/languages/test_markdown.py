"""A hand-written page is cut into its texts; a translated one keeps its marks, links and ids."""

from __future__ import annotations

import gettext

import pytest
from record_relief.languages import catalog, markdown, marks
from record_relief.source.written import Written, written

from tests.builders import ROOT

PAGES = list(written(ROOT / "docs"))
TEXT = """\
{% from "components/text.html" import phone with context %}

If somebody may check,
use another one.
{ .lead }

<section class="panel" markdown="1">

## Leave fast

- **Choose Exit.** It is
  at the top.
- Or press Shift.

1. One.
2. Two {{ n }}.

A question
:   An answer.

</section>

## Report it { #report }

<details markdown="1">
<summary>The law</summary>

{{ counts("What " ~ n ~ " laws say") }}

</details>
"""
PAGE = Written("a/page.md", {"title": "Safe", "description": "How.", "reader": "all"}, TEXT)


class Brackets(gettext.NullTranslations):
    """Puts every text between brackets."""

    def pgettext(self, context: str, message: str) -> str:
        assert context.startswith("pages/a/page.md")
        return f"[{message}]"


@pytest.mark.parametrize("page", PAGES, ids=[page.source for page in PAGES])
def test_a_page_is_the_sum_of_its_pieces(page: Written) -> None:
    made = "".join(p.before + p.lines + p.after for p in markdown.pieces(page.text))
    assert made == page.text


def test_each_paragraph_heading_and_item_is_one_text() -> None:
    assert [one.text for one in markdown.messages(PAGE)] == [
        "Safe",
        "How.",
        "If somebody may check, use another one.",
        "Leave fast",
        "**Choose Exit.** It is at the top.",
        "Or press Shift.",
        "One.",
        "Two {{ n }}.",
        "A question",
        "An answer.",
        "Report it",
        "<summary>The law</summary>",
        '{{ counts("What " ~ n ~ " laws say") }}',
    ]


def test_a_translated_page_keeps_its_marks_and_the_ids_of_its_headings() -> None:
    made = markdown.translated(PAGE, Brackets())
    assert made.meta == {"title": "[Safe]", "description": "[How.]", "reader": "all"}
    for kept in (
        "[If somebody may check, use another one.]\n{ .lead }\n",
        "## [Leave fast] { #leave-fast }\n",
        "- [**Choose Exit.** It is at the top.]\n- [Or press Shift.]\n",
        "2. [Two {{ n }}.]\n",
        "[A question]\n:   [An answer.]\n",
        "## [Report it] { #report }\n",
        '<section class="panel" markdown="1">\n',
    ):
        assert kept in made.text


def test_what_has_no_translation_stands_as_it_is_marked_as_english() -> None:
    made = markdown.translated(PAGE, catalog.English())
    assert marks.plain(made.text) == TEXT.replace("Leave fast\n", "Leave fast { #leave-fast }\n")
    assert f"<summary>{marks.missing('The law')}</summary>" in made.text
    assert f"- {marks.missing('Or press Shift.')}" in made.text


def test_breaking_a_paragraph_anew_is_no_change() -> None:
    one, two = (
        [m.text for m in markdown.messages(Written("p.md", PAGE.meta, text))]
        for text in ("A long\nsentence.\n", "A\nlong sentence.\n")
    )
    assert one == two
