"""The shape of `data/packets.yaml`; `data/packets.schema.json` is made from these classes.

A packet is the papers to start from for one law. Its words stand here, what the law says does not:
a sentence stands under the coded value that it says, or names the fields of the law it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from .problems import Path
from .texts import Code, Id, MaybeText, Strict, Text
from .values import Kind

# Which packets a sheet is part of: that of a law, or that of a place's other ways.
For = Literal["law", "ways"]
# What is worked out from the data of a law or place and set into a sheet.
Insert = Literal[
    "caption", "cases", "choice", "forms", "granted", "remedies", "agencies", "unconfirmed",
    "cautions", "doubts", "texts", "steps", "ways", "own_record", "hiring",
]  # fmt: skip
Style = Literal["number", "sub", "tick"]
OwnStyle = Literal[Style, "bullet", "note"]
# Where the words behind an answer stand: in the paper, in a note for who drafts, or not here.
Quotes = Literal["words", "note", "none"]
# Stands for a field without a confirmed value, beside the values of the field.
OPEN = "unconfirmed"
TextKind = Literal[
    "heading", "text", "note", "room", "number", "sub", "tick", "bullet", "field"
]  # fmt: skip
TEXT_KINDS: tuple[TextKind, ...] = get_args(TextKind)
BLOCK_KINDS = (*TEXT_KINDS, "ask", "insert")


class Told(Strict):
    """A text that says what the law is, or one with legal words that does not.

    One that rests on fields of the law stands only where all of them are confirmed.
    """

    say: Text
    rests: list[Text] = Field([], description="Fields of the law it rests on, such as fee.rule.")
    at: list[Text] = Field([], description="Only in a sheet of some laws: where the words stand.")
    law: list[Id] = Field([], description="Facts of states.yaml it rests on.")
    plain: Text | None = Field(None, description="Why the text says nothing about the law.")


Words = Text | Told


class Block(Strict):
    """One thing in a sheet: exactly one of the kinds."""

    heading: Words | None = None
    text: Words | None = None
    note: Words | None = Field(None, description="For who drafts; taken out before filing.")
    room: Words | None = Field(None, description="Room for what only the case can tell.")
    number: Words | None = Field(None, description="A numbered paragraph.")
    sub: Words | None = Field(None, description="A lettered paragraph below a numbered one.")
    tick: Words | None = None
    bullet: Words | None = None
    field: Words | None = Field(None, description="Something to fill in on one line.")
    ask: Id | None = Field(None, description="A question: what the law says on it, and room.")
    insert: Insert | None = Field(None, description="What is worked out from the data.")
    when: dict[str, list[str]] = Field(
        {}, description='Only where each field has one of these values; "unconfirmed" is one.'
    )
    kinds: list[Kind] = Field([], description="Only for places of these kinds; none for all.")


class Sheet(Strict):
    """One paper of a packet."""

    id: Id
    title: Text
    for_: Annotated[list[For], Field(alias="for", min_length=1)]
    filed: bool = Field(description="Whether it goes to the court; others stay with the drafter.")
    when: dict[str, list[str]] = Field({}, description="As of a block: of the whole sheet.")
    blocks: Annotated[list[Block], Field(min_length=1)]


class Question(Strict):
    """A thing that a law asks, and how each answer of it is said."""

    id: Id
    title: Text
    fields: list[Text] = Field(description="The coded fields, whose words stand here.")
    text: Text | None = Field(None, description="The field that explains them in plain words.")
    items: Text | None = Field(None, description="A list of the law, each item with its room.")
    words: list[Text] = Field([], description="More fields whose words stand here.")
    style: Style = "number"
    first: list[Told] = Field([], description="Sentences that stand first, whatever the values.")
    say: dict[str, dict[str, Text]] = Field({}, description="By field and value: what is said.")
    only: dict[str, dict[str, Text]] = Field(
        {},
        description="What is said instead where it is the one answer of a law to these fields, so "
        "that its line can't be struck out.",
    )
    tell: dict[str, dict[str, Text]] = Field({}, description="The same, told to who drafts.")
    item: Text | None = Field(None, description="What follows each item, to fill in.")
    room: list[Text] = Field([], description="Room for what only the case can tell.")
    quotes: Quotes = Field("words", description="Where the words of the texts stand.")

    @property
    def paths(self) -> list[str]:
        """Every field whose words stand in the answer."""
        return [*self.fields, *self.words, *filter(None, (self.text, self.items))]


class Names(Strict):
    """How a paper and the person who files it are called where the law's title begins so."""

    begins: MaybeText
    paper: Text
    person: Text


