"""What a law asks of a check, step by step: what to weigh, what to write, how many days to wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Protocol

from pydantic import Field

from .rule_change import Changing, Days
from .texts import NOTE_ON_CITATION, Cited, Id, MaybeText, Original, Sources, Strict, Text
from .values import Bound, Checker, DayPurpose, DayUnit, NamesRecord, NoticeStage, OneRule, PartHow

# Whom a duty of each binds as a rule; what binds others alone, such as public employers, says so.
USUAL: dict[Checker, Bound] = {"employer": "private_employers", "landlord": "landlords"}


class Duty(Cited):
    """What every duty says: whose it is, and by which law."""

    id: Id = Field(description="Name of the entry, unique in its list.")
    who: Checker = Field(description="Who has the duty.")
    local: Id | None = Field(description="Id of the local law; null = the state's law.")
    binds: Annotated[list[Bound], Field(min_length=1)] = Field(description="Who is bound.")
    only: MaybeText = Field(description="In plain words, where it is narrower still; else empty.")
    any_size: bool = Field(
        False, description="true = it binds whatever number the law's own rule names."
    )
    usual: bool = Field(
        False,
        description="true = it is for those who have this duty as a rule, though `only` "
        "narrows it.",
    )
    citation: Original = Field(description="How it is cited.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    sources: Sources


class Binding(Protocol):
    """Whom something binds, and by which law: a duty, or what is told as one."""

    @property
    def who(self) -> Checker:
        """Who has the duty."""

    @property
    def local(self) -> str | None:
        """Id of the local law, or None for the state's."""

    @property
    def binds(self) -> Sequence[Bound]:
        """Who is bound."""

    @property
    def any_size(self) -> bool:
        """Whether it binds whatever number the law names."""


class Refusal(Duty):
    """When a record may be the reason for a no: the test that the factors are weighed for."""

    text: Text = Field(
        description="The test, in sentences that also stand alone; where what was read names none, "
        "that it does not."
    )


class Factors(Duty):
    """What must be weighed before a no."""

    weigh: Annotated[list[Text], Field(min_length=1)] = Field(description="The factors.")
    to_person: list[Text] = Field(
        [], description="The same, one by one, as a letter says them to the person; empty = none."
    )


class ReadyWords(Strict):
    """What a letter can say for one part of a notice."""

    part: Annotated[int, Field(ge=1)] = Field(description="The number of the part in `must`.")
    say: Text = Field(
        description="The part as said to the person; {factors} stands for what the same law has "
        "weighed (`to_person`), {wait} for its days to answer, {deadline} for the place's time to "
        "complain."
    )
    how: PartHow = Field(
        "said",
        description="said = `say` is the sentence; fill = it is the heading of what whoever writes "
        "the letter fills in; enclosed = it names what is with the letter.",
    )


class Notice(Duty):
    """What a notice must say."""

    stage: NoticeStage = Field(
        description="application = on a form, or before a fee or check; facts = the person is "
        "asked for facts before the record is weighed; first = before a final no; final."
    )
    names: NamesRecord = Field(
        description="What `must` says of the record, and proven as it is: record = which record or "
        "conviction; copy = a copy of it or of the report; copy_if_asked = the same, but only if "
        "the person asks; reason = only that a record is the reason; unspecified = nothing of it."
    )
    must: Annotated[list[Text], Field(min_length=1)] = Field(description="What it must say.")
    words: list[ReadyWords] = Field(
        [],
        description="What a letter says for its parts; also for those that are not confirmed, "
        "which a letter may hold if whoever writes it so chooses.",
    )


class DaySpan(Changing, Duty):
    """A span of days, with what it is for."""

    days: Days = Field(description="How many days.")
    unit: DayUnit = Field(description="Which days are counted.")
    starts: Text | None = Field(
        None,
        description="From when they run, in words that follow `from`; null where what was read "
        "does not say.",
    )
    on_receipt: bool = Field(
        False,
        description="true = they run from the day the person has the notice or its papers, or is "
        "told, not from the day of the notice.",
    )
    more_if_disputed: int | None = Field(description="Further days if the person disputes.")
    purpose: DayPurpose = Field(
        description="answer = the person may answer before the final decision; wait = must pass "
        "before it; request = to ask for something; appeal; reply = within which the employer or "
        "landlord must reply.",
    )
    text: Text = Field(description="The rule in words.")


class Exemption(Strict):
    """A case in which a rule gives way."""

    id: Id = Field(description="Name of the entry, unique in its list.")
    who: Checker = Field(description="Whose rule gives way.")
    local: Id | None = Field(description="Id of the local law; null = the state's rule.")
    binds: Annotated[list[Bound], Field(min_length=1)] = Field(description="Who was bound by it.")
    text: Text = Field(description="The case.")
    rule: OneRule | None = Field(
        None,
        description="Which of the rules gives way, where `text` itself says so: ask = the one on "
        "when to ask; cleared = the one on cleared records. null = it does not say.",
    )
    lives_there: bool = Field(
        False, description="true = it depends on whether the owner lives in the building."
    )
