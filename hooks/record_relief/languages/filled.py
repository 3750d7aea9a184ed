"""A sentence of the code with parts filled in, which another language fills in for itself."""

from __future__ import annotations


class Filled(str):
    """The English of a message with its parts, as any text; `gettext` translates the message.

    The message is marked where it stands (`Filled(N_("{years} years"), years=7)`), the parts are
    numbers or names, which are the same in every language, or such texts themselves.
    """

    __slots__ = ("message", "parts")
    message: str
    parts: dict[str, object]

    def __new__(cls, message: str, **parts: object) -> Filled:
        """Return the English text."""
        text = super().__new__(cls, message.format(**parts))
        text.message, text.parts = message, parts
        return text
