"""Words beside a rule on background checks stay short enough to be a quote, and stand once."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding
from .fair_base import fair_proven
from .quotes import MOST_WORDS


def check(context: Context) -> Iterator[Finding]:
    """Find quotes of more than 40 words, and words that stand twice beside one field."""
    for proven in fair_proven(context):
        for field, grounds in proven.evidence.fair.proof.items():
            seen: set[str] = set()
            for index, ground in enumerate(grounds):
                words = (ground.words or "").split()
                path = proven.at(field, index, "words")
                if len(words) > MOST_WORDS:
                    message = f"has {len(words)} words; at most {MOST_WORDS} are allowed"
                    yield Finding(path, message)
                said = " ".join(words)
                if said and said in seen:
                    yield Finding(path, "stands twice beside this field")
                seen.add(said)
