"""Which jobs a limit on old records leaves out by their pay is told wherever the limit is.

An answer says the limit in a few words; without that line it would promise too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_PAY = re.compile(r"\$\d+(?:,\d{3})*(?= a year)")


def check(context: Context) -> Iterator[Finding]:
    """Find limits whose words name a pay that `not_for` does not name, and the other way round."""
    for place in context.data.jurisdictions:
        if not place.fair_chance:
            continue
        back = place.fair_chance.employment.lookback
        told, short = (set(_PAY.findall(words or "")) for words in (back.text, back.not_for))
        path = ("jurisdictions", place.code, "fair_chance", "employment", "lookback", "not_for")
        if back.years and told and not short:
            yield Finding(path, f"is missing; the text names {', '.join(sorted(told))} a year")
        elif unknown := sorted(short - told):
            yield Finding(path, f"names {', '.join(unknown)} a year, which the text does not")
