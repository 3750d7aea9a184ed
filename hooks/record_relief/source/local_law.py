"""The law of a city or county on background checks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .rule_change import Changing
from .texts import NOTE_ON_CITATION, Cited, Id, Original, Sources, Strict, Text, Url
from .values import AskRule, Bound, Covers, LocalKind, LocalRule, LocalStatus, NeverFor, NoticeStage


class LocalOffice(Strict):
    """Where a person complains of a breach of a city's or a county's law."""

    name: Text = Field(description="The office, and what else there is, such as a court.")
    url: Url | None = Field(None, description="Its page, or null.")
    deadline: Text | None = Field(
        None, description="Until when, and from when that runs, in words; null where not known."
    )


class LocalLaw(Changing, Cited):
    """One law of a city or county; its rules for landlords and for employers are two laws."""

    id: Id = Field(description="Name of the law, unique in its place; part of an address.")
    name: Text = Field(description="The city or county; it may have several laws.")
    kind: LocalKind = Field(description="city or county.")
    law: Original = Field(description="Name of the law.")
    described: Literal[True] | None = Field(
        None,
        description="true = `law` is no official name alone but says in the site's words which law "
        "or which part of it it is; it is translated.",
    )
    binds: Annotated[list[Bound], Field(min_length=1)] = Field(description="Who is bound.")
    threshold: Annotated[int, Field(ge=1)] | None = Field(
        description="From how many employees or units; null = no least number is known."
    )
    threshold_for: Covers | None = Field(
        description="What that number is for: ask = only when the question may come; rule = only "
        "how the record is weighed; both. null where there is no number."
    )
    threshold_text: Text | None = Field(description="Who is bound, in words, or null.")
    lives_there: bool = Field(
        False,
        description="true = `threshold_text` tells of homes where the owner lives, which the law "
        "leaves out.",
    )
    below: Text | None = Field(
        None, description="What holds for those with fewer, in words; null where nothing is known."
    )
    rule: LocalRule = Field(
        description="What the law does: for employers fair_chance, ban_the_box, limited; for "
        "landlords broad, limited, or none where it only has duties to give notice."
    )
    ask: AskRule = Field(
        description="When the question about a record may come, as for the state; other = "
        "another point that the text names, or never."
    )
    text: Text = Field(description="The rule in words.")
    never: list[Text] = Field(description="What may never be asked about or used.")
    never_for: NeverFor = Field(
        "both",
        description="both = neither asked about nor used; use = not used, asking is told apart.",
    )
    told_notices: list[NoticeStage] = Field(
        [],
        description="The notices that guides, reports or others tell of, whose words were not "
        "read; those that were read, or told item by item, are in `notices`.",
    )
    bars_all: bool = Field(
        False,
        description="true = no record may be used at all, apart from what the text names.",
    )
    citation: Original | None = Field(description="How it is cited, or null: see its note.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url = Field(description="The page that was read.")
    status: LocalStatus = Field(
        description="in_force; not_yet; doubtful = not sure, as where a state law may block it, "
        "or nothing that was read shows that it is in force; ended."
    )
    doubt: Text | None = Field(
        None,
        description="Why it is not sure that it binds, as a sentence that goes on after a colon; "
        "null where it is in force or ended.",
    )
    effective: date | None = Field(description="The day it began or is to begin, or null.")
    complain: LocalOffice | None = Field(
        None, description="Where a person complains; null where what was read does not say."
    )
    sources: Sources

    @property
    def for_landlords(self) -> bool:
        """Whether it binds landlords; the laws for employers are the others."""
        return bool({"landlords", "public_housing"} & set(self.binds))

    @property
    def says_when(self) -> bool:
        """Whether it is known to say when the question may come."""
        return self.ask not in ("none", "unspecified")
