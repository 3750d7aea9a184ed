"""Make pictures with Typst and segno: PNG and PDF from a template and a map, QR codes.

Functions for artifacts: each works in any process, from its inputs alone.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from .paper.typeset import compiler, qr_code

# A map and some text have few colours; so many keep the edges of letters smooth.
_COLOURS = 24


def _set(template: str, data: str, svg: str, **more: Any) -> bytes:
    """Set a template; its data and the map reach it as inputs, never as part of its source."""
    made = compiler().compile(
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
    small.save(found, "PNG", compress_level=6)
    return found.getvalue()


def pdf(template: str, data: str, svg: str) -> bytes:
    """Return a tagged PDF (PDF/UA-1): `data` is JSON for the template, `svg` a map."""
    return _set(template, data, svg, format="pdf", pdf_standards="ua-1")


def qr(address: str) -> bytes:
    """Return the QR code of an address as SVG, dark on white with the quiet zone it needs."""
    found = io.BytesIO()
    qr_code(address).save(
        found, kind="svg", scale=8, border=4, light="#fff", title=address, xmldecl=False
    )
    return found.getvalue()
