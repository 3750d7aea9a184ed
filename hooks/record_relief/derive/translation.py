"""A place's name and summaries in another language, as they are published beside the English.

They are no facts: no version of the facts changes with them, and no kept version has them.
"""

from __future__ import annotations

from pydantic import Field

from ..languages import marks
from ..source.texts import Strict, Url
from .editions import Edition


class Translation(Strict):
    """A place in another language, translated from the English."""

    name: str = Field(description="Its name, as a heading has it.")
    name_in_sentence: str = Field(description="Its name as it stands inside a sentence.")
    summary: str | None = Field(
        description="The law in plain words; null where it is not translated."
    )
    ways_summary: str | None = Field(
        description="What the general ways do, in plain words; null where there is none or it is "
        "not translated."
    )
    url: Url = Field(description="Its guide in that language.")


def of_place(code: str, edition: Edition, site_url: str) -> Translation | None:
    """Return a place in a language, if its guide stands there."""
    guide = edition.facts.guides[code]
    if guide.url not in edition.standing:
        return None
    place = guide.place
    return Translation.model_construct(
        name=place.name,
        name_in_sentence=edition.language.joined(place.name_in_sentence, code),
        summary=_text(place.summary, code, edition),
        ways_summary=_text(place.ways_summary, code, edition),
        url=site_url + edition.prefix + guide.url,
    )


def _text(text: str | None, code: str, edition: Edition) -> str | None:
    if not text or marks.any_missing(text):
        return None
    return edition.language.joined(marks.plain(text), code)
