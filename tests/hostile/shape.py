"""The shape of a page: its elements, attributes and texts, in which hostile data may change only
the texts it stands for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from record_relief.source.addresses import slug
from selectolax.lexbor import LexborHTMLParser

_MARK = re.compile(r"-zq([0-9]+)z|([Zz])q([0-9]+)z")
# Markdown makes the id of a heading from its text.
_HEADING_ID = re.compile(r"h[1-6] [\w-]+")
# The version of the facts that a page cites has a hash of all of them.
_VERSION = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-[0-9a-f]{10}\b")


def mark(number: int) -> str:
    """Return the word that stands for the text of this number."""
    return f"Zq{number}z"


def filled(text: str, texts: Sequence[str]) -> str:
    """Return `text` with each mark replaced by its text, as a page may write it."""

    def fill(found: re.Match[str]) -> str:
        if found[1]:  # in an address
            part = slug(texts[int(found[1])])
            return f"-{part}" if part else ""
        value = texts[int(found[3])]
        return value[0].lower() + value[1:] if found[2] == "z" else value

    return _MARK.sub(fill, text)


def shape(html: str, fill: Callable[[str], str] = str) -> list[Any]:
    """Return the elements with their attributes, and the texts between them, white space squashed.

    `fill` is applied to every text and every value of an attribute.
    """
    found: list[Any] = []
    root = LexborHTMLParser(html).root
    assert root is not None
    for node in root.traverse(include_text=True):
        if node.is_text_node:
            text = str(node.text_content or "")
            parent = node.parent.attributes.get("type") if node.parent else None
            if parent == "application/ld+json":
                found.append(_filled_json(json.loads(text), fill))
            elif text.strip():
                found.append(squash(fill(text)))
        else:
            values = {
                name: squash(fill(value or ""))
                for name, value in sorted(node.attributes.items())
                if not (name == "id" and _HEADING_ID.fullmatch(f"{node.tag} {value}"))
            }
            found.append((node.tag, values))
    return found


def squash(text: str) -> str:
    """Return text with every run of white space as one space, none around it, and no version."""
    return _VERSION.sub(r"\1", " ".join(text.split()))


def _filled_json(value: Any, fill: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled_json(inner, fill) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled_json(inner, fill) for inner in value]
    return squash(fill(value)) if isinstance(value, str) else value
