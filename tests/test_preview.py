"""`make serve`: an edit is what the next request shows, and an open page reloads itself."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from typing import IO, Any

import pytest
import yaml
from playwright.sync_api import Browser, expect
from record_relief.build.port import advice as port_advice
from record_relief.languages.language import ASKED
from selectolax.lexbor import LexborHTMLParser

from tests.builders import ROOT
from tests.built_site import SHIPPING
from tests.paper_text import sheets

_PATIENCE = 600  # seconds until a test that waits fails, on a busy machine too
_EPOCH = re.compile(rb"livereload\((\d+), (\d+)\)")
MARK = "Zqxj"


class Log:
    """What a server says, as it says it."""

    def __init__(self, said: IO[str]) -> None:
        self.text = ""
        self._said = said
        self._more = Condition()
        self._ended = False
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        for line in self._said:
            with self._more:
                self.text += line
                self._more.notify_all()
        with self._more:
            self._ended = True
            self._more.notify_all()

    def wait(self, known: str) -> None:
        """Return when the server has said more than what is known."""
        with self._more:
            more = self._more.wait_for(lambda: self._ended or self.text != known, _PATIENCE)
        assert more, self.text
        assert not self._ended, self.text

    def close(self) -> None:
        """Listen until the server has ended."""
        self._thread.join()


@dataclass
class Server:
    """A copy of the project under `mkdocs serve`."""

    project: Path
    address: str
    log: Log

    def get(self, path: str) -> bytes:
        """Return what the server answers; waits while it starts anew."""
        while True:
            said = self.log.text
            try:
                with urllib.request.urlopen(self.address + path, timeout=_PATIENCE) as answer:
                    return bytes(answer.read())
            except urllib.error.HTTPError as error:
                return error.read()
            except OSError:
                self.log.wait(said)  # it says where it serves when it listens there

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file, and return when browsers are told to load again."""
        state = self.state()
        file = self.project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.wait(state)

    def state(self) -> tuple[int, str]:
        """Return the numbers by which a page asks whether it must load again."""
        found = _EPOCH.search(self.get("about/"))
        assert found, "the page does not reload by itself"
        return int(found[1]), found[2].decode()

    def wait(self, state: tuple[int, str]) -> None:
        """Return when what was shown in this state is no longer what there is."""
        epoch, asked = state
        end = time.monotonic() + _PATIENCE
        # Each answer takes until the next change, or a minute.
        while int(self.get(f"livereload/{epoch}/{asked}") or 0) <= epoch:
            assert time.monotonic() < end, self.log.text


def unmeasured() -> dict[str, str]:
    """Return the environment without test coverage, which takes as long again as what it traces."""
    return {name: told for name, told in os.environ.items() if not name.startswith("COVERAGE_")}


