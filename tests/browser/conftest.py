"""The built site in a real Chromium."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

# A busy machine is slow; what a test waits for does come. In milliseconds.
_PATIENCE = 60_000
expect.set_options(timeout=_PATIENCE)

FIREFOX = Path(__file__).parent / "firefox"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# The rules about colors alone, of those that are asked for.
COLOR_RULES = """tags => axe.getRules(["cat.color"])
    .filter(rule => rule.tags.some(tag => tags.includes(tag))).map(rule => rule.ruleId)"""

RUN = "(await axe.run(document, options)).violations"

# A breach of the policy is an event, even where the console stays silent.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", event =>
    console.error("Content Security Policy:", event.effectiveDirective, event.blockedURI))"""


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves files as a static host does: quietly, and with the site's own page where none is."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the built site on this machine, without a slash at its end."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_SiteHandler, directory=str(site_dir))
    ) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def new_page(browser: Browser, site_url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a fresh page: `new_page(width=390, scheme="dark")`.

    Takes what Playwright's `new_context` takes, too. `page.goto` takes paths ("/states/").
    Whatever a test does, a request to another host, an uncaught error in a script, or a breach of
    the site's content security policy fails it.
    """
    contexts = []
    faults: list[str] = []

    def note_request(request: Any) -> None:
        if not request.url.startswith((site_url + "/", "data:", "blob:", "about:")):
            faults.append(f"request to another host: {request.url}")

    def note_console(message: Any) -> None:
        if "Content Security Policy" in message.text:
            faults.append(f"{message.page.url if message.page else ''}: {message.text}")

    def open_page(
        *, width: int = 1280, height: int = 844, scheme: str = "light", **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(_PATIENCE)
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", note_request)
        context.on("console", note_console)
        context.on("weberror", lambda error: faults.append(f"script error: {error.error}"))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def firefox(firefox_path: str, site_url: str) -> Callable[..., Any]:
    """A function that runs a scenario in a fresh Firefox: `firefox(file, width=390, **args)`.

    `firefox/run.mjs` says what a scenario is; the function returns what it returns. A scenario that
    fails, a request to another host, an uncaught error in a script, or a breach of the site's
    content security policy fails the test.
    """

    def run(scenario: Path, *, width: int = 1280, height: int = 844, **args: Any) -> Any:
        request = {"firefox": firefox_path, "site": site_url, "width": width, "height": height}
        done = subprocess.run(
            ["node", FIREFOX / "run.mjs", scenario],
            input=json.dumps({**request, "args": args}),
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def axe(axe_source: str) -> Callable[..., list[str]]:
    """A function that returns what axe-core finds wrong with an open page, a line for each.

    `contrast=False` leaves the contrast out: where the system sets the colors, axe sees the page's
    own. `only_colors` asks for the rules about colors alone.
    """

    def check(page: Page, *, contrast: bool = True, only_colors: bool = False) -> list[str]:
        if not page.evaluate("() => Boolean(window.axe)"):
            page.evaluate(axe_source)
            # A report names each node; its HTML, which takes a tenth of the time, is not asked for.
            page.evaluate("axe.configure({noHtml: true})")
        rules = page.evaluate(COLOR_RULES, WCAG)
        options = {
            "runOnly": (
                {"type": "rule", "values": rules}
                if only_colors
                else {"type": "tag", "values": WCAG}
            ),
            "resultTypes": ["violations"],
            # A path to each node takes a third of the time; only what is wrong needs one.
            "selectors": False,
            "rules": {} if only_colors else {"color-contrast": {"enabled": contrast}},
        }
        if not page.evaluate(f"async options => {RUN}.length", options):
            return []
        result = page.evaluate(f"async options => {RUN}", {**options, "selectors": True})
        assert result, "what axe-core found wrong was not there when it looked again"
        return [
            f"{violation['id']}: {node['target']}: {node['failureSummary']}"
            for violation in result
            for node in violation["nodes"]
        ]

    return check
