"""Ask other people's servers for pages: one at a time and slowly, and again where it may help.

Used by tools/check_links.py and tools/watch.py. A program names itself in its Manners.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import requote_uri

Sleep = Callable[[float], None]
Found = TypeVar("Found")
_REDIRECTS = 8
# Many official sites answer this to a program but not to a person.
BLOCKED = {401, 403, 405, 406, 418, 429, 451, 999}
_MOVED = (301, 302, 303, 307, 308)
_WORTH_ANOTHER_TRY = {408, 425, 429, 500, 502, 503, 504}


@dataclass(frozen=True)
class Manners:
    """Who asks, how often and how patiently. Times in seconds.

    `timeout` is for each wait for a host, `longest` for a whole page, `most` its bytes.
    """

    agent: str
    tries: int = 3
    timeout: float = 20
    longest: float = 120
    between: float = 1.0
    pause: float = 5.0
    hosts: int = 16
    most: int = 50_000_000


@dataclass(frozen=True)
class Answer:
    """What a host said. `status` is null where it said nothing of use, and `trouble` says why.

    `to` is where the address leads now, `permanent` whether every redirect was a permanent one.
    """

    to: str
    status: int | None
    trouble: str = ""
    permanent: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(
    url: str,
    manners: Manners,
    sleep: Sleep = time.sleep,
    *,
    headers: Mapping[str, str] | None = None,
    body: bool = False,
    refused: Callable[[str], str] = lambda _: "",
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """Ask for one address, again where that may help. Never raises for what a host does.

    The body is read only where `body` says so. `refused` is asked before every step
    and says why it must not be taken, or nothing.
    """
    for attempt in range(manners.tries):
        if attempt:
            sleep(manners.pause * attempt)
        answer, final = _once(url, manners, headers or {}, body, refused, clock)
        if final:
            break
    return answer


def by_host(
    urls: Iterable[str],
    visit: Callable[[str], Found],
    manners: Manners,
    sleep: Sleep = time.sleep,
) -> dict[str, Found]:
    """Return what `visit` finds at each address: hosts side by side, each one slowly."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc].append(url)

    def visit_host(these: list[str]) -> list[tuple[str, Found]]:
        found = []
        for number, url in enumerate(these):
            if number:
                sleep(manners.between)
            found.append((url, visit(url)))
        return found

    with ThreadPoolExecutor(manners.hosts) as pool:
        return dict(pair for group in pool.map(visit_host, hosts.values()) for pair in group)


def _once(
    url: str,
    manners: Manners,
    headers: Mapping[str, str],
    body: bool,
    refused: Callable[[str], str],
    clock: Callable[[], float],
) -> tuple[Answer, bool]:
    """Ask once; also tell whether another try would be of no use."""
    at = url
    seen = {url}
    permanent = True
    with requests.Session() as session:
        session.headers.update({"User-Agent": manners.agent, **headers})
        for _ in range(_REDIRECTS + 1):
            if reason := refused(at):
                return Answer(at, None, reason), True
            try:
                with session.get(
                    at, timeout=manners.timeout, allow_redirects=False, stream=True
                ) as got:
                    location = got.headers.get("Location")
                    if got.status_code not in _MOVED or not location:
                        content, trouble = _body(got, manners, clock) if body else (b"", "")
                        status = None if trouble else got.status_code
                        answer = Answer(at, status, trouble, permanent, got.headers, content)
                        return answer, got.status_code not in _WORTH_ANOTHER_TRY
                at = requote_uri(urljoin(at, location))
            except requests.RequestException as error:
                return Answer(at, None, _reason(error)), False
            except ValueError:  # requests itself stumbles over where it should go
                return Answer(at, 404, "leads to what is no address"), True
            permanent = permanent and got.status_code in (301, 308)
            if at in seen or urlsplit(at).scheme not in ("http", "https"):
                return Answer(at, 404, f"leads in a circle or away: {at}"), True
            seen.add(at)
    return Answer(at, 404, f"more than {_REDIRECTS} redirects"), True


def _body(
    got: requests.Response, manners: Manners, clock: Callable[[], float]
) -> tuple[bytes, str]:
    """Return the body, or what is wrong with it."""
    began = clock()
    content = bytearray()
    for chunk in got.iter_content(65_536):
        content += chunk
        if len(content) > manners.most:
            return b"", f"more than {manners.most:,} bytes"
        if clock() - began > manners.longest:
            return b"", f"not whole after {manners.longest:g} seconds"
    return bytes(content), ""


def _reason(error: requests.RequestException) -> str:
    kinds = (
        (requests.exceptions.SSLError, "its certificate is not good"),
        (requests.exceptions.Timeout, "no answer in time"),
        (requests.exceptions.ContentDecodingError, "its compression is broken"),
        (requests.exceptions.ConnectionError, "no connection"),
    )
    return next((words for kind, words in kinds if isinstance(error, kind)), type(error).__name__)
