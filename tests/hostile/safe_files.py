"""What a file beside the pages must not do, whatever the data says: one check for each ending.

A check takes the file's bytes and yields what is wrong. It knows nothing of who made the file, so
that every file of `outputs.artifacts` is judged by it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject
from record_relief.pages.assets import csp_hash
from record_relief.source.yamlfile import _BAD_CHARACTER
from selectolax.lexbor import LexborHTMLParser

Check = Callable[[bytes], Iterator[str]]

_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*\Z")
_ICAL_LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=(\"[^\"]*\"|[^\";:,]*))*:")
_SAFE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\Z")


def path(name: str) -> Iterator[str]:
    """Check where a file is written: below the site, in letters every system knows."""
    for part in PurePosixPath(name).parts:
        if not _SAFE_NAME.match(part) or len(part) > 200:
            yield f"has the path {name!r}"


def _address(value: str) -> bool:
    value = value.strip()
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value)
    return not scheme or value.lower().startswith(
        ("http://", "https://", "mailto:", "tel:", "sms:")
    )


def html(content: bytes) -> Iterator[str]:
    """Check a page or a fragment of one; it may have the script that its own policy names."""
    tree = LexborHTMLParser(content.decode("utf-8"))
    policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
    named = str(policy.attributes["content"]) if policy else ""
    for node in tree.css("*"):
        if (
            node.tag == "script"
            and node.text().strip()
            and (node.attributes.get("type") != "application/ld+json")
            and csp_hash(node.text()) not in named
        ):
            yield "has a script of its own"
        if node.tag == "link" and node.attributes.get("href") == "data:,":  # no icon
            continue
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield f"runs a program at {name}"
            if name in ("href", "src", "action", "formaction", "data", "poster") and not _address(
                value or ""
            ):
                yield f"leads to {value!r}"


def svg(content: bytes) -> Iterator[str]:
    """Check a picture."""
    for node in _xml(content).iter():
        tag = etree.QName(node).localname if isinstance(node.tag, str) else "a comment or the like"
        if tag in (
            "script",
            "foreignObject",
            "iframe",
            "a comment or the like",
            "image",
            "handler",
        ):
            yield f"has {tag}"
        for key, value in node.attrib.items():
            name = etree.QName(key).localname
            if name.startswith("on"):
                yield f"runs a program at {name}"
            if name == "href" and not value.startswith(("#", "https://")):
                yield f"leads to {value!r}"


def xml(content: bytes) -> Iterator[str]:
    """Check a feed, a site map or the like."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield "declares entities"
    for node in _xml(content).iter():
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        if name in ("script", "iframe", "object"):
            yield f"has {name}"
        for key, value in node.attrib.items():
            if etree.QName(key).localname in ("href", "src", "url") and not _address(value):
                yield f"leads to {value!r}"
        if node.get("type") == "html" or name == "description":
            yield from html((node.text or "").encode())


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def comma_separated(content: bytes) -> Iterator[str]:
    """Check a table: every row as wide as the first, no cell that a spreadsheet would compute.

    A cell that begins with = + - @ is a formula to a spreadsheet (OWASP, "CSV injection").
    """
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"has a row of {len(row)} cells, not {len(rows[0])}"
        for cell in row:
            if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.match(cell):
                yield f"has the formula {cell[:40]!r}"


def calendar(content: bytes) -> Iterator[str]:
    """Check an iCalendar file (RFC 5545): lines of at most 75 bytes that are properties."""
    for line in content.split(b"\r\n"):
        if len(line) > 75:
            yield f"has a line of {len(line)} bytes"
        if b"\r" in line or b"\n" in line:
            yield f"has a line break inside {line[:40]!r}"
    unfolded = content.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    open_parts: list[str] = []
    for line in unfolded[:-1]:
        if not _ICAL_LINE.match(line):
            yield f"has the line {line[:60]!r}"
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
            if value not in ("VCALENDAR", "VEVENT", "VTODO", "VTIMEZONE", "STANDARD", "DAYLIGHT"):
                yield f"has the part {value!r}"
        elif name == "END" and (not open_parts or open_parts.pop() != value):
            yield f"ends {value!r}, which it did not begin"
    if open_parts:
        yield f"does not end {open_parts}"


