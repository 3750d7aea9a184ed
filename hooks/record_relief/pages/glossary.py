"""Find legal terms in a text, so that a page can explain each where it first appears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from ..source.explainers import Term


@dataclass(frozen=True)
class Segment:
    """A piece of text; `term` is set where the piece is the first use of a term on the page."""

    text: str
    term: Term | None = None


class Glossary:
    """The terms of the site, ready to be looked for."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {form.lower(): term for term in terms for form in term.forms}
        self._pattern = re.compile(rf"\b(?:{_any_of(self._terms)})\b", re.IGNORECASE)
        self._find = lru_cache(maxsize=None)(self._find_all)

    def _find_all(self, text: str) -> tuple[tuple[int, int, Term], ...]:
        return tuple(
            (found.start(), found.end(), self._terms[found[0].lower()])
            for found in self._pattern.finditer(text)
        )

    def explain(self, text: str, seen: set[str]) -> Iterator[Segment]:
        """Split `text` at terms whose id is not in `seen`, and add them to it."""
        at = 0
        for start, end, term in self._find(text):
            if term.id in seen:
                continue
            seen.add(term.id)
            if start > at:
                yield Segment(text[at:start])
            yield Segment(text[start:end], term)
            at = end
        if at < len(text):
            yield Segment(text[at:])


def _any_of(forms: Iterable[str]) -> str:
    """Return a pattern of any of these words, the longest first.

    Those with the same first letter stand together: most places in a text are passed at once.
    """
    longest_first = sorted(forms, key=lambda form: (form[0], -len(form)))
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(re.escape(form[1:]) for form in group)})"
        for letter, group in groupby(longest_first, key=itemgetter(0))
    )
