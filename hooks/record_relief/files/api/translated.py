"""Names and summaries of places in other languages, beside the English facts.

They are no facts: no version of the facts changes with them, and no kept version has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...derive.editions import Edition
from ...languages import marks

# What a place has in another language; null where the English has none or no translation stands.
TEXTS = {
    "name": "Its name, as a heading has it.",
    "name_in_sentence": "Its name as it stands inside a sentence.",
    "summary": "The law in plain words; null where it is not translated.",
    "ways_summary": "What the general ways do, in plain words; null where there is none or it is "
    "not translated.",
}
_ALWAYS = ("name", "name_in_sentence")
SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "The place in another language, translated from the English.",
    "properties": {
        **{
            name: {"type": "string" if name in _ALWAYS else ["string", "null"], "description": text}
            for name, text in TEXTS.items()
        },
        "url": {"type": "string", "format": "uri", "description": "Its guide in that language."},
    },
    "required": [*TEXTS, "url"],
    "additionalProperties": False,
}


def of_place(code: str, editions: Sequence[Edition], site_url: str) -> dict[str, dict[str, Any]]:
    """Return the texts of a place by language, where its guide stands in it."""
    found = {}
    for edition in editions:
        guide = edition.facts.guides[code]
        if guide.url in edition.standing:
            texts = {name: _text(getattr(guide.place, name), edition) for name in TEXTS}
            url = site_url + edition.prefix + guide.url
            found[edition.language.code] = {**texts, "url": url}
    return found


def _text(text: str | None, edition: Edition) -> str | None:
    if not text or marks.any_missing(text):
        return None
    return edition.language.joined(marks.plain(text))
