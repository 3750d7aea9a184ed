"""The plain values that fields are made of: text with limits, ids, addresses, numbers, dates."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from .values import CODES

# The description of the fields that no page and no published file may hold.
EDITORS_ONLY = "For editors, never shown."

# A browser would run or mis-resolve anything but these two schemes. The host is ASCII without a
# user name: what looks like a known site is that site.
_WEB = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.?(:[0-9]+)?([/?#][^\s<>\"`\\{}|^]*)?\Z"
)
_PHONE = re.compile(r"(1-)?(\([0-9]{3}\) |[0-9]{3}-)[0-9]{3}-[0-9]{4}\Z")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
# How the data says that a text is at least as new as a date.
OR_LATER = " or later"
# Whether a place in a text is told in words, such as "heading"; "subd. 2(iii)" is none of them.
_IN_WORDS = re.compile(r"\b(?!(?:[ivx]+|arts?|subd|sec|par|tit)\b)[a-z]{3,}\b")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def _web_address(value: str) -> str:
    if not _WEB.match(value):
        raise ValueError("is not a web address: it must begin with http:// or https://")
    return value


def _phone(value: str) -> str:
    if not _PHONE.match(value):
        raise ValueError("is not a phone number: write 212-555-0100, (212) 555-0100 or 1-888-...")
    return value


def _email(value: str) -> str:
    if not _EMAIL.match(value):
        raise ValueError("is not an e-mail address")
    return value


def _says_something(value: str) -> str:
    if not value.strip():
        raise ValueError("says nothing")
    return value


def _partial_date(value: str) -> str:
    try:
        if not _PARTIAL_DATE.match(value):
            raise ValueError
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        problem = "is not a date: write 2026, 2026-03 or 2026-03-31, in quotes"
        raise ValueError(problem) from None
    return value


def is_partial_date(value: str) -> bool:
    """Return whether a text is just a year, a month or a day, as the data writes one."""
    return bool(_PARTIAL_DATE.match(value))


def is_in_words(place: str) -> bool:
    """Return whether a place in a text is told in words, and not by its number or name alone."""
    return bool(_IN_WORDS.search(place))


def begins(value: str) -> str | None:
    """Return the year, month or day of "2023-04" or "2023-04 or later"; None for other words."""
    begin = value.removesuffix(OR_LATER)
    return begin if is_partial_date(begin) else None


class Tongue(Enum):
    """The language in which pages show a text; a text without it is shown nowhere."""

    READERS = "the reader's: it is translated"
    ITS_OWN = "the one it was written in: words of a law, titles of acts and pages, names"
    EITHER = "the reader's where it is told in words, else its own: where words stand in a text"


# Nothing a page shows is longer; what is longer is a mistake or an attack.
LONGEST = 3_000
_Some = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(_says_something)
]
_Any = Annotated[str, StringConstraints(max_length=LONGEST)]
Text = Annotated[_Some, Tongue.READERS]
MaybeText = Annotated[_Any, Tongue.READERS]
Original = Annotated[_Some, Tongue.ITS_OWN]
MaybeOriginal = Annotated[_Any, Tongue.ITS_OWN]
Place = Annotated[_Some, Tongue.EITHER]
# What else goes by, such as addresses. A place has its name in each language in data/languages/.
Name = Annotated[_Some, "name"]
# A path in the data, or what only editors read.
Internal = Annotated[_Some, "internal"]
Notes = Annotated[
    str,
    StringConstraints(max_length=20_000),
    Field(description=EDITORS_ONLY),
]
# The closed list is a lint rule (lint/places.py), so that a benchmark can add places.
Code = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z0-9]+$", max_length=8),
    Field(json_schema_extra={"enum": list(CODES)}),
]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
Url = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_web_address)]
Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_email)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Year = Annotated[int, Field(ge=1990, le=2100)]
Sources = Annotated[list[Id], Field(description="Ids of the sources that support this entry.")]


def with_note(name: str | None, note: str | None) -> str:
    """Return a name with what there is to know of it, either of which may be missing."""
    return f"{name} ({note})" if name and note else name or note or ""


class Strict(BaseModel):
    """Every part of the file: no unknown field, no silent conversion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


NOTE_ON_CITATION = (
    "What there is to know of the citation, such as whom it binds; follows it in brackets."
)


class Cited(Strict):
    """What is cited, with what there is to know of its citation."""

    if TYPE_CHECKING:

        @property
        def citation(self) -> str | None:
            """How it is cited; a field of whatever is cited, in its own order."""

        @property
        def citation_note(self) -> str | None:
            """What there is to know of the citation, which is translated."""

    @property
    def cited(self) -> str:
        """Its citation with the note on it, or "" where it has none."""
        return with_note(self.citation, self.citation_note)


class News(Strict):
    """What is true for a while, such as that an office is closed; it leaves the site by itself."""

    text: Text = Field(description="The news in whole sentences, which follow the entry's text.")
    until: date = Field(description="The last day on which it is told.")
