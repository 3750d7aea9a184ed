"""A place's address and the order of places."""

from __future__ import annotations

from collections.abc import Iterable

from ..source.place import Jurisdiction


def guide_url(place: Jurisdiction) -> str:
    """Return the address of a place's guide, from the root of the site."""
    return f"states/{place.slug}/"


def law_url(place: Jurisdiction) -> str:
    """Return the address of a place's law page, from the root of the site."""
    return f"{guide_url(place)}law/"


def ways_url(place: Jurisdiction) -> str:
    """Return the address of a place's page of other ways, from the root of the site."""
    return f"{guide_url(place)}other-ways/"


def in_sentence(place: Jurisdiction) -> str:
    """Return a place's name as it stands inside a sentence."""
    return place.name_in_sentence


def by_name(places: Iterable[Jurisdiction]) -> list[Jurisdiction]:
    """Return places by name, the federal system last: it is not on the map of states."""
    return sorted(places, key=lambda place: (place.kind == "federal", place.order))


def handout_url(place: Jurisdiction, *, full: bool = False) -> str:
    """Return the address of a place's handout; the neutral one has the plain name."""
    return f"paper/{place.slug}{'-full' if full else ''}.pdf"
