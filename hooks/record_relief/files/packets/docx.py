"""A packet as a DOCX file: styles, real headings, numbers that stay right when text is moved.

A lawyer files what becomes of it, so neither its text nor its properties say where it comes from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.shared import Inches, Pt, Twips
from docx.styles.style import ParagraphStyle

from ..forms.docx import packed

_FONT = "Times New Roman"
_LOCALE = "en-US"
_WIDTH = Inches(6.5)
# The style of each kind of piece.
_STYLES = {
    "heading": "Heading 2",
    "text": "Normal",
    "lead": "Official Form",
    "note": "Drafting Note",
    "open": "To Look Up",
    "room": "Room for Facts",
    "number": "Numbered Paragraph",
    "sub": "Lettered Paragraph",
    "words": "Words of a Text",
    "tick": "To Tick",
    "bullet": "List Bullet",
    "field": "Line to Fill In",
}
# How far below a numbered paragraph a kind stands.
_LEVEL = {"number": 0, "sub": 1}
_OUTLINE, _TICKS = "90", "91"
_FIRST_NUM = 900
_BOX = "\N{BALLOT BOX}"
# What is an element inside a text.
_SIGN = re.compile("([\t\n])")
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def packet_docx(data: str) -> bytes:
    """Return the DOCX file of a packet; `data` is JSON, see files.py for its parts."""
    packet = json.loads(data)
    grounds = (packet["colours"][role] for role in ("note-ground", "open-ground"))
    document = _empty(*grounds)
    _describe(document, packet)
    numbering = document.part.numbering_part.element
    end = document.element.body.sectPr
    added: list[Any] = []

    def add(element: Any) -> None:
        end.addprevious(element)
        added.append(element)

    try:
        for number, paper in enumerate(packet["papers"]):
            if number:
                add(_paragraph("Heading 1", paper["title"]))
            else:
                add(_paragraph("Title", packet["title"]))
                for line in filter(None, (packet["subtitle"], packet["told"])):
                    add(_paragraph("Subtitle", line))
            numbers = _restarted(_FIRST_NUM + number)
            numbering.append(numbers)
            added.append(numbers)
            for element in _elements(paper["pieces"], _FIRST_NUM + number):
                add(element)
        return packed(document)
    finally:
        for element in added:
            element.getparent().remove(element)


def _describe(document: DocumentType, packet: dict[str, Any]) -> None:
    year, month, day = packet["date"]
    about = document.core_properties
    about.title, about.author, about.last_modified_by = packet["called"][:255], "", ""
    about.language, about.comments, about.keywords = packet.get("locale", _LOCALE), "", ""
    styles = document.styles.element
    (language,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    language.set(qn("w:val"), about.language)
    about.created = about.modified = datetime(year, month, day, tzinfo=UTC)
    about.revision = 1


def _elements(pieces: list[dict[str, Any]], num: int) -> Iterator[Any]:
    for piece in pieces:
        kind = piece["kind"]
        if kind in ("table", "caption"):
            yield _caption(piece["rows"]) if kind == "caption" else _table(piece["rows"])
            yield _paragraph("After Table", "")
        else:
            yield _one(piece, num)


def _one(piece: dict[str, Any], num: int) -> CT_P:
    kind = piece["kind"]
    numbers = ""
    if kind in _LEVEL:
        level = f'<w:ilvl w:val="{_LEVEL[kind]}"/>'
        numbers = f'<w:numPr>{level}<w:numId w:val="{num}"/></w:numPr>'
    end = _run(": \t") if kind == "field" else ""
    return _paragraph(_STYLES[kind], piece["text"], piece["lead"], numbers, end)


def _paragraph(style: str, text: str, lead: str = "", numbers: str = "", end: str = "") -> CT_P:
    """Return a paragraph, written as text: element by element it would take ten times as long."""
    about = f'<w:pPr><w:pStyle w:val="{_id(style)}"/>{numbers}</w:pPr>'
    runs = _run(f"{lead} ", bold=True) * bool(lead) + _run(text) * bool(text) + end
    made: CT_P = parse_xml(f"<w:p {nsdecls('w')}>{about}{runs}</w:p>")
    return made


def _id(style: str) -> str:
    """Return the id that python-docx gives to a style of this name."""
    return style.replace(" ", "")


def _run(text: str, *, bold: bool = False) -> str:
    """Return text as it stands in a paragraph, which may have tabs and line breaks."""
    shown = "".join(_SIGNS.get(part) or _piece(part) for part in _SIGN.split(text) if part)
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' * bold}{shown}</w:r>"


def _piece(text: str) -> str:
    space = ' xml:space="preserve"' if text.strip() != text else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def _grid(rows: list[list[str]], widths: list[int], style: str = "") -> CT_Tbl:
    made: CT_Tbl = CT_Tbl.new_tbl(len(rows), len(widths), Twips(sum(widths)))
    if style:
        made.tblStyle_val = _id(style)
    made.tblPr.autofit = False
    for column, width in zip(made.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Twips(width)
    for row, texts in zip(made.tr_lst, rows, strict=True):
        for cell, text, width in zip(row.tc_lst, texts, widths, strict=True):
            cell.width = Twips(width)
            (empty,) = cell.p_lst
            cell.replace(empty, _paragraph("In a Table", text))
    return made


def _table(rows: list[list[str]]) -> CT_Tbl:
    """Return a table whose head is repeated on each page and whose rows stay whole and grow."""
    columns = len(rows[0])
    total = int(_WIDTH.twips)
    longest = [max(sum(map(len, column)), 1) for column in zip(*rows, strict=True)]
    # A column of long texts gets more room, none less than a word needs.
    least = total // (columns + 2)
    spare = total - least * columns
    widths = [least + spare * length // sum(longest) for length in longest]
    made = _grid(rows, widths, "Table Grid")
    for number, row in enumerate(made.tr_lst):
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
            for cell in row.tc_lst:
                cell.p_lst[0].style = _id("Head of a Table")
        elif not any(rows[number]):
            row.trHeight_val = Pt(25)
            row.trHeight_hRule = WD_ROW_HEIGHT_RULE.AT_LEAST
    return made


def _caption(sides: list[list[str]]) -> CT_Tbl:
    """Return the head of a court paper: the court and the case, beside the number and the title."""
    half = int(_WIDTH.twips) // 2
    made = _grid([["", ""]], [half, half])
    for side, cell, texts in zip(("left", "right"), made.tr_lst[0].tc_lst, sides, strict=True):
        (first,) = cell.p_lst
        cell.remove(first)
        for text in texts:
            cell.append(_paragraph("In a Caption", text))
        if side == "left":
            borders = parse_xml(
                f"<w:tcBorders {nsdecls('w')}>"
                '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
                '<w:right w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
                "</w:tcBorders>"
            )
            cell.get_or_add_tcPr().append(borders)
    return made


def _restarted(num: int) -> Any:
    """Return numbers that begin anew, as each paper's do."""
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for level in (0, 1)
    )
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{_OUTLINE}"/>{starts}'
        "</w:num>"
    )


