"""`make bench`: how long pages and builds take and how much they need, beside plain MkDocs.

Pages: see pages.py and lighthouse.py. Builds: projects are built in temporary folders: the site;
the site with its places copied to ten and a hundred times as many; and for each of these a plain
one, which is the same pages as Markdown under Material for MkDocs with its search, without our
hook, templates and overrides. At a hundred times as many the site is its pages and their index: the
print file of so many sheets would need more memory than most machines have. A build is a new
process that writes to an empty folder, with an empty cache. The numbers go to the terminal and to
`bench/results.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import lighthouse
import pages
import psutil
import yaml
from markdownify import markdownify
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results.json"
PROJECT = ("data", "docs", "hooks", "overrides", "mkdocs.yml")
MKDOCS = (sys.executable, "-m", "mkdocs")
TIMES = 10
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}

# The real hook refuses unknown places, and the map has no room for them: in the copied data each
# copy is drawn where its original is.
GROWN_HOOK = """
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from record_relief import lint, usmap

lint.RULES = tuple(rule for rule in lint.RULES if rule is not lint.places.check)

def load_map(path, load=usmap.load_map):
    real = load(path)
    copies = {f"{code}{n}": replace(place, code=f"{code}{n}")
              for code, place in real.places.items() for n in range(2, TIMES + 1)}
    return replace(real, places={**real.places, **copies})

usmap.load_map = load_map

from record_relief.files import outputs
from record_relief.forms import files as forms

forms.FORM_PAGES *= TIMES  # the planners list places

if not FILES:
    outputs.artifacts = lambda *_: iter(())

from mkdocs_hook import *
"""


@dataclass(frozen=True)
class Size:
    """One size of the site and what was measured of it, in seconds and bytes."""

    places: int
    pages: int
    site: list[float]
    plain: list[float]
    site_memory: int
    plain_memory: int

    @property
    def ratio(self) -> float:
        """How many times as long as plain MkDocs the site takes."""
        return statistics.median(self.site) / statistics.median(self.plain)

    @property
    def per_page(self) -> float:
        """Seconds a page."""
        return statistics.median(self.site) / self.pages


def copy_project(folder: Path) -> Path:
    """Copy what a build needs into a new folder, so that the working tree stays untouched."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(ROOT / name, folder / name)
    return folder


def grow(folder: Path, times: int) -> None:
    """Copy every place in a project's data until there are `times` as many."""
    path = folder / "data/states.yaml"
    before, opening, rest = path.read_text(encoding="utf-8").partition("\njurisdictions:\n")
    end = re.search(r"^[a-z_]+:$", rest, re.MULTILINE)
    if not (opening and end):
        raise ValueError(f"{path} has no list of jurisdictions followed by another list")
    places, after = rest[: end.start()], rest[end.start() :]
    copies = [
        re.sub(r"^(- code: \w+|  name: .+)$", rf"\g<1>{mark}", places, flags=re.MULTILINE)
        for mark in ["", *map(str, range(2, times + 1))]
    ]
    path.write_text("".join([before, opening, *copies, after]), encoding="utf-8")
    for proof in list((folder / "data/evidence").glob("*.yaml")):
        text = proof.read_text(encoding="utf-8")
        for mark in map(str, range(2, times + 1)):
            copied = re.sub(r"^(code: \w+)$", rf"\g<1>{mark}", text, flags=re.MULTILINE)
            proof.with_stem(f"{proof.stem}{mark}").write_text(copied, encoding="utf-8")
    hook = GROWN_HOOK.replace("TIMES", str(times)).replace("FILES", str(times <= TIMES))
    (folder / "hooks/grown_hook.py").write_text(hook)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("hooks/mkdocs_hook.py", "hooks/grown_hook.py"))


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


