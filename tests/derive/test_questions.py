"""Each place's answer to each question, checked against the data counted once more."""

from __future__ import annotations

import re
import typing
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from record_relief.derive.evidence import standings as standings_of
from record_relief.derive.labels import LABELS, NOTHING
from record_relief.derive.questions import (
    MARKS,
    NO_LAW,
    NOT_COVERED,
    Answer,
    Comparison,
    check_topics,
    compare,
    main_law,
    topics,
)
from record_relief.derive.questions.base import Detail, Said
from record_relief.derive.site import Facts
from record_relief.source.evidence import Data
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction
from record_relief.source.values import Question

from tests import recount
from tests.builders import altered

QUESTIONS: tuple[str, ...] = typing.get_args(Question)
OF_LAWS = {*recount.LAW_FIELDS, "coverage", "first-law"}


@pytest.fixture(scope="module")
def recounted(raw: dict[str, Any]) -> recount.Answers:
    return recount.answers(raw["jurisdictions"])


def with_laws(place: Jurisdiction, *laws: Law) -> Jurisdiction:
    return altered(place, relief=[law.model_dump() for law in laws])


def answer(place: Jurisdiction, question: str) -> str:
    """Return the key of a place's answer, asked of it alone (and of one with a dated law)."""
    return compare([place])[question].by_code[place.code].answer.key


