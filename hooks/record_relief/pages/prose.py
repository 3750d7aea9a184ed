"""What is done to a hand-written page as Markdown turns it into HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from ..source.kept import Kept
from .glossary import Glossary, Segment

# In these a link would be a link in a link, in a button, in a heading, or at the word explained.
_LEFT_ALONE = {"a", "code", "dt", "pre", "summary", "h1", "h2", "h3", "h4", "h5", "h6"}
_GLOSSARY = "glossary.md"
# The address of the page with all terms.
GLOSSARY = "glossary/"
_TERM = re.compile(r'glossary/?#([^"]+)"')
_NO_WORDS = re.compile(r"[\s.,:;]*")


class Converted(NamedTuple):
    """What Markdown made of a page: its HTML, its anchors, and those that it leads to.

    These are the addresses as they stand in the Markdown, by anchor, by source of their page.
    """

    html: str
    anchors: frozenset[str]
    leads_to: Mapping[str, Mapping[str, str]]


# By the hash of the Markdown, of what explains its terms, and of what it may lead to.
kept: Kept[str, Converted] = Kept()


class Prose(Extension):  # type: ignore[misc]  # Markdown has no types
    """Explains each legal term where a page first uses it, and marks links that stand alone.

    Call `begin` before each page. As everywhere on the site, a term links to the glossary and has
    its meaning as a title; what is nothing but a link gets the class "more".
    """

    def __init__(self, glossary: Glossary) -> None:
        super().__init__()
        self._glossary = self._own = glossary
        self._source = ""

    def begin(self, source: str, glossary: Glossary | None = None) -> None:
        """Say which page comes next: its path in docs/, and its terms, if it has its own."""
        self._source = source
        self._glossary = glossary or self._own

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Work on a page after its inline marks (20) and before MkDocs resolves its links (0)."""
        md.treeprocessors.register(_Page(md, self), "record_relief_prose", 10)

    def explain(self, root: Element, raw: Sequence[object]) -> None:
        """Link the terms of a page, in the order in which a reader meets them.

        `raw` is the HTML that stood in the Markdown, by the number of the mark that Markdown has
        put in its place: a component's links are there.
        """
        if self._source != _GLOSSARY:
            _Walk(self, raw).inside(root)

    def segments(self, text: str, seen: set[str]) -> Iterator[Segment]:
        """Yield a text in pieces, with each term that is not in `seen`, and add it there."""
        return self._glossary.explain(text, seen)

    def link(self, segment: Segment) -> Element:
        """Return the link from a term to its meaning."""
        assert segment.term
        path = posixpath.relpath(_GLOSSARY, posixpath.dirname(self._source) or ".")
        link = Element(
            "a",
            {
                "class": "term",
                "href": f"{path}#{segment.term.id}",
                "title": segment.term.meaning,
            },
        )
        link.text = segment.text
        return link


class _Walk:
    """Goes through a page in the order of its text."""

    def __init__(self, prose: Prose, raw: Sequence[object]) -> None:
        self._prose = prose
        self._raw = raw
        self._seen: set[str] = set()
        self._in_link = False

    def inside(self, element: Element) -> None:
        """Explain the terms in an element and below."""
        if element.tag in _LEFT_ALONE:
            return
        children = list(element)
        element.text, found = self._linked(element.text)
        for place, link in enumerate(found):
            element.insert(place, link)
        for child in children:
            self.inside(child)
            child.tail, found = self._linked(child.tail)
            place = list(element).index(child) + 1
            for further, link in enumerate(found):
                element.insert(place + further, link)

    def _linked(self, text: str | None) -> tuple[str | None, list[Element]]:
        if not text:
            return text, []
        links: list[Element] = []
        before = ""
        for segment in self._segments(text):
            if segment.term:
                links.append(self._prose.link(segment))
            elif links:
                links[-1].tail = (links[-1].tail or "") + segment.text
            else:
                before += segment.text
        return before, links

    def _segments(self, text: str) -> Iterator[Segment]:
        at = 0
        for mark in HTML_PLACEHOLDER_RE.finditer(text):
            yield from self._words(text[at : mark.start()])
            yield Segment(mark[0])
            self._pass(str(self._raw[int(mark[1])]))
            at = mark.end()
        yield from self._words(text[at:])

    def _words(self, text: str) -> Iterator[Segment]:
        return iter([Segment(text)]) if self._in_link else self._prose.segments(text, self._seen)

    def _pass(self, html: str) -> None:
        # A tag in running text; a component's own link to a term counts as one.
        if re.match(r"<a\b", html):
            self._in_link = True
            term = _TERM.search(html)
            if term:
                self._seen.add(term[1])
        elif html.startswith("</a"):
            self._in_link = False


class _Page(Treeprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, prose: Prose) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: Element) -> None:
        for block in _lone_links(root):
            block.set("class", "more")
        self._prose.explain(root, self.md.htmlStash.rawHtmlBlocks)


def _lone_links(root: Element) -> Iterator[Element]:
    """Yield each paragraph and list item that holds one link and no other word."""
    for block in (*root.iter("p"), *root.iter("li")):
        texts = (block.text, *(child.tail for child in block))
        if [child.tag for child in block] == ["a"] and all(
            _NO_WORDS.fullmatch(text or "") for text in texts
        ):
            yield block
