"""How a file beside the pages speaks: in English, as the code has it, or in another language.

Files are made of data whose words are still English: of the code's own texts each is a message as
it stands, and what comes from the facts is in their language already. What is filled into a
sentence needs `say` before it is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..derive import wording
from ..languages import marks
from ..languages.language import Language

# What a template reads and no person.
_NO_WORDS = frozenset(
    (
        *("style", "mark", "type", "kind", "colours", "code"),
        *("lang", "language", "author", "addresses", "address"),
    )
)


def _as_it_is(text: str, place: str) -> str:  # noqa: ARG001
    """Return a text in English, which has the words of each place in the data."""
    return text


@dataclass(frozen=True)
class Speech:
    """What a language does to the words of a file. `prefix` begins the addresses of its files.

    `locale` is its name in a DOCX.
    `others` are the languages beside it, each by its own name and prefix. `place` is the code of
    the place that is spoken of, whose own words it uses.
    """

    code: str = "en"
    locale: str = "en-US"
    prefix: str = ""
    others: tuple[tuple[str, str], ...] = ()
    say: Callable[[str], str] = str
    day: Callable[[date], str] = wording.day
    partial_day: Callable[[str], str] = wording.partial_day
    place: str = ""
    _finish: Callable[[str, str], str] = _as_it_is

    @classmethod
    def of(cls, language: Language | None, others: Iterable[tuple[str, str]] = ()) -> Speech:
        """Return the speech of a language, with `others` beside it; without one it is English."""
        if language is None:
            return cls(others=tuple(others))
        say = language.texts.gettext

        def finished(text: str, place: str) -> str:
            return language.joined(marks.plain(text), place)

        days = language.day, language.partial_day
        locale = language.table.locale.replace("_", "-")
        return cls(language.code, locale, language.prefix, tuple(others), say, *days, "", finished)

    def about(self, place: str) -> Speech:
        """Return the same speech about a place, by its code: with the words of its own papers."""
        return replace(self, place=place)

    def site(self, site_url: str) -> str:
        """Return the address of the site in this language as people type it, with a slash last."""
        return f"{site_url.partition('://')[2].rstrip('/')}/{self.prefix}"

    def finished(self, text: str) -> str:
        """Return a text that has been said as a file has it."""
        return self._finish(text, self.place)

    def told(self, data: Any, name: str = "") -> Any:
        """Return data with every text said; one that is no message stays as it is."""
        if isinstance(data, dict):
            return {key: self.told(value, key) for key, value in data.items()}
        if isinstance(data, (list, tuple)):
            return [self.told(item, name) for item in data]
        if isinstance(data, str) and data and name not in _NO_WORDS:
            return self.finished(self.say(data))
        return data


ENGLISH = Speech()
