"""The body of a page as it is sent, and what the page around it has to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from . import styles

# What is typed, chosen or answered on a page, which the exit control empties.
_ANSWERS = ("<form", "<input", "<select", "<textarea", " data-answer")


class Uses(NamedTuple):
    """What HTML needs of the page around it: styles of classes and ids; what empties answers."""

    names: frozenset[str]
    answers: bool


def uses(html: str) -> Uses:
    """Return what a piece of HTML needs of the page around it."""
    return Uses(frozenset(styles.names(html)), any(begin in html for begin in _ANSWERS))


class Body(NamedTuple):
    """The body of a page as it is sent; `partly_english` where a translation is missing in it.

    `loads` are the addresses of the assets that it names, by their plain names.
    """

    html: str
    uses: Uses
    partly_english: bool = False
    loads: Mapping[str, str] = {}
