"""A place's own rules for background checks, for those who check: one page for each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any, Literal, TypeVar, get_args

from ..languages.filled import Filled
from ..source.cited import Source
from ..source.fair_chance import Complaint, FairChance, FairChange, Housing, Unconfirmed
from ..source.fair_duties import Binding, DaySpan, Duty, Exemption, Factors, Notice, Refusal
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from ..source.values import Checker, DayPurpose, NoticeStage
from . import labels as words
from .labels import N_
from .placepage import PlacePage
from .places import guide_url

Audience = Literal["employers", "landlords"]
AUDIENCES: tuple[Audience, ...] = ("employers", "landlords")
AnyDuty = TypeVar("AnyDuty", Factors, Refusal, Notice, DaySpan, Exemption)
AnyEntry = Duty | Exemption | LocalLaw
TITLES: dict[Audience, str] = {
    "employers": N_("Fair hiring in {place}"),
    "landlords": N_("Fair renting in {place}"),
}
READER: dict[Audience, Checker] = {"employers": "employer", "landlords": "landlord"}


def audience_for(reader: str) -> Audience:
    """Return for whom the rules are that a form's reader looks up: a person's are an employer's."""
    return "landlords" if reader == "landlord" else "employers"


# The parts of fair_chance that each page shows, in its order.
_PARTS: dict[Audience, tuple[str, ...]] = {
    "employers": (
        "employment.private",
        "employment.public",
        "employment.cleared_records",
        "employment.lookback",
    ),
    "landlords": ("housing", "employment.cleared_records", "employment.lookback"),
}

# What the parts and their points are called where they are not confirmed.
PART_NAMES = {
    "employment.private": N_("Private employers"),
    "employment.public": N_("Public employers"),
    "employment.cleared_records": N_("Cleared records"),
    "employment.lookback": N_("How far back a report may go"),
    "housing": N_("Landlords"),
}
_OTHER_PARTS = {
    "survivors": N_("A record cleared under the law for survivors"),
    "complain": N_("Where a person complains"),
    "complain.renting": N_("Where a person complains"),
}
_LISTS = {
    "factors": N_("What must be weighed"),
    "refusals": N_("When a record may be the reason for a no"),
    "notices": N_("What a notice must say"),
    "times": N_("How many days"),
    "exceptions": N_("Where a rule gives way"),
    "local": N_("City and county rules"),
}
_POINTS = {
    "rule": N_("the rule itself"),
    "ask": N_("when the question may be asked"),
    "text": N_("what the text says"),
    "citation": N_("the citation"),
    "threshold": N_("who is covered"),
    "years": N_("the number of years"),
    "weigh": N_("the whole list"),
    "must": N_("what it must say"),
    "days": N_("the number of days"),
    "unit": N_("which days are counted"),
    "never": N_("what may never be used"),
    "effective": N_("the day it began"),
    "status": N_("whether it is in force"),
    "binds": N_("who must follow it"),
    "below": N_("what holds for those with fewer"),
    "complain.name": N_("where a person complains"),
    "complain.deadline": N_("until when a person may complain"),
    "complain": N_("where a person complains"),
    "name": N_("which office it is"),
    "also": N_("which other office, or a court"),
    "deadline": N_("until when"),
    "starts": N_("from when the time runs"),
}
# Said of a local law where its number is not known, and it is not known that it binds all.
NO_NUMBER = N_("from what number on was not found")
# What a mark stands beside already.
_SHOWN = frozenset(("rule", "ask", "years"))
# What can be marked of an office for complaints.
_OF_OFFICE = ("name", "deadline")
# Only these keep a decision waiting; the others are the person's or the checker's own time.
_HOLDS = frozenset(("answer", "wait"))


@dataclass(frozen=True)
class Short:
    """A line of the page's answer box: what is asked, the answer, whether it is confirmed."""

    label: str
    value: str
    anchor: str
    unconfirmed: bool = False
    place: str = ""
    """The city or county it is about; empty for the state."""
    who: str = ""
    """For whom this line holds, where it is narrower than the rest."""
    who_unconfirmed: bool = False
    which: str = ""
    """Which of several it is about, such as the stage of a notice."""
    apart: str = ""
    """Which one it is of several that all else names alike, as the data has it: whom it is for, by
    which law, or what it says."""


