"""The watch against a real server on this machine: every kind of page that a law is read on."""

from __future__ import annotations

import gzip
import json
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import ClassVar

import polite
import pytest
import typst
import watch
from PIL import Image
from polite import Manners
from watching import report
from watching.quotes import Quote, quotes, unwatchable
from watching.store import Store
from watching.verdicts import Finding
from watching.verdicts import watch as look

from tests.builders import (
    data_of,
    evidence_yaml,
    raw_evidence,
    raw_place,
    raw_states,
    replaced,
    states_yaml,
    write_evidence,
)
from tests.tools.serving import serving

QUICK = Manners("TestWatch/1 (a test)", tries=2, timeout=0.5, between=7, pause=3, hosts=2)
WORDS = (
    "a person convicted of a violation of section 53a-82 may apply to the court",
    "the court shall vacate the victim's conviction if it finds by a preponderance",
    "no fee may be charged for filing the motion",
)
LAW = (
    "(a) At any time, a person convicted of a violation of section 53a-82 may apply to the court. "
    "(b) The court shall vacate the victim's conviction if it finds by a preponderance of the "
    "evidence that the person was a victim. (c) No fee may be charged for filing the motion."
)
LAW_PAGE = f"<!doctype html><title>Law</title><nav>Home</nav><main><p>{LAW}</p></main>"
FILLER = "<p>Title 4. Of fish and of boats that carry them. Licences are sold in June.</p>" * 20
SHELL = '<!doctype html><div id="root"></div><script src="/app.js"></script>'

ASKS = "<noscript>Please enable JavaScript to go on.</noscript><script>start()</script>"


def pdf(text: str) -> bytes:
    made = typst.compile(f"#set page(width: 8cm)\n#set text(hyphenate: true)\n{text}".encode())
    assert isinstance(made, bytes)
    return made


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (20, 20)).save(file, "PDF")
    return file.getvalue()


def html(body: str, charset: str = "utf-8") -> tuple[str, bytes]:
    return f"text/html; charset={charset}", body.encode("utf-8")