def copied(project: Path) -> Path:
    """Copy what the preview reads, with what builds have made: it adds nothing to that."""
    project.mkdir(exist_ok=True)
    (project / ".cache").symlink_to(ROOT / ".cache")
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def free_address() -> str:
    """Return an address at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def serving(project: Path, languages: str = "en") -> Iterator[Server]:
    """Show a copy of the project, in English alone, which starts sooner, or in the `languages`."""
    address = free_address()
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project,
        env=unmeasured() | {"NO_MKDOCS_2_WARNING": "1", ASKED: languages},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        # A run in the background ignores Ctrl-C, and so would all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout
        log = Log(process.stdout)
        try:
            yield Server(project, f"http://{address}/", log)
        finally:
            process.send_signal(signal.SIGINT)  # as Ctrl-C does
            log.close()


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory,
    site_dir: Path,  # noqa: ARG001, whose build filled the cache
) -> Iterator[Server]:
    with serving(copied(tmp_path_factory.mktemp("served"))) as found:
        yield found


def words(html: bytes) -> list[str]:
    """Return the words a page shows, with the address that a published one has.

    Files that name their address have other sums and sizes with another one.
    """
    html = re.sub(rb"http://127\.0\.0\.1:\d+", b"https://recordrelief.org", html)
    html = re.sub(rb"127\.0\.0\.1:\d+", b"recordrelief.org", html)
    main = LexborHTMLParser(html).css_first("main")
    assert main, html[:500]
    return re.sub(r"\b[0-9a-f]{64}\b|\d+ KB", "...", main.text(separator=" ")).split()


def test_a_preview_shows_what_a_build_makes(
    tmp_path: Path, site_dir: Path, page_kinds: list[str]
) -> None:
    with serving(copied(tmp_path / "served"), languages="") as server:
        for path in page_kinds:
            served = words(server.get(path[1:]))
            built = words((site_dir / path[1:] / "index.html").read_bytes())
            assert served == built, path
        for path in (
            "sitemap.xml",
            "feeds/mi.xml",
            "api/v2/index.json",
            "maps/cleared-records.svg",
        ):
            known = (site_dir / path).read_bytes()
            assert len(server.get(path).splitlines()) == len(known.splitlines()), path
        assert b"Page not found" in server.get("no-such-page/")


def test_a_preview_in_english_alone_leads_to_no_other_language(server: Server) -> None:
    page = server.get("states/ohio/")
    assert b"hreflang" not in page
    for code in SHIPPING:
        assert b"Page not found" in server.get(f"{code}/states/ohio/")


def test_a_language_that_there_is_not_is_named(tmp_path: Path) -> None:
    project = copied(tmp_path / "served")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env=unmeasured() | {"NO_MKDOCS_2_WARNING": "1", ASKED: "en,qq"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    known = ", ".join(["en", *SHIPPING])
    assert f'{ASKED}:1: "qq" is not one of {known}' in done.stdout


def pdf_text(content: bytes) -> bytes:
    return " ".join(sheets(content)).encode()


def script(server: Server, name: str, page: str) -> bytes:
    """Return a script that a page loads, whatever its present name is."""
    found = re.search(rf'[^"]*{name}\.[0-9a-f]+\.js'.encode(), server.get(page))
    assert found
    return server.get(found[0].decode().removeprefix("../"))


@pytest.fixture(scope="module")
def fact(server: Server) -> str:
    """The name of a helper on the guide of Michigan, as the data has it."""
    data = yaml.load(
        (server.project / "data/states.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    place = next(item for item in data["jurisdictions"] if item["code"] == "MI")
    return f"- name: {place['help'][0]['name']}\n"


def test_an_edited_fact_reloads_the_page(server: Server, fact: str, browser: Browser) -> None:
    page = browser.new_page()
    try:
        page.goto(server.address + "states/michigan/")
        expect(page.locator("main")).not_to_contain_text(MARK)
        server.edit("data/states.yaml", fact, fact.replace("\n", f" {MARK}\n"))
        expect(page.locator("main")).to_contain_text(MARK, timeout=_PATIENCE * 1000)
    finally:
        page.close()
    text = pdf_text(server.get("paper/michigan-full.pdf"))
    assert MARK.encode() in text
    assert MARK.encode() in server.get("api/v2/jurisdictions/mi.json")


EDITS: dict[str, tuple[str, str, str, Callable[[Server], bytes]]] = {
    "forms": (
        "data/forms.yaml",
        "  title: ",
        f"  title: {MARK} ",
        lambda server: server.get("tools/"),
    ),
    "search words": (
        "data/search.yaml",
        "  AL: [Ala]",
        f"  AL: [Ala, {MARK}]",
        lambda server: script(server, "directory", "search/"),
    ),
    "template": (
        "overrides/components/site_footer.html",
        "<footer",
        f'<footer data-{MARK}="1"',
        lambda server: server.get("states/ohio/"),
    ),
    "style": (
        "overrides/components/base.css",
        "body {",
        f"body {{ --{MARK}: 1px; width: var(--{MARK});",
        lambda server: server.get("states/ohio/"),
    ),
    "words of a hand-written page": (
        "docs/about.md",
        "## Mistakes",
        f"## Mistakes {MARK}",
        lambda server: server.get("about/"),
    ),
    "script": (
        "docs/assets/js/page.js",
        '"use strict"',
        f'var {MARK};"use strict"',
        lambda server: script(server, "page", "about/"),
    ),
    "sheet": (
        "overrides/paper/handout.typ",
        "    brand\n",
        f"    brand\n    [{MARK}]\n",
        lambda server: pdf_text(server.get("paper/ohio-full.pdf")),
    ),
    "settings": (
        "mkdocs.yml",
        "- Employers: ",
        f"- Employers {MARK}: ",
        lambda server: server.get("about/"),
    ),
    "code": (
        "hooks/record_relief/pages/catalogue.py",
        'say("Myths and facts"),',
        f'say("Myths and facts {MARK}"),',
        lambda server: server.get("myths/"),
    ),
}


# Each is of a kind with one that stays: it starts anew as "code" does, is read as "forms" is, or is
# served as "template" and "style" are.
WEEKLY = ("settings", "search words", "script", "words of a hand-written page")


def some_weekly(*kinds: tuple[str, ...]) -> list[Any]:
    """Return the parameters of a test; those whose last is of `WEEKLY` are for once a week."""
    weekly = (pytest.mark.weekly,)
    return [pytest.param(*one, marks=weekly if one[-1] in WEEKLY else ()) for one in kinds]


@pytest.mark.parametrize("kind", some_weekly(*((kind,) for kind in EDITS)))
def test_an_edit_is_what_the_next_request_shows(server: Server, kind: str) -> None:
    name, old, new, shown = EDITS[kind]
    assert MARK.encode() not in shown(server)
    server.edit(name, old, new)
    assert MARK.encode() in shown(server)
    server.edit(name, new, old)
    assert MARK.encode() not in shown(server)


@pytest.mark.parametrize(
    ("name", "good", "bad", "told"),
    [
        ("data/states.yaml", "coverage: full", "coverage: full_", 'did you mean "full"?'),
        ("mkdocs.yml", "site_name: ", "site_name: : ", "mkdocs.yml"),
        ("hooks/record_relief/pages/catalogue.py", "def pages(", "def pages((", "catalogue.py:"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_page(
    server: Server, name: str, good: str, bad: str, told: str
) -> None:
    before = words(server.get("states/ohio/"))
    said = len(server.log.text)
    server.edit(name, good, bad)
    assert words(server.get("states/ohio/")) == before
    assert told in server.log.text[said:]
    server.edit(name, bad, good)


def test_a_broken_template_says_so_where_the_page_was(server: Server) -> None:
    before = words(server.get("states/ohio/"))
    server.edit("overrides/pages/state.html", "guide.headline", "guide.no_such_thing")
    assert b"no_such_thing" in server.get("states/ohio/")
    server.edit("overrides/pages/state.html", "guide.no_such_thing", "guide.headline")
    assert words(server.get("states/ohio/")) == before


# A second hook that edits a file at one moment of the start, as a person might.
EARLY_EDIT = """
from pathlib import Path

