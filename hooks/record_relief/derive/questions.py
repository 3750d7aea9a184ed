"""The questions by which places are compared: each place's answer, the groups and the counts.

A place can have several laws. Its answer is that of its main law, the first for adults that reaches
convictions, so that no answer joins what different laws give; the table shows every law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from ..source.coded import LAW_FIELD
from ..source.law import Law
from ..source.place import Jurisdiction
from ..source.values import Question
from . import labels as words
from .clauses import clause
from .labels import N_
from .places import by_name, guide_url
from .timeline import first_year, first_year_unconfirmed

# The map's six looks, from the answer that helps most to none (see the us_map component).
MARKS = ("solid", "diagonal", "dots", "cross", "lines", "outline")
# Questions whose own title tells what the site is about: a tab, a bookmark and a history show it.
_NEUTRAL = {"coverage": "Is there a law?", "trafficking": "Who the law helps"}
# The same for what a link preview and a search engine show.
_NEUTRAL_ASK = {
    "coverage": "Which places have a law to clear a record, and how wide is it?",
    "trafficking": "Whom does the law help?",
    "documents": "Do you need official papers?",
}
NO_LAW = "no_law"
NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Answer:
    """One possible answer: its key, its words and its look."""

    key: str
    label: str
    mark: str
    letter: str


@dataclass(frozen=True)
class Detail:
    """What one law (or rule) of a place says on a question; `answers` for the place or not."""

    title: str
    anchor: str
    labels: tuple[str, ...]
    text: str
    unconfirmed: bool
    answers: bool = True


@dataclass(frozen=True)
class Row:
    """A place's answer to a question, with the details behind it."""

    place: Jurisdiction
    answer: Answer
    details: tuple[Detail, ...]
    unconfirmed: bool

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
    """A question with its answers in order; `answer` and `details` read a place."""

    id: Question
    title: str
    ask: str
    about: str
    answers: Sequence[Answer]
    answer: Callable[[Jurisdiction], str]
    details: Callable[[Jurisdiction], Iterable[Detail]]
    section: str


