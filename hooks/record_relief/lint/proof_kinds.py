"""A summary never confirms: what rests on nothing better is marked unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence import NEVER_CONFIRMS
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find coded values that only a summary shows, and that nothing marks."""
    for proven in context.proven():
        for field in proven.fields:
            texts = [proven.evidence.text.get(ground.text) for ground in proven.proof(field)]
            kinds = {text.kind for text in texts if text}
            if kinds == {NEVER_CONFIRMS} and not proven.is_marked(field):
                message = "rests on a summary only, which confirms nothing; mark it unconfirmed"
                yield Finding(proven.fact(field), message)
