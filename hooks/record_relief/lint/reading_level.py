"""What a survivor reads stays at or below the eighth-grade level on average."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding
from .reading import grade, survivor_texts

HIGHEST = 8.0


def check(context: Context) -> Iterator[Finding]:
    """Find places whose text averages above the eighth grade; name their hardest passages."""
    for place in context.data.jurisdictions:
        graded = [(grade(text), text, path) for path, text in survivor_texts(place)]
        words = sum(len(text.split()) for _, text, _ in graded)
        if not words:
            continue
        average = sum(level * len(text.split()) for level, text, _ in graded) / words
        if average <= HIGHEST:
            continue
        hardest = sorted(graded, key=lambda row: row[0] * len(row[1].split()), reverse=True)[:3]
        worst = "; ".join(
            f'{".".join(map(str, path))} ({level:.1f}): "{text[:60]}..."'
            for level, text, path in hardest
        )
        message = f"reads at grade {average:.1f}, above {HIGHEST:g}; hardest: {worst}"
        yield Finding(("jurisdictions", place.code, "summary"), message)
