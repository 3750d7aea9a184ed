"""A place's rules for background checks, and its Medicaid exclusion list."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .texts import Id, MaybeText, News, Notes, Sources, Strict, Text, Url
from .values import AskRule, ClearedRule, DayUnit, Exists, HiringRule, HousingRule


class HiringLaw(Strict):
    """What a public employer may ask and weigh."""

    rule: HiringRule = Field(description="What the state's law does.")
    ask: AskRule = Field(
        description="When the question about a record may come: application = not on the first "
        "application; interview = not before the interview stage; offer = not before a "
        "conditional offer; other = a later point that the text names; none = no statewide rule "
        "on when."
    )
    text: Text = Field(description="The rule in words.")
    citation: MaybeText | None = Field(description="How it is cited, or null.")
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources


class PrivateHiringLaw(HiringLaw):
    """What a private employer may ask and weigh."""

    threshold: Text | None = Field(description="From how many employees the rule applies.")


class ClearedRecords(Strict):
    """May an employer ask about a cleared record; may the person answer as if it never happened."""

    rule: ClearedRule = Field(description="Which of the two holds.")
    text: Text = Field(description="The rule in words.")
    citation: MaybeText | None = Field(description="How it is cited, or null.")
    url: Url | None = Field(description="The page that was read, or null.")
    sources: Sources


class Lookback(Strict):
    """How many years back a screening company may report convictions, by state law."""

    years: Annotated[int, Field(ge=0, le=100)] | None = Field(
        description="The limit in years; null where no state limit was found."
    )
    text: Text = Field(description="The rule in words.")
    citation: MaybeText | None = Field(description="How it is cited, or null.")
    sources: Sources


class Employment(Strict):
    """Background checks for work."""

    public: HiringLaw = Field(description="Public employers.")
    private: PrivateHiringLaw = Field(description="Private employers.")
    cleared_records: ClearedRecords = Field(description="Cleared records.")
    lookback: Lookback = Field(description="How far back reports go.")
    local: list[Text] = Field(description="City and county rules, one entry each.")


class Housing(Strict):
    """Background checks by landlords."""

    rule: HousingRule = Field(description="What the state's law does.")
    text: Text = Field(description="The rule in words.")
    citation: MaybeText | None = Field(description="How it is cited, or null.")
    url: Url | None = Field(description="The page that was read, or null.")
    local: list[Text] = Field(description="City and county rules, one entry each.")
    sources: Sources


class ResponseTime(Strict):
    """The least time that a person gets to answer before the decision is final."""

    who: Literal["employer", "landlord"] = Field(description="Who must wait.")
    local: Text | None = Field(description="The city or county; null = the whole state.")
    days: Annotated[int, Field(ge=1, le=90)] = Field(description="How many days.")
    unit: DayUnit = Field(description="Which days are counted.")
    more_if_disputed: int | None = Field(description="Further days if the person disputes.")
    text: Text = Field(description="The rule in words.")
    citation: Text = Field(description="How it is cited.")
    sources: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the sources that support this entry."
    )


class Unconfirmed(Strict):
    """A field of fair_chance that no source read shows, or one open question `about` it."""

    field: Text = Field(description="Path inside fair_chance.")
    about: Text | None = Field(
        description="The open question, or null where the whole field is meant."
    )


class FairChance(Strict):
    """A place's own rules for background checks."""

    checked: date = Field(description="Day of the last check.")
    employment: Employment = Field(description="Background checks for work.")
    housing: Housing = Field(description="Background checks by landlords.")
    times: list[ResponseTime] = Field(
        [], description="Only what a source gives in days; where there is none, none is invented."
    )
    unconfirmed: list[Unconfirmed] = Field(description="What no source read shows.")
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    notes: Notes


class MedicaidReading(Strict):
    """Whether a place keeps its own Medicaid exclusion list, as one reading found it."""

    exists: Exists = Field(description="Whether the place keeps a list of its own.")
    agency: Text | None = Field(description="Who keeps it, or null.")
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
