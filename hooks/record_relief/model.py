"""The shape of `data/states.yaml`: what each field means and which values it may take.

The coded values follow the research README of the project; `data/states.schema.json` is made from
these classes (`make schema`), so a description here is what an editor reads while typing.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

CODES = (
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY", "US", "PR", "GU", "VI", "AS", "MP",
)  # fmt: skip
# The id of the national hotline among the organisations: its number stands on every page.
HOTLINE = "national-hotline"
Kind = Literal["state", "district", "territory", "federal"]
Coverage = Literal["full", "partial", "minors_only", "open", "none"]
Remedy = Literal[
    "vacate", "set_aside", "dismiss", "expunge", "destroy", "seal", "nondisclosure", "resentence",
    "pardon",
]  # fmt: skip
Record = Literal["conviction", "arrest", "charge", "juvenile_adjudication"]
TraffickingType = Literal["sex", "labor"]
Age = Literal["any", "minor_only"]
OffenseScope = Literal["any", "any_with_exclusions", "nonviolent", "listed", "prostitution_only"]
NexusStandard = Literal[
    "direct_result", "as_a_result", "during_trafficking", "coerced", "under_duress",
    "not_required", "other", "unspecified",
]  # fmt: skip
ProofStandard = Literal["preponderance", "clear_and_convincing", "other", "unspecified"]
DocumentationRule = Literal["required", "presumption", "not_required", "unaddressed"]
DecisionRule = Literal["mandatory", "discretionary", "mixed", "unspecified"]
Wait = Literal["none", "required", "unspecified"]
Deadline = Literal["none", "due_diligence", "fixed", "unspecified"]
YesNo = Literal["yes", "no", "unspecified"]
FeeRule = Literal["none", "waivable", "charged", "unspecified"]
HearingRule = Literal["required", "if_contested", "discretionary", "unspecified"]
ConfidentialityRule = Literal["protected", "partial", "unspecified"]
ConsolidationRule = Literal["allowed", "not_allowed", "unspecified"]
HiringRule = Literal["fair_chance", "ban_the_box", "limited", "none", "unspecified"]
ClearedRule = Literal["may_not_ask", "may_deny", "both", "unspecified"]
HousingRule = Literal["broad", "limited", "none", "unspecified"]
Exists = Literal["yes", "no", "unknown"]
Who = Literal["survivor", "employer", "landlord", "healthcare", "advocate"]
Topic = Literal["employers", "housing", "sanctions"]
FactStatus = Literal[
    "in_force", "withdrawn", "proposed", "enjoined", "repealed", "expired", "unclear"
]  # fmt: skip
SourceKind = Literal[
    "statute", "session_law", "bill", "regulation", "court", "agency", "nonprofit", "scholarship",
    "news", "law_firm", "industry", "guide", "reference", "other",
]  # fmt: skip
Question = Literal[
    "coverage", "trafficking", "offenses", "remedies", "proof", "documents", "decision", "timing",
    "cost", "privacy", "records", "first-law", "private-employers", "public-employers",
    "cleared-records", "lookback", "housing", "medicaid-list",
]  # fmt: skip

# A browser would run or mis-resolve anything but these two schemes. The host is ASCII without a
# user name: what looks like a known site is that site.
_WEB = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.?(:[0-9]+)?([/?#][^\s<>\"`\\{}|^]*)?\Z"
)
_PHONE = re.compile(r"(1-)?(\([0-9]{3}\) |[0-9]{3}-)[0-9]{3}-[0-9]{4}\Z")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def _web_address(value: str) -> str:
    if not _WEB.match(value):
        raise ValueError("is not a web address: it must begin with http:// or https://")
    return value


def _phone(value: str) -> str:
    if not _PHONE.match(value):
        raise ValueError("is not a phone number: write 212-555-0100, (212) 555-0100 or 1-888-...")
    return value


def _email(value: str) -> str:
    if not _EMAIL.match(value):
        raise ValueError("is not an e-mail address")
    return value


def _says_something(value: str) -> str:
    if not value.strip():
        raise ValueError("says nothing")
    return value


def _partial_date(value: str) -> str:
    try:
        if not _PARTIAL_DATE.match(value):
            raise ValueError
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        problem = "is not a date: write 2026, 2026-03 or 2026-03-31, in quotes"
        raise ValueError(problem) from None
    return value


# Nothing a page shows is longer; what is longer is a mistake or an attack.
LONGEST = 3_000
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(_says_something)
]
MaybeText = Annotated[str, StringConstraints(max_length=LONGEST)]
Notes = Annotated[
    str,
    StringConstraints(max_length=20_000),
    Field(description="For editors, never shown."),
]
# The closed list is a lint rule (lint/places.py), so that a benchmark can grow the file.
Code = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z0-9]+$", max_length=8),
    Field(json_schema_extra={"enum": list(CODES)}),
]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
Url = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_web_address)]
Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_email)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Year = Annotated[int, Field(ge=1990, le=2100)]
Sources = Annotated[list[Id], Field(description="Ids of the sources that support this entry.")]


class Strict(BaseModel):
    """Every part of the file: no unknown field, no silent conversion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Source(Strict):
    """A page or text that was read. `url` stays the page as read, also where it is a mirror."""

    id: Id
    title: Text
    publisher: Text
    url: Url
    kind: SourceKind
    date: Text | None = Field(description="Date of the source in its own words, or null.")


