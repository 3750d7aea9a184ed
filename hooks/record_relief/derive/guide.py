"""A place's guide: the answer first, then the steps, the law and what comes after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import (
    FairChance,
    Jurisdiction,
    Law,
    MedicaidList,
    Myth,
    Organisation,
    Source,
)
from . import labels as words
from .labels import N_
from .places import guide_url, in_sentence
from .questions import Comparison, Row, laws_that_count


@dataclass(frozen=True)
class Value:
    """A coded value in plain words, and whether it is marked as not confirmed."""

    label: str
    unconfirmed: bool = False


@dataclass(frozen=True)
class LawRow:
    """One line of a law: what is asked, the coded values, the explanation."""

    label: str
    anchor: str
    values: tuple[Value, ...]
    text: str = ""
    text_unconfirmed: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class LawView:
    """A law as the guide shows it."""

    law: Law
    anchor: str
    rows: tuple[LawRow, ...]
    sources: tuple[int, ...]

    def unconfirmed(self, field: str) -> bool:
        """Return whether a field of the law is marked as not confirmed."""
        return is_unconfirmed(self.law, field)


@dataclass(frozen=True)
class QuickFact:
    """A line of the answer box: at most a few words each, linking to its detail."""

    label: str
    values: tuple[Value, ...]
    anchor: str


@dataclass(frozen=True)
class NumberedSource:
    """A source with its number on the page."""

    number: int
    source: Source


@dataclass(frozen=True)
class Helper:
    """Somebody who helps, national or local."""

    name: str
    url: str | None
    phone: str | None
    text_line: str | None
    email: str | None
    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class ResolvedMyth:
    """A myth with the answers of one place to the questions it depends on."""

    myth: Myth
    rows: tuple[tuple[Comparison, Row], ...]


_HEADLINES = {
    "full": N_("Yes, for many records."),
    "partial": N_("Yes, for some records."),
    "minors_only": N_("Only for people who were minors."),
    "open": N_("Maybe. One law is open to any adult."),
    "none": N_("We found no law made for this."),
}
_ROWS = (
    (N_("How it must connect to trafficking"), "nexus", ("standard",)),
    (N_("How sure the judge must be"), "proof", ("standard",)),
    (N_("Official papers"), "documentation", ("rule",)),
    (N_("Must the court say yes?"), "decision", ("rule",)),
    (N_("When you may ask"), "timing", ("wait", "deadline", "sentence_complete")),
    (N_("Cost"), "fee", ("rule",)),
    (N_("Hearing"), "hearing", ("rule",)),
    (N_("The prosecutor's part"), "prosecutor", ()),
    (N_("Privacy of what you file"), "confidentiality", ("rule",)),
    (N_("More than one case"), "consolidation", ("rule",)),
)


def is_unconfirmed(law: Law, field: str) -> bool:
    """Return whether `field` (such as "timing.wait"), or all of its part, is marked."""
    head = field.partition(".")[0]
    return field in law.unconfirmed or head in law.unconfirmed


class Guide:
    """Everything the guide of one place shows, in words."""

    def __init__(
        self,
        place: Jurisdiction,
        shared_sources: Mapping[str, Source],
        organisations: Mapping[str, Organisation],
        comparisons: Mapping[str, Comparison],
        myths: Sequence[Myth],
    ) -> None:
        self.place = place
        self.url = guide_url(place)
        self.short_url = f"{place.code.lower()}/"
        self._sources = dict(shared_sources) | {source.id: source for source in place.sources}
        self._organisations = organisations
        self._comparisons = comparisons
        self._myths = myths

    @property
    def name(self) -> str:
        """The place's name as a title."""
        return self.place.name

    @property
    def name_in_sentence(self) -> str:
        """The place's name inside a sentence."""
        return in_sentence(self.place)

    @property
    def headline(self) -> str:
        """The answer in a few words."""
        return _HEADLINES[self.place.coverage]

    @property
    def coverage_label(self) -> str:
        """The coverage in plain words."""
        return words.label("coverage", self.place.coverage)

    @property
    def mark(self) -> tuple[str, str]:
        """The look and letter of the place's coverage."""
        return words.COVERAGE_MARKS[self.place.coverage]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each source on the page, in the order of first citation."""
        place = self.place
        order: dict[str, None] = {}
        for entries in (place.relief, place.other_relief, place.pending, place.history):
            for entry in entries:
                order.update(dict.fromkeys(entry.sources))
        order.update(dict.fromkeys(place.own_record.sources))
        for item in place.help:
            organisation = self._organisations.get(item.organisation or "")
            order.update(dict.fromkeys(organisation.sources if organisation else item.sources))
        fair = place.fair_chance
        if fair:
            employment = fair.employment
            for section in (
                employment.public,
                employment.private,
                employment.cleared_records,
                employment.lookback,
                fair.housing,
            ):
                order.update(dict.fromkeys(section.sources))
        if place.medicaid_list:
            order.update(dict.fromkeys(place.medicaid_list.sources))
            if place.medicaid_list.other_reading:
                order.update(dict.fromkeys(place.medicaid_list.other_reading.sources))
        order.update(dict.fromkeys(place.also_read))
        order.update(dict.fromkeys(fair.also_read if fair else ()))
        return {source: number for number, source in enumerate(order, 1)}

    @property
    def sources(self) -> list[NumberedSource]:
        """Every source of the page, by number."""
        return [NumberedSource(n, self._sources[source]) for source, n in self.numbers.items()]

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the page's numbers of some source ids."""
        return tuple(sorted(self.numbers[source] for source in sources))

    @cached_property
    def quick_facts(self) -> list[QuickFact]:
        """The first lines of the answer box: who, cost, first step, which records and offenses."""
        laws = laws_that_count(self.place)
        if not laws:
            others = N_("Some may fit; see below") if self.place.other_relief else N_("None found")
            return [
                QuickFact(N_("Other ways"), (Value(others),), "other-ways"),
                QuickFact(N_("First step"), (Value(N_("Call free legal help.")),), "help"),
            ]
        return [
            QuickFact(N_("Who"), self._who(laws), "law"),
            QuickFact(N_("Cost"), _merge(laws, "fee.rule", "fee.rule"), "fee"),
            QuickFact(N_("First step"), (Value(laws[0].steps[0]),), "steps"),
            QuickFact(N_("Records"), _merge(laws, "records", "records"), "law"),
            QuickFact(N_("Offenses"), _merge(laws, "offenses.scope", "offenses.scope"), "offenses"),
        ]

    @cached_property
    def more_facts(self) -> list[QuickFact]:
        """The rest of the answer box: the wait, the court, and whether the person may say no."""
        laws = laws_that_count(self.place)
        facts = []
        if laws:
            facts.append(
                QuickFact(N_("Wait"), _merge(laws, "timing.wait", "timing.wait"), "timing")
            )
            facts.append(QuickFact(N_("Where"), _where(laws), "where"))
        if laws or self.place.fair_chance:
            facts.append(QuickFact(N_("Say no later?"), self._may_deny(), "background-checks"))
        return facts

    def _who(self, laws: Sequence[Law]) -> tuple[Value, ...]:
        if all(law.nexus.standard == "not_required" for law in laws):
            who = [Value(N_("Anyone with these convictions; no proof of trafficking needed"))]
        else:
            who = list(_merge(laws, "trafficking", "trafficking"))
            if len(who) > 1 and len({value.unconfirmed for value in who}) == 1:
                who = [Value(N_("Sex and labor trafficking"), who[0].unconfirmed)]
        return (*who, *_merge(laws, "age", "age"))

    def _may_deny(self) -> tuple[Value, ...]:
        fair = self.place.fair_chance
        if not fair:
            return (Value(N_("Not known for this place; ask a lawyer first")),)
        rule = fair.employment.cleared_records.rule
        return (
            Value(
                words.label("cleared.rule", rule),
                self.fair_unconfirmed("employment.cleared_records.rule"),
            ),
        )

    @cached_property
    def laws(self) -> list[LawView]:
        """Each law with its lines."""
        seen: set[str] = set()
        views = []
        for law in self.place.relief:
            rows = tuple(self._law_rows(law, seen))
            views.append(LawView(law, f"law-{law.id}", rows, self.cite(law.sources)))
        return views

    def _law_rows(self, law: Law, seen: set[str]) -> Iterable[LawRow]:
        def anchor(name: str) -> str:
            # The answer box links to the first law's lines; ids must not repeat.
            if name in seen:
                return ""
            seen.add(name)
            return name

        yield LawRow(
            N_("Who it helps"),
            anchor("who"),
            (*_merge([law], "trafficking", "trafficking"), *_merge([law], "age", "age")),
        )
        yield LawRow(N_("What the court can do"), "", _merge([law], "remedies", "remedies"))
        yield LawRow(N_("Which records"), "", _merge([law], "records", "records"))
        yield LawRow(
            N_("Which offenses"),
            anchor("offenses"),
            _merge([law], "offenses.scope", "offenses.scope"),
            law.offenses.covered,
            is_unconfirmed(law, "offenses.covered"),
        )
        if law.offenses.excluded:
            yield LawRow(
                N_("Left out"),
                "",
                (Value("", True),) if is_unconfirmed(law, "offenses.excluded") else (),
                items=tuple(law.offenses.excluded),
            )
        for label, part, coded in _ROWS:
            section = getattr(law, part)
            values = tuple(
                Value(
                    words.label(f"{part}.{name}", getattr(section, name)),
                    is_unconfirmed(law, f"{part}.{name}"),
                )
                for name in coded
            )
            if not values and not section.text:
                continue
            yield LawRow(
                label, anchor(part), values, section.text, is_unconfirmed(law, f"{part}.text")
            )
        yield LawRow(
            N_("Where to ask"),
            anchor("where"),
            (),
            law.where,
            is_unconfirmed(law, "where"),
        )
        yield LawRow(N_("What it does for you"), "", (), law.effect, is_unconfirmed(law, "effect"))

    @cached_property
    def steps(self) -> list[tuple[Law, bool]]:
        """The laws whose steps to show, each with whether the steps are marked as not confirmed."""
        return [(law, is_unconfirmed(law, "steps")) for law in self.place.relief]

    @property
    def fair(self) -> FairChance | None:
        """The place's own rules for background checks."""
        return self.place.fair_chance

    @property
    def medicaid(self) -> MedicaidList | None:
        """The place's own Medicaid exclusion list."""
        return self.place.medicaid_list

    def fair_unconfirmed(self, field: str) -> bool:
        """Return whether a field of fair_chance, or a part that holds it, is marked."""
        fair = self.place.fair_chance
        marks = {mark.field for mark in fair.unconfirmed if not mark.about} if fair else set()
        steps = field.split(".")
        return any(".".join(steps[:end]) in marks for end in range(1, len(steps) + 1))

    def fair_open_points(self, section: str) -> list[str]:
        """Return what else was not confirmed about a section of fair_chance, in words."""
        fair = self.place.fair_chance
        if not fair:
            return []
        points = []
        for mark in fair.unconfirmed:
            inside = mark.field.startswith(f"{section}.")
            if mark.field == section and mark.about:
                points.append(mark.about)
            elif inside and not mark.field.endswith(".rule"):
                points.append(mark.about or mark.field.rpartition(".")[2].replace("_", " "))
        return points

    @cached_property
    def helpers(self) -> list[Helper]:
        """Free legal help, local first."""
        found = []
        for entry in self.place.help:
            if entry.organisation:
                found.append(national(self._organisations[entry.organisation], self.cite))
            else:
                found.append(
                    Helper(
                        entry.name or "",
                        entry.url,
                        entry.phone,
                        None,
                        None,
                        entry.text or "",
                        self.cite(entry.sources),
                    )
                )
        return found

    @cached_property
    def myths(self) -> list[ResolvedMyth]:
        """The myths a survivor meets whose answer this place decides."""
        resolved = []
        for myth in self._myths:
            if "survivor" not in myth.who or not myth.varies_by:
                continue
            rows = tuple(
                (self._comparisons[question], self._comparisons[question].by_code[self.place.code])
                for question in myth.varies_by
                if self._comparisons[question].by_code[self.place.code].details
            )
            if rows:
                resolved.append(ResolvedMyth(myth, rows))
        return resolved


