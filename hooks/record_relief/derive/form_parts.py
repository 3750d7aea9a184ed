"""What the law of a state, a city or a county adds to a form: its parts, law by law.

`say` translates a text of the code; the laws are in that language already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..source.fair_chance import FairChance
from ..source.fair_duties import USUAL, Binding, DaySpan, Factors, Notice, Refusal
from ..source.forms import Adds
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from ..source.rule_change import Changing, RuleNext
from ..source.values import Bound, Checker
from . import labels
from .labels import N_
from .reasons import STATE_RULE, is_sure, own_words_of
from .rule_periods import ALWAYS, Period
from .rules import (
    is_bar_open,
    is_open,
    is_reach_open,
    least_for,
    place_name,
    times_for,
    told_to,
    waits_for,
)
from .rules import part as part_of

Translate = Callable[[str], str]

_DAYS = {
    "answer": N_("You have at least {days} {unit} to answer this letter."),
    "wait": N_("We wait at least {days} {unit} before the final decision."),
}
# Where they run from the day the person has it, or nothing that was read says from when.
_DAYS_FROM_RECEIPT = {
    "answer": N_(
        "You have at least {days} {unit} to answer this letter, from the day you have it with its "
        "papers."
    ),
    "wait": N_(
        "We wait at least {days} {unit} before the final decision, from the day you have this "
        "letter with its papers."
    ),
}
# What stands after ready words where nothing that was read says from when their time runs.
_COUNTED = N_("We count these days from the day you have this letter with its papers.")
_ASK_FROM = N_("Ask that office from which day this time runs.")
NO_FIRST_DAY = N_("From which day it runs is not in what we read.")


@dataclass(frozen=True)
class Barred:
    """What a law bars, told as a duty of whoever weighs a record.

    `rule` names a rule that stands in the words of the data, not as a list of items.
    """

    who: Checker
    local: str | None
    binds: Sequence[Bound]
    cited: str
    rule: str = ""
    only: str = ""
    any_size: bool = False
    usual: bool = False


AnyDuty = Factors | Refusal | Barred | Notice | DaySpan
_CLEARED = "employment.cleared_records", ("may_not_ask", "may_deny", "both")
# The rules of a state on records, by name: where they stand, and how they are coded then. What it
# says of cleared records is told wherever that is known: the words bar more than is coded, which is
# the rule for work alone.
_BARRING: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "employer": {
        "hiring": STATE_RULE["employer"],
        "cleared": _CLEARED,
    },
    "landlord": {"renting": STATE_RULE["landlord"], "cleared_renting": _CLEARED},
}
# The same of a city or county, in the words of its law, where these alone tell its test.
_LOCAL = "local"
# Which of them are on how a record is weighed.
_WEIGHING = ("hiring", "renting", _LOCAL)
# Of which rule a case is that is told with them, where it says so itself.
_GIVES_WAY = {
    "hiring": (None, "ask"),
    "cleared": ("cleared",),
    "cleared_renting": ("cleared",),
    _LOCAL: (None, "ask"),
}
# Which of them binds only from a number on, and gives way for some; it is for weighing a record.
_HIRING = "hiring"


@dataclass(frozen=True)
class Ready:
    """Ready words for a letter, to keep or to change, and for which cases; empty = for all."""

    say: str
    only: str = ""


@dataclass(frozen=True)
class Part:
    """One thing that a law asks for. What is not confirmed stands in no letter."""

    say: str
    confirmed: bool
    words: tuple[Ready, ...] = ()
    """Several where one of them has to be chosen."""
    heading: str = ""
    """The heading of what whoever writes the letter fills in."""
    enclosed: str = ""
    """What is with the letter, in other words than those of the law."""

    @property
    def is_ready(self) -> bool:
        """Whether a letter can hold it in words of its own."""
        return bool(self.words or self.heading or self.enclosed)


@dataclass(frozen=True)
class GivesWay:
    """A case in which a law gives way."""

    text: str
    confirmed: bool

    def told(self, say: Translate = str) -> str:
        """Return the case, and that it is not confirmed where it is not."""
        told = "{case}" if self.confirmed else say(N_("{case} (not confirmed)"))
        return told.format(case=self.text)


@dataclass(frozen=True)
class LawParts:
    """The parts that one law asks for; `city` is empty where it is the state's.

    `title` is the place and the citation, as a heading.
    """

    place: Jurisdiction
    fair: FairChance
    duty: AnyDuty
    title: str
    parts: tuple[Part, ...]
    is_aside: bool = False
    """Whether it stands beside a form, for whoever fills it in, and in no letter."""
    told_before: frozenset[GivesWay] = frozenset()
    """The cases in which its law gives way that an earlier part of the law tells."""
    changes_told: bool = False
    """Whether an earlier part of the law tells how it changes."""
    sent: LawParts | None = None
    """The same in English, on a page in another language of what is sent; see form_sent.py."""
    period: Period = ALWAYS
    """When it holds as it is told here."""

    @property
    def shown(self) -> tuple[Any, ...]:
        """What a page shows of it."""
        law = self.local
        status = (law.status, law.doubt) if law else ()
        reach = self.least, self.threshold, self.below, self.is_reach_open, self.is_told_open
        return self.title, self.duty, self.parts, self.exceptions, status, *reach

    @property
    def name(self) -> str:
        """The city, the county or the state whose law it is."""
        return place_name(self.place, self.duty)

    @property
    def city(self) -> str:
        """The city or county, or an empty text."""
        return self.name if self.duty.local else ""

    @property
    def local(self) -> LocalLaw | None:
        """The city's or county's law that the duty belongs to."""
        return self.fair.local_law(self.duty.local)

    @property
    def is_days(self) -> bool:
        """Whether it is a time to answer or to wait, which is said as a sentence."""
        return isinstance(self.duty, DaySpan)

    @property
    def is_test(self) -> bool:
        """Whether it says when a record may be the reason for a no."""
        return isinstance(self.duty, Refusal)

    @property
    def is_barred(self) -> bool:
        """Whether it says what may never be asked about or used."""
        return isinstance(self.duty, Barred)

    @property
    def rule(self) -> str:
        """The name of a rule on records that stands in the words of the data."""
        return self.duty.rule if isinstance(self.duty, Barred) else ""

    @property
    def is_rule(self) -> bool:
        """Whether it is such a rule."""
        return bool(self.rule)

    @property
    def is_weighing(self) -> bool:
        """Whether it is one on how a record is weighed, not on cleared records alone."""
        return self.rule in _WEIGHING

    @property
    def changes(self) -> list[RuleNext]:
        """What changes it on a day in words alone; the rest stands as a part with its own period.

        Told with the first part of a law.
        """
        return [] if self.changes_told else _changes(self.fair, self.duty)

    @property
    def is_for_all(self) -> bool:
        """Whether it is a state's rule that names no number, and says itself where it gives way."""
        return self.is_rule and self.duty.any_size

    @property
    def bars_all(self) -> bool:
        """Whether its law lets no record count, apart from what its words name."""
        return bool(self.local and self.local.bars_all)

    @property
    def is_bar_open(self) -> bool:
        """Whether it is not confirmed that its law does so."""
        return bool(self.local and is_bar_open(self.fair, self.local))

    @property
    def is_doubtful(self) -> bool:
        """Whether it is a local law that is not surely in force; then no letter must rest on it."""
        return bool(self.local and self.local.status != "in_force")

    @property
    def is_usual(self) -> bool:
        """Whether it binds all of those whom the form is written for, as far as it says."""
        return self._is_for_all and not self.is_reach_open

    @property
    def is_maybe_usual(self) -> bool:
        """Whether it would be so, but it is not confirmed whom its law binds."""
        return self._is_for_all and self.is_reach_open

    @property
    def _is_for_all(self) -> bool:
        all_of_them = self.duty.usual or not self.duty.only
        return all_of_them and self.may_bind and not self.is_doubtful

    @property
    def may_bind(self) -> bool:
        """Whether it binds any of those whom the form is written for."""
        return USUAL[self.duty.who] in self.duty.binds

    @property
    def threshold(self) -> str | None:
        """From how many employees or homes on, in words: of the local law, or of the state's."""
        if self.duty.local:
            return self.local.threshold_text if self.local else None
        if self.is_for_all:
            return None
        private = self.fair.employment.private
        binds = self.duty.who == "employer" and "private_employers" in self.duty.binds
        return private.threshold_text if binds else None

    @property
    def below(self) -> str:
        """What holds for those with fewer than that number, in words, or an empty text."""
        if not self.threshold or self.duty.who == "landlord":
            return ""
        return (self.local or self.fair.employment.private).below or ""

    @property
    def is_reach_open(self) -> bool:
        """Whether it is not confirmed whom it binds, or from which number on."""
        return not self.is_for_all and is_reach_open(self.fair, self.duty)

    @property
    def is_told_open(self) -> bool:
        """Whether what is told of a number, or of those with fewer, is not confirmed."""
        path = f"local.{self.duty.local}" if self.duty.local else "employment.private"
        told = {"threshold": self.threshold, "below": self.below}
        return any(words and is_open(self.fair, f"{path}.{name}") for name, words in told.items())

    @property
    def exceptions(self) -> list[GivesWay]:
        """Where its law gives way, those first that ask whether the owner lives there."""
        found = exceptions_to(self.fair, self.duty)
        return [case for case in found if case not in self.told_before]

    @property
    def least(self) -> int | None:
        """From how many employees or homes on the duty binds; None where no number is sure."""
        return None if self.is_reach_open else least_for(self.fair, self.duty)

    @property
    def said(self) -> list[str]:
        """What a letter may say."""
        return [part.say for part in self.said_parts]

    @property
    def said_parts(self) -> list[Part]:
        """What a letter may say, with the words that are ready for it."""
        if self.is_aside or self.is_doubtful:
            return []
        return [part for part in self.parts if part.confirmed]

    @property
    def offered(self) -> list[Part]:
        """What a paper may hold though it is in doubt, if whoever writes it so chooses.

        A part of a notice only in words of its own, which say nothing of the law; without them the
        letter says the part already.
        """
        return [] if self.is_aside else [part for part in self.open_parts if part.is_ready]

    @property
    def offers_its_words(self) -> bool:
        """Whether what is not confirmed is put in as it stands: a time, or a point to weigh.

        Not a test, which is read before a no, nor what stands beside a form.
        """
        return not self.is_aside and isinstance(self.duty, Factors | Barred | DaySpan)

    @property
    def sure(self) -> list[str]:
        """What is confirmed, whether a letter may say it or not."""
        return [] if self.is_doubtful else [part.say for part in self.parts if part.confirmed]

    @property
    def open(self) -> list[str]:
        """What no letter must say, since nothing that was read confirms it."""
        return [part.say for part in self.open_parts]

    @property
    def open_parts(self) -> list[Part]:
        """The same, with the words that are ready for whoever says it all the same."""
        found = [part for part in self.parts if self.is_doubtful or not part.confirmed]
        if self.offers_its_words:
            found = [replace(part, words=(Ready(part.say),)) for part in found]
        return found


