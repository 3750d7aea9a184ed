"""Make pictures with Typst and segno: PNG and PDF from a template and a map, QR codes.

Functions for artifacts: each works in any process, from its inputs alone.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image, ImageColor

from .paper.typeset import compiler, qr_code

# How much of the paper is mixed into each colour: the edges of letters stay smooth.
_MIXED = (0, 1 / 3, 2 / 3)


@dataclass(frozen=True)
class Layer:
    """A map as SVG, or what lies over a part of it.

    It is so many pixels wide; `left` and `top` say where it lies on the map, in pixels, too.
    """

    svg: str
    width: int
    left: int = 0
    top: int = 0


def _set(template: str, inputs: Mapping[str, str], **more: Any) -> list[bytes]:
    """Typeset a template; its inputs reach it as such, never as part of its source."""
    made = compiler().compile(template.encode("utf-8"), sys_inputs=dict(inputs), **more)
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page]


def png(template: str, data: str, layer: str, layers: tuple[Layer, ...]) -> bytes:
    """Return a small picture: `data` is JSON for the template; `layer` draws each of the layers.

    Each page of the template is a piece of it: to draw the empty paper between them would take half
    of the time. `data` has the "canvas", its width and height, and the "corners", where each piece
    stands: so far from the left and from the top, or, if negative, from the right and the bottom.
    The layers have the corner "map".

    It names the "colours" of all, "paper" among them; the picture has these and their edges.
    """
    told = json.loads(data)
    picture = Image.new("RGB", told["canvas"], told["colours"]["paper"])
    pieces = _set(template, {"data": data}, format="png", ppi=72)
    for made, corner in zip(pieces, told["corners"], strict=True):
        piece = Image.open(io.BytesIO(made))
        room = (picture.width - piece.width, picture.height - piece.height)
        left, top = (at if at >= 0 else most + at for at, most in zip(corner, room, strict=True))
        picture.paste(piece, (left, top))
    for one in layers:
        drawn = _drawn(layer, one)
        left, top = told["map"]
        picture.paste(drawn, (left + one.left, top + one.top), drawn)
    palette = _palette(told["colours"])
    found = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(found, "PNG", compress_level=6)
    return found.getvalue()


# The same map lies below what differs from card to card.
@lru_cache(maxsize=2)
def _drawn(template: str, layer: Layer) -> Image.Image:
    (made,) = _set(template, {"map": layer.svg, "width": str(layer.width)}, format="png", ppi=72)
    return Image.open(io.BytesIO(made)).convert("RGBA")


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
    (made,) = _set(template, {"data": data, "map": svg}, format="pdf", pdf_standards="ua-1")
    return made


def qr(address: str, ground: str) -> bytes:
    """Return the QR code of an address as SVG, black on `ground`, with the quiet zone it needs."""
    found = io.BytesIO()
    qr_code(address).save(
        found, kind="svg", scale=8, border=4, light=ground, title=address, xmldecl=False
    )
    return found.getvalue()
