"""The texts of hand-written pages, paragraph by paragraph, and the same page in another language.

A page is cut where its Markdown is: a paragraph, a heading, an item of a list, a block of HTML is
one message, with the page's path as its context. So a changed sentence costs its paragraph and not
the page, a translator sees just what is new, and the checks of catalogs hold for pages too. Marks
that are not text (`##`, `-`, `{ .lead }`, `<section>`) stay outside of the message; what Jinja
fills in stands in it, and a check sees to it that it stays. A paragraph is one line, so breaking it
anew is no change.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown.extensions.toc import slugify

from ..source.written import Written
from . import marks
from .message import Message

# The parts of the front matter that readers see.
MATTER = ("title", "description")
# What is no text: tags, and what Jinja does.
MARKUP = re.compile(r"<!--.*?-->|<[^>]*>|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Inside Jinja a text, which a page shows ("What the laws say", " laws"), is told from a name by a
# space beside a letter.
_QUOTED = re.compile(r'"([^"]*)"')
_SAID = re.compile(r"[^\W\d_] | [^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2}")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.|:)\s+")
_HEADING = re.compile(r"(#+ +)(.*?)((?: +\{[^{%].*\})?)")
_CLASS = re.compile(r"\{ [.#].*\}")


@dataclass(frozen=True)
class Piece:
    """A piece of a page as it stands in its file; one with a text is a message.

    `before` and `after` stand around the text; `lines` are its lines as they are.
    """

    before: str
    lines: str
    after: str
    text: str = ""

    @property
    def is_html(self) -> bool:
        """Whether it is HTML or Jinja that holds text, and no Markdown."""
        return self.text.startswith(("<", "{%"))


def said(jinja: str) -> list[str]:
    """Return the texts inside Jinja that a page shows."""
    return [text for text in _QUOTED.findall(jinja) if _SAID.search(text)]


def without_said(jinja: str) -> str:
    """Return Jinja with a mark for each text that a page shows."""
    return _QUOTED.sub(lambda text: '"…"' if _SAID.search(text[1]) else text[0], jinja)


def pieces(text: str) -> Iterator[Piece]:
    """Cut a page into pieces; joined, they are the page, letter by letter."""
    for block in re.split(r"(\n(?:[ ]*\n)+)", text):
        if block.strip():
            yield from _pieces_of(block)
        else:
            yield Piece(block, "", "")


def messages(page: Written) -> Iterator[Message]:
    """Yield each text of a page, each once, in its order."""
    where = f"docs/{page.source}"
    context = f"pages/{page.source}"
    found = {
        name: Message(str(page.meta[name]), f"{context}#{name}", where=where) for name in MATTER
    }
    for piece in pieces(page.text):
        if piece.text:
            found.setdefault(piece.text, Message(piece.text, context, where=where))
    yield from found.values()


def translated(page: Written, texts: gettext.NullTranslations) -> Written:
    """Return a page in another language. A heading keeps the id to which links lead."""
    context = f"pages/{page.source}"
    meta = {**page.meta}
    meta |= {name: texts.pgettext(f"{context}#{name}", str(page.meta[name])) for name in MATTER}
    made = (_translated(piece, context, texts) for piece in pieces(page.text))
    return Written(page.source, meta, "".join(made))


def _translated(piece: Piece, context: str, texts: gettext.NullTranslations) -> str:
    if not piece.text:
        return piece.before + piece.lines + piece.after
    text = texts.pgettext(context, piece.text)
    if marks.any_missing(text):
        text = _marked(piece)
    return f"{piece.before}{text}{_heading_id(piece)}{piece.after}"


def _marked(piece: Piece) -> str:
    """Return a piece whose translation is missing, each run of text in it marked."""
    if not piece.is_html:
        return marks.missing(piece.lines)
    found = [(part.start(), part.end()) for part in MARKUP.finditer(piece.lines)]
    ends = [0, *(place for pair in found for place in pair), len(piece.lines)]
    parts = [piece.lines[start:end] for start, end in pairwise(ends)]
    # Every second part stands between two marks of markup.
    return "".join(
        marks.missing(part) if not number % 2 and part.strip() else part
        for number, part in enumerate(parts)
    )


def _heading_id(piece: Piece) -> str:
    if not piece.before.lstrip().startswith("#") or piece.after.strip() or "{" in piece.text:
        return ""
    return f" {{ #{slugify(piece.text, '-')} }}"


def _pieces_of(block: str) -> Iterator[Piece]:
    """Cut a block at its items, and its marks off its text."""
    group: list[str] = []
    for line in block.splitlines(keepends=True):
        inside_html = bool(group) and group[0].lstrip().startswith(("<", "{%"))
        begins = _ITEM.match(line) or line.startswith(("#", "<", "{%", "{ "))
        if group and begins and not (inside_html and not _no_text("".join(group))):
            yield _piece("".join(group))
            group = []
        group.append(line)
    yield _piece("".join(group))


def _piece(lines: str) -> Piece:
    if _no_text(lines):
        return Piece(lines, "", "")
    body = lines.rstrip("\n")
    after = lines[len(body) :]
    before = ""
    if heading := _HEADING.fullmatch(body):
        before, body, after = heading[1], heading[2], heading[3] + after
    elif item := _ITEM.match(body):
        before, body = item[0], body[item.end() :]
    text = body if body.startswith(("<", "{%")) else " ".join(body.split())
    return Piece(before, body, after, text)


def _no_text(lines: str) -> bool:
    if _CLASS.fullmatch(lines.strip()):
        return True
    jinja = "".join(re.findall(r"\{[{%].*?[%}]\}", lines, re.DOTALL))
    return not _WORD.search(MARKUP.sub("", lines)) and not said(jinja)
