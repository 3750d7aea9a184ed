"""The files to take away, opened and read: they say what the YAML says, and can be used."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from record_relief.derive.form_content import Content
from record_relief.derive.site import Facts
from record_relief.derive.topics import TOPIC_SITES
from record_relief.files.artifacts import Artifact
from record_relief.files.forms import files
from record_relief.source.forms import Form, said, texts

from tests.paper_text import sheets
from tests.parts_oracle import laws

ROOT = Path(__file__).resolve().parents[3]
SITE = "https://recordrelief.org/"


@pytest.fixture(scope="module")
def artifacts(facts: Facts) -> Mapping[str, Artifact]:
    """Every file by its address."""
    found = list(files.artifacts(facts, ROOT / "overrides", SITE))
    assert len({item.path for item in found}) == len(found)
    return {item.path: item for item in found}


@pytest.fixture(scope="module")
def made(artifacts: Mapping[str, Artifact]) -> Mapping[str, bytes]:
    """Every file, made once."""
    return {path: item.make(*item.inputs) for path, item in artifacts.items()}


def paragraphs(docx: bytes) -> list[str]:
    """Return the text of a DOCX file, paragraph by paragraph; what stands in tables is left out."""
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


def letters(text: str) -> str:
    """Return a text without white space, which a PDF breaks where it likes, and without hyphens."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def _is_barred(form: Form, path: Sequence[str | int]) -> bool:
    """Return whether a text is of a block that stands only where a city bars records."""
    match path:
        case ("sections", int(section), "blocks", int(block), *_):
            return form.sections[section].blocks[block].barred
    return False


def told(form: Form) -> list[str]:
    """Return what a blank form must say: no summary, and how to use it only if it is kept.

    How to tick what the law of a place adds stands on the page alone, like those parts, and so does
    what a form says only where a city bars records: a blank form is for no place. What to do with
    it there stands on the page and in the list by place.
    """
    left_out = ["summary", "more", "barred", "barred_by_hand", *(["intro"] if form.leaves else [])]
    parts = [
        said(words)
        for path, words in texts(form)
        if path[0] not in left_out and not _is_barred(form, path)
        # A letter has the person's title, not that of whoever writes it.
        if path != ("title",) or not form.heading
    ]
    blocks = [block for part in form.sections for block in part.blocks]
    added = {said(block.hint) for block in blocks if block.adds and block.hint}
    return [part.rstrip(":?") for part in parts if part not in added]


