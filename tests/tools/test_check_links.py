"""The link checker against a real server on this machine: every kind of answer."""

from __future__ import annotations

import json
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import ClassVar

import check_links
import pytest
from check_links import Result
from polite import Answer, Manners
from record_relief.source.evidence import Data

from tests.tools.serving import serving

QUICK = Manners("A test", tries=3, timeout=1, between=7, pause=3, hosts=4)


class _Handler(BaseHTTPRequestHandler):
    asked: ClassVar[Counter[str]] = Counter()
    agents: ClassVar[set[str]] = set()
    stop = Event()

    def do_GET(self) -> None:
        name = self.path
        self.asked[name] += 1
        self.agents.add(self.headers["User-Agent"])
        if name == "/slow":
            self.stop.wait(30)
            return
        answers: dict[str, tuple[int, str | None]] = {
            "/good": (200, None),
            "/gone": (404, None),
            "/moved": (301, "/good"),
            "/moved-to-gone": (301, "/gone"),
            "/for-now": (302, "/good"),
            "/circle": (301, "/circle2"),
            "/circle2": (301, "/circle"),
            "/away": (302, "ftp://x.example/"),
            "/nowhere": (302, "http://["),
            "/person-only": (403, None),
            "/broken": (500, None),
            "/busy": (200 if self.asked[name] > 1 else 503, None),
            "/flaky": (200 if self.asked[name] > 2 else 500, None),
        }
        status, location = answers[name]
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with serving(_Handler, _Handler.stop) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "verdict", "times"),
    [
        ("/good", "alive", 1),
        ("/gone", "dead", 1),
        ("/moved", "moved", 1),
        ("/moved-to-gone", "dead", 1),
        ("/for-now", "alive", 1),
        ("/circle", "dead", 1),
        ("/away", "dead", 1),
        ("/nowhere", "dead", 1),
        ("/person-only", "blocked", 1),
        ("/broken", "unreachable", 3),
        ("/busy", "alive", 2),
        ("/flaky", "alive", 3),
        ("/slow", "unreachable", 3),
    ],
)
def test_each_answer_is_judged(host: str, path: str, verdict: str, times: int) -> None:
    pauses: list[float] = []
    _Handler.asked.clear()
    result = check_links.ask(host + path, QUICK, pauses.append)
    assert (result.url, result.verdict) == (host + path, verdict)
    assert _Handler.asked[path] == times
    assert pauses == [3, 6][: times - 1]


def test_a_moved_address_is_told(host: str) -> None:
    assert check_links.ask(f"{host}/moved", QUICK, lambda _: None).to == f"{host}/good"


def test_a_host_that_refuses_or_does_not_exist() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        result = check_links.ask(refused, QUICK, lambda _: None)
    assert (result.verdict, result.detail) == ("unreachable", "no connection")


def test_the_program_says_who_it_is(host: str) -> None:
    check_links.ask(f"{host}/good", QUICK)
    assert _Handler.agents == {QUICK.agent}


def test_a_host_is_asked_slowly(host: str) -> None:
    waits: list[float] = []
    cited = {f"{host}/{name}": [name.upper()] for name in ("good", "gone", "moved")}
    results = check_links.check(cited, QUICK, waits.append)
    assert [(r.url, r.verdict, r.cited) for r in results] == [
        (f"{host}/good", "alive", ("GOOD",)),
        (f"{host}/gone", "dead", ("GONE",)),
        (f"{host}/moved", "moved", ("MOVED",)),
    ]
    assert waits == [7, 7]


def test_every_address_of_the_data_is_checked(data: Data) -> None:
    cited = check_links.addresses(data)
    assert {place.own_record.url for place in data.jurisdictions} - {None} <= cited.keys()
    assert {law.url for place in data.jurisdictions for law in place.relief} <= cited.keys()
    assert {source.url for place in data.jurisdictions for source in place.sources} <= cited.keys()
    assert {source.url for source in data.sources} <= cited.keys()
    assert {t.url for found in data.evidence.values() for t in found.texts} <= cited.keys()
    assert all(cited.values())


def test_an_archive_is_known() -> None:
    result = check_links._judge(
        "https://web.archive.org/x", Answer("https://web.archive.org/x", 200)
    )
    assert result.verdict == "archived"


def test_the_reports_say_what_to_do() -> None:
    results = [
        Result("https://a.example/", "dead", "404", "https://a.example/", ("NY.relief[x]",)),
        Result("https://b.example/", "moved", "200", "https://c.example/", ("OH.help[0]",)),
        Result("https://d.example/", "alive", "200", "https://d.example/", ("OH",)),
    ]
    text = check_links.as_markdown(results, date(2026, 11, 27))
    assert "3 addresses: 1 alive, 1 moved, 0 archived, 1 dead, 0 blocked, 0 unreachable" in text
    assert "- <https://a.example/>: 404 (NY.relief[x])" in text
    assert "- <https://b.example/>: 200, now <https://c.example/> (OH.help[0])" in text
    assert "d.example" not in text
    found = json.loads(check_links.as_json(results, date(2026, 11, 27)))
    assert found["checked"] == "2026-11-27"
    assert [link["verdict"] for link in found["links"]] == ["dead", "moved", "alive"]


def test_the_program_ends_well_whatever_hosts_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        check_links, "ask", lambda url, *_: Result(url, "unreachable", "no connection", url, ())
    )
    data = Path(__file__).parents[2] / "data/states.yaml"
    options = ["--to", str(tmp_path), "--data", str(data), "--only", "alabama"]
    assert check_links.main(options, lambda _: None) == 0
    assert "without an answer" in capsys.readouterr().out
    assert json.loads((tmp_path / "links.json").read_text())["links"]
    assert "No answer" in (tmp_path / "links.md").read_text()
