"""What a question is: its answers, what each place answers, the groups and the counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ...languages.filled import Filled
from ...source.place import Jurisdiction
from ...source.values import Question
from ..evidence import StandingKind, Standings, weakest
from ..labels import LABELS, N_, NOTHING
from ..places import by_name, guide_url
from ..standingmarks import counted

# The map's six looks, from the answer that helps most to none (see the us_map component).
MARKS = ("solid", "diagonal", "dots", "cross", "lines", "outline")
NO_LAW = "no_law"
NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Answer:
    """One possible answer: its key, its words, its look, and how it stands in a sentence.

    The sentence opens a question's page: "in 7, we found no law". Where an answer has no clause
    (a year), its words stand there as they are. The letter begins a word of the label, so that who
    reads the map knows it again; a year is shortened ("’14"), and a dash says that there is none.
    """

    key: str
    label: str
    mark: str
    letter: str
    clause: str = ""

    @property
    def letter_begins_a_word(self) -> bool:
        """Whether the letter is one that can be known again in the label."""
        if self.letter == NOTHING:
            return True
        if year := re.fullmatch(r"’(\d\d)", self.letter):
            begins = rf"\b\d\d{year[1]}\b"
        elif self.letter.isdigit():
            begins = rf"\b{self.letter}\b"
        else:
            begins = rf"\b{re.escape(self.letter)}"
        return bool(re.search(begins, self.label, re.IGNORECASE))


@dataclass(frozen=True)
class Said:
    """A text behind an answer, and whether it is not confirmed."""

    text: str
    unconfirmed: bool = False

    @property
    def joint(self) -> str:
        """What parts it from a text after it: a list's items are no sentences."""
        return " " if self.text.endswith((".", "?", ":")) else "; "


def told(text: str, unconfirmed: bool = False) -> tuple[Said, ...]:
    """Return a text behind an answer; nothing where there is none."""
    return (Said(text, unconfirmed),) if text else ()


@dataclass(frozen=True)
class Detail:
    """What one law (or rule) of a place says on a question; `answers` for the place or not.

    `below` is where it stands, from the address of the guide: "law/#history".
    Where it is made of coded fields of a law, `law` is the law's id and `fields` are their paths;
    `rests` is then what the weakest of them rests on. `who` is whom alone it binds, in words, and
    `for_some` whether that leaves out some of those whom the question is about. `part` says, in
    words, which part of it alone has a number; the rest of it binds all. `unread` is a law in force
    whose rule could not be read: it answers nothing, and is told. `status` is why an entry does not
    count, in words.
    """

    title: str
    below: str
    labels: tuple[str, ...]
    said: tuple[Said, ...]
    unconfirmed: bool
    answers: bool = True
    law: str = ""
    fields: tuple[str, ...] = ()
    rests: StandingKind | None = None
    who: tuple[Said, ...] = ()
    for_some: bool = False
    part: str = ""
    unread: bool = False
    status: str = ""


@dataclass(frozen=True)
class Row:
    """A place's answer to a question, with the details behind it and what it rests on."""

    place: Jurisdiction
    answer: Answer
    details: tuple[Detail, ...]
    unconfirmed: bool

    @property
    def rests(self) -> StandingKind | None:
        """What the weakest value that it is made of rests on; nothing where no law gives it."""
        return weakest(item.rests for item in self.details if item.answers and item.rests)

    @property
    def exact(self) -> tuple[str, ...]:
        """The numbers behind an answer that only says between which they lie, in words."""
        found = (label for item in self.details if item.answers for label in item.labels)
        numbers = (label for label in found if isinstance(label, Filled))
        return tuple(dict.fromkeys(label for label in numbers if label != self.answer.label))

    @property
    def for_some(self) -> bool:
        """Whether it holds for some only."""
        found = [item.for_some for item in self.details if item.answers]
        return bool(found) and all(found)

    @property
    def part(self) -> str:
        """Which part of it holds for some only, in words; nothing where any law has no number."""
        found = [item.part for item in self.details if item.answers and not item.for_some]
        return found[0] if found and all(found) else ""

    @property
    def unread(self) -> bool:
        """Whether a law in force there could not be read."""
        return any(item.unread for item in self.details)

    @property
    def name(self) -> str:
        """The place's name."""
        return self.place.name

    @property
    def url(self) -> str:
        """The address of the place's guide."""
        return guide_url(self.place)


@dataclass(frozen=True)
class Group:
    """An answer and the places that give it, by name; `clause` is the answer inside a sentence."""

    answer: Answer
    rows: tuple[Row, ...]
    clause: str

    @property
    def count(self) -> int:
        """How many places give this answer."""
        return len(self.rows)


