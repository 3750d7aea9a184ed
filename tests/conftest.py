"""What every test may ask for: the data, the built site, the HTML checker, a spreadsheet."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import find_chromium
import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright
from record_relief.build.load import load
from record_relief.build.load_forms import load_forms
from record_relief.build.load_packets import load_packets
from record_relief.derive.site import Facts
from record_relief.pages.catalogue import pages
from record_relief.source.evidence import Data
from record_relief.source.forms import Form
from record_relief.source.packets import PacketsFile

from tests.built_site import SHIPPING

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules/axe-core/axe.min.js"
# The hashes of pages that were valid HTML when they were checked, those checked last at the end.
VALID = ROOT / ".cache/valid-html"
REMEMBERED = 10_000
PUPPETEER = ROOT / "node_modules/puppeteer-core"
NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
# Right, but not known to the checker: CSS UI 4 has this property.
NEWER_THAN_NU = ("CSS: “field-sizing”: Property “field-sizing” doesn't exist.",)
MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox"
NU_OPTIONS = ["--errors-only", "--skip-non-html", "--stdout", "--exit-zero-always"]


# Pages written by hand, and the kinds of generated pages by the name of their template.
WRITTEN = "written"
# A template of these is no page of the sitemap.
_UNLISTED = {"permalink", "missing", "search"}
KINDS = sorted(
    {path.stem for path in (ROOT / "overrides/pages").glob("*.html")} - _UNLISTED | {WRITTEN}
)


class Kind(NamedTuple):
    """Pages of one kind: the longest and the shortest, and others that stand elsewhere."""

    ends: list[str]
    others: list[str]


def _java_runs() -> bool:
    # macOS has a `java` that only says where to get one.
    java = shutil.which("java")
    return bool(java) and subprocess.run([java, "-version"], capture_output=True).returncode == 0


def _firefox() -> str | None:
    """Return the path of a Firefox: the one that `FIREFOX` names, or the first one found."""
    candidates = (os.environ.get("FIREFOX"), "firefox-esr", "firefox", MAC_FIREFOX)
    return next((path for one in candidates if one and (path := shutil.which(one))), None)


def _other_python() -> Path | None:
    """Return the newest Python here, on the path or from pyenv, but the one that runs the tests."""
    oldest, own = 11, sys.version_info.minor
    pyenv = Path.home() / ".pyenv/versions"
    for minor in (n for n in range(own + 9, oldest - 1, -1) if n != own):
        found = [*sorted(pyenv.glob(f"3.{minor}.*/bin/python")), shutil.which(f"python3.{minor}")]
        for python in filter(None, found):
            if not subprocess.run([python, "-c", ""], check=False).returncode:
                return Path(python)
    return None


def _missing() -> dict[str, str]:
    """Return the fixtures that can't work here, each with the reason."""
    npm = "make test has not installed it yet" if shutil.which("npm") else "npm was not found"
    missing = {}
    if not AXE.exists():
        missing["axe_source"] = f"accessibility by axe-core: {npm}"
    if not NU.exists():
        missing["nu_check"] = f"HTML by the Nu checker: {npm}"
    elif not _java_runs():
        missing["nu_check"] = "HTML by the Nu checker: java was not found"
    if not PUPPETEER.exists():
        missing["firefox"] = f"printing, Back and Exit in Firefox: {npm}"
    elif not _firefox():
        missing["firefox"] = "printing, Back and Exit in Firefox: Firefox was not found"
    if not shutil.which("soffice"):
        missing["spreadsheet"] = "CSV files in a spreadsheet: soffice (LibreOffice) was not found"
        missing["word_processor"] = "Word files opened: soffice (LibreOffice) was not found"
    if not shutil.which("jq"):
        missing["jq"] = "which commit is published every day: jq was not found"
    if not importlib.util.find_spec("openxml_audit"):
        missing["word_schema"] = "Word files by Word's schema: make test has not installed it yet"
    if not shutil.which("git"):
        missing["git"] = "a clone with the line ends of Windows: git was not found"
    if not _other_python():
        missing["other_python"] = "what another Python makes: there is no second one"
    return missing


