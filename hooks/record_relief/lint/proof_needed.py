"""Every coded value of a law or a way rests on words or silence, or is marked unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.evidence_files import file_name
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find laws and ways without evidence, and coded values with neither proof nor a mark."""
    for place in context.data.jurisdictions:
        raw = context.raw_evidence.get(place.code)
        for section, facts, ids in (
            ("laws", "relief", [law.id for law in place.relief]),
            ("ways", "ways", [way.id for way in place.ways]),
        ):
            listed = raw.get(section, {}) if isinstance(raw, dict) else None
            for index, name in enumerate(ids):
                if isinstance(listed, dict) and name not in listed:
                    path = ("jurisdictions", place.code, facts, index)
                    yield Finding(path, f"is not in {section} of {file_name(place.code)}")
    for proven in context.proven():
        for field in proven.fields:
            if not proven.proof(field) and not proven.is_marked(field):
                message = f"has no proof in {file_name(proven.code)} and is not marked unconfirmed"
                yield Finding(proven.fact(field), message)
