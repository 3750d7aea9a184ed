"""Every clone has the same bytes, whatever git is told there; a build does not depend on it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from record_relief.pages.assets import with_unix_lines

from tests.builders import ROOT


def test_a_clone_with_the_line_ends_of_windows_is_the_same(git: str, tmp_path: Path) -> None:
    options = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf"]
    paths = [".gitattributes", "docs", "overrides", "mkdocs.yml", "hooks/mkdocs_hook.py"]
    clone = tmp_path / "clone"
    subprocess.run([git, "init", "--quiet", clone], check=True)
    for path in paths:
        for file in [ROOT / path, *(ROOT / path).rglob("*")]:
            if file.is_file():
                (target := clone / file.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
    subprocess.run([git, *options, "add", "."], cwd=clone, check=True, capture_output=True)
    originals = {file: file.read_bytes() for file in clone.rglob("*.*") if file.is_file()}
    originals = {file: text for file, text in originals.items() if ".git/" not in str(file)}
    for file in originals:
        file.unlink()
    subprocess.run([git, *options, "checkout", "--quiet", "."], cwd=clone, check=True)
    assert [str(file) for file, text in originals.items() if file.read_bytes() != text] == []


def test_only_text_gets_the_line_ends_of_unix() -> None:
    assert with_unix_lines(b"a\r\nb\n") == b"a\nb\n"
    assert with_unix_lines(b"\0\r\n") == b"\0\r\n"
