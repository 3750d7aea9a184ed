"""What the text of a city's or a county's law never lets count stands in `never`, too.

Forms, planners and lists read `never`; what stands in the text alone is missing there. It may be
what others say of the law, and has a mark then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_SENTENCE = re.compile(r"(?<=[.;])\s+")
_BARS = re.compile(
    r"\bmay (?:not|never) (?:be )?(?:(?:ask(?:ed)? about or )?used?|the reason|weigh(?:ed)?"
    r"|look(?:ed)? at|refuse|den(?:y|ied))\b"
    r"|\bno (?:one|landlord|employer) may (?:be (?:denied|refused)|deny|refuse|use)\b"
    r"|\bfrom (?:asking about or )?using\b|\bdo(?:es)? not count\b|\bno refusal over\b|\bnever:",
    re.IGNORECASE,
)
# A kind of record as a text names it, and what names it in an item.
_KINDS = {
    "arrest": "arrest",
    "juvenile": "juvenile",
    "diversion": "diversion",
    "dismissed": "dismissed",
    "vacated": "vacated",
    "expunged": "expunged",
    "sealed": "sealed",
    "pardoned": "pardoned",
    "criminal history at all": "criminal history",
}


def check(context: Context) -> Iterator[Finding]:
    """Find kinds of records that a text bars and the list lacks."""
    for place in context.data.jurisdictions:
        for index, law in enumerate(place.fair_chance.local if place.fair_chance else ()):
            if law.status == "ended":
                continue
            listed = " ".join(law.never).lower()
            for told in _barred(law.text):
                if _KINDS[told] not in listed:
                    message = f'lacks what the text bars ("{told}"); list it, marked if not sure'
                    path = ("jurisdictions", place.code, "fair_chance", "local", index, "never")
                    yield Finding(path, message)


def _barred(text: str) -> list[str]:
    """Return the kinds of records that a sentence of a text bars, each once."""
    sentences = [said.lower() for said in _SENTENCE.split(text) if _BARS.search(said)]
    return [kind for kind in _KINDS if any(kind in said for said in sentences)]
