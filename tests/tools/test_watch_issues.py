"""One issue for each place whose words changed: opened, brought up to date, closed, left alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import watch_issues
from watching.issues import Step, plan
from watching.report import as_json
from watching.verdicts import Finding, Verdict
from watching.words import Passage

from tests.builders import DATA

NAMES = {"TX": "Texas", "OH": "Ohio"}


def finding(
    place: str, verdict: Verdict, page: str = "a", words: str = "shall vacate the conviction"
) -> Finding:
    passage = Passage("may vacate", "[-shall-] {+may+} vacate") if verdict == "changed" else None
    url = f"https://{page}.example/"
    entries = (f"{place}.laws.x.decision",)
    return Finding(place, "A law", url, False, words, entries, verdict, "", url, passage)


def issue(step: Step, number: int = 7, state: str = "OPEN") -> dict[str, Any]:
    """Return the issue that a step leaves behind."""
    return {"number": number, "state": state, "body": step.body.replace("\n", "\r\n")}


def opened(*findings: Finding) -> Step:
    (step,) = plan(findings, NAMES, [])
    assert (step.do, step.number) == ("open", None)
    return step


def test_one_issue_a_place_shows_its_changes() -> None:
    steps = plan(
        [
            finding("TX", "changed"),
            finding("TX", "gone", "b"),
            finding("TX", "unreached", "c"),
            finding("OH", "same"),
        ],
        NAMES,
        [],
    )
    (step,) = steps
    assert (step.do, step.place, step.number) == ("open", "TX", None)
    assert "Texas" in step.title
    assert "[-shall-] {+may+} vacate" in step.body
    assert "<https://b.example/>" in step.body
    assert "<https://c.example/>" in step.body
    assert "`data/evidence/tx.yaml`" in step.body


@pytest.mark.parametrize("verdict", ["same", "elsewhere", "hidden", "unreached", "unwatchable"])
def test_nothing_is_opened_for_what_is_no_change(verdict: Verdict) -> None:
    assert plan([finding("TX", verdict)], NAMES, []) == []


def test_an_issue_that_says_all_is_left_alone() -> None:
    known = issue(opened(finding("TX", "changed")))
    assert plan([finding("TX", "changed")], NAMES, [known]) == []


def test_an_issue_is_brought_up_to_date_when_more_changes() -> None:
    known = issue(opened(finding("TX", "changed")))
    (step,) = plan([finding("TX", "changed"), finding("TX", "gone", "b")], NAMES, [known])
    assert (step.do, step.number) == ("update", 7)
    assert "<https://b.example/>" in step.body


def test_an_issue_is_closed_when_the_data_follows_and_may_come_back() -> None:
    known = issue(opened(finding("TX", "changed")))
    (step,) = plan([finding("TX", "same")], NAMES, [known])
    assert (step.do, step.number) == ("close", 7)
    closed = issue(step, state="CLOSED")
    assert plan([finding("TX", "same")], NAMES, [closed]) == []
    (back,) = plan([finding("TX", "changed")], NAMES, [closed])
    assert (back.do, back.number) == ("reopen", 7)


def test_an_issue_stays_open_while_its_page_cannot_be_read() -> None:
    known = issue(opened(finding("TX", "changed")))
    assert plan([finding("TX", "unreached")], NAMES, [known]) == []
    assert plan([finding("TX", "hidden")], NAMES, [known]) == []
    (step,) = plan([finding("TX", "same"), finding("TX", "unreached", "b")], NAMES, [known])
    assert step.do == "close"


def test_an_issue_that_a_person_closed_stays_closed_until_more_changes() -> None:
    closed = issue(opened(finding("TX", "changed")), state="CLOSED")
    assert plan([finding("TX", "changed")], NAMES, [closed]) == []
    (step,) = plan([finding("TX", "changed", words="other words")], NAMES, [closed])
    assert (step.do, step.number) == ("reopen", 7)


def test_an_open_issue_counts_before_a_closed_one() -> None:
    made = opened(finding("TX", "changed"))
    issues = [issue(made, 7), issue(replace(made, body="old"), 8), issue(made, 9, "CLOSED")]
    (step,) = plan([finding("TX", "same")], NAMES, issues)
    assert (step.do, step.number) == ("close", 7)


def test_the_issue_of_a_place_without_quotations_is_closed() -> None:
    known = issue(opened(finding("TX", "changed")))
    assert [step.do for step in plan([], NAMES, [known])] == ["close"]


def test_an_issue_is_never_longer_than_github_takes() -> None:
    step = opened(*(finding("TX", "gone", f"p{n}", "w " * 40) for n in range(900)))
    assert len(step.body) < 65_536
    assert "There is more" in step.body
    assert plan([finding("TX", "same")], NAMES, [issue(step)])[0].do == "close"


GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_LOG"
case "$1 $2" in
  "issue list") cat "$GH_ISSUES" ;;
  "issue create" | "issue edit") cat >> "$GH_LOG" ;;
esac
exit ${GH_FAILS:-0}
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a gh of our own was asked to do."""
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("GH_LOG", str(tmp_path / "log"))
    monkeypatch.setenv("GH_ISSUES", str(tmp_path / "issues.json"))
    (tmp_path / "issues.json").write_text("[]", encoding="utf-8")
    return tmp_path / "log"


def run(tmp_path: Path, *findings: Finding) -> int:
    report = tmp_path / "watch.json"
    report.write_text(as_json(findings, date(2026, 11, 28)), encoding="utf-8")
    return watch_issues.main(["--report", str(report), "--data", str(DATA)])


def test_gh_is_asked_to_do_it(log: Path, tmp_path: Path) -> None:
    issues = [
        issue(opened(finding("OH", "changed")), 3),
        issue(opened(finding("TX", "changed", words="before")), 4, "CLOSED"),
    ]
    (tmp_path / "issues.json").write_text(json.dumps(issues), encoding="utf-8")
    assert (
        run(tmp_path, finding("TX", "changed"), finding("OH", "same"), finding("AL", "gone")) == 0
    )
    asked = log.read_text(encoding="utf-8")
    assert "issue create --title Alabama:" in asked
    assert "--label law-watch" in asked
    assert "issue edit 4 --title Texas:" in asked
    assert "issue reopen 4" in asked
    assert "issue close 3" in asked
    assert "[-shall-] {+may+} vacate" in asked


def test_when_gh_fails_it_says_why(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GH_FAILS", "4")
    with pytest.raises(SystemExit, match="gh label create"):
        run(tmp_path, finding("TX", "changed"))
    assert log.exists()
