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
import tempfile
import time
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[3] / ".cache/record-relief"
KEPT_BUILDS = 8
_DIGEST = hashlib.sha256().digest_size


class Cache:
    """The cache as one build sees it: get and put, then end."""

    def __init__(self, folder: Path = DEFAULT, kept_builds: int = KEPT_BUILDS) -> None:
        self._entries = folder / "entries"
        self._folder = str(self._entries)
        self._builds = folder / "builds"
        self._kept_builds = kept_builds
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return the content kept under `key`, or nothing if there is none or it is damaged."""
        self._used.add(key)
        try:
            # As text: a build reads thousands, and a path takes as long as the file.
            with open(f"{self._folder}/{key}", "rb") as file:  # noqa: PTH123
                entry = file.read()
        except OSError:
            return None
        digest, content = entry[:_DIGEST], entry[_DIGEST:]
        return content if hashlib.sha256(content).digest() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`."""
        self._used.add(key)
        _write(self._entries / key, hashlib.sha256(content).digest() + content)

    def end(self) -> None:
        """Note what this build used, and drop what none of the last builds used."""
        _write(self._builds / f"{time.time_ns()}-{os.getpid()}", "\n".join(self._used).encode())
        builds = sorted(self._builds.iterdir())
        for old in builds[: -self._kept_builds]:
            old.unlink(missing_ok=True)
        kept: set[str] = set()
        for build in builds[-self._kept_builds :]:
            with contextlib.suppress(FileNotFoundError):  # another build dropped it
                kept.update(build.read_text(encoding="ascii").split())
        for entry in self._entries.glob("*"):
            if entry.name not in kept:
                entry.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent.parent, prefix="new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
