"""Every packet as files: opened, read back, and held to what a court and a reader need of them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pypdf
import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.xmlchemy import BaseOxmlElement
from record_relief.derive.packets import Packet, Packets
from record_relief.derive.site import Facts
from record_relief.files.artifacts import Artifact
from record_relief.files.packets import files
from record_relief.files.paper.neutral import is_neutral
from record_relief.source.packets import PacketsFile

from tests.builders import ROOT
from tests.hostile import safe_files
from tests.paper_text import sheets

SITE = "https://recordrelief.org/"
TRACES = re.compile(rb"record\s*-?\s*relief", re.IGNORECASE)
# The places whose packets are read back in every run; all of them are once a week.
LOOKED_AT = ("FL", "NY", "US", "OK")
MOST = {".docx": 60_000, ".pdf": 120_000}
STRANGE = "Code <w:p/> & \"x\" #strong[$1] {paper} ]]> 'é'"


@pytest.fixture(scope="module")
def artifacts(facts: Facts) -> Mapping[str, Artifact]:
    return {item.path: item for item in files.artifacts(facts, ROOT / "overrides", SITE)}


@pytest.fixture(scope="module")
def word_files(artifacts: Mapping[str, Artifact], site_dir: Path) -> Mapping[str, bytes]:
    """Every packet as a Word file of the built site, by its address."""
    paths = (path for path in artifacts if path.endswith(".docx"))
    return {path: (site_dir / path).read_bytes() for path in paths}


def packets_of(facts: Facts, *codes: str) -> list[Packet]:
    chosen = codes or tuple(facts.packets)
    return [packet for code in chosen for packet in facts.packets[code].all]


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


def told(packet: Packet) -> list[str]:
    """Return every text that a file of a packet must hold."""
    pieces = [piece for paper in packet.papers for piece in paper.pieces]
    shown = [text for piece in pieces for text in (piece.text, piece.lead)]
    shown += [cell for piece in pieces for row in piece.rows for cell in row]
    return [packet.title, *(paper.title for paper in packet.papers[1:]), *filter(None, shown)]


def text_of(document: DocumentType) -> str:
    """Return all text of a Word file, in tables and in the foot too."""
    parts = (document.element.body, document.sections[0].footer._element)
    return "\n".join(map(words_of, parts))


def words_of(element: BaseOxmlElement) -> str:
    return "\n".join(node.text or "" for node in element.xpath(".//w:t"))


def test_every_packet_is_two_files(facts: Facts, artifacts: Mapping[str, Artifact]) -> None:
    expected = {p.file(ending) for p in packets_of(facts) for ending in ("docx", "pdf")}
    assert set(artifacts) == expected
    for path in artifacts:
        assert not list(safe_files.path(path))


def test_every_word_file_opens_and_says_what_the_packet_says(
    facts: Facts, word_files: Mapping[str, bytes]
) -> None:
    for packet in packets_of(facts):
        content = word_files[packet.file("docx")]
        assert len(content) <= MOST[".docx"], packet.name
        document = Document(io.BytesIO(content))
        text = letters(text_of(document))
        assert [part for part in told(packet) if letters(part) not in text] == [], packet.name
        assert (document.sections[0].page_width, document.sections[0].page_height) == (
            7772400,
            10058400,
        )


def test_a_word_file_has_no_trace_of_the_site(word_files: Mapping[str, bytes]) -> None:
    for path, content in word_files.items():
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                # Styles and the like are the same in all; what differs is here.
                if re.search(r"document|core|app|footer|item", name):
                    assert not TRACES.search(packed.read(name)), f"{path}: {name}"
    about = Document(io.BytesIO(content)).core_properties
    assert not any((about.author, about.last_modified_by, about.comments, about.keywords))


def title_of(path: str, content: bytes) -> str:
    """Return what a viewer shows of a file in its tab."""
    if path.endswith(".docx"):
        return Document(io.BytesIO(content)).core_properties.title
    found: dict[str, str] = pypdf.PdfReader(io.BytesIO(content)).metadata or {}
    return str(found["/Title"])


def test_what_a_viewer_shows_of_a_file_tells_nothing_of_the_person(
    facts: Facts, artifacts: Mapping[str, Artifact], site_dir: Path
) -> None:
    """A tab or a list of files names the place and a number, not what the law is for."""
    called: dict[str, str] = {}
    for path in artifacts:
        title = title_of(path, (site_dir / path).read_bytes())
        assert is_neutral(title), path
        assert called.setdefault(title, path.rpartition(".")[0]) == path.rpartition(".")[0]
    packets = packets_of(facts)
    assert len(called) == len(packets)
    assert all(any(title.startswith(p.place.name) for title in called) for p in packets)
    # The heading in the file still names the law.
    assert not all(is_neutral(packet.title) for packet in packets)


def test_numbers_headings_and_tables_are_real(
    facts: Facts, word_files: Mapping[str, bytes]
) -> None:
    """A paragraph that is added gets a number, and each paper begins with one."""
    for packet in packets_of(facts, *LOOKED_AT):
        document = Document(io.BytesIO(word_files[packet.file("docx")]))
        names = {style.style_id: style.name for style in document.styles}
        styled = [(names[p.style], p) for p in document.element.body.xpath("w:p")]
        heads = [words_of(p) for name, p in styled if name == "Heading 1"]
        assert heads == [paper.title for paper in packet.papers[1:]]
        pieces = [piece for paper in packet.papers for piece in paper.pieces]
        for kind, style in (("number", "Numbered Paragraph"), ("sub", "Lettered Paragraph")):
            found = [p for name, p in styled if name == style]
            assert len(found) == sum(piece.kind == kind for piece in pieces)
            assert all(p.pPr.numPr is not None for p in found)
            (level,) = {"number": {0}, "sub": {1}}[kind]
            assert all(p.pPr.numPr.ilvl.val == level for p in found)
        numbered = [p for name, p in styled if name == "Numbered Paragraph"]
        used = {p.pPr.numPr.numId.val for p in numbered}
        with_numbers = sum(any(x.kind == "number" for x in paper.pieces) for paper in packet.papers)
        assert len(used) == with_numbers
        numbering = document.part.numbering_part.element
        assert used <= {num.numId for num in numbering.num_lst}
        # None is typed: the text of a numbered paragraph has no number of its own.
        assert not [p for p in numbered if re.match(r"\s*\(?\d+[.)]", words_of(p))]
        tables = [piece for piece in pieces if piece.kind == "table"]
        heads_of = document.element.body.xpath("w:tbl[w:tr[1]/w:trPr/w:tblHeader]")
        assert len(heads_of) == len(tables)
        known = set(names)
        assert {p.style for p in document.element.body.xpath(".//w:p") if p.style} <= known


def test_the_same_packet_is_the_same_bytes(
    facts: Facts, artifacts: Mapping[str, Artifact], word_files: Mapping[str, bytes]
) -> None:
    for packet in packets_of(facts, "NY"):
        path = packet.file("docx")
        assert artifacts[path].make(*artifacts[path].inputs) == word_files[path]


def read_back(facts: Facts, artifacts: Mapping[str, Artifact], *codes: str) -> None:
    """Read PDFs back: what they say, where they come from, that they are not for filing."""
    for packet in packets_of(facts, *codes):
        made = artifacts[packet.file("pdf")]
        content = made.make(*made.inputs)
        assert len(content) <= MOST[".pdf"], packet.name
        pages = sheets(content)
        law_page = facts.law_pages[packet.place.code].short_url
        for page in pages:
            assert "not for filing" in page, packet.name
            assert f"recordrelief.org/{law_page}" in page, packet.name
        # What stands at the foot of a page may fall into a text that goes on.
        text = letters("".join(re.sub(r"recordrelief\.org/.*", "", page) for page in pages))
        lost = [part for part in told(packet) if letters(part) not in text]
        assert not lost, packet.name


def test_a_pdf_says_what_the_packet_says_and_that_it_is_not_for_filing(
    facts: Facts, artifacts: Mapping[str, Artifact]
) -> None:
    read_back(facts, artifacts, *LOOKED_AT)


@pytest.mark.weekly
def test_every_pdf_says_what_its_packet_says(
    facts: Facts, artifacts: Mapping[str, Artifact]
) -> None:
    read_back(facts, artifacts)


def printed_whole(
    packets: list[Packet],
    word_files: Mapping[str, bytes],
    word_processor: Callable[[Mapping[str, bytes]], dict[str, bytes]],
) -> None:
    """Let a word processor print some packets: every text is there, numbered from one."""
    made = word_processor({packet.name: word_files[packet.file("docx")] for packet in packets})
    for packet in packets:
        # A page number stands at the foot of a page.
        pages = sheets(made[packet.name])
        text = letters("".join(re.sub(r"\s*\d+\s*\Z", "", page) for page in pages))
        lost = [part for part in told(packet) if letters(part) not in text]
        assert not lost, packet.name
        first = next((x for p in packet.papers for x in p.pieces if x.kind == "number"), None)
        assert first is None or letters(f"1. {first.text}") in text, packet.name


def test_a_word_processor_opens_packets_whole(
    facts: Facts,
    word_files: Mapping[str, bytes],
    word_processor: Callable[[Mapping[str, bytes]], dict[str, bytes]],
) -> None:
    printed_whole(packets_of(facts, "US")[:1], word_files, word_processor)


@pytest.mark.weekly
def test_a_word_processor_opens_every_packet_whole(
    facts: Facts,
    word_files: Mapping[str, bytes],
    word_processor: Callable[[Mapping[str, bytes]], dict[str, bytes]],
) -> None:
    printed_whole(packets_of(facts), word_files, word_processor)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<w:ilvl w:val="0"/><w:numId w:val="901"/>', '<w:numId w:val="901"/><w:ilvl w:val="0"/>'),
        ('<w:ilvl w:val="0"/>', '<w:ilvl w:val="first"/>'),
        ("<w:body>", "<w:body><w:r><w:t>No paragraph holds this.</w:t></w:r>"),
    ],
)
def test_the_schema_of_word_is_looked_at(
    right: str,
    wrong: str,
    facts: Facts,
    word_files: Mapping[str, bytes],
    word_schema: Callable[[bytes], list[str]],
) -> None:
    """A part in the wrong order, a wrong number and a text without a paragraph are found."""
    (packet,) = facts.packets["OK"].laws
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_files[packet.file("docx")])) as source,
        zipfile.ZipFile(changed, "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name).decode("utf-8")
            assert name != "word/document.xml" or right in content
            target.writestr(name, content.replace(right, wrong, 1))
    assert word_schema(changed.getvalue())


def test_word_has_nothing_to_mend(
    facts: Facts, word_files: Mapping[str, bytes], word_schema: Callable[[bytes], list[str]]
) -> None:
    found = {p.name: word_schema(word_files[p.file("docx")]) for p in packets_of(facts, *LOOKED_AT)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.weekly
def test_word_has_nothing_to_mend_in_any_packet(
    word_files: Mapping[str, bytes], word_schema: Callable[[bytes], list[str]]
) -> None:
    found = {path: word_schema(content) for path, content in word_files.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_a_hostile_law_breaks_nothing(facts: Facts, packet_words: PacketsFile) -> None:
    place = facts.guides["NY"].place
    law = place.relief[0].model_copy(
        update={"title": STRANGE, "citation": STRANGE, "where": STRANGE, "unconfirmed": []}
    )
    other = law.model_copy(update={"id": "other"})
    changed = place.model_copy(update={"relief": [law, other], "name": "New York"})
    evidence = facts.data.evidence["NY"]
    hostile = Packets(changed, evidence, packet_words, None)
    known = Facts(facts.data, (), None, packet_words)
    known.packets = {"NY": hostile}
    for made in files.artifacts(known, ROOT / "overrides", SITE):
        content = made.make(*made.inputs)
        assert not list(safe_files.problems(PurePosixPath(made.path).name, content))
        if made.path.endswith(".docx") and "draft" in made.path:
            document = Document(io.BytesIO(content))
            assert STRANGE in text_of(document)
            assert document.core_properties.title.startswith("New York: ")
        elif "draft" in made.path:
            assert letters(STRANGE) in letters("".join(sheets(content)))
