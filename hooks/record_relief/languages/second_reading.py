"""Who reads a translation against the English, after another wrote it, leaves a mark in the file.

A mark is a comment with a hash of the English and the translation: when either changes, it no
longer counts, and the text is to be read again. No page ships with a text that no second person has
read.
"""

from __future__ import annotations

import hashlib

from babel.messages.catalog import Catalog, Message

_MARK = "Read: "


def is_read(message: Message) -> bool:
    """Return whether a second person has read this translation as it is now."""
    return _mark(message) in message.user_comments


def mark(catalog: Catalog) -> int:
    """Mark every translation that may be shown as read; return how many were not."""
    new = 0
    for message in catalog:
        if message.id and message.string and not message.fuzzy and not is_read(message):
            others = [text for text in message.user_comments if not text.startswith(_MARK)]
            message.user_comments = [*others, _mark(message)]
            new += 1
    return new


def _mark(message: Message) -> str:
    said = repr((message.context, message.id, message.string))
    return _MARK + hashlib.sha256(said.encode()).hexdigest()[:10]