def exceptions_to(fair: FairChance, duty: Binding) -> list[GivesWay]:
    """Return where a duty's law gives way, those first that ask whether the owner lives there.

    Only where no case says that another rule gives way, such as the one on when to ask; for the
    rule on cleared records, only where a case says that it does. The rule on renting tells its own.
    Of a duty that binds the usual readers, a case for others alone, such as public employers, is
    not theirs.
    """
    given = _GIVES_WAY.get(duty.rule, ()) if isinstance(duty, Barred) and duty.rule else (None,)
    own = [
        entry
        for entry in fair.exceptions
        if (entry.who, entry.local) == (duty.who, duty.local)
        and set(entry.binds) & _readers(duty)
        and entry.rule in given
    ]
    return [
        GivesWay(entry.text, not is_open(fair, f"exceptions.{entry.id}.text"))
        for entry in sorted(own, key=lambda entry: not entry.lives_there)
    ]


def _readers(duty: Binding) -> set[Bound]:
    """Return those that a duty is told to: the usual readers, or else whom it binds."""
    usual = USUAL[duty.who]
    return {usual} if usual in duty.binds else set(duty.binds)


def cases_once(laws: Iterable[LawParts]) -> list[LawParts]:
    """Return parts of laws, each told with its law's first part alone: where it gives way, and how
    it changes.
    """
    told: dict[tuple[str, str | None], frozenset[GivesWay]] = {}
    changed: dict[tuple[str, str | None], list[RuleNext]] = {}
    found = []
    for law in laws:
        key = law.place.code, law.duty.local
        before, known = told.get(key, frozenset()), changed.setdefault(key, [])
        told[key] = before | frozenset(law.exceptions)
        is_known = all(change in known for change in law.changes)
        known += law.changes
        found.append(replace(law, told_before=before, changes_told=is_known))
    return found


