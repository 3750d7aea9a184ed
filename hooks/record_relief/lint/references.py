"""Every organisation and fact referred to exists, and every topic of an entry too."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import suggest
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find references to organisations, facts and topics that are not in the file."""
    organisations = context.raw_ids("organisations")
    for place in context.data.jurisdictions:
        for index, entry in enumerate(place.help):
            if entry.organisation and entry.organisation not in organisations:
                path = ("jurisdictions", place.code, "help", index, "organisation")
                yield Finding(path, _missing(entry.organisation, "organisation", organisations))
    facts = context.raw_ids("facts")
    for section, entries in (("myths", context.data.myths), ("practices", context.data.practices)):
        for item in entries:
            for index, fact in enumerate(item.facts):
                if fact not in facts:
                    yield Finding((section, item.id, "facts", index), _missing(fact, "fact", facts))
    for myth in context.data.myths:
        if myth.varies_by and not myth.varies_by_state:
            message = "names questions, but varies_by_state is false"
            yield Finding(("myths", myth.id, "varies_by"), message)


def _missing(value: str, kind: str, known: set[str]) -> str:
    return f'"{value}" is the id of no {kind}{suggest(value, sorted(known))}'
