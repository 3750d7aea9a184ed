"""What a value says decides what it may rest on: the words of a text, or its silence.

A value that names a rule needs words. "The text does not say" rests on silence, or on words that
were read so. Where a law that sets no limit has none, its silence says so; that a law reaches both
kinds of trafficking or no deferred case, or asks for no paper or link, may be read from silence by
whoever says how.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.coded import LAW_FIELD
from ..source.law import Law
from ..source.ways import Way
from .base import Context, Finding, Proven

SAYS_NOTHING = frozenset(("unspecified", "unaddressed"))
SILENCE_SAYS = frozenset(
    (
        ("age", "any"),
        ("timing.wait", "none"),
        ("timing.deadline", "none"),
        ("timing.sentence_complete", "no"),
        ("limit", "none"),
        ("wait", "none"),
    )
)
READ_FROM_SILENCE = frozenset(
    (
        ("deferred", "no"),
        ("trafficking", "labor, sex"),
        ("nexus.standard", "not_required"),
        ("documentation.rule", "not_required"),
    )
)


def check(context: Context) -> Iterator[Finding]:
    """Find values that nothing marks, and that rest on what can't carry them."""
    for proven in context.proven():
        for field in proven.fields:
            if proven.proof(field) and not proven.is_marked(field):
                problem = _problem(proven, field)
                if problem:
                    yield Finding(proven.fact(field), problem)


def _problem(proven: Proven, field: str) -> str:
    grounds = [ground for ground in proven.proof(field) if proven.counts(ground)]
    words = any(ground.words for ground in grounds)
    silence = any(ground.silent for ground in grounds)
    said = _said(proven.item, field)
    if said in SAYS_NOTHING:
        if silence or any(ground.reading for ground in grounds):
            return ""
        return f'is "{said}", but rests on words without a "reading" that says why'
    if words or (silence and (field, said) in SILENCE_SAYS) or not grounds:
        return ""  # what does not count at all is for another rule
    if (field, said) in READ_FROM_SILENCE:
        if any(ground.silent and ground.reading for ground in grounds):
            return ""
        return f'is "{said}", and rests on silence without a "reading" that says how'
    return f'is "{said}", which needs words; silence can\'t say it'


def _said(item: Law | Way, field: str) -> str:
    """Return what a coded field says, in one word where it can."""
    if isinstance(item, Law):
        return ", ".join(sorted(LAW_FIELD[field].of(item)))
    if field == "wait":
        waits = [item.wait.of(kind) for kind in item.reaches]
        return "some" if any(wait and wait.years for wait in waits) else "none"
    found = getattr(item, field)
    said = getattr(found, "rule", found)
    return said if isinstance(said, str) else ", ".join(sorted(said))
