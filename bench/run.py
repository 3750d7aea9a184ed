"""`make bench`: how long pages and builds take and how much they need, beside plain MkDocs.

Pages: see pages.py and lighthouse.py. Builds: projects are built in temporary folders: the site;
the site with its places copied to ten and a hundred times as many; and for each of these a plain
one, which is the same pages as Markdown under Material for MkDocs with its search, without our
hook, templates and overrides. To compare with that, the site is also built without the files beside
its pages; at a hundred times as many it is built only so. A build is a new process: with an empty
cache, then again with nothing edited, then with one fact edited. `--before` builds the site of an
earlier commit in the same sitting. What counts are CPU-seconds of all processes: others may use the
machine. The numbers go to the terminal and to `bench/results.json`.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import lighthouse
import pages
import psutil
import yaml
from grown import grow
from markdownify import markdownify
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results.json"
PROJECT = ("data", "docs", "hooks", "overrides", "mkdocs.yml")
MKDOCS = (sys.executable, "-m", "mkdocs")
TIMES = 10
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}


@dataclass(frozen=True)
class Built:
    """What a build took: seconds by the clock, CPU-seconds of all its processes, bytes held."""

    seconds: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Costs:
    """What builds of one project cost, each round's: with an empty cache, again, after an edit."""

    cold: list[Built]
    again: list[Built]
    edited: list[Built]


@dataclass(frozen=True)
class Size:
    """One size of the site and what was measured of it, by the name of each project."""

    places: int
    pages: int
    costs: dict[str, Costs]

    @property
    def ratio(self) -> float:
        """How many times as much CPU as plain MkDocs the site's pages take, with their index."""
        pages = self.costs.get("pages", self.costs["site"])
        return _cpu(pages.cold) / _cpu(self.costs["plain"].cold)

    @property
    def per_page(self) -> float:
        """CPU-seconds a page."""
        return _cpu(self.costs["site"].cold) / self.pages


def _cpu(builds: Iterable[Built]) -> float:
    """Return the CPU-seconds of a build, the median of several."""
    return float(statistics.median(build.cpu for build in builds))


def copy_project(folder: Path, commit: str = "") -> Path:
    """Copy what a build needs into a new folder, so that the working tree stays untouched.

    With a `commit` it is the project as it was then.
    """
    folder.mkdir(parents=True)
    if commit:
        command = ["git", "archive", commit, *PROJECT]
        kept = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(kept)) as archive:
            archive.extractall(folder, filter="data")
        return folder
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(ROOT / name, folder / name)
    return folder


