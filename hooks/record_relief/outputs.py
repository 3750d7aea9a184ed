"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import feeds
from .api import files
from .artifacts import Artifact
from .derive.site import Facts


def artifacts(facts: Facts, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield every file that stands beside the pages; `overrides` holds the templates."""
    root = overrides.parent
    yield from files.artifacts(facts, site_url, root / files.KEPT)
    yield from feeds.artifacts(facts, site_url)
