"""A form as plain values: what its page, its PDF and its DOCX file are all made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..source.fair_duties import DaySpan
from ..source.forms import Block, Form, Say, Step, Words, said, texts
from ..source.place import Jurisdiction
from . import labels
from .binding import BindingLaw
from .federal_holidays import HOLIDAYS
from .form_parts import (
    GivesWay,
    LawParts,
    Part,
    Translate,
    cases_once,
    exceptions_to,
    form_parts,
    has_ended,
    law_bars,
    law_tests,
    time_words,
)
from .labels import N_
from .place_choice import StateChoice, state_choices
from .rule_periods import ALWAYS, Dated, Period, in_periods, period_words
from .rules import (
    NO_NUMBER,
    audience_for,
    is_open,
    is_reach_open,
    least_for,
    place_name,
    reach_of,
    times_for,
    waits_for,
)
from .site import Facts
from .wording import day

# What the days of a timeline are counted from, in words.
_FROM = {
    "start": N_("the first notice"),
    "disputed": N_("the day the company gets the dispute"),
    "notified": N_("the final notice"),
}

_RECEIVED = N_("the day the person has the notice")

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
    """A place's least time to answer, for the planner: `name` is the city or the state.

    `say` translates a text of the code; the time is in that language already. `period` is when it
    holds as it is told here.
    """

    name: str
    time: DaySpan
    place: Jurisdiction
    say: Translate = str
    period: Period = ALWAYS

    @property
    def shown(self) -> tuple[Any, ...]:
        """What a page shows of it."""
        who = self.least, self.reach, self.is_reach_open
        return self.name, self.time, self.unconfirmed, self.exceptions, *who

    @property
    def city(self) -> str:
        """The city or county whose law it is; empty for the state's."""
        return place_name(self.place, self.time) if self.time.local else ""

    @property
    def unconfirmed(self) -> bool:
        """Whether the number of days, or which days they are, is not confirmed."""
        base = f"times.{self.time.id}"
        return any(is_open(self.place.fair_chance, f"{base}.{x}") for x in ("days", "unit"))

    @property
    def exceptions(self) -> list[GivesWay]:
        """Where the law that it belongs to gives way."""
        fair = self.place.fair_chance
        return exceptions_to(fair, self.time) if fair else []

    @property
    def text(self) -> str:
        """The rule in words, with a note where its first day was not found."""
        return time_words(self.time, self.say)

    @property
    def length(self) -> str:
        """How many days it has, in words."""
        unit = self.say(labels.label("time.unit", self.time.unit))
        return self.say(N_("{days} {unit}")).format(days=self.time.days, unit=unit)

    @property
    def purpose(self) -> str:
        """What it is for, in words."""
        return labels.label("time.purpose", self.time.purpose)

    @property
    def least(self) -> int | None:
        """From how many employees or homes on it binds; None where it names no number."""
        fair = self.place.fair_chance
        return least_for(fair, self.time) if fair else None

    @property
    def reach(self) -> str:
        """The same in words; also what is told of it where no number is known, or confirmed."""
        fair = self.place.fair_chance
        told = reach_of(fair, self.time) if fair else ""
        return self.say(told) if told else ""

    @property
    def is_reach_open(self) -> bool:
        """Whether that is not confirmed."""
        fair = self.place.fair_chance
        return bool(fair and is_reach_open(fair, self.time))

    @property
    def is_any_open(self) -> bool:
        """Whether its days, or what is told of whom it binds, is not confirmed."""
        return self.unconfirmed or bool(self.reach and self.is_reach_open)

    @property
    def on_receipt(self) -> bool:
        """Whether to count from the day the person had all of it; so, too, where no text says."""
        return self.time.on_receipt or not self.time.starts

    def count(self, *, disputed: bool = False) -> str:
        """Return how the first day for a decision is counted; longer where a dispute adds days."""
        more = (self.time.more_if_disputed or 0) if disputed else 0
        told = (
            N_("{place}: the day after {days} full {unit} from {starts} (not confirmed)")
            if self.unconfirmed
            else N_("{place}: the day after {days} full {unit} from {starts}")
        )
        only = self.time.only
        counted = self.say(told).format(
            place=f"{self.name} ({only})" if only else self.name,
            days=self.time.days + more,
            unit=self.say(labels.label("time.unit", self.time.unit)),
            starts=self.time.starts or self.say(_RECEIVED),
        )
        return counted if self.time.starts else f"{counted}. {self.say(NO_START)}"