def rules_url(audience: Audience, place: Jurisdiction) -> str:
    """Return the address of a place's page for those who check."""
    return f"{audience}/{place.slug}/"


def part(fair: FairChance, path: str) -> Any:
    """Return the part of fair_chance at a path such as "employment.private"."""
    found: Any = fair
    for step in path.split("."):
        found = getattr(found, step)
    return found


def told_to(rule: Any, who: Checker) -> tuple[str, str]:
    """Return a rule in words for an employer or a landlord, and how its law is cited."""
    law = (who == "landlord" and getattr(rule, "renting_law", None)) or rule
    return text_for(rule, who), law.cited


def text_for(rule: Any, who: Checker) -> str:
    """Return a rule in words for an employer or a landlord."""
    told: str = (who == "landlord" and getattr(rule, "renting", None)) or rule.text
    return told


def is_open(fair: FairChance | None, field: str) -> bool:
    """Return whether a field of fair_chance, or a part that holds it, is not confirmed."""
    return bool(fair and fair.is_marked(field))


def is_bar_open(fair: FairChance, law: LocalLaw) -> bool:
    """Return whether it is not confirmed that a law lets no record count: its rule, or all of it.

    A mark on one of the kinds of record that it names leaves the others.
    """
    path = f"local.{law.id}"
    named = range(1, len(law.never) + 1)
    return law.bars_all and (
        is_open(fair, f"{path}.rule")
        or all(fair.is_item_marked(f"{path}.never", number) for number in named)
    )


def open_points(fair: FairChance | None, section: str) -> list[str]:
    """Return what else was not confirmed about a section of fair_chance, in words."""
    points = []
    for mark in fair.unconfirmed if fair else ():
        inside = mark.field == section or mark.field.startswith(f"{section}.")
        if not inside:
            continue
        point = mark.field.removeprefix(section).lstrip(".").partition(".")[0]
        if mark.about:
            points.append(mark.about)
        elif point and point not in _SHOWN and not mark.items:  # each item has a mark of its own
            points.append(_POINTS.get(point, point))
    return list(dict.fromkeys(points))


def _named(entry: AnyEntry, mark: Unconfirmed) -> list[str]:
    """Return the case, or the items of a list, that a mark means; none where it means all."""
    if isinstance(entry, Exemption):
        return [entry.text]
    items = getattr(entry, mark.field.rpartition(".")[2]) if mark.items else []
    return [items[number - 1] for number in mark.items or ()]


def _which(entry: AnyEntry) -> str:
    """Return which of several notices or times an entry is, in words; empty for the others."""
    if isinstance(entry, Notice):
        return words.label("notice.stage", entry.stage)
    return words.label("time.purpose", entry.purpose) if isinstance(entry, DaySpan) else ""


def _apart(fair: FairChance, entry: AnyEntry, others: Iterable[AnyEntry]) -> str:
    """Return what tells an entry from others; empty where there is no other."""
    own, told = _tellings(fair, entry), [_tellings(fair, other) for other in others]
    if not told:
        return ""
    differs = (
        what
        for number, what in enumerate(own)
        if what and all(each[number] != what for each in told)
    )
    return next(differs, own[-1])


def _tellings(fair: FairChance, entry: AnyEntry) -> tuple[str, ...]:
    """Return what can tell an entry from another one, the shortest first."""
    if isinstance(entry, LocalLaw):
        return "", entry.law, entry.cited, entry.text.removesuffix(".")
    law = fair.local_law(entry.local)
    title = law.law if law else ""
    if isinstance(entry, Exemption):
        return "", title, "", entry.text.removesuffix(".")
    items = getattr(entry, "weigh", None) or getattr(entry, "must", None)
    text = items[0] if items else getattr(entry, "text", "")
    return entry.only, title, entry.cited, text.removesuffix(".")


def times_for(fair: FairChance | None, reader: str) -> list[DaySpan]:
    """Return the spans of days that are one kind of reader's duty, statewide ones first."""
    found = [time for time in fair.times if time.who == reader] if fair else []
    return sorted(found, key=lambda time: time.local or "")


def waits_for(fair: FairChance | None, reader: str) -> list[DaySpan]:
    """Return the spans that keep a reader's decision waiting: those to answer and to wait."""
    return [time for time in times_for(fair, reader) if time.purpose in _HOLDS]


