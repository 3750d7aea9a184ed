"""A place's rules as employers and landlords read them, on the small file."""

from __future__ import annotations

from typing import Any

import pytest
from record_relief.derive.placepage import NumberedSource
from record_relief.derive.rules import (
    AUDIENCES,
    Rules,
    Short,
    complaint_time,
    is_open,
    is_reach_open,
    open_points,
    place_name,
    reach_of,
    rules_url,
    span_words,
    times_for,
    waits_for,
    with_office,
    without_office,
)
from record_relief.source.cited import Source
from record_relief.source.evidence import Data
from record_relief.source.place import Jurisdiction

from tests.builders import altered


@pytest.fixture
def shared(small: Data) -> dict[str, Source]:
    """The sources that places share, by id."""
    return {source.id: source for source in small.sources}


@pytest.fixture
def employers(place: Jurisdiction, shared: dict[str, Source]) -> Rules:
    return Rules("employers", place, shared)


@pytest.fixture
def landlords(place: Jurisdiction, shared: dict[str, Source]) -> Rules:
    return Rules("landlords", place, shared)


def test_a_place_without_rules_has_no_page(place: Jurisdiction, shared: dict[str, Source]) -> None:
    with pytest.raises(ValueError, match=r"^NY has no rules for background checks$"):
        Rules("employers", altered(place, fair_chance=None), shared)


def test_the_address_of_a_page_of_rules(
    employers: Rules, landlords: Rules, place: Jurisdiction
) -> None:
    assert (employers.url, landlords.url) == ("employers/new-york/", "landlords/new-york/")
    assert rules_url("landlords", place) == landlords.url
    assert employers.guide_url == "states/new-york/"
    assert employers.name == employers.name_in_sentence == "New York"


