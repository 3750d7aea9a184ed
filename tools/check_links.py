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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urljoin, urlsplit

import requests
from pydantic import BaseModel
from record_relief.build.load import load
from record_relief.source.model import StatesFile

DATA = Path("data/states.yaml")
AGENT = "RecordReliefLinkCheck/1 (a check of the sources of a free legal-information site)"
# Copies that stay as they are: a dead original is no matter where such a copy is cited.
ARCHIVES = ("web.archive.org", "perma.cc", "archive.org")
Verdict = Literal["alive", "moved", "archived", "dead", "blocked", "unreachable"]
BAD: tuple[Verdict, ...] = ("dead", "unreachable")
_REDIRECTS = 8
_WORTH_ANOTHER_TRY = {408, 425, 429, 500, 502, 503, 504}
# Many official sites answer a program so and a person otherwise.
_BLOCKED = {401, 403, 405, 406, 418, 429, 451, 999}


@dataclass(frozen=True)
class Result:
    """What became of one address. `to` is where it leads now; `cited` names the entries."""

    url: str
    verdict: Verdict
    detail: str
    to: str
    cited: tuple[str, ...]


@dataclass(frozen=True)
class Manners:
    """How often and how patiently a host is asked. Times in seconds."""

    tries: int = 3
    timeout: float = 20
    between: float = 1.0
    pause: float = 5.0
    hosts: int = 16


def addresses(data: StatesFile) -> dict[str, list[str]]:
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
    for section in ("organisations", "facts", "practices", "myths", "sources"):
        for item in getattr(data, section):
            walk(item, f"{section}.{item.id}")
    return dict(sorted(found.items()))


def ask(url: str, manners: Manners, sleep: Callable[[float], None] = time.sleep) -> Result:
    """Ask for one address, again where that may help. Never raises for what a host does."""
    for attempt in range(manners.tries):
        if attempt:
            sleep(manners.pause * attempt)
        result, final = _once(url, manners.timeout)
        if final:
            break
    return result


def _once(url: str, timeout: float) -> tuple[Result, bool]:
    """Ask once; also tell whether another try would be of no use."""
    at = url
    seen = {url}
    permanent = True
    with requests.Session() as session:
        session.headers["User-Agent"] = AGENT
        for _ in range(_REDIRECTS + 1):
            try:
                with session.get(at, timeout=timeout, allow_redirects=False, stream=True) as answer:
                    status, location = answer.status_code, answer.headers.get("Location")
            except requests.RequestException as error:
                return Result(url, "unreachable", _reason(error), at, ()), False
            if status in (301, 302, 303, 307, 308) and location:
                permanent = permanent and status in (301, 308)
                at = urljoin(at, location)
                if at in seen or urlsplit(at).scheme not in ("http", "https"):
                    return Result(url, "dead", f"leads in a circle or away: {at}", at, ()), True
                seen.add(at)
                continue
            return _judge(url, at, status, permanent), status not in _WORTH_ANOTHER_TRY
    return Result(url, "dead", f"more than {_REDIRECTS} redirects", at, ()), True


def _judge(url: str, at: str, status: int, permanent: bool) -> Result:
    if status < 400:
        if at != url and permanent:
            return Result(url, "moved", f"{status} at another address", at, ())
        archived = urlsplit(url).hostname in ARCHIVES
        return Result(url, "archived" if archived else "alive", str(status), at, ())
    if status in _BLOCKED:
        return Result(url, "blocked", f"{status}: look at it in a browser", at, ())
    return Result(url, "unreachable" if status >= 500 else "dead", str(status), at, ())


def _reason(error: requests.RequestException) -> str:
    kinds = (
        (requests.exceptions.SSLError, "its certificate is not good"),
        (requests.exceptions.Timeout, "no answer in time"),
        (requests.exceptions.ConnectionError, "no connection"),
    )
    return next((words for kind, words in kinds if isinstance(error, kind)), type(error).__name__)


def check(
    cited: Mapping[str, Sequence[str]],
    manners: Manners,
    sleep: Callable[[float], None] = time.sleep,
) -> list[Result]:
    """Ask for every address, hosts side by side, each slowly; answer in the order of `cited`."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in cited:
        hosts[urlsplit(url).netloc].append(url)

    def ask_host(urls: list[str]) -> list[Result]:
        found = []
        for number, url in enumerate(urls):
            if number:
                sleep(manners.between)
            found.append(ask(url, manners, sleep))
        return found

    with ThreadPoolExecutor(manners.hosts) as pool:
        found = {
            result.url: result for group in pool.map(ask_host, hosts.values()) for result in group
        }
    return [Result(**{**asdict(found[url]), "cited": tuple(cited[url])}) for url in cited]


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


def main(arguments: list[str] | None = None) -> int:
    """Command line: write both reports. Always 0."""
    parser = argparse.ArgumentParser(description="Check the outside links of the data.")
    parser.add_argument("--to", type=Path, default=Path("reports"))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    parser.add_argument("--only", help="check only addresses that have this in them")
    options = parser.parse_args(arguments)
    cited = addresses(load(options.data).data)
    if options.only:
        cited = {url: names for url, names in cited.items() if options.only in url}
    results = check(cited, Manners())
    options.to.mkdir(parents=True, exist_ok=True)
    (options.to / "links.md").write_text(as_markdown(results, options.today), encoding="utf-8")
    (options.to / "links.json").write_text(as_json(results, options.today), encoding="utf-8")
    bad = sum(result.verdict in BAD for result in results)
    print(f"{len(results)} addresses, {bad} without an answer: see {options.to}/links.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
