"""Numbers of sections in a citation: "§§ 3.1 to 3.4" is "§§ 3.1 a 3.4" in Spanish.

A citation stays as it is written, but what joins its numbers is a word of whoever reads it.
"""

from __future__ import annotations

import gettext
import re

from . import marks

_JOINT = re.compile(
    r"(?:(?<=[\d).IVX])|(?<=\d[A-Za-z])|(?<=-[A-Za-z])) (to|and) (?=§|[\d(]|[IVX]+\b|[a-z]\.)"
    # An amendment 1 to 2013 AB 620 is of a bill, and no row of numbers.
    r"(?!\d+ [A-Z]{2})"
)


def joined(citation: str, texts: gettext.NullTranslations) -> str:
    """Return a citation that stays in its language, with the words between its numbers in another.

    Words within a name, such as "Policy Statements, and Advisory Opinions", are part of it.
    """
    first, *rest = _JOINT.split(citation)
    said = marks.kept(first)
    for word, other in zip(rest[::2], rest[1::2], strict=True):
        # Translators: "§§ 3.1 to 3.4"; "to" joins the first and the last of several sections.
        through = texts.gettext("{first} to {last}")
        # Translators: "§§ 3.1 and 3.4"; "and" joins two sections.
        both = texts.gettext("{first} and {last}")
        said = (through if word == "to" else both).format(first=said, last=marks.kept(other))
    return said
