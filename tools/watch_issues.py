"""Open, bring up to date and close the issues on changed words: one for each place.

    python tools/watch_issues.py     # after make watch, where gh is signed in (the weekly workflow)

Reads reports/watch.json. See tools/watching/issues.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from record_relief.build.load import load
from watching.issues import LABEL, Step, plan
from watching.report import from_json

DATA = Path("data/states.yaml")
REPORT = Path("reports/watch.json")
_DESCRIPTION = "Words of a law changed where they were read"


def main(arguments: list[str] | None = None) -> int:
    """Command line: do all that is to do, and say it. Raises where gh fails."""
    parser = argparse.ArgumentParser(description="Keep the issues on changed words.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--report", type=Path, default=REPORT)
    options = parser.parse_args(arguments)
    findings = from_json(options.report.read_text(encoding="utf-8"))
    names = {place.code: place.name for place in load(options.data).data.jurisdictions}
    _gh("label", "create", LABEL, "--force", "--description", _DESCRIPTION)
    listed = _gh(
        *("issue", "list", "--label", LABEL, "--state", "all", "--limit", "1000"),
        *("--json", "number,state,body"),
    )
    for step in plan(findings, names, json.loads(listed)):
        print(f"{step.do}: {step.title}")
        _take(step)
    return 0


def _take(step: Step) -> None:
    body = ("--title", step.title, "--body-file", "-")
    if step.number is None:
        _gh("issue", "create", *body, "--label", LABEL, text=step.body)
        return
    number = str(step.number)
    _gh("issue", "edit", number, *body, text=step.body)
    if step.do == "close":
        _gh("issue", "close", number, "--comment", "All the words stand where they were read.")
    elif step.do == "reopen":
        _gh("issue", "reopen", number, "--comment", "Words changed: the text above is new.")
    else:
        _gh("issue", "comment", number, "--body", "More changed: the text above is new.")


def _gh(*arguments: str, text: str | None = None) -> str:
    done = subprocess.run(
        ["gh", *arguments], input=text, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"gh {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