def test_every_question_is_asked(facts: Facts) -> None:
    assert set(facts.comparisons) == set(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_the_data(
    facts: Facts, recounted: recount.Answers, question: str
) -> None:
    found = {row.place.code: row.answer.key for row in facts.comparison(question).rows}
    assert found == recounted[question]


@pytest.mark.parametrize("question", QUESTIONS)
def test_counts_are_those_of_the_data(
    facts: Facts, recounted: recount.Answers, question: str
) -> None:
    groups = facts.comparison(question).groups
    counted = Counter(recounted[question].values())
    assert {group.answer.key: group.count for group in groups} == counted


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_place_stands_in_exactly_one_group(
    facts: Facts, raw: dict[str, Any], question: str
) -> None:
    groups = facts.comparison(question).groups
    codes = [row.place.code for group in groups for row in group.rows]
    assert sorted(codes) == sorted(place["code"] for place in raw["jurisdictions"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_marks_that_are_not_confirmed_reach_the_answer(
    facts: Facts, raw: dict[str, Any], question: str
) -> None:
    found = {row.place.code for row in facts.comparison(question).rows if row.unconfirmed}
    assert found == recount.marked(raw["jurisdictions"], question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_told_apart_by_words_letter_and_look(facts: Facts, question: str) -> None:
    topic = facts.comparison(question).topic
    assert len({item.key for item in topic.answers}) == len(topic.answers)
    assert len({item.label for item in topic.answers}) == len(topic.answers)
    assert len({item.letter for item in topic.answers}) == len(topic.answers)
    assert {item.mark for item in topic.answers} <= set(MARKS)
    given = [group.answer.mark for group in facts.comparison(question).groups]
    assert len(set(given)) == len(given)


@pytest.mark.parametrize("question", QUESTIONS)
def test_groups_stand_in_the_order_of_the_answers_and_rows_by_name(
    facts: Facts, question: str
) -> None:
    comparison = facts.comparison(question)
    order = [item.key for item in comparison.topic.answers]
    keys = [group.answer.key for group in comparison.groups]
    assert keys == sorted(keys, key=order.index)
    for group in comparison.groups:
        assert group.clause == group.answer.clause or group.clause == group.answer.label
        names = [row.name for row in group.rows if row.place.kind != "federal"]
        assert names == sorted(names)


def test_every_question_says_what_it_asks_in_sentence_case(place: Jurisdiction) -> None:
    for question, comparison in compare([place]).items():
        topic = comparison.topic
        assert topic.id == question
        assert comparison.url == f"compare/{question}/"
        assert topic.ask.endswith("?")
        assert topic.about.endswith(".")
        assert topic.section == (
            "The law for survivors"
            if question in OF_LAWS
            else "Other ways to clear a record"
            if question in recount.OF_WAYS
            else "Background checks"
        )
        for words in (topic.title, topic.ask, topic.about):
            assert not re.search(r"[A-Z]{2}", words), words
            for sentence in re.split(r"(?<=[.?]) ", words):
                assert sentence.lstrip('"')[0].isupper(), sentence


def test_every_answer_has_its_words_and_letter(place: Jurisdiction) -> None:
    for question, comparison in compare([place]).items():
        for item in comparison.topic.answers:
            assert item.label == recount.label(question, item.key)
            assert re.fullmatch(r"[A-Z]|’\d\d|\d+|–", item.letter), question


@pytest.mark.parametrize("question", recount.LAW_FIELDS)
def test_every_law_is_among_the_details(
    facts: Facts, raw_places: dict[str, dict[str, Any]], question: str
) -> None:
    for row in facts.comparison(question).rows:
        laws = raw_places[row.place.code]["relief"]
        key = recount.LAW_FIELDS[question][0].partition(".")[0]
        assert [(d.title, d.below) for d in row.details] == [
            (law["title"], f"law/#law-{law['id']}-{key}") for law in laws
        ]
        # The records that can be cleared are those of all laws; else one law answers.
        answering = len(laws) if question == "records" else min(len(laws), 1)
        assert sum(detail.answers for detail in row.details) == answering
        for detail, law in zip(row.details, laws, strict=True):
            fields = recount.LAW_FIELDS[question]
            found = [(name, recount.read(law, name)) for name in fields]
            assert list(detail.labels) == [
                text
                for name, values in found
                for value, text in LABELS[name].items()
                if value == values or (isinstance(values, list) and value in values)
            ]
            part = law[fields[0].partition(".")[0]]
            text = part.get("text", "") if isinstance(part, dict) else ""
            assert [said.text for said in detail.said] == ([text] if text else [])
            heads = {name.partition(".")[0] for name in fields}
            assert detail.unconfirmed is bool({*fields, *heads} & set(law["unconfirmed"]))


def test_places_that_were_not_asked_are_told_apart(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    asked = {row.place.code for row in facts.comparison("housing").asked}
    assert asked == {code for code, place in raw_places.items() if place.get("fair_chance")}
    assert asked != set(raw_places)


def test_a_place_without_anything_has_an_answer_to_everything(place: Jurisdiction) -> None:
    bare = altered(
        place, code="WY", coverage="none", relief=[], ways=[], fair_chance=None, medicaid_list=None
    )
    # Asked together with a place that has a law: years need one.
    found = {name: item.by_code["WY"].answer.key for name, item in compare([place, bare]).items()}
    of_laws = {*recount.LAW_FIELDS, "first-law"}
    assert found == {
        "coverage": "none",
        **dict.fromkeys(of_laws, NO_LAW),
        **dict.fromkeys(recount.OF_WAYS, "unknown"),
        **dict.fromkeys(set(QUESTIONS) - of_laws - {"coverage", *recount.OF_WAYS}, NOT_COVERED),
    }


def test_the_main_law_is_for_adults_and_clears_convictions(place: Jurisdiction, law: Law) -> None:
    clears = altered(law, id="clears")
    arrests = altered(law, id="arrests", records=["arrest"])
    shorter = altered(law, id="shorter", remedies=["resentence", "pardon"])
    minors = altered(law, id="minors", age="minor_only")

    def main(*laws: Law) -> str:
        found = main_law(with_laws(place, *laws))
        return found.id if found else ""

    assert main() == ""
    assert main(minors, arrests, shorter, clears) == "clears"
    assert main(minors, shorter, arrests) == "shorter"
    assert main(minors) == "minors"


@pytest.mark.parametrize(
    ("remedies", "key"),
    [
        (["vacate", "seal"], "cancel_and_clear"),
        (["set_aside", "expunge"], "cancel_and_clear"),
        (["dismiss"], "cancel"),
        (["destroy", "seal"], "remove"),
        (["nondisclosure"], "hide"),
        (["pardon", "resentence"], "other"),
    ],
)
def test_remedies(place: Jurisdiction, law: Law, remedies: list[str], key: str) -> None:
    assert answer(with_laws(place, altered(law, remedies=remedies)), "remedies") == key


@pytest.mark.parametrize(
    ("wait", "deadline", "key"),
    [
        ("none", "none", "no_limit"),
        ("none", "unspecified", "no_wait"),
        ("none", "due_diligence", "deadline"),
        ("none", "fixed", "wait"),
        ("required", "none", "wait"),
        ("required", "fixed", "wait"),
        ("unspecified", "none", "unspecified"),
        ("unspecified", "unspecified", "unspecified"),
    ],
)
def test_timing(place: Jurisdiction, law: Law, wait: str, deadline: str, key: str) -> None:
    timed = altered(law, timing__wait=wait, timing__deadline=deadline)
    assert answer(with_laws(place, timed), "timing") == key


@pytest.mark.parametrize(
    ("trafficking", "standard", "key"),
    [
        (["sex", "labor"], "coerced", "both"),
        (["sex"], "coerced", "sex"),
        (["labor"], "coerced", "labor"),
        (["sex", "labor"], "not_required", "no_proof"),
    ],
)
def test_trafficking(
    place: Jurisdiction, law: Law, trafficking: list[str], standard: str, key: str
) -> None:
    changed = altered(law, trafficking=trafficking, nexus__standard=standard)
    assert answer(with_laws(place, changed), "trafficking") == key


def test_records_join_all_laws(place: Jurisdiction, law: Law) -> None:
    convictions = altered(law, records=["conviction"])
    juvenile = altered(law, id="young", age="minor_only", records=["juvenile_adjudication"])
    charges = altered(law, id="charges", records=["charge"])
    assert answer(with_laws(place, convictions), "records") == "convictions"
    assert answer(with_laws(place, convictions, juvenile), "records") == "juvenile"
    assert answer(with_laws(place, convictions, charges), "records") == "arrests"
    assert answer(with_laws(place, convictions, charges, juvenile), "records") == "both"


def test_years_stand_in_four_spans_from_the_first_to_the_last(
    place: Jurisdiction, law: Law
) -> None:
    places = [
        altered(
            with_laws(place, altered(law, enacted={"year": year, "act": None}, last_amended=None)),
            code=code,
        )
        for code, year in zip(
            ("AL", "AK", "AZ", "AR", "CA"), (2010, 2012, 2013, 2025, None), strict=True
        )
    ]
    rows = compare(places)["first-law"].by_code
    assert [rows[code].answer.key for code in ("AL", "AK", "AZ", "AR", "CA")] == [
        "2010-2013", "2010-2013", "2010-2013", "2022-2025", "unknown",
    ]  # fmt: skip
    assert [item.key for item in compare(places)["first-law"].topic.answers] == [
        "2010-2013", "2014-2017", "2018-2021", "2022-2025", "unknown", "no_law",
    ]  # fmt: skip
    assert [(item.label, item.letter) for item in compare(places)["first-law"].topic.answers] == [
        ("2010 to 2013", "’10"), ("2014 to 2017", "’14"), ("2018 to 2021", "’18"),
        ("2022 to 2025", "’22"), ("Year not confirmed", "Y"), ("No law for survivors found", "–"),
    ]  # fmt: skip
    (year,) = rows["AZ"].details
    assert (year.title, year.below, year.labels, year.said) == ("", "law/#history", ("2013",), ())
    assert rows["CA"].details[0].labels == ("Year not confirmed",)


def test_one_year_is_a_span_too(place: Jurisdiction) -> None:
    (group,) = compare([place])["first-law"].groups
    assert (group.answer.key, group.answer.label, group.count) == ("2010-2010", "2010", 1)


def test_answers_are_those_of_laws_or_of_places(place: Jurisdiction) -> None:
    found = compare([place])
    by_main_law = {name for name, comparison in found.items() if comparison.by_main_law}
    assert by_main_law == set(recount.LAW_FIELDS)
    by_law = {name for name, comparison in found.items() if comparison.by_law}
    assert by_law - by_main_law == {"days-to-answer", "renting-rule"}


def duty(place: Jurisdiction, section: str, **changed: Any) -> Any:
    """Return the first entry of a list of fair_chance, as data, with some fields changed."""
    assert place.fair_chance
    entry = getattr(place.fair_chance, section)[0]
    return {**entry.model_dump(), **changed}


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, "three"), (3, "three"), (4, "seven"), (7, "seven"), (8, "eight"), (90, "eight")],
)
def test_the_shortest_days_of_the_state_answer(
    place: Jurisdiction, days: int, expected: str
) -> None:
    spans = [
        duty(place, "times", days=days, local=None),
        duty(place, "times", id="longer", days=90, local=None),
        duty(place, "times", id="city", days=2, local="one-city"),
        duty(place, "times", id="waiting", days=1, local=None, purpose="wait"),
    ]
    other = altered(place, fair_chance__times=spans, fair_chance__unconfirmed=[])
    row = compare([other])["days-to-answer"].by_code["NY"]
    assert row.answer.key == expected
    answering = {item.title for item in row.details if item.answers}
    assert answering == {place.name}
    named = Counter(label.partition(":")[0] for item in row.details for label in item.labels)
    assert named == {"To answer": 3, "Must wait": 1}, "who must wait has no time to answer"


def test_a_county_s_wait_is_listed_by_its_name_and_not_counted(place: Jurisdiction) -> None:
    """Whoever compares counties misses neither those that give days to answer nor the others."""
    spans = [duty(place, "times", local="one-city", purpose="wait", days=7)]
    other = altered(place, fair_chance__times=spans, fair_chance__unconfirmed=[])
    row = compare([other])["days-to-answer"].by_code["NY"]
    assert row.answer.key == "none"
    (listed,) = row.details
    assert listed.labels[0].startswith("Must wait: 7 ")
    assert not listed.answers


@pytest.mark.parametrize(
    ("kind", "rule", "ask", "part"),
    [
        ("ask", "fair_chance", "interview", "the wait to ask only from 15 employees"),
        ("ask", "ban_the_box", "interview", ""),
        ("rule", "fair_chance", "application", "the weighing only from 15 employees"),
        ("rule", "fair_chance", "none", ""),
        ("both", "fair_chance", "interview", ""),
    ],
)
def test_a_number_for_a_part_of_a_law_says_which_part(
    place: Jurisdiction, kind: str, rule: str, ask: str, part: str
) -> None:
    """The rest of the law binds smaller ones too, so it is not only for some."""
    private = {"rule": rule, "ask": ask, "threshold": 15, "threshold_for": kind}
    private["threshold_text"] = "15 or more employees"
    changed = {f"fair_chance__employment__private__{name}": what for name, what in private.items()}
    comparison = compare([altered(place, **changed)])["private-employers"]
    row = comparison.by_code["NY"]
    assert (row.part, row.for_some, comparison.for_some) == (part, not part, int(not part))
    assert told(row.details)[0][0][0].startswith(part or "15 or more employees")


def test_a_city_answers_where_the_state_has_no_days(place: Jurisdiction) -> None:
    """While it is in force, and one that is sure is enough."""
    spans = [
        duty(place, "times", local="one-city"),
        duty(place, "times", id="unsure", local="one-city"),
    ]
    marks = [{"field": "times.unsure.unit", "about": None}]
    changed = {"fair_chance__times": spans, "fair_chance__unconfirmed": marks}
    row = compare([altered(place, **changed)])["days-to-answer"].by_code["NY"]
    assert (row.answer.key, row.unconfirmed) == ("local", False)
    local = [law.model_dump() for law in place.fair_chance.local]  # type: ignore[union-attr]
    ended = [{**law, "status": "doubtful"} for law in local]
    blocked = altered(place, **changed, fair_chance__local=ended)
    row = compare([blocked])["days-to-answer"].by_code["NY"]
    assert (row.answer.key, row.unconfirmed) == ("none", False)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{"names": "record"}], "yes"),
        ([{"names": "record", "only": "offices"}], "yes"),
        ([{"names": "copy"}, {"names": "record", "only": "offices"}], "yes"),
        ([{"names": "copy_if_asked"}], "less"),
        ([{"names": "reason"}, {"names": "copy"}], "less"),
        ([{"names": "reason", "only": "offices"}], "less"),
        ([{"names": "record", "local": "one-city"}], "local"),
        ([{"names": "reason"}, {"names": "record", "local": "one-city"}], "less"),
        ([{"names": "record", "binds": ["public_employers"]}], "none"),
        ([{"names": "unspecified"}], "none"),
    ],
)
def test_what_the_notice_names(
    place: Jurisdiction, changes: list[dict[str, Any]], expected: str
) -> None:
    usual = {"local": None, "only": "", "binds": ["private_employers"]}
    notices = [
        duty(place, "notices", **{**usual, "id": f"notice-{number}", **changed})
        for number, changed in enumerate(changes)
    ]
    other = altered(place, fair_chance__notices=notices, fair_chance__unconfirmed=[])
    assert answer(other, "notice") == expected


