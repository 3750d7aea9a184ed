"""Each place has its file of evidence, and each file belongs to a place."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence_files import file_name
from ..source.problems import suggest
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find places without a file, files of no place, and files with another place's code."""
    codes = [str(place.get("code")) for place in context.raw_items("jurisdictions")]
    for code in codes:
        if code not in context.raw_evidence:
            yield Finding(("jurisdictions", code), f"has no file of evidence, {file_name(code)}")
    for code, raw in context.raw_evidence.items():
        if not isinstance(raw, dict):
            continue
        if code not in codes:
            message = f'is of "{code}", which is no place{suggest(code, codes)}'
            yield Finding(("evidence", code, "code"), message)
        elif raw.get("code", code) != code:
            message = f'is "{raw["code"]}"; the name of the file says {code}'
            yield Finding(("evidence", code, "code"), message)
