"""The commands `check` and `schema`, as a person at a terminal meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from record_relief.build import cli, clock
from record_relief.source.model import StatesFile, schema

from tests.builders import ROOT, TODAY, marked, replaced, states_yaml, write_evidence


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small data file, on the day it was checked."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    path = tmp_path / "states.yaml"
    path.write_text(states_yaml(), encoding="utf-8")
    write_evidence(tmp_path)
    return path


def test_check_says_what_is_in_a_good_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--file", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 57 places and 1 laws, no error.\n"


def test_check_prints_every_problem_and_fails(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, first = marked(replaced(states_yaml(), "  coverage: full\n", "▶  coverage: ful\n"))
    text, second = marked(replaced(text, "    phone: 212-555-0100\n", "▶    phone: 911\n"))
    file.write_text(text, encoding="utf-8")
    assert cli.main(["check", "--file", str(file)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f'{file}:{first}: NY.coverage: "ful" is not one of full, partial, minors_only, open, none'
        ' (did you mean "full"?)',
        f"{file}:{second}: NY.help[0].phone: is 911 (a number); it must be text",
        "",
        "2 to fix. Nothing was built.",
    ]


def test_check_prints_warnings_and_does_not_fail(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = replaced(states_yaml(), "  checked: 2026-11-22\n", "▶  checked: 2024-11-22\n")
    text, line = marked(old)
    file.write_text(text, encoding="utf-8")
    assert cli.main(["check", "--file", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"warning: {file}:{line}: NY.checked: was last checked 730 days ago; check it again",
        f"{file}: 57 places and 1 laws, no error.",
    ]


def test_schema_writes_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["schema"]) == 0
    written = (tmp_path / cli.SCHEMA).read_text(encoding="utf-8")
    assert json.loads(written) == schema()
    assert written.endswith("}\n")


@pytest.mark.parametrize("command", ["statements", "keep", "kept"])
def test_what_is_made_of_broken_data_is_told_and_not_written(
    command: str, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(file.parent)
    (file.parent / cli.SETTINGS).write_text("site_url: https://relief.example/\n")
    monkeypatch.setattr(cli, "DEFAULT", file)
    before = {*file.parent.rglob("*")}
    file.write_text(replaced(states_yaml(), "  coverage: full\n", "  coverage: ful\n"))
    assert cli.main([command, "--file", str(file)]) == 1
    told = capsys.readouterr().out
    assert 'NY.coverage: "ful" is not one of' in told
    assert told.endswith("\n1 to fix. Nothing was written.\n")
    assert {*file.parent.rglob("*")} == before


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["publish"])
    assert "invalid choice: 'publish'" in capsys.readouterr().err


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as `make check` does."""
    return subprocess.run(
        [sys.executable, "-m", "record_relief", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
    )


def test_the_program_accepts_the_real_data(data: StatesFile) -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    places = len(data.jurisdictions)
    assert re.search(
        rf"^data/states.yaml: {places} places .* laws, no error\.$", done.stdout, re.MULTILINE
    )
    assert re.search(r"^data/forms.yaml: \d+ forms, no error\.$", done.stdout, re.MULTILINE)


def test_the_program_fails_for_broken_data(tmp_path: Path) -> None:
    path = tmp_path / "states.yaml"
    path.write_text("jurisdictions:\n- code: NY\n\tname: New York\n", encoding="utf-8")
    done = run("check", "--file", str(path))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0] == f"{path}:3: has a tab; indent and separate with spaces"
