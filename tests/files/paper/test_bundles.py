"""The worksheet, the print file, the ZIP and the page that offers them."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.site import Facts
from record_relief.files.artifacts import whole
from record_relief.files.paper.bundle import zipped
from record_relief.files.paper.files import artifacts

from tests.built_site import Page, href, slug
from tests.files.paper.conftest import ROOT, SITE, SPEECH, Pdf
from tests.files.paper.test_sheets import TELLING

Open = Callable[[str], Pdf]


def test_the_worksheet(open_pdf: Open, organisations: dict[str, dict[str, Any]]) -> None:
    pdf = open_pdf("my-case.pdf")
    assert len(pdf.reader.pages) == 2
    assert pdf.title == "My case"
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata
    assert not pdf.missing(
        "Date or year",
        "Court",
        "Case number",
        "Charge",
        "What became of it",
        "How to reach me safely",
        "Papers",
        "Questions for the lawyer",
        "Keep this sheet in a safe place",
        organisations["national-hotline"]["phone"],
    )
    pages = " ".join(pdf.sheets)
    assert not TELLING.search(f"{pages} {pdf.metadata} {pdf.bookmarks}")
    assert not re.search(r"what happened|your story|tell us", pages, re.IGNORECASE)


def test_the_print_file_has_every_place(
    open_pdf: Open, published: Path, raw: dict[str, Any], facts: Facts
) -> None:
    pdf = Pdf(published / "all-places.pdf")
    names = [place.name for place in facts.places]
    assert [name for name in pdf.bookmarks if name in names] == names
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata
    contents = " ".join(pdf.sheets[0].split())
    for item in pdf.reader.outline:
        if isinstance(item, list) or item.title not in names:
            continue
        number = pdf.reader.get_destination_page_number(item)
        assert number is not None
        # Each begins on the front of a sheet, and the page of contents says where.
        assert number % 2 == 0
        assert re.search(rf"{re.escape(item.title)} [. ]*{number + 1}\b", contents), item.title
    for place in raw["jurisdictions"]:
        single = open_pdf(f"{slug(place['name'])}-full.pdf")
        assert not pdf.missing(place["summary"], *place["cautions"])
        assert single.text.partition("Page")[0] in pdf.text


def test_the_zip_has_the_files_as_they_are(published: Path) -> None:
    with zipfile.ZipFile(published / "record-relief-sheets.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        members = {name: archive.read(name) for name in names}
        years = {entry.date_time[0] for entry in archive.infolist()}
    assert names == sorted(names)
    assert min(years) > 2000
    readme = members.pop("README.txt").decode("utf-8")
    assert "not legal advice" in readme
    assert not TELLING.search(readme)
    assert not [name for name in names if TELLING.search(name)]
    files = {path.name: path.read_bytes() for path in published.glob("*.pdf")}
    del files["all-places.pdf"]
    assert {name.rpartition("/")[2]: content for name, content in members.items()} == files
    for name in members:
        kind = "my-case" if "/" not in name else "full" if name.endswith("-full.pdf") else "neutral"
        assert name.startswith(kind)


def test_the_same_facts_make_the_same_bytes(folder: Path, facts: Facts) -> None:
    """Another process, another time: a build can be checked by building again."""
    for given in artifacts(facts, ROOT / "overrides", SITE, SPEECH):
        artifact = whole(given, folder.parent)
        made = artifact.make(*artifact.inputs)
        assert made == (folder.parent / artifact.path).read_bytes(), artifact.path


def test_a_zip_that_outgrows_its_page_stops_the_build() -> None:
    with pytest.raises(ValueError, match="1 are meant"):
        zipped(
            {"a": "b"},
            {},
            date(2026, 1, 2),
            1,
            {"a": b"".join(hashlib.sha256(bytes([n])).digest() for n in range(99))},
        )


def kilobytes(text: str) -> float:
    (number, unit) = re.search(r"less than ([\d.]+) ([KM])B", text).groups()  # type: ignore[union-attr]
    return float(number) * (1000 if unit == "M" else 1)


@pytest.mark.parametrize("made", ["folder", "published"])
def test_the_page_offers_every_file_and_its_size(
    made: str, facts: Facts, request: pytest.FixtureRequest
) -> None:
    """No other, and what it says of size and pages is true, and no wild guess."""
    folder: Path = request.getfixturevalue(made)
    page = Page("/paper/", folder / "index.html")
    links = (urljoin(page.path, href(link)) for link in page.main.css("a"))
    offered = {link for link in links if link.startswith("/paper/") and "." in link}
    files = {
        f"/paper/{path.name}": path
        for path in folder.glob("*.*")
        if not path.name.startswith("index.html")
    }
    assert set(files) == offered
    names = {slug(place.name) for place in facts.places}
    sizes = {name: path.stat().st_size / 1000 for name, path in files.items()}
    for told, ending in zip(page.texts(".versions > div"), (".pdf", "-full.pdf"), strict=True):
        largest = max(sizes[f"/paper/{name}{ending}"] for name in names)
        assert largest < kilobytes(told) < 1.6 * largest
    for link in page.main.css("a.button"):
        size = sizes[urljoin(page.path, href(link))]
        assert size < kilobytes(link.text()) < 1.6 * size
    rows = page.all(".sheet-list li")
    assert len(rows) == facts.total
    for row, place in zip(rows, facts.places, strict=True):
        name = slug(place.name)
        links = [urljoin(page.path, href(link)) for link in row.css("a")]
        assert links == [f"/paper/{name}.pdf", f"/paper/{name}-full.pdf"]
        assert place.name in row.text()


def test_guides_offer_both_sheets(site_dir: Path, facts: Facts) -> None:
    for place in facts.places:
        name = slug(place.name)
        page = Page(f"/states/{name}/", site_dir / f"states/{name}/index.html")
        links = [urljoin(page.path, href(link)) for link in page.all(".sheets a")]
        assert links == [f"/paper/{name}.pdf", f"/paper/{name}-full.pdf"]
