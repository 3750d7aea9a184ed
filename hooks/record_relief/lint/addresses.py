"""Every place's guide has an address of its own, and so has each law of a city or county."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.place import Jurisdiction
from .base import Context, Finding

# A file name may have 255 bytes; an address should be short enough to say.
LONGEST = 80
LONGEST_BELOW = 40
# The list of places stands at states/index.html.
TAKEN = {"index"}
# What stands below a place's code beside the laws of its cities: its law page.
TAKEN_BELOW = {"law", "index"}


def check(context: Context) -> Iterator[Finding]:
    """Find places whose name makes no address, a taken one, or that of another place."""
    owners: dict[str, str] = {}
    for place in context.data.jurisdictions:
        path = ("jurisdictions", place.code, "name")
        address = place.slug
        if not address or address in TAKEN:
            yield Finding(path, "makes no address; it needs letters from a to z")
        elif len(address) > LONGEST:
            message = f"makes an address of {len(address)} characters; at most {LONGEST} work"
            yield Finding(path, message)
        elif owners.setdefault(address, place.code) != place.code:
            yield Finding(path, f'makes the address "{address}", as {owners[address]} does')
        yield from _local(place)


def _local(place: Jurisdiction) -> Iterator[Finding]:
    """Find laws whose name makes no short address, or a taken one."""
    for index, law in enumerate(place.fair_chance.local if place.fair_chance else ()):
        path = ("jurisdictions", place.code, "fair_chance", "local", index, "id")
        if law.id in TAKEN_BELOW:
            yield Finding(
                path, f'makes the address "{place.code.lower()}/{law.id}", which is taken'
            )
        elif len(law.id) > LONGEST_BELOW:
            message = f"makes an address of {len(law.id)} characters; at most {LONGEST_BELOW} work"
            yield Finding(path, message)
