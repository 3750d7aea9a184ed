"""What each file to print is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ...derive.labels import N_
from ...derive.printed import Printed, paper
from ...derive.site import Facts
from ...derive.wording import day
from ...pages import palette
from ..artifacts import Artifact, fields_of
from .bundle import zipped
from .handout import Handout, full_handout, shown
from .neutral import neutral_handout
from .typeset import pdf
from .worksheet import worksheet

_AUTHOR = "Record Relief"
_WORDS = {
    "unconfirmed": N_("not confirmed"),
    "page": N_("Page"),
    "of": N_("of"),
    "guide": N_("Full guide:"),
}
_README = N_("""\
Record Relief: sheets to print
==============================

One sheet for each of {total} states, territories and the federal system, as PDF, in US Letter.

neutral/    One page each. They do not say why a record may be cleared.
full/       One or two pages each. They say who can ask, what to do and who to call.
my-case.pdf A worksheet to fill in by hand before talking to a lawyer.

Print them on both sides. Fold a sheet, or leave it with somebody who is trusted: who finds it can
look up its address and phone number.

Last full check: {day}. Laws change. Newer sheets, and the sources of every statement: {address}
This is information, not legal advice.
""")


def artifacts(facts: Facts, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield every file to print; `site_url` is the address of the site."""
    files = paper(facts)
    colours = palette.load(overrides).printed()
    template = _source(overrides, "handout.typ")
    federal = facts.guides["US"]
    full = {
        code: full_handout(guide, facts.hotline, federal, site_url)
        for code, guide in facts.guides.items()
    }
    # The one that takes longest comes first, so that the others need not wait for it.
    yield _pdf(files.combined, template, _all(list(full.values()), facts, site_url, colours))
    names = {}
    for code, guide in facts.guides.items():
        neutral = neutral_handout(guide, facts.hotline, site_url)
        for folder, handout, file in (
            ("neutral", neutral, files.neutral[code]),
            ("full", full[code], files.full[code]),
        ):
            names[file.url] = f"{folder}/{file.url.rpartition('/')[2]}"
            yield _pdf(file, template, _one(handout, guide.place.checked, colours))
    names[files.worksheet.url] = "my-case.pdf"
    # Filled in, it goes to a lawyer: it does not say where it is from.
    sheet = worksheet(facts.hotline, _document(facts.checked, colours) | {"author": None})
    yield _pdf(files.worksheet, _source(overrides, "worksheet.typ"), sheet)
    readme = _README.format(
        total=facts.total, day=day(facts.checked), address=shown(site_url) + "/paper"
    )
    texts = {"README.txt": readme}
    yield Artifact(
        files.archive.url,
        zipped,
        (names, texts, facts.checked, files.archive.most_kilobytes),
        parts=tuple(names),
    )


def _pdf(file: Printed, source: str, data: dict[str, Any]) -> Artifact:
    told = json.dumps(data, ensure_ascii=False, default=fields_of)
    return Artifact(file.url, pdf, (source, told, file.most_pages, file.most_kilobytes))


def _source(overrides: Path, name: str) -> str:
    """Return a template with what it shares, as one source: it reads no other file."""
    parts = (overrides / "paper" / part for part in ("style.typ", name))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def _document(checked: date, colours: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every template needs but its content."""
    return {
        "author": _AUTHOR,
        "date": [checked.year, checked.month, checked.day],
        "lang": "en",
        "colours": colours,
        "words": _WORDS,
        "addresses": [],
        "heading": None,
    }


def _one(handout: Handout, checked: date, colours: Mapping[str, Any]) -> dict[str, Any]:
    # The title shows in a viewer's tab and window.
    return _document(checked, colours) | {
        "title": N_("{name}: clearing a record").format(name=handout.name),
        "handouts": [handout],
        "addresses": [handout.code],
    }


def _all(
    handouts: list[Handout], facts: Facts, site_url: str, colours: Mapping[str, Any]
) -> dict[str, Any]:
    return _document(facts.checked, colours) | {
        "title": N_("Record Relief: a sheet for every place"),
        "heading": N_("A sheet for every place"),
        "intro": N_(
            "{total} sheets to print on both sides and hand out. Last full check: {day}. Laws "
            "change; newer sheets are at {address}. Information, not legal advice."
        ).format(total=facts.total, day=day(facts.checked), address=shown(site_url) + "/paper"),
        "handouts": handouts,
        "addresses": [handout.code for handout in handouts],
    }