@pytest.mark.parametrize(
    ("rule", "binds", "expected"),
    [
        ("limited", "landlords", "both"),
        ("broad", "public_housing", "state"),
        ("none", "landlords", "local"),
        ("none", "private_employers", "none"),
        ("unspecified", "landlords", "unspecified"),
    ],
)
def test_landlords_may_have_a_rule_of_the_state_or_of_a_city(
    place: Jurisdiction, rule: str, binds: str, expected: str
) -> None:
    assert place.fair_chance
    (law, *_) = [law.model_dump() for law in place.fair_chance.local]
    law |= {"binds": [binds], "rule": "limited", "status": "in_force"}
    other = altered(
        place,
        fair_chance__housing__rule=rule,
        fair_chance__local=[law],
        fair_chance__times=[],
        fair_chance__notices=[],
        fair_chance__factors=[],
        fair_chance__exceptions=[],
        fair_chance__unconfirmed=[],
    )
    assert answer(other, "renting-rule") == expected


def test_the_details_of_a_rule(place: Jurisdiction) -> None:
    comparisons = compare([place])

    def detail(question: str) -> tuple[tuple[str, ...], str, bool]:
        (found,) = comparisons[question].by_code["NY"].details
        assert (found.title, found.below) == ("", "#background-checks")
        (said,) = found.said
        return found.labels, said.text, found.unconfirmed

    assert detail("lookback") == (("7 years",), "Seven years.", False)
    assert detail("public-employers") == (
        ("Ban-the-box: the question must wait",), "The question must wait.", False,
    )  # fmt: skip
    assert detail("private-employers") == (("Limited rule",), "Some limits.", True)
    assert detail("medicaid-list") == (("The state keeps its own list",), "There is a list.", False)


