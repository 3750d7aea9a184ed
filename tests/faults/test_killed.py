"""A build killed at any stage leaves the last site as it was; the next build cleans up."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.faults.conftest import Build, is_last_good, leftovers
from tests.faults.killed_build import STAGES


def test_a_killed_build_leaves_the_last_site_and_the_next_one_is_whole(
    project: Path, build: Build
) -> None:
    for stage in STAGES:
        done = build(stage=stage)
        assert done.returncode == -signal.SIGKILL, done.stdout
        if stage == "clean up":  # the new site is in place, the old one not yet removed
            assert (project / "site/404.html").exists()
        else:
            assert is_last_good(project), stage
        assert len(leftovers(project)) <= 1, f"{stage}: earlier leftovers are still there"
    assert leftovers(project)
    done = build()
    assert done.returncode == 0, done.stdout
    assert (project / "site/404.html").exists()
    assert (project / "site/pagefind/pagefind.js").exists()
    assert leftovers(project) == []
