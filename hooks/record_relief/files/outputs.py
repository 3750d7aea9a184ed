"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..derive.citations import Citations
from ..derive.site import Facts
from ..pages import palette
from ..pages.catalogue import Page
from ..pages.layout import Layout
from ..source.written import written
from . import cards, cite, embed, feeds, headers, loading, maps, redirects, robots
from .api import files, first
from .artifacts import Artifact
from .forms import files as forms
from .packets import files as packets
from .paper import files as paper


def artifacts(
    facts: Facts, overrides: Path, site_url: str, pages: Iterable[Page]
) -> Iterator[Artifact]:
    """Yield the files beside the generated `pages`; `overrides` holds the templates.

    What takes longest comes first, so that all cores are busy to the end.
    """
    root = overrides.parent
    drawings = maps.Drawings(facts, overrides, site_url)
    citations = Citations(facts, site_url)
    listed = [(page.url, page.title) for page in pages if page.listed]
    yield from paper.artifacts(facts, overrides, site_url)
    yield from packets.artifacts(facts, overrides, site_url)
    yield from cards.artifacts(facts, drawings, site_url)
    yield from forms.artifacts(facts, overrides, site_url)
    yield from maps.artifacts(facts, drawings)
    texts = [(page.url, str(page.meta["title"])) for page in written(root / "docs")]
    ground = palette.load(overrides).typeset["code-ground"]
    cited = (citations.of(url, title) for url, title in (*listed, *texts))
    yield from cite.artifacts(cited, ground)
    yield from files.artifacts(facts, site_url, root / files.KEPT)
    yield from first.artifacts(root / first.KEPT, site_url)
    yield from feeds.artifacts(facts, site_url, root / files.KEPT.parent)
    yield from embed.artifacts(facts, overrides, site_url)
    yield from redirects.artifacts(facts)
    yield from robots.artifacts(site_url)


def after_pages(overrides: Path, layout: Layout) -> Iterator[Artifact]:
    """Yield the files that depend on the layout; `layout` has seen the pages."""
    yield from loading.artifacts(overrides, layout)
    yield from headers.artifacts([*layout.policies(), *embed.policies(overrides)])