@dataclass(frozen=True)
class Adding:
    """What the laws of a state, a city or a county add to a form, law by law.

    `unread` is how those are cited that were not read whole: they can ask for more.
    """

    name: str
    laws: list[LawParts] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def place_times(
    places: Iterable[Jurisdiction], reader: str, say: Translate = str
) -> list[PlaceTime]:
    """Return the spans of days that keep a reader's decision waiting, by place.

    Only those that bind the one who decides, in a city or in the whole state; the state's first.
    """
    return [
        PlaceTime(_named(place, time), time, place, say)
        for place in places
        if place.fair_chance
        for time in waits_for(place.fair_chance, reader)
        if _DECIDES[reader] & set(time.binds) and not has_ended(place.fair_chance, time)
    ]


def other_times(
    places: Iterable[Jurisdiction], reader: str, say: Translate = str
) -> list[PlaceTime]:
    """Return the spans of days of a reader or a person that keep no decision waiting."""
    return [
        PlaceTime(_named(place, time), time, place, say)
        for place in places
        if place.fair_chance
        for time in times_for(place.fair_chance, reader)
        if time not in waits_for(place.fair_chance, reader)
        and _DECIDES[reader] & set(time.binds)
        and not has_ended(place.fair_chance, time)
    ]


def _named(place: Jurisdiction, time: DaySpan) -> str:
    return f"{place_name(place, time)} ({place.name})" if time.local else place.name


def law_of(form: Form) -> list[str]:
    """Return the facts a form rests on, each once, in the form's order."""
    cited = (words.law for _, words in texts(form) if isinstance(words, Say))
    return list(dict.fromkeys(id_ for ids in cited for id_ in ids))


def count(step: Step, say: Translate = str) -> str:
    """Return how the day of a step is counted, in words."""
    if step.days == 0:
        return say(N_("Day 0"))
    unit = say(labels.label("time.unit", step.unit))
    origin = say(_FROM.get(step.after) or N_("that"))
    told = (
        N_("The day after {days} full {unit} from {origin}")
        if step.waits
        else N_("{days} {unit} after {origin}")
    )
    return say(told).format(days=step.days, unit=unit, origin=origin)


