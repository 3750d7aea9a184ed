"""What the rules on background checks stand beside: their proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..source.evidence import Evidence, Ground
from ..source.fair_chance import FairChance
from ..source.place import Jurisdiction
from ..source.problems import Path
from .base import Context


@dataclass(frozen=True)
class FairProven:
    """A place's rules for background checks beside what they rest on."""

    place: Jurisdiction
    fair: FairChance
    evidence: Evidence

    def open_values(self) -> Iterator[tuple[str, Sequence[Ground]]]:
        """Yield each coded value that nothing marks, with what it rests on."""
        for path in self.fair.coded_paths():
            if not self.fair.is_marked(path):
                yield path, self.evidence.fair_proof(path)

    def fact(self, path: str) -> Path:
        """Return the path of a value in the facts, with the number of an entry of a list."""
        steps: list[str | int] = []
        entry: object = self.fair
        for step in path.split("."):
            if isinstance(entry, list):
                number = next(n for n, item in enumerate(entry) if item.id == step)
                entry = entry[number]
                steps.append(number)
            else:
                entry = getattr(entry, step)
                steps.append(step)
        return ("jurisdictions", self.place.code, "fair_chance", *steps)

    def at(self, *inner: str | int) -> Path:
        """Return a path inside the proof, in the evidence."""
        return ("evidence", self.place.code, "fair", "proof", *inner)

    def counts(self, ground: Ground) -> bool:
        """Return whether an item may carry a value: words, or the silence of all there is."""
        text = self.evidence.text.get(ground.text)
        if text is None:
            return False
        return not ground.silent or text.whole or text.search == "whole"


def fair_proven(context: Context) -> Iterator[FairProven]:
    """Yield the rules of each place whose rules and evidence the schema accepted."""
    for place in context.data.jurisdictions:
        evidence = context.data.evidence.get(place.code)
        if place.fair_chance and evidence:
            yield FairProven(place, place.fair_chance, evidence)
