"""All the facts of the site, worked out once from the data and given to every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..source.addressed import you_in
from ..source.cited import Source
from ..source.coded import LAW_FIELD, is_not_looked_for
from ..source.evidence import Data
from ..source.explainers import HOTLINE, Fact, Myth, Organisation, Practice, TopicInfo
from ..source.fair_chance import Complaint
from ..source.fair_duties import DaySpan, Duty
from ..source.forms import Form
from ..source.law import Law
from ..source.local_law import LocalLaw
from ..source.packets import PacketsFile
from ..source.place import Jurisdiction
from ..source.rule_change import RuleNext
from ..source.values import Checker, Coverage, FactStatus
from . import labels as words
from . import wording
from .binding import ONLY_DUTIES, Binding, BindingLaw
from .current import current
from .evidence import Standing, StandingKind, count, read_whole, standings, texts_as_sources
from .fit import QUESTIONS, Ask, PlaceFit, fit
from .guide import Guide, Helper, national
from .lawpage import LawPage
from .lawrows import is_unconfirmed
from .lazily import Lazily
from .packets import Packets
from .places import by_name
from .questions import Comparison, Letters, Row, compare
from .quoting import Quote, Quoting
from .reasons import OwnWords, in_own_words
from .release import Release
from .rule_changes import ChangeState, change_state
from .rule_periods import Period, Stretch, period_words, stretches
from .rule_texts import RuleLaw, may_ask, read_of_local
from .rules import (
    AUDIENCES,
    READER,
    Audience,
    Rules,
    complaint_time,
    is_reach_open,
    law_title,
    part,
    reach_of,
    rules_url,
    span_words,
    status_words,
    text_for,
)
from .standingmarks import StandingMark
from .standingmarks import in_language as marks_in_language
from .timeline import Change, changes_since, coverage_on
from .topics import TOPIC_SITES, TopicSite, list_of_cities
from .waycounts import KindCount, way_counts
from .wayspage import WaysPage

# "As of early 2024" on the page about places without a law.
EARLY_2024 = date(2024, 1, 1)
# The readers a myth is for, in the order of the filter; advocates read everything.
READERS = ("survivor", "employer", "landlord", "healthcare")
# What no longer binds or does not bind yet, what has ended first.
NOT_IN_FORCE: tuple[FactStatus, ...] = (
    "withdrawn",
    "repealed",
    "expired",
    "enjoined",
    "proposed",
    "unclear",
)


@dataclass(frozen=True)
class TopicPage:
    """A guide topic with its facts, myths and practices."""

    site: TopicSite
    info: TopicInfo
    facts: tuple[Fact, ...]
    myths: tuple[Myth, ...]
    practices: tuple[Practice, ...]

    def practices_for(self, reader: str, *, others: bool = False) -> list[Practice]:
        """Return the practices for a reader, or those that are only for others."""
        return [item for item in self.practices if (reader in item.who) != others]

    @property
    def standings(self) -> list[tuple[str, tuple[Fact, ...]]]:
        """The facts that are not simply in force, by standing, in words."""
        return [
            (words.label("status", status), found)
            for status in NOT_IN_FORCE
            if (found := tuple(fact for fact in self.facts if fact.status == status))
        ]

    @property
    def in_force_count(self) -> int:
        """How many of the facts are in force."""
        return sum(fact.status == "in_force" for fact in self.facts)


@dataclass(frozen=True)
class DatedAct:
    """An act that made or changed a law, its year, and whether the law marks it not confirmed."""

    year: int
    act: str
    unconfirmed: bool


class Facts:
    """What templates and hand-written pages may ask.

    `say` translates a text of the code; `letters` are those of the maps in that language,
    by question and answer, `rests_marks` say what an answer rests on, and `in_words` writes a
    date. `english` are the same facts in English, which are what is published. A site for
    `publishing` has what takes longest to make, too.
    """

    def __init__(
        self,
        data: Data,
        forms: Sequence[Form] = (),
        day: date | None = None,
        packets: PacketsFile | None = None,
        say: Callable[[str], str] = str,
        letters: Letters | None = None,
        *,
        english: Facts | None = None,
        in_words: Callable[[date], str] = wording.day,
        rests_marks: Mapping[str, str] | None = None,
        publishing: bool = False,
    ) -> None:
        self.say = say
        self.publishing = publishing
        self._standing_marks = marks_in_language(rests_marks or {}, say)
        self._published = data
        self._english = english
        self.in_words = in_words
        day = day or max(place.checked for place in data.jurisdictions)
        self.data = data = current(data, day)
        self.day = day
        self.forms = forms
        self._packets = packets
        self.places = by_name(data.jurisdictions)
        self.source = {source.id: source for source in data.sources}
        self._sources: dict[str, dict[str, Source]] = {}
        self.organisation = {item.id: item for item in data.organisations}
        self.fact = {fact.id: fact for fact in data.facts}
        self.myth = {myth.id: myth for myth in data.myths}
        self.comparisons = compare(self.places, self.standings, day, letters, say)
        self.guides = {
            place.code: Guide(
                place, self.sources_of(place), self.organisation, self.comparisons, data.myths, day
            )
            for place in self.places
        }

    @cached_property
    def law_pages(self) -> dict[str, LawPage]:
        """Each place's law page by code."""
        return {
            code: LawPage(guide, self.data.evidence_of(guide.place))
            for code, guide in self.guides.items()
        }

    @cached_property
    def packets(self) -> dict[str, Packets]:
        """Each place's papers to start from by code; none where there are no words for them."""
        words = self._packets
        if words is None:
            return {}
        fbi = self.guides["US"].place.own_record.agency
        told_by = {fact.id: self._sources_in_words(fact) for fact in self.data.facts}
        return {
            place.code: Packets(place, self.data.evidence_of(place), words, fbi, told_by)
            for place in self.places
        }

    def read_from(self, fact: Fact) -> str:
        """Return who published the first source of a fact, which has no citation to be told by."""
        return self.source[fact.sources[0]].publisher

    def _sources_in_words(self, fact: Fact) -> str:
        sources = (self.source[name] for name in fact.sources)
        return "; ".join(f"{source.title}, {source.published}" for source in sources)

    @cached_property
    def ways_pages(self) -> dict[str, WaysPage]:
        """Each place's page of other ways by code."""
        return {
            code: WaysPage(guide, self.data.evidence_of(guide.place), self.day)
            for code, guide in self.guides.items()
        }

    def way_counts(self, places: Sequence[Jurisdiction] | None = None) -> list[KindCount]:
        """Return for each kind of record how many places have a general way; all by default."""
        return way_counts(self.places if places is None else places, self.day)

    @property
    def pages_below(self) -> list[LawPage | WaysPage]:
        """The pages below the guides."""
        return [*self.law_pages.values(), *self.ways_pages.values()]

    def sources_of(self, place: Jurisdiction) -> dict[str, Source]:
        """Return what a place may cite beside its own sources: shared ones, and its texts."""
        if place.code not in self._sources:
            texts = texts_as_sources(place, self.data.evidence_of(place))
            self._sources[place.code] = self.source | texts
        return self._sources[place.code]

    @cached_property
    def rules(self) -> dict[str, list[Rules]]:
        """The pages of rules for employers and for landlords, by place."""
        return {
            audience: [
                Rules(audience, place, self.sources_of(place))
                for place in self.places
                if place.fair_chance
            ]
            for audience in AUDIENCES
        }

    def may_ask(self, rules: Rules) -> list[RuleLaw]:
        """Return the laws for a page's readers that were not read whole: they may ask for more."""
        return may_ask(rules, self.data.evidence_of(rules.place))

    def own_words(self, rules: Rules) -> list[OwnWords]:
        """Return the laws for a page's readers whose words alone say when a record may count."""
        return in_own_words(rules.fair, rules.reader)

    def may_ask_more(self, reader: str) -> list[tuple[Jurisdiction, RuleLaw]]:
        """Return such laws of all places for one kind of reader, by place."""
        return [
            (rules.place, law)
            for audience in AUDIENCES
            if READER[audience] == reader
            for rules in self.rules[audience]
            for law in self.may_ask(rules)
        ]

    def is_read(self, place: Jurisdiction, law: LocalLaw) -> bool:
        """Return whether a local law's own words were read, or a part; else only what is told."""
        return read_of_local(place, self.data.evidence_of(place), law) != "none"

    def status_words(self, law: LocalLaw | None) -> str:
        """Return that a local law is not surely in force, in words; nothing where it is."""
        return status_words(law)

    def law_title(self, place: Jurisdiction, law: LocalLaw) -> str:
        """Return a local law's title, where its city has another one for the same readers."""
        return law_title(place.fair_chance, law) if place.fair_chance else ""

    @cached_property
    def binding(self) -> dict[str, Binding]:
        """Which rules bind an employer, and a landlord: all of them with their order."""
        changing = [place for place in self.rule_stretches if len(place) > 1]
        return {audience: Binding(audience, self.places, changing) for audience in AUDIENCES}

    def asking(self, practice: Practice) -> list[BindingLaw]:
        """Return the laws that ask for the notice that a practice speaks of, by place."""
        stage, page = practice.notice, TOPIC_SITES[practice.topic].page.rstrip("/")
        if stage is None:
            return []
        return [law for law in self.binding[page].laws if law.notices_at(stage)]

    def binding_behind(self, question: str) -> Binding | None:
        """Return the rules that a question is about where cities and counties have them, too."""
        audience = {"private-employers": "employers", "housing": "landlords"}.get(question)
        return self.binding[audience] if audience else None

    def further(self, question: str) -> set[str]:
        """Return the codes of the places where a city or county has a rule that it is about."""
        binding = self.binding_behind(question)
        return {each.place.code for each in binding.further} if binding else set()

    def local_rules(self, question: str, place: Jurisdiction) -> list[BindingLaw]:
        """Return the laws in force of a place's cities and counties that a question is about, too.

        One for each city or county, by name.
        """
        binding = self.binding_behind(question)
        found = [law for law in binding.laws if law.counts] if binding else []
        own = {law.name: law for law in reversed(found) if law.place.code == place.code}
        return [own[name] for name in sorted(own)]

    def answer_label(self, question: str, row: Row) -> str:
        """Return a place's answer in words; where its law has no rule but other duties, that."""
        binding = self.binding_behind(question)
        own = [law for law in binding.laws if law.place.code == row.place.code] if binding else []
        has_duties = any(law.local is None and law.has_only_duties for law in own)
        return ONLY_DUTIES if has_duties else row.answer.label

    def list_of_cities(self, item: Myth | Practice) -> str | None:
        """Return where a myth or practice that speaks of cities' rules finds them all."""
        if self.english is not self:
            # Of what it speaks its English text tells.
            every: list[Myth | Practice]
            every = [*self.english.data.myths, *self.english.data.practices]
            return self.english.list_of_cities(next(one for one in every if one.id == item.id))
        texts = [text for text in item.model_dump().values() if isinstance(text, str)]
        cities = {law.name for each in self.binding.values() for law in each.laws if law.local}
        return list_of_cities(item.topic, texts, cities)

    def change_state(self, change: RuleNext) -> ChangeState:
        """Return how a coming change of a rule stands on the day of the build."""
        return change_state(change, self.day)

    @cached_property
    def rule_stretches(self) -> list[list[Stretch]]:
        """Each place as its rules stand one after the other, for a plan of any day."""
        # As the data has them: no rule has changed yet, and news stand apart.
        return [stretches(place, self.day) for place in by_name(self._published.jurisdictions)]

    def rule_period(self, period: Period) -> str:
        """Return when a rule holds as it is told, in words; empty where it always does."""
        return period_words(period, self.say, self.in_words)

    def words_of_rule(
        self, place: Jurisdiction, path: str, reader: Checker | None = None
    ) -> list[Quote]:
        """Return the words behind a field of fair_chance, such as "survivors.text".

        For one kind of reader without what is about the checks of the others alone. They have the
        order of the evidence: a guide shows the first alone.
        """
        evidence = self.data.evidence_of(place)
        found = Quoting(evidence, evidence.fair.proof, whole=False).quotes(path)
        return [
            quote
            for quote in found
            if quote.ground.words and (reader is None or quote.ground.who in (None, reader))
        ]

    def speaks_to_person(self, rules: Rules, path: str) -> bool:
        """Return whether a rule in words for a page's readers says "you" to the person.

        `path` is that of a part of fair_chance, such as "survivors". The English tells.
        """
        fair = self.english.guides[rules.place.code].place.fair_chance
        return bool(fair and you_in(text_for(part(fair, path), rules.reader)))

    def rules_page(self, audience: Audience, place: Jurisdiction) -> str:
        """Return the address of a place's page for employers or for landlords."""
        return rules_url(audience, place)

    def forms_for(self, reader: str) -> list[Form]:
        """Return the forms for one kind of reader."""
        return [form for form in self.forms if reader in form.for_]

    @cached_property
    def topics_checked(self) -> date:
        """The day of the latest check of a guide topic."""
        return max(topic.checked for topic in self.data.topics)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The questions of "What might help me?" that have a few answers."""
        return QUESTIONS

    @cached_property
    def fits(self) -> Mapping[str, PlaceFit]:
        """Each place's laws, ready to be held against a person's answers, by code."""
        hotline = national(self.hotline)
        return Lazily(self.guides, lambda code: fit(self.guides[code], hotline))

    @property
    def english(self) -> Facts:
        """The same facts in English."""
        return self._english or self

    @cached_property
    def release(self) -> Release:
        """The facts as they are published, with their version."""
        return self._english.release if self._english else Release(self._published)

    @cached_property
    def standings(self) -> dict[tuple[str, str], dict[str, Standing]]:
        """What each coded value rests on: by place and law, then by the path of the field."""
        return {
            (place.code, law.id): standings(law, self.data.evidence_of(place))
            for place in self.places
            for law in place.relief
        }

    @property
    def standing_marks(self) -> dict[StandingKind, StandingMark]:
        """The mark of each thing that an answer may rest on, the strongest first."""
        return self._standing_marks

    @cached_property
    def standing_counts(self) -> dict[StandingKind, int]:
        """How many coded values of all laws rest on words, on silence, on less, on nothing yet."""
        return count(one for law in self.standings.values() for one in law.values())

    @cached_property
    def not_read_whole(self) -> list[Jurisdiction]:
        """Return the places with a law that was not read whole."""
        found = self.data.evidence_of
        return [place for place in self.places if not read_whole(place, found(place))]

    @property
    def total(self) -> int:
        """How many places the site has a guide for."""
        return len(self.places)

    @property
    def hotline(self) -> Organisation:
        """The National Human Trafficking Hotline, shown on every page."""
        return self.organisation[HOTLINE]

    @cached_property
    def checked(self) -> date:
        """The day of the latest check of any place."""
        return max(place.checked for place in self.places)

    @cached_property
    def oldest_check(self) -> date:
        """The day of the oldest check of any place."""
        return min(place.checked for place in self.places)

    def with_coverage(self, *coverage: Coverage) -> list[Jurisdiction]:
        """Return the places with one of these coverages today."""
        return [place for place in self.places if place.coverage in coverage]

    def with_coverage_early_2024(self, *coverage: Coverage) -> list[Jurisdiction]:
        """Return the places that had one of these coverages on January 1, 2024."""
        return [place for place in self.places if coverage_on(place, EARLY_2024) in coverage]

    @cached_property
    def changes_since_early_2024(self) -> list[Change]:
        """Return the places whose coverage has changed since January 1, 2024."""
        return changes_since(self.places, EARLY_2024)

    @property
    def early_2024(self) -> date:
        """The day that stands for "early 2024"."""
        return EARLY_2024

    @cached_property
    def amended_since_early_2024(self) -> list[Jurisdiction]:
        """Return the places with a law enacted or amended in 2024 or later."""
        return [place for place in self.places if self.acts_since_early_2024(place)]

    def acts_since_early_2024(self, place: Jurisdiction) -> list[DatedAct]:
        """Return the acts of 2024 or later behind a place's laws, each once, oldest first."""
        found: dict[tuple[int, str], bool] = {}
        for law in place.relief:
            for field, act in (("enacted", law.enacted), ("last_amended", law.last_amended)):
                if act and act.year and act.year >= EARLY_2024.year:
                    key = (act.year, act.named)
                    # One confirmed mention is enough.
                    found[key] = found.get(key, True) and is_unconfirmed(law, field)
        return [DatedAct(year, act, found[year, act]) for year, act in sorted(found)]

    @cached_property
    def pending_places(self) -> list[Jurisdiction]:
        """Return the places with a bill that was open when last seen."""
        return [place for place in self.places if place.pending]

    @cached_property
    def law_count(self) -> int:
        """How many laws the guides describe."""
        return sum(len(place.relief) for place in self.places)

    @cached_property
    def cancel_only_laws(self) -> list[Law]:
        """Return the laws that cancel a result and, as read, neither remove nor hide the record."""
        hide = {"expunge", "destroy", "seal", "nondisclosure"}
        cancel = {"vacate", "set_aside", "dismiss"}
        return [
            law
            for place in self.places
            for law in place.relief
            if cancel.intersection(law.remedies) and not hide.intersection(law.remedies)
        ]

    def law_counts(self, field: str) -> list[tuple[str, int]]:
        """Return how many laws give each value of a field such as "hearing.rule", in words."""
        coded = LAW_FIELD[field]
        found = Counter(value for p in self.places for law in p.relief for value in coded.of(law))
        return [(text, found[value]) for value, text in words.LABELS[field].items() if found[value]]

    @cached_property
    def unconfirmed_fact_count(self) -> int:
        """How many federal facts were not read in a source."""
        return sum(not fact.confirmed for fact in self.data.facts)

    @cached_property
    def without_local_help(self) -> list[Jurisdiction]:
        """Return the places whose guide names only national help."""
        return [place for place in self.places if all(h.organisation for h in place.help)]

    @cached_property
    def source_count(self) -> int:
        """How many sources the guides and explainers cite."""
        own = sum(len(place.sources) for place in self.places)
        texts = {
            (place.code, source.id)
            for place in self.places
            for name, source in texts_as_sources(place, self.data.evidence_of(place)).items()
            if name == source.id
        }
        return len(self.source) + own + len(texts)

    @cached_property
    def unconfirmed_count(self) -> int:
        """How many fields are marked as not confirmed."""
        laws = sum(len(law.unconfirmed) for place in self.places for law in place.relief)
        rules = sum(len(p.fair_chance.unconfirmed) for p in self.places if p.fair_chance)
        return laws + rules

    @cached_property
    def not_looked_for_count(self) -> int:
        """How many of the fields that are not confirmed nobody has looked for yet."""
        laws = [law for place in self.places for law in place.relief]
        return sum(is_not_looked_for(law, path) for law in laws for path in LAW_FIELD)

    def comparison(self, question: str) -> Comparison:
        """Return a question answered for every place."""
        return self.comparisons[question]

    def rows_for(self, question: str, *answers: str) -> list[Row]:
        """Return the places that give one of these answers to a question."""
        return [row for row in self.comparisons[question].rows if row.answer.key in answers]

    def topic(self, topic: str) -> TopicPage:
        """Return a guide topic with everything that belongs to it."""
        return TopicPage(
            next(site for site in TOPIC_SITES.values() if site.topic == topic),
            next(info for info in self.data.topics if info.id == topic),
            tuple(fact for fact in self.data.facts if fact.topic == topic),
            tuple(myth for myth in self.data.myths if myth.topic == topic),
            tuple(practice for practice in self.data.practices if practice.topic == topic),
        )

    @property
    def topic_pages(self) -> list[TopicPage]:
        """Return every guide topic."""
        return [self.topic(topic) for topic in TOPIC_SITES]

    def others_like(self, myth: Myth) -> list[Myth]:
        """Return the next few myths of the same topic, going round at the end."""
        same = [item for item in self.data.myths if item.topic == myth.topic]
        at = same.index(myth)
        return [*same[at + 1 :], *same[:at]][:5]

    def myths_for(self, reader: str) -> list[Myth]:
        """Return the myths for one kind of reader."""
        return [myth for myth in self.data.myths if reader in myth.who]

    def national(self, organisation: str) -> Helper:
        """Return a national organisation as somebody who helps."""
        return national(self.organisation[organisation])

    def cited(self, facts: Sequence[Fact]) -> list[Source]:
        """Return the sources of some facts, each once, in order of first citation."""
        order = dict.fromkeys(source for fact in facts for source in fact.sources)
        return [self.source[source] for source in order]

    @property
    def nothing(self) -> str:
        """What stands where there is nothing to say."""
        return words.NOTHING

    def label(self, field: str, value: str) -> str:
        """Return the plain words for a coded value."""
        return words.label(field, value)

    def span(self, time: DaySpan) -> str:
        """Return how many days a span has, and from when, in words."""
        return self.say(span_words(time))

    def reach(self, place: Jurisdiction, duty: Duty) -> tuple[str, bool]:
        """Return from how many employees or homes on a duty binds, and whether that is open."""
        fair = place.fair_chance
        told = reach_of(fair, duty) if fair else ""
        return self.say(told) if told else "", bool(fair and is_reach_open(fair, duty))

    def complaint_time(self, office: Complaint, deadline: str) -> str:
        """Return how long there is to complain, and from when, in words."""
        return complaint_time(office, deadline, self.say)
