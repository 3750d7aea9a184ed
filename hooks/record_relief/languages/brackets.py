"""English in brackets: "anular (vacate) la condena".

A legal word is followed once by what stands on the court's papers. Which words in brackets are
English the message itself tells: they are those of the English text, in whatever form. They are
marked when the catalogs are loaded, so that a page says `lang="en"` and they are read out as such.

So are phrases outside brackets, such as "petition to expunge": they stand in the English text word
for word, in small letters, and hold a word that no other language of the site has. A name has
capitals, and is a name in any language.
"""

from __future__ import annotations

import re
from collections.abc import Container

from . import marks

# After a letter or "%" it is a call or a part that is filled in; a number of a section is none.
_BRACKETS = re.compile(r"(?<!\S)\(([A-Za-z][A-Za-z'’ ,/-]+[A-Za-z])\)")
_WORD = re.compile(r"[a-z]+")
_ENDING = re.compile(r"(?<=...)(?:ments?|ings?|ied|ies|y|ed|s|e|ur)$")
# Small words of English alone, and those that say nothing beside them: a name may have them, too.
_JOINING = frozenset(["the", "of", "and", "to", "for", "from", "with", "by", "on", "in", "under"])
_SAYS_NOTHING = _JOINING | {"a", "an", "or", "but", "is"}
# Between spaces, brackets and quotation marks; no word stands in code, a tag or an address.
_CODE = re.compile(r"(?s)\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|%\(\w+\)s|\{\w*\}|`[^`]*`")
_ADDRESS = re.compile(r"[^\s<>]*[/@][^\s<>]*")
_TOKEN = re.compile(r"[^\s\"“”\u2018()\[\],;:.\ue000-\ue003]+")
_SMALL = re.compile(r"[a-z]+(?:[’'-][a-z]+)*")
_NUMERAL = re.compile(r"[ivx]+")


def marked(text: str, english: str, shared: Container[str] = ()) -> str:
    """Return a translation in which the English in brackets is marked.

    `shared` are words that both languages have: alone they are the language's own.
    """
    if text == english:
        return text
    return _phrases_marked(_in_brackets(text, english, shared) if "(" in text else text, english)


def _in_brackets(text: str, english: str, shared: Container[str]) -> str:
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


def _phrases_marked(text: str, english: str) -> str:
    """Return a text in which the phrases that stand word for word in the English are marked."""
    words = _ADDRESS.sub(_blank, _CODE.sub(_blank, text))
    tokens = list(_TOKEN.finditer(words))
    small = [number for number, token in enumerate(tokens) if token[0] in _JOINING]
    said, made, done = english.lower(), "", 0
    for number in small:
        first = last = number
        while first and _is_said(words[tokens[first - 1].start() : tokens[last].end()], said):
            first -= 1
        while last + 1 < len(tokens) and _is_said(
            words[tokens[first].start() : tokens[last + 1].end()], said
        ):
            last += 1
        begin, end = _quotation(words, tokens[first].start(), tokens[last].end(), said)
        is_marked = marks.is_within(text, begin) or begin < done
        if not is_marked and not _SAYS_NOTHING.issuperset(words[begin:end].split(" ")):
            made += text[done:begin] + marks.kept(text[begin:end])
            done = end
    return made + text[done:]


def _blank(found: re.Match[str]) -> str:
    return "\ue003" * len(found[0])


def _quotation(text: str, begin: int, end: int, english: str) -> tuple[int, int]:
    """Return where the quotation around a phrase begins and ends, if the English has all of it."""
    for opens, closes in (('"', '"'), ("“", "”")):
        first, last = text.rfind(opens, 0, begin) + 1, text.find(closes, end)
        if first and last > 0 and text[first:last].lower() in english:
            return first, last
    return begin, end


def _is_said(phrase: str, english: str) -> bool:
    """Return whether words stand in the English, too, as one phrase in small letters."""
    is_small = all(map(_SMALL.fullmatch, phrase.split(" ")))
    return is_small and bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", english))


def _stem(word: str) -> str:
    """Return a word without its endings: "expung" for "expunge", "expunged" and "expungement"."""
    shorter = _ENDING.sub("", word)
    return word if shorter == word else _stem(shorter)
