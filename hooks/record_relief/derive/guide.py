"""A place's guide: the answer first, then the steps, the law and what comes after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import get_args

from ..source.cited import Source
from ..source.explainers import Myth, Organisation
from ..source.fair_chance import FairChance, MedicaidList
from ..source.fair_duties import DaySpan, Duty, Notice
from ..source.law import Law
from ..source.local_law import LocalLaw
from ..source.place import Event, Jurisdiction
from ..source.values import NoticeStage
from . import labels as words
from .coming import Coming, ahead
from .labels import N_
from .lawrows import LawRow, Value, coded_values, is_unconfirmed, law_rows, short_rows, when
from .placepage import PlacePage
from .places import guide_url, law_url, ways_url
from .questions import Comparison, Row, main_law
from .questions.base import NO_LAW, NOT_COVERED
from .rules import (
    by_purpose,
    is_open,
    local_laws,
    open_points,
    place_name,
    rules_url,
    times_for,
    with_office,
    without_office,
)
from .ways import ForKind, OtherWay, WaysOf, chief_ways, other_ways


@dataclass(frozen=True)
class LawView:
    """A law with its lines: all of them, and the few that the guide shows."""

    law: Law
    anchor: str
    rows: tuple[LawRow, ...]
    short: tuple[LawRow, ...]
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


NOT_REACHED = N_("We found no phone number and no website. Ask the hotline how to reach them.")


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
    is_national: bool = False

    @property
    def how_to_reach(self) -> str:
        """What to do where no source shows how to reach them; else nothing."""
        return "" if self.phone or self.text_line or self.email or self.url else NOT_REACHED


@dataclass(frozen=True)
class ResolvedMyth:
    """A myth with the answers of one place to the questions it depends on."""

    myth: Myth
    rows: tuple[tuple[Comparison, Row], ...]
    limit: str
    """The limit on reports in words, where a row gives its years: these alone promise too much."""

    @property
    def tells_cleared(self) -> bool:
        """Whether a row is the general rule on cleared records: it may not cover a survivor's."""
        return any(comparison.topic.id == "cleared-records" for comparison, _ in self.rows)


_HEADLINES = {
    "full": N_("Yes, for many records."),
    "partial": N_("Yes, for some records."),
    "minors_only": N_("Only for people who were minors."),
    "open": N_("Maybe. One law is open to any adult."),
    "none": N_("We found no law made for this."),
}


_MOST_OFFICES = 2


