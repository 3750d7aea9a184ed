"""A law firm's page or a summary never confirms: what rests on nothing better is marked."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence import confirming_nothing
from .base import Context, Finding
from .fair_base import fair_proven


def check(context: Context) -> Iterator[Finding]:
    """Find coded values that only such pages show, and that nothing marks."""
    for proven in fair_proven(context):
        weak = confirming_nothing(proven.place, proven.evidence)
        for path, grounds in proven.open_values():
            if grounds and {ground.text for ground in grounds} <= weak:
                message = "rests on a law firm's page or a summary only, which confirms nothing; "
                yield Finding(proven.fact(path), message + f'mark it unconfirmed (as "{path}")')