def plain_project(project: Path, built: Path, folder: Path) -> Path:
    """Make a plain MkDocs project of the main part of every page of a built site.

    It keeps the site's navigation and Markdown extensions: without a navigation, Material lists
    every page on every page, which would make the plain build look slower than it need be.
    """
    pages = sorted(built.rglob("index.html"))
    with Pool() as pool:
        texts = pool.map(_main_as_markdown, pages, chunksize=8)
    for page, text in zip(pages, texts, strict=True):
        source = folder / "docs" / page.relative_to(built).with_suffix(".md")
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, encoding="utf-8")
    ours = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    plain = {
        "site_name": ours["site_name"],
        "site_url": ours["site_url"],
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ours["markdown_extensions"],
        "nav": [
            {title: f"{source.removesuffix('.md').removesuffix('/index')}/index.md"}
            for entry in ours["nav"]
            for title, source in entry.items()
        ],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    return folder


def _main_as_markdown(page: Path) -> str:
    main = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("main")
    html = main.html if main else None
    if not html:
        raise ValueError(f"{page} has no main part")
    return str(markdownify(html, heading_style="ATX"))


def build(project: Path, keep: Path | None = None) -> Built:
    """Build a project into an empty folder; the built site is moved to `keep`.

    `memory` is the most that the build and the programs it starts hold at once. Raises RuntimeError
    where the build fails.
    """
    command = [*MKDOCS, "build", "--site-dir", "site"]
    peak, start, before = 0, time.perf_counter(), _used()
    with tempfile.TemporaryFile() as output:
        with subprocess.Popen(
            command, cwd=project, env=ENVIRONMENT, stdout=output, stderr=output
        ) as process:
            watched = psutil.Process(process.pid)
            while process.poll() is None:
                peak = max(peak, sum(map(_held, [watched, *_children(watched)])))
                time.sleep(0.2)
        found = Built(time.perf_counter() - start, _used() - before, peak)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{output.read().decode()}")
    if keep:
        shutil.move(project / "site", keep)
    else:
        shutil.rmtree(project / "site")
    return found


def _used() -> float:
    """Return the CPU-seconds of all programs that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(used.ru_utime + used.ru_stime)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _held(process: psutil.Process) -> int:
    """Return what a process holds, with its share of what it has in common with its workers."""
    try:
        held = process.memory_full_info()
        return int(getattr(held, "pss", held.uss))
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return 0


def measure(projects: dict[str, Path], scratch: Path, rounds: int) -> Size:
    """Build projects, and the plain twin of that called "site", in turns."""
    project = projects["site"]
    places = len(
        yaml.load((project / "data/states.yaml").read_bytes(), yaml.CSafeLoader)["jurisdictions"]
    )
    built = scratch / "built"
    say(f"{places} places: the first build")
    first = build(project, keep=built)
    pages = sum(1 for _ in built.rglob("index.html"))
    every = projects | {"plain": plain_project(project, built, scratch / "plain")}
    shutil.rmtree(built)
    costs = {name: Costs([], [], []) for name in every}
    for turn in range(rounds):
        for name, folder in every.items():
            say(f"{places} places, {pages} pages: {name}, {turn + 1} of {rounds}")
            if turn == 0 and name == "site":
                costs[name].cold.append(first)
            else:
                shutil.rmtree(folder / ".cache", ignore_errors=True)
                costs[name].cold.append(build(folder))
            if name not in ("plain", "pages"):  # of which only a cold build counts
                costs[name].again.append(build(folder))
                facts = folder / "data/states.yaml"
                original = facts.read_text(encoding="utf-8")
                facts.write_text(edited(original, f"Edited{turn}."), encoding="utf-8")
                costs[name].edited.append(build(folder))
                facts.write_text(original, encoding="utf-8")
    return Size(places, pages, costs)


def edited(facts: str, word: str) -> str:
    """Return the facts with a word before New York's summary."""
    before, name, after = facts.partition("\n  name: New York\n")
    return before + name + after.replace("\n  summary: ", f"\n  summary: {word} ", 1)


def check_seconds(rounds: int) -> list[float]:
    """Return how long `make check` takes."""
    command = [sys.executable, "-m", "record_relief", "check"]
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return times


def rebuild_seconds(project: Path, rounds: int) -> list[float]:
    """Return how long after saving an edited fact `mkdocs serve` shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    facts = project / "data/states.yaml"
    original = facts.read_text(encoding="utf-8")
    page = f"http://{address}/states/new-york/"
    times = []
    with tempfile.TemporaryFile() as output:
        server = subprocess.Popen(
            [*MKDOCS, "serve", "--dev-addr", address],
            cwd=project,
            env=ENVIRONMENT,
            stdout=output,
            stderr=output,
        )
        try:
            _wait_until(lambda: "New York" in _get(page), server)
            for turn in range(rounds):
                say(f"edit {turn + 1} of {rounds} under mkdocs serve")
                time.sleep(1)  # the server looks at the files once more before it is idle
                word = f"Edited{turn}."
                start = time.perf_counter()
                facts.write_text(edited(original, word), encoding="utf-8")
                _wait_until(lambda word=word: word in _get(page), server)  # type: ignore[misc]
                times.append(time.perf_counter() - start)
        finally:
            server.terminate()
            server.wait()
    return times


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return str(answer.read().decode())
    except urllib.error.URLError:
        return ""


def _wait_until(ready: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + 120
    while not ready():
        if server.poll() is not None or time.monotonic() > limit:
            raise RuntimeError("mkdocs serve did not show the page")
        time.sleep(0.02)


def machine() -> dict[str, str | int]:
    """Describe where the numbers come from."""
    cpu = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists() and (found := re.search(r"model name\s*: (.+)", info.read_text())):
        cpu = found[1]
    return {
        "measured": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpu": cpu,
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "mkdocs": version("mkdocs"),
        "mkdocs-material": version("mkdocs-material"),
    }


def table(sizes: list[Size], check: list[float], rebuild: list[float]) -> str:
    """Format the numbers for a terminal."""

    def seconds(times: list[float]) -> str:
        span = f" ({min(times):.2f}-{max(times):.2f})" if len(times) > 1 else ""
        return f"{statistics.median(times):.2f} s{span}"

    def costs(name: str, kind: str, size: Size) -> str:
        builds = getattr(size.costs[name], kind) if name in size.costs else []
        if not builds:
            return "-"
        return f"{_cpu(builds):.1f} s, {max(build.memory for build in builds) / 1e6:.0f} MB"

    rows: list[tuple[str, list[str]]] = [
        ("CPU-seconds and most memory", [f"{size.places} places" for size in sizes]),
        ("pages", [str(size.pages) for size in sizes]),
        *(
            (f"{title}: {name}", [costs(name, kind, size) for size in sizes])
            for kind, title in (("cold", "cold"), ("again", "again"), ("edited", "a fact edited"))
            for name in ("site", "pages", "before", "plain")
            if any(costs(name, kind, size) != "-" for size in sizes)
        ),
        ("pages to plain, CPU-seconds", [f"{size.ratio:.2f}" for size in sizes]),
        ("the site, a page", [f"{size.per_page * 1000:.1f} ms" for size in sizes]),
        ("an edited fact shown by make serve", [seconds(rebuild)]),
        ("make check", [seconds(check)]),
    ]
    return "\n".join(
        f"{label:<36}" + "".join(f"{value:>24}" for value in values) for label, values in rows
    )


def say(text: str) -> None:
    """Show how far the run has got, on a line that the next one replaces."""
    print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def lighthouse_part(scratch: Path, rounds: int) -> list[lighthouse.Report]:
    """Build the site, and let Lighthouse look at it."""
    built = scratch / "lighthouse/built"
    build(copy_project(scratch / "lighthouse/project"), keep=built)
    return lighthouse.measure(built, rounds)


def page_part(scratch: Path, rounds: int, pairs: int) -> pages.Found:
    """Build the site and its plain twin, and load pages of both."""
    project = copy_project(scratch / "pages/project")
    built = scratch / "pages/built"
    say("building the site and its plain twin")
    build(project, keep=built)
    plain_built = scratch / "pages/plain-built"
    build(plain_project(project, built, scratch / "pages/plain"), keep=plain_built)
    say("loading pages")
    return pages.measure(built, plain_built, scratch / "pages", rounds, pairs)


def build_part(
    scratch: Path, rounds: int, growth: list[int], kept: dict[str, Any], before: str
) -> Iterator[dict[str, Any]]:
    """Build at several sizes; yield what is known after each, and print it at the end.

    `kept` is what earlier runs found; what is not measured now stays. What is not a build is
    measured with the site as it is.
    """
    check, rebuild = kept.get("check", []), kept.get("rebuild", [])
    if 1 in growth:
        check = check_seconds(rounds)
        rebuild = rebuild_seconds(copy_project(scratch / "served"), rounds)
    sizes = {old["places"]: _size(old) for old in kept.get("sizes", [])}
    for times in growth:
        folder = scratch / str(times)
        projects = {"site": copy_project(folder / "site")}
        if before and times == 1:
            projects["before"] = copy_project(folder / "before", before)
        if times > 1:
            grow(projects["site"], times, files=times <= TIMES)
        if times <= TIMES:
            projects["pages"] = copy_project(folder / "pages")
            grow(projects["pages"], times, files=False)
        size = measure(projects, folder, rounds if times == 1 else 1)
        sizes[size.places] = size
        found = [sizes[places] for places in sorted(sizes)]
        yield {
            "sizes": [
                asdict(size) | {"ratio": size.ratio, "per_page": size.per_page} for size in found
            ],
            "before": before,
            "rebuild": rebuild,
            "check": check,
        }
    say("")
    print(f"Median of {rounds} (least-most)\n{table(found, check, rebuild)}")


def _size(kept: dict[str, Any]) -> Size:
    """Return a size as it was kept."""
    costs = {
        name: Costs(*([Built(**build) for build in builds] for builds in cost.values()))
        for name, cost in kept["costs"].items()
    }
    return Size(kept["places"], kept["pages"], costs)


def main() -> None:
    """Measure, print, and keep the numbers; a part that is not measured keeps its last ones."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured")
    parser.add_argument(
        "--pairs", type=int, default=25, help="how often a page and its bare HTML are painted"
    )
    parser.add_argument(
        "--part", choices=("pages", "lighthouse", "builds"), help="measure only this"
    )
    parser.add_argument(
        "--growth",
        type=int,
        nargs="+",
        default=[1, TIMES, TIMES**2],
        help=f"how many times as many places to build, once each; above {TIMES} without files; "
        "sizes that are not built keep their last numbers",
    )
    parser.add_argument("--before", default="", help="a commit to build beside the present state")
    chosen = parser.parse_args()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        common = {"machine": machine(), "rounds": chosen.rounds}
        if chosen.part in (None, "pages"):
            found = page_part(scratch, chosen.rounds, chosen.pairs)
            say("")
            print(pages.table(found))
            results["pages"] = common | found.as_json()
        if chosen.part in (None, "lighthouse"):
            reports = lighthouse_part(scratch, min(chosen.rounds, 3))
            print(lighthouse.table(reports))
            results["lighthouse"] = common | {"pages": lighthouse.as_json(reports)}
        if chosen.part in (None, "builds"):
            kept = results.get("builds", {})
            for part in build_part(scratch, chosen.rounds, chosen.growth, kept, chosen.before):
                results["builds"] = common | part
                _keep(results)  # the next size may take an hour
        _keep(results)


def _keep(results: dict[str, Any]) -> None:
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
