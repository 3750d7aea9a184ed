"""A place's page of other ways: every general way whole, with the words of the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..source.evidence import NEVER_CONFIRMS, Evidence, ReadText
from ..source.place import Jurisdiction
from ..source.ways import Way, WaysChange
from . import labels as words
from .coming import Coming, of_place
from .evidence import StandingKind, texts_cited
from .guide import Guide
from .labels import N_
from .lawrows import NOTHING_FOUND
from .places import ways_url
from .quoting import NOT_SETTLED, SUMMARY_ONLY, Answer, Part, Quote, Quoting, is_day, kind_of
from .ways import ForKind, Option, State, WaysOf, state_on

_SEEN = N_("These words were read, but they do not settle all of this.")
_NO_LIMIT_FOUND = N_("We found no limit on how often")
_NOT_WHOLE = N_("The list of what is left out was not read in full.")


@dataclass(frozen=True)
class ProvenWay:
    """A way as its page shows it: how it stands on the day, its answers, its waits."""

    way: Way
    anchor: str
    state: State
    answers: tuple[Answer, ...]
    waits: tuple[Option, ...]
    """The wait for each kind of record."""
    coming: tuple[Coming, ...]
    """Its days still ahead."""


class WaysPage:
    """Everything that the page of the other ways of one place shows."""

    def __init__(self, guide: Guide, evidence: Evidence, day: date) -> None:
        self.guide = guide
        self.evidence = evidence
        self.day = day
        self.url = ways_url(guide.place)
        self.short_url = f"{guide.short_url}other-ways/"
        self.slug = f"{guide.slug}-other-ways"

    @property
    def place(self) -> Jurisdiction:
        """The place whose ways stand here."""
        return self.guide.place

    @cached_property
    def kinds(self) -> list[ForKind]:
        """What there is for each kind of record."""
        return WaysOf(self.place, self.day).kinds

    @cached_property
    def coming(self) -> list[Coming]:
        """The days still ahead, of which no way tells."""
        return [entry for entry in self._ahead if not entry.way and entry.kind == "act"]

    @cached_property
    def _ahead(self) -> list[Coming]:
        return [entry for entry in of_place(self.place) if entry.ahead(self.day)]

    @cached_property
    def ways(self) -> list[ProvenWay]:
        """Each way with every answer."""
        return [self._way(way) for way in self.place.ways]

    @cached_property
    def texts(self) -> list[ReadText]:
        """The texts on which the ways rest."""
        used = texts_cited(self.evidence.ways.values())
        return [text for text in self.evidence.texts if text.id in used]

    @property
    def changes(self) -> Sequence[WaysChange]:
        """How the ways changed, the latest first."""
        return sorted(self.place.ways_changes, key=lambda change: change.year, reverse=True)

    def kind_of(self, text: ReadText) -> str:
        """Return the kind of a text in words."""
        return kind_of(text)

    def is_day(self, text: ReadText) -> bool:
        """Return whether a text says how current it is by a year, a month or a day."""
        return is_day(text)

    def _way(self, way: Way) -> ProvenWay:
        state = state_on(way, self.day)
        return ProvenWay(
            way,
            f"way-{way.id}",
            state,
            tuple(WayAnswers(way, state, self.evidence)),
            tuple(Option(way, kind, state) for kind in way.reaches),
            tuple(entry for entry in self._ahead if entry.way == way.id),
        )


class WayAnswers(Quoting):
    """The answers of one way, in the order of the page."""

    def __init__(self, way: Way, state: State, evidence: Evidence) -> None:
        found = evidence.ways.get(way.id)
        super().__init__(evidence, found.proof if found else {}, whole=False)
        self._way = way
        self._state = state

    def __iter__(self) -> Iterator[Answer]:
        way = self._way
        for key, title, parts in (
            ("reaches", N_("Which records"), self._reaches()),
            ("automatic", N_("Does it happen on its own?"), self._asked()),
            ("remedies", N_("What happens to the record"), self._coded("remedies", "remedies")),
            ("wait", N_("How long you wait"), self._told("wait.text", "wait", text=way.wait.text)),
            ("limit", N_("How often"), self._limit()),
            ("decision", N_("Who decides"), self._decision()),
            ("fee", N_("Cost"), self._ruled("fee", way.fee.rule, way.fee.text)),
            ("status", N_("Is it in force?"), self._status()),
            ("needs", N_("What else must be true"), self._told("needs", "needs", text=way.needs)),
            ("excluded", N_("Left out"), self._excluded()),
            ("steps", N_("What to do"), self._told("steps", "steps", items=tuple(way.steps))),
            ("effect", N_("What it does for you"), self._told("effect", "effect", text=way.effect)),
        ):
            self.begin()
            if found := tuple(parts):
                yield Answer(key, title, found)

    def _reaches(self) -> Iterator[Part]:
        """One part for the kinds that are confirmed, one for each that is not."""
        way = self._way
        open_kinds = [kind for kind in way.reaches if f"reaches.{kind}" in way.marks]
        sure = [kind for kind in way.reaches if kind not in open_kinds]
        if sure:
            yield self._value("reaches", words.labels("reaches", sure))
        for kind in open_kinds:
            label = words.label("reaches", kind)
            quotes = () if sure or kind != open_kinds[0] else self.quotes("reaches")
            yield Part((label,), "", (), True, "unconfirmed", self._why(quotes), quotes)

    def _asked(self) -> Iterator[Part]:
        if self._way.asks:
            yield self._value("automatic", [words.label("asks", self._way.asks)])
        else:
            yield from self._coded("automatic", "automatic")

    def _coded(self, path: str, field: str) -> Iterator[Part]:
        found = getattr(self._way, path)
        values = [found] if isinstance(found, str) else found
        yield self._value(path, words.labels(field, values))

    def _ruled(self, path: str, rule: str, text: str) -> Iterator[Part]:
        yield self._value(path, [words.label(f"{path}.rule", rule)])
        yield from self._told(f"{path}.text", "", text=text)

    def _limit(self) -> Iterator[Part]:
        """The limit. Where a text is silent none was found, which is less than none."""
        way = self._way
        grounds = self._proof.get("limit", ())
        if way.limit.rule == "none" and not any(ground.words for ground in grounds):
            yield self._value("limit", [_NO_LIMIT_FOUND])
            yield from self._told("limit.text", "", text=way.limit.text)
        else:
            yield from self._ruled("limit", way.limit.rule, way.limit.text)

    def _decision(self) -> Iterator[Part]:
        way = self._way
        yield self._value("decision", [words.label("way.decision", way.decision)])
        yield from self._told("who", "who", text=way.who)

    def _status(self) -> Iterator[Part]:
        yield self._value("status", [words.label("way.status", self._state.status)])

    def _excluded(self) -> Iterator[Part]:
        way = self._way
        yield from self._told("excluded", "excluded", items=tuple(way.excluded))
        if not way.excluded_known:
            yield Part((), _NOT_WHOLE, (), False, None, "", ())

    def _value(self, path: str, values: Sequence[str]) -> Part:
        quotes = self.quotes(path)
        marked = self._way.is_marked(path)
        why = self._why(quotes) if marked else ""
        kind: StandingKind | None = "unconfirmed" if marked else None
        return Part(tuple(values), "", (), marked, kind, why, quotes)

    def _told(
        self, path: str, proven: str, *, text: str = "", items: tuple[str, ...] = ()
    ) -> Iterator[Part]:
        marked = self._way.is_marked(path)
        quotes = self.quotes(proven) if proven else ()
        if text or items or quotes:
            yield Part((), text, items, marked, None, "", quotes)
        elif marked and proven:
            yield Part((NOTHING_FOUND,), "", (), True, None, "", ())

    def _why(self, quotes: Sequence[Quote]) -> str:
        kinds = {quote.text.kind for quote in quotes if quote.ground.words}
        if kinds - {NEVER_CONFIRMS}:
            return _SEEN
        return SUMMARY_ONLY if kinds else NOT_SETTLED
