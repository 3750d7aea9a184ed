"""In hand-written pages, terms are explained and lone links marked."""

from __future__ import annotations

import pytest
from markdown import Markdown
from record_relief.pages.glossary import Glossary
from record_relief.pages.prose import Prose
from record_relief.source.explainers import Term

TERMS = Glossary(
    [
        Term(id="vacate", term="Vacate", forms=["vacate", "vacated"], meaning="To cancel."),
        Term(id="seal", term="Seal", forms=["seal"], meaning="To hide."),
    ]
)
VACATE = '<a class="term" href="{}glossary.md#vacate" title="To cancel.">{}</a>'


def html(text: str, source: str = "page.md") -> str:
    prose = Prose(TERMS)
    prose.begin(source)
    return Markdown(extensions=["def_list", "md_in_html", prose]).convert(text)


def test_a_term_is_explained_where_it_first_stands() -> None:
    assert html("They *Vacated* it, then vacate.\n\nSo vacated.") == (
        f"<p>They <em>{VACATE.format('', 'Vacated')}</em> it, then vacate.</p>\n<p>So vacated.</p>"
    )


def test_first_is_what_a_reader_meets_first() -> None:
    """Also in a list before a paragraph, and in text before, between and after other links."""
    found = html("- a seal\n- vacate\n\nTo [x](y.md) seal and vacate")
    assert found.index("#seal") < found.index("#vacate") < found.index("</ul>")
    assert found.endswith('<p>To <a href="y.md">x</a> seal and vacate</p>')
    assert html("Not [x](y.md) vacate, *or* seal.") == (
        f'<p>Not <a href="y.md">x</a> {VACATE.format("", "vacate")}, <em>or</em> '
        '<a class="term" href="glossary.md#seal" title="To hide.">seal</a>.</p>'
    )


def test_the_way_to_the_glossary_begins_at_the_page() -> None:
    assert VACATE.format("../", "vacate") in html("To vacate.", "learn/page.md")


@pytest.mark.parametrize(
    "text",
    [
        "# Vacate",
        "[To vacate](x.md) it",
        "`vacate`",
        "Vacate\n:   what the page says it is",
        '<details markdown="1">\n<summary>Vacate</summary>\n\nText\n\n</details>',
    ],
)
def test_a_heading_a_link_and_the_word_explained_stay_as_they_are(text: str) -> None:
    assert 'class="term"' not in html(text)


def test_links_of_components_are_left_alone_and_count() -> None:
    """They come as HTML inside the Markdown, in a paragraph and in what is folded."""
    own = '<a class="term" href="../glossary/#vacate">vacate</a>'
    assert html(f"To {own}, then to vacate.") == f"<p>To {own}, then to vacate.</p>"
    other = html('<a href="x">To vacate</a> or to vacate')
    assert other == f'<p><a href="x">To vacate</a> or to {VACATE.format("", "vacate")}</p>'
    folded = html(f'<details markdown="1">\n\n<ul><li>To {own}</li></ul>\n\n</details>\n\nTo seal')
    assert folded.count("<a ") == 2


def test_the_glossary_does_not_explain_itself() -> None:
    assert html("To vacate.", "glossary.md") == "<p>To vacate.</p>"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("[See it](x.md)", True),
        ("[See it](x.md).", True),
        ("- [See it](x.md)", True),
        ("[See it](x.md) and more", False),
        ("More: [see it](x.md)", False),
        ("[One](x.md) [two](y.md)", False),
    ],
)
def test_what_is_nothing_but_a_link_is_marked(text: str, alone: bool) -> None:
    assert ('class="more"' in html(text)) == alone
