"""What every rule gets and returns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ..source.coded import LAW_FIELDS, WAY_FIELDS
from ..source.evidence import Data, Evidence, Ground
from ..source.law import Law
from ..source.problems import Path
from ..source.ways import Way


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
        """Yield a section's entries as plain values, even those the schema refused."""
        items = self.raw.get(section) if isinstance(self.raw, dict) else None
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                yield item

    def raw_ids(self, section: str) -> set[str]:
        """Return the ids of a section, even of entries the schema refused."""
        return {str(item["id"]) for item in self.raw_items(section) if "id" in item}

    def raw_texts(self, code: str) -> set[str]:
        """Return the ids of a place's texts, even of those the schema refused."""
        found = self.raw_evidence.get(code)
        texts = found.get("texts") if isinstance(found, dict) else None
        return {
            str(text["id"])
            for text in (texts if isinstance(texts, list) else [])
            if isinstance(text, dict) and "id" in text
        }

    def proven(self) -> Iterator[Proven]:
        """Yield each law and each way whose evidence the schema accepted."""
        for place in self.data.jurisdictions:
            evidence = self.data.evidence.get(place.code)
            if not evidence:
                continue
            for index, law in enumerate(place.relief):
                found = evidence.laws.get(law.id)
                if found:
                    whole = found.read == "whole"
                    yield Proven(place.code, index, law, evidence, found.proof, whole)
            for index, way in enumerate(place.ways):
                if way.id in evidence.ways:
                    yield Proven(place.code, index, way, evidence, evidence.ways[way.id].proof)


@dataclass(frozen=True)
class Proven:
    """A law or a way beside what it rests on."""

    code: str
    index: int
    item: Law | Way
    evidence: Evidence
    grounds: Mapping[str, Sequence[Ground]]
    whole: bool = False
    """Whether the whole law was read, by one text or several together."""

    @property
    def name(self) -> str:
        """What it is, in a message."""
        return "law" if isinstance(self.item, Law) else "way"

    @property
    def fields(self) -> Sequence[str]:
        """The coded fields that need a proof."""
        return [f.path for f in LAW_FIELDS] if isinstance(self.item, Law) else WAY_FIELDS

    def is_marked(self, field: str) -> bool:
        """Return whether a field is unconfirmed, or a part of it where the proof is for all."""
        if isinstance(self.item, Law):
            return self.item.is_marked(field)
        return any(mark.partition(".")[0] == field for mark in self.item.marks)

    def proof(self, field: str) -> Sequence[Ground]:
        """Return what a field rests on."""
        return self.grounds.get(field, ())

    def fact(self, field: str) -> Path:
        """Return the path of a field, in the facts."""
        section = "relief" if isinstance(self.item, Law) else "ways"
        return ("jurisdictions", self.code, section, self.index, *field.split("."))

    def at(self, *inner: str | int) -> Path:
        """Return a path inside the proof, in the evidence."""
        section = "laws" if isinstance(self.item, Law) else "ways"
        return ("evidence", self.code, section, self.item.id, "proof", *inner)

    def counts(self, ground: Ground) -> bool:
        """Return whether an item may carry a value: its text is known, and whole if silent."""
        text = self.evidence.text.get(ground.text)
        if text is None:
            return False
        return not ground.silent or text.whole or self.whole


Rule = Callable[[Context], Iterator[Finding]]


def value_at(entry: Any, dotted_path: str) -> Any:
    """Return the value at `a.b` inside a model; an item of a list goes by its id.

    Raises AttributeError if there is no such field or item.
    """
    for step in dotted_path.split("."):
        if isinstance(entry, list):
            entry = next((item for item in entry if getattr(item, "id", None) == step), None)
            if entry is None:
                raise AttributeError(step)
            continue
        if step not in getattr(type(entry), "model_fields", ()):
            raise AttributeError(step)
        entry = getattr(entry, step)
    return entry
