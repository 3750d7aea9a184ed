"""A blank form as a DOCX file: real headings, fields to fill in, the same bytes every time."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

_WIDTH = Inches(7)
_FONT = "Arial"
_SIZES = {"Normal": 11, "Heading 1": 20, "Heading 2": 13, "Heading 3": 11, "List Bullet": 11}
_BOX = "\N{BALLOT BOX}"
# Parts of the template of python-docx that say how it looked and not how the file looks: a second
# set of styles, which Word compares with the first, and a picture of an empty page.
_LEFT_OUT = ("stylesWithEffects", "thumbnail")
# The earliest time that a ZIP file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
# Its own function writes into a ZIP file with the time of day, which would have to be packed again.
_WRITER: Any = PackageWriter


def form_docx(data: str) -> bytes:
    """Return the DOCX file of a form; `data` is JSON, see files.py for its parts."""
    form = json.loads(data)
    document = Document()
    _set_up(document, form)
    _add(document, "Heading 1", form["title"])
    for line in form["intro"]:
        _add(document, "List Bullet", line["say"])
    for section in form["sections"]:
        if section["title"]:
            _add(document, "Heading 2", section["title"])
        for block in section["blocks"]:
            _block(document, block)
    return packed(document)


def _colour(value: str) -> RGBColor:
    return RGBColor.from_string(value.removeprefix("#"))


def _set_up(document: DocumentType, form: dict[str, Any]) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = Inches(0.75)
    page.top_margin = page.bottom_margin = Inches(0.75)
    ink, accent = (_colour(form["colours"][role]) for role in ("ink", "accent"))
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name = _FONT
        style.font.size = Pt(size)
        style.font.color.rgb = accent if name.startswith("Heading") else ink
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    (language,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    language.set(qn("w:val"), form["language"])
    year, month, day = form["date"]
    about = document.core_properties
    about.title, about.author, about.last_modified_by = form["title"], form["author"] or "", ""
    about.language, about.comments, about.keywords = form["language"], "", ""
    about.created = about.modified = datetime(year, month, day, tzinfo=UTC)
    about.revision = 1
    if form["foot"]:
        page.footer.paragraphs[0].add_run(form["foot"]).font.size = Pt(8.5)


def _add(document: DocumentType, style: str, text: str) -> None:
    """Add a paragraph with a style by its id: to look for a name takes a hundred times as long."""
    document.add_paragraph(text)._p.style = style.replace(" ", "")


def _block(document: DocumentType, block: dict[str, Any]) -> None:
    kind = block["type"]
    if kind == "heading":
        _add(document, "Heading 3", block["say"])
    elif kind == "text":
        document.add_paragraph(block["say"])
    elif kind == "tick":
        document.add_paragraph(f"{_BOX} {block['say']}")
    elif kind == "choose":
        _label(document.add_paragraph(), block["say"])
        if block["hint"]:
            document.add_paragraph(block["hint"]["say"])
        for option in block["options"]:
            line = document.add_paragraph(f"{_BOX} {option['say']}")
            line.paragraph_format.left_indent = Inches(0.2)
            line.paragraph_format.space_after = Pt(2)
    elif kind == "table":
        _table(document, block)
    elif block["kind"] == "long":
        label = document.add_paragraph()
        _label(label, block["say"])
        label.paragraph_format.keep_with_next = True
        box = _grid(document, 1, 1)
        box.rows[0].height, box.rows[0].height_rule = Inches(0.7), WD_ROW_HEIGHT_RULE.AT_LEAST
        document.add_paragraph().paragraph_format.space_after = Pt(2)
    else:
        line = document.add_paragraph()
        _label(line, block["say"])
        line.add_run("\t")
        line.paragraph_format.tab_stops.add_tab_stop(
            _WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
        )


def _label(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(f"{text}{'' if text.endswith(('?', ':')) else ':'} ").bold = True


def _grid(document: DocumentType, rows: int, columns: int) -> Table:
    table: Table = document.add_table(rows, columns)
    table._tbl.tblStyle_val = "TableGrid"
    return table


def _table(document: DocumentType, block: dict[str, Any]) -> None:
    table = _grid(document, 1 + len(block["rows"]), len(block["columns"]))
    head = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)
    for cell, text in zip(head.cells, block["columns"], strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row, texts in zip(list(table.rows)[1:], block["rows"], strict=True):
        row.height, row.height_rule = Inches(0.35), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()


class _Undated:
    """Takes the parts of a document into a ZIP file, all of one time."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        """Add a part."""
        entry = zipfile.ZipInfo(pack_uri.membername, _EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._archive.writestr(entry, blob)


def packed(document: DocumentType) -> bytes:
    """Return the file with fixed times, so that the same form is the same bytes."""
    # The schema asks for this number, and the template of python-docx has none.
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    package: Any = document.part.package
    for rels in (document.part.rels, package.rels):
        for name in [one for one, part in rels.items() if part.reltype.endswith(_LEFT_OUT)]:
            del rels[name]
    parts, made = package.parts, io.BytesIO()
    for part in parts:
        part.before_marshal()
    with zipfile.ZipFile(made, "w") as archive:
        target = _Undated(archive)
        _WRITER._write_content_types_stream(target, parts)
        _WRITER._write_pkg_rels(target, package.rels)
        _WRITER._write_parts(target, parts)
    return made.getvalue()