def _changes(fair: FairChance, duty: AnyDuty) -> list[RuleNext]:
    """Return what changes the law of a duty, or the duty itself, in words alone."""
    law = fair.local_law(duty.local)
    rules: list[Changing] = []
    if law:
        rules.append(law)
    elif isinstance(duty, Barred):
        rules.append(part_of(fair, _BARRING[duty.who][duty.rule][0]))
    elif duty.who == "landlord":
        rules.append(fair.housing)
    else:
        work, readers = fair.employment, _readers(duty)
        rules += [work.private] if "private_employers" in readers else []
        rules += [work.public] if "public_employers" in readers else []
    if isinstance(duty, DaySpan):
        rules.append(duty)
    found = [change for rule in rules for change in rule.next if not change.set]
    return [change for index, change in enumerate(found) if change not in found[:index]]


def form_parts(
    places: Iterable[Jurisdiction], reader: str, adds: Adds, say: Translate = str
) -> list[LawParts]:
    """Return what the laws of each place add to a form for a reader, the state's law first."""
    title = say(N_("{place}: {citation}"))
    return [
        LawParts(
            place,
            place.fair_chance,
            duty,
            title.format(place=place_name(place, duty), citation=duty.cited)
            if duty.cited
            else place.name,
            parts,
            is_aside=_is_aside(duty, adds),
        )
        for place in places
        if place.fair_chance
        for duty, parts in sorted(
            _duties(place.fair_chance, reader, adds, say), key=lambda found: found[0].local or ""
        )
        if not has_ended(place.fair_chance, duty)
    ]


