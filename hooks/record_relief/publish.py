"""Put a finished build in place of the last one, all or nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path


def stage(site: Path) -> Path:
    """Return a new empty directory beside `site`, on the same disk, to build into."""
    site.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))


def publish(staged: Path, site: Path) -> None:
    """Make `staged` the site. Whoever looks sees the old site or the new one, never a mix."""
    staged.chmod(0o755)
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
        shutil.rmtree(old, ignore_errors=True)


def discard(staged: Path) -> None:
    """Remove what a failed build left."""
    shutil.rmtree(staged, ignore_errors=True)
