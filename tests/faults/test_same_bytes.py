"""Two builds of one state of the project are the same, byte by byte."""

from __future__ import annotations

from pathlib import Path

from tests.faults.conftest import Build, tree


def test_a_build_elsewhere_at_another_time_is_the_same(
    project: Path, build: Build, site_dir: Path
) -> None:
    """Another folder, hash seed, time zone, language and (in files' dates) another time."""
    done = build(
        whole=True,
        PYTHONHASHSEED="42",
        TZ="Asia/Kathmandu",
        LC_ALL="C",
        LANG="C",
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert done.returncode == 0, done.stdout
    assert tree(project / "site") == tree(site_dir)
