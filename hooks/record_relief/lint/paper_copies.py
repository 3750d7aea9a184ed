"""A form or a page of a court or an agency that was read as a copy says so after its title.

A reader would else take it for the paper as its office has it today: lists of sources show the
title and what follows it (`extent`), not the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..source.evidence import ReadText, TextKind
from .base import Context, Finding

_PAPERS: frozenset[TextKind] = frozenset(("court_form", "agency_form", "court_page"))
_COPY = re.compile(r"\bcop(?:y|ies|ied)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(rf"{_COPY.pattern}|\bpublic files\b|\bcompany's files\b", re.IGNORECASE)
# No office publishes its papers in a repository of code.
_REPOSITORIES = "github.com"


def check(context: Context) -> Iterator[Finding]:
    """Find papers of offices that somebody else keeps, without a word of it after the title."""
    for code, evidence in context.data.evidence.items():
        for read in evidence.texts:
            if _is_copy(read) and not _COPY.search(f"{read.title}, {read.extent or ''}"):
                message = 'was read as a copy; say so where readers see it: put "copy" first here'
                yield Finding(("evidence", code, "texts", read.id, "extent"), message)


def _is_copy(read: ReadText) -> bool:
    if read.kind not in _PAPERS:
        return False
    return urlsplit(read.url).hostname == _REPOSITORIES or bool(_OF_OTHERS.search(read.note or ""))