def told(details: Iterable[Detail]) -> list[tuple[list[str], list[str]]]:
    """Return whom each detail is for, and what it says, each with a star where it is open."""

    def starred(texts: Iterable[Said]) -> list[str]:
        return [f"{said.text}{'*' if said.unconfirmed else ''}" for said in texts]

    return [(starred(detail.who), starred(detail.said)) for detail in details]


@pytest.mark.parametrize(
    ("changed", "threshold", "who", "for_some"),
    [
        ({"only": "offices"}, None, ["offices"], True),
        ({"only": ""}, 12, ["from some number"], True),
        ({"only": "offices"}, 12, ["from some number", "offices"], True),
        ({"only": "those with 12 workers"}, 12, ["those with 12 workers"], True),
        ({"only": ""}, 1, [], False),
        ({"only": "", "any_size": True}, 12, [], False),
        ({"only": "", "binds": ["private_employers", "public_employers"]}, 12,
         ["private ones: from some number"], True),
    ],
)  # fmt: skip
def test_whom_a_time_or_a_notice_binds_is_told_with_it(
    place: Jurisdiction,
    changed: dict[str, Any],
    threshold: int | None,
    who: list[str],
    for_some: bool,
) -> None:
    private = {
        "threshold": threshold,
        "threshold_for": "both" if threshold else None,
        "threshold_text": "from some number" if threshold else None,
    }
    usual = {"local": None, "binds": ["private_employers"], **changed}
    other = altered(
        place,
        **{f"fair_chance__employment__private__{name}": value for name, value in private.items()},
        fair_chance__times=[duty(place, "times", **usual)],
        fair_chance__notices=[duty(place, "notices", names="copy", **usual)],
        fair_chance__unconfirmed=[],
    )
    for question in ("days-to-answer", "notice"):
        row = compare([other])[question].by_code["NY"]
        assert [item for item, _ in told(row.details)] == [who]
        assert row.for_some is for_some
        assert compare([other])[question].for_some == for_some


