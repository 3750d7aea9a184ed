"""The questions about the law's steps and cities: days to answer, the notice, rules for landlords.

The state's law answers where it has a rule; where only cities or counties have one, the answer says
so. A city's or county's law counts while it is in force and no state law may block it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ...languages.filled import Filled
from ...source.fair_chance import FairChance
from ...source.fair_duties import DaySpan, Duty, Notice
from ...source.local_law import LocalLaw
from ...source.place import Jurisdiction
from ...source.values import Question
from .. import labels as words
from ..labels import N_
from ..rules import (
    NO_NUMBER,
    is_law_reach_open,
    is_open,
    is_reach_open,
    least_for,
    local_laws,
    part_with_number,
    place_name,
    reach_of,
    span_words,
    status_words,
    tells_number,
    waits_for,
)
from .base import (
    BACKGROUND_CHECKS,
    LEFT_OUT,
    NOT_COVERED,
    Answer,
    Detail,
    Said,
    Topic,
    told,
    worded,
)

Found = tuple[str, Sequence[Detail]]
"""An answer's key, and the details: those that it is made of, and the others."""

_BELOW = "#background-checks"


def _topic(
    id_: Question,
    title: str,
    ask: str,
    about: str,
    answers: Sequence[Answer],
    find: Callable[[Jurisdiction, FairChance], Found],
) -> Topic:
    def answer(place: Jurisdiction) -> str:
        return find(place, place.fair_chance)[0] if place.fair_chance else NOT_COVERED

    def details(place: Jurisdiction) -> Iterable[Detail]:
        return find(place, place.fair_chance)[1] if place.fair_chance else ()

    return Topic(id_, title, ask, about, answers, answer, details, BACKGROUND_CHECKS)


def _days(place: Jurisdiction, fair: FairChance) -> Found:
    # A wait is listed by its name: whoever compares cities and counties must not miss it.
    held = waits_for(fair, "employer")
    details = {span.id: _span(place, fair, span) for span in held}
    spans = [span for span in held if span.purpose == "answer"]
    own = [span for span in spans if span.local is None]
    if not own:
        return _local(fair, spans, details)
    days = min(span.days for span in own)
    key = "three" if days <= 3 else "seven" if days <= 7 else "eight"
    return key, _answering(details, [span.id for span in own if span.days == days])


def _span(place: Jurisdiction, fair: FairChance, span: DaySpan) -> Detail:
    marked = any(is_open(fair, f"times.{span.id}.{field}") for field in ("days", "unit"))
    said = told(span.text, is_open(fair, f"times.{span.id}.text"))
    named = N_("To answer: {days}") if span.purpose == "answer" else N_("Must wait: {days}")
    label = Filled(named, days=span_words(span))
    return _duty(place, fair, span, label, said, marked)


def _duty(
    place: Jurisdiction,
    fair: FairChance,
    duty: DaySpan | Notice,
    label: str,
    said: tuple[Said, ...],
    unconfirmed: bool,
) -> Detail:
    law = fair.local_law(duty.local)
    return Detail(
        place_name(place, duty),
        _BELOW,
        (label,),
        said,
        unconfirmed,
        who=_whom(fair, duty),
        status=status_words(law),
        for_some=bool(duty.only) or (least_for(fair, duty) or 0) > 1,
    )


def _whom(fair: FairChance, duty: DaySpan | Notice) -> tuple[Said, ...]:
    """Return whom alone a duty binds: from which number on, and what narrows it further."""
    reach, is_unsure = reach_of(fair, duty), is_reach_open(fair, duty)
    if is_unsure and not tells_number(fair, duty):
        reach = reach or NO_NUMBER
    return told(reach, is_unsure) + told(duty.only)


def _notice(place: Jurisdiction, fair: FairChance) -> Found:
    notices = [notice for notice in fair.notices if _names(notice)]
    details = {notice.id: _told(place, fair, notice) for notice in notices}
    own = [notice for notice in notices if notice.local is None]
    for key in ("yes", "less"):
        if ids := [notice.id for notice in own if _how(notice) == key]:
            return key, _answering(details, _sure(details, ids))
    return _local(fair, notices, details)


def _names(notice: Notice) -> bool:
    job = notice.who == "employer" and "private_employers" in notice.binds
    return job and notice.names != "unspecified"


def _how(notice: Notice) -> str:
    return "yes" if notice.names == "record" else "less"


def _told(place: Jurisdiction, fair: FairChance, notice: Notice) -> Detail:
    label = words.label("notice.names", notice.names)
    path = f"notices.{notice.id}.must"
    said = tuple(
        Said(item, fair.is_item_marked(path, number)) for number, item in enumerate(notice.must, 1)
    )
    return _duty(place, fair, notice, label, said, is_open(fair, path))


def _local(
    fair: FairChance, entries: Sequence[Duty | LocalLaw], details: dict[str, Detail]
) -> Found:
    """Return the answer where the state's law has none."""
    counted = [
        entry.id for entry in entries if _is_law(fair, entry) and not details[entry.id].unread
    ]
    return ("local" if counted else "none"), _answering(details, _sure(details, counted))


