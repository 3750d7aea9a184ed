"""English in brackets: "anular (vacate) la condena".

A legal word is followed once by what stands on the court's papers. Which words in brackets are
English the message itself tells: they are those of the English text, in whatever form. They are
marked when the catalogs are loaded, so that a page says `lang="en"` and they are read out as such.
"""

from __future__ import annotations

import re
from collections.abc import Container

from . import marks

# After a letter or "%" it is a call or a part that is filled in; a number of a section is none.
_BRACKETS = re.compile(r"(?<!\S)\(([A-Za-z][A-Za-z'’ ,/-]+[A-Za-z])\)")
_WORD = re.compile(r"[a-z]+")
_ENDING = re.compile(r"(?<=...)(?:ments?|ings?|ied|ies|y|ed|s|e|ur)$")
_NUMERAL = re.compile(r"[ivx]+")


def marked(text: str, english: str, shared: Container[str] = ()) -> str:
    """Return a translation in which the English in brackets is marked.

    `shared` are words that both languages have: alone they are the language's own.
    """
    if "(" not in text or text == english:
        return text
    stems = {_stem(word) for word in _WORD.findall(english.lower())}

    def told(found: re.Match[str]) -> str:
        said = _WORD.findall(re.sub(r"['’]s\b", "", found[1].lower()))
        known = all(_stem(word) in stems for word in said)
        own = all(word in shared or _NUMERAL.fullmatch(word) for word in said)
        # Letters alone, such as FCRA, are a name.
        return (
            f"({marks.kept(found[1])})"
            if known and not own and not found[1].isupper()
            else found[0]
        )

    return _BRACKETS.sub(told, text)


def _stem(word: str) -> str:
    """Return a word without its endings: "expung" for "expunge", "expunged" and "expungement"."""
    shorter = _ENDING.sub("", word)
    return word if shorter == word else _stem(shorter)