def {event}(*_, **__):
    file = Path({name!r})
    text = file.read_text(encoding="utf-8")
    if {mark!r} not in text:
        file.write_text(text.replace({old!r}, {new!r}, 1), encoding="utf-8")
"""


@pytest.mark.parametrize(
    ("event", "kind"),
    some_weekly(
        ("on_startup", "code"),
        ("on_startup", "settings"),
        ("on_nav", "forms"),
        ("on_nav", "search words"),
    ),
)
def test_an_edit_while_it_starts_is_shown(
    tmp_path: Path,
    site_dir: Path,  # noqa: ARG001, whose build filled the cache
    kind: str,
    event: str,
) -> None:
    """`on_startup`: the code is read, the data is not; `on_nav`: all is read, nothing watched."""
    project = copied(tmp_path / "served")
    name, old, new, shown = EDITS[kind]
    edit = EARLY_EDIT.format(event=event, name=name, mark=MARK, old=old, new=new)
    (project / "early.py").write_text(edit)
    settings = (project / "mkdocs.yml").read_text()
    first = "hooks:\n"
    assert first in settings
    (project / "mkdocs.yml").write_text(settings.replace(first, f"{first}  - early.py\n"))
    with serving(project) as server:
        state = server.state()
        while MARK.encode() not in shown(server):
            server.wait(state)
            state = server.state()


def test_a_port_in_use_is_reported_before_anything_is_read(tmp_path: Path) -> None:
    project = copied(tmp_path / "served")
    (project / "data/states.yaml").write_text("not read yet")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        advice = port_advice("127.0.0.1", port)
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=unmeasured() | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    said = [line for line in done.stdout.splitlines() if line and not line.startswith("INFO")]
    assert said == [advice]