PAGES: dict[str, tuple[str, bytes]] = {
    "/same": html(LAW_PAGE),
    "/one-word": html(LAW_PAGE.replace("shall vacate", "may vacate")),
    "/letters": html(LAW_PAGE.replace("(c)", "(d)").replace("(b)", "(b) Reserved. (c)")),
    "/renumbered": html(f"{FILLER}<p>Section 9 was renumbered as section 12 in 2026.</p>"),
    "/other": html(FILLER),
    "/repealed": html("<p>§ 9. Repealed by Act 3 of 2026.</p><script>count()</script>"),
    "/script": html(SHELL),
    "/script-with-menu": html(f"<nav>{FILLER}</nav><main></main><script src='/a.js'></script>"),
    "/script-asked-for": html(FILLER + ASKS),
    "/script-with-words": html(LAW_PAGE + ASKS),
    "/frame": html("<!doctype html><iframe src='/same'></iframe>"),
    "/frameset": html("<html><frameset><frame src='/same'></frameset></html>"),
    "/wrong-charset": html(LAW_PAGE.replace("'", "’"), "iso-8859-1"),
    "/unknown-charset": html(LAW_PAGE, "klingon"),
    "/windows": ("text/html; charset=utf-8", LAW_PAGE.replace("'", "’").encode("windows-1252")),
    "/utf-16": ("text/html", LAW_PAGE.encode("utf-16")),
    "/curly": html(LAW_PAGE.replace("'", "’").replace("vi", "v\u00adi").replace("ca", "&shy;ca")),
    "/marks": html(LAW_PAGE.replace("section ", "Sec.&nbsp;").replace("-82", "\u201182")),
    "/inline": html(LAW_PAGE.replace("shall", "<b>s</b>hall").replace("fee may", "<td>fee<td>may")),
    "/plain": ("text/plain", LAW.encode()),
    "/xml": ("application/xml", f"<?xml version='1.0'?><law><text>{LAW}</text></law>".encode()),
    "/pdf": ("application/pdf", pdf(LAW)),
    "/pdf-one-word": ("application/octet-stream", pdf(LAW.replace("shall", "may"))),
    "/pdf-picture": ("application/pdf", picture()),
    "/pdf-broken": ("application/pdf", b"%PDF-1.7 and then nothing"),
    "/word": ("application/msword", b"\xd0\xcf\x11\xe0"),
    "/empty": ("text/html", b" "),
    "/kept": html(LAW_PAGE),
}  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    asked: ClassVar[Counter[str]] = Counter()
    agents: ClassVar[set[str]] = set()
    robots: ClassVar[tuple[int, bytes]] = (404, b"")
    stop = Event()

    def do_GET(self) -> None:
        name = self.path
        self.asked[name] += 1
        self.agents.add(self.headers["User-Agent"])
        if name == "/robots.txt":
            self._send(*self.robots, kind="text/plain")
        elif name == "/slow":
            self.stop.wait(30)
        elif name == "/moved":
            self._send(301, b"", Location="/same")
        elif name == "/moved-home":
            self._send(301, b"", Location="/other")
        elif name == "/nowhere":
            self._send(301, b"", Location="http://[")
        elif name in ("/404", "/403", "/500"):
            self._send(int(name[1:]), b"Sorry")
        elif name == "/then-fine" and self.asked[name] == 1:
            self._send(500, b"")
        elif name == "/gzip":
            self._send(200, gzip.compress(LAW_PAGE.encode()), **{"Content-Encoding": "gzip"})
        elif name == "/gzip-broken":
            self._send(200, b"no gzip at all", **{"Content-Encoding": "gzip"})
        elif name == "/kept" and self.headers.get("If-None-Match") == '"1"':
            self._send(304, b"")
        else:
            kind, body = PAGES.get(name, PAGES["/same"])
            mark = {"ETag": '"1"'} if name == "/kept" else {}
            self._send(200, body, kind, **mark)

    def _send(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content-Type": kind, **headers}.items():
            self.send_header(header, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(_Handler, _Handler.stop) as address:
        yield address


@pytest.fixture
def host(server: str) -> Iterator[str]:
    _Handler.asked.clear()
    yield server
    _Handler.robots = (404, b"")


def nothing(_: float) -> None:
    """Take the place of a pause."""


def quote(url: str, words: str, *, official: bool = False, entry: str = "CT.fee") -> Quote:
    return Quote("CT", entry, "T1", "A law", url, official, words)


def found(
    url: str, folder: Path, *, official: bool = False, sleep: Callable[[float], None] = nothing
) -> list[Finding]:
    """Return what becomes of the words of the law at an address."""
    asked = [quote(url, words, official=official) for words in WORDS]
    return look(asked, (), QUICK, Store(folder), sleep)


@pytest.mark.parametrize(
    "path",
    [
        "/same", "/letters", "/moved", "/then-fine", "/gzip", "/wrong-charset", "/unknown-charset",
        "/windows", "/utf-16", "/curly", "/marks", "/inline", "/plain", "/xml", "/pdf",
        "/script-with-words",
    ],
)  # fmt: skip
def test_words_that_stand_are_found(host: str, path: str, tmp_path: Path) -> None:
    assert {one.verdict for one in found(host + path, tmp_path)} == {"same"}


@pytest.mark.parametrize("path", ["/one-word", "/pdf-one-word"])
def test_one_word_that_changed_is_shown(host: str, path: str, tmp_path: Path) -> None:
    first, second, third = found(host + path, tmp_path)
    assert (first.verdict, second.verdict, third.verdict) == ("same", "changed", "same")
    assert second.passage
    assert "court [-shall-] {+may+} vacate" in second.passage.difference
    assert second.passage.text.lower().startswith("the court may vacate the victim")


@pytest.mark.parametrize(
    ("path", "verdict", "told"),
    [
        ("/renumbered", "gone", "Section 9 was renumbered as section 12 in 2026"),
        ("/repealed", "gone", "Repealed by Act 3 of 2026"),
        ("/other", "gone", "none of the words"),
        ("/moved-home", "gone", "none of the words"),
        ("/404", "gone", "404"),
        ("/nowhere", "gone", "no address"),
        ("/script", "hidden", "script"),
        ("/script-with-menu", "hidden", "script"),
        ("/script-asked-for", "hidden", "script"),
        ("/frame", "hidden", "frame"),
        ("/frameset", "hidden", "frame"),
        ("/empty", "hidden", "empty"),
        ("/pdf-picture", "hidden", "pictures"),
        ("/pdf-broken", "hidden", "PDF"),
        ("/word", "hidden", "application/msword"),
        ("/403", "unreached", "403"),
        ("/500", "unreached", "500"),
        ("/slow", "unreached", "no answer in time"),
        ("/gzip-broken", "unreached", "compression"),
    ],
)
def test_a_page_without_the_words_is_told_apart(
    host: str, path: str, verdict: str, told: str, tmp_path: Path
) -> None:
    results = found(host + path, tmp_path)
    assert {one.verdict for one in results} == {verdict}
    assert all(told in one.detail for one in results)


def test_a_moved_page_is_told(host: str, tmp_path: Path) -> None:
    assert {one.to for one in found(f"{host}/moved", tmp_path)} == {f"{host}/same"}


def test_words_with_nothing_like_them_on_a_page_with_the_others_have_changed(
    host: str, tmp_path: Path
) -> None:
    asked = [quote(f"{host}/same", words) for words in (*WORDS, "seven green boats sail on lakes")]
    *others, last = look(asked, (), QUICK, Store(tmp_path), nothing)
    assert {one.verdict for one in others} == {"same"}
    assert (last.verdict, last.passage) == ("changed", None)


def test_an_official_page_of_other_sections_is_no_alarm(host: str, tmp_path: Path) -> None:
    verdicts = {one.verdict for one in found(f"{host}/other", tmp_path, official=True)}
    assert verdicts == {"elsewhere"}
    changed = found(f"{host}/one-word", tmp_path, official=True)
    assert [one.verdict for one in changed] == ["same", "changed", "same"]


def test_a_host_is_asked_again_after_a_pause(host: str, tmp_path: Path) -> None:
    pauses: list[float] = []
    found(f"{host}/then-fine", tmp_path, sleep=pauses.append)
    assert _Handler.asked == {"/robots.txt": 1, "/then-fine": 2}
    assert pauses == [QUICK.between, QUICK.pause]


def test_each_page_is_asked_for_once_and_slowly_by_name(host: str, tmp_path: Path) -> None:
    pauses: list[float] = []
    _Handler.agents.clear()
    asked = [quote(f"{host}{path}", words) for words in WORDS for path in ("/same", "/plain")]
    look(asked, (), QUICK, Store(tmp_path), pauses.append)
    assert _Handler.asked == {"/robots.txt": 1, "/same": 1, "/plain": 1}
    assert pauses == [QUICK.between] * 2
    assert _Handler.agents == {QUICK.agent}


def test_what_robots_txt_forbids_is_not_read(host: str, tmp_path: Path) -> None:
    _Handler.robots = (200, b"User-agent: *\nDisallow: /sa*e$\nDisallow: /private/")
    forbidden = found(f"{host}/same", tmp_path)
    assert {(one.verdict, one.detail) for one in forbidden} == {
        ("unreached", "its robots.txt asks programs to stay away")
    }
    assert {one.verdict for one in found(f"{host}/plain", tmp_path)} == {"same"}
    assert {one.verdict for one in found(f"{host}/moved", tmp_path)} == {"unreached"}
    assert "/same" not in _Handler.asked


def test_robots_txt_that_fails_forbids_all(host: str, tmp_path: Path) -> None:
    _Handler.robots = (503, b"")
    assert {(one.verdict, one.detail) for one in found(f"{host}/same", tmp_path)} == {
        ("unreached", "its robots.txt was not reached: 503")
    }
    assert "/same" not in _Handler.asked


def test_a_host_that_is_not_there_is_asked_for_nothing_more(tmp_path: Path) -> None:
    pauses: list[float] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{taken.getsockname()[1]}"
        asked = [quote(f"{refused}/{n}", WORDS[0]) for n in range(9)]
        results = look(asked, (), QUICK, Store(tmp_path), pauses.append)
    assert {one.verdict for one in results} == {"unreached"}
    assert all("no connection" in one.detail for one in results)
    assert pauses.count(QUICK.pause) == QUICK.tries - 1


def test_the_pause_that_a_host_asks_for_is_kept(host: str, tmp_path: Path) -> None:
    pauses: list[float] = []
    _Handler.robots = (200, b"User-agent: *\nCrawl-delay: 12")
    found(f"{host}/same", tmp_path, sleep=pauses.append)
    assert sum(pauses) == QUICK.between + 12 - QUICK.between
    _Handler.robots = (200, b"User-agent: *\nCrawl-delay: 100000")
    pauses.clear()
    found(f"{host}/same", tmp_path, sleep=pauses.append)
    assert sum(pauses) < 60


def test_a_page_that_has_not_changed_is_not_sent_again(host: str, tmp_path: Path) -> None:
    url = f"{host}/kept"
    assert {one.verdict for one in found(url, tmp_path)} == {"same"}
    asked = [quote(url, WORDS[0]), quote(url, WORDS[1].replace("shall", "must"))]
    again = look(asked, (), QUICK, Store(tmp_path), nothing)
    assert [one.verdict for one in again] == ["same", "changed"]
    for file in tmp_path.iterdir():
        file.write_text("{")
    assert {one.verdict for one in found(url, tmp_path)} == {"same"}


@pytest.mark.parametrize(
    ("manners", "told"),
    [
        (Manners("x", most=10), "more than 10 bytes"),
        (Manners("x", longest=0.5), "not whole after 0.5 seconds"),
    ],
)
def test_a_page_without_end_is_given_up(host: str, manners: Manners, told: str) -> None:
    ticks = iter(range(1000))
    answer = polite.ask(f"{host}/same", manners, nothing, body=True, clock=lambda: next(ticks))
    assert (answer.status, answer.trouble) == (None, told)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "no address"),
        ("https://github.com/UniCourt/cic-code-ri", "repository"),
        ("https://www.github.com/UniCourt/cic-code-ri/", "repository"),
        ("https://code.example/laws", "whole code"),
        ("http://www.code.example/laws/", "whole code"),
        ("https://legis.example", "front page"),
        ("https://legis.example/", "front page"),
    ],
)
def test_a_repository_or_a_whole_code_is_not_watchable(
    url: str, reason: str, tmp_path: Path
) -> None:
    codes = ["https://code.example/laws"]
    assert reason in unwatchable(url, codes)
    (finding,) = look([quote(url, WORDS[0])], codes, QUICK, Store(tmp_path), nothing)
    assert (finding.verdict, finding.detail) == ("unwatchable", unwatchable(url, codes))


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/UniCourt/cic-code-ri/blob/main/gov.ri.code.title.12.html",
        "https://code.example/laws?section=9",
        "https://code.example/laws/9",
        "https://legis.example/?id=9",
    ],
)
def test_a_page_of_one_law_is_watchable(url: str) -> None:
    assert unwatchable(url, ["https://code.example/laws"]) == ""


