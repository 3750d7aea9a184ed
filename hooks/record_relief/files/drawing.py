"""Make pictures with Typst and segno: PNG and PDF from a template and a map, QR codes.

Functions for artifacts: each works in any process, from its inputs alone.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageColor

from .paper.typeset import compiler, qr_code

# How much of the paper is mixed into each colour: the edges of letters stay smooth.
_MIXED = (0, 1 / 3, 2 / 3)


def _set(template: str, data: str, svg: str, **more: Any) -> bytes:
    """Typeset a template; its data and the map reach it as inputs, never as part of its source."""
    made = compiler().compile(
        template.encode("utf-8"), sys_inputs={"data": data, "map": svg}, **more
    )
    if not isinstance(made, bytes):
        raise TypeError("the template has more than one page")
    return made


def png(template: str, data: str, svg: str) -> bytes:
    """Return a small picture: `data` is JSON for the template, `svg` a map.

    `data` names the "colours" of both, "paper" among them; the picture has these and their edges.
    """
    made = _set(template, data, svg, format="png", ppi=72)
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    palette = _palette(json.loads(data)["colours"])
    found = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(found, "PNG", compress_level=6)
    return found.getvalue()


def _palette(colours: Mapping[str, str]) -> Image.Image:
    paper = ImageColor.getrgb(colours["paper"])
    tones = [
        round(tone + (end - tone) * share)
        for colour in colours.values()
        for share in _MIXED
        for tone, end in zip(ImageColor.getrgb(colour), paper, strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(tones)
    return palette


def pdf(template: str, data: str, svg: str) -> bytes:
    """Return a tagged PDF (PDF/UA-1): `data` is JSON for the template, `svg` a map."""
    return _set(template, data, svg, format="pdf", pdf_standards="ua-1")


def qr(address: str, ground: str) -> bytes:
    """Return the QR code of an address as SVG, black on `ground`, with the quiet zone it needs."""
    found = io.BytesIO()
    qr_code(address).save(
        found, kind="svg", scale=8, border=4, light=ground, title=address, xmldecl=False
    )
    return found.getvalue()
