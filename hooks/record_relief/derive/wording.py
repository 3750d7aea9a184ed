"""Dates, counts and sizes as they stand in a sentence; numbers to call or text as addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from ..languages import marks
from ..source.texts import OR_LATER, begins
from .labels import N_

# How to send a text message, in English or Spanish: the word, if any, and the number at the end.
_TEXT_LINE = re.compile(
    r"(?:[“\"]?(?P<word>[A-Za-z0-9]+)[”\"]? (?:to|al) )?(?P<number>\+?\d[\d().\s-]{3,}\d)\W*$"
)

# How a quotation ends that runs to the end of a sentence.
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*$")

# The first sentence of a text; one capital and a point (D.C.) do not end it.
_FIRST_SENTENCE = re.compile(r".+?(?<!\b[A-Z])[.?!](?= [A-Z\"“]|$)", re.DOTALL)

_NUMBERS = [
    "no",
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def day(value: date) -> str:
    """Return a date as it stands in a sentence: November 22, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def partial_day(value: str) -> str:
    """Return a year, month or day (2026, 2026-03, 2026-03-31) as it stands in a sentence."""
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return str(year)
    return day(date(year, *rest)) if len(rest) > 1 else f"{date(year, rest[0], 1):%B} {year}"


def dated(
    value: str, in_words: Callable[[str], str] = partial_day, say: Callable[[str], str] = str
) -> str:
    """Return how current a text is: its date in words, or the words of the data as they stand."""
    begin = begins(value)
    if begin is None:
        return value
    told = in_words(begin)
    return say(N_("{day} or later")).format(day=told) if value.endswith(OR_LATER) else told


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or all of it where none ends."""
    found = _FIRST_SENTENCE.match(text)
    return found.group() if found else text


def quoted(words: str) -> str:
    """Return the words of a quotation as a page shows them: with "…" where a sentence goes on.

    Where it begins inside a sentence nothing is added: its small letter says so, and citation
    guides want no mark there. The data keeps the exact words.
    """
    # In another language they are marked as English; the mark of the end is not theirs.
    ends = _SENTENCE_END.search(marks.plain(words).rstrip())
    return words if ends else f"{words.rstrip()} …"


def number(value: int, capital: bool = False) -> str:
    """Return a count as a sentence writes it: words up to twelve ("no" for 0), then digits."""
    text = _NUMBERS[value + 1 if value else 0] if value <= 12 else f"{value:,}"
    return text.capitalize() if capital else text


def listed(items: Sequence[str]) -> str:
    """Return items as "a, b and c"."""
    *front, last = items
    return f"{', '.join(front)} and {last}" if front else last


def sort_key(text: str) -> str:
    """Return what texts are sorted by."""
    return text.casefold()


def size(count: int) -> str:
    """Return a number of bytes as it stands beside a link: 12 KB, 1.4 MB."""
    kilobytes = max(round(count / 1000), 1)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{count / 1_000_000:.1f} MB"


def clean_phone(phone: str) -> str:
    """Return a US phone number as a `tel:` address."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"tel:+{digits if digits.startswith('1') else '1' + digits}"


def text_address(line: str) -> str:
    """Return the `sms:` address (RFC 5724) of a line such as "Text HELP to 233733", or nothing."""
    found = _TEXT_LINE.search(line)
    if not found:
        return ""
    number = re.sub(r"\D", "", found["number"])
    # Short codes have no country; other numbers are of the US.
    if len(number) > 6:
        number = clean_phone(number).removeprefix("tel:")
    return f"sms:{number}" + (f"?body={found['word']}" if found["word"] else "")