def test_every_quotation_of_the_evidence_is_looked_for() -> None:
    raw, evidence = raw_states(), raw_evidence()
    place = raw_place(raw, "NY")
    place["official_code"]["url"] = "https://www.code.example/laws"
    place["relief"][0]["url"] = "https://code.example/laws/440.10"
    law = place["relief"][0]["id"]
    source = place["sources"][0]
    evidence["NY"]["laws"][law]["proof"] = {
        "fee.rule": [{"text": "T1", "at": "(c)", "words": WORDS[2]}],
        "age": [{"text": "T1", "silent": True}],
        "decision.rule": [{"text": source["id"], "words": WORDS[1]}],
    }
    evidence["NY"]["fair"]["proof"] = {"housing.rule": [{"text": "T1", "words": WORDS[1]}]}
    place["ways"][1]["url"] = "https://code.example/laws/160.57"
    evidence["NY"]["ways"]["sealing"]["proof"] = {"wait": [{"text": "T1", "words": WORDS[0]}]}
    evidence["NY"]["ways"]["clean-slate"]["proof"] = {"wait": [{"text": "T1", "words": WORDS[0]}]}
    official = "https://code.example/laws/440.10"
    way = "https://code.example/laws/160.57"
    first = evidence["NY"]["texts"][0]
    assert {
        (one.entry, one.title, one.url, one.official, one.words)
        for one in quotes(data_of(raw, evidence))
    } == {
        (f"NY.laws.{law}.fee.rule", first["title"], first["url"], False, WORDS[2]),
        (f"NY.laws.{law}.fee.rule", first["title"], official, True, WORDS[2]),
        (f"NY.laws.{law}.decision.rule", source["title"], source["url"], False, WORDS[1]),
        (f"NY.laws.{law}.decision.rule", source["title"], official, True, WORDS[1]),
        ("NY.fair.housing.rule", first["title"], first["url"], False, WORDS[1]),
        ("NY.ways.sealing.wait", first["title"], first["url"], False, WORDS[0]),
        ("NY.ways.clean-slate.wait", first["title"], first["url"], False, WORDS[0]),
        ("NY.ways.clean-slate.wait", first["title"], way, True, WORDS[0]),
    }
    first["url"] = official
    assert [one.url for one in quotes(data_of(raw, evidence)) if one.official] == [way]
    place["official_code"]["url"] = official
    first["url"] = "https://elsewhere.example/law"
    assert [one.url for one in quotes(data_of(raw, evidence)) if one.official] == [way]


