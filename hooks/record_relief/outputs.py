"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import headers
from .artifacts import Artifact
from .derive.site import Facts
from .layout import Layout


def artifacts(  # the arguments are for the modules that make files
    facts: Facts,  # noqa: ARG001
    overrides: Path,  # noqa: ARG001
    site_url: str,  # noqa: ARG001
    layout: Layout,
) -> Iterator[Artifact]:
    """Yield every file that stands beside the pages; `overrides` holds the templates."""
    yield from headers.artifacts(layout.policies())
