"""A form as plain values: what its page, its PDF and its DOCX file are all made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..source.explainers import Fact
from ..source.fair_duties import DaySpan
from ..source.forms import Block, Form, Say, Step, Words, said, texts
from ..source.place import Jurisdiction
from . import labels
from .federal_holidays import HOLIDAYS
from .labels import N_
from .place_choice import StateChoice, state_choices
from .rules import is_open, place_name, waits_for

# What the days of a timeline are counted from, in words.
_FROM = {
    "start": N_("the first notice"),
    "disputed": N_("the day the company gets the dispute"),
    "notified": N_("the final notice"),
}


# Who makes the decision that waits; a screening company only reports.
_DECIDES = {
    "employer": {"private_employers", "public_employers", "contractors", "care_employers"},
    "landlord": {"landlords", "public_housing"},
}

# What a planner takes: the federal holidays have been those of today since the summer of 2021, and
# more other holidays than this are a slip of the finger.
FIRST_DAY, LAST_DAY = date(2022, 1, 1), date(2099, 12, 31)
MOST_HOLIDAYS = 9


@dataclass(frozen=True)
class PlaceTime:
    """A place's least time to answer, for the planner: `name` is the city or the state."""

    name: str
    time: DaySpan
    place: Jurisdiction

    @property
    def city(self) -> str:
        """The city or county whose law it is; empty for the state's."""
        return place_name(self.place, self.time) if self.time.local else ""

    @property
    def unconfirmed(self) -> bool:
        """Whether the number of days, or which days they are, is not confirmed."""
        base = f"times.{self.time.id}"
        return any(is_open(self.place.fair_chance, f"{base}.{x}") for x in ("days", "unit"))

    def count(self, *, disputed: bool = False) -> str:
        """Return how the first day for a decision is counted; longer where a dispute adds days."""
        more = (self.time.more_if_disputed or 0) if disputed else 0
        told = (
            N_("{place}: the day after {days} full {unit} from the first notice (not confirmed)")
            if self.unconfirmed
            else N_("{place}: the day after {days} full {unit} from the first notice")
        )
        only = self.time.only
        return told.format(
            place=f"{self.name} ({only})" if only else self.name,
            days=self.time.days + more,
            unit=labels.label("time.unit", self.time.unit),
        )


def place_times(places: Iterable[Jurisdiction], reader: str) -> list[PlaceTime]:
    """Return the spans of days that keep a reader's decision waiting, by place.

    Only those that bind the one who decides, in a city or in the whole state; the state's first.
    """
    return [
        PlaceTime(_named(place, time), time, place)
        for place in places
        for time in waits_for(place.fair_chance, reader)
        if _DECIDES[reader] & set(time.binds)
    ]


def _named(place: Jurisdiction, time: DaySpan) -> str:
    return f"{place_name(place, time)} ({place.name})" if time.local else place.name


def law_of(form: Form) -> list[str]:
    """Return the facts a form rests on, each once, in the form's order."""
    cited = (words.law for _, words in texts(form) if isinstance(words, Say))
    return list(dict.fromkeys(id_ for ids in cited for id_ in ids))


def count(step: Step) -> str:
    """Return how the day of a step is counted, in words."""
    if step.days == 0:
        return N_("Day 0")
    unit = labels.label("time.unit", step.unit)
    origin = _FROM.get(step.after) or N_("that")
    told = (
        N_("The day after {days} full {unit} from {origin}")
        if step.waits
        else N_("{days} {unit} after {origin}")
    )
    return told.format(days=step.days, unit=unit, origin=origin)


class Content:
    """A form's texts, with the facts behind each by their number in the form's list of law."""

    first_day, last_day, most_holidays = FIRST_DAY, LAST_DAY, MOST_HOLIDAYS
    holidays = HOLIDAYS

    def __init__(
        self, form: Form, facts: Mapping[str, Fact], places: Sequence[Jurisdiction]
    ) -> None:
        self.form = form
        self.law = [facts[id_] for id_ in law_of(form)]
        self._numbers = {fact.id: number for number, fact in enumerate(self.law, 1)}
        self._places = places
        self.times = place_times(places, form.for_[0]) if form.steps else []

    @property
    def states(self) -> list[StateChoice]:
        """The places to choose from, with their cities and counties."""
        return state_choices(self._places, self.form.for_[0])

    def text(self, words: Words) -> dict[str, Any]:
        """Return a text with the numbers of its facts, and where what it speaks of is to be had."""
        law = words.law if isinstance(words, Say) else []
        numbers = [self._numbers[id_] for id_ in law]
        urls = [url for number in numbers if (url := self.law[number - 1].url)]
        return {"say": said(words), "law": numbers, "urls": urls}

    @property
    def intro(self) -> list[dict[str, Any]]:
        """How to use the form."""
        return [self.text(words) for words in self.form.intro]

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The parts of the form with their blocks."""
        return [
            {"title": part.title, "blocks": [self._block(block) for block in part.blocks]}
            for part in self.form.sections
        ]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The steps of a planner: how each day is counted, in words and in numbers."""
        return [
            {
                **self.text(step.what),
                "id": step.id,
                "count": count(step),
                "days": step.days,
                "unit": step.unit,
                "after": step.after,
                "waits": step.waits,
            }
            for step in self.form.steps
        ]

    def plain(self) -> dict[str, Any]:
        """Return all of it as plain values, for the files."""
        sections = self.sections
        if self.form.steps:
            dates = {
                "type": "table",
                "columns": [N_("Step"), N_("Count"), N_("Date")],
                "rows": [[step["say"], step["count"], ""] for step in self.steps],
            }
            sections.append({"title": N_("The dates"), "blocks": [dates]})
        if self.times:
            rows = [[item.name, item.time.text, item.time.citation] for item in self.times]
            places = {
                "type": "table",
                "columns": [N_("Place"), N_("Its time to answer"), N_("Law")],
                "rows": rows,
            }
            note = {"type": "text", "say": NO_TIME, "law": []}
            sections.append({"title": N_("Places with a time"), "blocks": [places, note]})
        # How to use it is for whoever fills it in: the page says it, and what leaves does not.
        intro = [] if self.form.leaves else self.intro
        return {"intro": intro, "sections": sections}

    def _block(self, block: Block) -> dict[str, Any]:
        if block.columns:
            rows = [[""] * len(block.columns) for _ in range(block.rows)]
            return {"type": "table", "columns": list(block.columns), "rows": rows}
        if block.choose:
            return {
                "type": "choose",
                "say": block.choose,
                "law": [],
                "one": block.one,
                "options": [self.text(words) for words in block.options],
                "hint": self.text(block.hint) if block.hint else None,
            }
        for kind in ("text", "field", "tick"):
            words = getattr(block, kind)
            if words is not None:
                return {"type": kind, "kind": block.kind, **self.text(words)}
        raise ValueError("an empty block, which forms/lint.py refuses")


NO_TIME = N_(
    "For every other place we found no time in days in what we read. That does not prove that "
    "there is none: look at the place's own page, and ask a lawyer."
)
