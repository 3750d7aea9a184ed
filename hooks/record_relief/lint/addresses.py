"""Every place's guide has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.addresses import slug
from .base import Context, Finding

# A file name may have 255 bytes; an address should be short enough to say.
LONGEST = 80
# The list of places stands at states/index.html.
TAKEN = {"index"}


def check(context: Context) -> Iterator[Finding]:
    """Find places whose name makes no address, a taken one, or that of another place."""
    owners: dict[str, str] = {}
    for place in context.data.jurisdictions:
        path = ("jurisdictions", place.code, "name")
        address = slug(place.name)
        if not address or address in TAKEN:
            yield Finding(path, "makes no address; it needs letters from a to z")
        elif len(address) > LONGEST:
            message = f"makes an address of {len(address)} characters; at most {LONGEST} work"
            yield Finding(path, message)
        elif owners.setdefault(address, place.code) != place.code:
            yield Finding(path, f'makes the address "{address}", as {owners[address]} does')
