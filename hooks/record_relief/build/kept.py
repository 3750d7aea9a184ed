"""What a build keeps in the cache for the next one, beside files: work on its way to the pages.

It is the compiled templates, what the files of the data and of the translations hold, the places in
other languages, how hard each text is to read, which pages are too heavy, and what Markdown made of
those that people wrote.
It is taken up only by the same code with the same libraries.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from ..files.artifacts import code, libraries
from ..files.cache import Cache
from ..languages import catalog, typed
from ..lint import reading
from ..pages import compiled, light, prose
from ..source import yamlfile
from ..source.kept import Kept

# What each module worked out of what people wrote.
_KEPT: dict[str, Kept[Any, Any]] = {
    "data": yamlfile.kept,
    "catalogs": catalog.kept,
    "translated": typed.kept,
    "grades": reading.kept,
    "weights": light.kept,
    "prose": prose.kept,
}


def restore(cache: Cache) -> None:
    """Take up what earlier builds kept."""
    if (templates := cache.get(_key("templates"))) is not None:
        compiled.restore(templates)
    for name, kept in _KEPT.items():
        kept.restore(cache.get(_key(name)))


def turn() -> None:
    """Forget what the last state of a previewed project did not use."""
    for kept in _KEPT.values():
        kept.turn()


def keep(cache: Cache) -> None:
    """Keep what this build used."""
    if (templates := compiled.dump()) is not None:
        cache.put(_key("templates"), templates)
    for name, kept in _KEPT.items():
        if (found := kept.dump()) is not None:
            cache.put(_key(name), found)


@cache
def _key(name: str) -> str:
    return hashlib.sha256(name.encode() + code() + libraries()).hexdigest()
