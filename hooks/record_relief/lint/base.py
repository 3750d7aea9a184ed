"""What every rule is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ..source.evidence import Data, Evidence, Ground, LawEvidence
from ..source.law import Law
from ..source.problems import Path


@dataclass(frozen=True)
class Finding:
    """One thing a rule found. `path` names an entry by its code or id: ("jurisdictions", "NY").

    ("evidence", "NY", "texts", "T1") stands in the file of evidence of New York.
    """

    path: Path
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True)
class Context:
    """What a rule may look at."""

    data: Data
    raw: Any
    today: date
    raw_evidence: Mapping[str, Any] = field(default_factory=dict)
    """The files of evidence as plain values, by code; None of one that can't be read."""

    def raw_items(self, section: str) -> Iterator[dict[str, Any]]:
        """Yield the entries of a section as plain values, also those the schema refused."""
        items = self.raw.get(section) if isinstance(self.raw, dict) else None
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                yield item

    def raw_ids(self, section: str) -> set[str]:
        """Return the ids of a section, also of entries the schema refused."""
        return {str(item["id"]) for item in self.raw_items(section) if "id" in item}

    def raw_texts(self, code: str) -> set[str]:
        """Return the ids of the texts of a place, also of those the schema refused."""
        found = self.raw_evidence.get(code)
        texts = found.get("texts") if isinstance(found, dict) else None
        return {
            str(text["id"])
            for text in (texts if isinstance(texts, list) else [])
            if isinstance(text, dict) and "id" in text
        }

    def proven(self) -> Iterator[Proven]:
        """Yield each law whose evidence the schema accepted."""
        for place in self.data.jurisdictions:
            evidence = self.data.evidence.get(place.code)
            for index, law in enumerate(place.relief if evidence else ()):
                if evidence and law.id in evidence.laws:
                    yield Proven(place.code, index, law, evidence)


@dataclass(frozen=True)
class Proven:
    """A law beside what it rests on."""

    code: str
    index: int
    law: Law
    evidence: Evidence

    @property
    def entry(self) -> LawEvidence:
        """What was read of the law, and the proof."""
        return self.evidence.laws[self.law.id]

    def proof(self, field: str) -> Sequence[Ground]:
        """Return what a field rests on."""
        return self.entry.proof.get(field, ())

    def fact(self, field: str) -> Path:
        """Return the path of a field of the law, in the facts."""
        return ("jurisdictions", self.code, "relief", self.index, *field.split("."))

    def at(self, *inner: str | int) -> Path:
        """Return a path inside the law's proof, in the evidence."""
        return ("evidence", self.code, "laws", self.law.id, "proof", *inner)

    def counts(self, ground: Ground) -> bool:
        """Return whether an item may carry a value: its text is known, and whole if silent."""
        text = self.evidence.text.get(ground.text)
        if text is None:
            return False
        return not ground.silent or text.whole or self.entry.read == "whole"


Rule = Callable[[Context], Iterator[Finding]]


def value_at(entry: Any, dotted_path: str) -> Any:
    """Return the value at `a.b` inside a model; raises AttributeError if there is no such field."""
    for step in dotted_path.split("."):
        if step not in getattr(type(entry), "model_fields", ()):
            raise AttributeError(step)
        entry = getattr(entry, step)
    return entry