def place_name(place: Jurisdiction, entry: Binding | Exemption) -> str:
    """Return the city or county whose law an entry is, or the place's name."""
    law = place.fair_chance.local_law(entry.local) if place.fair_chance else None
    return law.name if law else place.name


def span_words(time: DaySpan) -> str:
    """Return how many days a span has, and from when, or that this was not found, in words."""
    told = (
        N_("{days} {unit} from {starts}")
        if time.starts
        else N_("{days} {unit} (from when: not in what we read)")
    )
    unit = Filled(words.label("time.unit", time.unit))
    return Filled(told, days=time.days, unit=unit, starts=time.starts)


def complaint_time(office: Complaint, deadline: str, say: Callable[[str], str] = str) -> str:
    """Return how long there is to complain, and from when, or that this was not found."""
    told = (
        say("{deadline}, from {starts}")
        if office.starts
        else say("{deadline} (from when: not in what we read)")
    )
    return told.format(deadline=deadline, starts=office.starts)


def least_for(fair: FairChance, duty: Binding) -> int | None:
    """Return from how many employees or homes on a duty binds; None where it names no number.

    A law's number for the wait to ask alone is not one for its factors, notices and days; of a rule
    that only makes the question wait it is one for all that its words say.
    """
    law = fair.local_law(duty.local)
    if duty.any_size or (duty.local is None and "private_employers" not in duty.binds):
        return None
    rule = law or fair.employment.private
    is_for_part = rule.threshold_for == "ask" and rule.rule != "ban_the_box"
    return None if is_for_part else rule.threshold


def part_with_number(rule: object) -> str:
    """Return which part of a rule alone binds from a number on, in words; empty for all of it.

    The rest then binds smaller ones too: the factors and notices of a law whose number is for the
    wait to ask, or the wait of one whose number is for the weighing. A rule that only makes the
    question wait has no rest.
    """
    least, kind = getattr(rule, "threshold", None) or 0, getattr(rule, "threshold_for", None)
    waits = getattr(rule, "ask", None) not in (None, "none", "unspecified")
    homes = getattr(rule, "for_landlords", False) or isinstance(rule, Housing)
    if least <= 1:
        return ""
    if kind == "ask" and getattr(rule, "rule", None) != "ban_the_box":
        told = (
            N_("the wait to ask only from {number} homes")
            if homes
            else N_("the wait to ask only from {number} employees")
        )
    elif kind == "rule" and waits:
        told = (
            N_("the weighing only from {number} homes")
            if homes
            else N_("the weighing only from {number} employees")
        )
    else:
        return ""
    return Filled(told, number=least)


def tells_number(fair: FairChance, duty: Binding) -> bool:
    """Return whether what narrows a duty already says from how many on it binds."""
    least = least_for(fair, duty)
    return least is not None and bool(re.search(rf"\b{least}\b", getattr(duty, "only", "")))


def reach_of(fair: FairChance, duty: Binding) -> str:
    """Return from how many on a duty binds, in the law's own words; empty where all are bound.

    One law counts employees, another full-time workers or contractors, too. Where no number is
    known, or it is not sure that all are bound, what is told of it instead; empty, too, where the
    duty itself tells the number. A state's number is for private employers alone.
    """
    law = fair.local_law(duty.local)
    if duty.any_size or (law is None and "private_employers" not in duty.binds):
        return ""
    rule, least = law or fair.employment.private, least_for(fair, duty)
    if tells_number(fair, duty):
        return ""
    if least is not None and least > 1:
        # Laws count differently: the words of who is bound say whom.
        is_home = duty.who == "landlord"
        told = N_("{number} or more homes") if is_home else N_("{number} or more employees")
        who = rule.threshold_text or Filled(told, number=least)
        for_some = law is None and len(duty.binds) > 1
        return Filled(N_("private ones: {who}"), who=who) if for_some else who
    return (rule.threshold_text or "") if is_reach_open(fair, duty) else ""


def is_reach_open(fair: FairChance, duty: Binding) -> bool:
    """Return whether it is not confirmed whom a duty binds, or from how many on."""
    law = fair.local_law(duty.local)
    if law is None and "private_employers" not in duty.binds:
        return False
    path = f"local.{law.id}" if law else "employment.private"
    if duty.any_size or (law or fair.employment.private).threshold_for == "ask":
        return law is not None and is_open(fair, f"{path}.binds")
    return is_law_reach_open(fair, path, law)