MISSING = _missing()


def pytest_configure() -> None:
    # On a busy machine any example may take long. In CI Hypothesis sets more than that.
    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("busy", deadline=None, suppress_health_check=slow)
    hypothesis.settings.load_profile("busy")
    if MISSING and os.environ.get("CI"):
        raise pytest.UsageError(f"CI must run every check. Missing: {'; '.join(MISSING.values())}")


# What the proof of a move off the theme rests on; while it is as in the last green run, the proof
# is not made again.
MOVE = ("hooks", "tools/zensical_site.py", "requirements.txt", "mkdocs.yml")
MOVED = ROOT / ".cache/move-proved"


def _state_of_move() -> str:
    """Return the hash of all that the proof of a move rests on."""
    digest = hashlib.sha256()
    for name in MOVE:
        path = ROOT / name
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        for file in files:
            digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _move_is_proved() -> bool:
    return MOVED.exists() and MOVED.read_text() == _state_of_move()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember that the move is proved, after a green run of every test."""
    worker = hasattr(session.config, "workerinput")
    every = [Path(name).resolve() for name in session.config.args] == [ROOT / "tests"]
    if exitstatus == 0 and every and not worker:
        MOVED.parent.mkdir(exist_ok=True)
        MOVED.write_text(_state_of_move())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--weekly", action="store_true", help="also what runs once a week only")


# What reads the built site runs nothing of `hooks/` itself; to trace it would take as long again.
READ_THE_SITE = tuple(ROOT / "tests" / name for name in ("browser", "deploy", "site"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if any(folder in item.path.parents for folder in READ_THE_SITE):
            item.add_marker("no_cover")
    weekly = config.getoption("weekly")
    proved = not weekly and _move_is_proved()
    left_out = [
        item
        for item in items
        if MISSING.keys() & set(getattr(item, "fixturenames", ()))
        or (not weekly and item.get_closest_marker("weekly"))
        or (proved and item.get_closest_marker("proof_of_move"))
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not terminalreporter.config.getoption("weekly"):
        terminalreporter.write_line(
            "Left to make test-all: what lies between the ends (screens, pages, forms, features)"
        )
        if _move_is_proved():
            terminalreporter.write_line("Not proved again: the move off the theme (no change)")
    for reason in MISSING.values():
        terminalreporter.write_line(f"NOT CHECKED HERE: {reason}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def data() -> Data:
    """The facts of `data/states.yaml`, loaded and checked."""
    return load(ROOT / "data/states.yaml").data


@pytest.fixture(scope="session")
def forms(data: Data) -> Sequence[Form]:
    """The forms of `data/forms.yaml`, loaded and checked."""
    return load_forms(ROOT / "data/forms.yaml", data)


@pytest.fixture(scope="session")
def packet_words(data: Data) -> PacketsFile:
    """The words of `data/packets.yaml`, loaded and checked."""
    return load_packets(ROOT / "data/packets.yaml", data)


@pytest.fixture(scope="session")
def facts(data: Data, forms: Sequence[Form], packet_words: PacketsFile) -> Facts:
    """The facts of the site, with its forms and the words of its packets."""
    return Facts(data, forms, None, packet_words)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `mkdocs build --strict` makes it, built once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    site, log, failed = base / "site", base / "site.log", base / "site.failed"
    with FileLock(base / "site.lock"):
        if not log.exists():
            build = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
                cwd=ROOT,
                env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            log.write_bytes(build.stdout)
            failed.write_bytes(build.stdout) if build.returncode else None
    if failed.exists():
        pytest.fail(f"mkdocs build --strict failed:\n{failed.read_text()}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def other_python() -> Path:
    """The newest Python here, but the one that runs the tests."""
    found = _other_python()
    assert found
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that runs for the whole session."""
    path = find_chromium.find()
    assert path, find_chromium.HELP
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=find_chromium.arguments())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_paths(site_dir: Path) -> list[str]:
    """The address of every page in the sitemap, from the root: `/`, `/states/new-york/`."""
    tree = ElementTree.parse(site_dir / "sitemap.xml")
    return [urlsplit(place.text or "").path for place in tree.iterfind("{*}url/{*}loc")]


