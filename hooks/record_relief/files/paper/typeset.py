"""Typeset a Typst template with data: a tagged PDF (PDF/UA-1), the same bytes on every machine."""

from __future__ import annotations

import hashlib
import io
import json
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
import segno
import typst

from .objects import packed

_FACES = ("Regular", "It", "Semibold", "Bold")
# What the files of these faces are together (SHA-256): Typst would set with a broken one, or none.
_TYPEFACE = "c89ef061b05ad6f47adca4a4719669cdea2f300bb28c91605b42353c2475b94a"
# ISO/IEC 18004 has a writer try all eight and take the one that is easiest to read, which is most
# of the work; a reader takes any. The tests read every code as it stands in the files.
_MASK = 3
_LESS = (0, 0.2, 0.5, 1, 2, 3)
_PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)<")


def pdf(source: str, data: str, most_pages: int, most_kilobytes: int) -> bytes:
    """Return the PDF that a template makes of some data.

    `data` is JSON and reaches the template as such, never as part of its source: text stays text.
    Its "date" (year, month, day) is the date of the document; "addresses" are those to show as a
    picture for a phone's camera, which the template finds in "codes". Where it has too many pages,
    "less" says by how many points its letters are to be smaller, if the template can do that.

    Raises ValueError where the file is larger than what the page about it says, and
    typst.TypstError for a template that can't be set or is not accessible.
    """
    told = json.loads(data)
    for less in _LESS:
        made = _made(source, told | {"less": less})
        if page_count(made) <= most_pages:
            break
    return _within(told["title"], made, most_pages, most_kilobytes)


def packed_pdf(source: str, data: str, most_pages: int, most_kilobytes: int) -> bytes:
    """Return the same, made smaller: for a file of many pages with hundreds of tags."""
    told = json.loads(data)
    whole = _made(source, told)
    made = packed(whole)
    if len(made) > most_kilobytes * 1000:
        made = packed(whole, tighter=True)
    return _within(told["title"], made, most_pages, most_kilobytes)


def _made(source: str, told: dict[str, Any]) -> bytes:
    told["codes"] = {address: code(address) for address in told["addresses"]}
    made = compiler().compile(
        input=source.encode("utf-8"),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst made no single file")
    return made


def _within(title: str, made: bytes, most_pages: int, most_kilobytes: int) -> bytes:
    pages, kilobytes = page_count(made), len(made) / 1000
    if pages > most_pages or kilobytes > most_kilobytes:
        raise ValueError(
            f"“{title}” has {pages} pages and {kilobytes:.0f} KB; "
            f"at most {most_pages} pages and {most_kilobytes} KB are meant to be"
        )
    return made


def page_count(made: bytes) -> int:
    """Return how many pages a PDF by Typst says it has."""
    found = _PAGES.search(made)
    return int(found[1]) if found else 0


def code(address: str) -> str:
    """Return the QR code of an address as SVG, with the empty edge that readers need."""
    picture = io.BytesIO()
    qr_code(address).save(picture, kind="svg", xmldecl=False, omitsize=True)
    return picture.getvalue().decode("ascii")


@cache
def qr_code(address: str) -> segno.QRCode:
    """Return the QR code of an address, which may stand on several files."""
    return segno.make(address, error="m", micro=False, mask=_MASK)


@cache
def compiler() -> typst.Compiler:
    """Return the compiler of all that Typst sets here, with the typeface of its package alone."""
    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    """Return the typeface from its package, and no other: a machine's own fonts differ.

    Raises OSError where it is not as the package brings it.
    """
    folder = Path(font_source_sans_pro.font_directory)
    # The package has each face twice, as OTF and TTF; which one wins would depend on the disk.
    files = [folder / f"SourceSansPro-{face}.otf" for face in _FACES]
    whole = hashlib.sha256(b"".join(file.read_bytes() for file in files if file.exists()))
    if whole.hexdigest() != _TYPEFACE:
        raise OSError(f"The typeface in {folder} is broken. Run `make clean`, then build anew")
    with tempfile.TemporaryDirectory() as chosen:
        for file in files:
            (Path(chosen) / file.name).symlink_to(file)
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[chosen]
        )
