"""Whether the preview can listen where it is told to: asked before anything else is done."""

from __future__ import annotations

import errno
import socket
from itertools import chain

FIRST = 8000
_LAST = 65535


def advice(host: str, port: int) -> str | None:
    """Return nothing where a server can listen at an address, else one sentence with what to do."""
    try:
        _listen(host, port)
    except (OSError, OverflowError) as error:
        found = error
    else:
        return None
    if isinstance(found, OSError) and found.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {host} is in use; "
            f"for another one, run: make serve PORT={_free(host, port + 1)}"
        )
    reason = found.strerror if isinstance(found, OSError) else f"ports end at {_LAST}"
    return (
        f"The site can't be shown at {host}, port {port} ({reason}); "
        f"run this instead: make serve HOST=127.0.0.1 PORT={_free('127.0.0.1', FIRST)}"
    )


def _free(host: str, first: int) -> int:
    """Return the first port from `first` on, or from FIRST, at which a server can listen now."""
    for port in chain(range(first, _LAST + 1), range(FIRST, first)):
        try:
            _listen(host, port)
        except OSError:
            continue
        return port
    return first


def _listen(host: str, port: int) -> None:
    # As the preview's server does: a port on which one has just ended is free.
    family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind((host, port))
        tried.listen(1)
