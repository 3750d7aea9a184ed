"""What was worked out of a text, kept from one build to the next, by all that decides it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """What earlier builds worked out, by keys that hold, or hash, all it was worked out from.

    Nothing is kept before `restore`. A preview, which sees one state after another, calls `turn`
    after each, and so holds no more than two.
    """

    def __init__(self) -> None:
        self._earlier: dict[Key, Value] = {}
        self._used: dict[Key, Value] | None = None

    def restore(self, earlier: bytes | None) -> None:
        """Begin to keep; take up what `dump` returned earlier, by the same code."""
        self._used = {}
        if earlier is not None:
            self._earlier = pickle.loads(earlier)

    def turn(self) -> None:
        """Begin with the next state; what the one before did not use is forgotten."""
        if self._used:
            self._earlier, self._used = self._used, {}

    def dump(self) -> bytes | None:
        """Return all that was asked for; nothing if it is what was there before."""
        if not self._used or self._used.keys() == self._earlier.keys():
            return None
        return pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL)

    def get(self, key: Key) -> Value | None:
        """Return what was worked out before, if it was."""
        return self._earlier.get(key)

    def put(self, key: Key, found: Value) -> None:
        """Keep what was worked out."""
        if self._used is not None:
            self._used[key] = found

    def made(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return what was worked out before, or what `make` returns, and keep it."""
        found = self._earlier.get(key)
        if found is None:
            found = make()
        self.put(key, found)
        return found
