"""Which rules on background checks bind an employer or a landlord, the strictest first.

The state's law and each law of a city or county is a `BindingLaw`. What it asks can change at one
number of employees or homes only, so that it has at most two cases; `stands` is the one place that
decides. A page carries both cases, and a script only compares the reader's number with that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, get_args

from ..source.fair_chance import FairChance, Housing, PrivateHiringLaw
from ..source.fair_duties import USUAL, DaySpan, Duty, Exemption, Factors, Notice, Refusal
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from ..source.rule_change import RuleNext
from ..source.values import LocalKind, NoticeStage
from . import labels as words
from .labels import N_
from .reasons import own_words_of
from .rule_periods import ALWAYS, Period, Stretch, in_periods
from .rules import (
    READER,
    Audience,
    by_purpose,
    is_bar_open,
    is_law_reach_open,
    is_open,
    law_title,
    local_laws,
    rules_url,
    text_for,
    times_for,
    waits_for,
)

# ranked = it binds, and its place in the order is known; unranked = it binds, but stands in no
# order; unsure = whom it binds, or from which number on, is not confirmed, or what holds for those
# with fewer; some = it binds only others, such as firms with a city contract; duties = no rule on
# when a record counts was found, but notices or times that bind; nothing = no rule was found, or it
# is not known; smaller = it is for a larger number; doubtful = a state law may block it, or it is
# not in force yet.
Group = Literal["ranked", "unranked", "unsure", "some", "duties", "nothing", "smaller", "doubtful"]
GROUPS: tuple[Group, ...] = get_args(Group)

# The strictest first. "none" = the text sets no time for the question: less than any wait.
STAGES = ("offer", "interview", "application", "none")
_LATER = STAGES[:3]
HOUSING = ("broad", "limited")
_NO_RULE = ("none", "unspecified")
# What limits how a record is weighed. A ban-the-box law only makes the question wait.
_WEIGHS = frozenset(("fair_chance", "limited", "broad"))
# Said of a law that has no rule on records, but notices or times that bind.
ONLY_DUTIES = N_("No rule found on when a record counts, but other duties")
# Five business days are a week.
_WEEK = {"business": 5, "calendar": 7}


@dataclass(frozen=True, order=True)
class Strictness:
    """How strict a law is, the strictest first: its stage or rule, then the days that must pass.

    `days` is negative and in weeks of business or calendar days, so that both can be compared.
    """

    step: int
    days: float = 0.0


@dataclass(frozen=True)
class Case:
    """How a law stands for a number of employees or homes."""

    group: Group
    strictness: Strictness | None
    """Its place in the order; only of what is ranked, or unsure."""
    asks: bool
    """Whether its rule on when to ask binds."""
    weighs: bool
    """Whether its rule on how a record is weighed binds, with its notices and days."""
    tests: bool = False
    """Whether what it says of when a record may be the reason for a no binds."""


@dataclass(frozen=True)
class BindingLaw:
    """A state's or a city's law as the answer to "Which rules bind me?" shows it."""

    audience: Audience
    place: Jurisdiction
    fair: FairChance
    local: LocalLaw | None
    period: Period = ALWAYS
    """When it holds as it is told here."""

    @property
    def shown(self) -> tuple[Any, ...]:
        """What a page shows of it that a change can set."""
        coded = self.rule, self.ask, self.least, self.least_for, self.who, self.below
        others = [span for _, own in self.other_days for span in own]
        spans = [_set(span) for span in (*self.days, *others)]
        status = self.local.status if self.local else ""
        return self.path, coded, spans, status, self.doubt, self.at_least, self.under

    @property
    def id(self) -> str:
        """The law's name on the page: the place's code, and its own id if it is a city's."""
        code = self.place.code.lower()
        return f"{code}-{self.local.id}" if self.local else code

    @property
    def name(self) -> str:
        """The city, the county or the place."""
        return self.local.name if self.local else self.place.name

    @property
    def title(self) -> str:
        """The law's title, where its city has another one for these readers; empty elsewhere."""
        return law_title(self.fair, self.local) if self.local else ""

    @property
    def url(self) -> str:
        """Where it stands in full."""
        anchor = f"#{self.local.id}" if self.local else ""
        return rules_url(self.audience, self.place) + anchor

    @property
    def path(self) -> str:
        """Where it stands in fair_chance."""
        if self.local:
            return f"local.{self.local.id}"
        return "housing" if self.audience == "landlords" else "employment.private"

    @property
    def _state(self) -> PrivateHiringLaw | Housing:
        if self.audience == "landlords":
            return self.fair.housing
        return self.fair.employment.private

    @property
    def rule(self) -> str:
        """What it does, coded."""
        return str(self.local.rule if self.local else self._state.rule)

    @property
    def ask(self) -> str:
        """When the question may come, coded; empty where a state's rule on renting is silent."""
        if self.local:
            return self.local.ask
        if self.audience == "landlords":
            return self.fair.housing.ask or ""
        return self.fair.employment.private.ask

    @property
    def rule_label(self) -> str:
        """What it does, in words."""
        if self.at_least.group == "duties":
            return ONLY_DUTIES
        field = "housing.rule" if self.audience == "landlords" else "hiring.rule"
        return words.label("local.rule" if self.local else field, self.rule)

    @property
    def ask_label(self) -> str:
        """When the question may come, in words; empty where only the rule's text says it."""
        statewide = not self.local and self.audience == "employers"
        return words.label("hiring.ask" if statewide else "local.ask", self.ask) if self.ask else ""

    @property
    def stage(self) -> int | None:
        """The place of that point among the stages, the latest first; None where it is not sure."""
        known = self.ask in _LATER and not self.is_open("ask")
        return STAGES.index(self.ask) if known else None

    @property
    def least(self) -> int | None:
        """From how many employees or homes it binds, or a part of it; None = not known, or all."""
        if self.local:
            return self.local.threshold
        return None if self.audience == "landlords" else self.fair.employment.private.threshold

    @property
    def least_for(self) -> str:
        """What that number is for: ask, rule or both."""
        if self.local:
            return self.local.threshold_for or "both"
        return self.fair.employment.private.threshold_for or "both"

    @property
    def who(self) -> str:
        """Who must follow it, in words; empty where that was not found."""
        if self.local:
            return self.local.threshold_text or ""
        if self.audience == "landlords":
            return ""
        return self.fair.employment.private.threshold_text or ""

    @property
    def below(self) -> str:
        """What holds for those with fewer than that number, in words; empty if nothing is known."""
        if self.least is None or self.audience == "landlords":
            return ""
        return (self.local or self.fair.employment.private).below or ""

    @property
    def factors(self) -> list[Factors]:
        """What these readers must weigh by this law."""
        return [entry for entry in self.fair.factors if self._is_own(entry)]

    @property
    def refusals(self) -> list[Refusal]:
        """When this law lets a record be the reason for a no of these readers."""
        return [entry for entry in self.fair.refusals if self._is_own(entry)]

    @property
    def has_test(self) -> bool:
        """Whether it says so, in an entry of its own or in the words of its rule."""
        local = self.local.id if self.local else None
        return bool(self.refusals or own_words_of(self.fair, READER[self.audience], local))

    @property
    def _own_notices(self) -> list[Notice]:
        return [notice for notice in self.fair.notices if self._is_own(notice)]

    def notices_at(self, stage: NoticeStage) -> list[Notice]:
        """Return the notices of a stage that this law asks for."""
        return [notice for notice in self._own_notices if notice.stage == stage]

    def is_sure_of(self, stage: NoticeStage) -> bool:
        """Return whether a notice of a stage is confirmed, item by item, and surely binds."""
        return not self.doubt and not any(
            self.fair.is_item_marked(f"notices.{notice.id}.must", number)
            for notice in self.notices_at(stage)
            for number, _ in enumerate(notice.must, 1)
        )

    def notices(self, *, any_size: bool = False) -> list[NoticeStage]:
        """Return at which stages this law says what their notices must say.

        With `any_size`, only those that it asks for whatever the number of employees.
        """
        own = self._own_notices
        stages = {notice.stage for notice in own if notice.any_size or not any_size}
        return [stage for stage in get_args(NoticeStage) if stage in stages]

    @property
    def text(self) -> str:
        """The rule in words."""
        return self.local.text if self.local else self._state.text

    @property
    def has_no_rule(self) -> bool:
        """Whether no rule on records was found, or it is not known if a state has one."""
        return self.rule == "none" or (not self.local and self.rule in _NO_RULE)

    @property
    def has_only_duties(self) -> bool:
        """Whether a law without a rule on records has notices or times that bind all the same."""
        times = times_for(self.fair, READER[self.audience])
        return self.has_no_rule and bool(
            self._own_notices or any(self._is_own(span) for span in times)
        )

    @property
    def counts(self) -> bool:
        """Whether it is a rule of a city or county that is in force, and known to be one."""
        in_force = self.local is not None and self.local.status == "in_force"
        return in_force and self.rule not in _NO_RULE

    @property
    def exceptions(self) -> list[Exemption]:
        """Where it gives way for these readers."""
        return [entry for entry in self.fair.exceptions if self._is_own(entry)]

    @property
    def tells_own_home(self) -> bool:
        """Whether who must follow it tells of owners who live in the building."""
        is_landlord = READER[self.audience] == "landlord"
        return bool(is_landlord and self.local and self.local.lives_there)

    @property
    def if_you_live_there(self) -> list[Exemption]:
        """Where it gives way for an owner who lives in the building: that is asked first."""
        return [entry for entry in self.exceptions if entry.lives_there]

    @property
    def other_exceptions(self) -> list[Exemption]:
        """Where else it gives way."""
        return [entry for entry in self.exceptions if not entry.lives_there]

    @property
    def bars_all(self) -> bool:
        """Whether no record may be used at all, apart from what the text names."""
        return bool(self.local and self.local.bars_all)

    @property
    def is_bar_open(self) -> bool:
        """Whether it is not confirmed that no record may be used."""
        return bool(self.local and is_bar_open(self.fair, self.local))

    @property
    def doubt(self) -> str:
        """Why it is not sure that it binds; empty where it is."""
        return (self.local.doubt or "") if self.local else ""

    def _is_own(self, duty: Duty | Exemption) -> bool:
        """Return whether a duty is by this law, and these readers'."""
        name = self.local.id if self.local else None
        return (
            duty.local == name
            and duty.who == READER[self.audience]
            and USUAL[READER[self.audience]] in duty.binds
        )

    @property
    def cleared_label(self) -> str:
        """What a state's law says of cleared records at work, in words; empty elsewhere."""
        if self.local or self.audience == "landlords":
            return ""
        return words.label("cleared.for_you", self.fair.employment.cleared_records.rule)

    @property
    def cleared_text(self) -> str:
        """What was found that a state's law says of cleared records, in words; empty elsewhere."""
        if self.local:
            return ""
        return text_for(self.fair.employment.cleared_records, READER[self.audience])

    @property
    def next(self) -> list[RuleNext]:
        """What changes it, or its days, on a day."""
        own = self.local.next if self.local else self._state.next
        spans = [span for span in times_for(self.fair, READER[self.audience]) if self._is_own(span)]
        return sorted([*own, *(change for span in spans for change in span.next)], key=_day_of)

    @property
    def days(self) -> list[DaySpan]:
        """The days that keep a decision of these readers waiting."""
        return [span for span in waits_for(self.fair, READER[self.audience]) if self._is_own(span)]

    @property
    def other_days(self) -> list[tuple[str, list[DaySpan]]]:
        """The days of these readers, or of the person, that keep no decision waiting."""
        own = times_for(self.fair, READER[self.audience])
        return by_purpose([span for span in own if self._is_own(span) and span not in self.days])

    @property
    def only_some(self) -> bool:
        """Whether it binds only others than these readers, such as firms with a city contract."""
        return self.local is not None and USUAL[READER[self.audience]] not in self.local.binds

    @property
    def has_weighing(self) -> bool:
        """Whether it rules on more than when to ask: on the weighing, or on what comes before a no.

        A law that is coded as making the question wait may ask for notices or days, too.
        """
        return self.rule in _WEIGHS or bool(
            self.factors or self.refusals or self._own_notices or self.days
        )

    def is_open(self, point: str) -> bool:
        """Return whether a point of it (rule, ask, threshold) is not confirmed."""
        return is_open(self.fair, f"{self.path}.{point}")

    @property
    def is_reach_open(self) -> bool:
        """Whether it was not found, or is not confirmed, whom it binds or from which number on."""
        return is_law_reach_open(self.fair, self.path, self.local)

    @property
    def has_open_number(self) -> bool:
        """Whether a number is told from which on it binds, and that is not confirmed."""
        return bool(self.least and self.least > 1) and self.is_reach_open

    @property
    def has_other_below(self) -> bool:
        """Whether another rule, known in words alone, binds those with fewer than its number."""
        known = self.below and not self.is_open("below")
        return bool(known and self.under and self.under.group in ("unranked", "unsure"))

    @property
    def spares_wait(self) -> bool:
        """Whether its wait to ask surely leaves out who has fewer than its number."""
        spared = self.under and self.at_least.asks and not self.under.asks
        return bool(spared) and not self.is_reach_open

    @property
    def spares_weighing(self) -> bool:
        """Whether its rule on the weighing surely leaves out who has fewer than its number."""
        spared = self.under and self.at_least.weighs and not self.under.weighs
        return bool(spared) and not self.is_reach_open

    @cached_property
    def at_least(self) -> Case:
        """How it stands for who has that number, or more, or where there is none."""
        return stands(self, None)

    @cached_property
    def under(self) -> Case | None:
        """How it stands for who has fewer; None where no number is known."""
        return stands(self, self.least - 1) if self.least is not None else None


