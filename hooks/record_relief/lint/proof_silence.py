"""Silence proves something only where all was read: of the text, or of the law."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.coded import LAW_FIELDS
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find the silence of a part, beside a value that nothing marks."""
    for proven in context.proven():
        for field in (coded.path for coded in LAW_FIELDS):
            if proven.law.is_marked(field):
                continue
            for index, ground in enumerate(proven.proof(field)):
                text = proven.evidence.text.get(ground.text)
                if ground.silent and text and not proven.counts(ground):
                    yield Finding(
                        proven.at(field, index, "silent"),
                        f'proves nothing: neither text "{text.id}" nor the law was read whole; '
                        "mark the field unconfirmed",
                    )
