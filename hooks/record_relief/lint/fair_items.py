"""A mark on a list names the items that it means where words show the others.

A mark on the whole list would hide what the law's words show. Words with a reading may show that
there is a duty, and none of its items.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence import confirming_nothing
from .base import Context, Finding
from .fair_base import fair_proven

_LISTS = ("weigh", "must", "never")


def check(context: Context) -> Iterator[Finding]:
    """Find marks on whole lists, without an open question, of which words show some items."""
    for proven in fair_proven(context):
        weak = confirming_nothing(proven.place, proven.evidence)
        for index, mark in enumerate(proven.fair.unconfirmed):
            is_whole = mark.items is None and not mark.about
            if not is_whole or mark.field.rpartition(".")[2] not in _LISTS:
                continue
            grounds = proven.evidence.fair_proof(mark.field)
            if any(each.words and not each.reading and each.text not in weak for each in grounds):
                path = ("jurisdictions", proven.place.code, "fair_chance", "unconfirmed", index)
                message = "marks the whole list, of which words show a part; name the items"
                yield Finding((*path, "field"), message)