class OwnLine(Strict):
    """A sentence for one law alone, held to the words of that law at the places named."""

    say: Text
    rests: Annotated[list[Text], Field(min_length=1)] = Field(description="Fields of the law.")
    at: Annotated[list[Text], Field(min_length=1)] = Field(
        description="Where in the text the words stand, as in the evidence."
    )
    style: OwnStyle = "number"


class OwnPart(Strict):
    """A part of the outline that one law alone has, such as what bars a motion."""

    title: Text
    before: Id = Field(description="The question before which it stands.")
    texts: list[Id] = Field([], description="Texts whose words stand here and nowhere else.")
    at: list[Text] = Field([], description="Where in those texts the words stand.")
    quotes: Quotes = "note"
    ways: list[Id] = Field(
        [], description="Other ways of the place that it is about: what is told of them stands too."
    )
    lines: list[OwnLine] = Field([], description="The sentences of this part.")


class Own(Strict):
    """What the packets of one law, or of several of a place, say beyond what every packet says.

    Where more than one speaks of a law, their sentences follow one another as in the file.
    """

    id: Id
    place: Code
    law: Id | Annotated[list[Id], Field(min_length=1)] = Field(
        description="The law, or a list of laws."
    )
    instead: list[Id] = Field(
        [], description="Questions where these sentences stand for those of the values."
    )
    alone: list[Id] = Field([], description="Questions where nothing else stands beside them.")
    adverse: list[Text] = Field(
        [], description="Where in a text words stand that speak against the person: only as notes."
    )
    open: dict[str, Text] = Field(
        {}, description="By marked field: what of it is open, where the rest of it is shown."
    )
    parts: list[OwnPart] = Field([], description="Parts of the outline that no other law has.")
    add: dict[str, list[OwnLine]] = Field({}, description="By question: the sentences added there.")
    order: list[OwnLine] = Field([], description="The proposed order, in place of the general one.")
    cover: list[OwnLine] = Field([], description="What the cover tells who drafts.")
    offices: list[OwnLine] = Field(
        [],
        description="More offices in the order's table of offices, after that of the arrest.",
    )
    sheets: list[Sheet] = Field(
        [],
        description="Sheets in place of those with the same id. One with an id of its own stands "
        "after the last that is filed.",
    )
    cite: dict[Id, Text] = Field(
        {}, description="By text: the section by whose places its words are cited."
    )
    row: dict[str, OwnLine] = Field(
        {},
        description="By coded field: what the table of a place's laws says, where the labels of "
        "the values would say too much.",
    )
    tells: list[Text] = Field(
        [],
        description="Coded fields of which the sentences here tell who drafts, where the note of "
        "their value would say too much or too little.",
    )
    caption: list[OwnLine] = Field(
        [], description="What the head of each paper calls it, in place of the law's citation."
    )
    titles: dict[Id, OwnLine] = Field(
        {}, description="By sheet: what the head of that paper calls it, below its caption."
    )
    head: list[OwnLine] = Field(
        [], description="How the head of each paper names the court and the case."
    )
    columns: list[OwnLine] = Field(
        [], description="More columns in the tables of cases, before how each ended."
    )
    leave_out: list[Text] = Field(
        [],
        description="The beginnings of doubts and cautions of the place that are about another law "
        "of it.",
    )

    @property
    def laws(self) -> list[str]:
        """The ids of its laws."""
        return [self.law] if isinstance(self.law, str) else self.law

    @property
    def lines(self) -> list[OwnLine]:
        """Every sentence that rests on words of the law, outside of its sheets."""
        of_parts = (line for part in self.parts for line in part.lines)
        added = (line for lines in self.add.values() for line in lines)
        found = (
            added,
            of_parts,
            self.order,
            self.cover,
            self.offices,
            self.row.values(),
            self.caption,
            self.titles.values(),
            self.head,
            self.columns,
        )
        return [line for lines in found for line in lines]


