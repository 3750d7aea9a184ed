"""Words of a text stay short enough to be a quote, and stand once beside a field.

A way may stand in two laws that say the same: their words are two proofs.
"""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding
from .quotes import MOST_WORDS


def check(context: Context) -> Iterator[Finding]:
    """Find quotes of more than 40 words, and words that stand twice beside one field."""
    for proven in context.proven():
        for field, grounds in proven.grounds.items():
            seen: set[tuple[str | None, ...]] = set()
            for index, ground in enumerate(grounds):
                words = (ground.words or "").split()
                path = proven.at(field, index, "words")
                if len(words) > MOST_WORDS:
                    message = f"has {len(words)} words; at most {MOST_WORDS} are allowed"
                    yield Finding(path, message)
                place = (ground.text, ground.at) if proven.name == "way" else ()
                said = *place, " ".join(words)
                if words and said in seen:
                    yield Finding(path, "stands twice beside this field")
                seen.add(said)
