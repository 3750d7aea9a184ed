"""The typeface of what is printed is broken."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import font_source_sans_pro

from tests.faults.conftest import Build, assert_told, is_last_good, leftovers


def test_a_broken_typeface_is_named_and_the_next_build_is_whole(
    project: Path, build: Build
) -> None:
    package = Path(font_source_sans_pro.__file__).parent
    copy = project / "packages" / package.name
    shutil.copytree(package, copy)
    face = copy / "files/SourceSansPro-Semibold.otf"
    good = face.read_bytes()
    face.write_bytes(good[: len(good) // 2])
    done = build(PYTHONPATH=str(copy.parent))
    assert_told(done, f"The typeface in {re.escape(str(face.parent))} is broken. Run `make clean`,")
    assert is_last_good(project)
    assert leftovers(project) == []

    face.write_bytes(good)
    done = build(PYTHONPATH=str(copy.parent))
    assert done.returncode == 0, done.stdout
    assert list((project / "site/paper").glob("*.pdf"))
