"""The shape of `data/forms.yaml`; `data/forms.schema.json` is made from these classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from .problems import Path
from .texts import Id, Internal, Strict, Text
from .values import DayUnit, Who

FieldKind = Literal["line", "long", "date", "sign"]
Use = Literal["sent", "given", "kept"]
# What the law of a state and a city adds to a form: what to weigh, or what a notice must say.
Adds = Literal["factors", "application", "facts", "first", "final"]
# From which day a step of a timeline is counted: one of these, or the id of an earlier step.
DAYS = ("start", "disputed", "notified")


class Say(Strict):
    """A text that says what the law is (`law`), or has legal words and does not (`plain`: why)."""

    say: Text
    law: list[Id] = Field([], description="The facts of states.yaml that the text rests on.")
    plain: Internal | None = Field(None, description="Why the text says nothing about the law.")


Words = Text | Say


class Block(Strict):
    """One thing in a form: exactly one of text, field, choose, tick, columns and adds."""

    text: Words | None = None
    field: Words | None = Field(None, description="Something to fill in.")
    kind: FieldKind = Field("line", description="Of a field: long = several lines.")
    choose: Text | None = Field(None, description="A question with `options` to tick.")
    options: list[Words] = Field([], description="What can be chosen.")
    one: bool = Field(False, description="Only one option may be chosen.")
    hint: Words | None = Field(None, description="How to tick what is to choose or is added.")
    tick: Words | None = Field(None, description="One box to tick.")
    columns: list[Text] = Field([], description="A table to fill in, with so many empty `rows`.")
    rows: Annotated[int, Field(ge=0, le=40)] = 0
    asked: bool = Field(
        False,
        description="true = the paper says too little without it: the page tells before it prints "
        "that it is empty.",
    )
    optional: bool = Field(False, description="true = left out of what is printed while empty.")
    answer_by: bool = Field(
        False,
        description="true = the last day to answer: the page tells of one that is past, or earlier "
        "than the law of the chosen place lets it be.",
    )
    yields: bool = Field(
        False,
        description="true = the page leaves it out, while it is empty, where a law of the chosen "
        "place has a heading of its own to fill in.",
    )
    aside: bool = Field(
        False,
        description="true = for whoever fills it in: not in what the page prints.",
    )
    records: bool = Field(
        False,
        description="true = it lets a record count: the page leaves it out where a law of the "
        "chosen city bars that.",
    )
    barred: bool = Field(
        False,
        description="true = it stands only where a law of the chosen city bars the use of records; "
        "the blank files leave it out.",
    )
    adds: Adds | None = Field(
        None,
        description="Where the page puts what the law of the chosen state and city adds: "
        "`factors`, or what a notice of that stage must say. The blank files leave it out.",
    )


class Part(Strict):
    """A part of a form under one heading."""

    title: Text | None
    optional: bool = Field(
        False, description="true = left out of what is printed while nothing is filled in."
    )
    blocks: Annotated[list[Block], Field(min_length=1)]


class Step(Strict):
    """A step of a timeline: so many days after `after`."""

    id: Id
    what: Words
    days: Annotated[int, Field(ge=0, le=400)]
    unit: DayUnit
    after: Id
    waits: bool = Field(False, description="A place's own least time to answer counts here.")


class More(Strict):
    """A page of this site to read beside a form."""

    name: Text = Field(description="What is to be found there: the words of the link.")
    page: Internal = Field(description="Its address, from the root of the site.")


class Form(Strict):
    """A form, a letter or a planner."""

    id: Id
    title: Text
    heading: Text | None = Field(
        None, description="The title on paper, for the person; null where `title` stands there."
    )
    for_: Annotated[list[Who], Field(alias="for", min_length=1)]
    use: Use = Field(
        description="sent = to one person, company or court; given = the same text to everyone; "
        "kept = stays with whoever fills it in. What is sent or given carries nothing of this site."
    )
    summary: Text
    description: Annotated[Text, Field(max_length=160)]
    intro: list[Words]
    more: More | None = Field(
        None, description="What to read beside it; the paper and the files leave it out."
    )
    barred: Words | None = Field(
        None,
        description="What is told of the page where a law of the chosen city bars the use of "
        "records.",
    )
    barred_by_hand: Words | None = Field(
        None, description="The same of the blank files, where these differ from the page."
    )
    sections: list[Part]
    steps: list[Step] = Field([], description="Make the form a planner of dates.")

    @property
    def url(self) -> str:
        """The address of the form's page, from the root of the site."""
        return f"tools/{self.id}/"

    @property
    def title_on_paper(self) -> str:
        """The title as whoever is handed the paper reads it."""
        return self.heading or self.title

    @property
    def leaves(self) -> bool:
        """Whether it leaves the hands of whoever fills it in: then it names this site nowhere."""
        return self.use != "kept"

    @property
    def asks(self) -> bool:
        """Whether anything in it is told before it is printed if it is empty."""
        return any(block.asked for part in self.sections for block in part.blocks)

    @property
    def adds(self) -> Adds | None:
        """What the law of a state and its cities adds to it, or None."""
        blocks = (block for part in self.sections for block in part.blocks)
        return next((block.adds for block in blocks if block.adds), None)

    def file(self, ending: str) -> str:
        """Return the address of the blank form as a file: "pdf" or "docx"."""
        return f"tools/{self.id}.{ending}"

    def list_file(self, ending: str) -> str:
        """Return the address of the list of what each place adds, as a file."""
        return f"tools/{self.id}-by-place.{ending}"


class FormsFile(Strict):
    """All of `data/forms.yaml`."""

    forms: list[Form]


def said(words: Words) -> str:
    """Return a text as it reads, with or without its mark."""
    return words.say if isinstance(words, Say) else words


def texts(form: Form) -> Iterator[tuple[Path, Words]]:
    """Yield every text of a form with its path in the entry, in the order of the page."""
    yield ("title",), form.title
    if form.heading:
        yield ("heading",), form.heading
    yield ("summary",), form.summary
    for index, words in enumerate(form.intro):
        yield ("intro", index), words
    if form.more:
        yield ("more", "name"), form.more.name
    for name in ("barred", "barred_by_hand"):
        if (words := getattr(form, name)) is not None:
            yield (name,), words
    for number, step in enumerate(form.steps):
        yield ("steps", number, "what"), step.what
    for number, part in enumerate(form.sections):
        base: Path = ("sections", number)
        if part.title:
            yield (*base, "title"), part.title
        for index, block in enumerate(part.blocks):
            yield from _block_texts(block, (*base, "blocks", index))


def _block_texts(block: Block, base: Path) -> Iterator[tuple[Path, Words]]:
    for name in ("text", "field", "choose", "tick"):
        words = getattr(block, name)
        if words is not None:
            yield (*base, name), words
    if block.hint is not None:
        yield (*base, "hint"), block.hint
    for name in ("options", "columns"):
        for index, words in enumerate(getattr(block, name)):
            yield (*base, name, index), words


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **FormsFile.model_json_schema(),
        "title": "Record Relief: data/forms.yaml",
    }
