"""The shape of `data/states.yaml`: what each field means and which values it may take.

The coded values follow the research README of the project; `data/states.schema.json` is made from
these classes (`make schema`), so a description here is what an editor reads while typing.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from functools import cache
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
AskRule = Literal["application", "interview", "offer", "other", "none", "unspecified"]
DayUnit = Literal["business", "calendar"]
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

# The description of the fields that no page and no published file may hold.
EDITORS_ONLY = "For editors, never shown."

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
    Field(description=EDITORS_ONLY),
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

    id: Id = Field(description="Name by which entries cite this source.")
    title: Text = Field(description="Title of the page or text.")
    publisher: Text = Field(description="Who published it.")
    url: Url = Field(description="The page as it was read; may be a mirror.")
    kind: SourceKind = Field(description="What sort of source it is.")
    date: Text | None = Field(description="Date of the source in its own words, or null.")


class OfficialCode(Strict):
    """The official site of a place's code, for "read the current law on the official site"."""

    title: Text = Field(description="Name of the code.")
    publisher: Text = Field(description="Who publishes it.")
    url: Url = Field(description="Where the current law can be read.")
    confirmed: bool = Field(description="False until a link check or a source has shown it.")


class Enactment(Strict):
    """The act that made or last changed a law."""

    year: Year | None = Field(description="Year of the act, or null.")
    act: Text | None = Field(description="The act's own name or number, or null.")


class Offenses(Strict):
    """Which offenses a law reaches."""

    scope: OffenseScope = Field(
        description="any; any_with_exclusions; nonviolent; listed = named in the law, however "
        "long the list; prostitution_only = prostitution-type offenses."
    )
    covered: Text = Field(description="The offenses reached, in words.")
    excluded: list[Text] = Field(description="What is left out, one entry each.")


class Nexus(Strict):
    """How the offense must connect to the trafficking."""

    standard: NexusStandard = Field(description="The link the law asks for.")
    text: MaybeText = Field(description="The link in words.")


class Proof(Strict):
    """The burden of proof."""

    standard: ProofStandard = Field(description="How sure the court must be.")
    text: MaybeText = Field(description="The burden in words.")


class Documentation(Strict):
    """What official papers do: presumption = they create a presumption in the person's favor."""

    rule: DocumentationRule = Field(description="What official papers do.")
    text: MaybeText = Field(description="The rule in words.")


class Decision(Strict):
    """mandatory = the court shall grant when the test is met; discretionary = it may."""

    rule: DecisionRule = Field(description="Whether the court must or may grant.")
    text: MaybeText = Field(description="The rule in words.")


class Timing(Strict):
    """When a person may file. "none" also where the whole text was read and sets no limit."""

    wait: Wait = Field(description="Whether there is a waiting time before filing.")
    deadline: Deadline = Field(
        description="due_diligence = act without unreasonable delay; fixed = by a set date."
    )
    sentence_complete: YesNo = Field(description="Must the sentence be finished first?")
    text: MaybeText = Field(description="Waits and deadlines in words.")


class Fee(Strict):
    """The cost of filing."""

    rule: FeeRule = Field(description="Whether filing costs money.")
    text: MaybeText = Field(description="The fee in words.")


class Hearing(Strict):
    """Whether there must be a hearing."""

    rule: HearingRule = Field(description="Whether there must be a hearing.")
    text: MaybeText = Field(description="The rule in words.")


class Prosecutor(Strict):
    """The prosecutor's part."""

    text: MaybeText = Field(description="The prosecutor's part in words.")


class Confidentiality(Strict):
    """Whether the filing itself is kept private."""

    rule: ConfidentialityRule = Field(description="Whether the filing is kept private.")
    text: MaybeText = Field(description="The rule in words.")


class Consolidation(Strict):
    """Whether one filing can cover several cases."""

    rule: ConsolidationRule = Field(description="Whether one filing can cover several cases.")
    text: MaybeText = Field(description="The rule in words.")


class Form(Strict):
    """An official form, or the page that leads to it."""

    title: Text = Field(description="Name of the form.")
    url: Url = Field(description="The form, or the page that leads to it.")


