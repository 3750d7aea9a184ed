"""What belongs to no place: national help, federal facts, myths, practices, the glossary."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .texts import (
    NOTE_ON_CITATION,
    Cited,
    Email,
    Id,
    MaybeOriginal,
    News,
    Notes,
    Phone,
    Sources,
    Strict,
    Text,
    Url,
)
from .values import FactStatus, NoticeStage, Question, Topic, Who

# The id of the national hotline among the organisations: its number stands on every page.
HOTLINE = "national-hotline"


class Organisation(Strict):
    """National help, kept once."""

    id: Id = Field(description="Name by which places refer to it.")
    name: Text = Field(description="Its name.")
    url: Url = Field(description="Its page.")
    phone: Phone | None = Field(description="Its phone number, or null.")
    text_line: Text | None = Field(description="How to send it a text message, or null.")
    email: Email | None = Field(description="Its mail address, or null.")
    text: Text = Field(description="What it does.")
    news: list[News] = Field([], description="What is true only until a day.")
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


class Fact(Cited):
    """One federal fact behind the explainers."""

    id: Id = Field(description="Name of the fact.")
    topic: Topic = Field(description="The topic it belongs to.")
    text: Text = Field(description="The fact, in plain words.")
    who: list[Who] = Field(description="Whom it concerns.")
    status: FactStatus = Field(description="Whether the rule stands.")
    status_note: Text | None = Field(description="More on the status, or null.")
    citation: MaybeOriginal | None = Field(description="How the rule is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    quote: MaybeOriginal | None = Field(description="Words of the rule, or null.")
    url: Url | None = Field(
        None, description="Where the thing itself is to be had, such as an official form, or null."
    )
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
    notice: NoticeStage | None = Field(
        None, description="The notice that some laws ask for here: the page lists them, or null."
    )
    facts: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the facts behind it."
    )


class Term(Strict):
    """A legal term, explained where it first appears on a page."""

    id: Id = Field(description="Name of the term.")
    term: Text = Field(description="The term.")
    forms: Annotated[list[Text], Field(min_length=1, description="The words as texts use them.")]
    meaning: Text = Field(description="What it means, in plain words.")
