"""Dates, counts and sizes as they stand in a sentence."""

from __future__ import annotations

from datetime import date

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


def number(value: int, capital: bool = False) -> str:
    """Return a count as in a sentence: words up to twelve ("no" for 0), then digits."""
    text = _NUMBERS[value + 1 if value else 0] if value <= 12 else f"{value:,}"
    return text.capitalize() if capital else text


def size(count: int) -> str:
    """Return a number of bytes as it stands beside a link: 12 KB, 1.4 MB."""
    kilobytes = max(round(count / 1000), 1)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{count / 1_000_000:.1f} MB"


def clean_phone(phone: str) -> str:
    """Return a US phone number as a `tel:` address."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"tel:+{digits if digits.startswith('1') else '1' + digits}"
