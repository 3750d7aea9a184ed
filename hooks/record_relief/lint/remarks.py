"""The name of an act or a form is only a name.

It stays in its own language everywhere. What there is to know of it goes into `note`, which is
translated; a day stands in `effective`, where the entry has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_REMARK = re.compile(
    r"\b(in (?:force|effect)|effective|eff\.|operative|signed|approved|introduced|enrolled|enacted"
    r"|pending|temporary|not (?:seen|checked|identified))"
)


def check(context: Context) -> Iterator[Finding]:
    """Find names that tell a remark, too."""
    for path, name in _names(context):
        if name and (found := _REMARK.search(name)):
            yield Finding(path, f'says more than a name ("{found[1]}"): put that into "note"')


def _names(context: Context) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    for place in context.data.jurisdictions:
        base = ("jurisdictions", place.code)
        for number, law in enumerate(place.relief):
            for field, act in (("enacted", law.enacted), ("last_amended", law.last_amended)):
                yield (*base, "relief", number, field, "act"), act.act if act else None
            for index, form in enumerate(law.forms):
                yield (*base, "relief", number, "forms", index, "title"), form.title
        for number, change in enumerate(place.ways_changes):
            yield (*base, "ways_changes", number, "act"), change.act
        changes = place.fair_chance.changes if place.fair_chance else ()
        for number, step in enumerate(changes):
            yield (*base, "fair_chance", "changes", number, "act"), step.act
    for code, evidence in context.data.evidence.items():
        for number, amendment in enumerate(evidence.amended):
            yield ("evidence", code, "amended", number, "act"), amendment.act
