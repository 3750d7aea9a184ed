"""One language: its names of places, and its rules for dates, numbers, lists and sorting.

A language is a folder `data/languages/<code>/` with its table `language.yaml` and its catalogs.
The rules are those of Babel's data; the table adds what that has not.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from gettext import NullTranslations
from pathlib import Path
from typing import Annotated

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from pydantic import AfterValidator, Field

from ..source.problems import DataError, Problem, not_one_of
from ..source.texts import Code, Strict, Text
from ..source.validate import Validated, validated
from ..source.values import CODES, Question
from . import marks
from .catalog import Count, counted, files, translations

FOLDER = Path("data/languages")
_TABLE = "language.yaml"
# What names in the environment of a build the languages that are wanted.
ASKED = "LANGUAGES"
# What all pages are written in.
_FIRST = "en"
# The names that each field of a table may have.
Allowed = Mapping[str, Collection[str]]


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is not a pattern: {error}") from None
    return value


class Sound(Strict):
    """Words that are written otherwise, such as two where they meet."""

    find: Annotated[Text, AfterValidator(_pattern)] = Field(description="A pattern (Python's re).")
    write: Text = Field(description="What stands in its place.")


class PlaceName(Strict):
    """How a place is named."""

    name: Text = Field(description="Its name, as a heading has it.")
    inside: Text | None = Field(
        None, description="Its name inside a sentence, with an article; null = the same."
    )
    words: list[Sound] = Field(
        [],
        description="What its own papers call otherwise, such as a kind of offense; written so on "
        "the pages and in the files about it.",
    )


Letter = Annotated[str, Field(pattern=r"^[A-Z]$")]
# Longer than a letter of a map, which stands on the same page.
Mark = Annotated[str, Field(pattern=r"^[A-Z][a-z]{1,3}$")]


class Table(Strict):
    """All of `data/languages/<code>/language.yaml`."""

    name: Text = Field(description="The language's name in itself.")
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")] = Field(
        description="Whose dates and numbers are used, such as es_US."
    )
    month: Text = Field(description="A month with its year, in Babel's letters.")
    day: Text = Field(description="A whole date, in Babel's letters.")
    letters: str = Field("", description="Letters of its own, which sort after the plain letter.")
    sounds: list[Sound] = Field([], description="Words that change where they meet, in order.")
    avoid: dict[Annotated[str, AfterValidator(_pattern)], Text] = Field(
        {},
        description="Words that no translation may have (patterns of Python's re), each with what "
        "to write instead.",
    )
    shared: list[Text] = Field(
        [], description="Words that English has, too: alone in brackets they are not English."
    )
    kinds: list[Text] = Field(
        [], description="Kinds of pages that stand in it, by the name of their template."
    )
    pages: list[Text] = Field(
        [], description="Hand-written pages that stand in it, by their path in docs/."
    )
    map_letters: dict[Question, dict[str, Letter]] = Field(
        {},
        description="The letters of each map, by answer; each begins a word of the answer's label.",
    )
    rests_marks: dict[str, Mark] = Field(
        {},
        description="The marks of what an answer rests on; each begins a word of its label.",
    )
    places: dict[Code, PlaceName] = Field(description="The names of all places.")


@dataclass(frozen=True)
class Language:
    """A language as sentences need it.

    `code` is the name of its folder in `folder`, and the first part of its addresses.
    """

    folder: Path
    code: str
    table: Table

    @property
    def called(self) -> tuple[str, str]:
        """Its code and its name in itself."""
        return self.code, self.table.name

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with."""
        return f"{self.code}/"

    @cached_property
    def texts(self) -> NullTranslations:
        """Its translations; raises DataError where a file of them can't be read."""
        return translations(self.folder / self.code, self.table.locale, self.table.shared)

    @cached_property
    def count(self) -> Count:
        """How far it is translated; raises what `texts` raises."""
        return counted(self.folder / self.code, self.table.shared)

    @cached_property
    def hash(self) -> str:
        """The hash of its table and its catalogs."""
        digest = hashlib.sha256()
        for path in (self.folder / self.code / _TABLE, *files(self.folder / self.code)):
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)};".encode() + content)
        return digest.hexdigest()

    @cached_property
    def locale(self) -> Locale:
        """Babel's data for it."""
        return Locale.parse(self.table.locale)

    def day(self, value: date) -> str:
        """Return a date as it stands in a sentence."""
        return format_date(value, self.table.day, self.locale)

    def partial_day(self, value: str) -> str:
        """Return a year, month or day (2026, 2026-03, 2026-03-31) as it stands in a sentence."""
        year, *rest = (int(part) for part in value.split("-"))
        if not rest:
            return str(year)
        if len(rest) > 1:
            return self.day(date(year, *rest))
        return format_date(date(year, rest[0], 1), self.table.month, self.locale)

    def number(self, value: float, capital: bool = False) -> str:  # noqa: ARG002
        """Return a count in digits: the gender of a word for it hangs on the rest of the sentence.

        English begins some sentences with a number's word (`capital`); digits have no capital.
        """
        return str(format_decimal(value, locale=self.locale))

    def size(self, count: int) -> str:
        """Return a number of bytes as it stands beside a link: 12 KB, 1.4 MB."""
        kilobytes = max(round(count / 1000), 1)
        if kilobytes < 1000:
            return f"{kilobytes} KB"
        return f"{self.number(round(count / 1_000_000, 1))} MB"

    def listed(self, items: Sequence[str]) -> str:
        """Return items as "a, b and c"."""
        return self.joined(format_list(items, locale=self.locale))

    def sort_key(self, text: str) -> tuple[str, str]:
        """Return what texts are sorted by: letters without accents, letters of its own after."""
        text = marks.plain(text).casefold()
        plain = ""
        for letter in text:
            base = unicodedata.normalize("NFD", letter)[0]
            plain += f"{base}\U0010ffff" if letter in self.table.letters else base
        return plain, text

    def finished(self, html: str, place: str = "") -> str:
        """Return a whole page as it is sent: what is English in it says so.

        `place` is the code of the place that it is about, whose own words it uses.
        """
        return marks.shown(html, partial(self.joined, place=place))

    def joined(self, text: str, place: str = "") -> str:
        """Return a finished text in which words that change where they meet have changed.

        `place` is the code of the place that it is about, whose own words it uses.
        """
        own = self.table.places[place].words if place else ()
        for sound in (*own, *self.table.sounds):
            text = re.sub(sound.find, sound.write, text)
        return text


