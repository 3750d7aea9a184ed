"""Every coded value of a law rests on words or silence, or is marked unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.coded import LAW_FIELDS
from ..source.evidence_files import file_name
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find laws without evidence, and coded values with neither proof nor a mark."""
    for place in context.data.jurisdictions:
        raw = context.raw_evidence.get(place.code)
        listed = raw.get("laws") if isinstance(raw, dict) else None
        for index, law in enumerate(place.relief):
            if isinstance(listed, dict) and law.id not in listed:
                path = ("jurisdictions", place.code, "relief", index)
                yield Finding(path, f"stands not in laws of {file_name(place.code)}")
    for proven in context.proven():
        for field in (coded.path for coded in LAW_FIELDS):
            if not proven.proof(field) and not proven.law.is_marked(field):
                message = f"has no proof in {file_name(proven.code)} and is not marked unconfirmed"
                yield Finding(proven.fact(field), message)