def _is_aside(duty: AnyDuty, adds: Adds) -> bool:
    """Return whether a duty is told beside a notice: a test, what is barred, or a time after it.

    An assessment says the test itself, and what is barred; a state's rule is a paragraph, not an
    item to tick.
    """
    if isinstance(duty, Barred) and duty.rule:
        return True
    return (adds == "final" and isinstance(duty, DaySpan)) or (
        isinstance(duty, Refusal | Barred) and adds != "factors"
    )


def law_tests(places: Iterable[Jurisdiction], reader: str, say: Translate = str) -> list[LawParts]:
    """Return when the laws of each place let a record be the reason for a reader's no.

    Of a law whose test is in its own words alone, these.
    """
    found = form_parts(places, reader, "factors", say)
    return [
        law
        for law in found
        if law.is_test or (law.is_weighing and own_words_of(law.fair, law.duty.who, law.duty.local))
    ]


def law_bars(places: Iterable[Jurisdiction], reader: str, say: Translate = str) -> list[LawParts]:
    """Return what the laws of cities and counties never let a reader ask about, or use.

    What a state's rule bars is told in its own words, not as a list.
    """
    found = form_parts(places, reader, "factors", say)
    return [law for law in found if law.is_barred and not law.is_rule]


def has_ended(fair: FairChance, duty: Binding) -> bool:
    """Return whether a duty is by a city's or county's law that has ended."""
    law = fair.local_law(duty.local)
    return bool(law and law.status == "ended")


def _duties(
    fair: FairChance, reader: str, adds: Adds, say: Translate
) -> Iterator[tuple[AnyDuty, tuple[Part, ...]]]:
    if adds == "factors":
        for entry in fair.factors:
            if entry.who == reader:
                yield entry, _parts(fair, f"factors.{entry.id}.weigh", entry.weigh)
    for test in fair.refusals:
        # Nothing is decided yet when the person is asked for facts.
        if test.who == reader and adds != "facts":
            yield test, _parts(fair, f"refusals.{test.id}.text", [test.text])
    if adds != "application":
        yield from _barred(fair, reader, adds, say)
    if adds == "factors":
        return
    for notice in fair.notices:
        if notice.who == reader and notice.stage == adds:
            parts = _parts(fair, f"notices.{notice.id}.must", notice.must)
            yield notice, tuple(_with_words(fair, notice, parts, say))
    if adds == "final":
        for time in times_for(fair, reader):
            if time.purpose in ("request", "appeal"):
                yield time, (Part(time_words(time, say), _is_sure(fair, time)),)
    if adds == "first":
        said = {notice.local for notice in fair.notices if _says_wait(fair, notice, reader)}
        for time in waits_for(fair, reader):
            if time.local not in said:
                yield time, (_days(fair, time, say),)


def _barred(
    fair: FairChance, reader: str, adds: Adds, say: Translate
) -> Iterator[tuple[Barred, tuple[Part, ...]]]:
    """Yield what the state's rules bar for a reader, then each local law, item by item.

    Of a local law without a test of its own its words, as of the state's rule: else what it is said
    to ask would stand nowhere.
    """
    who: Checker = "landlord" if reader == "landlord" else "employer"
    for name, (path, barring) in _BARRING[reader].items():
        rule, is_hiring = part_of(fair, path), name == _HIRING
        if rule.rule not in barring or (is_hiring and adds != "factors"):
            continue
        text, cited = told_to(rule, who)
        duty = Barred(who, None, [USUAL[who]], cited, rule=name, any_size=not is_hiring)
        yield duty, (Part(text, is_sure(fair, path)),)
    for law in fair.local:
        if law.for_landlords != (reader == "landlord"):
            continue
        own = own_words_of(fair, who, law.id)
        if own and (law.for_landlords or adds == "factors"):
            duty = Barred(who, law.id, law.binds, law.cited, rule=_LOCAL)
            yield duty, (Part(_capital(own.text), own.is_sure),)
        if law.never:
            duty = Barred(who, law.id, law.binds, law.cited)
            never = say(labels.label("local.never", law.never_for))
            items = [f"{never}: {item}" for item in law.never]
            yield duty, _parts(fair, f"local.{law.id}.never", items)


