"""A folder of made files, each under the hash of everything it was made from.

An entry is the SHA-256 of its content, then the content: what a crash or a bad disk left behind is
noticed and made again. Entries are written aside and renamed, so builds at the same time may share
the folder. Each build leaves a list of what it used; an entry that none of the last builds used
goes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from itertools import count
from pathlib import Path

from ..source.kept import Kept

DEFAULT = Path(__file__).resolve().parents[3] / ".cache/record-relief"
KEPT_BUILDS = 8
_DIGEST = hashlib.sha256().digest_size


class Cache:
    """The cache as one build sees it: get and put, then end."""

    def __init__(self, folder: Path = DEFAULT, kept_builds: int = KEPT_BUILDS) -> None:
        self._entries = f"{folder}/entries"
        self._builds = folder / "builds"
        self._kept_builds = kept_builds
        self._used: set[str] = set()
        self._is_made = False
        # No other build that shares the folder has the same names for what is half written.
        own = secrets.token_hex(8)
        self._aside = (f"{folder}/new-{own}-{number}" for number in count())

    def get(self, key: str) -> bytes | None:
        """Return the content kept under `key`, or nothing if there is none or it is damaged."""
        self._used.add(key)
        try:
            # As text: a build reads thousands, and a path takes as long as the file.
            with open(f"{self._entries}/{key}", "rb") as file:  # noqa: PTH123
                entry = file.read()
        except OSError:
            return None
        digest, content = entry[:_DIGEST], entry[_DIGEST:]
        return content if hashlib.sha256(content).digest() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`."""
        self._used.add(key)
        self._write(f"{self._entries}/{key}", hashlib.sha256(content).digest() + content)

    def end(self) -> None:
        """Note what this build used, and drop what none of the last builds used."""
        name = f"{self._builds}/{time.time_ns()}-{os.getpid()}"
        self._write(name, "\n".join(self._used).encode())
        builds = sorted(self._builds.iterdir())
        for old in builds[: -self._kept_builds]:
            old.unlink(missing_ok=True)
        kept: set[str] = set()
        for build in builds[-self._kept_builds :]:
            with contextlib.suppress(FileNotFoundError):  # another build dropped it
                kept.update(build.read_text(encoding="ascii").split())
        for key in set(os.listdir(self._entries)) - kept:  # noqa: PTH208, as above
            Path(self._entries, key).unlink(missing_ok=True)

    def _write(self, target: str, content: bytes) -> None:
        """Write a file aside, and put it in place when it is whole."""
        if not self._is_made:
            for part in (self._entries, self._builds):
                Path(part).mkdir(parents=True, exist_ok=True)
            self._is_made = True
        aside = next(self._aside)
        try:
            with open(aside, "xb") as file:  # noqa: PTH123, as above
                file.write(content)
            os.replace(aside, target)  # noqa: PTH105
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise


class Pack:
    """Many files in one entry of a cache: to write each by itself takes as long as to make it.

    A build finds there what the last one of the same `name` used.
    """

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache = cache
        self._key = hashlib.sha256(name.encode()).hexdigest()
        self._kept: Kept[str, bytes] = Kept()
        self._kept.restore(cache.get(self._key))

    def get(self, key: str) -> bytes | None:
        """Return the content kept under `key`, or nothing."""
        if (content := self._kept.get(key)) is not None:
            self._kept.put(key, content)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`."""
        self._kept.put(key, content)

    def end(self) -> None:
        """Keep what this build used, for the next one."""
        if (kept := self._kept.dump()) is not None:
            self._cache.put(self._key, kept)