def load(folder: Path, code: str, allowed: Allowed | None = None) -> Language:
    """Return the language in `folder`/`code`; raises DataError where its table is wrong.

    With `allowed` its fields `kinds` and `pages` may have only the names that these list.
    """
    path = folder / code / _TABLE
    found = validated(path, path.as_posix(), Table)
    unnamed = [place for place in CODES if place not in found.sections.get("places", {})]
    problems = [
        *found.problems,
        *(Problem(found.line(("places",)), "places", f"has no name for {one}") for one in unnamed),
        *_unknown(found, allowed or {}),
    ]
    if problems:
        raise DataError(path.as_posix(), problems)
    return Language(folder, code, Table.model_construct(**found.sections))


def _unknown(found: Validated, allowed: Allowed) -> Iterator[Problem]:
    for field, names in allowed.items():
        given = found.raw.get(field)
        for number, name in enumerate(given if isinstance(given, list) else []):
            if isinstance(name, str) and name not in names:
                path = (field, number)
                yield Problem(found.line(path), found.name(path), not_one_of(name, sorted(names)))


def codes(folder: Path) -> list[str]:
    """Return the languages that have a folder, sorted."""
    return sorted(path.parent.name for path in folder.glob(f"*/{_TABLE}"))


def standing(folder: Path, allowed: Allowed, asked: str = "") -> list[Language]:
    """Return the languages in which a page stands; DataError where a table is wrong.

    `asked` names those that are wanted, with commas between; without it they are all. English,
    which always stands, may be named, too: "en" asks for no other. DataError for any other name.
    """
    loaded = [load(folder, code, allowed) for code in codes(folder)]
    found = [one for one in loaded if one.table.kinds or one.table.pages]
    names = [name.strip() for name in asked.split(",")] if asked else []
    known = [_FIRST, *(one.code for one in found)]
    if wrong := [name for name in names if name not in known]:
        raise DataError(ASKED, [Problem(1, "", not_one_of(name, known)) for name in wrong])
    return [one for one in found if not names or one.code in names]
