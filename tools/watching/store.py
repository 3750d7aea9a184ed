"""The pages read before: a host that says "nothing is new" need not send them again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from watching import pages
from watching.pages import Page

# What a host sends to know a page again, and how it is asked with that.
_MARKS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}


@dataclass(frozen=True)
class Kept:
    """A page as it was read, where it was, and what its host knows it by."""

    page: Page
    to: str
    marks: Mapping[str, str]


class Store:
    """A folder of pages. A file that can't be read counts as none.

    What was read by other code is not used: a better reader finds more on the same page.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> Kept | None:
        """Return a page that was read before."""
        try:
            kept = json.loads(self._file(url).read_text(encoding="utf-8"))
            return Kept(Page(**kept["page"]), kept["to"], kept["marks"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, page: Page, to: str, headers: Mapping[str, str]) -> None:
        """Keep a page if its host can know it again."""
        marks = {ask: headers[mark] for mark, ask in _MARKS.items() if mark in headers}
        if marks:
            self._folder.mkdir(parents=True, exist_ok=True)
            content = json.dumps(asdict(Kept(page, to, marks)))
            self._file(url).write_text(content, encoding="utf-8")

    def _file(self, url: str) -> Path:
        return self._folder / f"{sha256(_code() + url.encode()).hexdigest()}.json"


@cache
def _code() -> bytes:
    """Return what the text of a page depends on beside the page: what reads it."""
    versions = [version(name) for name in ("pypdf", "selectolax")]
    return Path(pages.__file__).read_bytes() + repr(versions).encode()
