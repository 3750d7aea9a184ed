"""What leaves the hands of whoever fills it in says nowhere where it is from.

The data says which forms these are (`use` in `data/forms.yaml`). Read are the blank PDF and Word
files of the built site, with all that stands in them beside the text, and what a browser prints of
the page, with the header and footer that it adds itself.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdf
import pytest
from docx import Document
from playwright.sync_api import Page
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from record_relief.files.paper.neutral import is_neutral
from record_relief.source.forms import Form

from tests.built_site import SHIPPING
from tests.paper_text import sheets

NewPage = Callable[..., Page]
FILL_IN_AND_PRINT = Path(__file__).parent / "firefox/fill_in_and_print.mjs"
# The site's name, and its address, which is the name in one word.
SITE = re.compile(r"record[\W_]*relief", re.IGNORECASE)
# Filled in, it goes to a lawyer.
WORKSHEET = "paper/my-case.pdf"
# Where the pages of each language begin.
HOMES = ["/", *(f"/{code}/" for code in SHIPPING)]


def parts(value: Any, seen: set[int]) -> Iterator[str]:
    """Yield every name and text that an object of a PDF leads to, and what its streams hold."""
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return
        seen.add(value.idnum)
        value = value.get_object()
    if isinstance(value, StreamObject):
        yield value.get_data().decode("latin-1")
    if isinstance(value, DictionaryObject):
        for name, item in value.items():
            yield str(name)
            yield from parts(item, seen)
    elif isinstance(value, ArrayObject):
        for item in value:
            yield from parts(item, seen)
    else:
        yield str(value)


def text_of(content: bytes) -> str:
    """Return what can be read on the pages of a PDF."""
    return "\n".join(sheets(content))


def in_pdf(content: bytes) -> Iterator[str]:
    """Yield all that a PDF holds: its pages, properties, XMP, links and names."""
    yield text_of(content)
    yield from parts(pypdf.PdfReader(io.BytesIO(content)).trailer, set())


def in_docx(content: bytes) -> Iterator[str]:
    """Yield all that a Word file holds: every part with its name, and its text in one piece."""
    document = Document(io.BytesIO(content))
    yield "\n".join(paragraph.text for paragraph in document.paragraphs)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        yield packed.comment.decode("latin-1")
        for entry in packed.infolist():
            yield f"{entry.filename} {entry.comment!r} {entry.extra!r}"
            yield packed.read(entry).decode("latin-1")


def names_the_site(found: Iterable[str]) -> bool:
    return any(SITE.search(part) for part in found)


def blank(site_dir: Path, form: Form) -> dict[str, list[str]]:
    """Return what the two blank files of a form hold, by their ending."""
    readers = {"pdf": in_pdf, "docx": in_docx}
    return {
        ending: list(read((site_dir / form.file(ending)).read_bytes()))
        for ending, read in readers.items()
    }


@pytest.fixture(scope="module")
def leaving(forms: Sequence[Form]) -> list[Form]:
    """The forms that somebody else gets."""
    found = [form for form in forms if form.leaves]
    assert found
    return found


def test_no_file_that_leaves_names_the_site(site_dir: Path, leaving: list[Form]) -> None:
    told = {
        form.file(ending)
        for form in leaving
        for ending, found in blank(site_dir, form).items()
        if names_the_site(found)
    }
    assert told == set()


@pytest.mark.parametrize("home", HOMES)
def test_what_is_kept_says_where_it_is_from(
    site_dir: Path, forms: Sequence[Form], home: str
) -> None:
    """A newer one can be found; and so this shows that the site's name would be noticed."""
    for form in forms:
        if not form.leaves:
            found = blank(site_dir / home.strip("/"), form)
            assert all(map(names_the_site, found.values())), form.id


def test_the_worksheet_does_not_say_where_it_is_from(site_dir: Path) -> None:
    content = (site_dir / WORKSHEET).read_bytes()
    assert not names_the_site(in_pdf(content))
    assert is_neutral(text_of(content))


def test_nothing_that_is_sent_tells_why(site_dir: Path, forms: Sequence[Form]) -> None:
    """Neither on its pages nor in its name; of no form does the name of the file tell it."""
    assert [form.id for form in forms if not is_neutral(form.id)] == []
    sent = [form for form in forms if form.use == "sent"]
    assert sent
    for form in sent:
        for ending, found in blank(site_dir, form).items():
            assert is_neutral(found[0]), form.file(ending)


def test_how_to_use_what_leaves_stands_on_the_page_alone(
    site_dir: Path, new_page: NewPage, leaving: list[Form]
) -> None:
    page = new_page()
    for form in leaving:
        page.goto(f"/{form.url}")
        lines = page.locator(".how li").evaluate_all(
            "all => all.map(li => [...li.childNodes].find(node => node.data).data.trim())"
        )
        assert len(lines) == len(form.intro), form.id
        for ending, found in blank(site_dir, form).items():
            whole = re.sub(r"\s+", "", "".join(found[:1]))
            inside = [line for line in lines if re.sub(r"\s+", "", line) in whole]
            assert inside == [], form.file(ending)


@pytest.mark.parametrize("home", HOMES)
def test_what_chromium_prints_does_not_name_the_site(
    new_page: NewPage, leaving: list[Form], home: str
) -> None:
    """Not even in the header and footer of the browser, which the page can leave out there."""
    page = new_page()
    for form in leaving:
        page.goto(f"{home}{form.url}")
        printed = page.pdf(format="Letter", prefer_css_page_size=True, display_header_footer=True)
        assert not names_the_site(in_pdf(printed)), form.id
        assert urlsplit(page.url).netloc not in text_of(printed), form.id
        assert form.use != "sent" or is_neutral(text_of(printed)), form.id
        # Where a browser can't leave them out, the page says how to.
        if home == "/":
            assert page.get_by_text("switch off “Headers and footers”").is_visible(), form.id


def test_what_firefox_prints_does_not_name_the_site(
    firefox: Callable[..., Any], leaving: list[Form]
) -> None:
    paths = [f"/{form.url}" for form in leaving]
    printed = firefox(FILL_IN_AND_PRINT, paths=paths, texts=["x"], scale=1, scripts=True)
    for form, found in zip(leaving, printed, strict=True):
        content = base64.b64decode(found["pdf"])
        assert not names_the_site(in_pdf(content)), form.id
        assert form.use != "sent" or is_neutral(text_of(content)), form.id
