"""What a build keeps in the cache for the next one, beside files: work on its way to the pages.

It is the compiled templates. What is kept is of the same code and the same libraries.
"""

from __future__ import annotations

import hashlib

from ..files.artifacts import code, libraries
from ..files.cache import Cache
from ..pages import compiled


def restore(cache: Cache) -> None:
    """Take up what earlier builds kept."""
    if (kept := cache.get(_key("templates"))) is not None:
        compiled.restore(kept)


def keep(cache: Cache) -> None:
    """Keep what this build used."""
    if (templates := compiled.dump()) is not None:
        cache.put(_key("templates"), templates)


def _key(name: str) -> str:
    return hashlib.sha256(name.encode() + code() + libraries()).hexdigest()
