"""The short address of each city's and county's law, to say and to share: /il/chicago/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from .rules import Audience, rules_url


@dataclass(frozen=True)
class LocalAddress:
    """The short address of a city's or county's law, and where it leads."""

    place: Jurisdiction
    law: LocalLaw
    short: str
    url: str

    @property
    def name(self) -> str:
        """The city with its state."""
        return f"{self.law.name}, {self.place.name}"


def local_short(place: Jurisdiction, law: LocalLaw) -> str:
    """Return the short address of a city's or county's law, from the root of the site."""
    return f"{place.code.lower()}/{law.id}/"


def local_anchor(place: Jurisdiction, law: LocalLaw) -> str:
    """Return the id of a local law on a page of all places."""
    return f"{place.code.lower()}-{law.id}"


def local_addresses(places: Sequence[Jurisdiction]) -> Iterator[LocalAddress]:
    """Yield the address of every law of a city or county, one that has ended too."""
    for place in places:
        for law in place.fair_chance.local if place.fair_chance else ():
            audience: Audience = "landlords" if law.for_landlords else "employers"
            url = f"{rules_url(audience, place)}#{law.id}"
            yield LocalAddress(place, law, local_short(place, law), url)
