"""Silence proves something only where all was read: of the text, or of the law."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find the silence of a part, beside a value that nothing marks."""
    for proven in context.proven():
        for field in proven.fields:
            if proven.is_marked(field):
                continue
            for index, ground in enumerate(proven.proof(field)):
                text = proven.evidence.text.get(ground.text)
                if ground.silent and text and not proven.counts(ground):
                    yield Finding(
                        proven.at(field, index, "silent"),
                        _message(text.id, proven.name),
                    )


def _message(text: str, name: str) -> str:
    read = f'neither text "{text}" nor the law was' if name == "law" else f'text "{text}" was not'
    return f"proves nothing: {read} read whole; mark the field unconfirmed"