def test_words_that_several_fields_rest_on_are_told_once(host: str, tmp_path: Path) -> None:
    asked = [quote(f"{host}/same", WORDS[0], entry=entry) for entry in ("CT.a", "CT.b")]
    (finding,) = look(asked, (), QUICK, Store(tmp_path), nothing)
    assert finding.entries == ("CT.a", "CT.b")


def test_the_report_shows_what_to_do_and_nothing_of_a_page_is_markup(
    host: str, tmp_path: Path
) -> None:
    results = found(f"{host}/one-word", tmp_path) + found(f"{host}/renumbered", tmp_path)
    text = report.as_markdown(results, date(2026, 11, 28))
    assert "1 changed, 3 gone, 0 elsewhere, 0 hidden, 0 unreached, 0 unwatchable, 2 same" in text
    assert "court [-shall-] {+may+} vacate" in text
    assert f"- CT, <{host}/renumbered>" in text
    unseen = report.as_markdown(found(f"{host}/403", tmp_path), date(2026, 11, 28))
    assert f"- CT, <{host}/403>: 403" in unseen
    assert WORDS[0] not in unseen
    assert report.from_json(report.as_json(results, date(2026, 11, 28))) == results
    hostile = Finding(
        "CT",
        "A law",
        "https://x.example/",
        False,
        "w\n# w",
        ("CT.a",),
        "gone",
        "<b> @all `x` [y](z)",
    )
    shown = report.as_markdown([hostile], date(2026, 11, 28))
    assert "\n        w # w\n" in shown
    assert not any(mark in shown for mark in ("<b>", " @all", " `x`", "[y](z)"))


def test_the_program_ends_well_whatever_hosts_do(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "states.yaml").write_text(states_yaml(), encoding="utf-8")
    evidence = evidence_yaml("NY")
    for url, path in (("laws.example/1", "/404"), ("bills.example/2", "/403")):
        evidence = replaced(evidence, f"https://{url}", host + path)
    write_evidence(folder, NY=evidence)
    options = ["--data", str(folder / "states.yaml"), "--to", str(tmp_path), "--only", host]
    assert watch.main([*options, "--kept", str(tmp_path / "kept")], nothing) == 0
    written = json.loads((tmp_path / "watch.json").read_text("utf-8"))["findings"]
    urls = {one["url"]: one["verdict"] for one in written}
    assert urls == {f"{host}/404": "gone", f"{host}/403": "unreached"}
    gone = sum(one["verdict"] == "gone" for one in written)
    assert f"{len(written)} phrases, {gone} changed or gone" in capsys.readouterr().out
    assert "## Section gone" in (tmp_path / "watch.md").read_text("utf-8")
