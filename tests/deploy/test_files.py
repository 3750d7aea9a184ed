"""The files of deploy/ and the workflows name only what is there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def commands(text: str) -> set[str]:
    """Return the make targets that a text runs."""
    return set(re.findall(r"\bmake ([a-z-]+)", text))


def test_every_target_that_is_run_exists() -> None:
    texts = [path.read_text() for path in WORKFLOWS]
    texts += [(ROOT / "deploy" / name).read_text() for name in ("README.md", "Containerfile")]
    texts.append((ROOT / "netlify.toml").read_text())
    used = set().union(*map(commands, texts))
    assert used
    assert used <= TARGETS


def test_the_container_copies_what_is_there() -> None:
    text = (ROOT / "deploy/Containerfile").read_text()
    copied = re.findall(r"^COPY (?:--from=build /src/)?(\S+) ", text, re.MULTILINE)
    made = {"site/", "deploy/generated/"}
    assert "deploy/nginx/record-relief.conf" in copied
    assert all((ROOT / name).exists() for name in set(copied) - made)


def test_netlify_publishes_the_site() -> None:
    build = tomllib.loads((ROOT / "netlify.toml").read_text())["build"]
    assert build["publish"] == "site"
    assert "kept" in build["command"].split()
    assert build["command"].startswith('SOURCE_DATE_EPOCH="$(date +%s)" make ')


def flow(name: str) -> dict[Any, Any]:
    """Return a workflow."""
    found: dict[Any, Any] = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text())
    return found


def test_workflows_are_sound() -> None:
    """Each says what it may do and runs on known triggers; none runs what a stranger wrote."""
    known = {"push", "pull_request", "schedule", "workflow_dispatch", "workflow_call"}
    for path in WORKFLOWS:
        found = flow(path.stem)
        assert found["permissions"] is not None, path
        assert set(found[True]) <= known, path  # "on" is a truth value in YAML 1.1
        for job in found["jobs"].values():
            if "uses" in job:
                continue
            assert job["timeout-minutes"] < 360, f"{path}: no limit tighter than GitHub's own"
            for step in job["steps"]:
                assert "${{ github.event" not in step.get("run", ""), step


def test_each_action_is_named_by_its_commit_and_kept_fresh() -> None:
    """A tag can be moved to other code. Dependabot reads the version that stands beside."""
    used = {
        line.strip()
        for path in WORKFLOWS
        for line in path.read_text().splitlines()
        if re.search(r"\buses:", line)
    }
    assert used
    by_commit = re.compile(r"(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert {line for line in used if not by_commit.fullmatch(line)} == {
        "uses: ./.github/workflows/test.yml",
        "uses: ./.github/workflows/publish.yml",
    }
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    assert "github-actions" in {update["package-ecosystem"] for update in updates}


PUBLISH = "./.github/workflows/publish.yml"


def test_only_what_passed_the_tests_is_published() -> None:
    """What publishes is called by two: after the tests, or with what was published before."""
    publishing = {
        path.stem
        for path in WORKFLOWS
        if "deploy-pages@" in path.read_text() or PUBLISH in path.read_text()
    }
    assert publishing == {"publish", "pages", "daily"}
    assert set(flow("publish")[True]) == {"workflow_call"}
    jobs = flow("pages")["jobs"]
    called = jobs["publish"]
    assert called["uses"] == PUBLISH
    assert jobs[called["needs"]]["uses"] == "./.github/workflows/test.yml"
    assert called["with"]["commit"] == "${{ github.sha }}"
    assert "workflow_call" in flow("test")[True]
    again = flow("daily")["jobs"]["publish"]
    assert again["uses"] == PUBLISH
    assert again["needs"] == "green"
    assert again["with"]["commit"] == "${{ needs.green.outputs.commit }}"
    assert again["if"] == "needs.green.outputs.commit != ''"


def test_what_is_published_is_kept_and_has_the_present_day() -> None:
    jobs = flow("publish")["jobs"]
    steps = jobs[jobs["publish"]["needs"]]["steps"]
    assert steps[0]["with"] == {"ref": "${{ inputs.commit }}"}
    runs = [step.get("run", "") for step in steps]
    made = runs.index('SOURCE_DATE_EPOCH="$(date +%s)" make site PUBLISH=1')
    assert "make kept" in runs[:made]
    minute, hour, *rest = flow("daily")[True]["schedule"][0]["cron"].split()
    assert rest == ["*", "*", "*"], "every day"
    assert (minute + hour).isdigit(), "once a day"


def run(status: str, conclusion: str | None, commit: str) -> dict[str, str | None]:
    return {"status": status, "conclusion": conclusion, "head_sha": commit}


GREEN, RED = run("completed", "success", "green"), run("completed", "failure", "red")


@pytest.mark.usefixtures("jq")
@pytest.mark.parametrize(
    ("runs", "commit"),
    [
        ([GREEN], "green"),
        ([RED, run("completed", "cancelled", "stopped"), GREEN], "green"),
        ([GREEN, run("completed", "success", "older")], "green"),
        ([run("in_progress", None, "new"), GREEN], None),
        ([run("queued", None, "new"), GREEN], None),
        ([RED], ""),
        ([], ""),
    ],
)
def test_the_last_commit_that_was_published_is_found(
    tmp_path: Path, runs: list[dict[str, str | None]], commit: str | None
) -> None:
    """The step itself, with an answer of GitHub's in place of `gh`."""
    (step,) = flow("daily")["jobs"]["green"]["steps"]
    (tmp_path / "answer.json").write_text(json.dumps({"workflow_runs": runs}))
    gh = tmp_path / "gh"
    gh.write_text("#!/bin/sh\ncat answer.json\n")
    gh.chmod(0o755)
    output = tmp_path / "output"
    output.touch()
    names = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": tmp_path / "summary"}
    subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "REPOSITORY": "owner/name",
            **{name: str(path) for name, path in names.items()},
        },
        check=True,
    )
    assert output.read_text() == ("" if commit is None else f"commit={commit}\n")


def test_every_host_is_told_how_it_gets_the_day() -> None:
    table = re.findall(
        r"^\| (.+?) \| (.+) \|$", (ROOT / "deploy/README.md").read_text(), re.MULTILINE
    )
    hosts = {host: told for host, told in table if host not in ("where", "---")}
    assert len(hosts) > 1
    assert [host for host, told in hosts.items() if "`daily.yml`" not in told] == []


def test_the_oldest_python_is_tested_and_that_which_publishes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    entries = flow("test")["jobs"]["test"]["strategy"]["matrix"]["include"]
    tested = {entry["python"]: entry["image"] for entry in entries}
    assert project["requires-python"].removeprefix(">=") in tested
    assert len(tested) > 1
    for version, image in tested.items():
        assert image in (f"python:{version}-bookworm", "debian:bookworm")
    names = [*(path.relative_to(ROOT) for path in WORKFLOWS), "netlify.toml", "deploy/README.md"]
    names.append("deploy/Containerfile")
    named = re.compile(r"(?:python-version: |PYTHON_VERSION\W+|library/python:)\"?(\d+\.\d+)")
    used = {found for name in names for found in named.findall((ROOT / name).read_text())}
    assert used
    assert used <= tested.keys()


def test_what_is_scheduled_never_fails_a_build() -> None:
    for name in ("links", "review", "long"):
        assert set(flow(name)[True]) == {"schedule", "workflow_dispatch"}
