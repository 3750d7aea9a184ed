"""No id stands for two texts, or for a text and a source; every text named exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..source.problems import Path, suggest
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find ids that stand twice among the texts and sources of a place, and ids of no text."""
    shared = context.raw_ids("sources")
    own = {place.code: {s.id for s in place.sources} for place in context.data.jurisdictions}
    for code, evidence in context.data.evidence.items():
        base: Path = ("evidence", code)
        for name, times in Counter(text.id for text in evidence.texts).items():
            path = (*base, "texts", name, "id")
            if times > 1:
                yield Finding(path, f'"{name}" stands {times} times')
            if name in own.get(code, ()):
                yield Finding(path, f'"{name}" is also the id of a source of the place')
            if name in shared:
                yield Finding(path, f'"{name}" is also the id of a shared source')
        known = context.raw_texts(code)
        for path, name in _named(context, code):
            if name not in known:
                message = f'"{name}" is the id of no text of the place'
                yield Finding((*base, *path), message + suggest(name, sorted(known)))


def _named(context: Context, code: str) -> Iterator[tuple[Path, str]]:
    """Yield each id of a text that proof or an act names, with the path where it stands."""
    evidence = context.data.evidence[code]
    for section, proven in (("laws", evidence.laws), ("ways", evidence.ways)):
        for name, entry in proven.items():
            for field, grounds in entry.proof.items():
                for index, ground in enumerate(grounds):
                    yield (section, name, "proof", field, index, "text"), ground.text
    for field, grounds in evidence.fair.proof.items():
        for index, ground in enumerate(grounds):
            yield ("fair", "proof", field, index, "text"), ground.text
    for index, act in enumerate(evidence.amended):
        if act.text is not None:
            yield ("amended", index, "text"), act.text
