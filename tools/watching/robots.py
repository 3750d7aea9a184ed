"""What a host's robots.txt allows a program to read (RFC 9309)."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import polite
from polite import Manners, Sleep
from protego import Protego

# The longest pause that a host may ask for.
_PATIENCE = 30.0


class Robots:
    """The robots.txt of every host that is asked, read once."""

    def __init__(self, manners: Manners, sleep: Sleep = time.sleep) -> None:
        self._manners = manners
        self._sleep = sleep
        self._rules: dict[str, Protego | None] = {}

    def allows(self, url: str) -> bool:
        """Whether a page may be read. Waits first where the host asks for a longer pause.

        A host without the file allows everything, one that can't say what it allows nothing.
        """
        address = urlsplit(url)
        host = f"{address.scheme}://{address.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read(f"{host}/robots.txt")
            self._sleep(self._manners.between)
        rules = self._rules[host]
        if rules is None or not rules.can_fetch(url, self._manners.agent):
            return False
        asked = rules.crawl_delay(self._manners.agent) or 0.0
        if asked > self._manners.between:
            self._sleep(min(asked, _PATIENCE) - self._manners.between)
        return True

    def _read(self, url: str) -> Protego | None:
        answer = polite.ask(url, self._manners, self._sleep, body=True)
        if answer.status is None or answer.status >= 500:
            return None
        return Protego.parse(answer.body.decode("utf-8", "replace") if answer.status < 400 else "")