def test_a_notice_for_some_is_marked_as_any_answer_for_some(place: Jurisdiction) -> None:
    only = duty(place, "notices", local=None, names="record", only="offices")
    other = altered(place, fair_chance__notices=[only], fair_chance__unconfirmed=[])
    row = compare([other])["notice"].by_code["NY"]
    assert (row.answer.key, row.for_some) == ("yes", True)


@pytest.mark.parametrize("status", ["doubtful", "not_yet"])
def test_a_city_s_law_that_does_not_count_says_why(place: Jurisdiction, status: str) -> None:
    assert place.fair_chance
    (law, *_) = [law.model_dump() for law in place.fair_chance.local]
    local = {"local": law["id"], "only": ""}
    other = altered(
        place,
        fair_chance__local=[{**law, "status": status, "binds": ["private_employers", "landlords"]}],
        fair_chance__times=[duty(place, "times", **local)],
        fair_chance__notices=[duty(place, "notices", names="copy", **local)],
        fair_chance__factors=[],
        fair_chance__exceptions=[],
        fair_chance__unconfirmed=[],
    )
    for question in recount.DUTIES:
        comparison = compare([other])[question]
        detail = comparison.by_code["NY"].details[-1]
        assert detail.status == LABELS["local.status"][status]
        assert not detail.answers
        assert "in doubt, or not in force yet, is listed and not counted" in comparison.topic.about


