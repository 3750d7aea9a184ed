"""Which rules bind whom, and in which order, beside a second reading of the YAML."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.derive.binding import Binding, BindingLaw, BindingPlace, stands
from record_relief.derive.form_parts import law_tests
from record_relief.derive.rules import AUDIENCES, READER, Audience
from record_relief.derive.site import Facts
from record_relief.source.place import Jurisdiction

from tests import binding_oracle
from tests.builders import altered, data_of

every_audience = pytest.mark.parametrize("audience", AUDIENCES)


def told(binding: Binding, place: BindingPlace, city: str, number: int | None) -> list[Any]:
    """Return an answer in the words of the second reading."""
    found, before = [], ("", 0)
    for law, case in binding.answer(place, city, number):
        now = case.group, binding.rank(case)
        lost = (law.spares_wait and not case.asks, law.spares_weighing and not case.weighs)
        tie = now[1] != 0 and now == before
        found.append(binding_oracle.Told(case.group, law.id, tie, *lost))
        before = now
    return found


@every_audience
@pytest.mark.parametrize("day", [None, date(2200, 1, 1)], ids=["now", "after-every-change"])
def test_answers_are_those_of_a_second_reading_at_every_edge(
    audience: Audience, day: date | None, raw: dict[str, Any]
) -> None:
    facts = Facts(data_of(raw), day=day)
    places = {place["code"]: place for place in raw["jurisdictions"]}
    binding, seen = facts.binding[audience], 0
    assert {each.place.code for each in binding.places} == {
        code for code, place in places.items() if place.get("fair_chance")
    }
    for each in binding.places:
        place = places[each.place.code]
        for city, number in binding_oracle.cases(place, audience, facts.day):
            expected = binding_oracle.answer(place, audience, city, number, facts.day)
            assert told(binding, each, city, number) == expected, (place["code"], city, number)
            seen += len(expected)
    assert seen > len(binding.laws)


def law_of(place: Jurisdiction, **changes: Any) -> BindingLaw:
    """Return New York's law for private employers, changed."""
    named = {f"fair_chance__employment__private__{name}": v for name, v in changes.items()}
    changed = altered(place, fair_chance__unconfirmed=[], **named)
    assert changed.fair_chance
    return BindingLaw("employers", changed, changed.fair_chance, None)


@pytest.mark.parametrize(
    ("covers", "asks", "weighs", "group"),
    [
        ("both", False, False, "smaller"),
        ("ask", False, True, "ranked"),
        ("rule", True, False, "ranked"),
    ],
)
def test_a_number_is_for_the_wait_for_the_weighing_or_both(
    covers: str, asks: bool, weighs: bool, group: str, place: Jurisdiction
) -> None:
    law = law_of(place, rule="fair_chance", ask="offer", threshold=15, threshold_for=covers)
    few, enough = stands(law, 14), stands(law, 15)
    assert (few.asks, few.weighs, few.group) == (asks, weighs, group)
    assert (enough.asks, enough.weighs, enough.group) == (True, True, "ranked")
    assert stands(law, None) == enough, "who gives no number is told what may bind"


def test_a_smaller_employer_with_a_rule_known_in_words_is_not_told_that_nothing_binds(
    place: Jurisdiction,
) -> None:
    numbers = {"threshold": 15, "threshold_for": "both"}
    assert stands(law_of(place, below="The old rule.", **numbers), 14).group == "unranked"


def test_a_law_whose_time_to_ask_is_not_confirmed_stands_in_no_order(place: Jurisdiction) -> None:
    changed = altered(
        place,
        fair_chance__unconfirmed=[{"field": "employment.private.ask", "about": None}],
        fair_chance__employment__private__ask="offer",
    )
    assert changed.fair_chance
    law = BindingLaw("employers", changed, changed.fair_chance, None)
    assert stands(law, 1000).group == "unranked"


@pytest.mark.parametrize("point", ["threshold", "binds"])
def test_a_law_of_unsure_reach_neither_binds_nor_fails_to(point: str, place: Jurisdiction) -> None:
    """Not even where the number that is not confirmed would leave the reader out: then all that it
    asks is told, to be safe.
    """
    numbers = {"threshold": 15, "threshold_for": "both", "rule": "fair_chance", "ask": "offer"}
    changed = altered(
        law_of(place, **numbers).place,
        fair_chance__unconfirmed=[{"field": f"employment.private.{point}", "about": None}],
    )
    assert changed.fair_chance
    law = BindingLaw("employers", changed, changed.fair_chance, None)
    found = [stands(law, number) for number in (None, 14, 15)]
    assert {case.group for case in found} == {"unsure"}
    assert all(case.asks and case.weighs for case in found)
    assert law.has_open_number
    assert not law.spares_wait