class Content:
    """A form's texts, with the facts behind each by their number in the form's list of law.

    `form` is one of those of `facts`, in their language.
    """

    first_day, last_day, most_holidays = FIRST_DAY, LAST_DAY, MOST_HOLIDAYS
    holidays = HOLIDAYS

    def __init__(self, form: Form, facts: Facts) -> None:
        self.form = form
        self.law = [facts.fact[id_] for id_ in law_of(form)]
        self._numbers = {fact.id: number for number, fact in enumerate(self.law, 1)}
        self._places = facts.places
        self._say = say = facts.say
        self._in_words = facts.in_words
        reader = form.for_[0]
        # How long the person may take to answer a first notice: its page holds the day against it.
        # Each rule is told with the period in which it holds.
        self.answer_times: list[PlaceTime] = []
        self.times: list[PlaceTime] = []
        self.other_times: list[PlaceTime] = []
        self.tests: list[LawParts] = []
        self.bars: list[LawParts] = []
        self.changing: list[BindingLaw] = []
        if form.steps:
            self._plan(facts, reader)
        # What the laws of each place add, the state's law before its cities'.
        self.adds: list[LawParts] = []
        if adds := form.adds:
            self.adds = in_periods(
                facts.rule_stretches,
                lambda places: cases_once(form_parts(places, reader, adds, say)),
            )
        if adds == "first":
            self.answer_times = self._dated(place_times, facts, reader)
        self._unread = facts.may_ask_more(reader)

    def _plan(self, facts: Facts, reader: str) -> None:
        """Find what a planner tells of each place, for any first day."""
        self.times = self._dated(place_times, facts, reader)
        self.other_times = self._dated(other_times, facts, reader)
        # When a record may be the reason for a no, and what may never be, whatever that test says.
        self.tests = self._dated(law_tests, facts, reader)
        self.bars = self._dated(law_bars, facts, reader)
        # What a law becomes, or is said to: a plan may reach past that day.
        laws = facts.binding[audience_for(reader)].laws
        self.changing = [law for law in laws if law.next]

    def _dated(
        self,
        make: Callable[[Sequence[Jurisdiction], str, Translate], list[Any]],
        facts: Facts,
        reader: str,
    ) -> list[Any]:
        return in_periods(facts.rule_stretches, lambda places: make(places, reader, self._say))

    @property
    def number(self) -> str:
        """What a reader is asked for the numbers of the laws; empty where no law names one."""
        named = [law.least for law in (*self.adds, *self.tests, *self.bars)]
        named += [item.least for item in self.times]
        if not any(named):
            return ""
        if self.form.for_[0] == "landlord":
            return self._say(N_("Number of homes you rent out, if you know it"))
        return self._say(N_("Number of employees, if you know it"))

    @property
    def unsure(self) -> dict[str, str]:
        """What the paper says of what is not confirmed, or in doubt, and put in all the same."""
        return UNSURE_TO_WEIGH if self.form.adds == "factors" else UNSURE

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
    def barred(self) -> str:
        """What is told of the page where a law bars the use of records; empty for none."""
        return said(self.form.barred) if self.form.barred else ""

    @property
    def barred_by_hand(self) -> str:
        """The same of the blank files."""
        return said(self.form.barred_by_hand) if self.form.barred_by_hand else self.barred

    @property
    def intro(self) -> list[dict[str, Any]]:
        """How to use the form."""
        return [self.text(words) for words in self.form.intro]

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The parts of the form with their blocks."""
        return [
            {
                "title": part.title,
                "optional": part.optional,
                "blocks": [self._marked(block) for block in part.blocks],
            }
            for part in self.form.sections
        ]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The steps of a planner: how each day is counted, in words and in numbers."""
        of_dispute = {"disputed"}
        of_dispute |= {step.id for step in self.form.steps if step.after in of_dispute}
        return [
            {
                **self.text(step.what),
                "if_disputed": step.after in of_dispute,
                "id": step.id,
                "count": count(step, self._say),
                "days": step.days,
                "unit": step.unit,
                "after": step.after,
                "waits": step.waits,
            }
            for step in self.form.steps
        ]

    def plain(self) -> dict[str, Any]:
        """Return all of it as plain values, for the files."""
        say = self._say
        sections = [
            {**part, "blocks": [block for block in part["blocks"] if _in_files(block)]}
            for part in self.sections
        ]
        if self.form.steps:
            dates = {
                "type": "table",
                "columns": [say(N_("Step")), say(N_("Count")), say(N_("Date"))],
                "rows": [[step["say"], step["count"], ""] for step in self.steps],
            }
            sections.append({"title": say(N_("The dates")), "blocks": [dates]})
        if self.times:
            rows = [[self._whose(item), item.text, item.time.cited] for item in self.times]
            places = {
                "type": "table",
                "columns": [say(N_("Place")), say(N_("Its time to answer")), say(N_("Law"))],
                "rows": rows,
            }
            note = {"type": "text", "say": say(NO_TIME), "law": []}
            sections.append({"title": say(N_("Places with a time")), "blocks": [places, note]})
        # How to use it is for whoever fills it in: the page says it, and what leaves does not.
        intro = [] if self.form.leaves else self.intro
        return {"intro": intro, "sections": sections}

    def period(self, item: Dated) -> str:
        """Return when something of a page holds, in words; empty where it always does."""
        return period_words(item.period, self._say, self._in_words)

    def changes(self, law: LawParts) -> list[dict[str, str]]:
        """Return what changes a law on a day in words alone, and whether that is confirmed.

        Of what is confirmed also its day, and what is said from then on.
        """
        began = N_("What has changed: {text}")
        return [
            {
                "say": told,
                "day": str(change.day) if change.confirmed else "",
                "began": self._say(began).format(text=change.text) if change.confirmed else "",
            }
            for told, change in zip(change_words(law, self._say), law.changes, strict=True)
        ]

    def in_force(self, item: Dated) -> str:
        """Return the same as a sentence."""
        return _in_force(self.period(item), self._say)

    def narrow(self, item: PlaceTime) -> str:
        """Return whom alone a time binds, and when it does, in words; empty where always all."""
        return "; ".join(filter(None, (item.reach, item.time.only, self.period(item))))

    def _whose(self, item: PlaceTime) -> str:
        """Return the place of a time, whom it binds and when, and whether it is not confirmed."""
        told = [item.name]
        if narrow := self.narrow(item):
            told.append(f"({narrow})")
        if item.is_any_open:
            told.append(f"({self._say(N_('not confirmed'))})")
        return " ".join(told)

    @property
    def adds_by_place(self) -> list[tuple[Jurisdiction, list[Adding]]]:
        """What the laws add, place by place, and which were not read; the others are left out."""
        found = [(place, list(self._adding(place).values())) for place in self._places]
        return [(place, adding) for place, adding in found if adding]

    def _adding(self, place: Jurisdiction) -> dict[str, Adding]:
        """Return what the laws of a place add, by the name of the state, the city or the county."""
        found: dict[str, Adding] = {}
        for law in self.adds:
            if law.place.code == place.code:
                found.setdefault(law.name, Adding(law.name)).laws.append(law)
        for own, unread in self._unread:
            # What a state adds is told; a city's law that adds nothing here may ask for all of it.
            if own.code == place.code and (unread.city or unread.name in found):
                found.setdefault(unread.name, Adding(unread.name)).unread.append(unread.citation)
        return found

    def list_of_places(self) -> dict[str, Any]:
        """Return what each place adds as plain values, for whoever fills in the blank form."""
        intro = [{"say": self._say(words), "law": []} for words in LIST_INTRO]
        about = (self.barred_by_hand, self._say, self._in_words)
        return {
            "intro": intro,
            "sections": [
                {
                    "title": place.name,
                    "blocks": [block for adding in found for block in _listed(adding, *about)],
                }
                for place, found in self.adds_by_place
            ],
        }

    def _marked(self, block: Block) -> dict[str, Any]:
        """Return a block with where and when it stands: for records, or where none may count."""
        marks = ("records", "barred", "asked", "optional", "yields", "aside", "answer_by")
        return {**self._block(block), **{name: getattr(block, name) for name in marks}}

    def _block(self, block: Block) -> dict[str, Any]:
        if block.columns:
            rows = [[""] * len(block.columns) for _ in range(block.rows)]
            return {"type": "table", "columns": list(block.columns), "rows": rows}
        if block.adds:
            return {"type": "adds", "hint": self.text(block.hint) if block.hint else None}
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


