"""Put a finished build in place of the last one, all or nothing."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from pathlib import Path

# renameat2(2): swap two paths in one step; paths are relative to the working directory.
_RENAME_EXCHANGE, _AT_FDCWD = 2, -100
# A build holds a lock on its directory; the system frees it when the build ends in any way.
_locks: dict[Path, int] = {}


def stage(site: Path) -> Path:
    """Return a new empty directory beside `site`, on the same disk, to build into.

    Removes what builds left that were killed. Raises OSError where nothing can be written there.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f".{site.name}-*"):
        lock = _lock(left)
        if lock is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(lock)
    staged = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    lock = _lock(staged)
    if lock is not None:
        _locks[staged] = lock
    return staged


def _lock(folder: Path) -> int | None:
    """Take the lock of a directory; None where a running build has it."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        return None
    return opened


def publish(staged: Path, site: Path) -> None:
    """Make `staged` the site. Whoever looks sees the old site or the new one, never a mix.

    On Linux the two change places in one step, so that there is a site at every moment.
    """
    staged.chmod(0o755)
    if site.exists() and _exchange(staged, site):
        discard(staged)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{site.name}-old-", dir=site.parent))
    if site.exists():
        site.replace(old / site.name)
    try:
        staged.replace(site)
    except OSError:
        if (old / site.name).exists():
            (old / site.name).replace(site)
        raise
    finally:
        discard(old)
        _free(staged)


def _exchange(staged: Path, site: Path) -> bool:
    """Swap two directories in one step; return False where the system can't."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(staged), os.fsencode(site)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def _forget_locks() -> None:
    for lock in _locks.values():
        os.close(lock)
    _locks.clear()


# A worker that outlives a killed build must not hold its lock.
os.register_at_fork(after_in_child=_forget_locks)


def discard(staged: Path) -> None:
    """Remove what a failed build left."""
    shutil.rmtree(staged, ignore_errors=True)
    _free(staged)


def _free(staged: Path) -> None:
    lock = _locks.pop(staged, None)
    if lock is not None:
        os.close(lock)
