"""The registry of coded fields, taken from the model: nobody lists them by hand.

A field of a model is coded when its values are a closed list. What lint asks a proof for, what the
guide and the law page show, what tables and the API list and what tests look for all come from
here, so a new field of the model is everywhere at once, or a test names where it is missing.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from pydantic import BaseModel

from .fields import allowed, fields
from .law import Law
from .ways import Way


@dataclass(frozen=True)
class CodedField:
    """One coded field: its path inside the entry, such as "proof.standard", and its values."""

    path: str
    values: tuple[str, ...]
    several: bool
    """Whether an entry may have more than one of the values."""

    @property
    def group(self) -> str:
        """The part of the entry that holds it; the path itself for one that stands alone."""
        return self.path.partition(".")[0]

    def of(self, entry: BaseModel) -> Sequence[str]:
        """Return the values that an entry has, one or several."""
        found = attrgetter(self.path)(entry)
        return [found] if isinstance(found, str) else found


def coded_fields(model: type[BaseModel]) -> tuple[CodedField, ...]:
    """Return the coded fields of a model and of its parts, in the model's order, not of lists."""
    return tuple(
        CodedField(path, values, typing.get_origin(kind) is list)
        for path, _, kind, _ in fields(model)
        if (values := allowed(kind))
    )


# Who asks for a way rests on the words under `automatic`.
_WITHOUT_PROOF = frozenset(("asks",))
# The coded values of a way that need a proof: `wait` for all kinds of record together.
WAY_FIELDS = tuple(
    dict.fromkeys(f.group for f in coded_fields(Way) if f.path not in _WITHOUT_PROOF)
)
LAW_FIELDS = coded_fields(Law)
LAW_FIELD = {field.path: field for field in LAW_FIELDS}
# Fields of a law that came after the readings: marked and unspecified, nobody has looked for them.
_SINCE_THE_READINGS = frozenset(("deferred",))


def is_not_looked_for(law: Law, path: str) -> bool:
    """Return whether a coded field of a law says nothing because nobody has looked for it yet."""
    return (
        path in _SINCE_THE_READINGS
        and law.is_marked(path)
        and "unspecified" in LAW_FIELD[path].of(law)
    )
