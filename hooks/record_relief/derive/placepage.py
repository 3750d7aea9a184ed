"""What a guide and a page of rules share: a place's name, and sources cited by number."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..source.cited import Source
from ..source.place import Jurisdiction
from .places import in_sentence


@dataclass(frozen=True)
class NumberedSource:
    """A source with its number on the page."""

    number: int
    source: Source


class PlacePage(ABC):
    """A page about one place; `shared_sources` are those that it may cite beside its own.

    One source may have several ids there; it has one number, and stands once in the list.
    """

    def __init__(self, place: Jurisdiction, shared_sources: Mapping[str, Source]) -> None:
        self.place = place
        self._sources = dict(shared_sources) | {source.id: source for source in place.sources}

    @property
    def name(self) -> str:
        """The place's name as a title."""
        return self.place.name

    @property
    def name_in_sentence(self) -> str:
        """The place's name inside a sentence."""
        return in_sentence(self.place)

    @abstractmethod
    def _cited(self) -> Iterator[str]:
        """Yield the ids of the sources that the page cites, in its order, however often."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each id that the page cites, in the order of first citation."""
        numbers = {entry.source.id: entry.number for entry in self.sources}
        return {name: numbers[self._sources[name].id] for name in self._cited()}

    @cached_property
    def sources(self) -> list[NumberedSource]:
        """Every source of the page, each once, by number."""
        cited = dict.fromkeys(self._sources[name].id for name in self._cited())
        return [NumberedSource(n, self._sources[name]) for n, name in enumerate(cited, 1)]

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the page's numbers of some source ids."""
        return tuple(sorted({self.numbers[source] for source in sources}))
