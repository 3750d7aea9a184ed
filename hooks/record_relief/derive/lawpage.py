"""A place's law page: every answer of its laws with the words of the law it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from ..source.evidence import Amendment, Evidence, Ground, ReadOf, ReadText, TextKind
from ..source.law import Law
from ..source.place import Jurisdiction
from .evidence import Reason, StandingKind, count_in, standing
from .guide import Guide
from .labels import N_
from .lawrows import LINES, NOTHING_FOUND, Line, coded_values, is_unconfirmed
from .places import law_url

TEXT_KINDS: Mapping[TextKind, str] = {
    "statute": N_("statute"),
    "session_law": N_("session law"),
    "regulation": N_("regulation"),
    "court_rule": N_("court rule"),
    "court_form": N_("court form"),
    "opinion": N_("court opinion"),
    "bill": N_("bill"),
    "agency": N_("page of an agency"),
    "agency_form": N_("form of an agency"),
    "court_page": N_("page of a court"),
    "summary": N_("summary by others"),
}
# What stands before words that are not the law's own.
_WEAKER: Mapping[TextKind, str] = {
    "opinion": N_("In the words of a court's opinion, not of the law:"),
    "bill": N_("In the words of a bill, not of the law:"),
    "agency": N_("In the words of an agency, not of the law:"),
    "agency_form": N_("In the words of an agency's form, not of the law:"),
    "court_page": N_("In the words of a court's page, not of the law:"),
    "summary": N_("In the words of a summary, not of the law:"),
}
_SILENT_WHOLE = N_("The whole text was read and does not speak of this.")
_SILENT_TOGETHER = N_(
    "The law was read whole, in several texts together, and does not speak of this."
)
_SILENT_PART = N_("The part of this text that was read does not speak of this.")
_WHY: Mapping[Reason, str] = {
    "law_not_read": N_("The law itself was not read."),
    "not_in_part_read": N_("The part of the law that was read does not settle this."),
    "later_or_whole_not_read": N_(
        "These words were seen, but a later act or the rest of the law was not read."
    ),
    "summary_only": N_("Only a summary was found that tells this."),
}
_NOT_SETTLED = N_("What was read does not settle this.")
_READ: Mapping[ReadOf, str] = {
    "whole": N_("This law was read whole."),
    "part": N_("This law was read in part."),
    "none": N_("This law was not read; what stands here comes from other texts."),
}
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True)
class Quote:
    """One item of proof as the page shows it.

    `lead` says of words that they are not the law's own, or of a text that it is silent; it is
    empty before the law's own words. `named` is whether the title of the text stands here: where
    an answer cites it first.
    """

    ground: Ground
    text: ReadText
    lead: str
    named: bool


@dataclass(frozen=True)
class Part:
    """A part of an answer: coded values or a text, whether it is confirmed, what it rests on.

    `kind` is what a coded value rests on; nothing for a text.
    """

    values: tuple[str, ...]
    text: str
    items: tuple[str, ...]
    unconfirmed: bool
    kind: StandingKind | None
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Answer:
    """A question of a law with all parts of its answer; `key` names it in addresses."""

    key: str
    title: str
    parts: tuple[Part, ...]


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

    @property
    def texts(self) -> Sequence[ReadText]:
        """The texts that were read."""
        return self.evidence.texts

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
        return TEXT_KINDS[text.kind]

    def is_day(self, text: ReadText) -> bool:
        """Return whether a text says how current it is by a year, a month or a day."""
        return bool(_DATE.fullmatch(text.current_to or ""))

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
            _READ[found.read if found else "none"],
            tuple(answers),
            tuple(answers.left()),
            self.guide.cite(law.sources),
        )


class Answers:
    """The answers of one law, in the order of the registry; then what else has proof."""

    def __init__(self, law: Law, evidence: Evidence) -> None:
        self._law = law
        self._evidence = evidence
        found = evidence.laws.get(law.id)
        self._proof = dict(found.proof) if found else {}
        self._whole = bool(found and found.read == "whole")
        self._named: set[str] = set()

    def __iter__(self) -> Iterator[Answer]:
        for line in LINES:
            self._named.clear()
            if parts := tuple(self._parts(line)):
                yield Answer(line.key, line.title, parts)
        for path, title, items in (
            ("steps", N_("What to do"), tuple(self._law.steps)),
            ("forms", N_("Official forms"), tuple(form.title for form in self._law.forms)),
        ):
            if path in self._proof:
                self._named.clear()
                part = Part((), "", items, self._is_marked(path), None, "", self.quotes(path))
                yield Answer(path, title, (part,))

    def left(self) -> Iterator[Quote]:
        """Yield the proof of what stands in no answer, such as who made the law and when."""
        shown = {path for line in LINES for path in line.paths} | {"steps", "forms"}
        self._named.clear()
        for path in self._proof:
            if path not in shown:
                yield from self.quotes(path)

    def quotes(self, *paths: str) -> tuple[Quote, ...]:
        """Return what some fields rest on."""
        return tuple(self._quote(ground) for path in paths for ground in self._proof.get(path, ()))

    def _quote(self, ground: Ground) -> Quote:
        text = self._evidence.text[ground.text]
        if ground.words:
            lead = _WEAKER.get(text.kind, "")
        elif text.whole:
            lead = _SILENT_WHOLE
        else:
            lead = _SILENT_TOGETHER if self._whole else _SILENT_PART
        named = text.id not in self._named
        self._named.add(text.id)
        return Quote(ground, text, lead, named)

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
            why = _NOT_SETTLED
        return Part(values, "", (), found.kind == "unconfirmed", found.kind, why, quotes)