class OfficialCode(Strict):
    """The official site of a place's code, for "read the current law on the official site"."""

    title: Text
    publisher: Text
    url: Url
    confirmed: bool = Field(description="False until a link check or a source has shown it.")


class Enactment(Strict):
    """The act that made or last changed a law."""

    year: Year | None
    act: Text | None


class Offenses(Strict):
    """Which offenses a law reaches."""

    scope: OffenseScope = Field(
        description="any; any_with_exclusions; nonviolent; listed = named in the law, however "
        "long the list; prostitution_only = prostitution-type offenses."
    )
    covered: Text
    excluded: list[Text]


class Nexus(Strict):
    """How the offense must connect to the trafficking."""

    standard: NexusStandard
    text: MaybeText


class Proof(Strict):
    """The burden of proof."""

    standard: ProofStandard
    text: MaybeText


class Documentation(Strict):
    """What official papers do: presumption = they create a presumption in the person's favor."""

    rule: DocumentationRule
    text: MaybeText


class Decision(Strict):
    """mandatory = the court shall grant when the test is met; discretionary = it may."""

    rule: DecisionRule
    text: MaybeText


class Timing(Strict):
    """When a person may file. "none" also where the whole text was read and sets no limit."""

    wait: Wait
    deadline: Deadline = Field(
        description="due_diligence = act without unreasonable delay; fixed = by a set date."
    )
    sentence_complete: YesNo = Field(description="Must the sentence be finished first?")
    text: MaybeText


class Fee(Strict):
    """The cost of filing."""

    rule: FeeRule
    text: MaybeText


class Hearing(Strict):
    """Whether there must be a hearing."""

    rule: HearingRule
    text: MaybeText


class Prosecutor(Strict):
    """The prosecutor's part."""

    text: MaybeText


class Confidentiality(Strict):
    """Whether the filing itself is kept private."""

    rule: ConfidentialityRule
    text: MaybeText


class Consolidation(Strict):
    """Whether one filing can cover several cases."""

    rule: ConsolidationRule
    text: MaybeText


class Form(Strict):
    """An official form, or the page that leads to it."""

    title: Text
    url: Url


class Law(Strict):
    """One way to clear a record, made for survivors (in an `open` place: for any adult)."""

    id: Id
    title: Text
    citation: Text
    url: Url = Field(description="The page that was read for this law; may be a mirror.")
    enacted: Enactment | None
    last_amended: Enactment | None
    effective: date | None = Field(description="Only where the date matters.")
    remedies: Annotated[list[Remedy], Field(min_length=1)]
    records: Annotated[list[Record], Field(min_length=1)]
    trafficking: Annotated[list[TraffickingType], Field(min_length=1)]
    age: Age = Field(description="minor_only = the person was a minor at the time of the offense.")
    offenses: Offenses
    nexus: Nexus
    proof: Proof
    documentation: Documentation
    decision: Decision
    timing: Timing
    fee: Fee
    hearing: Hearing
    prosecutor: Prosecutor
    confidentiality: Confidentiality
    consolidation: Consolidation
    where: Text = Field(description="The court or office to ask.")
    forms: list[Form]
    effect: Text
    steps: Annotated[list[Text], Field(min_length=1)]
    quote: MaybeText | None = Field(description="Statute text, public domain, at most 40 words.")
    sources: Annotated[list[Id], Field(min_length=1)]
    unconfirmed: list[Text] = Field(
        description="Paths inside this law that no source read shows, such as timing.deadline."
    )


class OtherRelief(Strict):
    """Another way to clear a record, not made for survivors."""

    name: Text
    citation: MaybeText | None
    url: Url
    text: Text
    sources: Sources


class Pending(Strict):
    """A bill that was open when last seen."""

    bill: Text
    session: Text
    title: Text
    status: Text
    as_of: PartialDate | None
    url: Url
    sources: Sources


class Event(Strict):
    """One step in how the law changed."""

    year: Year | None
    what: Text
    sources: Sources

    @property
    def sort_year(self) -> int:
        """The year, for sorting; a step of unknown year stands first."""
        return self.year or 0


class OwnRecord(Strict):
    """How a person gets their own record."""

    agency: Text | None
    url: Url | None
    fee: Text | None
    how: Text | None
    sources: Sources


class Help(Strict):
    """Free legal help: an `organisation` of the list at the top of the file, or a local one."""

    organisation: Id | None = None
    name: Text | None = None
    url: Url | None = None
    phone: Phone | None = None
    text: Text | None = None
    sources: list[Id] = []


