"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import headers
from .artifacts import Artifact
from .derive.site import Facts
from .forms import files as forms
from .layout import Layout
from .paper import files as paper


def artifacts(facts: Facts, overrides: Path, site_url: str, layout: Layout) -> Iterator[Artifact]:
    """Yield every file that stands beside the pages; `overrides` holds the templates."""
    yield from headers.artifacts(layout.policies())
    yield from paper.artifacts(facts, overrides, site_url)
    yield from forms.artifacts(facts, overrides, site_url)
