"""What a value on background checks says decides what it may rest on.

That a place has a rule, a number or a limit needs words. That it has none rests on the silence of
a whole text, or on words that were read so.
"""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding, value_at
from .fair_base import fair_proven

_SAYS_NONE = (None, "none", "unspecified")


def check(context: Context) -> Iterator[Finding]:
    """Find values that nothing marks, and that rest on what can't carry them."""
    for proven in fair_proven(context):
        for path, found in proven.open_values():
            grounds = [ground for ground in found if proven.counts(ground)]
            if not grounds:
                continue  # what does not count at all is for another rule
            said = value_at(proven.fair, path)
            words = any(ground.words for ground in grounds)
            read = any(ground.reading or ground.silent for ground in grounds)
            if said not in _SAYS_NONE and not words:
                named = (
                    f'is "{said}", which'
                    if isinstance(said, str | int)
                    else "says something, which"
                )
                yield Finding(proven.fact(path), f"{named} needs words; silence can't say it")
            elif said == "unspecified" and not read:
                message = 'is "unspecified", but rests on words without a "reading" that says why'
                yield Finding(proven.fact(path), message)
