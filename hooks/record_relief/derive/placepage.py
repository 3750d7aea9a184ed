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
    """A page about one place; `shared_sources` are those that belong to no single place."""

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
        """The number of each source on the page, in the order of first citation."""
        return {source: number for number, source in enumerate(dict.fromkeys(self._cited()), 1)}

    @property
    def sources(self) -> list[NumberedSource]:
        """Every source of the page, by number."""
        return [NumberedSource(n, self._sources[source]) for source, n in self.numbers.items()]

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the page's numbers of some source ids."""
        return tuple(sorted(self.numbers[source] for source in sources))
