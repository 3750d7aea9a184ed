"""A rule that changes on a day that was ahead when it was read: both rules stand side by side."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .texts import Strict, Text
from .values import AskRule, Covers, DayPurpose, DayUnit, LocalStatus, NextRule

# How many days a law gives.
Days = Annotated[int, Field(ge=1, le=90)]


class RuleThen(Strict):
    """What a coming change makes of the rule. A field that is left out stays as it is."""

    rule: NextRule | None = Field(None, description="The rule from that day on.")
    ask: AskRule | None = Field(None, description="When the question may come from that day on.")
    threshold: Annotated[int, Field(ge=1)] | None = Field(
        None, description="From how many employees or units; null = no least number."
    )
    threshold_for: Covers | None = Field(None, description="What that number is for.")
    threshold_text: Text | None = Field(None, description="Who is bound, in words.")
    years: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="The limit in years; null = none."
    )
    status: LocalStatus | None = Field(None, description="The status of a city's or county's law.")
    days: Days | None = Field(None, description="Of a span: how many days from that day on.")
    unit: DayUnit | None = Field(None, description="Of a span: which days are counted.")
    purpose: DayPurpose | None = Field(None, description="Of a span: what it is for.")
    more_if_disputed: int | None = Field(
        None, description="Of a span: further days if the person disputes; null = none."
    )


class DatedChange(Strict):
    """What every coming change says: its day, its words, whether it is confirmed."""

    day: date = Field(description="The day of the change.")
    text: Text = Field(description="What changes, in words.")
    confirmed: bool = Field(
        description="False = news, a bill or a company's word: a page says that it is reported, "
        "and nothing changes by itself on that day."
    )


class RuleNext(DatedChange):
    """A change of a rule on a day."""

    set: RuleThen | None = Field(
        None, description="What becomes of the rule on that day; left out where only words say it."
    )


class Changing(Strict):
    """A rule that may change on a day."""

    next: list[RuleNext] = Field([], description="Changes on days ahead, in their order.")
