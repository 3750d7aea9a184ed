"""The sheets of a packet for the person alone: whole in their language, for every law."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence

import pytest
from markupsafe import escape
from record_relief.derive.packets import Packets, Piece
from record_relief.derive.packets.spoken import PERSONS, PersonsPacket, all_packets, own_packet
from record_relief.derive.places import law_url
from record_relief.derive.site import Facts
from record_relief.languages import language, marks, typed
from record_relief.languages.language import Language
from record_relief.source.evidence import Data
from record_relief.source.packets import Block, Own, OwnLine, PacketsFile, Sheet

from tests.builders import ROOT
from tests.built_site import SHIPPING, TABLES
from tests.languages import pseudo

SHIPS = pytest.mark.parametrize("code", SHIPPING or [pytest.param("", marks=pytest.mark.skip)])
# So many words are no name, no number and no blank to fill in.
_SENTENCE = 4


class Bracketed(gettext.NullTranslations):
    """Translates every text into a language that nobody speaks."""

    def gettext(self, message: str) -> str:
        return pseudo.pseudo(message)

    def pgettext(self, context: str, message: str) -> str:
        assert context
        return pseudo.pseudo(message)


# Places keep the names of the language whose texts are others here.
NAMES = [place["name"] for place in TABLES[SHIPPING[0]]["places"].values()] if SHIPPING else []


def speaking(texts: gettext.NullTranslations) -> Language:
    """Return a language with other texts, and dates in digits: months are not of these texts."""
    made = language.load(ROOT / language.FOLDER, SHIPPING[0])
    made.__dict__["texts"] = texts
    made.__dict__["table"] = made.table.model_copy(update={"day": "d.MM.y", "month": "MM.y"})
    return made


def packets_in(
    facts: Facts, words: PacketsFile, spoken: Language, without: Sequence[str] = ()
) -> Mapping[str, PersonsPacket]:
    """Return the sheets in a language in which all law pages stand, but those `without`."""
    told = Facts(typed.in_language(facts.data, spoken), say=spoken.texts.gettext)
    places = [guide.place for guide in facts.guides.values()]
    standing = {law_url(place) for place in places if place.code not in without}
    return all_packets(facts, told, words, spoken, standing)


def texts(packet: PersonsPacket) -> Iterator[str]:
    """Yield every text of the sheets."""
    yield from (packet.title, packet.subtitle, packet.told, packet.foot)
    for paper in packet.papers:
        yield paper.title
        yield from shown(paper.pieces)


def shown(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        yield from (piece.lead, piece.text)
        yield from (cell for row in piece.rows for cell in row)


@pytest.fixture(scope="module")
def bracketed(facts: Facts, packet_words: PacketsFile) -> Mapping[str, PersonsPacket]:
    return packets_in(facts, packet_words, speaking(Bracketed()))


@pytest.fixture(scope="module")
def real(facts: Facts, packet_words: PacketsFile) -> dict[str, Mapping[str, PersonsPacket]]:
    """The sheets in each language that the site ships in."""
    spoken = {code: language.load(ROOT / language.FOLDER, code) for code in SHIPPING}
    return {code: packets_in(facts, packet_words, one) for code, one in spoken.items()}


@SHIPS
def test_every_law_has_its_sheets(
    facts: Facts, real: Mapping[str, Mapping[str, PersonsPacket]], code: str
) -> None:
    """A text of them that waits for its translation takes the sheets away: none does."""
    expected = {
        own_packet(guide.place, number)
        for guide in facts.guides.values()
        for number, _ in enumerate(guide.place.relief, 1)
    }
    assert expected
    assert real[code].keys() == expected
    for path, packet in real[code].items():
        assert len(packet.papers) == len(PERSONS), path
        assert all(len(paper.pieces) > 1 for paper in packet.papers), path


@SHIPS
def test_no_sentence_of_them_is_that_of_the_english_packet(
    facts: Facts, real: Mapping[str, Mapping[str, PersonsPacket]], code: str
) -> None:
    said = {
        text
        for packets in facts.packets.values()
        for packet in packets.laws
        for paper in packet.papers
        for text in (paper.title, *shown(paper.pieces))
    }
    for path, packet in real[code].items():
        told = [marks.plain(text) for text in texts(packet)]
        same = [text for text in told if len(text.split()) >= _SENTENCE and text in said]
        assert same == [], path


@SHIPS
def test_what_is_filled_in_is_filled_in(
    real: Mapping[str, Mapping[str, PersonsPacket]], code: str
) -> None:
    for path, packet in real[code].items():
        open_names = [text for text in texts(packet) if re.search(r"\{(?!address\})", text)]
        assert open_names == [], path


def test_every_text_of_them_is_given_to_translators(
    bracketed: Mapping[str, PersonsPacket], facts: Facts
) -> None:
    """Only the citation of a law stays English, and says so."""
    assert len(bracketed) == facts.law_count
    for path, packet in bracketed.items():
        html = "".join(f"<p>{escape(text)}</p>" for text in texts(packet))
        assert pseudo.unmarked(marks.shown(html, str), NAMES) == [], path


def test_a_place_without_its_law_page_has_no_sheets(
    bracketed: Mapping[str, PersonsPacket], facts: Facts, packet_words: PacketsFile
) -> None:
    gone = next(guide.place for guide in facts.guides.values() if guide.place.relief)
    found = packets_in(facts, packet_words, speaking(Bracketed()), [gone.code])
    lost = bracketed.keys() - found.keys()
    assert lost == {own_packet(gone, number) for number, _ in enumerate(gone.relief, 1)}


# What one law alone says, in the small data.

LINE = OwnLine(say="SWORN STATEMENT", rests=["steps"], at=["(1)"])


def own_words(words: PacketsFile, **said: object) -> PacketsFile:
    """Return the words with those of the small data's law alone."""
    own = Own(id="ny-own", place="NY", law="vacatur", **said)  # type: ignore[arg-type]
    return words.model_copy(update={"own": [own]})