def stands(law: BindingLaw, number: int | None) -> Case:
    """Return how a law stands for a number of employees or homes; None = at least what it asks.

    Its number can be for the wait to ask, for the weighing, or for both (`threshold_for`). Of a
    law that binds, jobs go by the stage at which one may ask, then by days; renting by its rule.
    Where the text names another stage, where that point is not confirmed, where the sources do not
    say, or where smaller ones have a rule that is known in words alone, it stands in no order.
    A number that was not found or confirmed says of nobody that the law binds, or does not: it may
    ask all of it of those with fewer, too. Nor does what holds for them and is not confirmed.
    """
    enough = number is None or law.least is None or number >= law.least or law.is_reach_open
    asks = law.ask not in ("", "none", "unspecified") and (enough or law.least_for == "rule")
    weighs = law.has_weighing and (enough or law.least_for == "ask")
    for_part = law.least_for == "ask" and law.rule != "ban_the_box"
    tests = law.has_test and (enough or for_part)
    if law.local and law.local.status in ("doubtful", "not_yet"):
        return Case("doubtful", None, asks, weighs, tests)
    if law.only_some:
        return Case("some", None, asks, weighs)
    if law.has_no_rule and not (law.local and law.is_reach_open):
        return Case("duties" if law.has_only_duties else "nothing", None, asks, weighs, tests)
    strictness: Strictness | None = None
    if enough or asks or weighs:
        strictness = _strictness(law, asks=asks or enough, weighs=weighs)
    if law.is_reach_open or (not enough and law.is_open("below")):
        return Case("unsure", strictness, asks, weighs, tests)
    if not enough and not asks and not weighs:
        return Case("unranked" if law.below else "smaller", None, asks, weighs, tests)
    return Case("ranked" if strictness else "unranked", strictness, asks, weighs, tests)


