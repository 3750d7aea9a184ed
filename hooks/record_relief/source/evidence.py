"""The shape of `data/evidence/<code>.yaml`: the texts read for a place, and what its facts rest on.

The facts stay in `data/states.yaml`. An item of proof stands beside the path of a fact and holds
words of a text, or says that the text is silent. `data/evidence.schema.json` is made from these
classes (`make schema`).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator

from .model import StatesFile
from .place import Jurisdiction
from .texts import (
    Code,
    Id,
    Internal,
    Original,
    PartialDate,
    Place,
    Strict,
    Text,
    Url,
    with_note,
)
from .values import Checker, Language

TextKind = Literal[
    "statute", "session_law", "regulation", "court_rule", "court_form", "opinion", "bill",
    "agency", "agency_form", "court_page", "summary",
]  # fmt: skip
# The kinds whose words are the law's own. A rule or form of a court counts that was made for this
# very relief, and no other was read.
LAW_KINDS: frozenset[TextKind] = frozenset(
    ("statute", "session_law", "regulation", "court_rule", "court_form")
)
# A clearinghouse, a tracker or a company may be right about the law, but confirms nothing.
NEVER_CONFIRMS: TextKind = "summary"
ReadOf = Literal["whole", "part", "none"]


class ReadText(Strict):
    """A text that was read. `whole` speaks of what the title and `extent` name."""

    id: Id = Field(description="Name by which proof and `sources` cite this text.")
    title: Original = Field(description="What was read: the section, act, bill or page.")
    described: Literal[True] | None = Field(
        None,
        description="true = the title is no name but says in the site's words what was read, such "
        "as a search; it is translated.",
    )
    extent: Text | None = Field(
        None,
        description="What the site says of it, after the title: what it is about, how much of it "
        "or which copy of it was read.",
    )
    url: Url = Field(description="Where it was read; may be a mirror or a whole repository.")
    kind: TextKind = Field(
        description="statute, session_law, regulation, court_rule and court_form are the law's "
        "own words; opinion, bill, agency, agency_form and court_page are weaker; a summary (by a "
        "clearinghouse, an association, a tracker, a company) never confirms."
    )
    whole: bool = Field(description="Whether all that the title and `extent` name was read.")
    current_to: Text | None = Field(
        description='How current the text is: a day, month or year (2026-03-31), such a one "or '
        'later", or what else there is to know of it in words, such as the last act; null where '
        "it does not say."
    )
    language: Language = Field("en", description="Language of the text.")
    translation_of: Language | None = Field(
        None,
        description="Language of the law itself, and of its name, where this is a translation.",
    )
    search: Literal["whole", "part"] | None = Field(
        None,
        description="Only for the record of a search for words: whether it went through the whole "
        "code or less. That a whole code was searched and has no rule is shown by such a record.",
    )
    note: Text | None = Field(
        None, description="Where in the copy it stands, and what is missing from it."
    )

    @property
    def named_in(self) -> Language:
        """The language of its title."""
        return self.translation_of or self.language

    @property
    def is_law(self) -> bool:
        """Whether its words are the law's own."""
        return self.kind in LAW_KINDS