@pytest.mark.parametrize("below", ["The old rule.", None])
@pytest.mark.parametrize("covers", ["both", "ask", "rule"])
def test_what_holds_for_smaller_ones_binds_no_more_than_it_is_confirmed(
    covers: str, below: str | None, place: Jurisdiction
) -> None:
    numbers = {"threshold": 15, "threshold_for": covers, "rule": "fair_chance", "ask": "offer"}
    sure = law_of(place, below=below, **numbers)
    mark = {"field": "employment.private.below", "about": None}
    marked = altered(sure.place, fair_chance__unconfirmed=[mark])
    assert marked.fair_chance
    law = BindingLaw("employers", marked, marked.fair_chance, None)
    assert stands(law, 14).group == "unsure" != stands(sure, 14).group
    assert {stands(law, number).group for number in (None, 15)} == {"ranked"}


def test_a_state_without_a_rule_that_asks_for_a_notice_has_duties(place: Jurisdiction) -> None:
    assert place.fair_chance
    notice = place.fair_chance.notices[0].model_dump() | {
        "local": None,
        "who": "employer",
        "binds": ["private_employers"],
    }
    found = []
    for notices in ([notice], []):
        changed = altered(place, fair_chance__notices=notices, fair_chance__times=[])
        law = law_of(changed, rule="none", threshold=None, threshold_for=None)
        found.append(stands(law, None).group)
    assert found == ["duties", "nothing"]


def test_a_law_on_when_to_ask_binds_with_its_notices_and_days(place: Jurisdiction) -> None:
    """Its code says only that the question waits; what else it asks for is no less its own."""
    assert place.fair_chance
    times = [span.model_dump() for span in place.fair_chance.times]
    notices = [notice.model_dump() for notice in place.fair_chance.notices]
    own = {"local": None, "who": "employer", "binds": ["private_employers"]}
    bare = {"factors": [], "refusals": [], "notices": [], "times": []}
    found = []
    for changes in (
        {"notices": [notices[0] | own]},
        {"times": [times[0] | own | {"purpose": "wait"}]},
        {},
    ):
        changed = altered(
            place, **{f"fair_chance__{name}": value for name, value in (bare | changes).items()}
        )
        law = law_of(changed, rule="ban_the_box", threshold=6, threshold_for="both")
        found.append([stands(law, number).weighs for number in (None, 5)])
    assert found == [[True, False], [True, False], [False, False]]


@every_audience
def test_a_local_law_of_unknown_reach_is_not_told_to_bind(audience: Audience, facts: Facts) -> None:
    groups = {
        law.at_least.group
        for law in facts.binding[audience].laws
        if law.local and not law.who and law.local.status == "in_force" and not law.only_some
    }
    assert groups == {"unsure"}


def test_five_business_days_are_as_long_as_a_week(place: Jurisdiction) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump() | {"local": None, "purpose": "wait"}
    found = []
    for days, unit in ((5, "business"), (7, "calendar"), (10, "business"), (8, "calendar")):
        changed = altered(place, fair_chance__times=[{**time, "days": days, "unit": unit}])
        law = law_of(changed, rule="fair_chance", ask="offer", threshold=None, threshold_for=None)
        found.append(stands(law, None).strictness)
    business, calendar, longest, longer = found
    assert business == calendar
    assert sorted([business, longer, longest], key=lambda each: each or business) == [
        longest,
        longer,
        business,
    ]


@every_audience
def test_the_steps_and_the_planner_tell_of_the_same_tests(
    audience: Audience, raw: dict[str, Any]
) -> None:
    """Of every law that binds these readers: one reading of what a law says."""
    facts = Facts(data_of(raw))
    told = law_tests(facts.places, READER[audience])
    planned = {(law.place.code, law.duty.local) for law in told if law.may_bind}
    steps = {
        (law.place.code, law.local.id if law.local else None)
        for law in facts.binding[audience].laws
        if law.at_least.tests and not law.only_some
    }
    assert steps == planned
