"""A PDF with its small objects packed together is the same file to who reads it, and smaller."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pytest
from record_relief.files.paper.objects import packed
from record_relief.files.paper.typeset import packed_pdf, page_count, pdf

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: datetime(year: 2026, month: 1, day: 1))
#set text(lang: "en")
= #data.title
#for n in range(40) [
  == Part #n
  #data.text
  - One
  - #link("https://example.org/#fragment")[Another]
]
"""
DATA = json.dumps(
    {"title": "A title", "text": "endobj >> stream xref (trailer) 1 0 obj", "addresses": []}
)


@pytest.fixture(scope="module")
def plain() -> bytes:
    return pdf(SOURCE, DATA, 40, 400)


@pytest.fixture(scope="module")
def small(plain: bytes) -> bytes:
    return packed(plain)


def walked(made: bytes) -> Iterator[tuple[str, Any]]:
    """Yield every value of a PDF with the way to it, and the content of every stream."""
    seen: set[int] = set()

    def walk(at: str, value: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(value, pypdf.generic.IndirectObject):
            if value.idnum in seen:
                return
            seen.add(value.idnum)
            value = value.get_object()
        if isinstance(value, dict):
            for key, one in value.items():
                yield from walk(f"{at}{key}", one)
            if isinstance(value, pypdf.generic.StreamObject):
                yield at, value.get_data()
        elif isinstance(value, list):
            for number, one in enumerate(value):
                yield from walk(f"{at}[{number}]", one)
        else:
            yield at, value

    trailer = pypdf.PdfReader(io.BytesIO(made), strict=True).trailer
    yield from walk("", {name: trailer[name] for name in ("/Root", "/Info", "/ID")})


@pytest.mark.parametrize("tighter", [False, True])
def test_every_value_and_every_stream_is_the_same(plain: bytes, tighter: bool) -> None:
    small = packed(plain, tighter=tighter)
    assert dict(walked(small)) == dict(walked(plain))
    assert len(dict(walked(plain))) > 1000
    assert page_count(small) == page_count(plain) > 1


def test_it_looks_the_same_and_is_smaller(plain: bytes, small: bytes) -> None:
    before, after = (pypdfium2.PdfDocument(made)[0].render().to_numpy() for made in (plain, small))
    assert (before == after).all()
    assert len(small) < len(plain) * 0.7
    assert packed_pdf(SOURCE, DATA, 40, 400) == small


def test_the_limits_hold_for_the_smaller_file(plain: bytes, small: bytes) -> None:
    between = (len(plain) + len(small)) // 2000
    assert packed_pdf(SOURCE, DATA, 40, between)
    with pytest.raises(ValueError, match="“A title” has"):
        pdf(SOURCE, DATA, 40, between)
    with pytest.raises(ValueError, match="at most 1 pages"):
        packed_pdf(SOURCE, DATA, 1, between)


def test_only_a_file_above_its_limit_is_compressed_further() -> None:
    source = SOURCE.replace("range(40)", "range(300)")
    source = source.replace("#data.text", "#lorem(30 + calc.rem(n, 17))")
    whole = pdf(source, DATA, 400, 4000)
    small, smallest = packed(whole), packed(whole, tighter=True)
    limit = len(small) // 1000
    assert len(smallest) <= limit * 1000 < len(small)
    assert packed_pdf(source, DATA, 400, limit) == smallest
    assert packed_pdf(source, DATA, 400, limit + 1) == small


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made[:-20],
        lambda made: made.replace(b"xref\n0 ", b"xref\n1 "),
        lambda made: made.replace(b"\n2 0 obj", b"\n2 1 obj"),
        lambda made: made.replace(b"\n2 0 obj", b"\n3 0 obj"),
    ],
)
def test_refuses_what_is_not_written_as_expected(plain: bytes, spoil: Any) -> None:
    changed = spoil(plain)
    assert changed != plain
    with pytest.raises(ValueError, match=r"PDF|object"):
        packed(changed)