def is_law_reach_open(fair: FairChance, path: str, law: LocalLaw | None = None) -> bool:
    """Return whether it was not found, or is not confirmed, whom a law binds; `law`: a city's."""
    unfound = law is not None and not law.threshold_text
    return unfound or any(is_open(fair, f"{path}.{point}") for point in ("threshold", "binds"))


def by_purpose(times: Sequence[DaySpan]) -> list[tuple[str, list[DaySpan]]]:
    """Return spans of days by what they are for, in words, those to answer first."""
    return [
        (words.label("time.purpose", purpose), found)
        for purpose in get_args(DayPurpose)
        if (found := [time for time in times if time.purpose == purpose])
    ]


def local_laws(fair: FairChance, *, landlords: bool) -> list[LocalLaw]:
    """Return the laws of cities and counties for landlords or for employers, doubtful ones last."""
    own = [law for law in fair.local if law.for_landlords == landlords]
    return sorted(own, key=lambda law: (law.status != "in_force", law.name, law.id))


def status_words(law: LocalLaw | None) -> str:
    """Return that a local law is not surely in force, in words; nothing where it is, or for none.

    Of one that is in doubt the page of the place tells why.
    """
    if law is None or law.status == "in_force":
        return ""
    return words.label("local.status", law.status)


def law_title(fair: FairChance, law: LocalLaw) -> str:
    """Return a local law's title, where its city has another one for the same readers; else ""."""
    alike = local_laws(fair, landlords=law.for_landlords)
    several = sum(each.name == law.name and each.status != "ended" for each in alike) > 1
    return law.law if several else ""


def with_office(fair: FairChance, laws: Sequence[LocalLaw]) -> list[tuple[str, LocalLaw]]:
    """Return each city's and county's office for complaints: whose it is, and a law that names it.

    Several laws of a city with one office share an entry, if the same of it is confirmed.
    """
    return [(whose, law) for whose, law in _by_office(fair, laws) if law.complain]


def without_office(fair: FairChance, laws: Sequence[LocalLaw]) -> list[str]:
    """Return the cities and counties of which no office for complaints is known."""
    return [
        whose
        for whose, law in _by_office(fair, [law for law in laws if law.status != "ended"])
        if not law.complain
    ]


def _by_office(fair: FairChance, laws: Sequence[LocalLaw]) -> list[tuple[str, LocalLaw]]:
    groups: dict[Hashable, list[LocalLaw]] = {}
    for law in laws:
        marks = (is_open(fair, f"local.{law.id}.complain.{point}") for point in _OF_OFFICE)
        groups.setdefault((law.name, law.complain, *marks), []).append(law)
    return [(_whose(group, laws), group[0]) for group in groups.values()]


def _whose(group: Sequence[LocalLaw], laws: Sequence[LocalLaw]) -> str:
    """Return a city or county, and which of its laws these are where it has others."""
    city = group[0].name
    others = [law for law in laws if law.name == city and law not in group]
    if not others:
        return city
    kinds = {law.for_landlords for law in group}
    if len(kinds) > 1 or any(law.for_landlords in kinds for law in others):
        return Filled(N_("{city} ({law})"), city=city, law="; ".join(law.law for law in group))
    told = N_("{city}, for renting") if kinds == {True} else N_("{city}, for work")
    return Filled(told, city=city)