def _in_files(block: Mapping[str, Any]) -> bool:
    """Return whether a block stands in the blank files, which know no place."""
    return block["type"] != "adds" and not block["barred"]


def who_must(law: LawParts, say: Translate = str) -> str:
    """Return who must follow a law, and from how many employees or homes on, in words.

    Empty where only the words of the rule tell.
    """
    if law.is_for_all:
        return ""
    who = ", ".join(say(labels.label("bound", name)) for name in law.duty.binds)
    only, threshold = law.duty.only, law.threshold
    if law.duty.local or not threshold:
        if law.duty.local and law.is_reach_open and not threshold:
            threshold = say(NO_NUMBER)
        told = [who, *(words for words in (only, threshold) if words)]
        found = say(_MAY if law.is_reach_open else _MUST).format(who="; ".join(told).rstrip("."))
    else:
        found = say(_MAY_OF_STATE if law.is_reach_open else _MUST_OF_STATE).format(
            who=f"{who}; {only}" if only else who, threshold=threshold.rstrip(".")
        )
    if law.duty.any_size:
        found = f"{found} {say(ANY_SIZE)}"
        return f"{found} {say(REACH_OPEN)}" if law.is_reach_open else found
    found = f"{found} {law.below}" if law.below else found
    is_unsure = law.is_reach_open or law.is_told_open
    return f"{found} {say(REACH_OPEN)}" if is_unsure else found


