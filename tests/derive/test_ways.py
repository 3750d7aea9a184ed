"""The soonest way for each kind of record, and how a way stands to a person and on a day."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from record_relief.derive.places import by_name
from record_relief.derive.site import Facts
from record_relief.derive.waits import Span
from record_relief.derive.ways import Option, WaysOf, chief_ways, other_ways, state_on
from record_relief.source.place import Jurisdiction
from record_relief.source.values import WayKind
from record_relief.source.ways import Way

from tests.builders import altered, raw_place, raw_states

TODAY = date(2026, 11, 28)
UNKNOWN = {"years": None, "longest": None}
ALONE: dict[str, Any] = {"automatic": "yes", "steps": ["Check. If not, ask."]}
Make = Callable[..., dict[str, Any]]


@pytest.fixture
def make() -> Make:
    """Makes a way as plain values: for misdemeanors, three years after the sentence, by asking."""
    base = raw_place(raw_states(), "NY")["ways"][0]
    base["wait"] = {"text": "Three years."}

    def made(id_: str = "way", **changes: Any) -> dict[str, Any]:
        way = copy.deepcopy(base)
        wait = {"years": 3, "longest": 3, "from": "sentence", "by": ""}
        wait |= {name: changes.pop(name) for name in (*wait,) if name in changes}
        if "start" in changes:
            wait["from"] = changes.pop("start")
        kinds = changes.pop("reaches", ["misdemeanor"])
        way |= {"id": id_, "reaches": kinds, "unconfirmed": [], **changes}
        way["wait"] |= {kind: dict(wait) for kind in kinds}
        return way

    return made


@pytest.fixture
def with_ways(place: Jurisdiction) -> Callable[..., WaysOf]:
    """Makes a place that has these ways."""

    def made(*ways: dict[str, Any], day: date = TODAY) -> WaysOf:
        return WaysOf(altered(place, ways=list(ways), none_for=["pardoned"]), day)

    return made


def lead(ways: WaysOf, kind: WayKind = "misdemeanor") -> str | None:
    """Return the id of the way that stands first for a kind."""
    found = ways.for_kind(kind).lead
    return found.way.id if found else None


def only(ways: WaysOf, kind: WayKind = "misdemeanor") -> Option:
    """Return the one way there is for a kind."""
    (option,) = ways.for_kind(kind).options
    return option


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        ({"years": 1, "longest": 1}, {"years": 2, "longest": 2}),
        ({"years": 1, "longest": 3}, {"years": 1, "longest": 5, "by": "x"}),
        ({"years": 10, "longest": 10}, UNKNOWN),
        (UNKNOWN, UNKNOWN | {"unconfirmed": ["wait"]}),
        ({"years": 10, "longest": 10}, {"years": 0, "longest": 0, "remedies": ["pardon"]}),
        ({"years": 10, "longest": 10}, {"years": 0, "longest": 0, "special": True}),
        ({}, {"status": "starting", "effective": date(2025, 1, 1)}),
        ({}, {"unconfirmed": ["wait"]}),
        (ALONE, {}),
        ({"years": 18, "longest": 18, "start": "age"}, {"years": 1, "longest": 1}),
        ({"years": 5, "longest": 5}, {"years": 1, "longest": 1, "age_floor": 70}),
    ],
)  # fmt: skip
def test_which_of_two_comes_first(
    make: Make,
    with_ways: Callable[..., WaysOf],
    sooner: dict[str, Any],
    later: dict[str, Any],
) -> None:
    """Whatever their order in the file."""
    first, second = make("first", **sooner), make("second", **later)
    assert lead(with_ways(first, second)) == "first"
    assert lead(with_ways(second, first)) == "first"


def test_a_way_for_special_cases_never_leads_but_is_named_where_it_is_sooner(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    soon = make("soon", years=1, longest=1, special=True)
    late = make("late", years=9, longest=9, special=True)
    found = with_ways(soon, late, make("general")).for_kind("misdemeanor")
    assert found.lead
    assert found.lead.way.id == "general"
    assert [option.way.id for option in found.special] == ["soon"]
    assert [option.way.id for option in found.others] == ["late"]
    alone = with_ways(late).for_kind("misdemeanor")
    assert alone.lead is None
    assert [option.way.id for option in alone.options] == ["late"]
    assert alone.nothing is None


def test_a_pardon_leads_only_where_nothing_else_is_general(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    pardon = make("pardon", years=None, longest=None, remedies=["pardon"])
    special = make("special", years=5, longest=5, special=True)
    found = with_ways(special, pardon).for_kind("misdemeanor")
    assert found.lead
    assert found.lead.way.id == "pardon"
    assert found.lead.only_after_pardon
    assert [option.way.id for option in found.special] == ["special"]
    assert lead(with_ways(pardon, make("general"))) == "general"


def test_what_has_not_begun_stands_last_and_never_leads(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    coming = make("coming", years=0, longest=0, status="not_yet", effective=date(2027, 1, 1))
    found = with_ways(coming, make("there", years=9, longest=9)).for_kind("misdemeanor")
    assert [option.way.id for option in found.options] == ["there", "coming"]
    alone = with_ways(coming).for_kind("misdemeanor")
    assert alone.lead is None
    assert [option.way.id for option in alone.others] == ["coming"]
    assert only(with_ways(coming)).to_add is None


def test_ways_made_for_the_kind_come_before_those_that_reach_it_besides(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    mixed = make("mixed", years=0, longest=0, reaches=["non_conviction", "juvenile"])
    made_for_it = make("juvenile", years=2, longest=2, reaches=["juvenile"])
    assert lead(with_ways(mixed, made_for_it), "juvenile") == "juvenile"
    young = make("young", years=0, longest=0, reaches=["juvenile", "misdemeanor"])
    assert lead(with_ways(young, make("grown"))) == "grown"
    program = make("program", years=0, longest=0, reaches=["deferred", "non_conviction"])
    dropped = make("dropped", years=1, longest=1, reaches=["non_conviction"])
    assert lead(with_ways(program, dropped), "non_conviction") == "dropped"


def test_nothing_found_and_nothing_known_are_told_apart(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    ways = with_ways(make())
    assert ways.for_kind("pardoned").nothing == "none"
    assert ways.for_kind("juvenile").nothing == "unknown"
    assert ways.for_kind("misdemeanor").nothing is None
    assert [found.kind for found in ways.kinds if found.options] == ["misdemeanor"]


@pytest.mark.parametrize(
    ("way", "first", "last"),
    [
        ({}, 3, 3),
        ({"years": 0, "longest": 0}, 0, 0),
        ({"years": 0.49, "longest": 1.5}, 1, 2),
        (ALONE, 3, 3),
        ({"unconfirmed": ["wait"]}, 3, 3),
        ({"status": "starting", "effective": date(2025, 1, 1)}, 3, 3),
    ],
)
def test_what_is_to_be_added_to_the_year_it_ended(
    make: Make, with_ways: Callable[..., WaysOf], way: dict[str, Any], first: int, last: int
) -> None:
    assert only(with_ways(make(**way))).to_add == Span(first, last)


@pytest.mark.parametrize(
    ("way", "otherwise"),
    [
        ({"years": 18, "longest": 18, "start": "age"}, "ask"),
        ({"start": "other"}, "ask"),
        ({"start": "arrest"}, "ask"),
        ({"years": None, "longest": None}, "ask"),
        ({"years": None, "longest": None} | ALONE, "itself"),
        ({"age_floor": 18}, "ask"),
        ({"status": "not_yet", "effective": date(2027, 1, 1)} | ALONE, "ask"),
        ({"remedies": ["pardon"]}, "ask"),
        ({"remedies": ["pardon", "seal"], "special": True}, "ask"),
        ({"special": True} | ALONE, "ask"),
        ({"unconfirmed": ["reaches.misdemeanor"]} | ALONE, "ask"),
    ],
)
def test_what_no_year_tells(
    make: Make, with_ways: Callable[..., WaysOf], way: dict[str, Any], otherwise: str
) -> None:
    option = only(with_ways(make(**way)))
    assert option.to_add is None
    assert option.otherwise == otherwise


def test_a_conviction_that_was_pardoned_rests_on_the_pardon(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    (option,) = with_ways(make(reaches=["pardoned"])).for_kind("pardoned").options
    assert (option.to_add, option.otherwise) == (None, "pardon")


@pytest.mark.parametrize(("given", "otherwise"), [({}, "ask"), (ALONE, "itself")])
def test_without_a_year_it_is_one_to_ask_or_to_check(
    make: Make, with_ways: Callable[..., WaysOf], given: dict[str, Any], otherwise: str
) -> None:
    assert only(with_ways(make(**given))).otherwise == otherwise


def test_where_some_waits_are_not_known_no_year_promises_an_end(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    way = make(years=0, longest=3)
    [option] = with_ways(way).for_kind("misdemeanor").options
    assert option.to_add == Span(0, 3)
    way["wait"]["misdemeanor"]["open_ended"] = True
    [option] = with_ways(way).for_kind("misdemeanor").options
    assert (option.to_add, option.otherwise) == (None, "ask")


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ({"start": "other", "by": "ask within ten years of the pardon"}, True),
        ({"start": "other", "by": "no number is known", **UNKNOWN}, False),
        ({"start": "sentence", "by": "it is longer for a felony"}, False),
    ],
)
def test_a_clock_of_its_own_is_told_by_its_day(
    make: Make, with_ways: Callable[..., WaysOf], wait: dict[str, Any], told: bool
) -> None:
    [option] = with_ways(make(**wait)).for_kind("misdemeanor").options
    assert option.counted_by == (wait["by"] if told else "")


def test_the_others_beside_the_soonest_are_counted(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    """Not one that is named with the soonest, nor one that has not begun."""
    kind: list[WayKind] = ["non_conviction"]
    ways = [make(str(years), reaches=kind, years=years, longest=years) for years in (1, 2, 3)]
    ways.append(make("uncharged", reaches=kind, special=True, uncharged=True))
    ways.append(make("future", reaches=kind, status="not_yet", effective=None))
    found = with_ways(*ways)
    assert found.for_kind("non_conviction").more == 2
    assert found.for_kind("felony").more == 0


def test_a_sheet_says_what_to_bear_in_mind(place: Jurisdiction, make: Make) -> None:
    way = make(mind="It leaves out prostitution.")
    [told] = chief_ways(altered(place, ways=[way], other_relief=[]), TODAY)
    assert "It leaves out prostitution." in told.text


def test_a_range_is_said_with_both_ends(make: Make, with_ways: Callable[..., WaysOf]) -> None:
    option = only(with_ways(make(years=0.5, longest=7, by="It is longer for some.")))
    assert (option.shortest.number, option.shortest.unit) == (6, "months")  # type: ignore[union-attr]
    assert (option.longest.number, option.longest.unit) == (7, "years")  # type: ignore[union-attr]
    plain = only(with_ways(make()))
    assert plain.longest is None
    age = only(with_ways(make(years=18, longest=18, start="age", age_floor=21)))
    assert (age.shortest, age.longest, age.age) == (None, None, 21)


@pytest.mark.parametrize(
    ("mark", "sure", "reach"),
    [
        ("wait", False, True),
        ("wait.misdemeanor", False, True),
        ("wait.misdemeanor: drunk driving", False, True),
        ("wait.text", False, True),
        ("status", False, True),
        ("reaches", True, False),
        ("reaches.misdemeanor", True, False),
        ("reaches.felony", True, True),
        ("fee", True, True),
    ],
)
def test_a_mark_reaches_what_it_speaks_of(
    make: Make, with_ways: Callable[..., WaysOf], mark: str, sure: bool, reach: bool
) -> None:
    way = make(unconfirmed=[mark], reaches=["misdemeanor", "felony"])
    found = with_ways(way).for_kind("misdemeanor").options[0]
    assert (found.sure, found.reach_is_sure) == (sure, reach)
    assert found.open_point == ("drunk driving" if ":" in mark else "")


def change(day: date, confirmed: bool = True, **given: Any) -> dict[str, Any]:
    """Return a coming change; `given` is what it sets."""
    found: dict[str, Any] = {"day": day, "text": "It changes.", "confirmed": confirmed}
    return found | ({"set": given} if given else {})


DAY = date(2027, 10, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def test_a_confirmed_change_leads_from_its_day_on(make: Make) -> None:
    way = Way.model_validate(
        make(
            status="starting",
            effective=date(2025, 3, 1),
            until=DAY,
            next=[change(DAY, status="in_force", until=None)],
        )
    )
    assert [state_on(way, day).status for day in (BEFORE, DAY, AFTER)] == [
        "starting",
        "in_force",
        "in_force",
    ]
    assert [state_on(way, day).until for day in (BEFORE, DAY, AFTER)] == [DAY, None, None]


def test_what_a_change_does_not_set_stays(make: Make) -> None:
    way = Way.model_validate(
        make(
            status="starting",
            effective=date(2025, 3, 1),
            until=DAY,
            next=[change(date(2027, 1, 1), status="starting"), change(date(2027, 2, 1))],
        )
    )
    assert state_on(way, BEFORE).until == DAY
    assert state_on(way, BEFORE).overdue is None


def test_a_reported_change_changes_nothing_by_itself(make: Make) -> None:
    way = Way.model_validate(
        make(
            status="not_yet",
            effective=DAY,
            unconfirmed=["effective"],
            next=[change(DAY, confirmed=False, status="starting")],
        )
    )
    assert [state_on(way, day).status for day in (BEFORE, DAY, AFTER)] == ["not_yet"] * 3
    assert [state_on(way, day).overdue for day in (BEFORE, DAY, AFTER)] == [None, DAY, DAY]


@pytest.mark.parametrize(
    ("unconfirmed", "status", "overdue"),
    [([], "in_force", None), (["effective"], "not_yet", DAY), (["status"], "not_yet", DAY)],
)
def test_a_way_begins_on_its_day_if_the_day_is_confirmed(
    make: Make, unconfirmed: list[str], status: str, overdue: date | None
) -> None:
    way = Way.model_validate(make(status="not_yet", effective=DAY, unconfirmed=unconfirmed))
    assert state_on(way, BEFORE).status == "not_yet"
    assert state_on(way, BEFORE).overdue is None
    for day in (DAY, AFTER):
        assert (state_on(way, day).status, state_on(way, day).overdue) == (status, overdue)


def test_a_list_has_the_ways_and_then_what_none_of_them_covers(place: Jurisdiction) -> None:
    found = other_ways(place)
    assert [entry.name for entry in found] == [
        *(way.name for way in place.ways),
        *(other.name for other in place.other_relief),
    ]
    assert (
        found[0].text
        == "You wait three years, or five for a felony. The public can't see the case."
    )
    assert [entry.unconfirmed for entry in found] == [False, True, False]
    assert found[-1].sources == ("S2",)


def test_a_sheet_names_the_first_three(
    make: Make, with_ways: Callable[..., WaysOf], place: Jurisdiction
) -> None:
    """The soonest for each kind of record in the order of a page, then what is left."""
    kinds: list[WayKind] = ["juvenile", "felony", "misdemeanor", "non_conviction"]
    ways = [make(str(n), name=kind, reaches=[kind]) for n, kind in enumerate(kinds)]
    ways.append(make("later", name="later", years=9, longest=9))
    found = chief_ways(with_ways(*ways).place, DAY)
    left = [other.name for other in place.other_relief]
    assert [entry.name for entry in found] == ["non_conviction", "misdemeanor", "felony", *left]
    assert [entry.soonest_for for entry in found[:2]] == [
        ("no conviction",),
        ("a misdemeanor",),
    ]


def test_a_sheet_says_for_which_records_a_way_is_the_soonest(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    """A way that has not begun is not named, one that is not confirmed is marked."""
    both = make("both", name="both", reaches=["felony", "misdemeanor"])
    future = make("future", name="future", reaches=["felony"], status="not_yet", effective=None)
    (found, *_) = chief_ways(with_ways(both, future).place, DAY)
    assert (found.name, found.unconfirmed) == ("both", False)
    assert found.soonest_for == ("a misdemeanor", "a felony")
    unsure = make("both", reaches=["felony", "misdemeanor"], unconfirmed=["reaches.felony"])
    assert chief_ways(with_ways(unsure).place, DAY)[0].unconfirmed


def test_every_way_of_the_data_stands_for_each_kind_that_it_reaches(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    """The parts of a kind are all the ways that reach it, each once, the lead one of them."""
    for place in by_name(facts.places):
        ways = WaysOf(place, TODAY)
        for found in ways.kinds:
            expected = sorted(
                way["id"] for way in raw_places[place.code]["ways"] if found.kind in way["reaches"]
            )
            assert sorted(option.way.id for option in found.options) == expected
            assert (found.nothing is None) == bool(expected)
            if found.lead:
                assert found.lead.in_force
                assert not found.lead.way.special


def test_no_lead_of_the_data_is_beaten_by_another(facts: Facts, raw_places: dict[str, Any]) -> None:
    """Among general ways in force, no pardons, no others' kinds: none counted is sooner."""
    for place in facts.places:
        raw = {way["id"]: way for way in raw_places[place.code]["ways"]}
        for found in WaysOf(place, TODAY).kinds:
            if not found.lead or "pardon" in found.lead.way.remedies:
                continue
            mine = raw[found.lead.way.id]["wait"][found.kind]
            for option in found.others:
                other = raw[option.way.id]
                rival = other["wait"][found.kind]
                skip = (
                    other["special"]
                    or other["status"] == "not_yet"
                    or "pardon" in other["remedies"]
                    or "juvenile" in (found.kind, other["reaches"][0])
                    or (found.kind, other["reaches"][0]) == ("non_conviction", "deferred")
                    or "age_floor" in other
                    or None in (rival["years"], mine["years"])
                )
                if not skip:
                    assert mine["years"] <= rival["years"], (place.code, found.kind, option.way.id)


