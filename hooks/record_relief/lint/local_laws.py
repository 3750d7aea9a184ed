"""What names the law of a city or county names one that is there, and that binds the same party.

A law binds employers or landlords, never both: each has its own page.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import Path, suggest
from .base import Context, Finding

_HOUSING = {"landlords", "public_housing"}


def check(context: Context) -> Iterator[Finding]:
    """Find references to no local law, or to the other party's, and laws that bind both."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if not fair:
            continue
        base: Path = ("jurisdictions", place.code, "fair_chance")
        known = sorted(law.id for law in fair.local)
        for index, law in enumerate(fair.local):
            if law.for_landlords and set(law.binds) - _HOUSING:
                message = "binds landlords and others; write one entry for each"
                yield Finding((*base, "local", index, "binds"), message)
        for section in ("factors", "refusals", "notices", "times", "exceptions"):
            for index, entry in enumerate(getattr(fair, section)):
                if entry.local is None:
                    continue
                path = (*base, section, index, "local")
                named = fair.local_law(entry.local)
                if named is None:
                    message = f'"{entry.local}" is the id of no local law of the place'
                    yield Finding(path, message + suggest(entry.local, known))
                elif named.for_landlords != (entry.who == "landlord"):
                    bound = "landlords" if named.for_landlords else "employers"
                    message = f'"{entry.local}" binds {bound}, but the entry is of "{entry.who}"'
                    yield Finding(path, message)
