"""What each file to print is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ...derive.labels import N_
from ...derive.printed import Printed, paper
from ...derive.site import Facts
from ...pages import palette
from ..artifacts import Artifact
from ..speech import ENGLISH, Speech
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


def artifacts(
    facts: Facts,
    overrides: Path,
    site_url: str,
    speech: Speech = ENGLISH,
    english: Facts | None = None,
) -> Iterator[Artifact]:
    """Yield every file to print; the parameters are those of `Writer`."""
    writer = Writer(facts, overrides, site_url, speech, english)
    # The one that takes longest comes first, so that the others need not wait for it.
    yield from writer.together()
    for code in facts.guides:
        yield from writer.of_place(code)
    yield from writer.of_all()


class Writer:
    """Says what each file to print is made from; `site_url` is the address of the site.

    `facts` are in the language of `speech`; `english` are the same facts in English.
    """

    def __init__(
        self,
        facts: Facts,
        overrides: Path,
        site_url: str,
        speech: Speech = ENGLISH,
        english: Facts | None = None,
    ) -> None:
        self._facts, self._overrides, self._site_url = facts, overrides, site_url
        self._speech = speech
        self._english = english or facts
        self._files = paper(facts)
        self._colours = palette.load(overrides).printed()
        self._template = _source(overrides, "handout.typ")

    def together(self) -> Iterator[Artifact]:
        """Yield the sheets of all places in one file, which only a site to be published has."""
        facts, file = self._facts, self._files.together
        if file:
            full = {code: self._full(code) for code in facts.guides}
            sheets = _all(full, facts, self._site_url, self._speech)
            document = self._document(facts.checked) | sheets
            yield _pdf(file.combined, self._template, document, self._speech)

    def of_place(self, code: str) -> Iterator[Artifact]:
        """Yield the two sheets of a place: the one that does not say what it is about, and all."""
        guide, original = self._facts.guides[code], self._english.guides[code]
        hotline, speech = self._facts.hotline, self._speech
        neutral = neutral_handout(guide, original, hotline, self._site_url, speech)
        for handout, file in (
            (neutral, self._files.neutral[code]),
            (self._full(code), self._files.full[code]),
        ):
            sheet = self._document(guide.place.checked) | _one(handout, speech)
            yield _pdf(file, self._template, sheet, speech.about(code))

    def of_all(self) -> Iterator[Artifact]:
        """Yield the worksheet, and for a site to be published the archive of all."""
        facts, files, speech = self._facts, self._files, self._speech
        # Filled in, it goes to a lawyer: it does not say where it is from.
        sheet = self._document(facts.checked) | worksheet(facts.hotline, speech) | {"author": None}
        yield _pdf(files.worksheet, _source(self._overrides, "worksheet.typ"), sheet, speech)
        if files.together:
            names = {
                speech.prefix + file.url: f"{folder}/{file.url.rpartition('/')[2]}"
                for code in facts.guides
                for folder, file in (("neutral", files.neutral[code]), ("full", files.full[code]))
            }
            names[speech.prefix + files.worksheet.url] = "my-case.pdf"
            yield _zip(files.together.archive, names, facts, self._site_url, speech)

    def _full(self, code: str) -> Handout:
        guides, hotline = self._facts.guides, self._facts.hotline
        return full_handout(guides[code], hotline, guides["US"], self._site_url, self._speech)

    def _document(self, checked: date) -> dict[str, Any]:
        return _document(checked, self._colours, self._speech.code)


def _zip(
    file: Printed, names: Mapping[str, str], facts: Facts, site_url: str, speech: Speech
) -> Artifact:
    readme = speech.say(_README).format(
        total=facts.total, day=speech.day(facts.checked), address=_page(site_url, speech)
    )
    texts = {"README.txt": speech.finished(readme)}
    return Artifact(
        speech.prefix + file.url,
        zipped,
        (dict(names), texts, facts.checked, file.most_kilobytes),
        parts=tuple(names),
    )


def _source(overrides: Path, name: str) -> str:
    """Return a template with what it shares, as one source: it reads no other file."""
    parts = (overrides / "paper" / part for part in ("style.typ", name))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def _page(site_url: str, speech: Speech) -> str:
    """Return the address of the page of all that there is to print, as it stands on paper."""
    return shown(f"{site_url}{speech.prefix}paper")


def _pdf(file: Printed, source: str, data: dict[str, Any], speech: Speech) -> Artifact:
    told = json.dumps(speech.told(data), ensure_ascii=False)
    made_of = (source, told, file.most_pages, file.most_kilobytes)
    return Artifact(speech.prefix + file.url, pdf, made_of)


def _document(checked: date, colours: Mapping[str, Any], lang: str = "en") -> dict[str, Any]:
    """Return what every template needs but its content."""
    return {
        "author": _AUTHOR,
        "date": [checked.year, checked.month, checked.day],
        "lang": lang,
        "colours": colours,
        "words": _WORDS,
        "addresses": [],
        "heading": None,
    }


def _one(handout: Handout, speech: Speech) -> dict[str, Any]:
    return {
        # The title shows in a viewer's tab and window.
        "title": speech.say("{name}: clearing a record").format(name=handout.name),
        "handouts": [asdict(handout)],
        "addresses": [handout.code],
    }


def _all(
    handouts: Mapping[str, Handout], facts: Facts, site_url: str, speech: Speech
) -> dict[str, Any]:
    intro = speech.say(
        "{total} sheets to print on both sides and hand out. Last full check: {day}. Laws "
        "change; newer sheets are at {address}. Information, not legal advice."
    )
    return {
        "title": N_("Record Relief: a sheet for every place"),
        "heading": N_("A sheet for every place"),
        "intro": intro.format(
            total=facts.total, day=speech.day(facts.checked), address=_page(site_url, speech)
        ),
        "handouts": [
            speech.about(code).told(asdict(handout)) for code, handout in handouts.items()
        ],
        "addresses": [handout.code for handout in handouts.values()],
    }
