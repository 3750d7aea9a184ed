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
# What the rules for paper and for wide screens begin with.
PRINT, WIDE = "@media print{", "@media (min-width:"


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


def split(css: str, begins: str) -> tuple[str, str]:
    """Return a minified style sheet as two: without the `@media` that begin so, and these alone."""
    rest, apart, at = [], [], 0
    while (start := css.find(begins, at)) >= 0:
        end = css.index("{", start) + 1
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        rest.append(css[at:start])
        apart.append(css[start:end])
        at = end
    return "".join([*rest, css[at:]]), "".join(apart)