class Law(Strict):
    """One way to clear a record, made for survivors (in an `open` place: for any adult)."""

    id: Id = Field(description="Name of the law, unique in its place; part of the guide's address.")
    title: Text = Field(description="What the law is, in a few words.")
    citation: Text = Field(description="How the law is cited.")
    url: Url = Field(description="The page that was read for this law; may be a mirror.")
    enacted: Enactment | None = Field(
        description="The act that made the law, or null where no source shows it."
    )
    last_amended: Enactment | None = Field(description="The act that last changed it, or null.")
    effective: date | None = Field(description="Only where the date matters.")
    remedies: Annotated[list[Remedy], Field(min_length=1)] = Field(
        description="What the court or office can do."
    )
    records: Annotated[list[Record], Field(min_length=1)] = Field(
        description="Which records it reaches."
    )
    trafficking: Annotated[list[TraffickingType], Field(min_length=1)] = Field(
        description="Which kinds of trafficking it names."
    )
    age: Age = Field(description="minor_only = the person was a minor at the time of the offense.")
    offenses: Offenses = Field(description="Which offenses it reaches.")
    nexus: Nexus = Field(description="How the offense must connect to the trafficking.")
    proof: Proof = Field(description="The burden of proof.")
    documentation: Documentation = Field(description="What official papers do.")
    decision: Decision = Field(description="Whether the court must or may grant.")
    timing: Timing = Field(description="When a person may file.")
    fee: Fee = Field(description="The cost of filing.")
    hearing: Hearing = Field(description="Whether there must be a hearing.")
    prosecutor: Prosecutor = Field(description="The prosecutor's part.")
    confidentiality: Confidentiality = Field(
        description="Whether the filing itself is kept private."
    )
    consolidation: Consolidation = Field(description="Whether one filing can cover several cases.")
    where: Text = Field(description="The court or office to ask.")
    forms: list[Form] = Field(description="Official forms.")
    effect: Text = Field(description="What it does for the person when granted.")
    steps: Annotated[list[Text], Field(min_length=1)] = Field(description="What to do, in order.")
    quote: MaybeText | None = Field(description="Statute text, public domain, at most 40 words.")
    sources: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the sources that support this law."
    )
    unconfirmed: list[Text] = Field(
        description="Paths inside this law that no source read shows, such as timing.deadline."
    )


class OtherRelief(Strict):
    """Another way to clear a record, not made for survivors."""

    name: Text = Field(description="Name of the way.")
    citation: MaybeText | None = Field(description="How it is cited, or null.")
    url: Url = Field(description="The page that was read.")
    text: Text = Field(description="What it does, in words.")
    sources: Sources


class Pending(Strict):
    """A bill that was open when last seen."""

    bill: Text = Field(description="Number of the bill.")
    session: Text = Field(description="The session it was filed in.")
    title: Text = Field(description="What it is about.")
    status: Text = Field(description="How far it was when last seen.")
    as_of: PartialDate | None = Field(description="Day, month or year of that status, or null.")
    url: Url = Field(description="The page that was read.")
    sources: Sources


class Event(Strict):
    """One step in how the law changed."""

    year: Year | None = Field(description="Year of the step, or null where no source shows it.")
    what: Text = Field(description="What happened.")
    sources: Sources

    @property
    def sort_year(self) -> int:
        """The year, for sorting; a step of unknown year stands first."""
        return self.year or 0


class OwnRecord(Strict):
    """How a person gets their own record."""

    agency: Text | None = Field(description="The office that keeps the record, or null.")
    url: Url | None = Field(description="The office's page, or null.")
    fee: Text | None = Field(description="What it costs, or null.")
    how: Text | None = Field(description="How to ask, or null.")
    sources: Sources


class Help(Strict):
    """Free legal help: an `organisation` of the list at the top of the file, or a local one."""

    organisation: Id | None = Field(
        None, description="Id of a national organisation; then the other fields are empty."
    )
    name: Text | None = Field(None, description="Name of a local helper.")
    url: Url | None = Field(None, description="Its page.")
    phone: Phone | None = Field(None, description="Its phone number.")
    text: Text | None = Field(None, description="What it does.")
    sources: list[Id] = Field([], description="Ids of the sources that support this entry.")


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
    confirmed: bool = Field(description="False = not shown by an official page that was read.")
    sources: Sources


class MedicaidList(MedicaidReading):
    """The reading that wins (the one with the official page), and what the other one said."""

    other_reading: MedicaidReading | None = Field(
        None, description="A reading that differs, or null."
    )


class Jurisdiction(Strict):
    """A state, DC, a territory or the federal system."""

    code: Code = Field(description="Two letters: the postal code; US is the federal system.")
    name: Text = Field(description="Name of the place.")
    kind: Kind = Field(description="What sort of place it is.")
    checked: date = Field(description="Day of the last check.")
    coverage: Coverage = Field(
        description="full = adults, sex and labor trafficking, more than prostitution-type "
        "offenses; partial = for adults, but narrower; minors_only; open = no law only for "
        "survivors, but one that clears prostitution-type convictions for any adult who "
        "qualifies; none = no such law was found."
    )
    coverage_note: Text = Field(description="The coverage in one sentence.")
    summary: Text = Field(description="The answer for a survivor, in plain words.")
    cautions: list[Text] = Field(
        [], description="What a visitor must know before relying on the guide, in plain words."
    )
    official_code: OfficialCode = Field(description="Where the current law can be read.")
    relief: list[Law] = Field(description="The laws made for survivors.")
    other_relief: list[OtherRelief] = Field(description="Other ways to clear a record.")
    pending: list[Pending] = Field(description="Bills that were open when last seen.")
    history: list[Event] = Field(description="How the law changed.")
    own_record: OwnRecord = Field(description="How a person gets their own record.")
    help: list[Help] = Field(description="Free legal help.")
    fair_chance: FairChance | None = Field(
        None, description="Rules for background checks; null where they were not read."
    )
    medicaid_list: MedicaidList | None = Field(
        None, description="The place's own Medicaid exclusion list; null where not read."
    )
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    sources: list[Source] = Field(
        description="The sources of this place. Ids not found here are shared sources."
    )
    notes: Notes


