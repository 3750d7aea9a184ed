"""A text that speaks of an unconfirmed field says that it is in doubt.

No rule can read prose. A second reading has listed which text speaks of which marked field, and by
which words it says so; here the list is held against marks and texts, so that neither goes alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..source.evidence import InDoubt
from ..source.law import Law
from ..source.place import Jurisdiction
from .base import Context, Finding, value_at


def check(context: Context) -> Iterator[Finding]:
    """Find entries whose field is gone or confirmed by now, and texts that lost their doubt."""
    for place in context.data.jurisdictions:
        evidence = context.data.evidence.get(place.code)
        for law in place.relief:
            found = evidence.laws.get(law.id) if evidence else None
            for index, entry in enumerate(found.in_doubt if found else ()):
                path = ("evidence", place.code, "laws", law.id, "in_doubt", index)
                for part, message in _problems(place, law, entry):
                    yield Finding((*path, part), message)


def _problems(place: Jurisdiction, law: Law, entry: InDoubt) -> Iterator[tuple[str, str]]:
    try:
        value_at(law, entry.field)
    except AttributeError:
        yield "field", f'"{entry.field}" is not a field of this law'
    else:
        if not law.is_marked(entry.field):
            yield (
                "field",
                f'"{entry.field}" is no longer unconfirmed; let the {entry.text} say it plainly, '
                "and remove this entry",
            )
    words = " ".join(entry.says.split())
    if not any(words in " ".join(text.split()) for text in _texts(place, law, entry)):
        yield (
            "says",
            f'"{words}" is not in the {entry.text}; say there that "{entry.field}" is in doubt, '
            "or take it out, and mend this entry",
        )


def _texts(place: Jurisdiction, law: Law, entry: InDoubt) -> Sequence[str]:
    match entry.text:
        case "summary":
            return [place.summary]
        case "coverage_note":
            return [place.coverage_note]
        case "cautions":
            return place.cautions
        case "steps":
            return law.steps
