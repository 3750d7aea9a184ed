"""A copy of the project with a last good site, in which builds are made to fail."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLED_BUILD = Path(__file__).with_name("killed_build.py")
Build = Callable[..., subprocess.CompletedProcess[str]]


def copy_project(target: Path) -> Path:
    """Copy what a build reads."""
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copy(ROOT / name, target)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with a last good site."""
    copy_project(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site")
    return tmp_path


@pytest.fixture
def build(project: Path) -> Build:
    """Build the project with few files beside the pages; `first` goes before the command.

    `stage` is one at which the build is killed, `whole` makes every file.
    """

    def build(
        *arguments: str | Path,
        first: Sequence[str] = (),
        stage: str = "none",
        whole: bool = False,
        **options: str,
    ) -> subprocess.CompletedProcess[str]:
        program = ("-m", "mkdocs") if whole else (KILLED_BUILD, stage)
        return subprocess.run(
            [*first, sys.executable, *program, "build", "--strict", *arguments],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"} | options,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=1200,  # a worker that outlived a killed build would hold the output open
        )

    return build


def assert_told(done: subprocess.CompletedProcess[str], *messages: str) -> None:
    """Assert that a build failed and said, without a traceback, what matches each pattern."""
    assert done.returncode == 1, done.stdout
    for message in (*messages, r"The site stays as it was\."):
        assert re.search(message, done.stdout), done.stdout
    assert "Traceback" not in done.stdout, done.stdout


def leftovers(project: Path) -> list[Path]:
    """Return what builds have left beside the site."""
    return sorted(project.glob(".site-*"))


def is_last_good(project: Path) -> bool:
    """Tell whether the site is as it was before any build."""
    site = project / "site"
    found = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    return found == ["index.html"] and (site / "index.html").read_text() == "the last good site"


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