def test_a_mark_on_the_whole_covers_its_parts(make: Make) -> None:
    way = Way.model_validate(make(unconfirmed=["wait", "limit.text", "fee: how much"]))
    assert way.is_marked("wait.misdemeanor")
    assert way.is_marked("wait.text")
    assert way.is_marked("limit.text")
    assert not way.is_marked("limit.rule")
    assert way.is_marked("fee")
    assert way.is_marked("fee.rule")


def test_what_follows_a_pardon_is_told_for_a_conviction_that_was_pardoned(
    make: Make, with_ways: Callable[..., WaysOf]
) -> None:
    """How to get the pardon stands under the convictions, once."""
    way = make(reaches=["felony", "pardoned"], remedies=["pardon", "seal"])
    ways = with_ways(way)
    assert only(ways, "felony").follows == []
    assert only(ways, "pardoned").follows == ["Seal the record (hide it from the public)"]
    assert only(with_ways(make(reaches=["pardoned"], remedies=["seal"])), "pardoned").follows == []


def test_the_first_step_is_a_sentence(make: Make, with_ways: Callable[..., WaysOf]) -> None:
    assert only(with_ways(make(steps=["Ask. Then wait.", "Go."]))).first_step == "Ask."
    assert only(with_ways(make(steps=[]))).first_step == ""
