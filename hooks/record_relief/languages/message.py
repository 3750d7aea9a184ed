"""One text to translate, as every kind of source gives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """An English text; `context` says which one, where the same words may stand elsewhere.

    `plural` is the English for several. `where` is the file it stands in, `notes` help whoever
    translates it.
    """

    text: str
    context: str = ""
    plural: str = ""
    where: str = ""
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How much there is to translate."""
        return len(self.text.split())
