"""The translations of a language: the .po files in its folder, joined, ready to be asked.

Babel reads them, gettext asks them. A fuzzy entry (a translation whose English has changed, or a
guess) is never shown: it is as if there were none, and English stands there, marked as English.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from ..source.problems import DataError, Problem
from . import brackets, marks, second_reading
from .filled import Filled

# Babel would take a text without its second quote for another one.
_LINE = re.compile(rb'|#.*|(?:msg[a-z_]+(?:\[\d\])? )?"(?:[^"\\]|\\.)*"')


class English(gettext.NullTranslations):
    """What is asked last: every text as it is, marked as English without a translation.

    `given` are all texts of the language: code that hands on a label or a text of the data does not
    know which of them is translated already.
    """

    def __init__(self, given: Container[str] = ()) -> None:
        super().__init__()
        self._given = given

    def gettext(self, message: str) -> str:
        """Return the English text, marked; one in the language, or marked before, as it is."""
        if message in self._given or marks.is_marked(message):
            return message
        return marks.missing(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English text for a number, marked."""
        return marks.missing(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return the English text of a context, marked."""
        return marks.missing(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        """Return the English text of a context for a number, marked."""
        return self.ngettext(msgid1, msgid2, n)


class _Spoken(Translations):
    def gettext(self, message: str) -> str:
        if isinstance(message, Filled):
            parts = {
                name: self.gettext(part) if isinstance(part, Filled) else part
                for name, part in message.parts.items()
            }
            return self.gettext(message.message).format(**parts)
        return super().gettext(message)

    # The name that Jinja asks first.
    ugettext = gettext


def read(path: Path, filename: str = "") -> Catalog:
    """Return a .po file with the line of every entry; raises DataError where it can't be read."""
    return _checked(path.read_bytes(), filename or path.as_posix())


def _checked(content: bytes, filename: str) -> Catalog:
    broken = [
        Problem(number, "", "is no line of a catalog: a text stands whole between two quotes")
        for number, line in enumerate(content.split(b"\n"), 1)
        if not _LINE.fullmatch(line.strip())
    ]
    if broken:
        raise DataError(filename, broken)
    try:
        return _parsed(content)
    except PoFileError as error:
        raise DataError(
            filename, [Problem(error.lineno or 1, "", f"is no catalog: {error}")]
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(filename, [Problem(1, "", f"is not UTF-8: {error.reason}")]) from error


@lru_cache(maxsize=400)
def _parsed(content: bytes) -> Catalog:
    return read_po(BytesIO(content), ignore_obsolete=True, abort_invalid=True)


def files(folder: Path) -> list[Path]:
    """Return the catalogs of a language in an order that is always the same."""
    return sorted(folder.rglob("*.po"))


def translations(folder: Path, locale: str, shared: Iterable[str] = ()) -> gettext.NullTranslations:
    """Return all translations below a language's folder as one; English where one is missing.

    English in brackets is marked as such, but for words that are `shared` by both languages.
    Raises DataError where a file can't be read.
    """
    both = frozenset(shared)
    joined = _Spoken(_written(Catalog(locale=locale)))
    given: set[str] = set()
    for path in files(folder):
        content = path.read_bytes()
        _checked(content, path.as_posix())
        joined.merge(_of_file(content, both))
        given |= _texts(content, both)
    joined.add_fallback(English(given))
    return joined


@dataclass(frozen=True)
class Count:
    """How many texts there are, how many have a translation, how many a second person has read."""

    texts: int
    translated: int
    read: int


def counted(folder: Path) -> Count:
    """Count the texts in the files below a language's folder; those that are fuzzy have none."""
    found = [text for path in files(folder) for text in _parsed(path.read_bytes()) if text.id]
    given = [text for text in found if not text.fuzzy and is_given(text)]
    return Count(len(found), len(given), sum(map(second_reading.is_read, given)))


def is_given(text: Message) -> bool:
    """Return whether a text has a translation, with each of its forms for numbers."""
    return all(text.string) if isinstance(text.string, tuple) else bool(text.string)


@lru_cache(maxsize=400)
def _marked(content: bytes, shared: frozenset[str]) -> Catalog:
    """Return the texts of a file as they are shown: English in brackets is marked."""
    made = Catalog()
    for one in _parsed(content):
        if one.id:
            english = " ".join(_forms(one.id))
            shown = [brackets.marked(form, english, shared) for form in _forms(one.string)]
            given = tuple(shown) if isinstance(one.string, tuple) else shown[0]
            made.add(one.id, given, flags=one.flags, context=one.context)
    return made


def _forms(texts: Any) -> tuple[str, ...] | list[str]:
    """Return the forms of a message or translation: one, or one for each number."""
    return texts if isinstance(texts, (tuple, list)) else (texts or "",)


@lru_cache(maxsize=400)
def _texts(content: bytes, shared: frozenset[str]) -> frozenset[str]:
    return frozenset(
        message.string for message in _marked(content, shared) if isinstance(message.string, str)
    )


@lru_cache(maxsize=400)
def _of_file(content: bytes, shared: frozenset[str]) -> Translations:
    return Translations(_written(_marked(content, shared)))


def _written(catalog: Catalog) -> BytesIO:
    compiled = BytesIO()
    write_mo(compiled, catalog, use_fuzzy=False)
    compiled.seek(0)
    return compiled
