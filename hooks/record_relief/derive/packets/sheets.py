"""The sheets of the words' file as pieces, and the checklist for a place's other ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...source.evidence import Evidence
from ...source.packets import (
    Block,
    For,
    PacketsFile,
    Question,
    Sheet,
    Told,
    Words,
    block_text,
    said,
)
from ...source.place import Jurisdiction
from ...source.ways import Way
from ..labels import N_
from .pieces import Paper, Piece

_NAME = re.compile(r"\{(paper|person|citation)\}")


def who_lead(way: Way) -> str:
    """Return what stands before the office of a way: where nobody asks, it does it itself."""
    if way.automatic == "yes":
        return N_("Who does it, without being asked:")
    return N_("Whom to ask:")


class Writer:
    """Turns the sheets of the words' file into pieces."""

    def __init__(
        self,
        place: Jurisdiction,
        evidence: Evidence,
        words: PacketsFile,
        fbi: str | None,
        told_by: Mapping[str, str] | None = None,
    ) -> None:
        self._place = place
        self._evidence = evidence
        self._words = words
        self._fbi = fbi
        self._told_by = told_by or {}
        self._names: Mapping[str, str] = {}

    def papers(self, kind: For) -> tuple[Paper, ...]:
        """Return the sheets of one kind of packet that have anything to say."""
        found = []
        for sheet in self._sheets():
            if kind in sheet.for_ and self._holds(sheet.when):
                kept = () if sheet.filed else (Piece("note", self._words.labels["kept"]),)
                pieces = (*kept, *self._pieces(sheet))
                found.append(Paper(self._fill(sheet.title), sheet.filed, pieces))
        return tuple(found)

    def _sheets(self) -> Sequence[Sheet]:
        return self._words.sheets

    def _fill(self, text: str) -> str:
        """Return a text with the names in it; what stands in for a name is never read again."""
        return _NAME.sub(lambda found: self._names.get(found[1], found[0]), text)

    def _label(self, name: str, **parts: str) -> str:
        return self._words.labels[name].format(**parts)

    def _holds(self, when: Mapping[str, Sequence[str]]) -> bool:
        return not when

    def _is_open(self, _field: str) -> bool:
        return False

    def _stands(self, words: Words) -> bool:
        rests = words.rests if isinstance(words, Told) else ()
        return not any(self._is_open(field) for field in rests)

    def _pieces(self, sheet: Sheet) -> Iterator[Piece]:
        for block in sheet.blocks:
            of_kind = not block.kinds or self._place.kind in block.kinds
            if of_kind and self._holds(block.when):
                yield from self._block(block, sheet)

    def _block(self, block: Block, sheet: Sheet) -> Iterator[Piece]:
        found = block_text(block)
        if found:
            kind, words = found
            if self._stands(words):
                yield Piece(kind, self._with_sources(words))
        elif block.ask:
            yield from self._ask(self._words.question(block.ask))
        elif block.insert == "caption":
            yield from self._caption(sheet)
        elif block.insert:
            yield from getattr(self, f"_{block.insert}")()

    def _with_sources(self, words: Words) -> str:
        """Return a text, with the sources of the facts it rests on: no text of a law has it."""
        text = self._fill(said(words))
        facts = words.law if isinstance(words, Told) else ()
        sources = "; ".join(self._told_by[fact] for fact in facts if fact in self._told_by)
        return self._label("told_by", text=text, sources=sources) if sources else text

    def _caption(self, _sheet: Sheet) -> Iterator[Piece]:
        """Yield nothing: only a law has papers with a head."""
        yield from ()

    def _ask(self, _question: Question) -> Iterator[Piece]:
        """Yield nothing: only a law has answers."""
        yield from ()

    def _agencies(self) -> Iterator[Piece]:
        rows = [
            (N_("The clerk of the court"), ""),
            (N_("The prosecutor's office"), ""),
            (N_("The agency that made the arrest"), ""),
            *((office, "") for office in self._offices()),
        ]
        own = self._place.own_record.agency
        if own and own != self._fbi:
            rows.append((N_("The office that keeps the criminal record"), own))
        if self._fbi:
            rows.append(self._federal_file())
        rows.append((N_("Any other office that has the record"), ""))
        head = (
            N_("Office"),
            N_("Name and address"),
            N_("What it is ordered to do, if anything"),
            N_("Sent, and by whom"),
        )
        yield Piece("table", rows=(head, *((*row, "", "") for row in rows)))

    def _offices(self) -> Sequence[str]:
        """Return what other offices a law names that are told of an order."""
        return ()

    def _federal_file(self) -> tuple[str, str]:
        # What stands behind the name of the office is what one can order there.
        return N_("The office that keeps the federal file"), (self._fbi or "").split(" (")[0]

    def _own_record(self) -> Iterator[Piece]:
        own = self._place.own_record
        if own.agency:
            yield Piece("bullet", own.agency, N_("Ask for the person's record again:"))
        if own.how:
            yield Piece("bullet", own.how, N_("How:"))
        if own.fee:
            yield Piece("bullet", own.fee, N_("What it costs:"))
        if own.url:
            yield Piece("bullet", own.url, N_("Where:"), own.url)


class WaysWriter(Writer):
    """Writes the checklist of a place's other ways."""

    def _ways(self) -> Iterator[Piece]:
        for way in self._place.ways:
            yield from self._way(way)

    def _way(self, way: Way) -> Iterator[Piece]:
        yield Piece("heading", way.name)
        yield Piece("text", way.cited)
        for lead, text, field in (
            (N_("From when:"), way.wait.text, "wait"),
            (N_("What is needed:"), way.needs, "needs"),
            (N_("Left out:"), "; ".join(way.excluded), "excluded"),
            (N_("Cost:"), way.fee.text, "fee"),
            (who_lead(way), way.who, "who"),
            (N_("What it does:"), way.effect, "effect"),
        ):
            if text and way.is_marked(field):
                yield Piece("open", text, f"{lead} {self._words.labels['not_confirmed']}.")
            elif text:
                yield Piece("text", text, lead)
        yield from (Piece("tick", step) for step in way.steps)