@cache
def _empty(note: str, open_: str) -> DocumentType:
    """Return the empty document that every packet begins with; `note` and `open_` are grounds.

    To open one anew would take as long as all the rest: who adds to it takes it away again.
    """
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(1)
    _number_pages(page.footer.paragraphs[0]._p)
    _define_numbers(document)
    _define_styles(document, note, open_)
    return document


def _number_pages(paragraph: CT_P) -> None:
    paragraph.style = "Footer"
    field = OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"})
    run = OxmlElement("w:r")
    run.text = "1"
    field.append(run)
    paragraph.append(field)


def _define_numbers(document: DocumentType) -> None:
    numbering = document.part.numbering_part.element
    for definition in (_OUTLINE_LEVELS, _TICK_LEVEL):
        numbering.insert(0, parse_xml(definition))
    for num, kind in ((_FIRST_NUM - 2, _OUTLINE), (_FIRST_NUM - 1, _TICKS)):
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{kind}"/></w:num>'
            )
        )


def _level(level: int, form: str, text: str, style: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


_OUTLINE_LEVELS = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_OUTLINE}">'
    '<w:multiLevelType w:val="multilevel"/>'
    + _level(0, "decimal", "%1.", _id("Numbered Paragraph"), 540, 540)
    + _level(1, "lowerLetter", "(%2)", _id("Lettered Paragraph"), 1080, 540)
    + "</w:abstractNum>"
)
_TICK_LEVEL = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_TICKS}">'
    '<w:multiLevelType w:val="singleLevel"/>'
    + _level(0, "bullet", _BOX, _id("To Tick"), 360, 360)
    + "</w:abstractNum>"
)


