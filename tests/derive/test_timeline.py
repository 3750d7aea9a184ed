"""When laws began, and what a place had on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.derive.site import Facts
from record_relief.derive.timeline import (
    changes_since,
    coverage_on,
    first_year,
    first_year_unconfirmed,
    in_force_on,
)
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests.builders import altered

NEW_YEAR = date(2024, 1, 1)


def act(year: int | None) -> dict[str, Any]:
    return {"year": year, "act": None}


def with_laws(place: Jurisdiction, *laws: Law) -> Jurisdiction:
    return altered(place, relief=[law.model_dump() for law in laws])


def test_the_first_year_is_that_of_the_oldest_law(place: Jurisdiction, law: Law) -> None:
    newer = altered(law, enacted=act(2019))
    assert first_year(with_laws(place, newer, law)) == 2010


@pytest.mark.parametrize("enacted", [None, act(None)])
def test_a_law_of_unknown_year_does_not_count(
    place: Jurisdiction, law: Law, enacted: dict[str, Any] | None
) -> None:
    unknown = altered(law, enacted=enacted)
    assert first_year(with_laws(place, unknown)) is None
    assert first_year(with_laws(place, unknown, law)) == 2010


def test_no_law_has_no_year(place: Jurisdiction) -> None:
    assert first_year(with_laws(place)) is None
    assert not first_year_unconfirmed(with_laws(place))


def test_the_first_year_is_unconfirmed_if_every_law_of_that_year_is(
    place: Jurisdiction, law: Law
) -> None:
    doubtful = altered(law, unconfirmed=["enacted"])
    older = altered(law, enacted=act(2005))
    assert not first_year_unconfirmed(with_laws(place, law))
    assert first_year_unconfirmed(with_laws(place, doubtful))
    assert not first_year_unconfirmed(with_laws(place, doubtful, law))
    assert not first_year_unconfirmed(with_laws(place, doubtful, older))


def test_an_unknown_year_is_not_also_unconfirmed(place: Jurisdiction, law: Law) -> None:
    unknown = altered(law, enacted=act(None), unconfirmed=["enacted"])
    assert not first_year_unconfirmed(with_laws(place, unknown))


# Enacted, last amended, effective; whether it stood on January 1, 2024.
STOOD: dict[str, tuple[int | None, int | None, date | None, bool]] = {
    "enacted long ago": (2010, None, None, True),
    "enacted the year before": (2023, None, None, True),
    "enacted in the year itself": (2024, None, None, False),
    "enacted later": (2025, None, None, False),
    "year unknown": (None, None, None, True),
    "effective that day": (2023, None, date(2024, 1, 1), True),
    "effective a day later": (2023, None, date(2024, 1, 2), False),
    "effective long ago": (2015, None, date(2015, 7, 1), True),
    "year unknown, effective later": (None, None, date(2024, 7, 1), False),
    "an amendment takes effect later": (2012, 2024, date(2024, 7, 1), True),
    "an amendment of before takes effect later": (2012, 2023, date(2024, 7, 1), True),
    "year unknown, an amendment takes effect later": (None, 2024, date(2024, 7, 1), True),
    "enacted and amended in one year, effective later": (2023, 2023, date(2024, 7, 1), False),
    "effective before it was amended": (2023, 2025, date(2024, 7, 1), False),
    "effective before it was amended, and before the day": (2020, 2022, date(2021, 1, 1), True),
}


@pytest.mark.parametrize(("enacted", "amended", "effective", "stood"), STOOD.values(), ids=STOOD)
def test_whether_a_law_stood_on_a_day(
    law: Law, enacted: int | None, amended: int | None, effective: date | None, stood: bool
) -> None:
    dated = altered(
        law,
        enacted=act(enacted),
        last_amended=act(amended) if amended else None,
        effective=effective,
    )
    assert in_force_on(dated, NEW_YEAR) is stood


def test_a_law_without_any_date_stood(law: Law) -> None:
    undated = altered(law, enacted=None, last_amended=None, effective=None)
    assert in_force_on(undated, NEW_YEAR)


def test_coverage_comes_from_the_laws_of_the_day(place: Jurisdiction, law: Law) -> None:
    listed = altered(law, offenses__scope="listed", enacted=act(2013), last_amended=None)
    broad = altered(law, enacted=act(2018), last_amended=None)
    minors = altered(law, age="minor_only", enacted=act(2011), last_amended=None)
    grown = with_laws(place, listed, broad, minors)
    assert coverage_on(grown, date(2011, 6, 1)) == "none"
    assert coverage_on(grown, date(2012, 1, 1)) == "minors_only"
    assert coverage_on(grown, date(2014, 1, 1)) == "partial"
    assert coverage_on(grown, date(2019, 1, 1)) == "full"


def test_changes_come_with_the_events_of_their_time(place: Jurisdiction, law: Law) -> None:
    events = [
        {"year": year, "what": f"in {year}", "sources": []} for year in (2010, 2024, 2025, None)
    ]
    new = altered(law, enacted=act(2025), last_amended=None)
    changed = altered(with_laws(place, new), history=events)
    (change,) = changes_since([place, changed], NEW_YEAR)
    assert (change.place.code, change.before, change.after) == ("NY", "none", "full")
    assert [event.year for event in change.events] == [2024, 2025]


def test_first_years_of_the_real_places(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for place in facts.places:
        years = [
            law["enacted"]["year"]
            for law in raw_places[place.code]["relief"]
            if law["enacted"] and law["enacted"]["year"]
        ]
        assert first_year(place) == (min(years) if years else None), place.code


def test_today_every_real_place_has_the_coverage_it_says(facts: Facts) -> None:
    ahead = date(2100, 1, 1)
    assert {p.code: coverage_on(p, ahead) for p in facts.places} == {
        p.code: p.coverage for p in facts.places
    }