@dataclass
class Comparison:
    """One question answered for every place."""

    topic: Topic
    places: Sequence[Jurisdiction]
    rows: list[Row] = field(init=False)

    def __post_init__(self) -> None:
        answers = {answer.key: answer for answer in self.topic.answers}
        self.rows = []
        for place in by_name(self.places):
            details = tuple(self.topic.details(place))
            answer = answers[self.topic.answer(place)]
            unconfirmed = any(item.unconfirmed for item in details if item.answers)
            self.rows.append(Row(place, answer, details, unconfirmed))

    @cached_property
    def groups(self) -> list[Group]:
        """The answers that some place gives, in order, each with its places."""
        return [
            Group(answer, rows, clause(self.topic.id, answer.key, answer.label))
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
        return _NEUTRAL.get(self.topic.id, self.topic.title)

    @property
    def tab_ask(self) -> str:
        """The question where a link preview and a search engine show it."""
        return _NEUTRAL_ASK.get(self.topic.id, self.topic.ask)

    @cached_property
    def by_law(self) -> bool:
        """Whether the answers are those of single laws, not of places as a whole."""
        return any(detail.title for row in self.rows for detail in row.details)

    @property
    def asked(self) -> list[Row]:
        """The places the question was asked of (some places have no fair-chance research)."""
        return [row for row in self.rows if row.answer.key != NOT_COVERED]


def _answers(*pairs: tuple[str, str, str], last: tuple[str, str] | None = None) -> list[Answer]:
    """Give answers their looks in order; `last` is the one that says there is nothing."""
    made = [
        Answer(key, label, MARKS[index], letter) for index, (key, label, letter) in enumerate(pairs)
    ]
    if last:
        made.append(Answer(last[0], last[1], "outline", "–"))
    return made


_NO_LAW = (NO_LAW, N_("No law for survivors found"))


def main_law(place: Jurisdiction) -> Law | None:
    """Return the law that answers for a place: for adults, and one that reaches convictions.

    Where no law does both, the first for adults, or else the first of all, answers.
    """
    adult = [law for law in place.relief if law.age == "any"]
    clears = [
        law
        for law in adult
        if "conviction" in law.records and set(law.remedies) - {"resentence", "pardon"}
    ]
    return next(iter([*clears, *adult, *place.relief]), None)


def _main(read: Callable[[Law], str]) -> Callable[[Jurisdiction], str]:
    """Return a reader of one value of a place's main law."""

    def answer(place: Jurisdiction) -> str:
        law = main_law(place)
        return read(law) if law else NO_LAW

    return answer


def _laws(*fields: str, every: bool = False) -> Callable[[Jurisdiction], Iterable[Detail]]:
    """Return a reader of coded fields of every law, such as "proof.standard".

    `every` says that the place's answer is made of all its laws, not of the main one.
    """

    def details(place: Jurisdiction) -> Iterable[Detail]:
        for law in place.relief:
            found: list[str] = []
            marked = False
            for name in fields:
                coded = LAW_FIELD[name]
                found.extend(words.labels(name, coded.of(law)))
                marked = marked or bool({coded.group, name} & set(law.unconfirmed))
            text = getattr(getattr(law, LAW_FIELD[fields[0]].group), "text", "")
            answers = every or law is main_law(place)
            yield Detail(law.title, f"law-{law.id}", tuple(found), text, marked, answers)

    return details


def _coverage(place: Jurisdiction) -> str:
    return place.coverage


def _coverage_details(place: Jurisdiction) -> Iterable[Detail]:
    yield Detail("", "law", (words.label("coverage", place.coverage),), place.coverage_note, False)


def _trafficking(law: Law) -> str:
    if law.nexus.standard == "not_required":
        return "no_proof"
    return "both" if len(set(law.trafficking)) > 1 else law.trafficking[0]


def _remedies(law: Law) -> str:
    found = set(law.remedies)
    cancels = found & {"vacate", "set_aside", "dismiss"}
    removes = found & {"expunge", "destroy"}
    hides = found & {"seal", "nondisclosure"}
    if cancels and (removes or hides):
        return "cancel_and_clear"
    return "cancel" if cancels else "remove" if removes else "hide" if hides else "other"


def _timing(law: Law) -> str:
    wait, deadline = law.timing.wait, law.timing.deadline
    if wait == "required" or deadline == "fixed":
        return "wait"
    if wait == "unspecified":
        return "unspecified"
    if deadline == "due_diligence":
        return "deadline"
    return "no_limit" if deadline == "none" else "no_wait"


def _records(place: Jurisdiction) -> str:
    found = {record for law in place.relief for record in law.records}
    if not found:
        return NO_LAW
    arrests = bool(found & {"arrest", "charge"})
    juvenile = "juvenile_adjudication" in found
    if arrests and juvenile:
        return "both"
    return "arrests" if arrests else "juvenile" if juvenile else "convictions"


def _first_law_topic(places: Sequence[Jurisdiction]) -> Topic:
    """Build the question of years: four equal spans from the first law to the last."""
    years = [year for place in places if (year := first_year(place))]
    first, last = min(years), max(years)
    width = -(-(last - first + 1) // 4)
    spans = [(start, min(start + width - 1, last)) for start in range(first, last + 1, width)]
    answers = [
        Answer(f"{a}-{b}", f"{a} to {b}" if a < b else str(a), MARKS[index], str(index + 1))
        for index, (a, b) in enumerate(spans)
    ]
    answers.append(Answer("unknown", N_("Year not confirmed"), "lines", "?"))
    answers.append(Answer(NO_LAW, _NO_LAW[1], "outline", "–"))

    def answer(place: Jurisdiction) -> str:
        if not place.relief:
            return NO_LAW
        year = first_year(place)
        return next((f"{a}-{b}" for a, b in spans if year and a <= year <= b), "unknown")

    def details(place: Jurisdiction) -> Iterable[Detail]:
        if place.relief:
            year = first_year(place)
            shown = str(year) if year else N_("Year not confirmed")
            yield Detail("", "history", (shown,), "", first_year_unconfirmed(place))

    return Topic(
        "first-law",
        N_("Year of the first law"),
        N_("When did each place get the first of the laws it has today?"),
        N_("The year is that of the oldest law still listed, as enacted."),
        answers,
        answer,
        details,
        N_("The law for survivors"),
    )


def _rule(
    section: str, field_name: str
) -> tuple[Callable[[Jurisdiction], str], Callable[[Jurisdiction], Iterable[Detail]]]:
    """Return readers of `medicaid_list`, or of one section of `fair_chance` by its path."""

    def read(place: Jurisdiction) -> object | None:
        if section == "medicaid_list":
            return place.medicaid_list
        return attrgetter(section)(place.fair_chance) if place.fair_chance else None

    def answer(place: Jurisdiction) -> str:
        found = read(place)
        return NOT_COVERED if found is None else str(_rule_of(found))

    def details(place: Jurisdiction) -> Iterable[Detail]:
        found = read(place)
        if found is None:
            return
        value = str(_rule_of(found))
        marks = {m.field for m in place.fair_chance.unconfirmed} if place.fair_chance else set()
        names = {section, f"{section}.rule", f"{section}.years"}
        unconfirmed = bool(names & marks) or getattr(found, "confirmed", True) is False
        if field_name == "lookback":
            shown = f"{value} years" if value != "none" else N_("No state limit found")
        else:
            shown = words.label(field_name, value)
        yield Detail(
            "", "background-checks", (shown,), str(getattr(found, "text", "")), unconfirmed
        )

    return answer, details


def _rule_of(found: object) -> object:
    for name in ("rule", "exists"):
        if hasattr(found, name):
            return getattr(found, name)
    return getattr(found, "years", None) or "none"


_NOT_COVERED = (NOT_COVERED, N_("Not part of this comparison"))


def _hiring_answers() -> list[Answer]:
    text = words.LABELS["hiring.rule"]
    return _answers(
        ("fair_chance", text["fair_chance"], "F"),
        ("ban_the_box", text["ban_the_box"], "B"),
        ("limited", text["limited"], "L"),
        ("none", text["none"], "N"),
        ("unspecified", text["unspecified"], "?"),
        last=_NOT_COVERED,
    )


def _from_labels(field_name: str, order: Sequence[str], letters: str) -> list[Answer]:
    """Make answers of the coded values of a field, in `order`, ending with "no law"."""
    text = words.LABELS[field_name]
    pairs = [(value, text[value], letter) for value, letter in zip(order, letters, strict=True)]
    return _answers(*pairs, last=_NO_LAW)


_SCOPE = ("any", "any_with_exclusions", "nonviolent", "listed", "prostitution_only")
_PROOF = ("preponderance", "other", "clear_and_convincing", "unspecified")
_PAPERS = ("presumption", "not_required", "required", "unaddressed")
_DECISION = ("mandatory", "mixed", "discretionary", "unspecified")
_FEE = ("none", "waivable", "charged", "unspecified")
_PRIVACY = ("protected", "partial", "unspecified")


def topics(places: Sequence[Jurisdiction]) -> list[Topic]:
    """Return every question, in the order of the site's comparison pages."""
    law = N_("The law for survivors")
    checks = N_("Background checks")
    public = _rule("employment.public", "hiring.rule")
    private = _rule("employment.private", "hiring.rule")
    cleared = _rule("employment.cleared_records", "cleared.rule")
    lookback = _rule("employment.lookback", "lookback")
    housing = _rule("housing", "housing.rule")
    medicaid = _rule("medicaid_list", "exists")
    years = sorted(
        {
            p.fair_chance.employment.lookback.years
            for p in places
            if p.fair_chance and p.fair_chance.employment.lookback.years
        }
    )
    return [
        Topic(
            "coverage",
            N_("Is there a law for survivors?"),
            N_("Which places let survivors of trafficking clear a record, and how widely?"),
            N_(
                "Broad: adults, sex and labor trafficking, and more than prostitution-type "
                "offenses. Narrower: for adults, but with a tighter reach."
            ),
            [
                Answer(key, words.LABELS["coverage"][key], mark, letter)
                for key, (mark, letter) in words.COVERAGE_MARKS.items()
            ],
            _coverage,
            _coverage_details,
            law,
        ),
        Topic(
            "trafficking",
            N_("Sex and labor trafficking"),
            N_("Does the law help survivors of both sex and labor trafficking?"),
            N_("Labor trafficking leads to arrests too, but some laws name only sex trafficking."),
            _answers(
                ("both", N_("Sex and labor trafficking"), "B"),
                ("sex", N_("Sex trafficking only"), "S"),
                ("labor", N_("Labor trafficking only"), "L"),
                ("no_proof", N_("Open to all: no proof of trafficking needed"), "O"),
                last=_NO_LAW,
            ),
            _main(_trafficking),
            _laws("trafficking", "age"),
            law,
        ),
        Topic(
            "offenses",
            N_("Which offenses"),
            N_("Which offenses can be cleared?"),
            N_("Traffickers force people into many kinds of crime, not only prostitution."),
            _from_labels("offenses.scope", _SCOPE, "AENLP"),
            _main(lambda item: item.offenses.scope),
            _laws("offenses.scope"),
            law,
        ),
        Topic(
            "remedies",
            N_("What the court can do"),
            N_("Does the court cancel the conviction, remove the record, or hide it?"),
            N_(
                "Vacating cancels the conviction. Expunging removes the record. Sealing hides it "
                "from the public."
            ),
            _answers(
                ("cancel_and_clear", N_("Cancels the conviction and clears the record"), "C"),
                ("cancel", N_("Cancels the conviction"), "V"),
                ("remove", N_("Removes (expunges) the record"), "E"),
                ("hide", N_("Hides (seals) the record"), "S"),
                ("other", N_("Another remedy"), "A"),
                last=_NO_LAW,
            ),
            _main(_remedies),
            _laws("remedies"),
            law,
        ),
        Topic(
            "proof",
            N_("Burden of proof"),
            N_("How sure must the judge be?"),
            N_("Preponderance means more likely than not. Clear and convincing is a higher bar."),
            _from_labels("proof.standard", _PROOF, "POCU"),
            _main(lambda item: item.proof.standard),
            _laws("proof.standard"),
            law,
        ),
        Topic(
            "documents",
            N_("Official papers"),
            N_("Do you need official papers to show you were trafficked?"),
            N_("A presumption means official papers count strongly for you."),
            _from_labels("documentation.rule", _PAPERS, "PNRU"),
            _main(lambda item: item.documentation.rule),
            _laws("documentation.rule"),
            law,
        ),
        Topic(
            "decision",
            N_("Must or may"),
            N_("Must the court say yes when the test is met, or may it choose?"),
            N_('"Shall" means the court must. "May" leaves it to the judge.'),
            _from_labels("decision.rule", _DECISION, "MXDU"),
            _main(lambda item: item.decision.rule),
            _laws("decision.rule"),
            law,
        ),
        Topic(
            "timing",
            N_("Waiting time and deadline"),
            N_("Must you wait before you ask, and is there a last day?"),
            N_("Many laws have no wait. Some say you must not put it off without a reason."),
            _answers(
                ("no_limit", N_("No wait and no deadline"), "N"),
                ("no_wait", N_("No wait; deadline not stated"), "W"),
                ("deadline", N_("No wait, but do not delay"), "D"),
                ("wait", N_("There is a waiting time or a fixed deadline"), "T"),
                ("unspecified", N_("Not stated"), "U"),
                last=_NO_LAW,
            ),
            _main(_timing),
            _laws("timing.wait", "timing.deadline", "timing.sentence_complete"),
            law,
        ),
        Topic(
            "cost",
            N_("Cost of filing"),
            N_("What does it cost to ask the court?"),
            N_("Where the law we read does not say, ask the clerk; many courts can waive a fee."),
            _from_labels("fee.rule", _FEE, "FWCU"),
            _main(lambda item: item.fee.rule),
            _laws("fee.rule"),
            law,
        ),
        Topic(
            "privacy",
            N_("Privacy of the filing"),
            N_("Are the papers you file kept private?"),
            N_("A filing tells a painful story. Some laws keep it out of public view."),
            _from_labels("confidentiality.rule", _PRIVACY, "YPU"),
            _main(lambda item: item.confidentiality.rule),
            _laws("confidentiality.rule"),
            law,
        ),
        Topic(
            "records",
            N_("Arrests and juvenile records"),
            N_("Does the law also reach arrests and juvenile cases?"),
            N_("An arrest with no conviction can show on a background check too."),
            _answers(
                ("both", N_("Arrests or charges, and juvenile cases"), "B"),
                ("arrests", N_("Arrests or charges, not juvenile cases"), "A"),
                ("juvenile", N_("Juvenile cases, not arrests"), "J"),
                ("convictions", N_("Convictions only"), "C"),
                last=_NO_LAW,
            ),
            _records,
            _laws("records", every=True),
            law,
        ),
        _first_law_topic(places),
        Topic(
            "private-employers",
            N_("Private employers"),
            N_("Does state law limit what private employers may ask or weigh?"),
            N_("City and county laws can go further; each guide lists those we read about."),
            _hiring_answers(),
            *private,
            checks,
        ),
        Topic(
            "public-employers",
            N_("Public employers"),
            N_("Does state law limit what public employers may ask or weigh?"),
            N_("Public employers are the state, counties, cities and their agencies."),
            _hiring_answers(),
            *public,
            checks,
        ),
        Topic(
            "cleared-records",
            N_("Cleared records at work: the general rule"),
            N_("After a record is cleared, may an employer ask, and may you say no?"),
            N_(
                "These are general rules, and many cover only some kinds of cleared record. We did "
                "not check that they cover a record cleared under a law for survivors. There are "
                "exceptions, often for licenses, police work, and work with children."
            ),
            _answers(
                *(
                    (value, words.LABELS["cleared.rule"][value], letter)
                    for value, letter in (
                        ("both", "B"),
                        ("may_deny", "D"),
                        ("may_not_ask", "A"),
                        ("unspecified", "U"),
                    )
                ),
                last=_NOT_COVERED,
            ),
            *cleared,
            checks,
        ),
        Topic(
            "lookback",
            N_("How far back reports go"),
            N_("Does state law limit how old a conviction on a report may be?"),
            N_("Federal law sets no limit for convictions. Some states do, often with exceptions."),
            _answers(
                *((str(y), f"{y} years", str(i + 1)) for i, y in enumerate(years)),
                ("none", N_("No state limit found"), "N"),
                last=_NOT_COVERED,
            ),
            *lookback,
            checks,
        ),
        Topic(
            "housing",
            N_("Landlords"),
            N_("Does state law limit how landlords use records?"),
            N_("City and county laws can go further; each guide lists those we read about."),
            _answers(
                *(
                    (value, words.LABELS["housing.rule"][value], letter)
                    for value, letter in (
                        ("broad", "B"),
                        ("limited", "L"),
                        ("none", "N"),
                        ("unspecified", "U"),
                    )
                ),
                last=_NOT_COVERED,
            ),
            *housing,
            checks,
        ),
        Topic(
            "medicaid-list",
            N_("State Medicaid exclusion lists"),
            N_("Does the state keep its own list of people barred from Medicaid work?"),
            N_("A clean federal check does not show a state's own list."),
            _answers(
                *(
                    (value, words.LABELS["exists"][value], letter)
                    for value, letter in (("yes", "Y"), ("no", "N"), ("unknown", "U"))
                ),
                last=_NOT_COVERED,
            ),
            *medicaid,
            checks,
        ),
    ]


def compare(places: Sequence[Jurisdiction]) -> dict[str, Comparison]:
    """Answer every question for every place; the comparisons by question id, in order."""
    return {topic.id: Comparison(topic, places) for topic in topics(places)}
