"""Make pictures with Typst and segno: PNG and PDF from a template and a map, QR codes.

Functions for artifacts: each works in any process, from its inputs alone.
"""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
import segno
import typst
from PIL import Image

_FACES = ("Regular", "Semibold", "Bold")
# A map and some text have few colours; so many keep the edges of letters smooth.
_COLOURS = 24


@cache
def _compiler() -> typst.Compiler:
    """Return a compiler with the typeface of its package alone: a machine's own ones differ."""
    with tempfile.TemporaryDirectory() as folder:
        for face in _FACES:
            file = Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{face}.otf"
            (Path(folder) / file.name).symlink_to(file)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _set(template: str, data: str, svg: str, **more: Any) -> bytes:
    """Set a template; its data and the map reach it as inputs, never as part of its source."""
    made = _compiler().compile(
        template.encode("utf-8"), sys_inputs={"data": data, "map": svg}, **more
    )
    if not isinstance(made, bytes):
        raise TypeError("the template has more than one page")
    return made


def png(template: str, data: str, svg: str) -> bytes:
    """Return a small picture: `data` is JSON for the template, `svg` a map."""
    made = _set(template, data, svg, format="png", ppi=72)
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    small = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    found = io.BytesIO()
    small.save(found, "PNG", compress_level=8)
    return found.getvalue()


def pdf(template: str, data: str, svg: str) -> bytes:
    """Return a tagged PDF (PDF/UA-1): `data` is JSON for the template, `svg` a map."""
    return _set(template, data, svg, format="pdf", pdf_standards="ua-1")


def qr(address: str) -> bytes:
    """Return the QR code of an address as SVG, dark on white with the quiet zone it needs."""
    found = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        found, kind="svg", scale=8, border=4, light="#fff", title=address, xmldecl=False
    )
    return found.getvalue()
