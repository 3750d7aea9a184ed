"""The hand-written pages: the Markdown files below `docs/`, each with its front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from .problems import DataError, Problem

_WRONG = "must begin with its title and description as YAML between two lines ---"


@dataclass(frozen=True)
class Written:
    """One page: its path in docs/, its front matter (title, description) and its Markdown."""

    source: str
    meta: Mapping[str, Any]
    text: str

    @property
    def url(self) -> str:
        """Its address from the root of the site."""
        return url_of(self.source)


def url_of(source: str) -> str:
    """Return the address of the page that a Markdown file of docs/ becomes."""
    path = PurePosixPath(source).with_suffix("")
    url = path.parent if path.name == "index" else path
    return "" if url == PurePosixPath() else f"{url}/"


def written(docs: Path) -> Iterator[Written]:
    """Yield every page, sorted by path. Raises DataError where the front matter is not right."""
    for file in sorted(docs.rglob("*.md")):
        source = file.relative_to(docs).as_posix()
        parts = file.read_text(encoding="utf-8").split("---\n", 2)
        meta = _matter(parts)
        if meta is None:
            raise DataError(f"{docs.name}/{source}", [Problem(1, "", _WRONG)])
        yield Written(source, meta, parts[2].lstrip("\n"))


def _matter(parts: list[str]) -> dict[str, Any] | None:
    if len(parts) < 3 or parts[0]:
        return None
    try:
        meta = yaml.safe_load(parts[1])
    except yaml.YAMLError:
        return None
    right = isinstance(meta, dict) and {"title", "description"} <= meta.keys()
    return meta if right else None
