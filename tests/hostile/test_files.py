"""Hostile texts in the files beside the pages: feeds, tables, data, calendars, PDFs, forms."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from itertools import chain
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from record_relief.derive.site import Facts
from record_relief.files import outputs
from record_relief.files.artifacts import Artifact
from record_relief.pages.catalogue import pages

from tests.builders import ROOT, data_of, raw_states
from tests.hostile import safe_files
from tests.hostile.payloads import readable, settings
from tests.hostile.test_pages import LAYOUT, SITE_URL, SMALL

PRINTED = set(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x100)])) - {"\xad"}


def artifacts(facts: Facts) -> list[Artifact]:
    """Return every file that is not put together from others: those are looked at by themselves."""
    overrides = ROOT / "overrides"
    made = chain(
        outputs.artifacts(facts, overrides, SITE_URL, pages(facts)),
        outputs.after_pages(overrides, LAYOUT),
    )
    return [artifact for artifact in made if not artifact.parts]


def named(artifact: Artifact) -> str:
    return PurePosixPath(artifact.path).suffix or artifact.path


def test_every_kind_of_file_has_a_check() -> None:
    """A new kind of output must say here what hostile data could do in it."""
    made = {named(artifact) for artifact in artifacts(SMALL.facts(SMALL.marks()))}
    assert made <= safe_files.CHECKS.keys() | safe_files.INERT | {
        "_headers",
        "_redirects",
        "api/v1/SHA256SUMS",
        "api/v2/SHA256SUMS",
    }


def judge(chosen: list[Artifact]) -> list[str]:
    return [
        f"{artifact.path}: {problem}"
        for artifact in chosen
        for problem in safe_files.problems(artifact.path, artifact.make(*artifact.inputs))
    ]


@given(few=st.lists(readable(), min_size=1, max_size=7), turn=st.integers(0, 1_000))
@settings(fixed=10, long=100)
def test_files_carry_hostile_texts_and_nothing_more(few: list[str], turn: int) -> None:
    """Three files of each kind a case, and the path of every file."""
    kinds = defaultdict(list)
    for artifact in artifacts(SMALL.facts(SMALL.spread(few))):
        assert not list(safe_files.path(artifact.path))
        if named(artifact) not in safe_files.SLOW:
            kinds[PurePosixPath(artifact.path).parent, named(artifact)].append(artifact)
    chosen = [files[(turn + more) % len(files)] for files in kinds.values() for more in range(3)]
    assert not judge(list({artifact.path: artifact for artifact in chosen}.values()))


@given(few=st.lists(readable(), min_size=1, max_size=7), turn=st.integers(0, 1_000))
@settings(fixed=2, long=20)
def test_papers_carry_hostile_texts_and_nothing_more(few: list[str], turn: int) -> None:
    """One PDF and form a case, of those in which a hostile text stands.

    The texts are no longer than a sheet has room for, in letters that its typeface has: other ones
    stop a build, with the name of the file.
    """
    few = ["".join(c for c in text[:40] if c in PRINTED).strip() or "x" for text in few]
    first = few[0]
    kinds = defaultdict(list)
    for artifact in artifacts(SMALL.facts(SMALL.spread(few))):
        if named(artifact) in safe_files.SLOW:
            kinds[named(artifact)].append(artifact)
    for files in kinds.values():
        files.sort(key=lambda artifact: first not in repr(artifact.inputs))
    assert not judge([files[turn % min(len(files), 3)] for files in kinds.values()])


def test_plain_data_makes_files_without_fault() -> None:
    facts = Facts(data_of(raw_states()))
    assert not judge([one for one in artifacts(facts) if named(one) not in safe_files.SLOW])


def packed(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, inside in files.items():
            archive.writestr(name.replace("__", "/"), inside)
    return content.getvalue()


def pdf(program: str = "", link: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if program:
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(program),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    if link:
        writer.add_annotation(0, Link(rect=(0, 0, 10, 10), url=link))
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


CALENDAR = b"BEGIN:VCALENDAR\r\nSUMMARY:%s\r\nEND:VCALENDAR\r\n"
RELATIONS = (
    b'<Relationships xmlns="a"><Relationship Type="b/%s" Target="%s" TargetMode="External"/>'
    b"</Relationships>"
)
GOOD = {
    "a/page.html": b'<p title="&lt;b&gt;"><a href="../x/">x</a><a href="https://x.example/">y</a>',
    "map.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><a href="#x">&lt;b&gt;</a></svg>',
    "feed.xml": b'<a><link href="https://x.example/"/><b type="html">&lt;p&gt;x</b></a>',
    "table.csv": b'a,b\r\n\'=1,-3.5\r\n"x\ny",+1\r\n',
    "new.ics": CALENDAR % b"a\\, b\\nDTSTART:1",
    "data.json": b'{"a": "</script>"}',
    "data.jsonl": b'{"a": 1}\n{"a": 2}\n',
    "note.txt": "§ é\n".encode(),
    "x.bib": b"@misc{a,\n  title = {b \\{ c \\& d},\n}\n",
    "paper.pdf": pdf(link="https://x.example/"),
    "all.zip": packed(a__b=b"x"),
    "form.docx": packed(word__a=b"", word__rels=RELATIONS % (b"hyperlink", b"https://x.example/")),
}
BAD = {
    "../up.html": b"",
    "a b.txt": b"",
    "script.html": b"<script>alert(1)</script>",
    "event.html": b"<p onclick=x>",
    "link.html": b"<a href=' javascript:x'>",
    "script.svg": b"<svg><script/></svg>",
    "event.svg": b"<svg onload='x'/>",
    "link.svg": b"<svg><a href='javascript:x'/></svg>",
    "entity.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
    "html.xml": b"<a><content type='html'>&lt;img src=x onerror=y&gt;</content></a>",
    "link.xml": b"<a href='javascript:x'/>",
    "formula.csv": b"a,b\r\n=1+1,x\r\n",
    "command.csv": b"a,b\r\nx,@SUM(A1)\r\n",
    "row.csv": b"a,b\r\nx\r\n",
    "line.ics": CALENDAR % b"a\r\nX",
    "part.ics": CALENDAR % b"a\r\nBEGIN:VALARM\r\nEND:VALARM",
    "end.ics": CALENDAR % b"a\r\nEND:VEVENT",
    "long.ics": CALENDAR % (b"a" * 80),
    "twice.json": b'{"a": 1, "a": 2}',
    "unseen.txt": "a\u202eb".encode(),
    "two.bib": b"@misc{a,\n  title = {b},\n}\n@misc{c,\n}\n",
    "brace.bib": b"@misc{a,\n  title = {b}},\n}\n",
    "command.bib": b"@misc{a,\n  title = {\\input{x}},\n}\n",
    "program.pdf": pdf(program="app.alert(1)"),
    "link.pdf": pdf(link="javascript:x"),
    "path.zip": packed(**{"..__a": b"x"}),
    "inside.zip": packed(a__b=b"", **{"x.html": b"<script>x</script>"}),
    "macro.docx": packed(word__vbaProject=b""),
    "load.docx": packed(
        **{"word__a.rels": RELATIONS % (b"attachedTemplate", b"https://x.example/")}
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_check_accepts_a_good_file(name: str) -> None:
    assert not list(safe_files.problems(name, GOOD[name]))


@pytest.mark.parametrize("name", BAD)
def test_a_check_finds_a_bad_file(name: str) -> None:
    assert list(safe_files.problems(name, BAD[name]))