def _says_wait(fair: FairChance, notice: Notice, reader: str) -> bool:
    """Return whether a first notice surely tells the days to answer in words of its own."""
    law = fair.local_law(notice.local)
    if notice.who != reader or notice.stage != "first" or (law and law.status != "in_force"):
        return False
    must = f"notices.{notice.id}.must"
    sure = (words for words in notice.words if not fair.is_item_marked(must, words.part))
    return any("{wait}" in words.say and _ready(fair, notice, words.say) for words in sure)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_words(
    fair: FairChance, notice: Notice, parts: tuple[Part, ...], say: Translate
) -> Iterator[Part]:
    """Yield the parts of a notice with what a letter says for them."""
    found = {words.part: words for words in notice.words}
    for number, part in enumerate(parts, 1):
        words = found.get(number)
        if words is None:
            yield part
        elif words.how == "fill":
            yield replace(part, heading=words.say)
        elif words.how == "enclosed":
            yield replace(part, enclosed=words.say)
        else:
            yield replace(part, words=_ready(fair, notice, words.say, say))


def _parts(fair: FairChance, field: str, says: list[str]) -> tuple[Part, ...]:
    return tuple(
        Part(_capital(say), not fair.is_item_marked(field, number))
        for number, say in enumerate(says, 1)
    )


def _ready(fair: FairChance, notice: Notice, told: str, say: Translate = str) -> tuple[Ready, ...]:
    """Return ready words with what the same law has weighed, and the days to answer or complain.

    Where the law weighs other points in other cases, words for each case. Nothing where a number
    or a factor that they need is not confirmed.
    """
    if "{deadline}" in told:
        office = fair.complain
        deadline = _deadline(fair, notice, say)
        if not office or not deadline:
            return ()
        told = told.replace("{deadline}", deadline)
        if not office.starts:
            told = f"{told} {say(_ASK_FROM)}"
    if "{wait}" in told:
        spans = [span for span in waits_for(fair, notice.who) if span.local == notice.local]
        sure = [span for span in spans if _is_sure(fair, span)]
        if not sure:
            return ()
        time = sure[0]
        unit = say(labels.label("time.unit", time.unit))
        told = told.replace("{wait}", say(N_("{days} {unit}")).format(days=time.days, unit=unit))
        if not time.starts:
            told = f"{told} {say(_COUNTED)}"
    if "{factors}" in told:
        return tuple(
            Ready(told.replace("{factors}", ready.say), ready.only)
            for ready in _factors(fair, notice)
        )
    return (Ready(told),)


def _deadline(fair: FairChance, notice: Notice, say: Translate) -> str:
    """Return how long there is to complain; empty where that is not known or not confirmed."""
    office = fair.complain
    if office is None or is_open(fair, f"{office.path_for(notice.who)}.deadline"):
        return ""
    deadline = office.deadline_for(notice.who) or ""
    if deadline and office.starts:
        told = say(N_("{deadline}, from {starts}"))
        return told.format(deadline=deadline, starts=office.starts)
    return deadline


def _factors(fair: FairChance, notice: Notice) -> Iterator[Ready]:
    """Yield the confirmed factors of the same law, each list with the cases that it is for."""
    for entry in fair.factors:
        if (entry.who, entry.local) != (notice.who, notice.local):
            continue
        parts = _parts(fair, f"factors.{entry.id}.weigh", entry.weigh)
        weigh = "; ".join(
            say for say, part in zip(entry.to_person, parts, strict=True) if part.confirmed
        )
        if weigh:
            yield Ready(f"{weigh}.", _capital(entry.only))


def time_words(time: DaySpan, say: Translate = str) -> str:
    """Return the rule of a span of days, and that its first day was not found where it was not."""
    return time.text if time.starts else f"{time.text} {say(NO_FIRST_DAY)}"


def _days(fair: FairChance, time: DaySpan, say: Translate) -> Part:
    told = _DAYS_FROM_RECEIPT if time.on_receipt or not time.starts else _DAYS
    unit = say(labels.label("time.unit", time.unit))
    return Part(say(told[time.purpose]).format(days=time.days, unit=unit), _is_sure(fair, time))


def _is_sure(fair: FairChance, time: DaySpan) -> bool:
    return not any(is_open(fair, f"times.{time.id}.{point}") for point in ("days", "unit"))
