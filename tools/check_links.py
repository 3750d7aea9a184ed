"""Ask every outside address of the data whether it still answers, and write a report.

    python tools/check_links.py            # make links: reports/links.md and reports/links.json

Nobody's outage fails anything: the report is for people (tools/review.py reads it too), and the
exit status is 0 however many links are dead. Hosts are asked side by side, each one slowly.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import polite
from polite import BLOCKED, Answer, Manners, Sleep, by_host
from pydantic import BaseModel
from record_relief.build import clock
from record_relief.build.load import load
from record_relief.source.evidence import Data

DATA = Path("data/states.yaml")
AGENT = "RecordReliefLinkCheck/1 (a check of the sources of a free legal-information site)"
# Copies that never change: a dead original does not matter where one is cited.
ARCHIVES = ("web.archive.org", "perma.cc", "archive.org")
Verdict = Literal["alive", "moved", "archived", "dead", "blocked", "unreachable"]
BAD: tuple[Verdict, ...] = ("dead", "unreachable")


@dataclass(frozen=True)
class Result:
    """What became of one address. `to` is where it leads now; `cited` names the entries."""

    url: str
    verdict: Verdict
    detail: str
    to: str
    cited: tuple[str, ...]


def addresses(data: Data) -> dict[str, list[str]]:
    """Return every outside address of the data, with the entries that cite it."""
    found: dict[str, list[str]] = defaultdict(list)

    def walk(value: object, name: str) -> None:
        if isinstance(value, BaseModel):
            for field in type(value).model_fields:
                child = getattr(value, field)
                if field == "url" and isinstance(child, str):
                    if name not in found[child]:
                        found[child].append(name)
                else:
                    walk(child, f"{name}.{field}")
        elif isinstance(value, list):
            for index, child in enumerate(value):
                walk(child, f"{name}[{getattr(child, 'id', index)}]")

    for place in data.jurisdictions:
        walk(place, place.code)
        for text in data.evidence[place.code].texts:
            walk(text, f"{place.code}.texts.{text.id}")
    for section in ("organisations", "facts", "practices", "myths", "sources"):
        for item in getattr(data, section):
            walk(item, f"{section}.{item.id}")
    return dict(sorted(found.items()))


def ask(url: str, manners: Manners, sleep: Sleep = time.sleep) -> Result:
    """Ask for one address, again where that may help. Never raises for what a host does."""
    return _judge(url, polite.ask(url, manners, sleep))


def _judge(url: str, answer: Answer) -> Result:
    status, at = answer.status, answer.to
    if status is None:
        return Result(url, "unreachable", answer.trouble, at, ())
    if status < 400:
        if at != url and answer.permanent:
            return Result(url, "moved", f"{status} at another address", at, ())
        archived = urlsplit(url).hostname in ARCHIVES
        return Result(url, "archived" if archived else "alive", str(status), at, ())
    if status in BLOCKED:
        return Result(url, "blocked", f"{status}: look at it in a browser", at, ())
    verdict: Verdict = "unreachable" if status >= 500 else "dead"
    return Result(url, verdict, answer.trouble or str(status), at, ())


def check(
    cited: Mapping[str, Sequence[str]],
    manners: Manners,
    sleep: Sleep = time.sleep,
) -> list[Result]:
    """Ask for every address, hosts side by side, each slowly; answer in the order of `cited`."""
    found = by_host(cited, lambda url: ask(url, manners, sleep), manners, sleep)
    return [replace(found[url], cited=tuple(names)) for url, names in cited.items()]


def as_markdown(results: Iterable[Result], day: date) -> str:
    """Return the report for people."""
    listed = list(results)
    titles: dict[Verdict, str] = {
        "dead": "Dead: replace the address, or cite a copy",
        "unreachable": "No answer: look again before you change anything",
        "moved": "Moved for good: write the new address",
        "blocked": "Not shown to programs: look at them in a browser",
    }
    lines = [f"# Outside links, {day.isoformat()}", ""]
    counts = Counter(result.verdict for result in listed)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in get_args(Verdict))
    lines.append(f"{len(listed)} addresses: {told}")
    for verdict, title in titles.items():
        these = [result for result in listed if result.verdict == verdict]
        if these:
            lines += ["", f"## {title}", ""]
            lines += list(_lines(these))
    return "\n".join(lines) + "\n"


def _lines(results: Iterable[Result]) -> Iterator[str]:
    for result in results:
        leads = f", now <{result.to}>" if result.to != result.url else ""
        yield f"- <{result.url}>: {result.detail}{leads} ({', '.join(result.cited)})"


def as_json(results: Iterable[Result], day: date) -> str:
    """Return the report for programs."""
    content = {"checked": day.isoformat(), "links": [asdict(result) for result in results]}
    return json.dumps(content, indent=1) + "\n"


def main(arguments: list[str] | None = None, sleep: Sleep = time.sleep) -> int:
    """Command line: write both reports. Always 0."""
    parser = argparse.ArgumentParser(description="Check the outside links of the data.")
    parser.add_argument("--to", type=Path, default=Path("reports"))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--today", type=date.fromisoformat, default=clock.today())
    parser.add_argument("--only", help="check only addresses that have this in them")
    options = parser.parse_args(arguments)
    cited = addresses(load(options.data).data)
    if options.only:
        cited = {url: names for url, names in cited.items() if options.only in url}
    results = check(cited, Manners(AGENT), sleep)
    options.to.mkdir(parents=True, exist_ok=True)
    (options.to / "links.md").write_text(as_markdown(results, options.today), encoding="utf-8")
    (options.to / "links.json").write_text(as_json(results, options.today), encoding="utf-8")
    bad = sum(result.verdict in BAD for result in results)
    print(f"{len(results)} addresses, {bad} without an answer: see {options.to}/links.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
