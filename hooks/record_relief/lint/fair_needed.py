"""Every coded value on background checks rests on words or silence, or is marked unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence_files import file_name
from .base import Context, Finding
from .fair_base import fair_proven


def check(context: Context) -> Iterator[Finding]:
    """Find coded values with neither proof nor a mark."""
    for proven in fair_proven(context):
        for path, grounds in proven.open_values():
            if not grounds:
                message = f"has no proof in {file_name(proven.place.code)} and is not marked "
                yield Finding(proven.fact(path), message + f'unconfirmed (as "{path}")')
