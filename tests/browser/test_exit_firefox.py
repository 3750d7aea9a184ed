"""The exit control in Firefox: nothing of the page is left, and Back does not find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from tests.browser.conftest import FIREFOX


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another site, which answers nobody until `answer` is asked for."""
    answers = Event()
    waiting: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if self.path == "/answer":
                answers.set()
            elif self.path == "/":
                waiting.append(self.path)
                answers.wait()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(str(len(waiting)).encode())

        def handle(self) -> None:
            with suppress(ConnectionError):  # the browser asked anew
                super().handle()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        answers.set()
        server.shutdown()
        thread.join()


def test_nothing_is_left_while_the_other_site_is_slow(
    firefox: Callable[..., Any], elsewhere: str, site_url: str
) -> None:
    left = firefox(FIREFOX / "exit.mjs", elsewhere=elsewhere)
    host = elsewhere.split("/")[2]
    assert left == {
        "address": "/loading.html",
        "title": "Loading…",
        "text": f"Loading… {host}",
        "links": [elsewhere],
        "fields": 0,
        "added": 0,
        "back": f"{site_url}/safety/",
    }
