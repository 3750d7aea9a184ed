"""A phrase in a text: whether its words stand there, or what comes nearest to them.

Only words, numbers and the signs §, $ and % count, in their order. Punctuation, hyphens, the case
of letters, quotation marks and where lines end do not: they differ between two sites with the same
law. "Section", "Sec." and "§" are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from rapidfuzz import fuzz

# A passage with fewer of the words is another passage. One word of four may differ.
_NEAR = 60
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"[^\W_]+|§+|[$%]")
# A word hyphenated at the end of a line.
_BROKEN = re.compile(r"(?<=[a-z])[-\u2010]\s*\n\s*(?=[a-z])")
_SECTION = {"section", "sections", "sec", "secs", "§§"}


# What to do, and with which words: from and to of the phrase, from and to of the text.
_Step: TypeAlias = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Passage:
    """What comes nearest to a phrase.

    `difference` shows both: [-words that are gone-] and {+words that are new+}.
    """

    text: str
    difference: str


class Text:
    """A text in which phrases are looked for."""

    def __init__(self, text: str) -> None:
        whole = _BROKEN.sub("", text.translate(_UNSEEN))
        self.text = unicodedata.normalize("NFKC", whole)
        found = list(_WORD.finditer(self.text))
        self.words = [_plain(match[0]) for match in found]
        self._spans = [match.span() for match in found]

    @cached_property
    def _ends(self) -> list[int]:
        """Where each word ends in the text without anything between the words."""
        return list(accumulate(map(len, self.words), initial=0))

    @cached_property
    def _squeezed(self) -> str:
        return "".join(self.words)

    @cached_property
    def _edges(self) -> frozenset[int]:
        return frozenset(self._ends)

    def has(self, phrase: Text) -> bool:
        """Whether the words stand in the text one after the other.

        A word may be broken anywhere, as by a hyphen at the end of a line, but the first begins
        where a word of the text does, and the last ends where one does.
        """
        wanted = phrase._squeezed
        at = self._squeezed.find(wanted)
        while at >= 0:
            if at in self._edges and at + len(wanted) in self._edges:
                return True
            at = self._squeezed.find(wanted, at + 1)
        return False

    def nearest(self, phrase: Text) -> Passage | None:
        """Return the passage that is most like the phrase, or nothing if none is."""
        if not self.words:
            return None
        best = fuzz.partial_ratio_alignment(phrase.words, self.words)
        if best is None or best.score < _NEAR:
            return None
        first, last = best.dest_start, best.dest_end
        blocks = _matcher(phrase.words, self.words[first:last]).get_matching_blocks()
        # Words that came in have pushed others out of a window as long as the phrase.
        slack = len(phrase.words) - sum(block.size for block in blocks)
        first, last = max(first - slack, 0), min(last + slack, len(self.words))
        steps = _trimmed(_matcher(phrase.words, self.words[first:last]).get_opcodes())
        passage = self.part(first + steps[0][3], first + steps[-1][4])
        return Passage(passage, " ".join(_pieces(steps, phrase, self, first)))

    def part(self, first: int, last: int) -> str:
        """Return the text from one word to another, as it stands there, on one line."""
        if first >= last:
            return ""
        cut = self.text[self._spans[first][0] : self._spans[last - 1][1]]
        return "".join(filter(str.isprintable, " ".join(cut.split())))


def _trimmed(steps: Sequence[_Step]) -> list[_Step]:
    """Return the steps without what stands before and after the passage that they lead to."""
    first, last = steps[0][0] == "insert", steps[-1][0] == "insert"
    kept = list(steps[first : len(steps) - last])
    step, old, old_end, new, new_end = kept[0]
    kept[0] = (step, old, old_end, max(new, new_end - (old_end - old)), new_end)
    step, old, old_end, new, new_end = kept[-1]
    kept[-1] = (step, old, old_end, new, min(new_end, new + (old_end - old)))
    return kept


def _pieces(steps: Sequence[_Step], phrase: Text, text: Text, first: int) -> Iterator[str]:
    for step, old, old_end, new, new_end in steps:
        if step == "equal":
            yield text.part(first + new, first + new_end)
            continue
        if old < old_end:
            yield f"[-{phrase.part(old, old_end)}-]"
        if new < new_end:
            yield f"{{+{text.part(first + new, first + new_end)}+}}"


def _matcher(a: Sequence[str], b: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a, b, autojunk=False)


def _plain(word: str) -> str:
    word = word.casefold()
    return "§" if word in _SECTION else word
