"""Look whether the words of the laws that the guides quote still stand where they were read.

    python tools/watch.py  # make watch: reports/watch.md and reports/watch.json

Nothing a host does fails anything: the exit status is 0 whatever was found. What a page said is
kept in .cache/watch/, for hosts that answer "not modified". See tools/watching/.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path

from polite import Manners, Sleep
from record_relief.build import clock
from record_relief.build.load import load
from watching import report
from watching.quotes import quotes
from watching.store import Store
from watching.verdicts import ALARMS, watch

DATA = Path("data/states.yaml")
AGENT = "RecordReliefWatch/1 (looks for changed words of laws; a free legal-information site)"


def main(arguments: list[str] | None = None, sleep: Sleep = time.sleep) -> int:
    """Command line: write both reports. Always 0."""
    parser = argparse.ArgumentParser(description="Look for changed words of the laws.")
    parser.add_argument("--to", type=Path, default=Path("reports"))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--kept", type=Path, default=Path(".cache/watch"))
    parser.add_argument("--today", type=date.fromisoformat, default=clock.today())
    parser.add_argument("--only", help="read only addresses that have this in them")
    options = parser.parse_args(arguments)
    data = load(options.data).data
    wanted = quotes(data)
    if options.only:
        wanted = [quote for quote in wanted if options.only in quote.url]
    codes = {place.official_code.url for place in data.jurisdictions}
    findings = watch(wanted, codes, Manners(AGENT, between=2), Store(options.kept), sleep)
    options.to.mkdir(parents=True, exist_ok=True)
    markdown = report.as_markdown(findings, options.today)
    (options.to / "watch.md").write_text(markdown, encoding="utf-8")
    (options.to / "watch.json").write_text(report.as_json(findings, options.today), "utf-8")
    alarms = sum(finding.verdict in ALARMS for finding in findings)
    print(f"{len(findings)} phrases, {alarms} changed or gone: see {options.to}/watch.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
