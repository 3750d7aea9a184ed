"""How the laws spread, year by year."""

from __future__ import annotations

from datetime import date

from record_relief.derive.site import Facts
from record_relief.derive.spread import spread
from record_relief.derive.timeline import first_year
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests.builders import altered

TODAY = date(2026, 11, 22)


def made(place: Jurisdiction, *laws: Law) -> Jurisdiction:
    return altered(place, relief=[law.model_dump() for law in laws])


def test_a_place_appears_in_its_first_year(place: Jurisdiction) -> None:
    found = spread([place], TODAY)
    assert [year.year for year in found.years] == list(range(2010, 2027))
    assert [(year.year, step.coverage) for year in found.years for step in year.steps] == [
        (2010, "full")
    ]
    assert {year.with_law for year in found.years} == {1}


def test_a_second_law_changes_the_coverage(place: Jurisdiction, law: Law) -> None:
    minors = altered(law, id="minors", age="minor_only")
    adults = altered(law, enacted={"year": 2018, "act": None})
    found = spread([made(place, minors, adults)], TODAY)
    steps = [(year.year, step.coverage) for year in found.years for step in year.steps]
    assert steps == [(2010, "minors_only"), (2018, "full")]


def test_a_place_without_a_year_is_named_apart(place: Jurisdiction, law: Law) -> None:
    unknown = made(place, altered(law, enacted=None))
    found = spread([unknown], TODAY)
    assert [p.code for p in found.unknown] == ["NY"]
    assert not any(year.steps for year in found.years)
    assert spread([made(place)], TODAY).unknown == (), "without a law there is no year to miss"


def test_a_place_counts_from_the_year_of_its_first_law_and_not_before(
    place: Jurisdiction, law: Law
) -> None:
    late = altered(made(place, altered(law, enacted={"year": 2013, "act": None})), code="OH")
    # A law of unknown year counts with the first of its place that has one.
    unknown = altered(law, id="unknown", enacted=None)
    both = altered(
        made(place, unknown, altered(law, enacted={"year": 2012, "act": None})), code="UT"
    )
    found = spread([place, late, both], TODAY)
    steps = [
        (year.year, step.place.code, step.coverage) for year in found.years for step in year.steps
    ]
    assert steps == [(2010, "NY", "full"), (2012, "UT", "full"), (2013, "OH", "full")]
    assert [year.with_law for year in found.years][:5] == [1, 1, 2, 3, 3]


def test_a_law_that_begins_on_the_first_of_january_counts_in_its_own_year(
    place: Jurisdiction, law: Law
) -> None:
    minors = altered(law, id="minors", age="minor_only", enacted={"year": 2010, "act": None})
    adults = altered(
        law,
        enacted={"year": 2014, "act": None},
        last_amended=None,
        effective=date(2016, 1, 2),
    )
    found = spread([made(place, minors, adults)], TODAY)
    steps = [(year.year, step.coverage) for year in found.years for step in year.steps]
    assert steps == [(2010, "minors_only"), (2016, "full")]


def test_the_last_year_is_today(facts: Facts) -> None:
    found = spread(facts.places, facts.checked)
    last = {step.place.code: step.coverage for year in found.years for step in year.steps}
    for place in facts.places:
        if first_year(place):
            assert last[place.code] == place.coverage
