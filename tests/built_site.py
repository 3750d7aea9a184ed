"""Read the built site as a visitor's browser would: pages, their text, links and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

_LANGUAGES = Path(__file__).resolve().parents[1] / "data/languages"
TABLES: dict[str, dict[str, Any]] = {
    path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(_LANGUAGES.glob("*/language.yaml"))
}
# The other languages that some pages stand in.
SHIPPING = [code for code, table in TABLES.items() if table.get("kinds") or table.get("pages")]


def squash(text: str) -> str:
    """Return text with every run of white space as one space, so that line breaks don't matter."""
    return " ".join(text.split())


def slug(name: str) -> str:
    """Return a place's name as it stands in the address of its guide."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def in_english(path: str) -> str:
    """Return the address of a page in English, given that in any language."""
    _, first, *rest = path.split("/")
    return "/" + "/".join(rest) if first in TABLES else path


def text_of(node: LexborNode) -> str:
    """Return all text inside a node, white space squashed."""
    return squash(node.text())


class Page:
    """One HTML file. `path` is its address from the root, such as `/states/new-york/`."""

    def __init__(self, path: str, file: Path) -> None:
        self.path = path
        self.file = file
        self.html = file.read_text(encoding="utf-8")
        self.tree = LexborHTMLParser(self.html)

    def __repr__(self) -> str:
        return self.path

    def all(self, selector: str) -> list[LexborNode]:
        """Return the nodes that match a CSS selector."""
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        """Return the only node that matches a CSS selector."""
        found = self.all(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} nodes for {selector}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """Return the text of each node that a CSS selector finds."""
        return [text_of(node) for node in self.all(selector)]

    @property
    def is_english(self) -> bool:
        """Whether the page is in English: what is asked of its words holds for no other."""
        return self.one("html").attributes["lang"] == "en"

    @cached_property
    def main(self) -> LexborNode:
        """What the page says, without header and footer."""
        return self.one("main")

    @cached_property
    def text(self) -> str:
        """The text of `main`, white space squashed."""
        return text_of(self.main)

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page, as often as it stands there."""
        return [str(node.attributes["id"]) for node in self.all("[id]")]

    @cached_property
    def hrefs(self) -> set[str]:
        """Every address that a link in `main` leads to."""
        return {href(node) for node in self.main.css("a[href]")}

    def meta(self, name: str) -> list[str]:
        """Return the content of each `<meta name=...>`."""
        return [str(node.attributes["content"]) for node in self.all(f'meta[name="{name}"]')]

    def missing(self, *texts: str | None) -> list[str]:
        """Return those of some texts that `main` does not say."""
        return [text for text in texts if text and squash(text) not in self.text]


def href(link: LexborNode) -> str:
    """Return the address of a link, as the browser reads it."""
    return str(link.attributes.get("href") or "")


def after(heading: LexborNode) -> Iterator[LexborNode]:
    """Yield what follows a heading, up to the next heading of any level."""
    node = heading.next
    while node is not None and not re.fullmatch(r"h[1-6]", node.tag or ""):
        yield node
        node = node.next


class Site:
    """The built site by address. Pages are read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages: dict[str, Page] = {}

    @cached_property
    def paths(self) -> list[str]:
        """The address of every page but the 404 page."""
        found = (file.parent.relative_to(self.folder) for file in self.folder.rglob("index.html"))
        return sorted("/" if part == Path() else f"/{part.as_posix()}/" for part in found)

    @property
    def english(self) -> Iterator[Page]:
        """The pages whose words are English: what is asked of words holds for these alone."""
        return (page for page in self if page.is_english)

    def __getitem__(self, path: str) -> Page:
        if path not in self._pages:
            name = path.lstrip("/")
            file = name if name.endswith(".html") else f"{name}index.html"
            self._pages[path] = Page(path, self.folder / file)
        return self._pages[path]

    def __iter__(self) -> Iterator[Page]:
        return (self[path] for path in [*self.paths, "/404.html"])

    def guide(self, name: str) -> Page:
        """Return the guide of a place."""
        return self[f"/states/{slug(name)}/"]

    def question(self, question: str) -> Page:
        """Return the page of a comparison question."""
        return self[f"/compare/{question}/"]
