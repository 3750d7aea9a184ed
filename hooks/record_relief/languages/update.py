"""Bring a file of translations up to date, and keep what translators wrote.

A text that is new stands without a translation. One that changed has the old translation beside it,
marked fuzzy, with the English it was made for; a text that stands elsewhere word for word has that
translation, fuzzy too. Nobody sees a fuzzy one until a person has looked at it and taken the mark
away. What the site no longer says goes to the end of the file, and comes back if it says it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from . import second_reading
from .catalog import read
from .language import Language
from .message import Message

_WIDTH = 100
# Only texts of templates and code have parts that are filled in by "%".
_FILLED = "interface"


def updated(name: str, old: bytes, texts: Iterable[Message], language: Language) -> bytes:
    """Return the file `name` (such as places/tx) with today's texts; `old` is what it was.

    Nothing is an old file, too: that of a new one.
    """
    catalog = _catalog(language)
    if old:
        catalog = read_po(BytesIO(old), locale=language.locale)
    today = _catalog(language)
    for text in texts:
        today.add(
            (text.text, text.plural) if text.plural else text.text,
            context=text.context or None,
            locations=[(text.where, 0)] if text.where else [],
            auto_comments=text.notes,
        )
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()
    catalog.update(today, update_header_comment=False)
    return _written(name, catalog, language)


def offered(content: bytes, known: Mapping[str, str], name: str, language: Language) -> bytes:
    """Return a file in which a text without a translation has that of the same words elsewhere."""
    catalog = read_po(BytesIO(content), locale=language.locale)
    for message in catalog:
        if isinstance(message.id, str) and not message.string and message.id in known:
            message.string = known[message.id]
            message.flags.add("fuzzy")
    return _written(name, catalog, language)


def read_again(name: str, content: bytes, language: Language) -> bytes:
    """Return a file in which a second person has read every translation."""
    catalog = read_po(BytesIO(content), locale=language.locale)
    second_reading.mark(catalog)
    return _written(name, catalog, language)


def known(paths: Iterable[Path]) -> dict[str, str]:
    """Return the translations of several files by their English, without those that are fuzzy."""
    found: dict[str, str] = {}
    for path in paths:
        for message in read(path):
            text, given = message.id, message.string
            if isinstance(text, str) and isinstance(given, str) and text and given:
                found |= {} if message.fuzzy else {text: given}
    return found


def _catalog(language: Language) -> Catalog:
    return Catalog(locale=language.locale, charset="utf-8", fuzzy=False)


def _written(name: str, catalog: Catalog, language: Language) -> bytes:
    for message in (*catalog, *catalog.obsolete.values()):
        if name != _FILLED:
            message.flags.discard("python-format")
    body = BytesIO()
    write_po(body, catalog, _WIDTH, omit_header=True, include_previous=True, include_lineno=False)
    return _head(name, catalog, language).encode() + body.getvalue()


def _head(name: str, catalog: Catalog, language: Language) -> str:
    """Return the head of a file: nothing in it changes by itself, such as a day."""
    lines = (
        f"Language: {language.locale}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: nplurals={catalog.num_plurals}; plural={catalog.plural_expr};",
    )
    head = "".join(f'"{line}\\n"\n' for line in lines)
    title = f"# Record Relief: {name}. CONTRIBUTING.md says how to translate."
    return f'{title}\nmsgid ""\nmsgstr ""\n{head}\n'
