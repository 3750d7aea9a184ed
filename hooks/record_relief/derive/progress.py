"""How each place stands on each element of a strong law.

The elements are those that Polaris weighs in its report cards; the points are this site's own, and
each is explained where it is given. This is one table of judgements: change it here, and the page,
its sums and its "what one change would do" follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..source.coded import LAW_FIELD
from ..source.place import Jurisdiction
from ..source.values import Question
from . import labels as words
from .evidence import StandingKind, Standings
from .labels import N_
from .lawrows import is_unconfirmed
from .places import by_name, guide_url
from .questions import NO_LAW, Comparison, main_law
from .standingmarks import counted

BEST = 3
# What the law, or what was read of it, does not say, or says in words of its own.
UNKNOWN = None


@dataclass(frozen=True)
class Judgement:
    """The points for one coded value, 0 to 3 or unknown, and why."""

    points: int | None
    why: str


_NOT_STATED = Judgement(UNKNOWN, N_("The law, or what we read of it, does not say."))
_OWN_WORDS = Judgement(UNKNOWN, N_("The law uses its own words, which a table can't weigh."))


@dataclass(frozen=True)
class Element:
    """One element: a question that a comparison answers, or a coded field of the main law."""

    id: str
    title: str
    why: str
    judgements: Mapping[str, Judgement]
    question: Question | None = None
    field: str = ""


ELEMENTS = (
    Element(
        "relief",
        N_("Range of relief"),
        N_("A conviction that is only hidden can still be found and still counts in court."),
        {
            "cancel_and_clear": Judgement(3, N_("The conviction is gone, and so is the record.")),
            "cancel": Judgement(2, N_("The conviction is gone; the record of it may stay.")),
            "remove": Judgement(2, N_("The record is removed.")),
            "hide": Judgement(1, N_("The record is hidden from the public only.")),
            "other": Judgement(1, N_("It helps, but the record stays.")),
        },
        question="remedies",
    ),
    Element(
        "records",
        N_("Arrests and juvenile cases"),
        N_("An arrest or a juvenile case shows on checks too, even where nobody was convicted."),
        {
            "both": Judgement(3, N_("Reaches both.")),
            "arrests": Judgement(2, N_("Reaches arrests, not juvenile cases.")),
            "juvenile": Judgement(1, N_("Reaches juvenile cases, not arrests.")),
            "convictions": Judgement(0, N_("Reaches neither.")),
        },
        question="records",
    ),
    Element(
        "offenses",
        N_("Offenses"),
        N_("Traffickers force people into many kinds of crime."),
        {
            "any": Judgement(3, N_("Nobody is turned away for the kind of offense.")),
            "any_with_exclusions": Judgement(2, N_("Most offenses.")),
            "nonviolent": Judgement(2, N_("Most offenses, but none that counts as violent.")),
            "listed": Judgement(1, N_("What is not on the list stays.")),
            "prostitution_only": Judgement(0, N_("Every other offense stays.")),
        },
        question="offenses",
    ),
    Element(
        "decision",
        N_("Discretion"),
        N_("Where the court may say no to somebody who meets the test, the result is uncertain."),
        {
            "mandatory": Judgement(3, N_("Anyone who meets the test gets relief.")),
            "mixed": Judgement(2, N_("Certain for some, up to the judge for others.")),
            "discretionary": Judgement(1, N_("Up to the judge.")),
            "unspecified": _NOT_STATED,
        },
        question="decision",
    ),
    Element(
        "nexus",
        N_("Link to trafficking"),
        N_("The tighter the link, the more of what trafficking led to is left out."),
        {
            "not_required": Judgement(3, N_("No link has to be shown.")),
            "during_trafficking": Judgement(3, N_("It is enough that it happened then.")),
            "as_a_result": Judgement(2, N_("A result, even an indirect one.")),
            "direct_result": Judgement(1, N_("The result must be direct.")),
            "coerced": Judgement(1, N_("Force or pressure behind this very offense.")),
            "under_duress": Judgement(1, N_("A threat behind this very offense.")),
            "other": _OWN_WORDS,
            "unspecified": _NOT_STATED,
        },
        field="nexus.standard",
    ),
    Element(
        "timing",
        N_("Time limits and waits"),
        N_("It takes years to be safe enough to ask, and a record does harm in each of them."),
        {
            "no_limit": Judgement(3, N_("Any time.")),
            "no_wait": Judgement(2, N_("No wait; nothing was read about a deadline.")),
            "deadline": Judgement(1, N_("No wait, but a delay can be held against a person.")),
            "wait": Judgement(0, N_("A wait, or a day after which it is too late.")),
            "unspecified": _NOT_STATED,
        },
        question="timing",
    ),
    Element(
        "hearing",
        N_("Hearing"),
        N_("Telling it again in court is hard, and not needed where nobody objects."),
        {
            "if_contested": Judgement(3, N_("Only if somebody objects.")),
            "discretionary": Judgement(2, N_("Only if the court wants one.")),
            "required": Judgement(1, N_("Always.")),
            "unspecified": _NOT_STATED,
        },
        field="hearing.rule",
    ),
    Element(
        "proof",
        N_("Burden of proof"),
        N_("Few survivors have papers, and traffickers keep none."),
        {
            "preponderance": Judgement(3, N_("More likely than not is enough.")),
            "clear_and_convincing": Judgement(1, N_("A higher bar.")),
            "other": _OWN_WORDS,
            "unspecified": _NOT_STATED,
        },
        question="proof",
    ),
    Element(
        "documents",
        N_("Official documentation"),
        N_("Papers help those who have them. A law that asks for them shuts out all others."),
        {
            "presumption": Judgement(3, N_("Not needed, and they count strongly.")),
            "not_required": Judgement(2, N_("Not needed.")),
            "required": Judgement(0, N_("Needed.")),
            "unaddressed": _NOT_STATED,
        },
        question="documents",
    ),
    Element(
        "privacy",
        N_("Confidentiality"),
        N_("A filing tells what happened. It should not lead others to the person who was harmed."),
        {
            "protected": Judgement(3, N_("The filing is kept private.")),
            "partial": Judgement(2, N_("Part of it is kept private.")),
            "unspecified": _NOT_STATED,
        },
        question="privacy",
    ),
)
TOTAL = BEST * len(ELEMENTS)


@dataclass(frozen=True)
class Mark:
    """How a place stands on one element. `points` is None where that is not known.

    `rests` is what the value behind it rests on, where that is to be told.
    """

    element: Element
    label: str
    points: int | None
    unconfirmed: bool
    rests: StandingKind | None = None

    @property
    def gain(self) -> int:
        """How many points the best rule would add to what is known to be there."""
        return BEST - (self.points or 0)


@dataclass(frozen=True)
class Standing:
    """How a place stands on all elements."""

    place: Jurisdiction
    marks: tuple[Mark, ...]

    @property
    def url(self) -> str:
        """The address of the place's guide."""
        return guide_url(self.place)

    @property
    def has_law(self) -> bool:
        """Whether there is a law to judge."""
        return bool(self.place.relief)

    @property
    def low(self) -> int:
        """The points if nothing that is unknown helps."""
        return sum(mark.points or 0 for mark in self.marks)

    @property
    def high(self) -> int:
        """The points if all that is unknown is at its best."""
        return self.low + (BEST * self.unknown if self.has_law else 0)

    @property
    def unknown(self) -> int:
        """On how many elements it is not known how the place stands."""
        return sum(mark.points is None for mark in self.marks)

    @cached_property
    def changes(self) -> list[Mark]:
        """The single changes that would add most, the largest first."""
        open_ = [mark for mark in self.marks if mark.points is not None and mark.gain]
        return sorted(open_, key=lambda mark: -mark.gain)


