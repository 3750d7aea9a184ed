"""The questions about the law for survivors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...languages.filled import Filled
from ...lint.coverage import COVERAGE_FIELDS, deciding_law
from ...source.law import Law
from ...source.place import Jurisdiction
from .. import labels as words
from ..labels import COVERAGE_MARKS, N_
from ..timeline import first_year, first_year_unconfirmed
from .base import (
    MARKS,
    NO_LAW,
    NONE_FOUND,
    SURVIVORS_LAW,
    Answer,
    Detail,
    Topic,
    coded,
    told,
    worded,
)
from .readers import laws, main

# In more than one question: the law that was read does not answer.
_SILENT = N_("the law we read does not say")


def _coverage_details(place: Jurisdiction) -> Iterable[Detail]:
    law = deciding_law(place)
    yield Detail(
        "",
        "#law",
        (words.label("coverage", place.coverage),),
        told(place.coverage_note),
        law is not None and any(map(law.is_marked, COVERAGE_FIELDS)),
        law=law.id if law else "",
        fields=COVERAGE_FIELDS if law else (),
    )


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


_COVERAGE_CLAUSES = {
    "full": N_("the law for survivors is broad"),
    "partial": N_("it is narrower"),
    "minors_only": N_("it is only for people who were minors"),
    "open": N_("one law is open to any adult, with no proof of trafficking needed"),
    "none": N_("we found no law"),
}

COVERAGE = Topic(
    "coverage",
    N_("Is there a law for survivors?"),
    N_("Which places let survivors of trafficking clear a record, and how widely?"),
    N_(
        "Broad: adults, sex and labor trafficking, and more than prostitution-type offenses. "
        "Narrower: for adults, but with a tighter reach."
    ),
    [
        Answer(key, words.LABELS["coverage"][key], mark, letter, _COVERAGE_CLAUSES[key])
        for key, (mark, letter) in COVERAGE_MARKS.items()
    ],
    lambda place: place.coverage,
    _coverage_details,
    SURVIVORS_LAW,
    tab=N_("Is there a law?"),
    tab_ask=N_("Which places have a law to clear a record, and how wide is it?"),
)

LAW_TOPICS = (
    Topic(
        "trafficking",
        N_("Sex and labor trafficking"),
        N_("Does the law help survivors of both sex and labor trafficking?"),
        N_("Labor trafficking leads to arrests too, but some laws name only sex trafficking."),
        worded(
            NONE_FOUND,
            both=(
                "B",
                N_("Both sex and labor trafficking"),
                N_("the law names sex and labor trafficking"),
            ),
            sex=("S", N_("Sex trafficking only"), N_("only sex trafficking")),
            labor=("L", N_("Labor trafficking only"), N_("only labor trafficking")),
            no_proof=(
                "P",
                N_("No proof of trafficking is asked for"),
                N_("no proof of trafficking is needed"),
            ),
        ),
        main(_trafficking),
        laws("trafficking", "age"),
        SURVIVORS_LAW,
        tab=N_("Who the law helps"),
        tab_ask=N_("Who does the law help?"),
    ),
    Topic(
        "offenses",
        N_("Which offenses"),
        N_("Which offenses can be cleared?"),
        N_("Traffickers force people into many kinds of crime, not only prostitution."),
        coded(
            "offenses.scope",
            NONE_FOUND,
            any=("A", N_("any offense can be cleared")),
            any_with_exclusions=("S", N_("any offense except some that are left out")),
            nonviolent=("N", N_("offenses that are not violent")),
            listed=("L", N_("only offenses on a list")),
            prostitution_only=("O", N_("only prostitution-type offenses")),
        ),
        main(lambda law: law.offenses.scope),
        laws("offenses.scope"),
        SURVIVORS_LAW,
    ),
    Topic(
        "remedies",
        N_("What the court can do"),
        N_("Does the court cancel the conviction, remove the record, or hide it?"),
        N_(
            "Vacating cancels the conviction. Expunging removes the record. Sealing hides it from "
            "the public."
        ),
        worded(
            NONE_FOUND,
            cancel_and_clear=(
                "C",
                N_("Cancels the conviction and clears the record"),
                N_("the court can cancel the conviction and clear the record"),
            ),
            cancel=("O", N_("Cancels the conviction only"), N_("it can cancel the conviction")),
            remove=(
                "R",
                N_("Removes (expunges) the record"),
                N_("it can remove (expunge) the record"),
            ),
            hide=("H", N_("Hides (seals) the record"), N_("it can hide (seal) the record")),
            other=("A", N_("Another remedy"), N_("it can do something else")),
        ),
        main(_remedies),
        laws("remedies"),
        SURVIVORS_LAW,
    ),
    Topic(
        "proof",
        N_("Burden of proof"),
        N_("How sure must the judge be?"),
        N_("Preponderance means more likely than not. Clear and convincing is a higher bar."),
        coded(
            "proof.standard",
            NONE_FOUND,
            preponderance=("P", N_("you must show it is more likely than not")),
            other=("O", N_("the law has a standard in its own words")),
            clear_and_convincing=(
                "C",
                N_("the proof must be clear and convincing, a higher bar"),
            ),
            unspecified=("S", _SILENT),
        ),
        main(lambda law: law.proof.standard),
        laws("proof.standard"),
        SURVIVORS_LAW,
    ),
    Topic(
        "documents",
        N_("Official papers"),
        N_("Do you need official papers to show you were trafficked?"),
        N_("A presumption means official papers count strongly for you."),
        coded(
            "documentation.rule",
            NONE_FOUND,
            presumption=(
                "C",
                N_("official papers are not required but count strongly for you"),
            ),
            not_required=("N", N_("they are not required")),
            required=("R", N_("they are required")),
            unaddressed=("L", N_("the law says nothing about them")),
        ),
        main(lambda law: law.documentation.rule),
        laws("documentation.rule"),
        SURVIVORS_LAW,
        tab_ask=N_("Do you need official papers?"),
    ),
    Topic(
        "decision",
        N_("Must or may"),
        N_("Must the court say yes when the test is met, or may it choose?"),
        N_('"Shall" means the court must. "May" leaves it to the judge.'),
        coded(
            "decision.rule",
            NONE_FOUND,
            mandatory=("M", N_("the court must say yes if you meet the test")),
            mixed=("P", N_("a yes is partly required and partly up to the judge")),
            discretionary=("D", N_("it may, and the judge decides")),
            unspecified=("S", _SILENT),
        ),
        main(lambda law: law.decision.rule),
        laws("decision.rule"),
        SURVIVORS_LAW,
    ),
    Topic(
        "timing",
        N_("Waiting time and deadline"),
        N_("Must you wait before you ask, and is there a last day?"),
        N_("Many laws have no wait. Some say you must not put it off without a reason."),
        worded(
            NONE_FOUND,
            no_limit=(
                "N",
                N_("No wait and no deadline"),
                N_("there is no wait and no deadline"),
            ),
            no_wait=(
                "W",
                N_("No wait; deadline not stated"),
                N_("there is no wait, and a deadline is not stated"),
            ),
            deadline=(
                "D",
                N_("No wait, but do not delay"),
                N_("there is no wait, but you must not delay"),
            ),
            wait=(
                "T",
                N_("There is a waiting time or a fixed deadline"),
                N_("there is a waiting time or a fixed deadline"),
            ),
            unspecified=("S", N_("Not stated"), _SILENT),
        ),
        main(_timing),
        laws("timing.wait", "timing.deadline", "timing.sentence_complete"),
        SURVIVORS_LAW,
    ),
    Topic(
        "cost",
        N_("Cost of filing"),
        N_("What does it cost to ask the court?"),
        N_("Where the law we read does not say, ask the clerk; many courts can waive a fee."),
        coded(
            "fee.rule",
            NONE_FOUND,
            none=("F", N_("there is no filing fee")),
            waivable=("W", N_("there is a fee that can be waived")),
            charged=("T", N_("there is a fee")),
            unspecified=("S", _SILENT),
        ),
        main(lambda law: law.fee.rule),
        laws("fee.rule"),
        SURVIVORS_LAW,
    ),
    Topic(
        "privacy",
        N_("Privacy of the filing"),
        N_("Are the papers you file kept private?"),
        N_("A filing can tell a painful story. Some laws keep it out of public view."),
        coded(
            "confidentiality.rule",
            NONE_FOUND,
            protected=("K", N_("the filing is kept private")),
            partial=("P", N_("it is partly kept private")),
            unspecified=("S", _SILENT),
        ),
        main(lambda law: law.confidentiality.rule),
        laws("confidentiality.rule"),
        SURVIVORS_LAW,
    ),
    Topic(
        "records",
        N_("Arrests and juvenile records"),
        N_("Does the law also reach arrests and juvenile cases?"),
        N_("An arrest with no conviction can show on a background check too."),
        worded(
            NONE_FOUND,
            both=(
                "B",
                N_("Both arrests (or charges) and juvenile cases"),
                N_("the laws reach arrests or charges, and juvenile cases"),
            ),
            arrests=(
                "A",
                N_("Arrests or charges, not juvenile cases"),
                N_("arrests or charges, but not juvenile cases"),
            ),
            juvenile=(
                "J",
                N_("Juvenile cases, not arrests"),
                N_("juvenile cases, but not arrests"),
            ),
            convictions=("C", N_("Convictions only"), N_("convictions only")),
        ),
        _records,
        laws("records", every=True),
        SURVIVORS_LAW,
    ),
)


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return Filled(N_("{first} to {last}"), first=first, last=last)


def first_law(places: Sequence[Jurisdiction]) -> Topic:
    """Return the question of years: four equal spans from the first law to the last."""
    years = [year for place in places if (year := first_year(place))]
    first, last = min(years), max(years)
    width = -(-(last - first + 1) // 4)
    spans = [(start, min(start + width - 1, last)) for start in range(first, last + 1, width)]
    answers = [
        Answer(f"{a}-{b}", _years(a, b), MARKS[index], f"’{a % 100:02}")
        for index, (a, b) in enumerate(spans)
    ]
    answers += [
        Answer("unknown", N_("Year not confirmed"), "lines", "Y", N_("the year is not confirmed")),
        NONE_FOUND,
    ]

    def answer(place: Jurisdiction) -> str:
        if not place.relief:
            return NO_LAW
        year = first_year(place)
        return next((f"{a}-{b}" for a, b in spans if year and a <= year <= b), "unknown")

    def details(place: Jurisdiction) -> Iterable[Detail]:
        if place.relief:
            year = first_year(place)
            shown = str(year) if year else N_("Year not confirmed")
            yield Detail("", "law/#history", (shown,), (), first_year_unconfirmed(place))

    return Topic(
        "first-law",
        N_("Year of the first law"),
        N_("When did each place get the first of the laws it has today?"),
        N_("The year is that of the oldest law still listed, as enacted."),
        answers,
        answer,
        details,
        SURVIVORS_LAW,
    )