def open_words(law: LawParts, say: Translate = str, in_words: Callable[[date], str] = day) -> str:
    """Return why some parts of a law stand in no letter, unless whoever writes it wants it."""
    if law.local and law.is_doubtful:
        if law.local.status == "not_yet" and law.local.effective:
            told = say(
                N_("Not in force before {day}. The safe course is to follow it all the same:")
            )
            return told.format(day=in_words(law.local.effective))
        told = say(
            N_(
                "In doubt, because {why}. The safe course is to follow it all the same. Ask a "
                "lawyer before you leave it aside:"
            )
        )
        return told.format(why=law.local.doubt)
    if law.is_rule:
        return say(
            N_(
                "Not all of this is confirmed in the law itself. The safe course is to follow it "
                "all the same:"
            )
        )
    if law.is_test:
        return say(
            N_(
                "Not confirmed in the law itself. Where it asks something of you, the safe course "
                "is to follow it all the same. Ask a lawyer before you say no because of a record:"
            )
        )
    if law.offered:
        return say(
            N_(
                "Not confirmed in the law itself. The safe course is to follow it all the same. "
                "Tick what you want to print:"
            )
        )
    return say(N_("Not confirmed in the law itself. The safe course is to follow it all the same:"))


def change_words(law: LawParts, say: Translate = str) -> list[str]:
    """Return what changes a law on a day; each text names its day."""
    sure, reported = N_("What changes: {text}"), N_("Reported, but not confirmed: {text}")
    return [
        say(sure if change.confirmed else reported).format(text=change.text)
        for change in law.changes
    ]


def _listed(
    adding: Adding,
    barred: str,
    say: Translate,
    in_words: Callable[[date], str],
) -> Iterator[dict[str, Any]]:
    """Yield a law and what it asks for, part by part below one heading, as blocks of a file.

    `barred` is told where no record counts.
    """
    yield {"type": "heading", "say": adding.name}
    if adding.unread:
        told = say(UNREAD).format(laws="; ".join(adding.unread))
        yield {"type": "text", "say": told, "law": []}
    for law in adding.laws:
        yield from _listed_part(law, barred, say, in_words)


def _in_force(when: str, say: Translate) -> str:
    """Return when something holds as a sentence; empty where it always does."""
    return say(IN_FORCE).format(when=when) if when else ""


def _listed_part(
    law: LawParts, barred: str, say: Translate, in_words: Callable[[date], str]
) -> Iterator[dict[str, Any]]:
    """Yield what one part of a law asks for, with its citation first."""
    if law.duty.cited:
        yield {"type": "text", "say": law.duty.cited, "law": []}
    rule = [RULE[law.rule], *TOLD_TO.get(law.rule, ())] if law.rule else []
    when = _in_force(period_words(law.period, say, in_words), say)
    for about in filter(None, (when, who_must(law, say), " ".join(map(say, rule)))):
        yield {"type": "text", "say": about, "law": []}
    if law.exceptions:
        told = say(N_("Where this law, or a part of it, gives way: {cases}."))
        cases = "; ".join(case.told(say) for case in law.exceptions)
        yield {"type": "text", "say": told.format(cases=cases), "law": []}
    for told in change_words(law, say):
        yield {"type": "text", "say": told, "law": []}
    if law.is_aside and law.sure:
        if law.is_test:
            told = say(N_("When a record may be the reason for a no:"))
            yield {"type": "text", "say": told, "law": []}
        for sure in law.sure:
            yield {"type": "text", "say": sure, "law": []}
    if law.bars_all:
        yield {"type": "text", "say": say(BARS_OPEN if law.is_bar_open else BARS_ALL), "law": []}
        if barred:
            yield {"type": "text", "say": barred, "law": []}
    for part in law.said_parts:
        yield {"type": "tick", "say": part.say, "law": []}
        yield from _worded(part)
    if law.open:
        yield {"type": "text", "say": open_words(law, say, in_words), "law": []}
        for part in law.open_parts:
            yield {"type": "tick", "say": part.say, "law": []}
            yield from _worded(part)


