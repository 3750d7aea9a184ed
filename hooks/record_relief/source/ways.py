"""The general ways to clear a record, not made for survivors: what each field means.

The coded values follow the research README of the project. What each rests on stands in
`data/evidence/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .law import Fee
from .rule_change import DatedChange
from .texts import (
    NOTE_ON_CITATION,
    Cited,
    Id,
    Internal,
    MaybeText,
    Original,
    Strict,
    Text,
    Url,
    Year,
    with_note,
)
from .values import (
    Asker,
    Automatic,
    ChangeKind,
    Clock,
    LimitRule,
    Remedy,
    WayDecision,
    WayKind,
    WayStatus,
)

Unit = Literal["days", "months", "years"]
# The research codes days and months as parts of a year: counted with, never shown.
PARTS: Mapping[float, tuple[int, Unit]] = {
    0.05: (20, "days"),
    0.08: (30, "days"),
    0.16: (60, "days"),
    0.17: (61, "days"),
    0.25: (90, "days"),
    0.49: (180, "days"),
    0.5: (6, "months"),
    0.58: (210, "days"),
    1.08: (13, "months"),
    1.5: (18, "months"),
}


def _sayable(value: float) -> float:
    """Return 3.0 as 3, so that the data is published as it was written; refuse 0.3."""
    if value in PARTS:
        return value
    if value != int(value):
        known = ", ".join(f"{part:g}" for part in PARTS)
        raise ValueError(f"has no words; whole years are allowed, or one of {known}")
    return int(value)


# How long is believable for each clock is a lint rule (lint/way_years.py).
Years = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), AfterValidator(_sayable)]


class Wait(Strict):
    """How long a person waits with one kind of record.

    Parts of a year stand for days or months (PARTS): they are counted with, and never shown.
    """

    years: Years | None = Field(
        description="The shortest wait in years; 0 = none. With `from: age` the age to reach. "
        "null = the law sets no number, or it was not read."
    )
    longest: Years | None = Field(
        description="The longest wait, for special cases; null where `years` is null."
    )
    start: Clock = Field(
        alias="from",
        description="From when it counts: sentence = all of it done; release; conviction; arrest; "
        "charge; disposition = the end of the case; age = `years` is an age; other = see `by`, "
        "can't be counted.",
    )
    by: MaybeText = Field(
        description="What decides between the shortest and the longest; where `from` is other, "
        "the day from which it counts or by which to ask, in words that follow a colon."
    )
    open_ended: Literal[True] | None = Field(
        None,
        description="true = for some of the cases no number is known, so `longest` is only the "
        "longest of those that are: pages say so.",
    )


class Waits(Strict):
    """The wait for each kind of record that the way reaches, and all of it in words."""

    non_conviction: Wait | None = Field(None, description="For a case without a conviction.")
    violation: Wait | None = Field(None, description="For a violation, infraction or city offense.")
    misdemeanor: Wait | None = Field(None, description="For a misdemeanor.")
    felony: Wait | None = Field(None, description="For a felony.")
    deferred: Wait | None = Field(None, description="For diversion or a deferred judgment.")
    juvenile: Wait | None = Field(None, description="For a juvenile case.")
    pardoned: Wait | None = Field(None, description="For a conviction that was pardoned.")
    text: Text = Field(description="The waits in words.")

    def of(self, kind: WayKind) -> Wait | None:
        """Return the wait for a kind of record, or None where there is none."""
        found: Wait | None = getattr(self, kind)
        return found


class Limit(Strict):
    """How often the way may be used."""

    rule: LimitRule = Field(
        description="none; number = so many records or requests; once = once in a life; "
        "unspecified = the text is silent or was not read."
    )
    text: MaybeText = Field(description="The limit in words.")


class Then(Strict):
    """What a coming change makes of the way. A field that is left out stays as it is."""

    status: WayStatus | None = Field(None, description="The status from that day on.")
    until: date | None = Field(None, description="The new last day; null = none is known.")


class Next(DatedChange):
    """A change with a day still ahead when it was read."""

    set: Then | None = Field(
        None, description="What becomes of the way on that day; left out where only words say it."
    )


class Way(Cited):
    """One general way to clear a record."""

    id: Id = Field(description="Name of the way, unique in its place; part of an address.")
    name: Text = Field(description="What the way is, in a few words.")
    special: bool = Field(
        description="True = by its name only for one sort of offense, person, case or mistake, "
        "such as old marijuana cases, mistaken identity or an arrest with no charge."
    )
    uncharged: Literal[True] | None = Field(
        None,
        description="true = by its name only for an arrest with no charge: named beside the "
        "soonest way for arrests and cases without a conviction.",
    )
    reaches: Annotated[list[WayKind], Field(min_length=1)] = Field(
        description="Which kinds of record it may clear: non_conviction; violation = infraction, "
        "summary or city offense; misdemeanor; felony; juvenile; deferred = diversion or a "
        "deferred judgment; pardoned = a conviction already pardoned."
    )
    automatic: Automatic = Field(description="Whether it happens without asking.")
    asks: Asker | None = Field(
        None,
        description="Who asks, where automatic is no and its words name somebody besides the "
        "person: prosecutor = only the prosecutor or a like office; you_or_court = the person, or "
        "the court of its own motion; null = the person.",
    )
    remedies: Annotated[list[Remedy], Field(min_length=1)] = Field(
        description="What happens to the record. With pardon the way includes getting one."
    )
    wait: Waits = Field(description="How long a person waits.")
    age_floor: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, description="An age that must be reached besides, or null."
    )
    limit: Limit = Field(description="How often it may be used.")
    excluded: list[Text] = Field(description="What is left out, in the law's words or shorter.")
    excluded_known: bool = Field(
        description="False = the list of what is left out was not read whole."
    )
    mind: Text | None = Field(
        None,
        description="What must stand wherever the way is named in short, in a sentence or two: "
        "from or until which day it holds, the last day to ask, or that it leaves out or names "
        "prostitution-type offenses; null where there is no such thing.",
    )
    needs: MaybeText = Field(description="What else must be true, in words.")
    decision: WayDecision = Field(
        description="automatic; mandatory = shall; discretionary = may; mixed; executive = the "
        "governor, president or a board; unspecified = the text is silent or was not read."
    )
    who: Text = Field(description="Who decides, or whom to ask.")
    fee: Fee = Field(description="The cost.")
    status: WayStatus = Field(
        description="in_force; starting = the duty began on `effective`, and the work must be done "
        "by `until`; not_yet = begins on `effective`, or on a day that is not known."
    )
    effective: date | None = Field(
        description="The day it began or is to begin; only where the date matters."
    )
    until: date | None = Field(
        None, description="The day by which the work must be done; null = none is known."
    )
    next: list[Next] = Field([], description="Changes with a day still ahead.")
    effect: Text = Field(description="What it does for the person.")
    steps: list[Text] = Field(
        description="What to do, in order. Of an automatic way: how to check it, and what to do "
        "if it did not happen."
    )
    citation: Original | None = Field(description="How it is cited, or null: see its note.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url = Field(description="The page that was read; may be a mirror.")
    unconfirmed: list[Internal] = Field(
        description="Fields that no text read shows, such as fee, wait.felony, or "
        "`wait.misdemeanor: drunk driving` where one point is open."
    )

    @property
    def marks(self) -> Mapping[str, str]:
        """What is not confirmed: the open point by field, "" for all of the field."""
        found: dict[str, str] = {}
        for mark in self.unconfirmed:
            field, _, point = mark.partition(":")
            found.setdefault(field.strip(), point.strip())
        return found

    def is_marked(self, field: str) -> bool:
        """Return whether `field` (such as "fee" or "wait.felony"), or all of its part, is marked.

        A mark on one point of a field counts as one on the field.
        """
        if not self.unconfirmed:
            return False
        marks = self.marks
        return field in marks or field.partition(".")[0] in marks


class WaysChange(Strict):
    """One step in how the general ways changed, or a bill that would change them."""

    year: Year = Field(description="Year of the step.")
    kind: ChangeKind = Field(
        description="law; bill = not shown to be law; failed; ruling = a court's decision."
    )
    act: Original = Field(description="Name of the act, bill or decision.")
    note: Text | None = Field(None, description="What there is to know of it, after its name.")
    what: Text = Field(description="What it changed or would change.")
    effective: date | None = Field(description="The day it took or takes effect, or null.")

    @property
    def named(self) -> str:
        """Its name with what there is to know of it."""
        return with_note(self.act, self.note)