def english_of(data: Data, words: PacketsFile) -> list[str]:
    place = next(place for place in data.jurisdictions if place.code == "NY")
    (packet,) = Packets(place, data.evidence["NY"], words, None).laws
    return [text for paper in packet.papers for text in shown(paper.pieces)]


def test_the_head_that_a_law_gives_its_papers_stands_on_the_english_ones(
    small: Data, packet_words: PacketsFile
) -> None:
    named = {"titles": dict.fromkeys(PERSONS, LINE), "caption": [LINE], "head": [LINE]}
    words = own_words(packet_words, **named, columns=[LINE])
    assert LINE.say in english_of(small, words)
    facts, spoken = Facts(small), speaking(Bracketed())
    found = packets_in(facts, words, spoken)
    assert found
    assert found == packets_in(facts, own_words(packet_words), spoken)


def test_a_sheet_with_a_table_that_is_in_english_waits(
    small: Data, packet_words: PacketsFile
) -> None:
    """Columns of a law's own, and those of every law, are made for the court."""
    general = next(sheet for sheet in packet_words.sheets if sheet.id == PERSONS[0])
    blocks = [*general.blocks, Block(insert="cases")]
    sheet = Sheet.model_validate(general.model_dump(by_alias=True) | {"blocks": blocks})
    facts, spoken = Facts(small), speaking(Bracketed())
    assert packets_in(facts, own_words(packet_words, columns=[LINE]), spoken)
    words = own_words(packet_words, columns=[LINE], sheets=[sheet])
    assert LINE.say in english_of(small, words)
    assert not packets_in(facts, words, spoken)


def test_what_a_law_leaves_open_is_given_to_translators(
    small: Data, packet_words: PacketsFile
) -> None:
    """Where a law says by itself what to look up, that stands in its sheets."""
    place = next(place for place in small.jurisdictions if place.code == "NY")
    law = place.relief[0].model_copy(update={"unconfirmed": ["nexus.standard"]})
    changed = place.model_copy(update={"relief": [law]})
    others = [changed if one.code == "NY" else one for one in small.jurisdictions]
    data = small.model_copy(update={"jurisdictions": others})
    asked = "whether a link is asked for at all"
    words = own_words(packet_words, open={"nexus.standard": asked})
    (packet,) = packets_in(Facts(data), words, speaking(Bracketed())).values()
    assert any(pseudo.pseudo(asked) in text for text in texts(packet))
    html = "".join(f"<p>{escape(text)}</p>" for text in texts(packet))
    assert pseudo.unmarked(marks.shown(html, str), NAMES) == []
