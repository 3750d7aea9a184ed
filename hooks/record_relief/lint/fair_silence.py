"""Silence on background checks proves something only where a whole text or code was searched."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding
from .fair_base import fair_proven


def check(context: Context) -> Iterator[Finding]:
    """Find values that nothing marks, and that rest on the silence of a part alone."""
    for proven in fair_proven(context):
        for path, grounds in proven.open_values():
            if any(proven.counts(ground) for ground in grounds):
                continue
            for index, ground in enumerate(grounds):
                text = proven.evidence.text.get(ground.text)
                if ground.silent and text and not proven.counts(ground):
                    message = (
                        f'proves nothing: text "{text.id}" is not whole, and no search of a whole '
                        "code; mark the field unconfirmed"
                    )
                    yield Finding(proven.at(path, index, "silent"), message)
