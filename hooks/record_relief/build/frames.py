"""What stands around the body of each page, kept from one build to the next.

It rests on what the page's context tells, on what all pages share, and on the names of the assets
that it loads. The version of the facts, which most pages cite and every edit changes, comes in when
the page is put together (`pages/render.py`): so an edited fact leaves nearly all of it as it was.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

from ..files.artifacts import digest, fields_of
from ..files.cache import Cache
from ..pages.render import Frame


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else fields_of(value)


class Frames:
    """Makes what stands around pages, or takes it from an earlier build that made it of the same.

    `shared` returns the hash of all on which it rests beside the context of its page. Without a
    `cache` all is made anew.
    """

    def __init__(self, shared: Callable[[], str], cache: Cache | None) -> None:
        self._shared = shared
        self._cache = cache
        self._kept: dict[str, Frame] | None = None
        self._used: dict[str, Frame] = {}

    def made(
        self, context: Any, make: Callable[[], Frame], stands: Callable[[Frame], bool]
    ) -> Frame:
        """Return what `make` returns for a context of plain values; a kept one if it `stands`."""
        if self._cache is None:
            return make()
        if self._kept is None:
            found = self._cache.get(self._key())
            self._kept = pickle.loads(found) if found is not None else {}
        name = digest(json.dumps(context, ensure_ascii=False, default=_told))
        frame = self._kept.get(name)
        if frame is None or not stands(frame):
            frame = make()
        self._used[name] = frame
        return frame

    def keep(self) -> None:
        """Keep what was used for the next build."""
        if self._cache and self._used != self._kept:
            self._cache.put(self._key(), pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))

    def _key(self) -> str:
        return digest("frames", self._shared())
