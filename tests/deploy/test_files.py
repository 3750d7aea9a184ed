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


def test_workflows_are_sound() -> None:
    """Each says what it may do, runs on known triggers and pins each action to a version."""
    assert {path.stem for path in WORKFLOWS} == {"test", "pages", "links", "review", "long"}
    for path in WORKFLOWS:
        flow: dict[Any, Any] = yaml.safe_load(path.read_text())
        assert flow["permissions"] is not None, path
        triggers = flow[True]  # "on" is a truth value in YAML 1.1
        assert set(triggers) <= {"push", "pull_request", "schedule", "workflow_dispatch"}, path
        for job in flow["jobs"].values():
            assert job["timeout-minutes"] <= 120, path
            for step in job["steps"]:
                assert re.search(r"@v\d+$", step.get("uses", "@v0")), step
                assert "${{ github.event" not in step.get("run", ""), step


def test_what_is_scheduled_never_fails_a_build() -> None:
    for name in ("links", "review", "long"):
        flow = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text())
        assert set(flow[True]) == {"schedule", "workflow_dispatch"}