def _strictness(law: BindingLaw, *, asks: bool, weighs: bool) -> Strictness | None:
    """Return the place of a law that binds in the order of strictness; None if it has none."""
    if law.audience == "landlords":
        if law.rule not in HOUSING or law.is_open("rule"):
            return None
        return Strictness(HOUSING.index(law.rule))
    stage = law.ask if asks else "none"
    if stage not in STAGES or (asks and law.is_open("ask")):
        return None
    weeks = [span.days / _WEEK[span.unit] for span in law.days] if weighs else []
    return Strictness(STAGES.index(stage), -max(weeks, default=0))


@dataclass(frozen=True)
class BindingPlace:
    """A place with its law and the laws of its cities and counties, for one kind of reader."""

    place: Jurisdiction
    laws: tuple[BindingLaw, ...]

    @property
    def cities(self) -> list[str]:
        """The names of its cities and counties with laws, in order."""
        return sorted({law.name for law in self.laws if law.local})

    def own(self, kind: LocalKind | None) -> set[str]:
        """Return the names of its cities, or counties, or both, with a rule that counts."""
        found = [law.local for law in self.laws if law.local and law.counts]
        return {law.name for law in found if kind is None or law.kind == kind}

    def for_city(self, name: str | None) -> list[BindingLaw]:
        """Return the state's law and those of one city or county."""
        return [law for law in self.laws if law.local is None or law.name == name]


