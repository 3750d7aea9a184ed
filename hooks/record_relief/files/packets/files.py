"""Which packets there are as files, and what each is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ...derive.labels import N_
from ...derive.packets import Packet
from ...derive.site import Facts
from ...pages import palette
from ..artifacts import Artifact, fields_of
from ..paper.typeset import packed_pdf
from .docx import packet_docx

_AUTHOR = "Record Relief"
MOST_PAGES = 40
MOST_KILOBYTES = 120


def artifacts(facts: Facts, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield the PDF, which says where it comes from, and the DOCX, which does not."""
    site = site_url.partition("://")[2].rstrip("/")
    colours = palette.load(overrides).printed()
    parts = (overrides / "paper" / name for name in ("style.typ", "packet.typ"))
    source = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    for code, packets in facts.packets.items():
        law_page = f"{site}/{facts.law_pages[code].short_url}"
        for packet in packets.all:
            plain = _plain(packet) | {"colours": colours}
            shown = plain | {
                "author": _AUTHOR,
                "lang": "en",
                "words": {"page": N_("Page"), "of": N_("of"), "unconfirmed": N_("not confirmed")},
                "addresses": [],
                "foot": packet.foot.replace("{address}", law_page),
            }
            inputs = (source, _json(shown), MOST_PAGES, MOST_KILOBYTES)
            yield Artifact(packet.file("pdf"), packed_pdf, inputs)
            yield Artifact(packet.file("docx"), packet_docx, (_json(plain),))


def _plain(packet: Packet) -> dict[str, object]:
    checked = packet.place.checked
    return {
        "title": packet.title,
        "subtitle": packet.subtitle,
        "told": packet.told,
        "papers": packet.papers,
        "date": [checked.year, checked.month, checked.day],
    }


def _json(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=fields_of)