# What follows one another where several of them speak of a law.
_LISTS = (
    "instead", "alone", "adverse", "parts", "order", "cover", "offices", "sheets", "tells",
    "caption", "head", "columns", "leave_out",
)  # fmt: skip


class PacketsFile(Strict):
    """All of `data/packets.yaml`."""

    names: list[Names] = Field(description="The last one holds for every other title.")
    look_up: dict[str, Text] = Field(description="By field: what to look up where it is open.")
    ordered: dict[str, Text] = Field(description="By remedy: what the proposed order says.")
    labels: dict[str, Text] = Field(description="Short words that stand around what is worked out.")
    questions: list[Question]
    sheets: list[Sheet]
    own: list[Own]

    def own_of(self, place: str, law: str) -> Own:
        """Return all that is said of one law alone as one; empty where nothing is."""
        merged = Own(id="none", place=place, law=law)
        for own in self.own:
            if own.place != place or law not in own.laws:
                continue
            for name in _LISTS:
                getattr(merged, name).extend(getattr(own, name))
            for name, lines in own.add.items():
                merged.add.setdefault(name, []).extend(lines)
            for name in ("open", "cite", "row", "titles"):
                getattr(merged, name).update(getattr(own, name))
        return merged

    def question(self, name: str) -> Question:
        """Return a question by its id; raises KeyError for one that is not here."""
        return {question.id: question for question in self.questions}[name]


def said(words: Words) -> str:
    """Return a text as it reads, with or without its mark."""
    return words.say if isinstance(words, Told) else words


def block_text(block: Block) -> tuple[TextKind, Words] | None:
    """Return the kind and the text of a block, nothing where what it shows is worked out."""
    for kind in TEXT_KINDS:
        words = getattr(block, kind)
        if words is not None:
            return kind, words
    return None


def free_texts(file: PacketsFile) -> Iterator[tuple[Path, Words]]:
    """Yield every text that stands under no coded value, with its path."""
    for name, text in file.labels.items():
        yield ("labels", name), text
    for question in file.questions:
        base: Path = ("questions", question.id)
        yield (*base, "title"), question.title
        for index, line in enumerate(question.first):
            yield (*base, "first", index), line
        for index, text in enumerate(question.room):
            yield (*base, "room", index), text
        if question.item:
            yield (*base, "item"), question.item
    for base, sheet in sheets_of(file):
        yield (*base, "title"), sheet.title
        for index, block in enumerate(sheet.blocks):
            if found := block_text(block):
                yield (*base, "blocks", index, found[0]), found[1]


def sheets_of(file: PacketsFile) -> Iterator[tuple[Path, Sheet]]:
    """Yield every sheet with its path, those of some laws after the general ones."""
    for sheet in file.sheets:
        yield ("sheets", sheet.id), sheet
    for own in file.own:
        for sheet in own.sheets:
            yield ("own", own.id, "sheets", sheet.id), sheet


def value_texts(file: PacketsFile) -> Iterator[tuple[Path, str]]:
    """Yield every text that stands under a field or a coded value, with its path."""
    for name in ("look_up", "ordered"):
        for key, text in getattr(file, name).items():
            yield (name, key), text
    for question in file.questions:
        for name in ("say", "only", "tell"):
            for field, by_value in getattr(question, name).items():
                for value, text in by_value.items():
                    yield ("questions", question.id, name, field, value), text


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **PacketsFile.model_json_schema(),
        "title": "Record Relief: data/packets.yaml",
    }