class Binding:
    """All laws for one kind of reader, with their order among each other.

    `places` are as they are on a day; `later`, the same places as their rules stand one after the
    other, adds what each law becomes after it.
    """

    only_duties = ONLY_DUTIES

    def __init__(
        self,
        audience: Audience,
        places: Sequence[Jurisdiction],
        later: Sequence[Sequence[Stretch]] = (),
    ) -> None:
        self.audience: Audience = audience
        self._dated: dict[str, list[BindingLaw]] = {}
        for law in in_periods(later, lambda some: _all_laws(_by_place(audience, some))):
            self._dated.setdefault(law.id, []).append(law)
        self.places = _by_place(audience, places)
        every = [*self.laws, *(law for one in self._dated.values() for law in one)]
        kinds = {case.strictness for law in every for case in _cases(law) if case.strictness}
        self._order = {strictness: rank for rank, strictness in enumerate(sorted(kinds), 1)}

    @property
    def further(self) -> list[BindingPlace]:
        """The places with a city or county whose rule counts."""
        return [place for place in self.places if place.own(None)]

    def count(self, kind: LocalKind) -> int:
        """Return how many cities, or counties, have a rule that counts."""
        return sum(len(place.own(kind)) for place in self.places)

    @property
    def laws(self) -> list[BindingLaw]:
        """Every law, by place, the place's own first."""
        return _all_laws(self.places)

    def in_turn(self, law: BindingLaw, day: date) -> list[BindingLaw]:
        """Return what a law is on a day and after it, each with its period.

        What is only reported stands among them from its day on.
        """
        found = self._dated.get(law.id, [law])
        return [one for one in found if one.period.until is None or day < one.period.until]

    def rank(self, case: Case) -> int:
        """Return a case's place among all; two equally strict ones share it. 0 = in no order."""
        return self._order[case.strictness] if case.strictness else 0

    def answer(
        self, place: BindingPlace, city: str | None, number: int | None
    ) -> list[tuple[BindingLaw, Case]]:
        """Return the laws for a place, a city and a number, in the order of an answer.

        What has no place in the order comes last in its group.
        """
        found = [(law, stands(law, number)) for law in place.for_city(city)]
        last = len(self._order) + 1
        return sorted(
            found, key=lambda each: (GROUPS.index(each[1].group), self.rank(each[1]) or last)
        )


def _by_place(audience: Audience, places: Iterable[Jurisdiction]) -> list[BindingPlace]:
    return [
        BindingPlace(place, tuple(_laws(audience, place, place.fair_chance)))
        for place in places
        if place.fair_chance
    ]


def _all_laws(places: Iterable[BindingPlace]) -> list[BindingLaw]:
    return [law for place in places for law in place.laws]


def _set(span: DaySpan) -> tuple[str, int, str, str, int | None]:
    return span.id, span.days, span.unit, span.purpose, span.more_if_disputed


def _day_of(change: RuleNext) -> date:
    return change.day


def _cases(law: BindingLaw) -> Iterator[Case]:
    yield law.at_least
    if law.under:
        yield law.under


def _laws(audience: Audience, place: Jurisdiction, fair: FairChance) -> Iterator[BindingLaw]:
    yield BindingLaw(audience, place, fair, None)
    for local in local_laws(fair, landlords=audience == "landlords"):
        if local.status != "ended":
            yield BindingLaw(audience, place, fair, local)
