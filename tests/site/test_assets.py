"""What pages load is named by its content, so that a browser may keep it for a year."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urljoin

from tests.built_site import Site


def test_every_asset_is_named_by_its_content(site_dir: Path) -> None:
    files = [path for path in (site_dir / "assets").rglob("*") if path.is_file()]
    assert files
    for path in files:
        if path.suffix in (".br", ".gz"):
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.name.split(".")[-2] == digest[:10], path


def test_pages_load_only_assets_of_our_own(site: Site) -> None:
    named = re.compile(r"^/assets/.+\.[0-9a-f]{10}\.\w+$")
    for page in site:
        loaded = [node.attributes["src"] for node in page.all("script[src], img[src]")]
        loaded += [
            node.attributes["href"] for node in page.all("link[rel=stylesheet], link[rel=icon]")
        ]
        for address in loaded:
            assert named.match(urljoin(page.path, str(address))), f"{page}: {address}"


def test_the_first_paint_waits_for_nothing_but_the_page(site: Site) -> None:
    """Styles in the head are inline or for wide screens; scripts come below or deferred."""
    for page in site:
        assert not page.all("head script"), page
        for link in page.all("head link[rel=stylesheet]"):
            assert link.attributes["media"] == "(min-width:50rem)", page
        for script in page.all("script[src]"):
            assert "defer" in script.attributes, page
