"""One relief law: what it reaches, what it asks, what it does."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .texts import (
    NOTE_ON_CITATION,
    Cited,
    Id,
    Internal,
    MaybeOriginal,
    MaybeText,
    Original,
    Strict,
    Text,
    Url,
    Year,
    with_note,
)
from .values import (
    Age,
    ConfidentialityRule,
    ConsolidationRule,
    Deadline,
    DecisionRule,
    DocumentationRule,
    FeeRule,
    HearingRule,
    NexusStandard,
    OffenseScope,
    ProofStandard,
    Record,
    Remedy,
    TraffickingType,
    Wait,
    YesNo,
)


class Enactment(Strict):
    """The act that made or last changed a law."""

    year: Year | None = Field(description="Year of the act, or null.")
    act: Original | None = Field(description="The act's own name or number, or null.")
    note: Text | None = Field(None, description="What there is to know of it, after its name.")

    @property
    def named(self) -> str:
        """Its name with what there is to know of it."""
        return with_note(self.act, self.note)


class Offenses(Strict):
    """Which offenses a law reaches."""

    scope: OffenseScope = Field(
        description="any; any_with_exclusions; nonviolent; listed = named in the law, however "
        "long the list; prostitution_only = prostitution-type offenses."
    )
    covered: Text = Field(description="The offenses reached, in words.")
    excluded: list[Text] = Field(description="What is left out, one entry each.")
    names_prostitution: bool = Field(
        False,
        description="Whether `covered` names prostitution as reached, where the scope is listed or "
        "any_with_exclusions: then such a charge seems to fit.",
    )


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
    mind: Text | None = Field(
        None,
        description="In short what bounds the answer: how long the wait is, what must not happen "
        "meanwhile, what a no means. It stands wherever the answer is told in short.",
    )


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

    title: Original = Field(description="Name of the form.")
    note: Text | None = Field(
        None, description="What a reader needs to know of it, in words that follow the name."
    )
    url: Url = Field(description="The form, or the page that leads to it.")

    @property
    def named(self) -> str:
        """Its name with what there is to know of it."""
        return with_note(self.title, self.note)


class Law(Cited):
    """One way to clear a record, made for survivors (in an `open` place: for any adult)."""

    id: Id = Field(description="Name of the law, unique in its place; part of the guide's address.")
    title: Text = Field(description="What the law is, in a few words.")
    citation: Original = Field(description="How the law is cited.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
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
    deferred: YesNo = Field(
        description="Does it reach a case that was put off for a program or probation and ended "
        "without a conviction, such as a deferred judgment, a continuance without a finding or a "
        "withheld judgment? unspecified and marked unconfirmed = nobody has looked for it yet."
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
    quote: MaybeOriginal | None = Field(
        description="Statute text, public domain, at most 40 words."
    )
    sources: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the sources that support this law."
    )
    unconfirmed: list[Internal] = Field(
        description="Paths inside this law that no source read shows, such as timing.deadline; "
        "records.<kind> = whether it reaches that kind of record, too, is open."
    )

    def is_marked(self, field: str) -> bool:
        """Return whether `field` (such as "timing.wait"), or all of its part, is unconfirmed."""
        return field in self.unconfirmed or field.partition(".")[0] in self.unconfirmed