def test_a_law_in_force_that_could_not_be_read_is_told_and_not_counted(
    place: Jurisdiction,
) -> None:
    assert place.fair_chance
    (law, *_) = [law.model_dump() for law in place.fair_chance.local]
    unread = {**law, "binds": ["landlords"], "rule": "unspecified", "threshold_text": None}
    other = altered(
        place,
        fair_chance__housing__rule="limited",
        fair_chance__local=[unread],
        **{f"fair_chance__{name}": [] for name in (
            "times", "notices", "factors", "exceptions", "unconfirmed",
        )},
    )  # fmt: skip
    comparison = compare([other])["renting-rule"]
    row = comparison.by_code["NY"]
    assert (row.answer.key, row.unread, comparison.unread) == ("state", True, 1)
    assert [item.title for item in row.details] == [place.name, law["name"]]
    # Nor is it known whom it binds.
    assert told(row.details)[1][0] == ["from what number on was not found*"]


def test_the_lists_tell_of_every_law_that_the_map_marks(facts: Facts) -> None:
    """A "+" after a state's letters on the map of landlords' rules: its cities have some, too."""
    rows = facts.comparison("renting-rule").rows
    told = {row.place.code for row in rows if row.answer.key in ("both", "local")}
    # Where what the state does could not be read, no city alters that answer.
    unread = {row.place.code for row in rows if row.answer.key == "unspecified"}
    assert told <= facts.further("housing") <= told | unread


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("private-employers", "employment.private.text"),
        ("public-employers", "employment.public.text"),
        ("cleared-records", "employment.cleared_records.text"),
        ("lookback", "employment.lookback.text"),
        ("housing", "housing.text"),
        ("renting-rule", "housing.text"),
        ("renting-rule", "local.one-city.text"),
        ("days-to-answer", "times.employer-answer.text"),
        ("notice", "notices.one-city-final.must"),
    ],
)
def test_a_text_that_is_not_confirmed_is_marked_in_its_table(
    place: Jurisdiction, question: str, marked: str
) -> None:
    assert place.fair_chance
    (law, *_) = [law.model_dump() for law in place.fair_chance.local]
    other = altered(
        place,
        fair_chance__local=[{**law, "binds": ["private_employers", "landlords"]}],
        fair_chance__notices=[duty(place, "notices", names="copy")],
        fair_chance__factors=[],
        fair_chance__exceptions=[],
        fair_chance__unconfirmed=[{"field": marked, "about": None}],
    )
    row = compare([other])[question].by_code["NY"]
    assert [said.unconfirmed for item in row.details for said in item.said].count(True) == 1