@dataclass(frozen=True)
class Topic:
    """A question with its answers in order; `answer` and `details` read a place.

    `tab` and `tab_ask` are the title and the question where a tab, a bookmark, a history, a link
    preview and a search engine show them, where its own words tell what the site is about.
    """

    id: Question
    title: str
    ask: str
    about: str
    answers: Sequence[Answer]
    answer: Callable[[Jurisdiction], str]
    details: Callable[[Jurisdiction], Iterable[Detail]]
    section: str
    tab: str = ""
    tab_ask: str = ""


@dataclass
class Comparison:
    """One question answered for every place."""

    topic: Topic
    places: Sequence[Jurisdiction]
    standings: Standings = field(default_factory=dict)
    rows: list[Row] = field(init=False)

    def __post_init__(self) -> None:
        answers = {answer.key: answer for answer in self.topic.answers}
        self.rows = []
        for place in by_name(self.places):
            details = tuple(self._rested(place, item) for item in self.topic.details(place))
            answer = answers[self.topic.answer(place)]
            unconfirmed = any(item.unconfirmed for item in details if item.answers)
            self.rows.append(Row(place, answer, details, unconfirmed))

    def _rested(self, place: Jurisdiction, detail: Detail) -> Detail:
        found = self.standings.get((place.code, detail.law), {})
        return replace(detail, rests=weakest(found[path].kind for path in detail.fields if found))

    @cached_property
    def groups(self) -> list[Group]:
        """The answers that some place gives, in order, each with its places."""
        return [
            Group(answer, rows, answer.clause or answer.label)
            for answer in self.topic.answers
            if (rows := tuple(row for row in self.rows if row.answer.key == answer.key))
        ]

    @cached_property
    def by_code(self) -> dict[str, Row]:
        """The rows by code."""
        return {row.place.code: row for row in self.rows}

    @property
    def url(self) -> str:
        """The address of the question's page."""
        return f"compare/{self.topic.id}/"

    @property
    def tab(self) -> str:
        """The question's title where a tab, a bookmark and a history show it."""
        return self.topic.tab or self.topic.title

    @property
    def tab_ask(self) -> str:
        """The question where a link preview and a search engine show it."""
        return self.topic.tab_ask or self.topic.ask

    @cached_property
    def by_law(self) -> bool:
        """Whether the table tells what each law says, not each place as a whole."""
        return any(detail.title for row in self.rows for detail in row.details)

    @cached_property
    def by_main_law(self) -> bool:
        """Whether a place's answer is that of one of several laws for survivors."""
        return any(detail.title and detail.law for row in self.rows for detail in row.details)

    @property
    def for_some(self) -> int:
        """How many answers hold for some only, such as employers with a number of employees."""
        return sum(row.for_some for row in self.rows)

    @property
    def unread(self) -> int:
        """In how many places a law in force could not be read."""
        return sum(row.unread for row in self.rows)

    @cached_property
    def resting(self) -> dict[StandingKind, int]:
        """How many answers rest on each kind; nothing for a question that no law answers."""
        return counted(row.rests for row in self.rows) if any(r.rests for r in self.rows) else {}

    @property
    def asked(self) -> list[Row]:
        """The places the question was asked of (some places have no fair-chance research)."""
        return [row for row in self.rows if row.answer.key != NOT_COVERED]


# The sections of the list of questions.
SURVIVORS_LAW = N_("The law for survivors")
OTHER_WAYS = N_("Other ways to clear a record")
BACKGROUND_CHECKS = N_("Background checks")

NONE_FOUND = Answer(
    NO_LAW,
    N_("No law for survivors found"),
    "outline",
    NOTHING,
    N_("we found no law for survivors"),
)
LEFT_OUT = Answer(NOT_COVERED, N_("Not part of this comparison"), "outline", NOTHING)


def worded(last: Answer | None, **choices: tuple[str, str, str]) -> list[Answer]:
    """Return answers in order, each `key=(letter, label, clause)`, with the looks in order.

    `last` is the answer that says there is nothing.
    """
    made = [
        Answer(key, label, MARKS[index], letter, clause)
        for index, (key, (letter, label, clause)) in enumerate(choices.items())
    ]
    return [*made, last] if last else made


def coded(labels: str, last: Answer | None, **choices: tuple[str, str]) -> list[Answer]:
    """Return answers that are coded values, each `value=(letter, clause)`, with their labels."""
    text = LABELS[labels]
    told = {value: (letter, text[value], clause) for value, (letter, clause) in choices.items()}
    return worded(last, **told)
