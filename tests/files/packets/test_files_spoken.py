"""The sheets for the person as files in another language: read back, and held to the English."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import pypdf
import pytest
from docx import Document
from record_relief.derive.editions import Edition
from record_relief.derive.packets.spoken import PersonsPacket, all_packets
from record_relief.derive.places import law_url
from record_relief.derive.site import Facts
from record_relief.files.artifacts import Artifact
from record_relief.files.packets import files
from record_relief.languages import language, marks, typed
from record_relief.source.packets import PacketsFile

from tests.builders import ROOT
from tests.built_site import SHIPPING
from tests.files.packets.test_files import MOST, SITE, TRACES, letters, text_of, title_of
from tests.paper_text import sheets
from tests.telling import TELLING

# A place whose law has sheets of its own.
CODE = "FL"
FOOT = re.compile(r"recordrelief\.org/.*")


@pytest.fixture(scope="module", params=SHIPPING or [pytest.param("", marks=pytest.mark.skip)])
def edition(request: pytest.FixtureRequest, facts: Facts, packet_words: PacketsFile) -> Edition:
    """A language in which the law page of one place stands."""
    spoken = language.load(ROOT / language.FOLDER, request.param)
    told = Facts(typed.in_language(facts.data, spoken), say=spoken.texts.gettext)
    standing = {law_url(facts.guides[CODE].place): "A title"}
    own = all_packets(facts, told, packet_words, spoken, standing)
    return Edition(spoken, told, standing, own)


@pytest.fixture(scope="module")
def artifacts(edition: Edition) -> Mapping[str, Artifact]:
    return {one.path: one for one in files.of_language(edition, ROOT / "overrides", SITE)}


def made(artifact: Artifact) -> bytes:
    return artifact.make(*artifact.inputs)


def told(edition: Edition, packet: PersonsPacket) -> list[str]:
    """Return every text that a file of the sheets must hold, as the language has it."""
    pieces = [piece for paper in packet.papers for piece in paper.pieces]
    shown = [text for piece in pieces for text in (piece.text, piece.lead)]
    names = [packet.subtitle, packet.told, *(paper.title for paper in packet.papers)]
    return [edition.language.joined(marks.plain(text)) for text in (*names, *shown) if text]


def test_each_law_has_two_files_below_the_language(
    edition: Edition, artifacts: Mapping[str, Artifact]
) -> None:
    expected = {edition.prefix + path + end for path in edition.own_packets for end in MOST}
    assert len(expected) == 2 * len(edition.facts.guides[CODE].place.relief)
    assert set(artifacts) == expected


def test_a_word_file_says_it_all_and_has_no_trace_of_the_site(
    edition: Edition, artifacts: Mapping[str, Artifact]
) -> None:
    for path, packet in edition.own_packets.items():
        content = made(artifacts[f"{edition.prefix}{path}.docx"])
        document = Document(io.BytesIO(content))
        text = text_of(document)
        assert [one for one in told(edition, packet) if letters(one) not in letters(text)] == []
        assert not TRACES.search(text.encode())
        assert marks.plain(text) == text
        assert document.core_properties.language.partition("-")[0] == edition.language.code


def test_what_a_viewer_shows_of_a_file_tells_nothing_of_the_person(
    edition: Edition, artifacts: Mapping[str, Artifact]
) -> None:
    telling = TELLING[edition.language.code]
    titles = {path: title_of(path, made(one)) for path, one in artifacts.items()}
    assert {path: title for path, title in titles.items() if telling.search(title)} == {}
    assert len(set(titles.values())) == len(edition.own_packets)
    name = edition.facts.guides[CODE].name
    assert all(title.startswith(name) for title in titles.values())


def test_a_pdf_says_it_all_and_where_it_comes_from(
    edition: Edition, artifacts: Mapping[str, Artifact]
) -> None:
    law_page = edition.facts.law_pages[CODE].short_url
    for path, packet in edition.own_packets.items():
        content = made(artifacts[f"{edition.prefix}{path}.pdf"])
        assert len(content) <= MOST[".pdf"]
        found: Any = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]
        assert str(found["/Lang"]).startswith(edition.language.code)
        pages = sheets(content)
        assert [p for p in pages if f"recordrelief.org/{edition.prefix}{law_page}" not in p] == []
        text = letters("".join(FOOT.sub("", page) for page in pages))
        assert [one for one in told(edition, packet) if letters(one) not in text] == []