def test_years_on_reports_stand_for_themselves(place: Jurisdiction) -> None:
    longer = altered(place, code="OH", fair_chance__employment__lookback__years=10)
    answers = compare([longer, place])["lookback"].topic.answers
    assert [(item.label, item.letter) for item in answers[:3]] == [
        ("7 years", "7"), ("10 years", "10"), ("No state limit found", "N"),
    ]  # fmt: skip


def test_no_limit_on_reports_is_said_in_words(place: Jurisdiction) -> None:
    free = altered(place, fair_chance__employment__lookback__years=None)
    (found,) = compare([free])["lookback"].by_code["NY"].details
    assert found.labels == ("No state limit found",)


def test_the_detail_of_the_coverage(place: Jurisdiction) -> None:
    (found,) = compare([place])["coverage"].by_code["NY"].details
    assert (found.title, found.below, found.labels, found.unconfirmed) == (
        "", "#law", ("Broad law for survivors",), False,
    )  # fmt: skip
    assert [said.text for said in found.said] == ["The law helps in most cases."]


def test_a_list_that_is_not_confirmed_says_so(place: Jurisdiction) -> None:
    doubtful = altered(place, medicaid_list__confirmed=False)
    assert compare([doubtful])["medicaid-list"].by_code["NY"].unconfirmed


@pytest.mark.parametrize("mark", ["proof", "proof.standard"])
def test_a_mark_on_a_value_or_its_part_reaches_the_answer(
    place: Jurisdiction, law: Law, mark: str
) -> None:
    marked = with_laws(place, altered(law, unconfirmed=[mark]))
    comparisons = compare([marked])
    assert {q for q in recount.LAW_FIELDS if comparisons[q].by_code["NY"].unconfirmed} == {"proof"}


def test_a_mark_on_a_law_that_does_not_answer_stays_with_it(place: Jurisdiction, law: Law) -> None:
    other = altered(law, id="young", age="minor_only", unconfirmed=["proof"])
    row = compare([with_laws(place, law, other)])["proof"].by_code["NY"]
    assert [detail.unconfirmed for detail in row.details] == [False, True]
    assert not row.unconfirmed


def test_an_answer_says_what_it_rests_on(small: Data) -> None:
    """The law is silent on a wait; a deadline is known from a summary; the standard has words."""
    found = Facts(small).comparisons
    kinds = {name: item.by_code["NY"].rests for name, item in found.items()}
    assert (kinds["proof"], kinds["timing"], kinds["housing"]) == ("words", "unconfirmed", None)
    assert found["proof"].resting == {"words": 1, "silence": 0, "weaker": 0, "unconfirmed": 0}
    assert found["housing"].resting == {}
    assert found["first-law"].resting == {}
    assert found["proof"].by_code["WY"].rests is None


@pytest.mark.parametrize("question", [*recount.LAW_FIELDS, "coverage"])
def test_what_answers_rest_on_is_that_of_the_data(
    facts: Facts, raw: dict[str, Any], question: str
) -> None:
    comparison = facts.comparison(question)
    found = {row.place.code: row.rests or "" for row in comparison.rows}
    assert found == {
        place["code"]: recount.rests(place, question) for place in raw["jurisdictions"]
    }
    # Two ways to say it: an answer that rests on nothing yet is one with a mark.
    assert all(row.unconfirmed is (row.rests == "unconfirmed") for row in comparison.rows)
    assert sum(comparison.resting.values()) == sum(bool(p["relief"]) for p in raw["jurisdictions"])


