"""Where the preview can't listen, one sentence says so, with a command that works."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest
from record_relief.build import port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which something listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def suggested(advice: str | None) -> int:
    """Return the port in the command that an advice ends with."""
    found = re.search(
        r"run(?: this instead)?: make serve (?:HOST=127\.0\.0\.1 )?PORT=(\d+)$", advice or ""
    )
    assert found, advice
    return int(found[1])


def test_says_nothing_about_a_free_port(taken: int) -> None:
    assert port.advice("127.0.0.1", suggested(port.advice("127.0.0.1", taken))) is None


def test_names_a_free_port_instead_of_one_in_use(taken: int) -> None:
    advice = port.advice("127.0.0.1", taken)
    assert advice
    assert advice.startswith(f"Port {taken} of 127.0.0.1 is in use; ")
    with socket.socket() as free:
        free.bind(("127.0.0.1", suggested(advice)))


def test_the_last_port_is_followed_by_the_first() -> None:
    with socket.socket() as last:
        last.bind(("127.0.0.1", 65535))
        last.listen()
        assert suggested(port.advice("127.0.0.1", 65535)) < 65535


@pytest.mark.parametrize(
    ("host", "number", "reason"),
    [
        ("192.0.2.1", 8000, "Cannot assign requested address"),
        ("127.0.0.1", 99999, "ports end at 65535"),
        ("no-such-host.invalid", 8000, ""),
    ],
)
def test_an_address_that_is_not_of_this_machine_is_reported(
    host: str, number: int, reason: str
) -> None:
    advice = port.advice(host, number)
    assert advice
    assert advice.startswith(f"The site can't be shown at {host}, port {number} (")
    assert reason in advice
    assert port.advice("127.0.0.1", suggested(advice)) is None