def _worded(part: Part) -> Iterator[dict[str, Any]]:
    """Yield what a letter says for a part: ready words, or a heading; each with its cases."""
    for say in (part.heading, part.enclosed):
        if say:
            yield {"type": "text", "say": say, "law": []}
    for ready in part.words:
        if ready.say == part.say:
            continue  # the part itself, to be put in as it stands
        say = f"{ready.only}: {ready.say}" if ready.only else ready.say
        yield {"type": "text", "say": say, "law": []}


# Who must follow a law; and who may have to, where that is not confirmed.
_MUST = N_("Who must follow it: {who}.")
_MAY = N_("Who may have to follow it: {who}.")
_MUST_OF_STATE = N_(
    "Who must follow it: {who}. For private employers the state's main rule says: {threshold}."
)
_MAY_OF_STATE = N_(
    "Who may have to follow it: {who}. For private employers the state's main rule says: "
    "{threshold}."
)
# What a rule is about that stands in the words of the data.
RULE = {
    "hiring": N_("What the state's law says of records at work:"),
    "cleared": N_("What the state's law says of cleared records at work:"),
    "cleared_renting": N_("What the state's law says of cleared records:"),
    "renting": N_("What the state's law says of records in renting:"),
    "local": N_("What this law says of records, in our words:"),
}
_TO_PERSON = (N_("This is told to the person with the record: “you” is that person."),)
# Of those, what speaks to somebody else than whoever fills in the form.
TOLD_TO = {"cleared": _TO_PERSON, "cleared_renting": _TO_PERSON}
UNREAD = N_(
    "We did not read the whole text of: {laws}. Each can ask for more, such as words of its own. "
    "Ask its office."
)
LIST_INTRO = (
    N_("These are the parts that we found in the laws we read. There may be others."),
    N_("Add to the form those of your state and of your city or county, and of no other place."),
    N_("Read who must follow each law: some bind only employers or homes of some size or kind."),
)
IN_FORCE = N_("In force: {when}.")
REACH_OPEN = N_("Whom it reaches is not confirmed.")
ANY_SIZE = N_("This part binds whatever the number.")
MORE = N_("More on these points")
# What a paper that is kept says of what is put in all the same, and what a letter says of it.
UNSURE_TO_WEIGH = {
    "open": N_(
        "It is not confirmed that the law asks for what follows here. We do it all the same."
    ),
    "doubtful": N_(
        "What follows here rests on a law of which it is not sure that it binds us. We do it to be "
        "on the safe side."
    ),
}
UNSURE = {
    "open": N_(
        "It is not confirmed that the law has us tell you what follows here. Ask before you rely "
        "on a right that it names."
    ),
    "doubtful": N_(
        "What follows here rests on a law of which it is not sure that it binds us. We say it to "
        "be on the safe side."
    ),
}
BARS_ALL = N_("This law lets no record count, apart from what its words still allow.")
BARS_OPEN = N_(
    "This law lets no record count, apart from what its words still allow. (not confirmed)"
)
NO_START = N_("We count from then: what we read does not say from which day.")
NO_TIME = N_(
    "For every other place we found no time in days that a decision must wait. That does not prove "
    "that there is none: look at the place's own page, and ask a lawyer."
)
