"""A real server on this machine for the tools that ask pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler], stop: Event) -> Iterator[str]:
    """Serve while the block runs; the address, without a slash at its end.

    `stop` is set at the end: it lets go of an answer that waits until nobody asks any more.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        stop.set()
        server.shutdown()
        thread.join()
