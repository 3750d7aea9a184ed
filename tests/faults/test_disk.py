"""A full disk, and a folder where nothing may be written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults.conftest import Build, assert_told, is_last_good, leftovers


def test_incomplete_files_are_not_published(project: Path, build: Build) -> None:
    """The system ends every file after 40 kB, as a quota does."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, kept[1]))
    try:
        done = build()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert_told(done, "There is no room to write")
    assert is_last_good(project)
    assert leftovers(project) == []


def _mounts() -> bool:
    """Tell whether a small disk can be mounted here, in a name space of its own."""
    if not shutil.which("unshare"):
        return False
    command = ["unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "x", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _mounts(), reason="NOT CHECKED HERE: no small disk can be mounted")
def test_a_full_disk_leaves_the_last_site(project: Path, build: Build) -> None:
    """The disk is full among the pages, and when only a part of the search index is left."""
    done = build("--site-dir", "whole")
    assert done.returncode == 0, done.stdout
    files = [file for file in (project / "whole").rglob("*") if file.is_file()]
    size = sum(-(-file.stat().st_size // 4096) * 4096 for file in files)
    good = shutil.move(project / "site", project / "good")
    (project / "disk").mkdir()
    shell = (
        'mount -t tmpfs -o size="$1" small disk && cp -r good disk/site || exit 99; shift;'
        ' "$@"; code=$?; rm -rf good; cp -r disk/site good; ls -A disk > left; exit $code'
    )
    for share in (0.2, 0.97):
        room = str(int(size * share))
        first = ["unshare", "--mount", "--map-root-user", "sh", "-c", shell, "sh", room]
        done = build("--site-dir", "disk/site", first=first)
        assert_told(done, "There is no room to write")
        assert (project / "left").read_text().split() == ["site"]
    shutil.move(good, project / "site")
    assert is_last_good(project)


def test_a_place_where_nothing_may_be_written(project: Path, build: Build) -> None:
    first = []
    if os.geteuid() == 0:  # root may write anywhere until it gives that up
        first = ["setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-all"]
    project.chmod(0o555)
    try:
        done = build(first=first)
    finally:
        project.chmod(0o755)
    assert_told(done, "May not write", "Allow it, or name another place")
    assert is_last_good(project)
