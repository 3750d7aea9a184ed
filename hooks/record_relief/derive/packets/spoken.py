"""The sheets of a packet for the person alone, in another language.

What is filed stays English. What the person writes and looks for first, they can read in their own
language: the outline of the declaration and the list of proofs.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...languages import marks, typed
from ...languages.language import Language
from ...languages.message import Message
from ...source.evidence import Evidence, ReadText
from ...source.law import Law
from ...source.packets import TEXT_KINDS, Block, PacketsFile, Sheet, sheets_of
from ...source.place import Jurisdiction
from ..labels import N_
from ..lawpage import READ
from ..places import guide_url, law_url
from .law import LawWriter
from .pieces import CALLED, Paper, Piece

if TYPE_CHECKING:
    from ..site import Facts

# The sheets by their ids, whether every law has them or some have their own.
PERSONS = ("declaration", "proofs")
_CONTEXT = "packets"
_OF_QUESTIONS = r"(?:title|(?:first|say|only|tell|room)\b.*|item)"
_LABELS = "kept|open|silent_beside|no_citation|not_confirmed|place_line|checked|foot"
_FOR_READING = N_(
    "This sheet is for you and your lawyer, to read and to write on in your own language. The "
    "papers for the court are the English ones of the same packet."
)


@dataclass(frozen=True)
class PersonsPacket:
    """The sheets for the person whose law it is."""

    place: Jurisdiction
    called: str
    title: str
    subtitle: str
    told: str
    foot: str
    papers: tuple[Paper, ...]


def own_packet(place: Jurisdiction, number: int) -> str:
    """Return the path of the file for a place's law but its ending.

    Its name tells the place and a number alone.
    """
    return f"{guide_url(place)}{place.code.lower()}-own-{number}"


def messages(words: PacketsFile) -> Iterator[Message]:
    """Yield each text of the sheets for the person."""
    wanted = _wanted(words)
    yield from (one for one in typed.messages(words, _CONTEXT) if wanted.fullmatch(one.context))


def in_language(words: PacketsFile, texts: gettext.NullTranslations) -> PacketsFile:
    """Return the words with those of the sheets for the person in another language."""
    return typed.translated(words, _CONTEXT, texts, _wanted(words))


def _wanted(words: PacketsFile) -> re.Pattern[str]:
    """Return the contexts of the texts of those sheets."""
    sheets = [sheet for _, sheet in sheets_of(words) if sheet.id in PERSONS]
    asked = {block.ask for sheet in sheets for block in sheet.blocks if block.ask}
    questions = "|".join(map(re.escape, sorted(asked)))
    ids = "|".join(PERSONS)
    fields = {field for name in asked for field in words.question(name).fields}
    looked = "|".join(map(re.escape, sorted(fields))) or "none"
    return re.compile(
        rf"{_CONTEXT}\.(?:"
        rf"(?:own\.[^.]+\.)?sheets\.(?:{ids})\.(?:title|blocks\.(?:{'|'.join(TEXT_KINDS)})(?:\.say)?)"
        rf"|questions\.(?:{questions})\.{_OF_QUESTIONS}(?<!\.rests)(?<!\.plain)(?<!\.at)"
        rf"|own\.[^.]+\.add\.(?:{questions})\.say"
        rf"|own\.[^.]+\.open\.(?:{looked})"
        rf"|names\.(?:paper|person)"
        rf"|labels\.(?:{_LABELS})"
        rf"|look_up\.(?:{looked})"
        r")"
    )


class _Writer(LawWriter):
    """Writes the sheets for the person; the head of a court paper stands on the English ones.

    What else is worked out from the data is in English: a sheet with that waits for its words.
    """

    def _sheets(self) -> Sequence[Sheet]:
        return [sheet for sheet in super()._sheets() if sheet.id in PERSONS]

    def _caption(self, _sheet: Sheet) -> Iterator[Piece]:
        yield from ()

    def _block(self, block: Block, sheet: Sheet) -> Iterator[Piece]:
        pieces = super()._block(block, sheet)
        yield from map(_missing, pieces) if block.insert else pieces

    def _source_of(self, text: ReadText, place: str) -> str:
        return marks.kept(super()._source_of(text, place))


def packets(
    english: Jurisdiction,
    place: Jurisdiction,
    evidence: Evidence,
    words: PacketsFile,
    spoken: Language,
) -> Iterator[tuple[str, PersonsPacket]]:
    """Yield the sheets for each law of a place, with the name of their file.

    `english` has the values that decide what stands there, `place` is it in the language, `words`
    are the words in it.
    """
    say = spoken.texts.gettext
    labels = words.labels
    for number, (law, own) in enumerate(zip(english.relief, place.relief, strict=True), 1):
        # Its own title decides how its papers are called; its citation is no word of the language.
        noted = {"citation": own.citation, "citation_note": own.citation_note}
        cited = law.model_copy(update=noted)
        writer = _Writer(english, cited, evidence, words, None)
        papers = writer.papers("law")
        if not papers:
            continue
        checked, read = spoken.day(english.checked), spoken.day(evidence.read)
        how = _read(evidence, law, say)
        head = Piece("lead", say(_FOR_READING))
        first, *others = papers
        begun = Paper(first.title, first.filed, (head, *first.pieces))
        yield (
            own_packet(english, number),
            PersonsPacket(
                place,
                say(CALLED).format(place=place.name, number=number),
                own.title,
                labels["place_line"].format(place=place.name, citation=writer.citation),
                labels["checked"].format(day=checked, read=read, how=how),
                labels["foot"].replace("{day}", checked),
                (begun, *others),
            ),
        )


def _read(evidence: Evidence, law: Law, say: Callable[[str], str]) -> str:
    found = evidence.laws.get(law.id)
    how = READ[found.read if found else "none"]
    return say(how)


def all_packets(
    english: Facts, facts: Facts, words: PacketsFile, language: Language, standing: Container[str]
) -> dict[str, PersonsPacket]:
    """Return the sheets for each law whose page stands, by path, where no text is missing."""
    told = in_language(words, language.texts)
    places = [(shown.place, facts.guides[code].place) for code, shown in english.guides.items()]
    return {
        path: packet
        for one, place in places
        if law_url(place) in standing
        for path, packet in packets(one, place, english.data.evidence_of(one), told, language)
        if not any(map(marks.any_missing, _texts(packet)))
    }


def _texts(packet: PersonsPacket) -> Iterator[str]:
    yield from (packet.called, packet.title, packet.subtitle, packet.told, packet.foot)
    for paper in packet.papers:
        yield paper.title
        for piece in paper.pieces:
            yield from (piece.lead, piece.text)
            yield from (cell for row in piece.rows for cell in row)


def _missing(piece: Piece) -> Piece:
    rows = tuple(tuple(map(marks.missing, row)) for row in piece.rows)
    return replace(piece, text=marks.missing(piece.text), lead=marks.missing(piece.lead), rows=rows)