def national(organisation: Organisation, cite: object = None) -> Helper:
    """Return a national organisation as a helper; `cite` numbers its sources, if given."""
    sources = cite(organisation.sources) if callable(cite) else ()
    return Helper(
        organisation.name,
        organisation.url,
        organisation.phone,
        organisation.text_line,
        organisation.email,
        organisation.text,
        sources,
    )


def _merge(laws: Sequence[Law], path: str, label_field: str) -> tuple[Value, ...]:
    """Return the distinct values of several laws in plain words, in the field's own order.

    A value is confirmed if at least one law states it without an unconfirmed mark. "Not stated"
    is left out where another law states something.
    """
    marks: dict[str, bool] = {}
    for law in laws:
        head, _, tail = path.partition(".")
        found = getattr(getattr(law, head), tail) if tail else getattr(law, head)
        for value in [found] if isinstance(found, str) else found:
            marks[value] = marks.get(value, True) and is_unconfirmed(law, path)
    if len(marks) > 1:
        marks.pop("unspecified", None)
    order = [value for value in words.LABELS[label_field] if value in marks]
    return tuple(Value(words.label(label_field, value), marks[value]) for value in order)


def _where(laws: Sequence[Law]) -> tuple[Value, ...]:
    marks: dict[str, bool] = {}
    for law in laws:
        marks[law.where] = marks.get(law.where, True) and is_unconfirmed(law, "where")
    return tuple(Value(where, unconfirmed) for where, unconfirmed in marks.items())