@pytest.fixture(scope="session")
def kind_of(facts: Facts) -> Callable[[str], tuple[str, str]]:
    """A function that returns the language of a page, none for English, and its template."""
    template = {f"/{page.url}": Path(page.template).stem for page in pages(facts)}

    def kind(path: str) -> tuple[str, str]:
        code, _, rest = path.removeprefix("/").partition("/")
        code, path = (code, f"/{rest}") if code in SHIPPING else ("", path)
        return code, template.get(path, WRITTEN)

    return kind


@pytest.fixture(scope="session")
def page_kinds(
    site_dir: Path,
    site_paths: list[str],
    kind_of: Callable[[str], tuple[str, str]],
    pytestconfig: pytest.Config,
) -> list[str]:
    """One page of every kind; of pages that share a folder, the longest and the shortest.

    Of another language, where the same templates say the same, the longest of each template; once a
    week the shortest, too.
    """

    def size(path: str) -> int:
        return (site_dir / path.strip("/") / "index.html").stat().st_size

    kinds: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    listed = set(site_paths)
    for path in site_paths:
        folder, top = PurePosixPath(path).parent, PurePosixPath("/")
        code, template = kind_of(path)
        if code:
            others[f"{code} {template}"].append(path)
        elif folder.parent != top and f"{folder}/" in listed:
            # Below a page of a kind: they stand in as many folders as there are such pages.
            kinds[str(folder.parent / "*" / PurePosixPath(path).name)].append(path)
        else:
            kinds[path if folder == top else str(folder)].append(path)
    ends = (min, max)
    chosen = {pick(paths, key=size) for paths in kinds.values() for pick in ends}
    some = ends if pytestconfig.getoption("weekly") else (max,)
    return sorted(chosen | {pick(paths, key=size) for paths in others.values() for pick in some})


@pytest.fixture(scope="session")
def pages_of_kind(
    site_dir: Path,
    site_paths: list[str],
    page_kinds: list[str],
    kind_of: Callable[[str], tuple[str, str]],
) -> dict[str, Kind]:
    """The pages of `page_kinds` by the template they are made with, as `KINDS` names them.

    The ends are in English.
    """

    def size(path: str) -> int:
        return (site_dir / path.strip("/") / "index.html").stat().st_size

    by_kind: dict[str, list[str]] = defaultdict(list)
    for path in site_paths:
        code, kind = kind_of(path)
        if not code:
            by_kind[kind].append(path)
    found = {}
    for kind, paths in by_kind.items():
        ends = sorted({min(paths, key=size), max(paths, key=size)})
        others = [path for path in page_kinds if kind_of(path)[1] == kind and path not in ends]
        found[kind] = Kind(ends, others)
    return found


@pytest.fixture(scope="session")
def git() -> str:
    """The path of git."""
    return str(shutil.which("git"))


@pytest.fixture(scope="session")
def jq() -> str:
    """The path of jq, which a workflow asks."""
    return str(shutil.which("jq"))


