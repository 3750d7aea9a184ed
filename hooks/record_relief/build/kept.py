"""What a build keeps in the cache for the next one, beside files: work on its way to the pages.

It is the compiled templates and what the YAML files of the data hold. It is taken up only by the
same code with the same libraries.
"""

from __future__ import annotations

import hashlib
from functools import cache

from ..files.artifacts import code, libraries
from ..files.cache import Cache
from ..pages import compiled
from ..source import yamlfile


def restore(cache: Cache) -> None:
    """Take up what earlier builds kept."""
    if (templates := cache.get(_key("templates"))) is not None:
        compiled.restore(templates)
    yamlfile.kept.restore(cache.get(_key("data")))


def keep(cache: Cache) -> None:
    """Keep what this build used."""
    if (templates := compiled.dump()) is not None:
        cache.put(_key("templates"), templates)
    if (data := yamlfile.kept.dump()) is not None:
        cache.put(_key("data"), data)


# A library may add libraries that it carries in itself to the path, while a build runs.
@cache
def _key(name: str) -> str:
    return hashlib.sha256(name.encode() + code() + libraries()).hexdigest()
