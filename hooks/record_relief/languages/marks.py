"""English inside another language: marked where it enters, shown as English where it leaves.

A mark is a pair of characters around the text. It goes through every sentence, list and template
that the text goes through, and what is shown at the end says `lang="en"` there. The characters are
for private use, which no file of the project may have (`source/yamlfile`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

# A text that stays as it was written, and one whose translation is missing.
_KEPT, _MISSING, _END = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"[{_KEPT}{_MISSING}{_END}]")
# In a tag, or in an element that holds plain text, there is room for no element.
_PLAIN = re.compile(
    r"<!--.*?-->|<(title|script|style|textarea|option)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE
)
# Stands where a tag or a text was taken out; no rule of a language reaches across it.
_BORDER = "\ue003"
_SHOWN = re.compile(f'(?<= )(alt|title|content|aria-label)="[^"{_BORDER}]*"')
_SPAN = '<span lang="en">'
_ALL_ENGLISH = re.compile(rf"\s*{_SPAN}[^<]*</span>\s*")
# What can be laid out as a row, in which each element and each text is a part of its own.
_ROW = re.compile(r"<(/?)(?:a|button|label|legend|summary|h[1-6])\b")


def kept(text: str) -> str:
    """Return a text that stays English in every language: words of a law, a title, a name.

    What has no letter (a day such as 2026-03, a number) is in no language: each writes it its way.
    """
    return f"{_KEPT}{text}{_END}" if any(map(str.isalpha, text)) else text


def missing(text: str) -> str:
    """Return an English text that stands where its translation is missing; as `kept`."""
    return f"{_MISSING}{text}{_END}" if any(map(str.isalpha, text)) else text


def any_missing(text: str) -> bool:
    """Return whether a text has a part whose translation is missing."""
    return _MISSING in text


def is_marked(text: str) -> bool:
    """Return whether all of a text is marked."""
    return text.startswith((_KEPT, _MISSING)) and text.find(_END) == len(text) - 1


def is_within(text: str, place: int) -> bool:
    """Return whether a place in a text stands between two marks."""
    return text.rfind(_END, 0, place) < max(
        text.rfind(each, 0, place) for each in (_KEPT, _MISSING)
    )


def closed(text: str) -> str:
    """Return a text with one full stop at its end, which stands within its mark."""
    body = text.rstrip(_END)
    return f"{body.rstrip('.')}.{text[len(body) :]}"


def plain(text: str) -> str:
    """Return a text without marks."""
    return _MARKS.sub("", text)


def shown(html: str, joined: Callable[[str], str]) -> str:
    """Return HTML in which what is marked is an element in English; in attributes it is plain.

    `joined` is what the language does to a finished text.
    """
    between, tags, at = [], [], 0
    for tag in _PLAIN.finditer(html):
        between.append(html[at : tag.start()])
        tags.append(tag[0])
        at = tag.end()
    between.append(html[at:])
    # All texts at once, and all tags: a page has thousands.
    texts = joined(_spans(_BORDER.join(between))).split(_BORDER)
    written = _SHOWN.sub(lambda said: joined(said[0]), plain(_BORDER.join(tags))).split(_BORDER)
    written = [joined(tag) if tag.startswith("<title") else tag for tag in written]
    return "".join(_in_one_part(texts, written))


def _in_one_part(texts: Iterable[str], tags: Iterable[str]) -> Iterator[str]:
    """Yield texts and the tags after them; a text that is in part English stays one part of a row.

    It would fall apart into columns where a link or a label is laid out as a row.
    """
    in_row = False
    for text, tag in zip_longest(texts, tags, fillvalue=""):
        mixed = in_row and _SPAN in text and not _ALL_ENGLISH.fullmatch(text)
        yield f"<span>{text}</span>" if mixed else text
        yield tag
        if found := _ROW.match(tag):
            in_row = not found[1]


def _spans(text: str) -> str:
    return text.replace(_KEPT, _SPAN).replace(_MISSING, _SPAN).replace(_END, "</span>")