def test_the_federal_system_is_named_as_a_sentence_needs_it(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    federal = Rules("employers", altered(place, kind="federal", name="Federal"), shared)
    assert federal.name_in_sentence == "the federal system"


def test_the_answer_box_of_employers(employers: Rules) -> None:
    assert employers.short == [
        Short("Private employers", "Limited rule", "private", unconfirmed=True),
        Short(
            "When you may ask about a record",
            "No statewide rule on timing found",
            "private",
            unconfirmed=True,
        ),
        Short("Who is covered", "From 10 workers", "private", unconfirmed=True),
        Short("Public employers", "Ban-the-box: the question must wait", "public"),
        Short("When they may ask", "Not before the interview stage", "public"),
        Short("Cleared records", "Do not ask", "cleared-records"),
        Short("How far back a report may go", "7 years", "lookback"),
        Short("City and county rules", "Some; see below", "local"),
    ]


def test_the_answer_box_of_landlords(landlords: Rules) -> None:
    assert landlords.short == [
        Short("Landlords", "Our sources do not say", "housing"),
        Short("Cleared records", "What holds for renting stands below", "cleared-records"),
    ]


def test_landlords_are_told_when_they_may_ask_where_the_law_says_so(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    mark = {"field": "housing.ask", "about": None}
    changed = altered(place, fair_chance__housing__ask="offer", fair_chance__unconfirmed=[mark])
    line = Short(
        "When you may ask about a record",
        "Not before a conditional offer",
        "housing",
        unconfirmed=True,
    )
    assert line in Rules("landlords", changed, shared).short
    assert line not in Rules("employers", changed, shared).short


def test_each_span_says_from_when_or_that_it_was_not_found(place: Jurisdiction) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_copy(update={"days": 3, "unit": "business"})
    known = time.model_copy(update={"starts": "the first notice"})
    assert span_words(known) == "3 business days from the first notice"
    unknown = time.model_copy(update={"starts": None})
    assert span_words(unknown) == "3 business days (from when: not in what we read)"
    office = place.fair_chance.complain
    assert office
    dated = office.model_copy(update={"starts": "the act"})
    assert complaint_time(dated, "1 year") == "1 year, from the act"
    undated = office.model_copy(update={"starts": None})
    assert complaint_time(undated, "1 year") == "1 year (from when: not in what we read)"


@pytest.mark.parametrize(("who", "seen"), [(None, True), ("landlord", False), ("employer", True)])
def test_a_change_stands_with_those_whom_it_concerns(
    who: str | None, seen: bool, place: Jurisdiction, shared: dict[str, Source]
) -> None:
    change = {"year": 2025, "kind": "law", "act": "An act", "what": "x", "effective": None}
    changed = altered(place, fair_chance__changes=[change | {"who": who}])
    assert bool(Rules("employers", changed, shared).changes) == seen


def test_what_a_place_lacks_is_not_in_the_box(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    changed = altered(
        place,
        fair_chance__employment__private__threshold_text=None,
        fair_chance__employment__lookback__years=None,
        fair_chance__local=[],
        fair_chance__notices=[],
        fair_chance__unconfirmed=[{"field": "employment.lookback.years", "about": None}],
    )
    lines = {line.label: line for line in Rules("employers", changed, shared).short}
    assert "Who is covered" not in lines
    assert "City and county rules" not in lines
    assert lines["How far back a report may go"].value == "No state limit found"
    assert lines["How far back a report may go"].unconfirmed
    assert not lines["Private employers"].unconfirmed


@pytest.mark.parametrize(
    ("covers", "label"), [("rule", "Private employers"), ("ask", "When you may ask about a record")]
)
def test_a_number_for_one_of_the_two_stands_in_its_line(
    covers: str, label: str, place: Jurisdiction, shared: dict[str, Source]
) -> None:
    changed = altered(place, fair_chance__employment__private__threshold_for=covers)
    lines = Rules("employers", changed, shared).short
    assert [line.label for line in lines if line.who] == [label]
    (line,) = [line for line in lines if line.label == label]
    assert (line.who, line.who_unconfirmed) == ("From 10 workers", True)
    assert "Who is covered" not in {line.label for line in lines}


def test_local_rules_are_those_of_the_reader(employers: Rules, landlords: Rules) -> None:
    assert [law.id for law in employers.local] == ["one-city"]
    assert landlords.local == []


def test_doubtful_local_rules_come_last(place: Jurisdiction, shared: dict[str, Source]) -> None:
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump()
    laws = [
        law | {"id": "a", "name": "A", "status": "doubtful"},
        law | {"id": "z", "name": "Z"},
        law | {"id": "b", "name": "B", "binds": ["landlords"]},
        law | {"id": "one-city", "name": "C"},
    ]
    changed = altered(place, fair_chance__local=laws)
    assert [law.id for law in Rules("employers", changed, shared).local] == ["one-city", "z", "a"]
    assert [law.id for law in Rules("landlords", changed, shared).local] == ["b"]


def test_duties_are_those_of_the_reader(employers: Rules, landlords: Rules) -> None:
    assert [entry.weigh for entry in employers.factors] == [
        ["the time since", "the duties of the job"]
    ]
    assert [(stage, [n.must for n in found]) for stage, _, found in employers.notices] == [
        ("application", []),
        ("first", []),
        ("final", [["the reasons"]]),
    ]
    assert [entry.text for entry in employers.exceptions] == ["police work"]
    assert (landlords.factors, landlords.exceptions) == ([], [])
    assert not any(found for _, _, found in landlords.notices)
    (notice,) = employers.notices[2][2]
    assert employers.place_of(notice) == "One City", "its law is the city's"
    assert employers.place_of(employers.factors[0]) == "New York"


def test_days_stand_by_what_they_are_for(place: Jurisdiction, shared: dict[str, Source]) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump()
    times = [time | {"id": name, "purpose": name} for name in ("reply", "wait", "answer")]
    changed = altered(place, fair_chance__times=times)
    spans = Rules("employers", changed, shared).spans
    assert [[each.id for each in found] for _, found in spans] == [["answer"], ["wait"], ["reply"]]
    assert [each.id for each in waits_for(changed.fair_chance, "employer")] == ["wait", "answer"]
    assert waits_for(changed.fair_chance, "landlord") == []


def test_what_is_not_confirmed_is_named_by_part_and_point(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    marks = [
        {"field": "employment.cleared_records", "about": "what to say"},
        {"field": "employment.private", "about": None},
        {"field": "employment.public.ask", "about": None},
        {"field": "employment.lookback.years", "about": None},
        {"field": "local.one-city.ask", "about": None},
        {"field": "local.one-city.rule", "about": "the exceptions"},
        {"field": "times.employer-answer.unit", "about": None},
        {"field": "notices.one-city-final.must", "about": None},
        {"field": "housing.text", "about": None},
    ]
    changed = altered(place, fair_chance__unconfirmed=marks)
    assert Rules("employers", changed, shared).open_list == [
        Short("Cleared records", "what to say", ""),
        Short("Private employers", "", ""),
        Short("Public employers", "when the question may be asked", ""),
        Short("How far back a report may go", "the number of years", ""),
        Short("City and county rules", "when the question may be asked", "", place="One City"),
        Short("City and county rules", "the exceptions", "", place="One City"),
        Short(
            "How many days",
            "which days are counted",
            "",
            which="For the person to answer, before the decision is final",
        ),
        Short(
            "What a notice must say",
            "what it must say",
            "",
            place="One City",
            which="The final notice",
        ),
    ]
    assert Rules("landlords", changed, shared).open_list == [
        Short("Cleared records", "what to say", ""),
        Short("How far back a report may go", "the number of years", ""),
        Short("Landlords", "what the text says", ""),
    ]


def test_a_case_an_office_and_its_time_are_among_what_is_not_confirmed(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    """Each for the readers it is told to; a case is named by its own words."""
    office = {"name": "The Commission", "url": None, "deadline": "a year", "sources": []}
    marks = [
        {"field": "exceptions.employer.text", "about": None},
        {"field": "survivors.text", "about": None},
        {"field": "complain.deadline", "about": None},
        {"field": "complain.renting.deadline", "about": "the news give it"},
    ]
    renting = {"name": "A court", "deadline": "two years"}
    changes: dict[str, Any] = {"fair_chance__unconfirmed": marks}
    changed = altered(place, **changes, fair_chance__complain=office | {"renting": renting})
    survivors = Short("A record cleared under the law for survivors", "what the text says", "")
    assert Rules("employers", changed, shared).open_list == [
        Short("Where a rule gives way", "police work", ""),
        survivors,
        Short("Where a person complains", "until when", ""),
    ]
    assert Rules("landlords", changed, shared).open_list == [
        survivors,
        Short("Where a person complains", "the news give it", ""),
    ]
    same = altered(
        place, **changes | {"fair_chance__unconfirmed": marks[:3]}, fair_chance__complain=office
    )
    told = [line.label for line in Rules("landlords", same, shared).open_list]
    assert told == [survivors.label, "Where a person complains"], "one time for both"


@pytest.mark.parametrize(
    ("private", "marked", "told"),
    [
        ({"threshold_text": "10 or more, by the hour"}, False, "10 or more, by the hour"),
        ({"threshold_text": "10 or more, by the hour"}, True, "10 or more, by the hour"),
        ({"threshold_text": None}, False, "10 or more employees"),
        ({"threshold": 1, "threshold_text": "One."}, False, ""),
        ({"threshold": 1, "threshold_text": "One, firms say."}, True, "One, firms say."),
        ({"threshold": None, "threshold_for": None, "threshold_text": "All."}, False, ""),
        (
            {"threshold": None, "threshold_for": None, "threshold_text": "1 or 10."},
            True,
            "1 or 10.",
        ),
        ({"threshold_for": "ask"}, False, ""),
        ({"threshold_for": "ask"}, True, ""),
    ],
)
def test_a_duty_says_from_how_many_on_it_binds(
    private: dict[str, Any], marked: bool, told: str, place: Jurisdiction
) -> None:
    """Not where all are bound, nor by a number that is for the wait to ask alone."""
    marks = [{"field": "employment.private.threshold", "about": None}] if marked else []
    named = {f"fair_chance__employment__private__{name}": v for name, v in private.items()}
    fair = altered(place, fair_chance__unconfirmed=marks, **named).fair_chance
    assert fair
    (time,) = fair.times
    assert reach_of(fair, time) == told
    assert is_reach_open(fair, time) is (marked and private.get("threshold_for") != "ask")
    both = time.model_copy(update={"binds": ["private_employers", "public_employers"]})
    said = f"private ones: {told}" if told.startswith("10") else told
    assert reach_of(fair, both) == said, "the number is for private employers alone"
    for change in ({"any_size": True}, {"binds": ["public_employers"]}):
        assert not reach_of(fair, time.model_copy(update=change)), change
    local = time.model_copy(update={"local": "one-city"})
    (law,) = fair.local
    assert reach_of(fair, local) == law.threshold_text, "a city's own number, in its own words"
    home = local.model_copy(update={"who": "landlord"})
    wordless = altered(fair, local=[law.model_dump() | {"threshold_text": None}])
    assert reach_of(wordless, home) == f"{law.threshold} or more homes"


def test_a_mark_reaches_all_below_it_unless_it_tells_one_point(place: Jurisdiction) -> None:
    fair = place.fair_chance
    assert is_open(fair, "employment.private")
    assert is_open(fair, "employment.private.rule")
    assert not is_open(fair, "employment.public.rule")
    assert not is_open(fair, "employment")
    assert not is_open(fair, "employment.cleared_records.rule"), "only one point of it is open"
    assert not is_open(None, "employment.private")


def test_a_mark_on_a_part_reaches_its_own_lines(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    marks = [{"field": "employment.cleared_records", "about": None}]
    changed = altered(place, fair_chance__unconfirmed=marks)
    lines = Rules("employers", changed, shared).short
    assert [line.label for line in lines if line.unconfirmed] == ["Cleared records"]
    everything = altered(place, fair_chance__unconfirmed=[{"field": "employment", "about": None}])
    assert is_open(everything.fair_chance, "employment")
    assert not is_open(changed.fair_chance, "employment.lookback.years")
    assert is_open(everything.fair_chance, "employment.private.rule")
    assert not is_open(everything.fair_chance, "housing.rule")


def test_the_other_open_points_of_a_part(place: Jurisdiction, employers: Rules) -> None:
    marks = [
        {"field": "housing", "about": "who must follow it"},
        {"field": "housing.rule", "about": None},
        {"field": "housing.citation", "about": "the number"},
    ]
    fair = altered(place, fair_chance__unconfirmed=marks).fair_chance
    assert open_points(fair, "housing") == ["who must follow it", "the number"]
    assert open_points(fair, "employment.private") == []
    assert open_points(None, "housing") == []
    assert employers.fair_open_points("employment.cleared_records") == ["what to say"]
    assert employers.fair_unconfirmed("employment.private.ask")
    assert not employers.fair_unconfirmed("employment.public.ask")


def test_an_open_point_without_words_is_named_in_words_unless_its_mark_shows(
    place: Jurisdiction,
) -> None:
    marks = [
        {"field": "employment.lookback.years", "about": None},
        {"field": "employment.private.threshold", "about": None},
        {"field": "local.one-city.never", "about": None},
        {"field": "local.one-city.rule", "about": "the exceptions"},
    ]
    fair = altered(place, fair_chance__unconfirmed=marks).fair_chance
    assert open_points(fair, "employment.lookback") == [], "the mark stands beside the years"
    assert open_points(fair, "employment.private") == ["who is covered"]
    assert open_points(fair, "local.one-city") == ["what may never be used", "the exceptions"]
    assert open_points(fair, "employment.cleared_records") == []


def test_a_value_of_which_one_point_is_open_is_not_confirmed(place: Jurisdiction) -> None:
    marks = [{"field": "local.one-city.rule", "about": "the exceptions"}]
    fair = altered(place, fair_chance__unconfirmed=marks).fair_chance
    assert is_open(fair, "local.one-city.rule")
    assert not is_open(fair, "local.one-city.ask")


def test_the_name_of_an_entry_is_that_of_its_law(place: Jurisdiction) -> None:
    assert place.fair_chance
    (notice,) = place.fair_chance.notices
    assert place_name(place, notice) == "One City"
    assert place_name(altered(place, fair_chance__local=[]), notice) == "New York"


def test_times_are_those_of_the_reader_the_statewide_first(place: Jurisdiction) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump()
    times = [
        {**time, "local": "one-city", "days": 5},
        {**time, "who": "landlord", "days": 2},
        time,
    ]
    fair = altered(place, fair_chance__times=times).fair_chance
    assert [each.days for each in times_for(fair, "employer")] == [3, 5]
    assert [each.days for each in times_for(fair, "landlord")] == [2]
    assert times_for(None, "employer") == []


def test_sources_are_numbered_as_they_are_first_cited(
    employers: Rules, landlords: Rules, place: Jurisdiction
) -> None:
    own = {source.id: source for source in place.sources}
    assert employers.numbers == {"F2": 1, "F1": 2, "F3": 3, "F4": 4, "F5": 5}
    assert landlords.numbers == {"F3": 1, "F4": 2, "F2": 3, "F5": 4}
    assert employers.sources == [
        NumberedSource(number, own[name]) for name, number in employers.numbers.items()
    ]
    assert employers.cite(["F3", "F2"]) == (1, 3)


def test_a_source_that_only_a_time_cites_has_a_number(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    assert place.fair_chance
    time = {**place.fair_chance.times[0].model_dump(), "sources": ["F6"]}
    changed = altered(place, fair_chance__times=[time])
    assert Rules("employers", changed, shared).numbers["F6"] == 5


def test_shared_sources_can_be_cited(place: Jurisdiction, shared: dict[str, Source]) -> None:
    changed = altered(place, fair_chance__housing__sources=["report-page"])
    (first, *_) = Rules("landlords", changed, shared).sources
    assert first == NumberedSource(1, shared["report-page"])


def test_an_item_of_a_list_is_named_where_it_alone_is_not_confirmed(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    """The list below the law has the mark on the item; nothing says that of all of them."""
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump() | {"never": ["arrests", "old convictions"]}
    mark = {"field": "local.one-city.never", "about": None, "items": [2]}
    changed = altered(place, fair_chance__local=[law], fair_chance__unconfirmed=[mark])
    rules = Rules("employers", changed, shared)
    assert [line.value for line in rules.open_list] == ["old convictions"]
    assert rules.fair_open_points("local.one-city") == []


def test_a_law_for_renting_alone_is_cited_to_landlords_in_place_of_that_for_work(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    law = {"citation": "Fair Housing Law § 5", "sources": ["F6"]}
    changed = altered(
        place,
        fair_chance__employment__lookback__renting="Seven years.",
        fair_chance__employment__lookback__renting_law=law,
    )
    employers, landlords = (Rules(each, changed, shared) for each in AUDIENCES)
    own = changed.fair_chance.employment.lookback if changed.fair_chance else None
    assert own
    assert employers.basis("employment.lookback") == own
    assert landlords.basis("employment.lookback").citation == law["citation"]
    assert ("F6" in employers.numbers, "F6" in landlords.numbers) == (False, True)
    assert landlords.basis("housing") == landlords.fair.housing


def refusal(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "who": "employer",
        "local": "one-city",
        "binds": ["private_employers"],
        "only": "",
        "text": f"The test {name}.",
        "citation": "§ 1",
        "sources": [],
        **more,
    }


@pytest.mark.parametrize(
    ("more", "apart"),
    [
        ({"only": "cab firms"}, "cab firms"),
        ({"citation": "§ 2"}, "§ 2"),
        ({}, "The test second"),
        ({"only": "cab firms", "local": None}, ""),
    ],
)
def test_of_two_entries_of_one_name_the_one_that_is_open_is_told(
    place: Jurisdiction, shared: dict[str, Source], more: dict[str, Any], apart: str
) -> None:
    """By whom it is for, by its law's title or citation, or else by what it says."""
    entries = [refusal("first"), refusal("second", **more)]
    mark = {"field": "refusals.second.text", "about": None}
    changed = altered(place, fair_chance__refusals=entries, fair_chance__unconfirmed=[mark])
    (line,) = Rules("employers", changed, shared).open_list
    assert line.apart == apart
    assert line.place == ("" if "local" in more else "One City")


def test_two_laws_of_one_city_are_told_apart_by_their_titles(
    place: Jurisdiction, shared: dict[str, Source]
) -> None:
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump()
    laws = [law, law | {"id": "one-city-2", "law": "Another law"}]
    marks = [{"field": f"local.{each['id']}.ask", "about": None} for each in laws]
    changed = altered(place, fair_chance__local=laws, fair_chance__unconfirmed=marks)
    told = Rules("employers", changed, shared).open_list
    assert [line.apart for line in told] == [law["law"], "Another law"]


JOBS, HOMES = "private_employers", "landlords"


@pytest.mark.parametrize(
    ("laws", "told", "without"),
    [
        # One office, for one or for several laws.
        ([(JOBS, "A", "")], ["One City"], []),
        ([(JOBS, "A", ""), (HOMES, "A", "")], ["One City"], []),
        # One office, of which more is confirmed in one law than in the other.
        ([(JOBS, "A", ""), (HOMES, "A", "name")],
         ["One City, for work", "One City, for renting"], []),
        # Two offices, or one law without any.
        ([(JOBS, "A", ""), (HOMES, "B", "")], ["One City, for work", "One City, for renting"], []),
        ([(JOBS, "A", ""), (HOMES, "", "")], ["One City, for work"], ["One City, for renting"]),
        # A law of each kind with the office, and one more without.
        ([(JOBS, "A", ""), (HOMES, "A", ""), (HOMES, "", "")],
         ["One City (Law 0; Law 1)"], ["One City (Law 2)"]),
        ([(JOBS, "A", ""), (JOBS, "", "")], ["One City (Law 0)"], ["One City (Law 1)"]),
    ],
)  # fmt: skip
def test_the_office_of_several_laws_is_told_for_each_of_them(
    laws: list[tuple[str, str, str]], told: list[str], without: list[str], place: Jurisdiction
) -> None:
    assert place.fair_chance
    (law,) = [each.model_dump() for each in place.fair_chance.local]
    local = [
        {
            **law,
            "id": "one-city" if not number else f"law-{number}",
            "law": f"Law {number}",
            "binds": [binds],
            "complain": {"name": office} if office else None,
        }
        for number, (binds, office, _) in enumerate(laws)
    ]
    marks = [
        {"field": f"local.{entry['id']}.complain.{point}", "about": None}
        for entry, (_, _, point) in zip(local, laws, strict=True)
        if point
    ]
    fair = altered(place, fair_chance__local=local, fair_chance__unconfirmed=marks).fair_chance
    assert fair
    assert [str(whose) for whose, _ in with_office(fair, fair.local)] == told
    assert [str(whose) for whose in without_office(fair, fair.local)] == without
