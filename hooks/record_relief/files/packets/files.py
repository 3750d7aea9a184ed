"""Which packets there are as files, and what each is made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from ...derive.editions import Edition
from ...derive.labels import N_
from ...derive.packets import Packet
from ...derive.packets.spoken import PersonsPacket
from ...derive.site import Facts
from ...pages import palette
from ..artifacts import Artifact, fields_of
from ..paper.typeset import packed_pdf
from ..speech import ENGLISH, Speech
from .docx import packet_docx

_AUTHOR = "Record Relief"
ENDINGS = (".pdf", ".docx")
MOST_PAGES = 40
MOST_KILOBYTES = 120


def artifacts(
    facts: Facts, overrides: Path, site_url: str, places: Collection[str] | None = None
) -> Iterator[Artifact]:
    """Yield the PDF, which says where it comes from, and the DOCX, which does not.

    `places` are the codes of the places of which to yield them; all by default.
    """
    site = ENGLISH.site(site_url)
    source, colours = _setting(overrides)
    for code in facts.packets if places is None else facts.packets.keys() & places:
        address = site + facts.law_pages[code].short_url
        for packet in facts.packets[code].all:
            plain = _plain(packet) | {"colours": colours}
            shown = plain | _around(packet, ENGLISH, address)
            yield from _both(packet.file, source, shown, plain)


def of_language(
    edition: Edition, overrides: Path, site_url: str, places: Collection[str] | None = None
) -> Iterator[Artifact]:
    """Yield the sheets for the person in another language; of which `places`, as above."""
    spoken = Speech.of(edition.language)
    site = spoken.site(site_url)
    source, colours = _setting(overrides)
    for path, packet in edition.own_packets.items():
        if places is not None and packet.place.code not in places:
            continue
        speech = spoken.about(packet.place.code)
        address = site + edition.facts.law_pages[packet.place.code].short_url
        told = json.loads(_json(_plain(packet)))
        plain = {**_finished(told, speech), "colours": colours}
        # A document's title is that of its first sheet, which has no heading of its own there.
        typed = plain | {"title": plain["papers"][0]["title"], "locale": speech.locale}
        shown = plain | _around(packet, speech, address)
        yield from _both((speech.prefix + path + ".{}").format, source, shown, typed)


def _setting(overrides: Path) -> tuple[str, dict[str, Any]]:
    """Return the template that sets a packet, and its colours."""
    parts = (overrides / "paper" / name for name in ("style.typ", "packet.typ"))
    source = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return source, palette.load(overrides).printed()


def _around(packet: Packet | PersonsPacket, speech: Speech, address: str) -> dict[str, Any]:
    """Return what stands around a packet that is for reading."""
    words = {"page": N_("Page"), "of": N_("of"), "unconfirmed": N_("not confirmed")}
    return {
        "author": _AUTHOR,
        "lang": speech.code,
        "words": {name: speech.finished(speech.say(text)) for name, text in words.items()},
        "addresses": [],
        "foot": speech.finished(packet.foot.replace("{address}", address)),
    }


def _both(
    file: Callable[[str], str], source: str, shown: dict[str, Any], typed: dict[str, Any]
) -> Iterator[Artifact]:
    """Yield the PDF that is `shown` and the DOCX that is `typed`; `file` gives them an address."""
    yield Artifact(file("pdf"), packed_pdf, (source, _json(shown), MOST_PAGES, MOST_KILOBYTES))
    yield Artifact(file("docx"), packet_docx, (_json(typed),))


def _finished(value: Any, speech: Speech) -> Any:
    """Return a value with every text in it as a file has it."""
    if isinstance(value, dict):
        return {name: _finished(item, speech) for name, item in value.items()}
    if isinstance(value, list):
        return [_finished(item, speech) for item in value]
    return speech.finished(value) if isinstance(value, str) else value


def _plain(packet: Packet | PersonsPacket) -> dict[str, object]:
    checked = packet.place.checked
    return {
        "called": packet.called,
        "title": packet.title,
        "subtitle": packet.subtitle,
        "told": packet.told,
        "papers": packet.papers,
        "date": [checked.year, checked.month, checked.day],
    }


def _json(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=fields_of)
