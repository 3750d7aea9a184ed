"""What a reader is told of a wait names what each number counts: "7 years", "age 17", "class 3".

A rule can't read; it knows the words that stand around a number that is none of a wait (a class, a
section, a day). A number in letters may lean on one before it ("three years for a misdemeanor and
seven for a felony"), but not end what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.problems import Path
from ..source.ways import Way
from .base import Context, Finding

_UNITS = r"(?:(?:more|further|business) )?(?:day|month|year|ounce|gram|pound|dollar)s?\b"
# A number by itself: no section (18.2-1), no part of one (3), no year (2026).
_DIGITS = re.compile(r"(?<![\w§.$/(:-])(?!(?:19|20)\d\d\b)\d+(?![\w/-]|[.:]\d|, (?:19|20)\d\d\b)")
_ENDING = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty)"
    r"(?=[.;:)]|$)"
)
_COUNTED = re.compile(rf"(?: (?:or|to|and) \d+)?[ -]{_UNITS}")
_AGE = re.compile(
    r"\b(?:ages?|turn(?:ed)?|under|reach|you (?:are|were|must(?: also)? be)(?: at least)?) $",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:§+|\b(?:class|levels?|category|categories|chapters?|sections?|articles?|art\.|rules?|path"
    r"|title|subd\.|c\.|HB|SB|R\.S\.|Order|NRS|CMC"
    r"|January|February|March|April|May|June|July|August|September|October|November|December))"
    r" ?(?:[\w.:()-]{1,8}(?:,| to| or| and)* )*$",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Find numbers in the words of a wait that do not say what they count."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            for path, text in _texts(way):
                for said in bare(text):
                    yield Finding(
                        ("jurisdictions", place.code, "ways", index, *path),
                        f'"{said}" does not say what it counts; write "years" or "age" with it',
                    )


def _texts(way: Way) -> Iterator[tuple[Path, str]]:
    yield ("wait", "text"), way.wait.text
    for kind in way.reaches:
        wait = way.wait.of(kind)
        if wait and wait.by:
            yield ("wait", kind, "by"), wait.by


def bare(text: str) -> Iterator[str]:
    """Yield each number that says nothing of what it counts, with the words before it."""
    for found in _DIGITS.finditer(text):
        before = text[: found.start()]
        if not (_COUNTED.match(text, found.end()) or _AGE.search(before) or _NAME.search(before)):
            yield _with_words(text, found)
    for found in _ENDING.finditer(text):
        yield _with_words(text, found)


def _with_words(text: str, found: re.Match[str]) -> str:
    return " ".join([*text[: found.start()].split()[-3:], found.group()])