def test_every_form_has_both_files_and_every_topic_its_checklist(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    expected = {form.file(ending) for form in facts.forms for ending in ("pdf", "docx")}
    expected |= {topic.checklist for topic in TOPIC_SITES.values()}
    expected |= {
        form.list_file(ending) for form in facts.forms if form.adds for ending in ("pdf", "docx")
    }
    assert set(made) == expected
    assert not any("traffick" in path for path in made)


def test_a_pdf_says_what_the_form_says(facts: Facts, made: Mapping[str, bytes]) -> None:
    for form in facts.forms:
        text = letters("".join(sheets(made[form.file("pdf")])))
        # The footer stands between two pages of one text.
        missing = [part for part in told(form) if letters(part) not in text]
        assert not missing, form.id


def test_a_docx_says_what_the_form_says(facts: Facts, made: Mapping[str, bytes]) -> None:
    for form in facts.forms:
        document = Document(io.BytesIO(made[form.file("docx")]))
        lines = [paragraph.text for paragraph in document.paragraphs]
        lines += [cell.text for table in document.tables for cell in table._cells]
        text = letters("\n".join(lines))
        assert [part for part in told(form) if letters(part) not in text] == [], form.id


def test_a_planner_on_paper_says_whom_a_time_binds_and_what_is_not_confirmed(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    marks = set()
    for form in facts.forms:
        document = Document(io.BytesIO(made[form.file("docx")]))
        cells = {row.cells[0].text for table in document.tables for row in table.rows}
        content = Content(form, facts)
        for item in content.times:
            narrow = content.narrow(item)
            is_open = item.unconfirmed or bool(item.reach and item.is_reach_open)
            assert all(words in narrow for words in (item.reach, item.time.only))
            told = f"{item.name} ({narrow})" if narrow else item.name
            assert (f"{told} (not confirmed)" if is_open else told) in cells
            marks |= {bool(item.time.only), is_open}
    assert marks == {False, True}


def test_the_lists_by_place_name_each_law_and_each_of_its_parts(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    """And the blank forms, which leave the hands of whoever fills them in, name none of them."""
    for form in facts.forms:
        if not form.adds:
            continue
        listed = letters("".join(sheets(made[form.list_file("pdf")]))).lower()
        lines = letters("\n".join(paragraphs(made[form.list_file("docx")]))).lower()
        empty = letters("\n".join(paragraphs(made[form.file("docx")])))
        found = list(laws(form.for_[0], form.adds))
        assert found
        for law in found:
            assert letters(law.citation) not in empty
            # A place is the heading of all its parts, each with its citation below it.
            for text in (*law.citation.split(": "), *law.said, *law.left_out):
                # A page may end within a text: then its footer stands there.
                assert letters(text).lower() in lines, (form.id, text)
                assert letters(text[:20]).lower() in listed, (form.id, text)


def test_the_lists_by_place_say_which_laws_were_not_read(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    """Whoever has no scripts reads it there alone: the law can ask for more."""
    for form in facts.forms:
        laws = facts.may_ask_more(form.for_[0]) if form.adds else []
        unread = [law for _, law in laws if law.city]
        if not unread:
            continue
        lines = paragraphs(made[form.list_file("docx")])
        pages = letters("".join(sheets(made[form.list_file("pdf")]))).lower()
        for law in unread:
            after = lines[lines.index(law.name) + 1]
            assert after.startswith("We did not read the whole text of"), (form.id, law)
            assert law.citation in after
        assert letters(f"the whole text of: {unread[0].citation}"[:40]).lower() in pages


def test_the_lists_by_place_say_to_whom_a_rule_speaks(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    """A form for employers says whom the state's words on cleared records call “you”."""
    for form in facts.forms:
        if not form.adds:
            continue
        lines = paragraphs(made[form.list_file("docx")])
        rules = [n for n, line in enumerate(lines) if "says of cleared records at work:" in line]
        for number in rules:
            assert "“you” is that person" in lines[number], form.id
        of_work = form.for_[0] == "employer" and form.adds != "application"
        assert bool(rules) == of_work, form.id


def test_a_docx_has_real_headings_fields_and_a_language(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    for form in facts.forms:
        document = Document(io.BytesIO(made[form.file("docx")]))
        styles = [p.style.name for p in document.paragraphs if p.style]
        assert styles[0] == "Heading 1", form.id
        assert document.paragraphs[0].text == form.title_on_paper
        heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
        titles = [part.title for part in form.sections if part.title]
        assert heads[: len(titles)] == titles
        lines = sum(
            block.field is not None and block.kind != "long"
            for part in form.sections
            for block in part.blocks
        )
        assert sum(p.text.endswith("\t") for p in document.paragraphs) == lines
        boxes = sum(
            (block.tick is not None) + len(block.options)
            for part in form.sections
            for block in part.blocks
        )
        assert sum(p.text.startswith("\N{BALLOT BOX}") for p in document.paragraphs) == boxes
        assert document.core_properties.language == "en-US"
        assert document.core_properties.title == form.title_on_paper
        (language,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        assert set(language.attrib.values()) >= {"en-US"}


def test_every_table_of_a_docx_repeats_its_headings(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    tables = 0
    for form in facts.forms:
        for table in Document(io.BytesIO(made[form.file("docx")])).tables:
            if len(table.columns) > 1:
                tables += 1
                assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    assert tables


def test_every_pdf_is_tagged_and_has_a_title_and_a_language(made: Mapping[str, bytes]) -> None:
    for path, content in made.items():
        if path.endswith(".pdf"):
            reader = PdfReader(io.BytesIO(content))
            catalog = reader.trailer["/Root"]
            assert catalog["/MarkInfo"]["/Marked"]
            assert catalog["/Lang"] in ("en", "en-US")
            assert "/StructTreeRoot" in catalog
            assert reader.metadata
            assert reader.metadata.title
            assert b"pdfuaid" in content, f"{path} does not claim PDF/UA"
            for page in reader.pages:
                assert page.mediabox.width == 612, "US Letter"


def lists(content: bytes) -> list[list[int]]:
    """Return each list in the tags of a PDF as the sizes of its items: the parts of each item."""
    found: list[list[int]] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        for child in node if isinstance(node, ArrayObject) else ():
            walk(child)
        if not isinstance(node, DictionaryObject):
            return
        kids = node.get("/K", ArrayObject())
        if node.get("/S") == "/L":
            items = [kid.get_object() for kid in kids]
            found.append([len(kid["/K"]) for kid in items if kid.get("/S") == "/LI"])
        walk(kids)

    walk(PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"])
    return found


def test_what_is_to_tick_is_a_list_in_the_tags(facts: Facts, made: Mapping[str, bytes]) -> None:
    """A box, or a box and a number, is the label of its item."""
    for topic in TOPIC_SITES.values():
        steps = facts.topic(topic.topic).practices_for(topic.reader)
        assert lists(made[topic.checklist]) == [[2] * len(steps)], topic.checklist
    for form in facts.forms:
        blocks = [block for part in form.sections for block in part.blocks]
        boxes = sum((block.tick is not None) + len(block.options) for block in blocks)
        tagged = sum(map(len, lists(made[form.file("pdf")])))
        # How to use a form stands only in a file that is kept.
        assert tagged == boxes + (0 if form.leaves else len(form.intro)), form.id


def test_a_checklist_is_one_page_with_a_line_for_every_step(
    facts: Facts, made: Mapping[str, bytes]
) -> None:
    for topic in TOPIC_SITES.values():
        (sheet,) = sheets(made[topic.checklist])
        text = letters(sheet)
        practices = facts.topic(topic.topic).practices_for(topic.reader)
        assert practices
        for practice in practices:
            for part in (practice.title, practice.do, practice.avoid):
                assert letters(part) in text, f"{topic.page}: {part}"


def test_the_same_form_is_the_same_bytes(
    artifacts: Mapping[str, Artifact], made: Mapping[str, bytes]
) -> None:
    for path, artifact in artifacts.items():
        assert artifact.make(*artifact.inputs) == made[path], path
        assert all(isinstance(value, str | int) for value in artifact.inputs)
    for path, content in made.items():
        if path.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_has_nothing_to_mend_in_a_form(
    facts: Facts, made: Mapping[str, bytes], word_schema: Callable[[bytes], list[str]]
) -> None:
    found = {form.id: word_schema(made[form.file("docx")]) for form in facts.forms}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_text_is_never_read_as_markup(facts: Facts) -> None:
    """A bracket, a hash or a dollar in a text stands in the file as it is."""
    strange = "A #strong[text] with $ signs, *stars* and \\ {braces}"
    form = facts.forms[0].model_copy(update={"title": strange})
    changed = Facts(facts.data, [form])
    by_path = {
        item.path: item.make(*item.inputs)
        for item in files.artifacts(changed, ROOT / "overrides", SITE)
        if form.id in item.path
    }
    assert letters(strange) in letters(sheets(by_path[form.file("pdf")])[0])
    assert Document(io.BytesIO(by_path[form.file("docx")])).paragraphs[0].text == strange
