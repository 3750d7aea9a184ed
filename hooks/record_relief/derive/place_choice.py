"""The places that a form lets a reader choose: each state, with its cities and counties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..source.place import Jurisdiction
from .rules import audience_for, local_laws, rules_url


@dataclass(frozen=True)
class StateChoice:
    """A state, its page for these readers, and its cities and counties with a law for them.

    `inside` is its name inside a sentence.
    """

    code: str
    name: str
    inside: str
    rules_url: str
    cities: tuple[str, ...]


def state_choices(places: Iterable[Jurisdiction], reader: str) -> list[StateChoice]:
    """Return each place whose rules on checks were read; a city with two laws is named once."""
    audience = audience_for(reader)
    return [
        StateChoice(
            place.code,
            place.name,
            place.name_in_sentence,
            rules_url(audience, place),
            _cities(place, reader),
        )
        for place in places
        if place.fair_chance
    ]


def _cities(place: Jurisdiction, reader: str) -> tuple[str, ...]:
    if place.fair_chance is None:
        return ()
    laws = local_laws(place.fair_chance, landlords=reader == "landlord")
    return tuple(sorted({law.name for law in laws if law.status != "ended"}))
