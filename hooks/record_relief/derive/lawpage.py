"""A place's law page: every answer of its laws with the words of the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from ..source.evidence import Amendment, Evidence, ReadOf, ReadText
from ..source.law import Law
from ..source.place import Jurisdiction
from .evidence import Reason, StandingKind, count_in, standing, texts_cited
from .guide import Guide
from .labels import N_, NOT_LOOKED_FOR
from .lawrows import LINES, NOTHING_FOUND, Line, coded_values, is_unconfirmed
from .places import law_url
from .quoting import NOT_SETTLED, SUMMARY_ONLY, Answer, Part, Quote, Quoting, is_day, kind_of

_WHY: Mapping[Reason, str] = {
    "not_looked_for": NOT_LOOKED_FOR,
    "law_not_read": N_("The law itself was not read."),
    "not_in_part_read": N_("The part of the law that was read does not settle this."),
    "later_or_whole_not_read": N_(
        "These words were seen, but a later act or the rest of the law was not read."
    ),
    "summary_only": SUMMARY_ONLY,
}
READ: Mapping[ReadOf, str] = {
    "whole": N_("This law was read in full."),
    "part": N_("This law was read in part."),
    "none": N_("This law was not read. What is said here comes from other texts."),
}


@dataclass(frozen=True)
class ProvenLaw:
    """A law as its page shows it."""

    law: Law
    anchor: str
    read: str
    answers: tuple[Answer, ...]
    more: tuple[Quote, ...]
    sources: tuple[int, ...]

    def unconfirmed(self, field: str) -> bool:
        """Return whether a field of the law is marked as not confirmed."""
        return is_unconfirmed(self.law, field)


class LawPage:
    """Everything the law page of one place shows; its sources have the numbers of the guide's."""

    def __init__(self, guide: Guide, evidence: Evidence) -> None:
        self.guide = guide
        self.evidence = evidence
        self.url = law_url(guide.place)
        self.short_url = f"{guide.short_url}law/"
        self.slug = f"{guide.slug}-law"

    @property
    def place(self) -> Jurisdiction:
        """The place whose laws stand here."""
        return self.guide.place

    @cached_property
    def texts(self) -> Sequence[ReadText]:
        """The texts that were read, but those only for other ways or background checks.

        Of those, one that only who drafts needs for a law stays with its packet.
        """
        found = self.evidence
        acts = {act.text for act in found.amended}
        shown = {ground.text for law in found.laws.values() for ground in law.shown}
        others = texts_cited([*found.ways.values(), found.fair]) - shown - acts
        return [text for text in found.texts if text.id not in others]

    @property
    def whole_count(self) -> int:
        """How many of the texts were read whole."""
        return sum(text.whole for text in self.texts)

    @property
    def counts(self) -> dict[StandingKind, int]:
        """How many coded values rest on words, on silence, on less, on nothing yet."""
        return count_in(self.place, self.evidence)

    @property
    def amendments(self) -> list[Amendment]:
        """The acts since 2023, the latest first."""
        return sorted(self.evidence.amended, key=lambda act: act.year, reverse=True)

    def kind_of(self, text: ReadText) -> str:
        """Return the kind of a text in words."""
        return kind_of(text)

    def is_day(self, text: ReadText) -> bool:
        """Return whether a text says how current it is by a year, a month or a day."""
        return is_day(text)

    @cached_property
    def laws(self) -> list[ProvenLaw]:
        """Each law with every answer."""
        return [self._law(law) for law in self.place.relief]

    def _law(self, law: Law) -> ProvenLaw:
        found = self.evidence.laws.get(law.id)
        answers = Answers(law, self.evidence)
        return ProvenLaw(
            law,
            f"law-{law.id}",
            READ[found.read if found else "none"],
            tuple(answers),
            tuple(answers.left()),
            self.guide.cite(law.sources),
        )


class Answers(Quoting):
    """The answers of one law, in the order of the registry; then what else has proof."""

    def __init__(self, law: Law, evidence: Evidence) -> None:
        found = evidence.laws.get(law.id)
        whole = bool(found and found.read == "whole")
        proof = {
            path: shown
            for path, grounds in (found.proof if found else {}).items()
            if (shown := [ground for ground in grounds if not ground.drafting])
        }
        super().__init__(evidence, proof, whole=whole)
        self._law = law

    def __iter__(self) -> Iterator[Answer]:
        for line in LINES:
            self.begin()
            if parts := tuple(self._parts(line)):
                yield Answer(line.key, line.title, parts, line.term)
        for path, title, items in (
            ("steps", N_("What to do"), tuple(self._law.steps)),
            ("forms", N_("Official forms"), tuple(form.named for form in self._law.forms)),
        ):
            if path in self._proof:
                self.begin()
                part = Part((), "", items, self._is_marked(path), None, "", self.quotes(path))
                yield Answer(path, title, (part,))

    def left(self) -> Iterator[Quote]:
        """Yield the proof of what stands in no answer, such as who made the law and when."""
        shown = {path for line in LINES for path in line.paths} | {"steps", "forms"}
        self.begin()
        for path in self._proof:
            if path not in shown:
                yield from self.quotes(path)

    def _is_marked(self, path: str) -> bool:
        return is_unconfirmed(self._law, path)

    def _parts(self, line: Line) -> Iterator[Part]:
        for path in line.coded:
            yield self._coded(path)
        if line.text:
            text = str(attrgetter(line.text)(self._law))
            yield from self._told(line, line.text, self.quotes(*line.text_paths), text=text)
        if line.items:
            items = tuple(attrgetter(line.items)(self._law))
            yield from self._told(line, line.items, self.quotes(line.items), items=items)

    def _told(
        self,
        line: Line,
        path: str,
        quotes: tuple[Quote, ...],
        *,
        text: str = "",
        items: tuple[str, ...] = (),
    ) -> Iterator[Part]:
        marked = self._is_marked(path)
        if text or items or quotes:
            yield Part((), text, items, marked, None, "", quotes)
        elif marked and not line.coded:
            yield Part((NOTHING_FOUND,), "", (), True, None, "", ())

    def _coded(self, path: str) -> Part:
        found = standing(self._law, self._evidence, path)
        values = tuple(value.label for value in coded_values(self._law, path))
        quotes = self.quotes(path)
        why = _WHY[found.reason] if found.reason else ""
        if found.reason == "later_or_whole_not_read" and not any(q.ground.words for q in quotes):
            why = NOT_SETTLED
        return Part(values, "", (), found.kind == "unconfirmed", found.kind, why, quotes)