class Guide(PlacePage):
    """Everything the guide of one place shows, in words."""

    def __init__(
        self,
        place: Jurisdiction,
        shared_sources: Mapping[str, Source],
        organisations: Mapping[str, Organisation],
        comparisons: Mapping[str, Comparison],
        myths: Sequence[Myth],
        day: date | None = None,
    ) -> None:
        super().__init__(place, shared_sources)
        self.url = guide_url(place)
        self.slug = place.slug
        self.short_url = f"{place.code.lower()}/"
        self.law_url = law_url(place)
        self.ways_url = ways_url(place)
        self.day = day or place.checked
        self.myths_url = f"myths/places/{place.slug}/"
        self._organisations = organisations
        self._comparisons = comparisons
        self._myths = myths

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
        answer = self._comparisons["coverage"].by_code[self.place.code].answer
        return answer.mark, answer.letter

    def _cited(self) -> Iterator[str]:
        place = self.place
        for entries in (place.relief, place.other_relief, place.pending, place.history):
            for entry in entries:
                yield from entry.sources
        yield from place.own_record.sources
        for item in place.help:
            organisation = self._organisations.get(item.organisation or "")
            yield from organisation.sources if organisation else item.sources
        if place.fair_chance:
            yield from place.fair_chance.cited()
        if place.medicaid_list:
            yield from place.medicaid_list.sources
            if place.medicaid_list.other_reading:
                yield from place.medicaid_list.other_reading.sources
        yield from place.also_read

    @cached_property
    def quick_facts(self) -> list[QuickFact]:
        """The first lines of the answer box: who, cost, first step, which records and offenses."""
        law = main_law(self.place)
        if not law:
            others = N_("Some may fit; see below") if self.other_ways else N_("None found")
            return [
                QuickFact(N_("Other ways"), (Value(others),), "other-ways"),
                QuickFact(N_("First step"), (Value(N_("Call free legal help.")),), "help"),
            ]
        deferred = coded_values(law, "deferred") if law.deferred == "yes" else ()
        records = (*coded_values(law, "records"), *deferred)
        return [
            QuickFact(N_("Who"), _who(law), f"law-{law.id}"),
            QuickFact(N_("Cost"), coded_values(law, "fee.rule"), f"law-{law.id}"),
            QuickFact(N_("First step"), (Value(law.steps[0]),), "steps"),
            QuickFact(N_("Records"), records, f"law-{law.id}"),
            QuickFact(N_("Offenses"), coded_values(law, "offenses.scope"), f"law-{law.id}"),
        ]

    @cached_property
    def more_facts(self) -> list[QuickFact]:
        """The rest of the answer box: when and where to ask, and what may be said later."""
        law = main_law(self.place)
        if not law:
            return []
        return [
            QuickFact(N_("When"), when(law), f"law-{law.id}"),
            QuickFact(
                N_("Where"), (Value(law.where, is_unconfirmed(law, "where")),), f"law-{law.id}"
            ),
            QuickFact(
                N_("If you are asked later"),
                (Value(N_("Before you say no, read what this guide says of background checks")),),
                "background-checks",
            ),
        ]

    @cached_property
    def other_ways(self) -> list[OtherWay]:
        """What may help besides the survivors' laws: the general ways, then what is left."""
        return other_ways(self.place)

    @cached_property
    def kinds(self) -> list[ForKind]:
        """What the general ways do for each kind of record."""
        return WaysOf(self.place, self.day).kinds

    @cached_property
    def coming(self) -> list[Coming]:
        """The changes of the general ways with a day still ahead."""
        told_elsewhere = ("law", "rule")
        return [e for e in ahead([self.place], self.day) if e.kind not in told_elsewhere]

    @property
    def fit_url(self) -> str:
        """The address of the page that says what might help here without questions."""
        return f"what-might-help/{self.slug}/"

    @cached_property
    def chief_ways(self) -> list[OtherWay]:
        """Those of the other ways for which a sheet has room."""
        return chief_ways(self.place, self.day)

    @property
    def main(self) -> Law | None:
        """The law that the answer box is about."""
        return main_law(self.place)

    @property
    def further_laws(self) -> int:
        """How many laws there are beside the one that the answer box is about."""
        return max(len(self.place.relief) - 1, 0)

    @cached_property
    def laws(self) -> list[LawView]:
        """Each law with its lines."""
        views = []
        for law in self.place.relief:
            rows = tuple(law_rows(law))
            short = tuple(short_rows(law, _who(law)))
            views.append(LawView(law, f"law-{law.id}", rows, short, self.cite(law.sources)))
        return views

    @property
    def newest(self) -> Event | None:
        """The newest change of the law; of several in a year, the one told last."""
        return max(reversed(self.place.history), key=lambda event: event.sort_year, default=None)

    @cached_property
    def steps(self) -> list[tuple[Law, bool]]:
        """The laws whose steps to show, each with whether the steps are marked as not confirmed."""
        return [(law, is_unconfirmed(law, "steps")) for law in self.place.relief]

    @property
    def fair(self) -> FairChance | None:
        """The place's own rules for background checks."""
        return self.place.fair_chance

    @property
    def spans(self) -> list[tuple[str, list[DaySpan]]]:
        """The spans of days by what they are for, in words: at work first, then at home."""
        return by_purpose([*times_for(self.fair, "employer"), *times_for(self.fair, "landlord")])

    def has_days(self, reader: str) -> bool:
        """Return whether a number of days was found for work (employer) or a home (landlord)."""
        return bool(times_for(self.fair, reader))

    def your_spans(self, reader: str) -> list[tuple[str, list[DaySpan]]]:
        """Return the person's days in a check for work (employer) or for a home (landlord).

        Those for which a decision must wait are theirs, too.
        """
        return by_purpose([t for t in times_for(self.fair, reader) if t.purpose != "reply"])

    @property
    def your_notices(self) -> list[Notice]:
        """What the person must be told: for work, then for a home, in the order of a check."""
        stages = get_args(NoticeStage)
        notices = self.place.fair_chance.notices if self.place.fair_chance else []
        return sorted(
            notices, key=lambda each: (each.who, each.local or "", stages.index(each.stage))
        )

    def their_times(self, reader: str) -> list[DaySpan]:
        """Return the days within which an employer or a landlord must reply to the person."""
        return [time for time in times_for(self.fair, reader) if time.purpose == "reply"]

    @property
    def local(self) -> tuple[list[LocalLaw], list[LocalLaw]]:
        """The laws of cities and counties for employers, and for landlords."""
        if not self.fair:
            return [], []
        return local_laws(self.fair, landlords=False), local_laws(self.fair, landlords=True)

    def place_of(self, entry: Duty) -> str:
        """Return the city or county whose law an entry is, or the place's name."""
        return place_name(self.place, entry)

    @property
    def rules_urls(self) -> tuple[str, str]:
        """The addresses of the place's pages for employers and for landlords."""
        return rules_url("employers", self.place), rules_url("landlords", self.place)

    @property
    def medicaid(self) -> MedicaidList | None:
        """The place's own Medicaid exclusion list."""
        return self.place.medicaid_list

    @property
    def offices(self) -> list[tuple[str, LocalLaw]]:
        """The laws of its cities and counties of which the office for complaints is known."""
        fair = self.place.fair_chance
        return with_office(fair, fair.local) if fair else []

    @property
    def has_many_offices(self) -> bool:
        """Whether they are more than a guide, which comes in one response, has room for."""
        return len(self.offices) > _MOST_OFFICES

    @property
    def without_office(self) -> list[str]:
        """The cities and counties of which no such office is known."""
        return without_office(self.fair, self.fair.local) if self.fair else []

    def fair_unconfirmed(self, field: str) -> bool:
        """Return whether a field of fair_chance, or a part that holds it, is marked."""
        return is_open(self.place.fair_chance, field)

    def fair_open_points(self, section: str) -> list[str]:
        """Return what else was not confirmed about a section of fair_chance, in words."""
        return open_points(self.place.fair_chance, section)

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
            found = [
                (self._comparisons[question], self._comparisons[question].by_code[self.place.code])
                for question in myth.varies_by
            ]
            # That nothing was found is an answer, too.
            rows = tuple(
                (comparison, row)
                for comparison, row in found
                if row.answer.key not in (NO_LAW, NOT_COVERED)
            )
            if rows:
                resolved.append(ResolvedMyth(myth, rows, self._limit_for(myth)))
        return resolved

    def _limit_for(self, myth: Myth) -> str:
        fair = self.place.fair_chance
        if fair is None or "lookback" not in myth.varies_by:
            return ""
        limit = fair.employment.lookback
        return limit.text if limit.years else ""


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
        is_national=True,
    )


def _who(law: Law) -> tuple[Value, ...]:
    if law.nexus.standard == "not_required":
        who: tuple[Value, ...] = (
            Value(N_("Anyone with these convictions; no proof of trafficking needed")),
        )
    elif len(law.trafficking) > 1:
        who = (Value(N_("Sex and labor trafficking"), is_unconfirmed(law, "trafficking")),)
    else:
        who = coded_values(law, "trafficking")
    return (*who, *coded_values(law, "age"))
