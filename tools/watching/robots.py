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
        self._rules: dict[str, tuple[Protego | None, str]] = {}

    def refused(self, url: str) -> str:
        """Return why a page may not be read, or nothing where it may.

        Waits first where the host asks for a longer pause. A host without the file refuses
        nothing, one that can't say what it refuses everything.
        """
        address = urlsplit(url)
        host = f"{address.scheme}://{address.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read(f"{host}/robots.txt")
            self._sleep(self._manners.between)
        rules, trouble = self._rules[host]
        if rules is None:
            return f"its robots.txt was not reached: {trouble}"
        if not rules.can_fetch(url, self._manners.agent):
            return "its robots.txt asks programs to stay away"
        asked = rules.crawl_delay(self._manners.agent) or 0.0
        if asked > self._manners.between:
            self._sleep(min(asked, _PATIENCE) - self._manners.between)
        return ""

    def _read(self, url: str) -> tuple[Protego | None, str]:
        answer = polite.ask(url, self._manners, self._sleep, body=True)
        if answer.status is None or answer.status >= 500:
            return None, answer.trouble or str(answer.status)
        text = answer.body.decode("utf-8", "replace") if answer.status < 400 else ""
        return Protego.parse(text), ""
