"""Hostile texts, and where in the data they can stand.

How many cases run: a small fixed set in `make test`; `make fuzz` sets FUZZ=long and draws new ones.
"""

from __future__ import annotations

import os
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import hypothesis
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints
from record_relief.source.model import StatesFile
from record_relief.source.place import Jurisdiction
from record_relief.source.texts import LONGEST
from record_relief.source.yamlfile import _BAD_CHARACTER

Path = tuple[str | int, ...]

LONG = os.environ.get("FUZZ") == "long"

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "</title></head></style></textarea>",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;&#60;b&#x3e;&amp;amp;",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
)
TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% raw %}{% endraw %}",
    "{# note #}",
    "{{ facts.__class__.__init__.__globals__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%(day)s %s %d %",
    "{0} {name!r}",
    '#include "/etc/passwd" #read("x") $ x $ @cite <label>',
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "![x](//evil.example/x.png)",
    "{: onclick=alert(1) }",
    "# Heading",
    "1. one",
    "- item",
    ": definition",
    "| a | b |",
    "**bold** _em_ `code` ~~~",
    "*[HTML]: x",
    "[a]: javascript:alert(1)",
    "    code",
    "\\*",
    "---",
)
PATHS = ("../../etc/passwd", "..\\..\\x", "/etc/passwd", "a/b", "C:\\x", "con", ".", "%2e%2e%2f")
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1",
    '"=1","',
    ";=1",
    "a,b\n=1",
)
LINES = ("a\r\nBEGIN:VEVENT", "x\nSet-Cookie: a=b", "DTSTART:20200101", "a;b,c:d\\n")
UNSEEN = (
    "a\x00b",
    "\x1b[2J",
    "\u202eabc\u202c",
    "\u2066x",
    "\u200b",
    "\ufeff",
    "\x85",
    "\u2028",
    "\ud7ff\ue000",
)
ODD = (
    "x" * 3000,
    "é" * 200,
    "\u0301" * 50,
    "שלום عربي",
    "日本語",
    "ﷺ㎒ﬃ",
    "🏳️‍🌈".replace("\u200d", ""),
    "\xa0",
    "I\u0307\u017fK",
    "]" * 40,
    "null",
    "~",
    "no",
    "2026-01-01",
)
KNOWN = (*MARKUP, *TEMPLATES, *MARKDOWN, *PATHS, *FORMULAS, *LINES, *UNSEEN, *ODD)
ALARMING = st.sampled_from("<>&\"'`{}%#$=+-@/\\|;:,.()[]*_~^!? \nabcZ09é")


class Payload(str):
    """A text that a report shows in short."""

    __slots__ = ()

    def __repr__(self) -> str:
        shown = ascii(str(self[:200]))
        return shown if len(self) <= 200 else f"{shown} and {len(self) - 200} more"


def texts() -> st.SearchStrategy[str]:
    """Anything: known attacks, two of them in a row, random characters, far too much of it."""
    known = st.sampled_from(KNOWN)
    return st.one_of(
        known,
        st.tuples(known, known).map("".join),
        st.text(ALARMING, min_size=1, max_size=60),
        st.text(min_size=1, max_size=40),
        known.map(lambda text: (text * (100_000 // len(text) + 1))[:100_000]),
    ).map(Payload)


def readable_part(text: str) -> str:
    """Return what is left of a text without what the loader refuses."""
    return Payload(_BAD_CHARACTER.sub("", text.replace("\t", " "))[: LONGEST - 100])


def readable() -> st.SearchStrategy[str]:
    """What the loader lets through: no unseen character, not too long, and not blank."""
    return texts().map(readable_part).filter(lambda text: bool(text.strip()))


def settings(fixed: int, long: int, *, fit: bool = True) -> hypothesis.settings:
    """Return how a test runs: `fixed` cases that are always the same, or `long` new ones."""
    return hypothesis.settings(
        max_examples=long if LONG and fit else fixed,
        derandomize=not LONG,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        suppress_health_check=list(hypothesis.HealthCheck),
    )


# Texts with a meaning to programs: paths of fields, and words looked for in other texts.
_CODED = {"unconfirmed", "field", "forms"}


@cache
def _hints(kind: type[BaseModel]) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


def text_paths(model: BaseModel, base: Path = ()) -> Iterator[Path]:
    """Yield the path of every free text in a model; `notes` are not shown."""
    for name, hint in _hints(type(model)).items():
        if name not in type(model).model_fields or name in _CODED:
            continue
        value = getattr(model, name)
        for path, item in _items(value, (*base, name)):
            if isinstance(item, BaseModel):
                yield from text_paths(item, path)
            elif isinstance(item, str) and item and _is_text(hint):
                yield path


def shown_paths(data: StatesFile, *codes: str) -> list[Path]:
    """Return the paths of the texts of some places and of what all share."""
    return [
        path
        for path in text_paths(data)
        if path[0] != "jurisdictions" or _place(data, path).code in codes
    ]


def put(raw: Any, path: Path, value: Any) -> None:
    """Set the value at a path of plain values."""
    for step in path[:-1]:
        raw = raw[step]
    raw[path[-1]] = value


def at(raw: Any, path: Path) -> Any:
    """Return the value at a path of plain values."""
    for step in path:
        raw = raw[step]
    return raw


def _place(data: StatesFile, path: Path) -> Jurisdiction:
    return data.jurisdictions[int(path[1])]


def _items(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (*path, index), item
    else:
        yield path, value


def _is_text(hint: Any) -> bool:
    if any(
        isinstance(found, StringConstraints) and found.max_length == LONGEST
        for found in getattr(hint, "__metadata__", ())
    ):
        return True
    return any(_is_text(inner) for inner in typing.get_args(hint))
