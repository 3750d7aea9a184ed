"""A place's rules for background checks, and its Medicaid exclusion list.

What each coded value rests on stands in `data/evidence/`; the law of its cities and counties, and
what a law asks of a check step by step, in `local_law` and `fair_duties`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from .fair_duties import DaySpan, Exemption, Factors, Notice, Refusal
from .local_law import LocalLaw
from .rule_change import Changing
from .texts import (
    NOTE_ON_CITATION,
    Cited,
    Id,
    Internal,
    MaybeOriginal,
    News,
    Notes,
    Original,
    Sources,
    Strict,
    Text,
    Url,
    Year,
    with_note,
)
from .values import (
    AskRule,
    ChangeKind,
    Checker,
    ClearedRule,
    Covers,
    Exists,
    HiringRule,
    HousingRule,
)

_RENTING = (
    "The same for renting alone, where `text` speaks of work; null where `text` holds as it is."
)

_RENTING_LAW = (
    "The law that `renting` tells, where that is not the one cited for work, or not all of it; "
    "null where `citation`, `url` and `sources` hold for both."
)


class RentingLaw(Cited):
    """The law that is told for renting alone."""

    citation: MaybeOriginal | None = Field(
        description="How it is cited, or null where no law for renting is known."
    )
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url | None = Field(None, description="The page that was read, or null.")
    sources: Sources


class HiringLaw(Changing, Cited):
    """What a public employer may ask and weigh."""

    rule: HiringRule = Field(description="What the state's law does.")
    ask: AskRule = Field(
        description="When the question about a record may come: application = not on the first "
        "application; interview = not before the interview stage; offer = not before a "
        "conditional offer; other = another point that the text names, or never; none = no "
        "statewide rule on when; unspecified = not read."
    )
    text: Text = Field(description="The rule in words.")
    citation: MaybeOriginal | None = Field(description="How it is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources


class PrivateHiringLaw(HiringLaw):
    """What a private employer may ask and weigh."""

    threshold: Annotated[int, Field(ge=1)] | None = Field(
        description="From how many employees the rule applies; null = no least number is known."
    )
    threshold_for: Covers | None = Field(
        description="What that number is for: ask = only when the question may come; rule = only "
        "how the record is weighed; both. null where there is no number."
    )
    threshold_text: Text | None = Field(description="Who is bound, in words, or null.")
    below: Text | None = Field(
        None, description="What holds for those with fewer, in words; null where nothing is known."
    )


class ClearedRecords(Changing, Cited):
    """May an employer ask about a cleared record; may the person answer as if it never happened."""

    rule: ClearedRule = Field(description="Which of the two holds.")
    text: Text = Field(description="The rule in words.")
    renting: Text | None = Field(None, description=_RENTING)
    citation: MaybeOriginal | None = Field(description="How it is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources
    renting_law: RentingLaw | None = Field(None, description=_RENTING_LAW)


class Lookback(Changing, Cited):
    """How many years back a screening company may report convictions, by state law."""

    years: Annotated[int, Field(ge=0, le=100)] | None = Field(
        description="The limit in years; null where no state limit was found."
    )
    not_for: Text | None = Field(
        None,
        description="The jobs that it leaves out by their pay, in words that follow `not for`; "
        "null where none are known.",
    )
    text: Text = Field(description="The rule in words.")
    renting: Text | None = Field(None, description=_RENTING)
    citation: MaybeOriginal | None = Field(description="How it is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources
    renting_law: RentingLaw | None = Field(None, description=_RENTING_LAW)


class Employment(Strict):
    """Background checks for work."""

    public: HiringLaw = Field(description="Public employers.")
    private: PrivateHiringLaw = Field(description="Private employers.")
    cleared_records: ClearedRecords = Field(description="Cleared records.")
    lookback: Lookback = Field(description="How far back reports go.")


class Housing(Changing, Cited):
    """Background checks by landlords."""

    rule: HousingRule = Field(
        description="What the state's law does. broad, limited = it limits which records may be "
        "asked about or used, or what must come before a no because of one; a duty to give notice, "
        "reasons or copies alone is none."
    )
    ask: AskRule | None = Field(
        None,
        description="When the question may come, as for a city's law; null where what was read "
        "names no point, or only `text` tells.",
    )
    text: Text = Field(description="The rule in words.")
    citation: MaybeOriginal | None = Field(description="How it is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources


class SurvivorsRule(Strict):
    """What the law says, for a check, of a record cleared under the law for survivors."""

    text: Text = Field(description="The rule in words.")
    renting: Text | None = Field(None, description=_RENTING)
    our_reading: bool = Field(
        False,
        description="true = it puts two laws together: no text that was read says it of a record "
        "cleared under the law for survivors.",
    )
    sources: Sources


class RentingComplaint(Strict):
    """Where a person complains about renting, where that is not the same as for work."""

    name: Text | None = Field(
        description="The office or offices, and for what, or null where none was found."
    )
    deadline: Text | None = Field(description="Until when, in words, or null where not known.")


class Complaint(Strict):
    """Where a person complains."""

    name: Text = Field(description="The office or offices that `url` leads to, and for what.")
    also: Text | None = Field(None, description="Other offices, or a court; null = none.")
    url: Url | None = Field(description="Its page, or null.")
    deadline: Text | None = Field(
        description="Until when, in words, or null where not known; where `renting` is given, for "
        "work alone."
    )
    starts: Text | None = Field(
        None,
        description="From when that time runs, in words that follow `from`; null where what was "
        "read does not say.",
    )
    renting: RentingComplaint | None = Field(
        None, description="For renting alone; null where the office and the time are the same."
    )
    sources: Sources

    @property
    def for_renting(self) -> RentingComplaint:
        """The office and the time for renting."""
        return self.renting or RentingComplaint(name=self.name, deadline=self.deadline)

    @property
    def differs(self) -> bool:
        """Whether the time to complain about renting is not that for work."""
        return self.for_renting.deadline != self.deadline

    def deadline_for(self, who: Checker) -> str | None:
        """Return until when one may complain of an employer or a landlord."""
        return self.for_renting.deadline if who == "landlord" else self.deadline

    def coded_paths(self) -> Iterator[str]:
        """Yield the path of each office and time; the same office for renting needs no more."""
        yield "complain.name"
        if self.also:
            yield "complain.also"
        if self.deadline:
            yield "complain.deadline"
        if self.renting and self.renting.name and self.renting.name != self.name:
            yield "complain.renting.name"
        if self.renting and self.renting.deadline:
            yield "complain.renting.deadline"

    def path_for(self, who: Checker) -> str:
        """Return where the office and the time for an employer or a landlord stand."""
        return "complain.renting" if who == "landlord" and self.renting else "complain"


class FairChange(Strict):
    """One step in how these rules changed, or a bill that would change them."""

    year: Year = Field(description="Year of the step.")
    kind: ChangeKind = Field(
        description="law; bill = not shown to be law; failed; ruling = a court's decision."
    )
    act: Original = Field(description="Name of the act, bill or decision.")
    note: Text | None = Field(None, description="What there is to know of it, after its name.")
    what: Text = Field(description="What it changed or would change.")
    who: Checker | None = Field(
        None, description="Whose rules it changed, where it is only one's; null = both."
    )
    effective: date | None = Field(description="The day it took or takes effect, or null.")

    @property
    def named(self) -> str:
        """Its name with what there is to know of it."""
        return with_note(self.act, self.note)


class Unconfirmed(Strict):
    """A field of fair_chance that no text read shows.

    With `about`, one point of a coded value is open, or one question about a part: both are told.
    """

    field: Internal = Field(
        description="Path inside fair_chance; an entry of a list goes by its id, as in "
        "local.chicago.ask."
    )
    about: Text | None = Field(
        description="The open question, or null where the whole field is meant."
    )
    items: list[Annotated[int, Field(ge=1)]] | None = Field(
        None,
        description="Of a list such as `must`: which of its items are meant, counted from 1. null "
        "= all; an empty list = those given stand, and others may be missing.",
    )


class FairChance(Strict):
    """A place's own rules for background checks."""

    checked: date = Field(description="Day of the last check.")
    employment: Employment = Field(description="Background checks for work.")
    housing: Housing = Field(description="Background checks by landlords.")
    survivors: SurvivorsRule | None = Field(
        None, description="A record cleared under the law for survivors; null where none is known."
    )
    factors: list[Factors] = Field([], description="What must be weighed.")
    refusals: list[Refusal] = Field(
        [], description="When a record may be the reason for a no, by law."
    )
    notices: list[Notice] = Field([], description="What a notice must say.")
    times: list[DaySpan] = Field(
        [], description="Only what a source gives in days; where there is none, none is invented."
    )
    exceptions: list[Exemption] = Field([], description="For whom a rule gives way.")
    local: list[LocalLaw] = Field([], description="The laws of cities and counties.")
    complain: Complaint | None = Field(None, description="Where to complain, or null.")
    changes: list[FairChange] = Field([], description="How these rules changed, and bills.")
    unconfirmed: list[Unconfirmed] = Field(description="What no source read shows.")
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    notes: Notes

    def local_law(self, name: str | None) -> LocalLaw | None:
        """Return the law of a city or county by its id; None for the state's, or no such law."""
        return next((law for law in self.local if law.id == name), None)

    def gives_way(self, local: str) -> bool:
        """Return whether a case is known in which a city's or county's law (its id) gives way."""
        return any(case.local == local for case in self.exceptions)

    def is_marked(self, field: str) -> bool:
        """Return whether a field, or a part that holds it, is not confirmed.

        A mark on one point of the very field counts; one question about a part that holds it
        leaves the field as it is.
        """
        steps = field.split(".")
        holders = {".".join(steps[:end]) for end in range(1, len(steps))}
        return any(
            mark.field == field or (mark.field in holders and not mark.about)
            for mark in self.unconfirmed
        )

    def is_item_marked(self, field: str, number: int) -> bool:
        """Return whether an item of a list, counted from 1, is not confirmed."""
        holder = field.rpartition(".")[0]
        own = [mark for mark in self.unconfirmed if mark.field == field]
        return self.is_marked(holder) or any(
            mark.items is None or number in mark.items for mark in own
        )

    def changing(self) -> Iterator[tuple[str, Changing]]:
        """Yield each rule that may change on a day, with its path."""
        yield "employment.public", self.employment.public
        yield "employment.private", self.employment.private
        yield "employment.cleared_records", self.employment.cleared_records
        yield "employment.lookback", self.employment.lookback
        yield "housing", self.housing
        yield from ((f"local.{law.id}", law) for law in self.local)
        yield from ((f"times.{time.id}", time) for time in self.times)

    def cited(self) -> Iterator[Id]:
        """Yield the ids of the sources of the state's rules, of survivors' records and of days.

        Those of all else stand on the pages for employers and landlords alone.
        """
        work = self.employment
        yield from work.public.sources
        yield from work.private.sources
        yield from work.cleared_records.sources
        yield from work.lookback.sources
        yield from self.housing.sources
        yield from self.survivors.sources if self.survivors else ()
        for time in self.times:
            yield from time.sources

    def sources_of(self, path: str) -> list[Id]:
        """Return the sources of the entry that holds a coded value, by the value's path."""
        *steps, _ = path.split(".")
        entry: Any = self
        found: list[Id] = []
        for step in steps:
            if isinstance(entry, list):
                entry = next(item for item in entry if item.id == step)
            else:
                entry = getattr(entry, step)
            found = getattr(entry, "sources", found)  # a part of an entry shares those of the whole
        return found

    def coded_paths(self) -> Iterator[str]:
        """Yield the path of each value that words, silence or a mark must carry."""
        for hiring in ("public", "private"):
            yield f"employment.{hiring}.rule"
            yield f"employment.{hiring}.ask"
        if self.employment.private.threshold is not None:
            yield "employment.private.threshold"
        yield "employment.cleared_records.rule"
        yield "employment.lookback.years"
        yield "housing.rule"
        if self.housing.ask is not None:
            yield "housing.ask"
        for law in self.local:
            yield f"local.{law.id}.rule"
            yield f"local.{law.id}.ask"
            if law.threshold is not None:
                yield f"local.{law.id}.threshold"
            if law.complain:
                yield f"local.{law.id}.complain.name"
            if law.complain and law.complain.deadline:
                yield f"local.{law.id}.complain.deadline"
        yield from (f"factors.{entry.id}.weigh" for entry in self.factors)
        yield from (f"refusals.{entry.id}.text" for entry in self.refusals)
        yield from (f"notices.{entry.id}.must" for entry in self.notices)
        yield from (f"times.{entry.id}.days" for entry in self.times)
        if self.complain:
            yield from self.complain.coded_paths()


class MedicaidReading(Strict):
    """Whether a place keeps its own Medicaid exclusion list, as one reading found it."""

    exists: Exists = Field(description="Whether the place keeps a list of its own.")
    agency: Original | None = Field(description="Who keeps it, or null.")
    url: Url | None = Field(description="The list or the page that leads to it, or null.")
    text: Text = Field(description="What was found, in words.")
    news: list[News] = Field([], description="What is true only until a day.")
    confirmed: bool = Field(description="False = not shown by an official page that was read.")
    sources: Sources


class MedicaidList(MedicaidReading):
    """The reading that wins (the one with the official page), and what the other one said."""

    other_reading: MedicaidReading | None = Field(
        None, description="A reading that differs, or null."
    )