@contextmanager
def _building(project: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Start a build of a project into an empty folder; wait for it, and raise if it fails.

    What earlier builds kept is removed before.
    """
    shutil.rmtree(project / ".cache", ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=project) as folder, tempfile.TemporaryFile() as output:
        site = Path(folder) / "site"
        command = [*MKDOCS, "build", "--site-dir", str(site)]
        with subprocess.Popen(
            command, cwd=project, env=ENVIRONMENT, stdout=output, stderr=output
        ) as process:
            yield process, site
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{output.read().decode()}")


def build_seconds(project: Path) -> float:
    """Return how long one build takes."""
    with _building(project) as (process, _):
        start = time.perf_counter()
        process.wait()
        return time.perf_counter() - start


def build_memory(project: Path, keep: Path | None = None) -> tuple[int, float]:
    """Return the most memory that a build and the programs it starts hold at once, in bytes.

    And how long it took, in seconds. The built site is moved to `keep`.
    """
    peak = 0
    with _building(project) as (process, site):
        start = time.perf_counter()
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, sum(map(_held, [watched, *_children(watched)])))
            time.sleep(0.1)
        seconds = time.perf_counter() - start
        if keep and process.returncode == 0:
            shutil.move(site, keep)
    return peak, seconds


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


def measure(project: Path, scratch: Path, rounds: int) -> Size:
    """Build a project and its plain twin in turns; in no rounds, once each."""
    places = len(
        yaml.load((project / "data/states.yaml").read_bytes(), yaml.CSafeLoader)["jurisdictions"]
    )
    built = scratch / "built"
    site_memory, site_time = build_memory(project, keep=built)
    plain = plain_project(project, built, scratch / "plain")
    pages = sum(1 for _ in built.rglob("index.html"))
    shutil.rmtree(built)
    plain_memory, plain_time = build_memory(plain)
    site_times, plain_times = ([], []) if rounds else ([site_time], [plain_time])
    for turn in range(rounds):
        say(f"{places} places, {pages} pages: build {turn + 1} of {rounds}")
        site_times.append(build_seconds(project))
        plain_times.append(build_seconds(plain))
    return Size(places, pages, site_times, plain_times, site_memory, plain_memory)


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
    before, name, after = original.partition("\n  name: New York\n")
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
                edited = after.replace("\n  summary: ", f"\n  summary: {word} ", 1)
                start = time.perf_counter()
                facts.write_text(before + name + edited, encoding="utf-8")
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

    rows: list[tuple[str, list[str]]] = [
        ("", [f"{size.places} places" for size in sizes]),
        ("pages", [str(size.pages) for size in sizes]),
        ("cold build: the site", [seconds(size.site) for size in sizes]),
        ("cold build: plain MkDocs", [seconds(size.plain) for size in sizes]),
        ("ratio", [f"{size.ratio:.2f}" for size in sizes]),
        ("the site, a page", [f"{size.per_page * 1000:.1f} ms" for size in sizes]),
        ("peak memory: the site", [f"{size.site_memory / 1e6:.0f} MB" for size in sizes]),
        ("peak memory: plain MkDocs", [f"{size.plain_memory / 1e6:.0f} MB" for size in sizes]),
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
    build_memory(copy_project(scratch / "lighthouse/project"), keep=built)
    return lighthouse.measure(built, rounds)


def page_part(scratch: Path, rounds: int) -> list[pages.Measured]:
    """Build the site and its plain twin, and load pages of both."""
    project = copy_project(scratch / "pages/project")
    built = scratch / "pages/built"
    say("building the site and its plain twin")
    build_memory(project, keep=built)
    plain_built = scratch / "pages/plain-built"
    build_memory(plain_project(project, built, scratch / "pages/plain"), keep=plain_built)
    say("loading pages")
    return pages.measure(built, plain_built, scratch / "pages", rounds)


def build_part(
    scratch: Path, rounds: int, growth: list[int], kept: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Build at several sizes; yield what is known after each, and print it at the end.

    `kept` is what earlier runs found; what is not measured now stays. What is not a build is
    measured with the site as it is.
    """
    check, rebuild = kept.get("check", []), kept.get("rebuild", [])
    if 1 in growth:
        check = check_seconds(rounds)
        rebuild = rebuild_seconds(copy_project(scratch / "served"), rounds)
    fields = Size.__dataclass_fields__
    sizes = {
        old["places"]: Size(**{name: old[name] for name in fields}) for old in kept.get("sizes", [])
    }
    for times in growth:
        project = copy_project(scratch / f"{times}/project")
        if times > 1:
            grow(project, times)
        size = measure(project, scratch / str(times), rounds if times == 1 else 0)
        sizes[size.places] = size
        found = [sizes[places] for places in sorted(sizes)]
        yield {
            "sizes": [
                vars(size) | {"ratio": size.ratio, "per_page": size.per_page} for size in found
            ],
            "rebuild": rebuild,
            "check": check,
        }
    say("")
    print(f"Median of {rounds} (least-most)\n{table(found, check, rebuild)}")


def main() -> None:
    """Measure, print, and keep the numbers; a part that is not measured keeps its last ones."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured")
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
    chosen = parser.parse_args()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        common = {"machine": machine(), "rounds": chosen.rounds}
        if chosen.part in (None, "pages"):
            loaded = page_part(scratch, chosen.rounds)
            say("")
            print(pages.table(loaded))
            results["pages"] = common | {"loads": [page.as_json() for page in loaded]}
        if chosen.part in (None, "lighthouse"):
            reports = lighthouse_part(scratch, min(chosen.rounds, 3))
            print(lighthouse.table(reports))
            results["lighthouse"] = common | {"pages": lighthouse.as_json(reports)}
        if chosen.part in (None, "builds"):
            kept = results.get("builds", {})
            for part in build_part(scratch, chosen.rounds, chosen.growth, kept):
                results["builds"] = common | part
                _keep(results)  # the next size may take an hour
        _keep(results)


def _keep(results: dict[str, Any]) -> None:
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