def _define_styles(document: DocumentType, note: str, open_: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _in_font(normal, 12)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in (("Title", 20), ("Subtitle", 12), ("Heading 1", 15), ("Heading 2", 12)):
        style = styles[name]
        _in_font(style, size)
        style.font.bold = name != "Subtitle"
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
        _without(style, "w:pBdr", "w:spacing", "w:kern")
        style.paragraph_format.space_before = Pt(14 if name == "Heading 2" else 0)
        style.paragraph_format.space_after = Pt(4 if name == "Subtitle" else 6)
    styles["Heading 1"].paragraph_format.page_break_before = True
    styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["List Bullet"].paragraph_format.space_after = Pt(5)
    styles["Footer"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, level, num in (
        ("Numbered Paragraph", 0, _FIRST_NUM - 2),
        ("Lettered Paragraph", 1, _FIRST_NUM - 2),
        ("To Tick", 0, _FIRST_NUM - 1),
    ):
        style = _added(document, name)
        numbers = style.element.get_or_add_pPr().get_or_add_numPr()
        if level:
            numbers.get_or_add_ilvl().val = level
        numbers.get_or_add_numId().val = num
    styles["To Tick"].paragraph_format.space_after = Pt(5)
    words = _added(document, "Words of a Text", 11.5)
    words.paragraph_format.left_indent = Inches(0.75)
    words.paragraph_format.right_indent = Inches(0.4)
    room = _added(document, "Room for Facts")
    room.paragraph_format.left_indent = Inches(0.375)
    room.paragraph_format.space_after = Pt(14)
    for name, fill in (
        ("Drafting Note", note),
        ("To Look Up", open_),
        ("Official Form", open_),
    ):
        style = _added(document, name, 12 if name == "Official Form" else 10)
        style.paragraph_format.left_indent = Inches(0.1)
        style.paragraph_format.space_after = Pt(5)
        style.paragraph_format.line_spacing = 1.0
        _shade(style, fill)
    fill_in = _added(document, "Line to Fill In")
    fill_in.paragraph_format.space_before = Pt(14)
    fill_in.paragraph_format.tab_stops.add_tab_stop(
        _WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    for name, size, space in (
        ("In a Table", 10, 2),
        ("Head of a Table", 10, 2),
        ("In a Caption", 12, 8),
        ("After Table", 6, 4),
    ):
        style = _added(document, name, size)
        style.paragraph_format.space_after = Pt(space)
        style.paragraph_format.line_spacing = 1.0
    styles["Head of a Table"].font.bold = True


def _added(document: DocumentType, name: str, size: float = 12) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size = Pt(size)
    return style


def _in_font(style: ParagraphStyle, size: float) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    # Text is black where nothing says otherwise, as the headings of python-docx do.
    _without(style, "w:color")
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)


def _without(style: ParagraphStyle, *names: str) -> None:
    for name in names:
        for found in style.element.xpath(f"w:pPr/{name} | w:rPr/{name}"):
            found.getparent().remove(found)


def _shade(style: ParagraphStyle, colour: str) -> None:
    fill = colour.removeprefix("#")
    properties = style.element.get_or_add_pPr()
    made = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    # The schema has an order: shading stands before tabs, spacing and indents.
    later = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
    after = next((child for child in properties if child.tag in map(qn, later)), None)
    properties.append(made) if after is None else after.addprevious(made)
