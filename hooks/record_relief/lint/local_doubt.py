"""The law of a city or county says why it is in doubt, and what it bars if it bars all records.

The site tells who is bound to follow such a law all the same, and why that is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find doubtful laws without a reason, reasons of others, and bars without what is barred."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        for index, law in enumerate(fair.local if fair else ()):
            path = ("jurisdictions", place.code, "fair_chance", "local", index)
            if law.status == "doubtful" and not law.doubt:
                message = 'is missing: the law is "doubtful", so say why, after "in doubt, because"'
                yield Finding((*path, "doubt"), message)
            elif law.doubt and law.status != "doubtful":
                yield Finding((*path, "doubt"), f'gives a reason, but the law is "{law.status}"')
            if fair and law.status == "in_force" and fair.is_marked(f"local.{law.id}.status"):
                message = 'is not confirmed, so it can\'t be "in_force": "doubtful" says so'
                yield Finding((*path, "status"), message)
            if law.bars_all and not law.never:
                yield Finding((*path, "bars_all"), 'bars all records, but "never" is empty')