class Organisation(Strict):
    """National help, kept once."""

    id: Id = Field(description="Name by which places refer to it.")
    name: Text = Field(description="Its name.")
    url: Url = Field(description="Its page.")
    phone: Phone | None = Field(description="Its phone number, or null.")
    text_line: Text | None = Field(description="How to send it a text message, or null.")
    email: Email | None = Field(description="Its mail address, or null.")
    text: Text = Field(description="What it does.")
    who: list[Who] = Field(description="Whom it helps.")
    sources: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the sources that support this entry."
    )


class Section(Strict):
    """Facts of a topic that belong together, in the order of the page."""

    id: Id = Field(description="Name of the section.")
    title: Text = Field(description="Its heading.")
    facts: Annotated[list[Id], Field(min_length=1)] = Field(description="Ids of its facts.")


class TopicInfo(Strict):
    """A guide topic. Each of its facts stands in one section."""

    id: Topic = Field(description="The topic.")
    title: Text = Field(description="Its title.")
    checked: date = Field(description="Day of the last check.")
    practices_title: Text | None = Field(description="Title of its list of practices, or null.")
    sections: list[Section] = Field(description="How its facts stand on its page.")
    notes: Notes


class Fact(Strict):
    """One federal fact behind the explainers."""

    id: Id = Field(description="Name of the fact.")
    topic: Topic = Field(description="The topic it belongs to.")
    text: Text = Field(description="The fact, in plain words.")
    who: list[Who] = Field(description="Whom it concerns.")
    status: FactStatus = Field(description="Whether the rule stands.")
    status_note: Text | None = Field(description="More on the status, or null.")
    citation: MaybeText | None = Field(description="How the rule is cited, or null.")
    quote: MaybeText | None = Field(description="Words of the rule, or null.")
    confirmed: bool = Field(description="False = not read in a source.")
    sources: Sources


class Myth(Strict):
    """What people get wrong about background checks, and what is true."""

    id: Id = Field(description="Name of the myth.")
    topic: Topic = Field(description="The topic it belongs to.")
    title: Text | None = Field(
        None,
        description="For the tab and the preview, where the myth itself names what a survivor "
        "would not want seen there.",
    )
    myth: Text = Field(description="What people believe.")
    fact: Text = Field(description="What is true.")
    why: Text = Field(description="Why.")
    who: Annotated[list[Who], Field(min_length=1)] = Field(description="Whom it concerns.")
    varies_by_state: bool = Field(description="Whether the answer differs from place to place.")
    depends_on: Text | None = Field(description="What the answer depends on, or null.")
    varies_by: list[Question] = Field(description="The questions whose answer decides it.")
    facts: list[Id] = Field(description="Ids of the facts behind it.")
    confirmed: bool = Field(description="False = not shown by a source that was read.")


class Practice(Strict):
    """One way to check fairly."""

    id: Id = Field(description="Name of the practice.")
    topic: Topic = Field(description="The topic it belongs to.")
    title: Text = Field(description="The practice in a few words.")
    do: Text = Field(description="What to do.")
    why: Text = Field(description="Why.")
    avoid: Text = Field(description="A mistake to avoid. Says no more law than `facts` do.")
    who: list[Who] = Field(description="Whom it concerns.")
    facts: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the facts behind it."
    )


class Term(Strict):
    """A legal term, explained where it first appears on a page."""

    id: Id = Field(description="Name of the term.")
    term: Text = Field(description="The term.")
    forms: Annotated[list[Text], Field(min_length=1, description="The words as texts use them.")]
    meaning: Text = Field(description="What it means, in plain words.")


class StatesFile(Strict):
    """All of `data/states.yaml`."""

    organisations: list[Organisation] = Field(description="National help.")
    topics: list[TopicInfo] = Field(description="The topics of facts, myths and practices.")
    jurisdictions: list[Jurisdiction] = Field(
        description="The states, DC, the territories and the federal system."
    )
    facts: list[Fact] = Field(
        description="Federal facts on background checks and what follows from a record."
    )
    myths: list[Myth] = Field(description="Myths about background checks.")
    practices: list[Practice] = Field(description="Ways to check fairly.")
    glossary: list[Term] = Field(description="Legal terms in plain words.")
    sources: list[Source] = Field(description="Sources shared by several entries.")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **deepcopy(_generated()),
        "title": "Record Relief: data/states.yaml",
    }


@cache
def _generated() -> dict[str, Any]:
    return StatesFile.model_json_schema()
