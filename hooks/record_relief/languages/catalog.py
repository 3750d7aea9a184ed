"""The translations of a language: the .po files in its folder, joined, ready to be asked.

Babel reads them, gettext asks them. A fuzzy entry (a translation whose English has changed, or a
guess) is never shown: it is as if there were none, and English stands there, marked as English.
"""

from __future__ import annotations

import gettext
import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from ..source.kept import Kept
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


class _Spoken(gettext.GNUTranslations):
    _catalog: dict[str | tuple[str, int], str]

    def add(self, texts: Mapping[str | tuple[str, int], str]) -> None:
        """Add translations, by what gettext looks them up by."""
        self._catalog.update(texts)

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
        return read_po(BytesIO(content), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        raise DataError(
            filename, [Problem(error.lineno or 1, "", f"is no catalog: {error}")]
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(filename, [Problem(1, "", f"is not UTF-8: {error.reason}")]) from error


def files(folder: Path) -> list[Path]:
    """Return the catalogs of a language in an order that is always the same."""
    return sorted(folder.rglob("*.po"))


def translations(folder: Path, locale: str, shared: Iterable[str] = ()) -> gettext.NullTranslations:
    """Return all translations below a language's folder as one; English where one is missing.

    English in brackets is marked as such, but for words that are `shared` by both languages.
    Raises DataError where a file can't be read.
    """
    joined, given = _Spoken(_empty(locale)), set[str]()
    for file in _files(folder, shared):
        joined.add(file.shown)
        given |= file.texts
    joined.add_fallback(English(given))
    return joined


def _empty(locale: str) -> BytesIO:
    """Return what gettext asks of a language beside its texts: which number has which form."""
    compiled = BytesIO()
    write_mo(compiled, Catalog(locale=locale))
    compiled.seek(0)
    return compiled


@dataclass(frozen=True)
class Count:
    """How many texts there are, how many have a translation, how many a second person has read."""

    texts: int
    translated: int
    read: int


def counted(folder: Path, shared: Iterable[str] = ()) -> Count:
    """Count the texts in the files below a language's folder; those that are fuzzy have none.

    What is `shared` tells `translations`, too, which reads the files with it.
    """
    found = [file.count for file in _files(folder, shared)]
    return Count(
        sum(one.texts for one in found),
        sum(one.translated for one in found),
        sum(one.read for one in found),
    )


def is_given(text: Message) -> bool:
    """Return whether a text has a translation, with each of its forms for numbers."""
    return all(text.string) if isinstance(text.string, tuple) else bool(text.string)


@dataclass(frozen=True)
class _File:
    """What a file of translations holds: what is `shown`, by what gettext asks; all its texts."""

    shown: dict[str | tuple[str, int], str]
    texts: frozenset[str]
    count: Count


# What was read of a file, by the hash of its bytes and the words that both languages have.
kept: Kept[tuple[bytes, frozenset[str]], _File] = Kept()


def _files(folder: Path, shared: Iterable[str]) -> Iterator[_File]:
    both = frozenset(shared)
    for path in files(folder):
        content = path.read_bytes()
        key = hashlib.sha256(content).digest(), both
        yield kept.made(key, partial(_file, content, both, path.as_posix()))


@lru_cache(maxsize=400)
def _file(content: bytes, shared: frozenset[str], filename: str) -> _File:
    """Read a file; English in brackets is marked."""
    shown: dict[str | tuple[str, int], str] = {}
    texts = set()
    found = [one for one in _checked(content, filename) if one.id]
    for one in found:
        english = " ".join(_forms(one.id))
        forms = [brackets.marked(form, english, shared) for form in _forms(one.string)]
        if not isinstance(one.string, tuple):
            texts.add(forms[0])
        if any(forms) and not one.fuzzy:
            shown.update(_asked(one, forms))
    given = [one for one in found if not one.fuzzy and is_given(one)]
    count = Count(len(found), len(given), sum(map(second_reading.is_read, given)))
    return _File(shown, frozenset(texts), count)


def _asked(text: Message, forms: Sequence[str]) -> Iterator[tuple[str | tuple[str, int], str]]:
    """Yield each form of a translation with what gettext looks it up by."""
    context = f"{text.context}\x04" if text.context else ""
    if isinstance(text.id, str):
        yield context + text.id, forms[0]
        return
    one, several = text.id
    for number, form in enumerate(forms):
        yield (context + one, number), form or (several if number else one)


def _forms(texts: Any) -> tuple[str, ...] | list[str]:
    """Return the forms of a message or translation: one, or one for each number."""
    return texts if isinstance(texts, (tuple, list)) else (texts or "",)
