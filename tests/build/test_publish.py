"""A build takes the place of the last one whole, or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from record_relief.build import publish

ROOT = Path(__file__).parents[2]


def test_a_first_build_becomes_the_site(tmp_path: Path) -> None:
    staged = publish.stage(tmp_path / "site")
    (staged / "index.html").write_text("new")
    publish.publish(staged, tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_replaces_the_last_one_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "gone.html").write_text("old")
    staged = publish.stage(site)
    (staged / "index.html").write_text("new")
    publish.publish(staged, site)
    assert sorted(path.name for path in site.iterdir()) == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_last_site_comes_back_when_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    with pytest.raises(OSError, match="never"):
        publish.publish(tmp_path / "never", site)
    assert (site / "index.html").read_text() == "old"


@pytest.fixture
def project(tmp_path: Path, site_dir: Path) -> Path:  # noqa: ARG001, whose build filled the cache
    """A copy of the project with a last good site, for a build that goes wrong."""
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site")
    return tmp_path


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


BREAKS = {
    "data": ("data/states.yaml", "coverage: full", "coverage: full_"),
    "template": ("overrides/pages/state.html", "guide.headline", "guide.no_such_thing"),
    "artifact": (
        "hooks/mkdocs_site.py",
        "quick.add(last)",
        'quick.add([artifacts.Artifact("a.pdf", int, ("no number",))])',
    ),
    "page": ("docs/about.md", "## Mistakes\n", "[nowhere](nowhere.md)\n\n## Mistakes\n"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_failed_build_leaves_the_last_site(project: Path, broken: str) -> None:
    name, good, bad = BREAKS[broken]
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    done = build(project)
    assert done.returncode != 0
    assert (project / "site/index.html").read_text() == "the last good site"
    assert not list(project.glob(".site-*"))
    if broken == "artifact":
        assert "a.pdf: ValueError: " in done.stderr + done.stdout
    if broken == "data":
        line = text[: text.index(good)].count("\n") + 1
        assert f"data/states.yaml:{line}: " in done.stderr + done.stdout
        assert 'did you mean "full"?' in done.stderr + done.stdout