@dataclass(frozen=True)
class Change:
    """What it would do if every law had the best rule on one element."""

    element: Element
    best: int
    """How many places have it already."""
    less: int
    """How many have a weaker rule, as read."""
    unknown: int
    """For how many it is not known."""
    points: int
    """The points it would add in all to places with a weaker rule."""


def standings(
    places: Sequence[Jurisdiction],
    comparisons: Mapping[str, Comparison],
    rests: Standings | None = None,
) -> list[Standing]:
    """Return how each place stands, by name; `rests` is what the coded values rest on."""
    rests = rests or {}
    return [
        Standing(place, tuple(_mark(place, element, comparisons, rests) for element in ELEMENTS))
        for place in by_name(places)
    ]


def changes(found: Sequence[Standing]) -> list[Change]:
    """Return what the best rule on each element would do, among the places with a law."""
    made = []
    for index, element in enumerate(ELEMENTS):
        marks = [standing.marks[index] for standing in found if standing.has_law]
        gains = [mark.gain for mark in marks if mark.points is not None]
        best = gains.count(0)
        less, unknown = len(gains) - best, len(marks) - len(gains)
        made.append(Change(element, best, less, unknown, sum(gains)))
    return made


def resting(found: Sequence[Standing]) -> dict[StandingKind, int]:
    """Return how many judgements of laws rest on each kind, the strongest first."""
    return counted(mark.rests for standing in found for mark in standing.marks)


def _mark(
    place: Jurisdiction,
    element: Element,
    comparisons: Mapping[str, Comparison],
    rests: Standings,
) -> Mark:
    law = main_law(place)
    if law is None:
        return Mark(element, N_("No law for survivors found"), 0, False)
    if element.question:
        row = comparisons[element.question].by_code[place.code]
        key, label, unconfirmed = row.answer.key, row.answer.label, row.unconfirmed
        kind = row.rests
    else:
        (key,) = LAW_FIELD[element.field].of(law)
        label, unconfirmed = words.label(element.field, key), is_unconfirmed(law, element.field)
        found = rests.get((place.code, law.id), {})
        kind = found[element.field].kind if found else None
    return Mark(element, label, element.judgements[key].points, unconfirmed, kind)


def answer_label(element: Element, key: str, comparisons: Mapping[str, Comparison]) -> str:
    """Return the words for an answer that an element judges; raises KeyError for no answer."""
    if element.question is None:
        return words.label(element.field, key)
    answers = comparisons[element.question].topic.answers
    return {answer.key: answer.label for answer in answers if answer.key != NO_LAW}[key]
