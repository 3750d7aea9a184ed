"""Two builds of one state of the project are the same, byte by byte."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, Build, tree


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


def test_another_python_builds_the_same(
    project: Path, site_dir: Path, other_python: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With the same locked packages. Needs the registry, or what pip has kept of it."""
    made = tmp_path_factory.mktemp("other-python")
    subprocess.run([other_python, "-m", "venv", made], check=True)
    install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
    requirements = ["-r", ROOT / "requirements.txt"]
    subprocess.run([made / "bin/python", *install, *requirements], check=True)
    subprocess.run(
        [made / "bin/python", "-m", "mkdocs", "build", "--strict"], cwd=project, check=True
    )
    assert tree(project / "site") == tree(site_dir)


def test_a_clone_with_the_line_ends_of_windows_builds_the_same(
    project: Path, build: Build, site_dir: Path
) -> None:
    for path in project.rglob("*"):
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            path.write_bytes(content.replace(b"\n", b"\r\n"))
    done = build(whole=True)
    assert done.returncode == 0, done.stdout
    assert tree(project / "site") == tree(site_dir)


# File, what stands there, what takes its place. An edited fact leaves most of what was kept; with
# the others, one of every kind of input, there is little that stays.
FACT = (("data/states.yaml", "\n  summary: 'If", "\n  summary: 'Anew: if"),)
EDITS = (
    *FACT,
    ("data/forms.yaml", "\n  title: ", "\n  title: Anew, "),
    ("data/packets.yaml", "\n  title: Proposed order", "\n  title: Proposed order anew"),
    ("overrides/components/base.css", "body {", "body { min-height: 1px;"),
    ("overrides/components/site_footer.html", "<footer", '<footer data-edited="1"'),
    ("overrides/paper/style.typ", "radius: 2pt", "radius: 3pt"),
    ("overrides/embed/card.html", "<html", '<html data-edited="1"'),
    ("overrides/drawings/card.typ", "size: 26pt", "size: 27pt"),
    ("docs/assets/js/page.js", "(function", "/* anew */ window.anew = 1; (function"),
    ("hooks/record_relief/files/feeds.py", '"Record Relief', '"Record Relief anew'),
    ("hooks/record_relief/files/forms/docx.py", "Inches(7)", "Inches(6.9)"),
)
CHANGED_BY_FACT = (
    "states/alabama/index.html",
    "states/alabama/index.html.br",
    "es/states/alabama/index.html",
    "paper/alabama-full.pdf",
    "api/v2/jurisdictions/al.json",
)
CHANGED = (
    *CHANGED_BY_FACT,
    "states/alabama/al-draft-1.pdf",
    "cards/record-relief.png",
    "feeds/al.xml",
    "embed/card/alabama-light.html",
    "tools/clerk-letter.docx",
    "tools/index.html",
)


@pytest.mark.parametrize(("edits", "changed"), [(FACT, CHANGED_BY_FACT), (EDITS, CHANGED)])
def test_a_build_takes_nothing_from_the_cache_that_is_out_of_date(
    project: Path,
    build: Build,
    edits: Sequence[tuple[str, str, str]],
    changed: Sequence[str],
) -> None:
    assert build(whole=True).returncode == 0
    before = tree(project / "site")
    for name, old, new in edits:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert build(whole=True).returncode == 0
    kept = tree(project / "site")
    shutil.rmtree(project / ".cache")
    assert build(whole=True).returncode == 0
    assert kept == tree(project / "site")
    assert [path for path in changed if before[path] == kept[path]] == []