class Rules(PlacePage):
    """Everything that a place's page for employers or for landlords shows, in words."""

    def __init__(
        self, audience: Audience, place: Jurisdiction, shared_sources: Mapping[str, Source]
    ) -> None:
        if place.fair_chance is None:
            raise ValueError(f"{place.code} has no rules for background checks")
        super().__init__(place, shared_sources)
        self.audience: Audience = audience
        self.fair: FairChance = place.fair_chance
        self.url = rules_url(audience, place)
        self.guide_url = guide_url(place)

    def _own(self, entries: Sequence[AnyDuty]) -> list[AnyDuty]:
        """Return the entries for this page's readers, statewide ones first."""
        found = [entry for entry in entries if entry.who == self.reader]
        return sorted(found, key=lambda entry: entry.local or "")

    @property
    def times(self) -> list[DaySpan]:
        """The spans of days that were found, statewide ones first."""
        return times_for(self.fair, self.reader)

    @property
    def spans(self) -> list[tuple[str, list[DaySpan]]]:
        """The spans of days by what they are for, in words."""
        return by_purpose(self.times)

    @property
    def factors(self) -> list[Factors]:
        """What must be weighed, by law."""
        return self._own(self.fair.factors)

    @property
    def refusals(self) -> list[Refusal]:
        """When a record may be the reason for a no, by law."""
        return self._own(self.fair.refusals)

    @property
    def notices(self) -> list[tuple[NoticeStage, str, list[Notice]]]:
        """What notices must say, by stage, also of stages for which nothing was found.

        Hardly any law has a person asked for facts first: only those that do are told.
        """
        own = self._own(self.fair.notices)
        found: dict[NoticeStage, list[Notice]] = {stage: [] for stage in get_args(NoticeStage)}
        for notice in own:
            found[notice.stage].append(notice)
        return [
            (stage, words.label("notice.stage", stage), notices)
            for stage, notices in found.items()
            if notices or stage != "facts"
        ]

    def told_at(self, stage: NoticeStage) -> list[str]:
        """Return the cities and counties of whose notice at a stage others tell, unread."""
        told = [law for law in self.local if law.status != "ended" and stage in law.told_notices]
        return list(dict.fromkeys(law.name for law in told))

    @property
    def changes(self) -> list[FairChange]:
        """How the rules for these readers changed."""
        return [each for each in self.fair.changes if each.who in (None, self.reader)]

    @property
    def exceptions(self) -> list[Exemption]:
        """For whom a rule gives way."""
        return self._own(self.fair.exceptions)

    @property
    def offices(self) -> list[tuple[str, LocalLaw]]:
        """The laws of cities and counties of which the office for complaints is known."""
        return with_office(self.fair, self.local)

    @property
    def without_office(self) -> list[str]:
        """The cities and counties of which no such office is known."""
        return without_office(self.fair, self.local)

    @property
    def reader(self) -> Checker:
        """For whom the page is, as the data names it."""
        return READER[self.audience]

    def named(self, law: LocalLaw | None) -> str:
        """Return whose a law is, and which one where the city has two; None is the place's own."""
        if law is None:
            return self.place.name
        title = law_title(self.fair, law)
        return f"{law.name}, {title}" if title else law.name

    def is_silent_on_notices(self, law: LocalLaw) -> bool:
        """Return whether nothing was found on what the notices of a local law must say."""
        return not any(notice.local == law.id for notice in self._own(self.fair.notices))

    @property
    def local(self) -> list[LocalLaw]:
        """The laws of cities and counties for these readers, the doubtful ones last."""
        return local_laws(self.fair, landlords=self.audience == "landlords")

    @cached_property
    def open_list(self) -> list[Short]:
        """What is not confirmed on this page: the part, and which point of it."""
        own: dict[str, dict[str, AnyEntry]] = {
            section: {entry.id: entry for entry in entries}
            for section, entries in (
                ("factors", self.factors),
                ("refusals", self.refusals),
                ("notices", self._own(self.fair.notices)),
                ("times", self.times),
                ("exceptions", self.exceptions),
                ("local", self.local),
            )
        }
        found = []
        for mark in self.fair.unconfirmed:
            section, _, rest = mark.field.partition(".")
            if section in own:
                name, _, point = rest.partition(".")
                if entry := own[section].get(name):
                    named = [mark.about] if mark.about else _named(entry, mark)
                    city, which = self._city(entry), _which(entry)
                    alike = [
                        other
                        for other in own[section].values()
                        if other != entry and (self._city(other), _which(other)) == (city, which)
                    ]
                    # An item of a list, or a case, tells by itself which entry it is of.
                    tells = bool(named) and not mark.about
                    apart = "" if tells else _apart(self.fair, entry, alike)
                    found += [
                        Short(_LISTS[section], said, "", place=city, which=which, apart=apart)
                        for said in named or [_POINTS.get(point, "")]
                    ]
                continue
            for path in (*_PARTS[self.audience], "survivors", self._office_path):
                rest = mark.field.removeprefix(path).lstrip(".")
                if mark.field == path or mark.field.startswith(f"{path}."):
                    if path == "complain" and rest.startswith("renting"):
                        continue  # what is for the other readers
                    point = mark.about or _POINTS.get(rest, "")
                    found.append(Short((PART_NAMES | _OTHER_PARTS)[path], point, ""))
        return list(dict.fromkeys(found))

    def basis(self, path: str) -> Any:
        """Return what has the citation and the sources of a part for these readers."""
        rule = part(self.fair, path)
        own = self.audience == "landlords" and getattr(rule, "renting_law", None)
        return own or rule

    @property
    def _office_path(self) -> str:
        """Where the office for these readers stands, with its time."""
        office = self.fair.complain
        return office.path_for(self.reader) if office else "complain"

    def _city(self, entry: AnyEntry) -> str:
        law = entry if isinstance(entry, LocalLaw) else self.fair.local_law(entry.local)
        return law.name if law else ""

    def place_of(self, entry: Duty | Exemption) -> str:
        """Return the city or county whose law an entry is, or the place's name."""
        return place_name(self.place, entry)

    @cached_property
    def short(self) -> list[Short]:
        """The answer box: the coded rules in a few words, each leading to its text."""
        work = self.fair.employment
        if self.audience == "employers":
            lines = [
                self._line(N_("Private employers"), "hiring.rule", "employment.private.rule"),
                self._line(
                    N_("When you may ask about a record"), "hiring.ask", "employment.private.ask"
                ),
            ]
            if who := work.private.threshold_text:
                mark = self._open("employment.private.threshold")
                # A number that is for one of the two stands with it: there it reads as one answer.
                at = {"rule": 0, "ask": 1}.get(work.private.threshold_for or "")
                if at is None:
                    lines.append(Short(N_("Who is covered"), who, "private", mark))
                else:
                    lines[at] = replace(lines[at], who=who, who_unconfirmed=mark)
            lines += [
                self._line(N_("Public employers"), "hiring.rule", "employment.public.rule"),
                self._line(N_("When they may ask"), "hiring.ask", "employment.public.ask"),
            ]
        else:
            lines = [self._line(N_("Landlords"), "housing.rule", "housing.rule")]
            if ask := self.fair.housing.ask:
                value = words.label("local.ask", ask)
                mark = self._open("housing.ask")
                lines.append(Short(N_("When you may ask about a record"), value, "housing", mark))
        lines.append(self._cleared())
        if self.audience == "employers":
            back = work.lookback
            lines.append(
                Short(
                    N_("How far back a report may go"),
                    Filled(N_("{years} years"), years=back.years)
                    if back.years
                    else words.NO_LOOKBACK,
                    "lookback",
                    self._open("employment.lookback.years"),
                    who=Filled(N_("not for {jobs}"), jobs=back.not_for) if back.not_for else "",
                )
            )
        if self.local:
            lines.append(Short(N_("City and county rules"), N_("Some; see below"), "local"))
        return lines

    def _cleared(self) -> Short:
        path = "employment.cleared_records.rule"
        if self.audience == "landlords":
            # The coded rule is that for work.
            told = N_("What holds for renting stands below")
            return Short(N_("Cleared records"), told, "cleared-records")
        value = words.label("cleared.for_you", part(self.fair, path))
        return Short(N_("Cleared records"), value, "cleared-records", self._open(path))

    def _line(self, label: str, field: str, path: str) -> Short:
        anchor = path.split(".")[-2]
        return Short(label, words.label(field, part(self.fair, path)), anchor, self._open(path))

    def _open(self, field: str) -> bool:
        return is_open(self.fair, field)

    def fair_unconfirmed(self, field: str) -> bool:
        """Return whether a field of fair_chance, or a part that holds it, is marked."""
        return is_open(self.fair, field)

    def fair_open_points(self, section: str) -> list[str]:
        """Return what else was not confirmed about a section of fair_chance, in words."""
        return open_points(self.fair, section)

    def _cited(self) -> Iterator[str]:
        for path in _PARTS[self.audience]:
            yield from self.basis(path).sources
        if self.fair.survivors:
            yield from self.fair.survivors.sources
        duties: tuple[Sequence[Duty | LocalLaw], ...] = (
            self.factors,
            self.refusals,
            self._own(self.fair.notices),
            self.times,
            self.local,
        )
        for entry in chain.from_iterable(duties):
            yield from entry.sources
        if self.fair.complain:
            yield from self.fair.complain.sources
        yield from self.fair.also_read