class HiringLaw(Strict):
    """What a public employer may ask and weigh."""

    rule: HiringRule
    text: Text
    citation: MaybeText | None
    url: Url | None
    sources: Sources


class PrivateHiringLaw(HiringLaw):
    """What a private employer may ask and weigh."""

    threshold: Text | None = Field(description="From how many employees the rule applies.")


class ClearedRecords(Strict):
    """May an employer ask about a cleared record; may the person answer as if it never happened."""

    rule: ClearedRule
    text: Text
    citation: MaybeText | None
    url: Url | None
    sources: Sources


class Lookback(Strict):
    """How many years back a screening company may report convictions, by state law."""

    years: Annotated[int, Field(ge=0, le=100)] | None
    text: Text
    citation: MaybeText | None
    sources: Sources


class Employment(Strict):
    """Background checks for work."""

    public: HiringLaw
    private: PrivateHiringLaw
    cleared_records: ClearedRecords
    lookback: Lookback
    local: list[Text]


class Housing(Strict):
    """Background checks by landlords."""

    rule: HousingRule
    text: Text
    citation: MaybeText | None
    url: Url | None
    local: list[Text]
    sources: Sources


class Unconfirmed(Strict):
    """A field of fair_chance that no source read shows, or one open question `about` it."""

    field: Text
    about: Text | None


class FairChance(Strict):
    """A place's own rules for background checks."""

    checked: date
    employment: Employment
    housing: Housing
    unconfirmed: list[Unconfirmed]
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    notes: Notes


class MedicaidReading(Strict):
    """Whether a place keeps its own Medicaid exclusion list, as one reading found it."""

    exists: Exists
    agency: Text | None
    url: Url | None
    text: Text
    confirmed: bool
    sources: Sources


class MedicaidList(MedicaidReading):
    """The reading that wins (the one with the official page), and what the other one said."""

    other_reading: MedicaidReading | None = None


class Jurisdiction(Strict):
    """A state, DC, a territory or the federal system."""

    code: Code
    name: Text
    kind: Kind
    checked: date
    coverage: Coverage = Field(
        description="full = adults, sex and labor trafficking, more than prostitution-type "
        "offenses; partial = for adults, but narrower; minors_only; open = no law only for "
        "survivors, but one that clears prostitution-type convictions for any adult who "
        "qualifies; none = no such law was found."
    )
    coverage_note: Text
    summary: Text
    cautions: list[Text] = Field(
        [], description="What a visitor must know before relying on the guide, in plain words."
    )
    official_code: OfficialCode
    relief: list[Law]
    other_relief: list[OtherRelief]
    pending: list[Pending]
    history: list[Event]
    own_record: OwnRecord
    help: list[Help]
    fair_chance: FairChance | None = None
    medicaid_list: MedicaidList | None = None
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    sources: list[Source]
    notes: Notes


class Organisation(Strict):
    """National help, kept once."""

    id: Id
    name: Text
    url: Url
    phone: Phone | None
    text_line: Text | None
    email: Email | None
    text: Text
    who: list[Who]
    sources: Annotated[list[Id], Field(min_length=1)]


class TopicInfo(Strict):
    """A guide topic."""

    id: Topic
    title: Text
    checked: date
    practices_title: Text | None
    notes: Notes


class Fact(Strict):
    """One federal fact behind the explainers."""

    id: Id
    topic: Topic
    text: Text
    who: list[Who]
    status: FactStatus
    status_note: Text | None
    citation: MaybeText | None
    quote: MaybeText | None
    confirmed: bool = Field(description="False = not read in a source.")
    sources: Sources


class Myth(Strict):
    """What people get wrong about background checks, and what is true."""

    id: Id
    topic: Topic
    myth: Text
    fact: Text
    why: Text
    who: Annotated[list[Who], Field(min_length=1)]
    varies_by_state: bool
    depends_on: Text | None
    varies_by: list[Question] = Field(description="The questions whose answer decides it.")
    facts: list[Id]
    confirmed: bool


class Practice(Strict):
    """One way to check fairly."""

    id: Id
    topic: Topic
    title: Text
    do: Text
    why: Text
    who: list[Who]
    facts: list[Id]


class Term(Strict):
    """A legal term, explained where it first appears on a page."""

    id: Id
    term: Text
    forms: Annotated[list[Text], Field(min_length=1, description="The words as texts use them.")]
    meaning: Text


class StatesFile(Strict):
    """All of `data/states.yaml`."""

    organisations: list[Organisation]
    topics: list[TopicInfo]
    jurisdictions: list[Jurisdiction]
    facts: list[Fact]
    myths: list[Myth]
    practices: list[Practice]
    glossary: list[Term]
    sources: list[Source]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **StatesFile.model_json_schema(),
        "title": "Record Relief: data/states.yaml",
    }
