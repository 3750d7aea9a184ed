"""Style sheets: minified, without unused rules, and with those for paper split off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import lightningcss

_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_ATTRIBUTE = re.compile(r'\s(?:class|id)="([^"]*)"')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_DECLARED, _USED = re.compile(r"(--[\w-]+):"), re.compile(r"var\((--[\w-]+)")
_RANGE = re.compile(r"\((width|height)([<>])=")
_LIMIT = {">": "min", "<": "max"}
_PRINT = "@media print{"


def names(html: str) -> set[str]:
    """Return the classes and ids in a piece of HTML."""
    return set(" ".join(_ATTRIBUTE.findall(html)).split())


def words(text: str) -> set[str]:
    """Return every word of a template or script: each may be a class or an id."""
    return set(_WORD.findall(text))


def minify(css: str, unused: Iterable[str] = ()) -> str:
    """Return a style sheet as small as it can be, without rules for `unused` names."""
    return _minified(css, frozenset(unused))


@lru_cache(maxsize=500)
def _minified(css: str, unused: frozenset[str]) -> str:
    small = lightningcss.process_stylesheet(css, unused_symbols=set(unused))
    # Lightning CSS writes (width>=50rem), which browsers before 2023 pass over.
    return _RANGE.sub(lambda found: f"({_LIMIT[found[2]]}-{found[1]}:", small).strip()


def prune(css: str, late: str, used: set[str]) -> str:
    """Return a style sheet without rules for classes and ids that are not in `used`.

    Variables stay that it or `late`, a sheet loaded after it, makes use of.
    """
    small = minify(css, set(_NAME.findall(css)) - used)
    while idle := set(_DECLARED.findall(small)) - set(_USED.findall(small + late)):
        small = minify(small, idle)
    return small


def split_print(css: str) -> tuple[str, str]:
    """Return a minified style sheet as two: for the screen, and what stands in `@media print`."""
    screen, paper, at = [], [], 0
    while (start := css.find(_PRINT, at)) >= 0:
        end, depth = start + len(_PRINT), 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        screen.append(css[at:start])
        paper.append(css[start + len(_PRINT) : end - 1])
        at = end
    return "".join([*screen, css[at:]]), "".join(paper)
