"""A move off the theme: its successor builds the same site from the same package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import zensical_site

from tests.builders import ROOT

pytestmark = pytest.mark.proof_of_move


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    return zensical_site.build(tmp_path_factory.mktemp("moved"))


def _files(site: Path) -> dict[str, bytes]:
    """Return a site's files by path, but the sitemap, in which Zensical has its own order."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and not file.name.startswith("sitemap.xml")
    }


def test_every_page_and_file_is_the_same(site_dir: Path, moved: Path) -> None:
    ours, theirs = _files(site_dir), _files(moved)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_sitemap_lists_the_same_pages_and_days(site_dir: Path, moved: Path) -> None:
    ours, theirs = ((site / "sitemap.xml").read_text("utf-8") for site in (site_dir, moved))
    assert sorted(ours.splitlines()) == sorted(theirs.splitlines())


def test_the_second_adapter_needs_no_mkdocs() -> None:
    """Nothing that it imports is of MkDocs or of the theme."""
    code = "import sys, zensical_site; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT / 'tools'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = done.stdout.split()
    assert "record_relief" in found
    assert [name for name in found if name.startswith(("mkdocs", "material"))] == []