@pytest.fixture(scope="session")
def spreadsheet(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[list[str]]]:
    """A function that returns what LibreOffice shows of a CSV file, row by row.

    Opened by double click LibreOffice takes the encoding from the byte order mark; without its
    window it has to be told (76 is UTF-8), so a file without the mark is refused here.
    """
    profile = tmp_path_factory.mktemp("soffice")
    separators = "Text - txt - csv (StarCalc):44,34,76,1"

    def opened(file: Path) -> list[list[str]]:
        assert file.read_bytes().startswith(b"\xef\xbb\xbf"), f"{file.name}: no byte order mark"
        target = tmp_path_factory.mktemp("sheet")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                f"--infilter={separators}",
                *("--convert-to", f"csv:{separators}"),
                *("--outdir", target, file),
            ],
            capture_output=True,
            check=True,
        )
        with (target / file.name).open(encoding="utf-8", newline="") as lines:
            return list(csv.reader(lines))

    return opened


@pytest.fixture(scope="session")
def word_processor(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, bytes]], dict[str, bytes]]:
    """A function that returns Word files as LibreOffice prints them to PDF, all in one go."""
    profile = tmp_path_factory.mktemp("soffice")

    def printed(files: Mapping[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("word")
        for name, content in files.items():
            (folder / f"{name}.docx").write_bytes(content)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                *("--convert-to", "pdf", "--outdir", folder),
                *sorted(folder.glob("*.docx")),
            ],
            capture_output=True,
            check=True,
        )
        return {name: (folder / f"{name}.pdf").read_bytes() for name in files}

    return printed


@pytest.fixture(scope="session")
def word_schema(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """A function that returns what is wrong with a Word file by Word's own schema."""
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator()
    path = tmp_path_factory.mktemp("schema") / "file.docx"

    def problems(content: bytes) -> list[str]:
        path.write_bytes(content)
        return [f"{one.part_uri}: {one.description}" for one in validator.validate(path).errors]

    return problems


@pytest.fixture(scope="session")
def axe_source() -> str:
    """axe-core's program, for the browser tests."""
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def firefox_path() -> str:
    """The path of a Firefox; what uses the fixture `firefox` runs only where there is one."""
    path = _firefox()
    assert path
    return path


@pytest.fixture(scope="session")
def nu_check() -> Callable[..., list[str]]:
    """A function that returns the Nu HTML checker's errors over all HTML files in a folder.

    Those in `left_out` are not checked.

    A page that this checker has found valid before is not checked again: it is known by its hash.
    """
    lock = (ROOT / "package-lock.json").read_bytes()

    def digest(file: Path) -> str:
        return hashlib.sha256(lock + file.read_bytes()).hexdigest()

    def check(folder: Path, left_out: Collection[Path] = ()) -> list[str]:
        known = dict.fromkeys(VALID.read_text().split() if VALID.exists() else [])
        files = {
            file: digest(file) for file in sorted(folder.rglob("*.html")) if file not in left_out
        }
        asked = {file: name for file, name in files.items() if name not in known}
        errors = _nu(list(asked)) if asked else []
        # Nu writes file:/tmp/..., with one slash.
        wrong = {Path(unquote(urlsplit(error["url"]).path)) for error in errors}
        valid = [name for file, name in files.items() if file.resolve() not in wrong]
        lately = dict.fromkeys([*(name for name in known if name not in set(valid)), *valid])
        VALID.parent.mkdir(exist_ok=True)
        VALID.write_text("\n".join(list(lately)[-REMEMBERED:]) + "\n")
        return [
            f"{error['url'].split(str(folder))[-1]}:{error.get('lastLine', 0)}: {error['message']}"
            f" in: {error.get('extract', '')!r}"
            for error in errors
        ]

    return check


def _nu(files: list[Path]) -> list[dict[str, Any]]:
    """Return the messages of the Nu HTML checker about some files."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(files), 500):  # the command line has a limit
        run = subprocess.run(
            [
                "java",
                "-Xss4m",
                # It ends before the second compiler has earned its time.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                NU,
                *NU_OPTIONS,
                "--format",
                "json",
                *files[start : start + 500],
            ],
            capture_output=True,
            check=True,
        )
        found += json.loads(run.stdout)["messages"]
    return [error for error in found if error["message"] not in NEWER_THAN_NU]
