"""The files of deploy/ and the workflows name only what is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

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


def flow(name: str) -> dict[Any, Any]:
    """Return a workflow."""
    found: dict[Any, Any] = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text())
    return found


def test_workflows_are_sound() -> None:
    """Each says what it may do and runs on known triggers; none runs what a stranger wrote."""
    assert {path.stem for path in WORKFLOWS} >= {"test", "pages"}
    known = {"push", "pull_request", "schedule", "workflow_dispatch", "workflow_call"}
    for path in WORKFLOWS:
        found = flow(path.stem)
        assert found["permissions"] is not None, path
        assert set(found[True]) <= known, path  # "on" is a truth value in YAML 1.1
        for job in found["jobs"].values():
            if "uses" in job:
                continue
            assert job["timeout-minutes"] <= (240 if path.stem in ("long", "watch") else 120), path
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
        "uses: ./.github/workflows/test.yml"
    }
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    assert "github-actions" in {update["package-ecosystem"] for update in updates}


def test_only_what_passed_the_tests_and_is_kept_is_published() -> None:
    jobs = flow("pages")["jobs"]
    (publishing,) = [
        name
        for name, job in jobs.items()
        if any("deploy-pages@" in step.get("uses", "") for step in job.get("steps", ()))
    ]
    build = jobs[jobs[publishing]["needs"]]
    assert jobs[build["needs"]]["uses"] == "./.github/workflows/test.yml"
    runs = [step.get("run", step.get("uses", "")) for step in build["steps"]]
    made = next(n for n, run in enumerate(runs) if "make site" in run)
    assert "make kept" in runs[:made]
    assert "workflow_call" in flow("test")[True]


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
