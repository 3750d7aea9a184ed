"""The headers of `_headers`, sent as a host sends them: nothing breaks, nobody frames a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

Rules = list[tuple[str, list[tuple[str, str]]]]


def read(text: str) -> Rules:
    """Return the rules of a `_headers` file: a path, and below it its headers."""
    rules: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
    return rules


def joined(rules: Rules, path: str) -> dict[str, str]:
    """Return an address's headers where the host joins the values of all rules that fit."""
    found: dict[str, list[str]] = {}
    for pattern, headers in rules:
        for name, value in headers if fnmatch(path, pattern) else ():
            found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def narrowest(rules: Rules, path: str) -> dict[str, str]:
    """Return an address's headers where the host takes the value of the narrowest rule."""
    return {
        name: value for pattern, both in rules if fnmatch(path, pattern) for name, value in both
    }


class _Host(SimpleHTTPRequestHandler):
    """Serves the site with its headers, and a page that frames two of its pages."""

    rules: Rules
    headers_for: Callable[[Rules, str], dict[str, str]]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path != "/frames":
            super().do_GET()
            return
        home = f"http://localhost:{self.server.server_port}"  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        SimpleHTTPRequestHandler.end_headers(self)
        framed = ("about/", "embed/card/ohio-dark.html")
        frames = "".join(f"<iframe src={home}/{path}></iframe>" for path in framed)
        self.wfile.write(frames.encode())

    def end_headers(self) -> None:
        for name, value in type(self).headers_for(self.rules, self.path).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(params=[joined, narrowest], ids=["joined", "narrowest"])
def host(request: pytest.FixtureRequest, site_dir: Path) -> Iterator[str]:
    """The address of the site on a host that reads `_headers` in one of the two known ways."""
    rules = read((site_dir / "_headers").read_text())
    handler = type("Host", (_Host,), {"rules": rules, "headers_for": staticmethod(request.param)})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site_dir))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test for anything the console complains of."""
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        yield page
    assert not complaints


def test_every_kind_of_page_works_under_the_headers(
    host: str, page: Page, page_kinds: list[str]
) -> None:
    for path in page_kinds:
        page.goto(host + path)
    page.goto(f"{host}/search/")
    page.get_by_label("What are you looking for?").press_sequentially("pardon")
    expect(page.locator("#results li").first).to_be_visible()


def test_only_what_is_made_for_it_stands_in_a_frame(host: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        refused: list[str | None] = []
        page.on("requestfailed", lambda request: refused.append(request.failure))
        page.goto(host.replace("localhost", "127.0.0.1") + "/frames")
        shown = page.frame_locator("iframe >> nth=1")
        expect(shown.locator("h1")).to_contain_text("Ohio")
        # Its own styles pass the header's policy, too.
        expect(shown.locator("body")).to_have_css("background-color", "rgb(18, 25, 29)")
        # A browser with windows says there that the site refused; one without leaves it empty.
        expect(page.frame_locator("iframe >> nth=0").locator("main")).to_have_count(0)
        assert refused == ["net::ERR_BLOCKED_BY_RESPONSE"]


def test_other_sites_can_read_the_data_and_no_page(host: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.replace("localhost", "127.0.0.1") + "/frames")
        ask = "address => fetch(address).then(answer => answer.text(), error => error.name)"
        assert "sha256" in page.evaluate(ask, f"{host}/api/v2/index.json")
        assert page.evaluate(ask, f"{host}/feeds/ny.json").startswith("{")
        assert page.evaluate(ask, f"{host}/states/new-york/") == "TypeError"
