"""Which laws may fit a person's answers: never one that is excluded, never a dead end."""

from __future__ import annotations

import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_relief.derive.fit import ASKS, LawFit, Line, Verdict, fit
from record_relief.derive.guide import national
from record_relief.derive.labels import label
from record_relief.derive.site import Facts
from record_relief.source.law import Law
from record_relief.source.values import (
    NexusStandard,
    OffenseScope,
    Record,
    Remedy,
    TraffickingType,
    YesNo,
)

from tests.builders import altered
from tests.fit_oracle import CHOICES, Answers, every_answer, excluded, offered

Places = dict[str, dict[str, Any]]


def fitted(law: Law, facts: Facts) -> LawFit:
    """Return the lines of a made-up law."""
    guide = facts.guides["NY"]
    place = guide.place.model_copy(update={"relief": [law]})
    alone = type(guide)(place, facts.sources_of(place), facts.organisation, facts.comparisons, [])
    return fit(alone, national(facts.hotline)).laws[0]


def line(law: Law, ask: str, facts: Facts) -> Line:
    return next(line for line in fitted(law, facts).lines if line.ask.id == ask)


def test_the_questions_are_those_of_the_issue() -> None:
    assert {ask.id: tuple(choice.key for choice in ask.choices) for ask in ASKS} == CHOICES


def test_every_answer_in_every_place_offers_what_the_data_allows(
    facts: Facts, raw_places: Places
) -> None:
    for code, place in raw_places.items():
        found = facts.fits[code]
        for answers in every_answer():
            titles = [law.law.title for law in found.may_help(answers)]
            assert titles == offered(place, answers), (code, answers)


def test_nobody_is_left_without_a_next_step(facts: Facts, raw_places: Places) -> None:
    """Whatever the answers: somebody to call by phone, and a guide to read."""
    for code in raw_places:
        found = facts.fits[code]
        assert [helper.phone for helper in found.helpers if helper.phone], code
        assert found.helpers[-1].phone == facts.hotline.phone, code
        assert len({helper.name for helper in found.helpers}) == len(found.helpers), code


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(typing.get_args(kind))


