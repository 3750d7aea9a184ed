"""What Lighthouse says of four pages on its mobile profile: its scores, and which audits failed.

Lighthouse comes from npm (bench/package.json) and drives the Chromium that the tests use.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pages import guides_by_size, serving

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import find_chromium

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
SCORES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Report:
    """One page: the median of each score (0 to 100), and every audit that cost points."""

    page: str
    version: str
    scores: dict[str, int]
    failed: list[str]


def measure(site: Path, rounds: int) -> list[Report]:
    """Ask Lighthouse about the home page, the longest guide, the map and the myths."""
    wanted = ("", guides_by_size(site)[-1], "compare/coverage/", "myths/")
    with serving(site) as host:
        return [_report(page, [_run(f"{host}/{page}") for _ in range(rounds)]) for page in wanted]


def _run(address: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *find_chromium.arguments()])
    done = subprocess.run(
        ["node", PROGRAM, address, "--quiet", "--output=json", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": str(find_chromium.find(whole=True))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed at {address}:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _report(page: str, runs: list[dict[str, Any]]) -> Report:
    scores = {
        name: round(statistics.median(run["categories"][name]["score"] * 100 for run in runs))
        for name in SCORES
    }
    failed = {audit for run in runs for name in SCORES for audit in _failed(run, name)}
    return Report(page or "home", runs[0]["lighthouseVersion"], scores, sorted(failed))


def _failed(run: dict[str, Any], category: str) -> Iterator[str]:
    """Yield the audits that keep a category below 100, with what Lighthouse says of each."""
    found = run["categories"][category]
    for part in found["auditRefs"] if found["score"] < 1 else ():
        audit = run["audits"][part["id"]]
        if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            said = audit.get("explanation")
            yield f"{category}: {audit['title']}" + (f" ({said})" if said else "")


def as_json(reports: list[Report]) -> list[dict[str, Any]]:
    """Return the reports for results.json."""
    return [asdict(report) for report in reports]


def table(reports: list[Report]) -> str:
    """Format the scores for a terminal."""
    lines = [f"{'Lighthouse, mobile':<34}" + "".join(f"{name:>16}" for name in SCORES)]
    for report in reports:
        scores = "".join(f"{report.scores[name]:>16}" for name in SCORES)
        lines += [f"{report.page:<34}{scores}", *(f"    {audit}" for audit in report.failed)]
    return "\n".join(lines)
