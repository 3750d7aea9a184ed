"""Single values as sentences and addresses have them."""

from __future__ import annotations

import pytest
from record_relief.derive.wording import dated, first_sentence, quoted, text_address
from record_relief.languages import marks


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Text HELP to 233733", "sms:233733?body=HELP"),
        ("Text “BeFree” to 233-733.", "sms:233733?body=BeFree"),
        ("Text 1-888-373-7888", "sms:+18883737888"),
        ("(888) 373-7888", "sms:+18883737888"),
        ("233733", "sms:233733"),
        ("Ask for the number by mail", ""),
        ("Text HELP to 12", ""),
    ],
)
def test_a_line_to_text_is_an_address(line: str, address: str) -> None:
    assert text_address(line) == address


@pytest.mark.parametrize(
    ("current", "shown"),
    [
        ("2023", "2023"),
        ("2023-04", "April 2023"),
        ("2023-04 or later", "April 2023 or later"),
        ("2019-01-02 or later", "January 2, 2019 or later"),
        ("P.A. 21-32, or later", "P.A. 21-32, or later"),
        ("2022 release", "2022 release"),
    ],
)
def test_a_text_is_at_least_as_new_as_a_date(current: str, shown: str) -> None:
    assert dated(current) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The court shall grant it.", "The court shall grant it."),
        ("the court may", "the court may …"),
        ("(b) the court may;", "(b) the court may; …"),
        ("as the act says (1)", "as the act says (1) …"),
        ('It is "void."', 'It is "void."'),
        ("It is void (see above.)", "It is void (see above.)"),
        ("May it? ", "May it? "),
        (marks.kept("It is void."), marks.kept("It is void.")),
    ],
)
def test_a_quotation_says_that_its_sentence_goes_on(words: str, shown: str) -> None:
    assert quoted(words) == shown


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Check your record. Part of it happens by itself.", "Check your record."),
        ("Ask the D.C. Clemency Board. It meets.", "Ask the D.C. Clemency Board."),
        ("Was it dismissed? Then ask.", "Was it dismissed?"),
        ("Get form 12 (rev. 3/25) and sign it", "Get form 12 (rev. 3/25) and sign it"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_the_next_begins(text: str, first: str) -> None:
    assert first_sentence(text) == first