class Ground(Strict):
    """One item of proof: words of a text, or its silence."""

    # What is published gives both names, one of them with null.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["words"], "properties": {"words": {"type": "string"}}},
                {"required": ["silent"], "properties": {"silent": {"const": True}}},
            ]
        }
    )

    text: Id = Field(description="Id of the text.")
    at: Place | None = Field(None, description="Where the words stand in it: the subsection.")
    words: Original | None = Field(None, description="The exact words, at most 40.")
    silent: Literal[True] | None = Field(
        None, description="true = the text was read and does not speak of this."
    )
    reading: Text | None = Field(None, description="How the text was read where that is a choice.")
    drafting: Literal[True] | None = Field(
        None,
        description="true = only who drafts needs these words: they stand in the papers to start "
        "from, and the law page answers without them.",
    )
    who: Checker | None = Field(
        None,
        description="For the rules on background checks: whose checks the words are about, where "
        "it is work alone (employer) or renting alone (landlord); null = both, or of any check.",
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> Ground:
        if (self.words is None) == (self.silent is None):
            raise ValueError('needs either "words" or "silent: true"')
        if self.at and self.silent:
            raise ValueError('is silent, so it can\'t have "at"')
        return self


# What the fields of any entry rest on: of a law, and of whatever is proven next.
Grounds = Annotated[
    dict[str, Annotated[list[Ground], Field(min_length=1)]],
    Field(description="What a field rests on, by its path, such as timing.wait."),
]


class InDoubt(Strict):
    """A text that speaks of an unconfirmed field, as a second reading found it.

    It lasts as long as the mark, and the text keeps the words until then.
    """

    field: Internal = Field(description="Path of the field inside the law, such as timing.wait.")
    text: Literal["summary", "coverage_note", "cautions", "steps"] = Field(
        description="The text that speaks of it: one of the place, or the steps of the law."
    )
    says: Internal = Field(description="The words by which that text says that it is in doubt.")


class LawEvidence(Strict):
    """What one law of the place rests on."""

    read: ReadOf = Field(
        description="How much of the law was read: the whole (by one text or several together), "
        "part of it, or none (known from other texts)."
    )
    proof: Grounds
    in_doubt: list[InDoubt] = Field(
        [], description="Texts that speak of unconfirmed fields, and how they say so."
    )

    @property
    def shown(self) -> list[Ground]:
        """What the law page shows of the proof."""
        every = (ground for grounds in self.proof.values() for ground in grounds)
        return [ground for ground in every if not ground.drafting]


class WayEvidence(Strict):
    """What one general way of the place rests on. `wait` stands for all kinds of record together.

    Who decides, what is left out and needed, and days may have proof; no rule asks for it.
    """

    proof: Grounds


class FairEvidence(Strict):
    """What the rules for employers and landlords rest on, by path inside `fair_chance`.

    An entry of a list goes by its id: local.chicago.rule, notices.employer-first.must.
    """

    proof: Grounds


class Amendment(Strict):
    """An act since 2023 that changed a law of the place, or may have."""

    # The law page lists these under "Acts since 2023"; an older act belongs to the place's history.
    year: int = Field(ge=2023, le=2100, description="Year of the act, 2023 or later.")
    act: Original | None = Field(description="The act's own name or number, or null.")
    note: Text | None = Field(None, description="What there is to know of it, after its name.")
    what: Text = Field(description="What it did.")
    effective: PartialDate | None = Field(description="Day from which it holds, or null.")
    text: Id | None = Field(description="Id of the text that shows it, or null.")
    failed: Literal[True] | None = Field(
        None,
        description="true = a bill that was vetoed or lost: the law page tells it, the papers to "
        "start from do not.",
    )

    @property
    def named(self) -> str:
        """Its name with what there is to know of it."""
        return with_note(self.act, self.note)


class Evidence(Strict):
    """All of `data/evidence/<code>.yaml`."""

    code: Code = Field(description="Code of the place, as in the file's name.")
    read: date = Field(description="Day of the last reading.")
    texts: list[ReadText] = Field(description="The texts that were read.")
    laws: dict[Id, LawEvidence] = Field(description="What each law rests on, by the law's id.")
    ways: dict[Id, WayEvidence] = Field(
        {}, description="What each general way rests on, by the way's id."
    )
    fair: FairEvidence = Field(
        FairEvidence(proof={}), description="What the rules for employers and landlords rest on."
    )
    amended: list[Amendment] = Field(description="Acts since 2023, for the law page.")
    tell: list[Text] = Field(
        description="What a lawyer must know of the reading: doubts, and what was not read."
    )

    @cached_property
    def text(self) -> dict[str, ReadText]:
        """Each text by its id."""
        return {text.id: text for text in self.texts}

    def proof(self, law: str, path: str) -> Sequence[Ground]:
        """Return what a field of a law rests on, such as "timing.wait"; nothing if on nothing."""
        found = self.laws.get(law)
        return found.proof.get(path, ()) if found else ()

    def fair_proof(self, path: str) -> Sequence[Ground]:
        """Return what a field of fair_chance rests on, such as "local.chicago.rule"."""
        return self.fair.proof.get(path, ())


def confirming_nothing(place: Jurisdiction, evidence: Evidence) -> frozenset[str]:
    """Return the ids of the texts and sources of a place that never confirm a coded value.

    A summary is one; so is a law firm's page. A text with the address of a source is of its kind.
    """
    firms = {source.url: source.id for source in place.sources if source.kind == "law_firm"}
    weak = {text.id for text in evidence.texts if text.kind == NEVER_CONFIRMS or text.url in firms}
    return frozenset(weak) | frozenset(firms.values())


def only_weak(place: Jurisdiction, evidence: Evidence) -> list[str]:
    """Return the coded values on background checks that a law firm's page or a summary alone shows.

    Where a value has no words, the sources of its entry speak for it.
    """
    if not place.fair_chance:
        return []
    weak = confirming_nothing(place, evidence)
    found = []
    for path in place.fair_chance.coded_paths():
        grounds = evidence.fair_proof(path)
        cited = [ground.text for ground in grounds] or place.fair_chance.sources_of(path)
        if cited and weak.issuperset(cited):
            found.append(path)
    return found


class Data(StatesFile):
    """The facts and their proof, as everything after the loader has them."""

    evidence: dict[Code, Evidence] = Field(description="The proof of each place's facts, by code.")

    def evidence_of(self, place: Jurisdiction) -> Evidence:
        """Return a place's evidence; an empty one where it has no file, which a rule refuses."""
        return self.evidence.get(place.code) or Evidence(
            code=place.code, read=place.checked, texts=[], laws={}, amended=[], tell=[]
        )


def data_schema() -> dict[str, Any]:
    """Return the JSON Schema of facts and evidence together."""
    return deepcopy(_all_generated())


@cache
def _all_generated() -> dict[str, Any]:
    return Data.model_json_schema()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file of one place."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **deepcopy(_generated()),
        "title": "Record Relief: data/evidence/<code>.yaml",
    }


@cache
def _generated() -> dict[str, Any]:
    return Evidence.model_json_schema()