def data(content: bytes) -> Iterator[str]:
    """Check JSON: one value, every key once."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            repeated.append(str(names))
        return dict(pairs)

    repeated: list[str] = []
    json.loads(content, object_pairs_hook=once)
    yield from (f"has a key twice in {names[:80]}" for names in repeated)


def lines_of_data(content: bytes) -> Iterator[str]:
    """Check JSON Lines."""
    for line in content.splitlines():
        yield from data(line)


def text(content: bytes) -> Iterator[str]:
    """Check plain text: no invisible characters."""
    found = _BAD_CHARACTER.search(content.decode("utf-8").replace("\r\n", "\n"))
    if found:
        yield f"has U+{ord(found[0]):04X}"


def bibliography(content: bytes) -> Iterator[str]:
    """Check a BibTeX file: one entry, its braces in pairs, no command smuggled in by a value."""
    written = content.decode("utf-8")
    yield from text(content)
    entries = len(re.findall(r"^@", written, re.MULTILINE))
    if entries != 1:
        yield f"has {entries} entries"
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", written):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            yield "closes a brace that it did not open"
            return
    if depth:
        yield "leaves a brace open"
    for command in re.findall(r"\\(input|include|write|openout|def|immediate)\b", written):
        yield f"has the command {command}"


_ACTIVE = {"/JavaScript", "/JS", "/Launch", "/AA", "/SubmitForm", "/ImportData",
           "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/XFA", "/GoToR", "/GoToE"}  # fmt: skip


def pdf(content: bytes) -> Iterator[str]:
    """Check a PDF: it runs nothing, carries nothing, and its links are ordinary ones."""
    for found in _objects(PdfReader(io.BytesIO(content)).trailer):
        for name in sorted(_ACTIVE & {*found, str(found.get("/S"))}):
            yield f"has {name}"
        if "/URI" in found and not str(found["/URI"]).startswith(
            ("https://", "http://", "mailto:", "tel:", "sms:")
        ):
            yield f"leads to {found['/URI']!r}"


def _objects(root: PdfObject) -> Iterator[DictionaryObject]:
    """Yield every dictionary of a PDF, each once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [root]
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if (found.idnum, found.generation) in seen:
                continue
            seen.add((found.idnum, found.generation))
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found)
        elif isinstance(found, ArrayObject):
            waiting.extend(found)


def archive(content: bytes) -> Iterator[str]:
    """Check a ZIP file, and every file in it by its own ending."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        if len(set(names)) != len(names):
            yield "has a file twice"
        for name in names:
            if name.startswith("/") or ".." in PurePosixPath(name).parts or "\\" in name:
                yield f"has the path {name!r}"
            for problem in problems(name, packed.read(name)):
                yield f"{name}: {problem}"


def document(content: bytes) -> Iterator[str]:
    """Check a DOCX: its parts are XML, without macros, and link only to ordinary addresses."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if "vba" in name.lower() or "embeddings" in name:
                yield f"carries {name}"
            if name.endswith((".xml", ".rels")):
                tree = _xml(packed.read(name))
                if name.endswith(".rels"):
                    for part in tree:
                        target = str(part.get("Target"))
                        if part.get("TargetMode") == "External" and not _address(target):
                            yield f"leads to {target!r}"
                        kind = str(part.get("Type"))
                        if part.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
                            yield f"loads {target!r}"


CHECKS: dict[str, Check] = {
    ".html": html,
    ".svg": svg,
    ".xml": xml,
    ".rss": xml,
    ".atom": xml,
    ".csv": comma_separated,
    ".ics": calendar,
    ".json": data,
    ".jsonld": data,
    ".geojson": data,
    ".webmanifest": data,
    ".jsonl": lines_of_data,
    ".ndjson": lines_of_data,
    ".txt": text,
    ".md": text,
    ".bib": bibliography,
    ".pdf": pdf,
    ".zip": archive,
    ".docx": document,
}
# Files in which no text of the data can do anything: pictures and compressed copies.
INERT = {".png", ".webp", ".jpg", ".gz", ".br", ".ico"}
SLOW = {".pdf", ".docx", ".zip", ".png"}


def problems(name: str, content: bytes) -> Iterator[str]:
    """Yield what is wrong with a file, judged by its ending."""
    yield from path(name)
    ending = PurePosixPath(name).suffix or name
    if ending in CHECKS:
        yield from CHECKS[ending](content)
