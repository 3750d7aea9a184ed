"""What a reader sees names no entry by its id and nothing by the name it has in the data.

Nor does it name the folder in which somebody worked, or the program that fetched a text: a note
says what kind of copy was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from ..source.cited import Source
from ..source.law import Law
from ..source.model import StatesFile
from ..source.problems import Path
from ..source.texts import EDITORS_ONLY
from .base import Context, Finding

# A word to which the text sends the reader, or one put together of several.
_WORD = re.compile(
    r"\b(?:see|sources?) (?P<named>[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*)"
    r"|(?<![/\w])(?P<joined>[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+)"
)
_OWN_FILE = re.compile(r"(?<![\w/])(?:data/)?(?:states|forms|search|evidence/[A-Za-z]{2})\.yaml\b")
_WORKSHOP = re.compile(
    r"(?<![\w/])(?:(?:tmp|src|cache|work|shared|research)/[\w./-]+|general/[A-Z]{2}\.yaml)"
)
_PROGRAM = re.compile(r"(?:OpenAI|ChatGPT|GPT-\d|Perplexity|web retrieval)\b")
# How a passage is called in the files of whoever took it down: oh-nc-3.
_PASSAGE = re.compile(r"[a-z]{2}-[a-z]+-\d+")
_FIELD_OR_VALUE = re.compile(r"[a-z]+(?:_[a-z]+)+")
_SECTIONS = ("organisations", "topics", "facts", "myths", "practices", "sources")


def check(context: Context) -> Iterator[Finding]:
    """Find ids of entries, names of fields, coded values and files of the data in texts."""
    shared = set().union(*(context.raw_ids(section) for section in _SECTIONS))
    for section in StatesFile.model_fields:
        for entry in getattr(context.data, section, ()):
            name = str(getattr(entry, "code", None) or getattr(entry, "id", ""))
            parts = [*getattr(entry, "relief", ()), *getattr(entry, "sources", ())]
            own = {part.id for part in parts if isinstance(part, Law | Source)}
            fair = getattr(entry, "fair_chance", None)
            own |= {law.id for law in fair.local} if fair else set()
            ids = shared | own
            for path, text in texts(entry):
                for word in (*named(text, ids), *_workshop(text)):
                    yield _finding((section, name, *path), word)
    for code, evidence in context.data.evidence.items():
        # Here quoted laws and other people's files have names like fields; our files have not.
        for path, text in texts(evidence):
            for word in _workshop(text):
                yield _finding(("evidence", code, *path), word)
    for proven in context.proven():
        for field, grounds in proven.grounds.items():
            for index, ground in enumerate(grounds):
                if ground.at and _PASSAGE.fullmatch(ground.at):
                    yield _finding(proven.at(field, index, "at"), ground.at)


# What every name of the data has in it, or a text that sends the reader to one.
_SIGNS = ("-", "_", "see ", "source")


def _workshop(text: str) -> list[str]:
    # Millions of letters are looked through at each load: first for what each name has.
    files = _OWN_FILE.findall(text) if ".yaml" in text else []
    folders = _WORKSHOP.findall(text) if "/" in text else []
    return [*files, *folders, *_PROGRAM.findall(text)]


def _finding(path: Path, word: str) -> Finding:
    return Finding(path, f'says "{word}", which no reader knows; write what it is')


def texts(entry: BaseModel) -> Iterator[tuple[Path, str]]:
    """Yield every text of an entry that a page or a file may show, with its path."""
    for name in _shown(type(entry)):
        for path, text in _texts_at((name,), getattr(entry, name)):
            # A mark names a field; what follows the colon is for readers.
            is_mark = path[0] == "unconfirmed" and len(path) == 2
            yield path, text.partition(":")[2] if is_mark else text


@cache
def _shown(model: type[BaseModel]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if field.description != EDITORS_ONLY)


def _texts_at(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, BaseModel):
        yield from ((path + inner, text) for inner, text in texts(value))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts_at((*path, index), item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts_at((*path, key), inner)
    elif isinstance(value, str) and " " in value:  # ids, addresses and coded values have none
        yield path, value


def named(text: str, ids: set[str]) -> Iterator[str]:
    """Yield what a text says of the names in the data: one of `ids`, a field or a coded value.

    An id may be everyday words ("set-aside"): it counts where it has a digit or many words, or
    where the text sends the reader to it.
    """
    if not any(sign in text for sign in _SIGNS):  # as most have none
        return
    for found in _WORD.finditer(text):
        word = found["named"] or found["joined"]
        plain = word.count("-") == 1 and not re.search(r"\d", word)
        is_id = word in ids and (("-" in word and not plain) or bool(found["named"]))
        if is_id or _FIELD_OR_VALUE.fullmatch(word):
            yield word
