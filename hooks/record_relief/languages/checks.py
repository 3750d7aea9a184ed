"""What a program can tell is wrong with a translation, before a person reads it.

A translation says the same in other words: so its numbers, links, tags, phone numbers and the parts
that are filled in are those of the English. What gettext's msgfmt checks is among this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from ..source.problems import Problem
from .catalog import read
from .language import Language
from .markdown import without_said
from .marks import plain

Find = Callable[[str], list[str]]

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A text inside Jinja or a tag is translated; the rest of it is not. Style sheets show `data-label`.
_SHOWN = re.compile(r'\b(?:title|alt|aria-label|data-label)="[^"]*"')
_TAG = re.compile(r"</?[a-z][^>]*>")
_NAMED = re.compile(r"%\(\w+\)[a-z]|(?<!\{)\{\w+\}(?!\})")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://[^\s)\"<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\b(?:1-)?(?:\(\d{3}\) |\d{3}-)\d{3}-\d{4}\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# 2026-03-05 and 3/5/2026; another language may write the month as a word.
_DAY = re.compile(r"\b(\d{4})-\d\d-0?(\d{1,2})\b|\b\d{1,2}/0?(\d{1,2})/(\d{4})\b")
_BOLD = re.compile(r"\*\*")


def _jinja(text: str) -> list[str]:
    return [" ".join(without_said(found).split()) for found in _JINJA.findall(text)]


def _tags(text: str) -> list[str]:
    return [_SHOWN.sub('"…"', found) for found in _TAG.findall(_JINJA.sub("", text))]


def _numbers(text: str) -> list[str]:
    without = _ADDRESS.sub("", _TAG.sub("", _JINJA.sub("", text)))
    without = _DAY.sub(lambda day: " ".join(filter(None, day.groups())), without)
    return _NUMBER.findall(_PHONE.sub("", _NAMED.sub("", without)))


# What must be the same on both sides, as often and in any order.
_PART = "the part that is filled in"
SAME: dict[str, Find] = {
    _PART: lambda text: _NAMED.findall(_JINJA.sub("", text)),
    "what Jinja fills in": _jinja,
    "the tag": _tags,
    "the link": _ADDRESS.findall,
    "the phone number": _PHONE.findall,
    "the number": _numbers,
    "the mark of bold letters": _BOLD.findall,
}


def problems(path: Path, language: Language, filename: str = "") -> list[Problem]:
    """Return all that is wrong in a .po file, each with its line and the English it is about.

    Raises DataError where the file can't be read.
    """
    catalog = read(path, filename or path.as_posix())
    return [
        Problem(message.lineno or 1, _about(message), found, file=filename or path.as_posix())
        for message in catalog
        if message.id and not message.fuzzy and any(_forms(message.string))
        for found in _of_message(message, catalog, language)
    ]


def _about(message: Message) -> str:
    return message.context or _forms(message.id)[0]


def _forms(texts: Any) -> tuple[str, ...]:
    """Return the forms of a message or translation: one, or one for each number."""
    return texts if isinstance(texts, tuple) else (texts,)


def _of_message(message: Message, catalog: Catalog, language: Language) -> Iterator[str]:
    english, given = _forms(message.id), _forms(message.string)
    if len(english) > 1 and (len(given) != catalog.num_plurals or not all(given)):
        has = sum(map(bool, given))
        yield f"has {has} forms for numbers; this language has {catalog.num_plurals}"
    for number, text in enumerate(given):
        if text:
            # The form for one may be that of either English form, and leave the number out.
            allowed = english if number == 0 else english[-1:]
            found = min((list(_differing(one, text)) for one in allowed), key=len)
            spared = f"lacks {_PART}" if number == 0 and len(english) > 1 else "nothing"
            yield from (problem for problem in found if not problem.startswith(spared))
            yield from _by_itself(english[-1], text, language)


def _differing(english: str, text: str) -> Iterator[str]:
    """Yield what one of both has and the other has not."""
    for name, find in SAME.items():
        here, there = Counter(find(text)), Counter(find(english))
        yield from (f"lacks {name} {_shown(one)}" for one in (there - here))
        yield from (f"has {name} {_shown(one)}; the English has not" for one in (here - there))
    for where, end in (("begins", str.startswith), ("ends", str.endswith)):
        if end(text, "\n") != end(english, "\n"):
            yield f"{where} otherwise than the English: with a new line or without"


def _by_itself(english: str, text: str, language: Language) -> Iterator[str]:
    if plain(text) != text:
        yield "has a character for private use; remove it"
    if text.strip() != text and english.strip() == english:
        yield "begins or ends with a space, which the English does not"
    names = re.findall(r"%\((\w+)\)", english)
    try:
        _ = text % dict.fromkeys(names, 0) if names else None
    except (ValueError, TypeError, KeyError):
        yield 'has a "%" that belongs to no part; write "%%"'
    for word, instead in language.table.avoid.items():
        if found := re.search(rf"\b(?:{word})\b", text, re.IGNORECASE):
            yield f'has "{found[0]}"; write {instead}'


def _shown(found: str) -> str:
    return f'"{found}"'


def all_problems(paths: Iterable[Path], language: Language) -> list[Problem]:
    """Return all that is wrong in several files; raises DataError where one can't be read."""
    return [problem for path in paths for problem in problems(path, language)]
