"""A page as it would be if no change of a rule were confirmed."""

from __future__ import annotations

import re

from playwright.sync_api import Route

_SINCE = re.compile(r'(data-since="?[-0-9]+"?)')
_UNTIL = re.compile(r' data-until="?[-0-9]+"?')
_FROM = re.compile(r"(data-when>\()from ")


def as_reported(route: Route) -> None:
    """Give a page with each rule to come as reported, and those before it without an end."""
    answer = route.fetch()
    body = _UNTIL.sub("", _SINCE.sub(r"\1 data-reported", answer.text()))
    told = r"\1if a reported change starts on "
    route.fulfill(response=answer, body=_FROM.sub(told, body))
