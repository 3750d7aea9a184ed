"""A language that nobody speaks: English, accented, a third longer, between brackets.

It is what a third language is, a folder with a table and catalogs, so it proves that no more is
needed. And since every text that is translated has its brackets, what is shown outside of brackets
is a text that nobody marked for translation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from record_relief.build.translations import Sections
from record_relief.languages import language, markdown
from record_relief.source.values import CODES
from selectolax.lexbor import LexborHTMLParser, LexborNode

CODE = "xx"
OPEN, CLOSE = "⟦", "⟧"
_LETTERS = str.maketrans("AEIOUaeiouNnCcYy", "ÅÉÎÖÛåéîöûÑñÇçÝý")
_ROOT = Path(__file__).resolve().parents[2]
PAGES, DOCS = _ROOT / "overrides/pages", _ROOT / "docs"
# What stands in every translation as it is: what is filled in, tags, links, marks, phone numbers.
_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|%\(\w+\)s|\{\w+\}|\]\([^)]*\)|&\w+;|\bHELP\b", re.DOTALL
)
# Attributes that are read aloud, shown or put into the page by a script.
_SHOWN = ("title", "alt", "aria-label", "placeholder", "label", "content")
_DATA = re.compile(
    r"data-(two|one|expired|loading|back|says|range|order|until|receipt|skipped|cleared|past|before"
    r"|early|found|open|test|times|bans|none|unread|said|longer)"
)
_NAMES = re.compile(
    r"Record Relief|\bHELP\b|BibTeX|CSL-JSON|CC-BY-4\.0|\b(PDF|SVG|[KM]B)\b|\S+@\S+"
    r"|[\w.-]+\.(org|gov|com|io|net|example)\b(/[\w/-]*)?"
    r"|<\w+>|\{\w+\}"
    # A version of the data: letters in its hash come side by side by chance.
    r"|\b\d{4}-\d\d-\d\d-[0-9a-f]{10}\b"
)
_LETTER = re.compile(r"[^\W\d_]{2}")
# A word without accents: what was put, untranslated, into a text that is translated.
_PLAIN = re.compile(r"(?<!\w)[A-Za-z]*[AEIOUaeiou][A-Za-z]*(?!\w)")


def table() -> dict[str, object]:
    """Return the language's table."""
    return {
        "name": "Ƥšéûðö",
        "locale": "fr",
        # In digits: the locale's own names have no accents.
        "month": f"'{OPEN}'MM.y'{CLOSE}'",
        "day": f"'{OPEN}'d.MM.y'{CLOSE}'",
        "kinds": sorted(path.stem for path in PAGES.glob("*.html") if path.stem != "missing"),
        "pages": [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))],
        "places": {code: {"name": pseudo(f"Place {code}")} for code in CODES},
    }


def pseudo(text: str) -> str:
    """Return a text in the language: what is filled into it and its marks stay."""
    if text.startswith(("<", "{%")):
        return _outside(text, _run)
    return _bracketed(_outside(text, _accented))


def _accented(text: str) -> str:
    return text.translate(_LETTERS)


def _run(text: str) -> str:
    """Return a run of text between two tags."""
    return _bracketed(_accented(text)) if _LETTER.search(text) else text


def _bracketed(text: str) -> str:
    body = text.strip()
    before, _, after = text.partition(body)
    return f"{before}{OPEN}{body} {'~' * (len(body) // 3 or 1)}{CLOSE}{after}"


def _outside(text: str, change: Callable[[str], str]) -> str:
    parts = []
    at = 0
    for kept in _KEPT.finditer(text):
        said = kept[0]
        if said.startswith(("{{", "{%")):
            for text in markdown.said(said):
                said = said.replace(f'"{text}"', f'"{_run(text)}"')
        parts += [change(text[at : kept.start()]), said]
        at = kept.end()
    return "".join([*parts, change(text[at:])])


def write(folder: Path, texts: Sections) -> None:
    """Write the language, with every text translated, into its folder in `folder`."""
    home = folder / CODE
    home.mkdir(parents=True)
    (home / "language.yaml").write_text(yaml.safe_dump(table(), allow_unicode=True), "utf-8")
    spoken = language.load(folder, CODE)
    for name, found in texts.items():
        path = home / f"{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = Catalog(locale=spoken.table.locale)
        for one in found:
            ids = (one.text, one.plural) if one.plural else one.text
            given = (pseudo(one.text), pseudo(one.plural)) if one.plural else pseudo(one.text)
            catalog.add(ids, given, context=one.context or None)
        with path.open("wb") as file:
            write_po(file, catalog, width=0)


def unmarked(html: str, names: Iterable[str] = ()) -> list[str]:
    """Return every text of a page that is not translated and not marked as English.

    It stands outside of brackets, or within them without accents.

    `names` are those that are the same in every language, such as a field's.
    """
    for name in sorted(names, key=len, reverse=True):
        html = html.replace(name, "")
    tree = LexborHTMLParser(html)
    # Code to copy has HTML of its own.
    to_copy = [node.text() for node in tree.css("textarea[readonly]")]
    # The marks of what an answer rests on are those of a language's table, or else English's.
    marks = ".rests, .progress small"
    for node in tree.css(f"script, style, svg, code, textarea[readonly], [lang=en], {marks}"):
        node.decompose()
    root = tree.root
    assert root
    inside = [text for code in to_copy for text in unmarked(code)]
    return [*_texts(root), *_attributes(tree.css("*")), *inside]


def _texts(root: LexborNode) -> Iterator[str]:
    depth = 0
    for node in root.traverse(include_text=True):
        if node.tag != "-text":
            continue
        outside = inside = ""
        for letter in node.text_content or "":
            depth += letter == OPEN
            outside += letter if not depth else ""
            inside += letter if depth else ""
            depth -= letter == CLOSE
        if _LETTER.search(_NAMES.sub("", outside)):
            yield outside.strip()
        plain = [word for word in _PLAIN.findall(_NAMES.sub("", inside)) if len(word) > 2]
        if plain:
            yield f"{' '.join(plain)} in {inside.strip()}"


def _attributes(nodes: Sequence[LexborNode]) -> Iterator[str]:
    for node in nodes:
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        for key, value in node.attributes.items():
            read = key in _SHOWN or _DATA.fullmatch(key)
            # Of what a head says, only the description is read by people.
            said = node.tag != "meta" or name.endswith("description")
            if read and said and value and _LETTER.search(value) and OPEN not in value:
                yield f"{node.tag} {key}: {value}"