def some_of(kind: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(values_of(kind), min_size=1, unique=True)


@given(
    st.fixed_dictionaries(
        {
            "records": some_of(Record),
            "deferred": values_of(YesNo),
            "trafficking": some_of(TraffickingType),
            "age": st.sampled_from(["any", "minor_only"]),
            "scope": values_of(OffenseScope),
            "nexus": values_of(NexusStandard),
            "sentence": values_of(YesNo),
            "remedies": some_of(Remedy),
            "unconfirmed": st.lists(
                st.sampled_from(
                    [
                        "records",
                        "records.arrest",
                        "records.juvenile_adjudication",
                        "deferred",
                        "nexus",
                        "age",
                        "trafficking",
                        "offenses",
                        "remedies",
                        "timing",
                    ]
                )
            ),
        }
    ),
    st.sampled_from(list(every_answer())),
)
def test_no_law_whose_coded_values_exclude_an_answer_is_offered(
    facts: Facts, law: Law, coded: dict[str, Any], answers: Answers
) -> None:
    raw = {
        "records": coded["records"],
        "unconfirmed": coded["unconfirmed"],
        "deferred": coded["deferred"],
        "trafficking": coded["trafficking"],
        "age": coded["age"],
        "offenses": {"scope": coded["scope"]},
        "nexus": {"standard": coded["nexus"]},
        "timing": {"sentence_complete": coded["sentence"]},
        "remedies": coded["remedies"],
    }
    made = altered(
        law,
        records=coded["records"],
        deferred=coded["deferred"],
        trafficking=coded["trafficking"],
        age=coded["age"],
        remedies=coded["remedies"],
        unconfirmed=coded["unconfirmed"],
        offenses__scope=coded["scope"],
        nexus__standard=coded["nexus"],
        timing__sentence_complete=coded["sentence"],
    )
    found = fitted(made, facts)
    assert found.may_help(answers) is not excluded(raw, answers)
    for each in found.lines:
        answer = answers.get(each.ask.id)
        if answer is None:
            assert each.verdict(answer) != "excludes", "what was not said rules nothing out"


def test_what_no_source_shows_is_asked_about(facts: Facts, law: Law) -> None:
    assert line(law, "age", facts).verdict("adult") == "fits"
    doubtful = altered(law, unconfirmed=["age"])
    assert line(doubtful, "age", facts).verdict("adult") == "ask"
    assert line(doubtful, "age", facts).values[0].unconfirmed


def test_what_no_source_shows_rules_nobody_out(facts: Facts, law: Law) -> None:
    """Every value that would rule an answer out, first confirmed and then open."""
    for answers, field, values in (
        ({"record": "juvenile"}, "records", {"records": ["conviction"]}),
        ({"record": "deferred"}, "deferred", {"deferred": "no"}),
        ({"link": "no"}, "nexus", {"nexus__standard": "direct_result"}),
        ({"age": "adult"}, "age", {"age": "minor_only"}),
        ({"trafficking": "labor"}, "trafficking", {"trafficking": ["sex"]}),
        ({"offense": "violent"}, "offenses", {"offenses__scope": "nonviolent"}),
        ({"sentence": "unfinished"}, "timing", {"timing__sentence_complete": "yes"}),
    ):
        sure = altered(law, unconfirmed=[], **values)
        doubtful = altered(law, unconfirmed=[field], **values)
        assert not fitted(sure, facts).may_help(answers), field
        assert fitted(doubtful, facts).may_help(answers), field


def test_a_kind_of_record_left_open_is_asked_about(facts: Facts, law: Law) -> None:
    mark = "records.juvenile_adjudication"
    made = line(altered(law, records=["conviction"], unconfirmed=[mark]), "record", facts)
    assert made.verdict("juvenile") == "ask"
    assert made.verdict("arrest") == "excludes"
    assert made.verdict("conviction") == "fits"
    assert "Juvenile cases: not known" in [value.label for value in made.values]


def test_what_a_law_names_itself_seems_to_fit(facts: Facts, law: Law) -> None:
    names: dict[str, Any] = {"offenses__scope": "listed", "offenses__names_prostitution": True}
    found = line(altered(law, **names), "offense", facts)
    assert [found.verdict(key) for key in CHOICES["offense"]] == ["fits", "ask", "ask"]
    for mark in ("offenses", "offenses.scope", "offenses.covered"):
        doubtful = line(altered(law, unconfirmed=[mark], **names), "offense", facts)
        assert doubtful.verdict("prostitution") == "ask", mark


def test_a_time_limit_stands_apart_from_the_sentence(facts: Facts, law: Law) -> None:
    made = altered(law, timing__deadline="due_diligence", timing__text="Do not wait long.")
    found = fitted(made, facts)
    assert found.hurries
    assert found.when.text == "Do not wait long."
    assert "Do not wait long." not in [each.text for each in found.lines]
    assert not fitted(altered(law, timing__deadline="none"), facts).hurries


def test_a_link_in_the_laws_own_words_shows_them(facts: Facts, law: Law) -> None:
    for standard, shown in (("other", True), ("coerced", True), ("direct_result", False)):
        made = altered(law, nexus__standard=standard, nexus__text="Part of the scheme.")
        assert (line(made, "link", facts).text == "Part of the scheme.") is shown


@pytest.mark.parametrize("scope", ["listed", "any_with_exclusions"])
def test_an_offense_on_a_list_is_asked_about_with_the_list(
    scope: str, facts: Facts, law: Law
) -> None:
    made = altered(law, offenses__scope=scope, offenses__excluded=["Murder"])
    found = line(made, "offense", facts)
    assert {found.verdict(key) for key in CHOICES["offense"]} == {"ask"}
    assert found.text == law.offenses.covered
    assert found.left_out == ("Murder",)


def test_an_arrest_alone_or_a_case_alone_is_asked_about(facts: Facts, law: Law) -> None:
    """The one answer stands for both; a law that reaches only one of them may or may not fit."""
    for reached, verdict in (
        (["arrest", "charge"], "fits"),
        (["charge"], "ask"),
        (["arrest"], "ask"),
        (["conviction"], "excludes"),
    ):
        assert line(altered(law, records=reached), "record", facts).verdict("arrest") == verdict


def test_a_deferred_case_that_no_source_shows_is_asked_about(facts: Facts, law: Law) -> None:
    """Whatever else the law reaches: nobody has looked for it, so nothing rules it out."""
    for reached in typing.get_args(Record):
        made = altered(law, records=[reached], deferred="unspecified", unconfirmed=["deferred"])
        assert fitted(made, facts).may_help({"record": "deferred"})
        found = line(made, "record", facts)
        assert found.verdict("deferred") == "ask"
        assert [value.label for value in found.values] == [label("records", reached)]
    doubtful = line(altered(law, deferred="yes", unconfirmed=["deferred"]), "record", facts)
    assert doubtful.verdict("deferred") == "ask"
    assert doubtful.values[-1].unconfirmed


def test_no_law_is_ruled_out_for_a_deferred_case_without_words_for_it(facts: Facts) -> None:
    for found in facts.fits.values():
        for law in found.laws:
            verdict = next(each for each in law.lines if each.ask.id == "record")
            assert (verdict.verdict("deferred") == "excludes") is (law.law.deferred == "no")


def test_who_was_trafficked_for_both_may_use_a_law_for_one(facts: Facts, law: Law) -> None:
    found = line(altered(law, trafficking=["sex"]), "trafficking", facts)
    assert [found.verdict(key) for key in ("sex", "labor", "both")] == ["fits", "excludes", "ask"]


def test_a_law_that_asks_for_no_link_says_so(facts: Facts, law: Law) -> None:
    made = altered(law, trafficking=["sex"], nexus__standard="not_required")
    found = line(made, "trafficking", facts)
    assert found.verdict("labor") == "fits"
    assert [value.label for value in found.values] == ["No link to trafficking needed"]


def test_a_sentence_that_must_be_finished_is_not_yet(facts: Facts, law: Law) -> None:
    found = line(altered(law, timing__sentence_complete="yes"), "sentence", facts)
    assert found.verdict("unfinished") == "excludes"
    assert {said: [c.key for c in kept] for said, kept in found.against.items()} == {
        "Not yet": ["unfinished"]
    }
    assert found.verdict("finished") == found.verdict("none") == "fits"
    silent = line(altered(law, timing__sentence_complete="unspecified"), "sentence", facts)
    assert silent.verdict("unfinished") == "ask"


def test_what_only_changes_a_sentence_is_nothing_for_who_had_none(facts: Facts, law: Law) -> None:
    made = altered(law, remedies=["resentence"], timing__sentence_complete="yes")
    found = line(made, "sentence", facts)
    assert {said: [c.key for c in kept] for said, kept in found.against.items()} == {
        "Not yet": ["unfinished"],
        "Does not seem to fit": ["none"],
    }
    assert not fitted(made, facts).may_help({"sentence": "none"})
    doubtful = altered(made, unconfirmed=["remedies"])
    assert line(doubtful, "sentence", facts).verdict("none") == "ask"
    both = altered(law, remedies=["vacate", "resentence"])
    assert line(both, "sentence", facts).verdict("none") == "fits"


def test_a_question_left_out_fits_only_where_every_answer_does(facts: Facts, law: Law) -> None:
    assert line(law, "age", facts).verdict(None) == "fits"
    assert line(altered(law, age="minor_only"), "age", facts).verdict(None) == "ask"


def test_each_answer_stands_under_one_verdict(facts: Facts, law: Law) -> None:
    for each in fitted(law, facts).lines:
        keys = [choice.key for v in ("fits", "ask", "excludes") for choice in each.choices(v)]
        assert sorted(keys) == sorted(CHOICES[each.ask.id])


def test_what_the_laws_say_of_papers_stands_once(facts: Facts) -> None:
    for found in facts.fits.values():
        labels = [value.label for value in found.papers]
        assert len(set(found.papers)) == len(labels)
        assert bool(labels) == bool(found.laws)


FITS = {
    ("nexus__standard", "direct_result"): "yes:fits no:excludes",
    ("nexus__standard", "as_a_result"): "yes:fits no:excludes",
    ("nexus__standard", "during_trafficking"): "yes:fits no:excludes",
    ("nexus__standard", "coerced"): "yes:ask no:ask",
    ("nexus__standard", "under_duress"): "yes:ask no:ask",
    ("nexus__standard", "other"): "yes:ask no:excludes",
    ("nexus__standard", "not_required"): "yes:fits no:fits",
    ("nexus__standard", "unspecified"): "yes:ask no:ask",
    ("age", "any"): "minor:fits adult:fits",
    ("age", "minor_only"): "minor:fits adult:excludes",
    ("trafficking", ("sex", "labor")): "sex:fits labor:fits both:fits",
    ("trafficking", ("labor", "sex")): "sex:fits labor:fits both:fits",
    ("trafficking", ("sex",)): "sex:fits labor:excludes both:ask",
    ("trafficking", ("labor",)): "sex:excludes labor:fits both:ask",
    ("offenses__scope", "any"): "prostitution:fits other:fits violent:fits",
    ("offenses__scope", "nonviolent"): "prostitution:fits other:fits violent:excludes",
    ("offenses__scope", "prostitution_only"): "prostitution:fits other:excludes violent:excludes",
    ("timing__sentence_complete", "no"): "finished:fits unfinished:fits none:fits",
    ("timing__sentence_complete", "yes"): "finished:fits unfinished:excludes none:fits",
    ("timing__sentence_complete", "unspecified"): "finished:fits unfinished:ask none:fits",
    ("records", ("conviction",)): "conviction:fits arrest:excludes deferred:fits juvenile:excludes",
    (
        "records",
        ("arrest", "charge"),
    ): "conviction:excludes arrest:fits deferred:fits juvenile:excludes",
    (
        "records",
        ("juvenile_adjudication",),
    ): "conviction:excludes arrest:excludes deferred:fits juvenile:fits",
    ("deferred", "yes"): "conviction:fits arrest:ask deferred:fits juvenile:excludes",
    ("deferred", "no"): "conviction:fits arrest:ask deferred:excludes juvenile:excludes",
    ("deferred", "unspecified"): "conviction:fits arrest:ask deferred:ask juvenile:excludes",
}
QUESTION = {
    "nexus__standard": "link",
    "offenses__scope": "offense",
    "timing__sentence_complete": "sentence",
    "records": "record",
    "deferred": "record",
}


@pytest.mark.parametrize(("coded", "expected"), FITS.items(), ids=str)
def test_how_each_answer_stands_to_each_coded_value(
    facts: Facts, law: Law, coded: tuple[str, Any], expected: str
) -> None:
    field, value = coded
    made = altered(law, **{field: list(value) if isinstance(value, tuple) else value})
    found = line(made, QUESTION.get(field, field), facts)
    assert expected.split() == [
        f"{choice.key}:{found.verdict(choice.key)}" for choice in found.ask.choices
    ]
    for verdict in typing.get_args(Verdict):
        assert [f"{choice.key}:{verdict}" for choice in found.choices(verdict)] == [
            each for each in expected.split() if each.endswith(f":{verdict}")
        ]


def test_a_law_that_asks_for_no_link_fits_every_kind(facts: Facts, law: Law) -> None:
    made = altered(law, trafficking=["sex"], nexus__standard="not_required")
    found = line(made, "trafficking", facts)
    assert [choice.key for choice in found.choices("fits")] == ["sex", "labor", "both"]
    assert [value.label for value in line(law, "trafficking", facts).values] == [
        "Sex trafficking",
        "Labor trafficking",
    ]


def test_the_words_of_the_law_stand_with_its_lines(facts: Facts, law: Law) -> None:
    made = altered(law, unconfirmed=["offenses.covered"])
    told = {each.ask.id: (each.text, each.text_unconfirmed) for each in fitted(made, facts).lines}
    assert told == {
        "record": ("", False),
        "link": ("", False),
        "age": ("", False),
        "trafficking": ("", False),
        "offense": (law.offenses.covered, True),
        "sentence": ("", False),
    }
    later = altered(law, timing__wait="required", unconfirmed=["timing.text"])
    assert fitted(later, facts).when.text_unconfirmed


def test_a_fit_leads_to_its_law_and_its_page(facts: Facts, law: Law) -> None:
    assert fitted(law, facts).anchor == "law-vacatur"
    for code, found in facts.fits.items():
        guide = facts.guides[code]
        assert found.guide is guide
        assert found.url == f"what-might-help/{guide.slug}/"
        assert [each.anchor for each in found.laws] == [view.anchor for view in guide.laws]