def test_a_law_that_does_not_answer_does_not_weaken_the_answer(small: Data) -> None:
    place = next(place for place in small.jurisdictions if place.code == "NY")
    other = altered(place.relief[0], id="young", age="minor_only", unconfirmed=["proof"])
    both = with_laws(place, place.relief[0], other)
    standings = {("NY", law.id): standings_of(law, small.evidence["NY"]) for law in both.relief}
    found = {name: item.by_code["NY"] for name, item in compare([both], standings).items()}
    assert [detail.rests for detail in found["proof"].details] == ["words", "unconfirmed"]
    assert found["proof"].rests == "words"
    # Whether arrests and juvenile cases are reached is a matter of all laws.
    assert found["records"].rests == "unconfirmed"


def test_rows_lead_to_guides(place: Jurisdiction) -> None:
    comparison: Comparison = compare([place])["coverage"]
    (row,) = comparison.rows
    assert (row.name, row.url) == ("New York", "states/new-york/")


def test_every_answer_can_stand_in_a_sentence(facts: Facts) -> None:
    for comparison in facts.comparisons.values():
        for answer in comparison.topic.answers:
            assert not answer.clause.endswith(".")
            assert answer.clause[:1] == answer.clause[:1].lower()


def test_a_year_stands_in_a_sentence_as_it_is(facts: Facts) -> None:
    groups = facts.comparison("first-law").groups
    years = [group for group in groups if group.answer.key[0].isdigit()]
    assert [group.clause for group in years] == [group.answer.label for group in years]


def test_every_mistake_in_the_questions_is_named(facts: Facts) -> None:
    found = {topic.id: topic for topic in topics(facts.places)}
    cost, proof, privacy = found["cost"], found["proof"], found["privacy"]
    first = Answer("none", "No filing fee", "solid", "F")
    broken = [
        replace(cost, answers=[first, *cost.answers[1:]]),
        replace(proof, answers=[*proof.answers, proof.answers[0]]),
        privacy,
        *found.values(),
    ]
    broken = [topic for topic in broken if topic.id != "housing"]
    with pytest.raises(ValueError, match='"cost" lacks a clause for the answer "none"') as error:
        check_topics(broken)
    assert 'id "privacy" stands 2 times' in str(error.value)
    assert '"housing" has no entry' in str(error.value)
    assert '"proof" has the answer "preponderance" 2 times' in str(error.value)
    assert '"proof" has the letter "P" 2 times' in str(error.value)


def test_letters_of_another_language_begin_words_of_its_labels(data: Data) -> None:
    words = {"No filing fee": "Sin tarifa", "There is a fee": "Hay una tarifa"}

    def asked(**letters: str) -> Comparison:
        found = compare(
            data.jurisdictions, letters={"cost": letters}, say=lambda text: words.get(text, text)
        )
        return found["cost"]

    shown = {answer.key: answer.letter for answer in asked(none="T", charged="H").topic.answers}
    assert (shown["none"], shown["charged"]) == ("T", "H")
    with pytest.raises(ValueError, match=r"^map_letters: ") as error:
        asked(none="F", charged="T", waivable="T", free="G")
    assert '"cost" has no answer "free"' in str(error.value)
    assert '"cost" has the letter "T" 2 times' in str(error.value)
    assert '"F", which begins no word of "Sin tarifa"' in str(error.value)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_letter_begins_a_word_of_its_answer(facts: Facts, question: str) -> None:
    """Who sees a letter on a map should know the answer again without the legend."""
    for item in facts.comparison(question).topic.answers:
        begins = {word[0].upper() for word in re.findall(r"\w+", item.label)}
        numbers = set(re.findall(r"\d+", item.label))
        shortened = {f"’{number[-2:]}" for number in numbers if len(number) == 4}
        assert item.letter in begins | numbers | shortened | {NOTHING}, item


@pytest.mark.parametrize("letter", ["E", "’14", "4", "1"])
def test_a_letter_that_begins_no_word_of_its_answer_is_a_mistake(facts: Facts, letter: str) -> None:
    found = {topic.id: topic for topic in topics(facts.places)}
    odd = Answer("more", "Wide relief since 2010, for 14 years", "solid", letter, "it is wide")
    found["cost"] = replace(found["cost"], answers=[odd])
    with pytest.raises(ValueError, match=f'"cost" has the letter "{letter}", which begins no word'):
        check_topics(list(found.values()))