def _is_law(fair: FairChance, entry: Duty | LocalLaw) -> bool:
    law = entry if isinstance(entry, LocalLaw) else fair.local_law(entry.local)
    return law is not None and law.status == "in_force"


def _sure(details: dict[str, Detail], ids: Sequence[str]) -> Sequence[str]:
    """Return the entries that are sure, one of which is enough; all where none is."""
    return [name for name in ids if not details[name].unconfirmed] or ids


def _answering(details: dict[str, Detail], ids: Sequence[str]) -> list[Detail]:
    return [replace(detail, answers=name in ids) for name, detail in details.items()]


def _renting(place: Jurisdiction, fair: FairChance) -> Found:
    rule = fair.housing.rule
    own = Detail(
        place.name,
        _BELOW,
        (words.label("housing.rule", rule),),
        told(fair.housing.text, is_open(fair, "housing.text")),
        is_open(fair, "housing.rule"),
    )
    laws = [
        law
        for law in local_laws(fair, landlords=True)
        if "landlords" in law.binds and law.rule != "none" and law.status != "ended"
    ]
    key, local = _local(fair, laws, {law.id: _city(fair, law) for law in laws})
    if rule == "unspecified":
        key = rule
    elif rule != "none":
        key = "both" if key == "local" else "state"
    # What the state does is part of every answer.
    return key, [own, *local]


def _city(fair: FairChance, law: LocalLaw) -> Detail:
    path = f"local.{law.id}"
    is_unsure = is_law_reach_open(fair, path, law)
    part = part_with_number(law)
    who = part or law.threshold_text or (NO_NUMBER if is_unsure else "")
    return Detail(
        law.name,
        _BELOW,
        (words.label("local.rule", law.rule),),
        told(law.text, is_open(fair, f"{path}.text")),
        is_open(fair, f"{path}.rule"),
        who=told(who, is_unsure),
        for_some=not part and (law.threshold or 0) > 1,
        part=part,
        status=status_words(law),
        unread=law.rule == "unspecified" and law.status == "in_force",
    )


_ONLY_LOCAL = ("O", N_("Only in a city or county"), N_("only a city or county has a rule"))

DAYS_TO_ANSWER = _topic(
    "days-to-answer",
    N_("Days to answer about a job"),
    N_("How many days are there to answer before a job is refused?"),
    N_(
        "The shortest span that state law gives to answer a first notice. Some count only business "
        "days: the table says which. What is marked “not confirmed” is counted. A city's or "
        "county's law that is in doubt, or not in force yet, is listed and not counted. So are "
        "days that an employer must only wait, where what we read does not say that they are for "
        "the person to answer. Days to ask for papers or to appeal, the days for renting, and "
        "federal law are left out."
    ),
    worded(
        LEFT_OUT,
        three=("3", N_("3 days or fewer"), N_("state law gives 3 days or fewer")),
        seven=("4", N_("4 to 7 days"), N_("it gives 4 to 7 days")),
        eight=("8", N_("8 days or more"), N_("it gives 8 days or more")),
        local=_ONLY_LOCAL,
        none=("N", N_("No number of days found"), N_("we found no number of days")),
    ),
    _days,
)

NOTICE = _topic(
    "notice",
    N_("What a notice says of the record"),
    N_("Must an employer's notice name the record?"),
    N_(
        "What state law asks private employers to put in a notice before or after they refuse a "
        "job. A notice that must only give reasons is not counted, nor what federal law asks "
        "where a company made the report, nor the notices of landlords and public employers. What "
        "is marked “not confirmed” is counted. A city's or county's law that is in doubt, or not "
        "in force yet, is listed and not counted."
    ),
    worded(
        LEFT_OUT,
        yes=("Y", N_("Yes, it must name the record"), N_("it must name the record")),
        less=(
            "A",
            N_("A copy of it, or only that it is the reason"),
            N_(
                "a copy must come with it or be given if asked for, or it must say only that a "
                "record is the reason"
            ),
        ),
        local=_ONLY_LOCAL,
        none=("N", N_("No such rule found"), N_("we found no such rule")),
    ),
    _notice,
)

RENTING_RULE = _topic(
    "renting-rule",
    N_("Landlords: state, cities and counties"),
    N_("Do landlords have a rule, from the state, a city or a county?"),
    N_(
        "Any rule on how landlords use records, broad or limited. What is marked “not confirmed” "
        "is counted. A city's or county's law that is in doubt, or not in force yet, is listed and "
        "not counted; so is one whose rule we could not read. We may have missed some cities. "
        "Rules for public housing alone, and federal law, are not counted. What else a state says "
        "of cleared records stands on its page."
    ),
    worded(
        LEFT_OUT,
        both=(
            "B",
            N_("Both the state and a city or county"),
            N_("both the state and a city or county have one"),
        ),
        state=("S", N_("The state only"), N_("only the state has one")),
        local=("O", N_("Only a city or county"), N_("only a city or county has one")),
        none=("N", N_("No rule found"), N_("we found no rule")),
        unspecified=("D", N_("Our sources do not say"), N_("our sources do not say")),
    ),
    _renting,
)
