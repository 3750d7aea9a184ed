"""The places that a form lets a reader choose, and the days that count there."""

from __future__ import annotations

from record_relief.derive.form_content import place_times
from record_relief.derive.place_choice import StateChoice, state_choices
from record_relief.source.place import Jurisdiction

from tests.builders import altered


def with_laws(place: Jurisdiction, *changes: dict[str, object]) -> Jurisdiction:
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump()
    return altered(place, fair_chance__local=[law | change for change in changes])


def test_a_city_is_named_once_for_those_whom_it_binds(place: Jurisdiction) -> None:
    changed = with_laws(
        place,
        {"id": "b", "name": "B"},
        {"id": "b-vendors", "name": "B", "binds": ["contractors"]},
        {"id": "one-city", "name": "A", "status": "doubtful"},
        {"id": "gone", "name": "Gone", "status": "ended"},
        {"id": "home", "name": "Home", "binds": ["landlords"]},
    )
    assert state_choices([changed], "employer") == [
        StateChoice("NY", "New York", "New York", "employers/new-york/", ("A", "B"))
    ]
    assert state_choices([changed], "landlord") == [
        StateChoice("NY", "New York", "New York", "landlords/new-york/", ("Home",))
    ]
    without = changed.model_copy(update={"fair_chance": None})
    assert state_choices([without], "employer") == []


def test_a_time_says_whose_it_is_how_narrow_and_whether_it_is_confirmed(
    place: Jurisdiction,
) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump() | {"only": "offices", "starts": None}
    mark = {"field": "times.employer-answer.unit", "about": None}
    changed = altered(
        place,
        fair_chance__times=[
            time,
            time | {"id": "city-answer", "local": "one-city", "only": "", "starts": "the notice"},
        ],
        fair_chance__unconfirmed=[mark],
    )
    state, city = place_times([changed], "employer")
    assert (state.city, city.city) == ("", "One City")
    assert state.count() == (
        "New York (offices): the day after 3 full business days from the day the person has the "
        "notice (not confirmed). We count from then: what we read does not say from which day."
    )
    assert city.count(disputed=True) == (
        "One City (New York): the day after 5 full business days from the notice"
    )
    assert (state.on_receipt, city.on_receipt) == (True, False), "the later day is the safe one"
    assert place_times([changed], "landlord") == []
