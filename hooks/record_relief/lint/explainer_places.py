"""The rule of a city or county stands with its place: no explainer and no form tells it again.

A second telling would grow old by itself, and it carries no mark. A page lists the laws by place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..source.forms import Form, said, texts
from ..source.model import StatesFile
from .base import Context, Finding

_CURE = "its rule stands with its place, so say it of states and cities in general"
_TELLING = {
    "facts": ("text", "status_note"),
    "myths": ("myth", "fact", "why", "depends_on"),
    "practices": ("title", "do", "why", "avoid"),
}


def check(context: Context) -> Iterator[Finding]:
    """Find the name of a city or county that has a law in what is told for all places."""
    named = _Named(context.data)
    for section, fields in _TELLING.items():
        for entry in getattr(context.data, section):
            for field in fields:
                if city := named.first(getattr(entry, field) or ""):
                    yield Finding((section, entry.id, field), f"names {city}; {_CURE}")


def of_forms(forms: Sequence[Form], data: StatesFile) -> Iterator[Finding]:
    """Find such a name in the forms, which add what a place asks for by themselves."""
    named = _Named(data)
    for form in forms:
        for path, words in texts(form):
            if city := named.first(said(words)):
                yield Finding(("forms", form.id, *path), f"names {city}; {_CURE}")


class _Named:
    """The names of the cities and counties with a law, as a text may have them."""

    def __init__(self, data: StatesFile) -> None:
        self._states = {place.name for place in data.jurisdictions}
        # "Cook County (Chicago too)" goes by its first words.
        cities = {
            law.name.partition(" (")[0]
            for place in data.jurisdictions
            if place.fair_chance
            for law in place.fair_chance.local
        }
        # The longest first: the District of Columbia is not Columbia.
        every = sorted(self._states | cities, key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b")

    def first(self, text: str) -> str | None:
        """Return the first city or county that a text names."""
        found = self._pattern.findall(text)
        return next((name for name in found if name not in self._states), None)
