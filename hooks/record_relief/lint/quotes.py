"""A quote stays short enough to be a quote."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding

MOST_WORDS = 40


def check(context: Context) -> Iterator[Finding]:
    """Find quotes of more than 40 words."""
    for place in context.data.jurisdictions:
        for index, law in enumerate(place.relief):
            path = ("jurisdictions", place.code, "relief", index, "quote")
            yield from _judge(path, law.quote)
    for fact in context.data.facts:
        yield from _judge(("facts", fact.id, "quote"), fact.quote)


def _judge(path: tuple[str | int, ...], quote: str | None) -> Iterator[Finding]:
    words = len((quote or "").split())
    if words > MOST_WORDS:
        yield Finding(path, f"has {words} words; at most {MOST_WORDS} are allowed")
