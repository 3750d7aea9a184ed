"""What changed: steps of history, bills and days on which laws took effect."""

from __future__ import annotations

from datetime import date

import pytest
from record_relief.derive import changes, coming
from record_relief.derive.changes import EffectiveDate, Entry, Year
from record_relief.derive.release import public
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests.builders import altered


@pytest.fixture
def dated(place: Jurisdiction, law: Law) -> Jurisdiction:
    """New York with a law that took effect on a day."""
    made = altered(law, effective=date(2021, 11, 16))
    return altered(place, relief=[made.model_dump()], ways=[], ways_changes=[])


@pytest.fixture
def ohio(dated: Jurisdiction) -> Jurisdiction:
    """The same, but Ohio, whose law took effect earlier."""
    made = altered(dated.relief[0], effective=date(2014, 1, 2), unconfirmed=["effective"])
    return altered(dated, code="OH", name="Ohio", relief=[made.model_dump()])


def test_the_changes_of_a_place_latest_first(dated: Jurisdiction) -> None:
    assert changes.of_place(dated) == [
        Entry(dated, "pending", "2026-03", "S 1 (2025-2026): A bill. In committee."),
        Entry(dated, "effective", "2021-11-16", "Penal Law § 1: Motion to vacate"),
        Entry(dated, "history", "2010", "The first law."),
        Entry(dated, "history", "", "A later change."),
    ]


def test_a_law_without_a_day_is_no_change(place: Jurisdiction) -> None:
    assert {entry.kind for entry in changes.of_place(place)} == {"history", "pending", "coming"}


def test_a_day_that_is_not_confirmed_says_so(ohio: Jurisdiction) -> None:
    unconfirmed = [entry.kind for entry in changes.of_place(ohio) if entry.unconfirmed]
    assert unconfirmed == ["effective"]


def test_the_days_of_rules_on_background_checks_are_changes_too(place: Jurisdiction) -> None:
    """Those of the rules with their own mark, then acts that none of them tells, as reported."""
    change = {"day": date(2027, 1, 1), "text": "It ends.", "confirmed": True}
    act = {"year": 2025, "kind": "law", "act": "Act 7", "what": "More.", "effective": None}
    acts = [
        act | {"effective": date(2025, 3, 1)},
        act | {"act": "the same day", "effective": date(2027, 1, 1)},
        act | {"act": "no day"},
        act | {"act": "no law", "kind": "bill", "effective": date(2025, 3, 1)},
    ]
    other = altered(
        place, fair_chance__housing__next=[change], fair_chance__changes=acts, ways_changes=[]
    )
    found = [entry for entry in changes.of_place(other) if entry.kind == "rule"]
    assert [(entry.when, entry.text, entry.unconfirmed) for entry in found] == [
        ("2027-01-01", "Landlords: It ends.", False),
        ("2025-03-01", "Act 7: More.", True),
    ]
    assert {entry.url for entry in found} == {"states/new-york/#background-checks"}
    days = [entry for entry in coming.of_place(other) if entry.kind == "rule"]
    assert {changes.id_of(entry) for entry in days} == {entry.id for entry in found}


@pytest.mark.parametrize(
    ("law", "told"),
    [("Fair Hiring Law", "Seattle, Fair Hiring Law"), ("Seattle Hiring Law", "Seattle Hiring Law")],
)
def test_a_change_of_a_local_law_says_whose_law_it_is(law: str, told: str) -> None:
    assert coming.named("Seattle", law) == told


def test_a_bill_without_a_date_has_no_year(place: Jurisdiction) -> None:
    bill = {**place.pending[0].model_dump(), "as_of": None}
    entries = changes.of_place(altered(place, pending=[bill]))
    assert [entry.year for entry in entries if entry.kind == "pending"] == [""]


def test_each_change_leads_to_where_the_law_page_tells_it(dated: Jurisdiction) -> None:
    assert {entry.kind: entry.url for entry in changes.of_place(dated)} == {
        "pending": "states/new-york/law/#pending",
        "effective": "states/new-york/law/#law",
        "history": "states/new-york/law/#history",
    }


def test_a_change_is_named_by_its_words(dated: Jurisdiction) -> None:
    entries = changes.of_place(dated)
    names = [entry.id for entry in entries]
    assert len(set(names)) == len(names)
    # A feed reader knows an entry by this: another name would show all of them as new.
    assert names[0] == "ny-pending-0c0f6fe9f549"
    assert Entry(dated, "history", "2010", "Other words.").id not in names


def test_all_changes_are_in_order_of_time_then_place(
    dated: Jurisdiction, ohio: Jurisdiction
) -> None:
    found = [(entry.when, entry.place.code) for entry in changes.all_changes([ohio, dated])]
    assert found == [
        ("2026-03", "NY"),
        ("2026-03", "OH"),
        ("2021-11-16", "NY"),
        ("2014-01-02", "OH"),
        ("2010", "NY"),
        ("2010", "OH"),
        ("", "NY"),
        ("", "OH"),
    ]


def test_changes_by_year_the_unknown_at_the_end(dated: Jurisdiction, ohio: Jurisdiction) -> None:
    years = changes.by_year([dated, ohio])
    assert [year.name for year in years] == ["2026", "2021", "2014", "2010", ""]
    assert years[0] == Year("2026", tuple(changes.all_changes([dated, ohio])[:2]))
    assert sum(len(year.entries) for year in years) == 8


def test_effective_dates_oldest_first(
    dated: Jurisdiction, ohio: Jurisdiction, place: Jurisdiction
) -> None:
    without = altered(place, code="UT", name="Utah")
    first, second = changes.effective_dates([dated, without, ohio])
    (told,) = [entry.id for entry in changes.of_place(ohio) if entry.kind == "effective"]
    assert first == EffectiveDate(
        ohio, "vacatur", "Motion to vacate", "Penal Law § 1", date(2014, 1, 2), told
    )
    assert first.url == "states/ohio/law/#law-vacatur"
    assert second.place == dated


def test_published_facts_tell_the_same_changes(dated: Jurisdiction) -> None:
    entries = changes.of_place(dated)
    assert changes.ids_in(public(dated)) == {entry.id for entry in entries}
    other = altered(dated, history=[], pending=[])
    assert changes.ids_in(public(other)) == {e.id for e in entries if e.kind == "effective"}


def test_the_days_of_the_general_ways_are_changes(place: Jurisdiction) -> None:
    """A day of a way leads to the way, that of an act which no way tells to the list of acts."""
    found = [entry for entry in changes.of_place(place) if entry.kind == "coming"]
    assert [(e.when, e.unconfirmed, e.url.removeprefix("states/new-york/")) for e in found] == [
        ("2027-11-16", False, "other-ways/#way-clean-slate"),
        ("2024-11-16", True, "other-ways/#changes"),
    ]
    assert {entry.id for entry in found} == {
        changes.id_of(day) for day in coming.of_place(place) if day.kind != "law"
    }
    assert {entry.id for entry in found} <= changes.ids_in(public(place))


def test_the_name_of_a_place_as_a_title(place: Jurisdiction) -> None:
    assert changes.name_of(place) == "New York"
    assert changes.name_of(altered(place, kind="federal")) == "The federal system"
