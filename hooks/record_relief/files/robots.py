"""robots.txt: what search engines may read (RFC 9309), and where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator

from .artifacts import Artifact


def robots(site_url: str) -> bytes:
    """Return the file: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode("ascii")


def artifacts(site_url: str) -> Iterator[Artifact]:
    """Yield the file."""
    yield Artifact("robots.txt", robots, (site_url,))
