"""Text from the data, safe inside a text that becomes Markdown."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

# What Markdown and its extensions read as marks: anywhere, and at the beginning of a line.
_MARKS = re.compile(r"[\\`*_\[\]{}|~^=]")
_MARKS_FIRST = re.compile(r"([0-9]*)([#+\-:.)!]+)")


def literal(value: Any) -> Any:
    """Return a text as HTML in which Markdown finds no mark; other values as they are."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    text = str(escape(" ".join(re.split(r"\s+", value))))
    text = _MARKS.sub(lambda found: _coded(found[0]), text)
    first = _MARKS_FIRST.match(text)
    if first:
        text = first[1] + _coded(first[2]) + text[first.end() :]
    return Markup(text)


def _coded(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def flat(html: str) -> str:
    """Return HTML without empty lines, at which Markdown would end a raw block."""
    return "\n".join(line for line in html.splitlines() if line.strip())
