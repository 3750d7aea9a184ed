"""The text of a page, whatever it comes as: HTML, XML, PDF or plain text."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from email.message import Message
from itertools import pairwise

from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

# All others begin and end a line of their own, so no two words run together.
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_NO_TEXT = "script, style, noscript, template, svg, head"
# Where the programs that build pages in the browser put them.
_CONTAINERS = "main, [role=main], #root, #app, #__next, #___gatsby, app-root"
# The least that a page with the words of a law holds beside its own head and foot.
_FEW_WORDS = 60
_MARKED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_ASKS = re.compile(r"(enable|turn on|allow|requires?|needs?)\b.*script", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"\s*(\d{1,3})(?:\s+|$)")


@dataclass(frozen=True)
class Page:
    """The text of a page. `hidden` says why a person may see more of it than a program does."""

    text: str
    hidden: str = ""


def read(body: bytes, content_type: str) -> Page:
    """Return the text of what a host sent; a page without text where it can't be read."""
    about = Message()
    about["Content-Type"] = content_type or "text/html"
    kind = about.get_content_type()
    if body.startswith(b"%PDF-") or kind == "application/pdf":
        return _pdf(body)
    text = _decoded(body, about.get_content_charset())
    if kind == "text/plain" and not re.match(r"\s*<(!doctype|html)\b", text, re.IGNORECASE):
        return Page(text)
    if kind in ("text/html", "text/plain") or kind.endswith("xml"):
        return _html(text)
    return Page("", f"it is a file of the kind {kind}, which the watch does not read")


def _html(text: str) -> Page:
    tree = LexborHTMLParser(text)
    asks_for_scripts = any(_ASKS.search(node.text()) for node in tree.css("noscript"))
    scripts = bool(tree.css("script"))
    frames = bool(tree.css("iframe[src], frame[src]"))
    for node in tree.css(_NO_TEXT):
        node.decompose()
    empty = any(not node.text(strip=True) for node in tree.css(_CONTAINERS))
    for node in tree.css("body *"):
        if node.tag not in _INLINE:
            node.insert_before("\n")
            node.insert_after("\n")
    found = tree.body.text() if tree.body else ""
    short = len(found.split()) < _FEW_WORDS
    hidden = ""
    if scripts and (empty or short or asks_for_scripts):
        hidden = "it is built by a script in the browser"
    elif frames and short:
        hidden = "it shows another page in a frame"
    elif not found.strip():
        hidden = "it is empty"
    return Page(found, hidden)


def _pdf(body: bytes) -> Page:
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]
    except Exception as error:  # noqa: BLE001 - pypdf raises what it meets in a bad file
        return Page("", f"it is a PDF that can't be read ({type(error).__name__})")
    text = "\n".join(map(without_line_numbers, pages))
    return Page(text, "" if text.strip() else "it is a PDF of pictures, without text")


def without_line_numbers(page: str) -> str:
    """Return a page without the numbers that bills have before each line."""
    lines = page.splitlines()
    numbers = [_NUMBERED.match(line) for line in lines]
    counted = [int(match[1]) for match in numbers if match]
    steps = sum(b - a == 1 for a, b in pairwise(counted))
    if steps < max(len(lines) // 2, 4):
        return page
    return "\n".join(
        line[match.end() :] if match else line for line, match in zip(lines, numbers, strict=True)
    )


def _decoded(body: bytes, said: str | None) -> str:
    """Return the text of bytes whose charset may be named wrongly, or nowhere.

    What is valid as UTF-8 is UTF-8, whatever the page says. Windows-1252 is what browsers take for
    Latin-1, and for what says nothing.
    """
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    marked = _MARKED.search(body[:4096])
    for charset in ("utf-8", said, marked[1].decode("ascii") if marked else None):
        try:
            if charset and codecs.lookup(charset).name not in ("iso8859-1", "ascii"):
                return body.decode(charset)
        except (LookupError, ValueError):
            continue
    return body.decode("windows-1252", "replace")
