"""A phrase in a text: what may differ between two sites, and what is a change of the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from watching.pages import read, without_line_numbers
from watching.words import Text

LAW = "(a) The court shall vacate the conviction under § 440.10(1). (b) No fee of $20 is charged."


def has(text: str, phrase: str) -> bool:
    return Text(text).has(Text(phrase))


@pytest.mark.parametrize(
    "phrase",
    [
        "The court shall vacate the conviction",
        "THE COURT  shall\nvacate",
        "under section 440.10 (1)",
        "Sec. 440.10(1)",
        "“conviction” under",
        "no fee of $20",
        "con\u00adviction",
    ],
)
def test_what_is_written_otherwise_is_the_same(phrase: str) -> None:
    assert has(LAW, phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "the court may vacate the conviction",
        "shall vacate the convictions",
        "shall vacate the convict",
        "under § 440.10(2)",
        "no fee of 20",
        "vacate the court shall",
    ],
)
def test_another_word_is_another_phrase(phrase: str) -> None:
    assert not has(LAW, phrase)


@pytest.mark.parametrize(
    ("now", "difference"),
    [
        (
            "The court may vacate the conviction at any time.",
            "The court [-shall-] {+may+} vacate the conviction",
        ),
        (
            "The court shall, on motion, vacate the conviction.",
            "The court shall {+on motion+} vacate the conviction",
        ),
        ("Sorry. The court vacate the conviction.", "The court [-shall-] vacate the conviction"),
        (
            "The court shall vacate the sentence.",
            "The court shall vacate the [-conviction-] {+sentence+}",
        ),
    ],
)
def test_the_difference_shows_both(now: str, difference: str) -> None:
    passage = Text(f"Title 1. {now} Section 2.").nearest(
        Text("the court shall vacate the conviction")
    )
    assert passage
    assert passage.difference == difference


def test_nothing_is_near_on_a_page_of_something_else() -> None:
    phrase = Text("the court shall vacate the conviction")
    assert Text("Of fish, and of boats that carry the fish to market.").nearest(phrase) is None
    assert Text("").nearest(phrase) is None


_LAW_WORDS = st.lists(st.text("abcdefg§", min_size=1, max_size=6), min_size=1, max_size=30)


@given(_LAW_WORDS, _LAW_WORDS, st.sampled_from([" ", "\n", " \u201c", ", ", " - "]))
def test_any_run_of_words_of_a_text_is_found(
    before: list[str], phrase: list[str], gap: str
) -> None:
    text = Text(gap.join([*before, *phrase, "end"]))
    assert text.has(Text(" ".join(phrase)))
    nearest = text.nearest(Text(" ".join(phrase)))
    assert nearest
    assert nearest.difference


@given(st.binary(max_size=400), st.sampled_from(["", "text/html", "application/pdf", "x", "a/b;c"]))
def test_no_bytes_are_too_strange_to_read(body: bytes, kind: str) -> None:
    for start in (b"", b"%PDF-1.4\n", b"<main>"):
        read(start + body, kind)


def test_the_line_numbers_of_a_bill_are_no_words_of_it() -> None:
    lines = LAW.replace(" ", " \n").splitlines()
    numbered = "\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))
    assert not has(numbered, "shall vacate the conviction")
    assert has(without_line_numbers(numbered), "shall vacate the conviction")
    listed = "1 January\nand then\nother words\nwithout\nnumbers\n2 of them"
    assert without_line_numbers(listed) == listed
