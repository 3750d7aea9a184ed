"""What the law of a place adds to a form, on the small file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.derive.form_content import (
    TOLD_TO,
    Content,
    change_words,
    open_words,
    who_must,
)
from record_relief.derive.form_parts import (
    NO_FIRST_DAY,
    LawParts,
    cases_once,
    form_parts,
    law_bars,
    law_tests,
)
from record_relief.derive.rule_periods import Period
from record_relief.derive.rules import Audience, waits_for
from record_relief.derive.site import Facts
from record_relief.source.forms import Adds
from record_relief.source.place import Jurisdiction

from tests.builders import altered


def parts(
    place: Jurisdiction, adds: Adds, reader: str = "employer", **changes: Any
) -> list[LawParts]:
    """What is asked for in words of its own: what is barred stands beside all of it."""
    return [law for law in every(place, adds, reader, **changes) if not law.is_barred]


def every(
    place: Jurisdiction, adds: Adds, reader: str = "employer", **changes: Any
) -> list[LawParts]:
    changes = {"refusals": [], **changes}
    changed = altered(place, **{f"fair_chance__{name}": value for name, value in changes.items()})
    return form_parts([changed], reader, adds)


def notice(place: Jurisdiction, **changes: Any) -> dict[str, Any]:
    assert place.fair_chance
    return place.fair_chance.notices[0].model_dump() | {"must": ["a", "b", "c"]} | changes


def test_a_notice_names_its_place_and_law_and_who_must_follow_it(place: Jurisdiction) -> None:
    (law,) = parts(place, "final")
    assert (law.title, law.city, law.said) == (
        "One City: City Code § 1",
        "One City",
        ["The reasons"],
    )
    assert who_must(law) == "Who must follow it: private employers; offices; From 4 workers."
    assert not law.is_usual, "it binds offices alone"
    (factors,) = parts(place, "factors")
    assert (factors.title, factors.city) == ("New York: Labor Law § 4", "")
    assert not factors.is_usual, "it is not confirmed whom the state's law binds"
    assert who_must(factors) == (
        "Who may have to follow it: private employers. For private employers the state's main rule "
        "says: From 10 workers. Whom it reaches is not confirmed."
    )
    (factors,) = parts(place, "factors", unconfirmed=[])
    assert factors.is_usual
    assert who_must(factors) == (
        "Who must follow it: private employers. For private employers the state's main rule says: "
        "From 10 workers."
    )


@pytest.mark.parametrize(
    ("changed", "marked", "told"),
    [
        ({"threshold_text": None, "threshold": None}, "", "from what number on was not found"),
        ({}, "threshold", "From 4 workers"),
        ({}, "binds", "From 4 workers"),
    ],
)
def test_a_law_of_unsure_reach_may_bind_and_is_not_ticked(
    changed: dict[str, Any], marked: str, told: str, place: Jurisdiction
) -> None:
    """As "Which rules bind me?" says it: one place decides for both."""
    assert place.fair_chance
    (law,) = [each.model_dump() for each in place.fair_chance.local]
    marks = [{"field": f"local.one-city.{marked}", "about": None}] if marked else []
    changes = {"local": [law | changed], "unconfirmed": marks, "notices": [notice(place, only="")]}
    (found,) = parts(place, "final", **changes)
    assert who_must(found) == (
        f"Who may have to follow it: private employers; {told}. Whom it reaches is not confirmed."
    )
    assert (found.is_usual, found.is_maybe_usual, found.least) == (False, True, None)
    (narrow,) = parts(place, "final", **changes | {"notices": [notice(place)]})
    assert not narrow.is_maybe_usual, "it is for some only, too"
    (sure,) = parts(place, "final", **changes | {"local": [law], "unconfirmed": []})
    assert (sure.is_usual, sure.is_maybe_usual, sure.least) == (True, False, 4)


def test_forms_and_the_finder_agree_whom_a_law_surely_binds(facts: Facts) -> None:
    """For every law that the two tell of."""
    sides: tuple[tuple[Audience, str], ...] = (("employers", "employer"), ("landlords", "landlord"))
    for audience, reader in sides:
        laws = {
            (law.place.code, law.local and law.local.id): law
            for law in facts.binding[audience].laws
        }
        compared = 0
        for adds in ("factors", "final"):
            for part in form_parts(facts.places, reader, adds):
                law = laws[part.place.code, part.duty.local]
                number_is_for_it = not part.duty.any_size and law.least_for != "ask"
                if number_is_for_it and (part.may_bind or part.duty.local):
                    assert part.is_reach_open == law.is_reach_open, part.title
                    assert not (part.is_usual and law.is_reach_open), part.title
                    compared += 1
        assert compared


def test_what_a_city_bars_is_in_an_assessment_and_beside_a_notice(place: Jurisdiction) -> None:
    """Whoever weighs or refuses reads there, too, which records may play no part."""
    assert place.fair_chance
    local = place.fair_chance.local[0].model_dump() | {"never": ["arrests", "old records"]}
    mark = {"field": f"local.{local['id']}.never", "about": None, "items": [2]}
    test = a_test(local["id"])
    changes = {"local": [local], "unconfirmed": [mark], "refusals": [test]}
    (law,) = barred(place, "factors", **changes)
    assert law.said == ["Never ask about or use: arrests"]
    assert law.open == ["Never ask about or use: old records"]
    assert "safe course is to follow it" in open_words(law)
    for stage in ("facts", "first", "final"):
        (law,) = barred(place, stage, **changes)
        assert (law.said, law.sure) == ([], ["Never ask about or use: arrests"]), stage
        assert not law.offered, "a letter says nothing of it"
    assert not barred(place, "first", "landlord", **changes)


def test_what_cities_bar_stands_beside_dates_item_by_item(place: Jurisdiction) -> None:
    """Without the state's rule, which is no list, and without laws that are over."""
    assert place.fair_chance
    city = place.fair_chance.local[0].model_dump() | {"never": ["arrests", "old records"]}
    others = [city | {"id": "gone", "status": "ended"}, city | {"id": "silent", "never": []}]
    home = city | {"id": "home", "binds": ["landlords"], "never_for": "use"}
    changed = altered(
        place,
        fair_chance__local=[city, *others, home],
        fair_chance__unconfirmed=[{"field": "local.one-city.never", "about": None, "items": [2]}],
    )
    (law,) = law_bars([changed], "employer")
    assert [(part.say, part.confirmed) for part in law.parts] == [
        ("Never ask about or use: arrests", True),
        ("Never ask about or use: old records", False),
    ]
    assert (law.city, law.least) == ("One City", 4)
    (law,) = law_bars([changed], "landlord")
    assert [part.say for part in law.parts] == ["Never use: arrests", "Never use: old records"]


def barred(
    place: Jurisdiction, adds: Adds, reader: str = "employer", **changes: Any
) -> list[LawParts]:
    """Return what cities and counties bar."""
    return [law for law in every(place, adds, reader, **changes) if law.is_barred and law.city]


RULES = [
    ("cleared", "employer", "employment.cleared_records", "both", "unspecified"),
    ("cleared", "employer", "employment.cleared_records", "may_not_ask", "unspecified"),
    ("cleared", "employer", "employment.cleared_records", "may_deny", "unspecified"),
    ("cleared_renting", "landlord", "employment.cleared_records", "may_deny", "unspecified"),
    ("renting", "landlord", "housing", "broad", "none"),
    ("renting", "landlord", "housing", "limited", "unspecified"),
]


@pytest.mark.parametrize(("name", "reader", "path", "bars", "bars_not"), RULES)
def test_what_a_state_bars_stands_beside_the_forms_in_its_words(
    place: Jurisdiction, name: str, reader: str, path: str, bars: str, bars_not: str
) -> None:
    """Whole, in no letter, and by no number that its words do not name."""
    assert place.fair_chance
    section, _, field = path.partition(".")
    whole = getattr(place.fair_chance, section).model_dump()
    rule = whole[field] if field else whole
    rule |= {"text": "Never use old cases. Others may be used."}

    def found(coded: str, **changes: Any) -> list[LawParts]:
        rule["rule"] = coded
        return [
            law
            for adds in ("factors", "facts", "first", "final")
            for law in every(place, adds, reader, **{section: whole}, **changes)
            if law.rule == name
        ]

    told = found(bars)
    assert [law.sure for law in told] == [["Never use old cases. Others may be used."]] * 4
    assert not any(law.said or law.offered or law.least or law.exceptions for law in told)
    assert {who_must(law) for law in told} == {""}
    mark = {"field": f"{path}.text", "about": "some of it"}
    for law in found(bars, unconfirmed=[mark]):
        assert (law.sure, law.open) == ([], ["Never use old cases. Others may be used."])
        assert open_words(law).startswith("Not all of this is confirmed")
    assert found(bars_not) == []


def test_landlords_read_what_is_told_of_cleared_records_for_renting(place: Jurisdiction) -> None:
    """Also where the state has no other rule for them, and with the law that is told."""
    assert place.fair_chance
    work = place.fair_chance.employment.model_dump()
    work["cleared_records"] |= {
        "rule": "may_deny",
        "renting": "No one may use one.",
        "renting_law": {"citation": "Code § 9", "sources": []},
    }
    housing = place.fair_chance.housing.model_dump() | {"rule": "none"}
    found = every(place, "first", "landlord", employment=work, housing=housing)
    (law,) = (law for law in found if law.is_rule and not law.city)
    assert law.sure == ["No one may use one."]
    assert law.title.endswith("Code § 9")
    assert TOLD_TO[law.rule], "it speaks to the person with the record"


def test_a_city_without_a_test_of_its_own_is_told_in_the_words_of_its_law(
    place: Jurisdiction,
) -> None:
    """What is only reported is marked so; who weighs a record reads it, and plans with it."""
    assert place.fair_chance
    work = place.fair_chance.local[0].model_dump() | {"text": "Papers say: only old cases."}
    home = work | {"id": "home", "binds": ["landlords"], "rule": "limited"}
    mark = {"field": "local.home.text", "about": None}
    changes = {"local": [work, home], "unconfirmed": [mark], "refusals": []}
    for adds in ("facts", "first", "final"):
        told = [law for law in barred(place, adds, "landlord", **changes) if law.is_rule]
        assert [(law.sure, law.open) for law in told] == [([], ["Papers say: only old cases."])]
        assert not [law for law in barred(place, adds, **changes) if law.is_rule]
    (law,) = (law for law in barred(place, "factors", **changes) if law.is_rule)
    assert law.sure == ["Papers say: only old cases."]
    changed = altered(place, **{f"fair_chance__{name}": value for name, value in changes.items()})
    planned = [law for law in law_tests([changed], "landlord") if law.city]
    assert [(law.open, law.is_test) for law in planned] == [
        (["Papers say: only old cases."], False)
    ]
    tested = changes | {"refusals": [a_test("home", who="landlord", binds=["landlords"])]}
    assert not [law for law in barred(place, "first", "landlord", **tested) if law.is_rule]


def a_test(local: str, **changes: Any) -> dict[str, Any]:
    """Return when a city's law lets a record be the reason for a no."""
    return {
        "id": "test",
        "who": "employer",
        "local": local,
        "binds": ["private_employers"],
        "only": "",
        "text": "Only what bears on the job.",
        "citation": "Code § 8",
        "sources": [],
    } | changes


@pytest.mark.parametrize("confirmed", [True, False])
def test_what_changes_in_words_alone_is_told_once_with_its_law(
    place: Jurisdiction, *, confirmed: bool
) -> None:
    """A change that sets something is a part with a period of its own."""
    assert place.fair_chance
    told = {"day": date(2031, 1, 1), "text": "From 2031 all are bound.", "confirmed": confirmed}
    sets = told | {"text": "Ten then.", "set": {"threshold": 10}}
    city = place.fair_chance.local[0].model_dump() | {"next": [told, sets], "never": ["arrests"]}
    laws = cases_once(
        every(place, "factors", "employer", local=[city], refusals=[a_test(city["id"])])
    )
    own = [law for law in laws if law.city]
    assert len(own) > 1
    lead = "What changes" if confirmed else "Reported, but not confirmed"
    assert [change_words(law) for law in own] == [
        [f"{lead}: From 2031 all are bound."],
        *[[]] * (len(own) - 1),
    ]


@pytest.mark.parametrize("coded", ["fair_chance", "ban_the_box", "limited"])
def test_whoever_weighs_a_record_reads_the_whole_rule_of_the_state(
    place: Jurisdiction, coded: str
) -> None:
    """What it bars may stand in its words alone; with its number, and where it gives way."""
    assert place.fair_chance
    private = place.fair_chance.employment.private.model_copy(
        update={
            "rule": coded,
            "text": "Never use old cases.",
            "threshold": 6,
            "threshold_for": "both",
            "threshold_text": "six or more",
        }
    )
    employment = place.fair_chance.employment.model_copy(update={"private": private}).model_dump()
    gives_way = {
        "id": "own",
        "who": "employer",
        "local": None,
        "binds": ["private_employers"],
        "text": "small ones",
    }
    changes = {"employment": employment, "exceptions": [gives_way], "unconfirmed": []}
    (law,) = (law for law in every(place, "factors", **changes) if law.rule == "hiring")
    assert (law.sure, law.said, law.least) == (["Never use old cases."], [], 6)
    assert [case.text for case in law.exceptions] == ["small ones"]
    assert "six or more" in who_must(law)
    for stage in ("facts", "first", "final"):
        assert not any(law.rule == "hiring" for law in every(place, stage, **changes))


def test_the_test_of_a_law_is_in_an_assessment_and_beside_a_notice(place: Jurisdiction) -> None:
    """Whoever weighs all points of a law can still refuse against it."""
    assert place.fair_chance
    tests = [entry.model_dump() for entry in place.fair_chance.refusals]
    state, city = (entry["text"] for entry in tests)
    found = parts(place, "factors", refusals=tests)
    assert [law.said for law in found if law.is_test] == [[state], [city]]
    for stage in ("application", "first", "final"):
        found = [law for law in parts(place, stage, refusals=tests) if law.is_test]
        assert [(law.said, law.sure, law.is_aside) for law in found] == [
            ([], [state], True),
            ([], [city], True),
        ], stage
    mark = {"field": "refusals.employer.text", "about": None}
    first, *_ = parts(place, "first", refusals=tests[:1], unconfirmed=[mark])
    assert (first.said, first.sure, first.open) == ([], [], [state])


def test_nothing_is_decided_where_facts_are_asked_for(place: Jurisdiction) -> None:
    assert place.fair_chance
    tests = [entry.model_dump() for entry in place.fair_chance.refusals]
    asking = notice(place, stage="facts", local=None)
    (law,) = parts(place, "facts", notices=[asking], refusals=tests)
    assert not law.is_test
    assert parts(place, "first", notices=[asking], times=[]) == []


def test_a_letter_carries_the_time_to_complain_that_is_for_it(place: Jurisdiction) -> None:
    """Nobody who was refused a job reads how long there is to complain about a home."""
    telling = [{"part": 1, "say": "Time to complain: {deadline}."}]
    office = {"name": "The Commission", "url": None, "deadline": "2 years", "sources": []}
    office["renting"] = {"name": "The Commission", "deadline": "1 year"}
    letter = notice(place, local=None, words=telling)
    for who, time in (("employer", "2 years"), ("landlord", "1 year")):
        for starts, said in (
            # A number of years is no day while nobody knows where it begins.
            (None, f"Time to complain: {time}. Ask that office from which day this time runs."),
            ("the act", f"Time to complain: {time}, from the act."),
        ):
            given = {"notices": [letter | {"who": who}], "complain": office | {"starts": starts}}
            (law,) = parts(place, "final", who, times=[], **given)
            assert [ready.say for ready in law.said_parts[0].words] == [said]


def test_a_narrower_duty_can_be_the_usual_one(place: Jurisdiction) -> None:
    narrow = notice(place, only="convictions from before the job")
    assert [law.is_usual for law in parts(place, "final", notices=[narrow])] == [False]
    usual = narrow | {"usual": True}
    assert [law.is_usual for law in parts(place, "final", notices=[usual])] == [True]


def test_the_state_comes_first_and_other_readers_and_stages_not_at_all(place: Jurisdiction) -> None:
    state = notice(place, id="state", local=None, only="")
    listed = [notice(place), state, notice(place, stage="first")]
    found = parts(place, "final", notices=listed, unconfirmed=[])
    assert [law.city for law in found] == ["", "One City"]
    assert [law.is_usual for law in found] == [True, False]
    public = state | {"binds": ["public_employers"]}
    assert [law.is_usual for law in parts(place, "final", notices=[public])] == [False]
    assert parts(place, "final", notices=[state | {"who": "landlord"}]) == []
    assert form_parts([place.model_copy(update={"fair_chance": None})], "employer", "final") == []


@pytest.mark.parametrize(
    ("items", "said"),
    [(None, []), ([2, 3], ["A"]), ([], ["A", "B", "C"]), ("no mark", ["A", "B", "C"])],
)
def test_what_is_not_confirmed_is_not_said(
    place: Jurisdiction, items: list[int] | str | None, said: list[str]
) -> None:
    mark = {"field": "notices.one-city-final.must", "about": "some", "items": items}
    marks = [] if items == "no mark" else [mark]
    (law,) = parts(place, "final", notices=[notice(place)], unconfirmed=marks)
    assert law.said == said
    assert law.said + law.open == ["A", "B", "C"]
    assert open_words(law).startswith("Not confirmed in the law itself. The safe course is")


def test_a_time_and_a_point_to_weigh_are_put_in_as_they_stand(place: Jurisdiction) -> None:
    """Whoever wants to be safe ticks them; no test, which is read before a no."""
    assert place.fair_chance
    time = waits_for(place.fair_chance, "employer")[0]
    points = place.fair_chance.factors[0]
    for stage, marked in (("first", f"times.{time.id}.days"), ("factors", "")):
        marked = marked or f"factors.{points.id}.weigh"
        laws = parts(place, stage, unconfirmed=[{"field": marked, "about": None}])
        (law,) = (law for law in laws if law.open and not law.is_doubtful)
        assert [[ready.say for ready in part.words] for part in law.offered] == [
            [say] for say in law.open
        ]
        assert law.open
        assert open_words(law).endswith("Tick what you want to print:")
    tests = [place.fair_chance.refusals[0].model_dump()]
    mark = {"field": f"refusals.{tests[0]['id']}.text", "about": None}
    first, *_ = parts(place, "factors", refusals=tests, unconfirmed=[mark], factors=[])
    assert first.is_test
    assert not first.offered
    assert "Ask a lawyer before you say no" in open_words(first)


@pytest.mark.parametrize(
    ("status", "begins"),
    [
        ("doubtful", "In doubt, because a state law may block it. The safe course"),
        ("not_yet", "Not in force before July 1, 2030. The safe course"),
    ],
)
def test_a_law_that_may_not_stand_is_in_a_letter_only_by_choice(
    place: Jurisdiction, status: str, begins: str
) -> None:
    """In words that say nothing of the law, and with its own doubt or day beside the letter."""
    assert place.fair_chance
    local = place.fair_chance.local[0].model_dump() | {
        "status": status,
        "doubt": "a state law may block it",
        "effective": date(2030, 7, 1),
    }
    (law,) = parts(place, "final", local=[local])
    assert (law.said, law.open, law.offered) == ([], ["The reasons"], [])
    assert not law.is_usual
    assert open_words(law).startswith(begins)
    worded = notice(place, words=[{"part": 2, "say": "Our reasons", "how": "fill"}])
    (law,) = parts(place, "final", local=[local], notices=[worded])
    assert [part.heading for part in law.offered] == ["Our reasons"]
    assert parts(place, "final", local=[local | {"status": "ended"}]) == []


def test_a_part_has_words_for_each_case_that_other_factors_count_in(place: Jurisdiction) -> None:
    assert place.fair_chance
    one = place.fair_chance.factors[0].model_dump() | {"local": None}
    one["to_person"] = [f"your {say}" for say in one["weigh"]]
    factors = [one | {"id": "old", "only": "old cases"}, one | {"id": "new", "only": "new cases"}]
    asking = notice(place, local=None, words=[{"part": 1, "say": "We weigh this. {factors}"}])
    (law,) = parts(place, "final", notices=[asking], factors=factors)
    found = law.said_parts[0].words
    assert [ready.only for ready in found] == ["Old cases", "New cases"]
    said = f"We weigh this. {'; '.join(one['to_person'])}."
    assert [ready.say for ready in found] == [said, said]


def test_a_first_notice_says_the_days_to_answer_or_to_wait(place: Jurisdiction) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump()
    times = [time | {"id": name, "purpose": name} for name in ("answer", "wait", "reply")]
    found = parts(place, "first", times=[time | {"starts": "the notice"} for time in times])
    assert [law.said for law in found] == [
        ["You have at least 3 business days to answer this letter."],
        ["We wait at least 3 business days before the final decision."],
    ]
    assert all(law.is_days for law in found)
    # From the day the person has it, where the law says so or nothing says from when.
    for start in ({"starts": None}, {"starts": "receipt", "on_receipt": True}):
        found = parts(place, "first", times=[each | start for each in times[:2]])
        assert all("from the day you have" in law.said[0] for law in found)
    # Once: where the words of a notice tell the days, no other sentence does.
    telling = notice(
        place,
        stage="first",
        who=time["who"],
        local=time["local"],
        words=[{"part": 1, "say": "You have {wait}."}],
    )
    (law,) = parts(place, "first", times=[times[0] | {"starts": "the notice"}], notices=[telling])
    assert [ready.say for ready in law.said_parts[0].words] == ["You have 3 business days."]
    # A letter says from when it counts where no law that was read does.
    (law,) = parts(place, "first", times=[times[0] | {"starts": None}], notices=[telling])
    assert [ready.say for ready in law.said_parts[0].words] == [
        "You have 3 business days. We count these days from the day you have this letter with its "
        "papers."
    ]
    mark = {"field": "times.answer.unit", "about": None}
    assert [law.said for law in parts(place, "first", times=times[:1], unconfirmed=[mark])] == [[]]
    assert parts(place, "final", times=times, notices=[]) == []


def test_a_time_whose_first_day_nobody_read_says_so(place: Jurisdiction) -> None:
    assert place.fair_chance
    time = place.fair_chance.times[0].model_dump() | {"purpose": "appeal", "text": "Ten days."}
    for starts, said in (("the notice", "Ten days."), (None, f"Ten days. {NO_FIRST_DAY}")):
        (law,) = parts(place, "final", times=[time | {"starts": starts}], notices=[])
        assert law.sure == [said]


def test_no_letter_gives_days_of_which_nobody_knows_the_first(facts: Facts) -> None:
    """Wherever a law counts from receipt, or what was read does not say from when."""
    told = []
    for reader in ("employer", "landlord"):
        for law in form_parts(facts.places, reader, "first"):
            spans = [span for span in waits_for(law.fair, reader) if span.local == law.duty.local]
            unsure = [span for span in spans if span.on_receipt or not span.starts]
            said = [law.said] if law.is_days else []
            said += [[ready.say for ready in part.words] for part in law.said_parts]
            counts = [f"{span.days} {span.unit} days" for span in unsure]
            told += [
                words
                for found in said
                for words in found
                if any(count in words for count in counts)
            ]
    assert told
    assert [words for words in told if "from the day" not in words] == []


@pytest.mark.parametrize(
    ("covers", "least"), [("both", 10), ("rule", 10), ("ask", None)], ids=lambda value: str(value)
)
def test_a_duty_is_for_the_number_of_its_law_unless_that_is_for_the_wait_to_ask(
    covers: str, least: int | None, place: Jurisdiction
) -> None:
    assert place.fair_chance
    private = place.fair_chance.employment.private.model_dump()
    work = place.fair_chance.employment.model_dump()
    work["private"] = private | {"threshold": 10, "threshold_for": covers, "below": "Small: less."}
    state = notice(place, id="state", local=None, only="")
    (law,) = parts(place, "final", notices=[state], employment=work, unconfirmed=[])
    assert law.least == least
    assert who_must(law).endswith(" Small: less.")
    for point in ("threshold", "below"):
        open_point = [{"field": f"employment.private.{point}", "about": None}]
        (law,) = parts(place, "final", notices=[state], employment=work, unconfirmed=open_point)
        assert law.is_reach_open is (point == "threshold" and covers != "ask")
        assert who_must(law).endswith(" Small: less. Whom it reaches is not confirmed.")
    (law,) = parts(place, "final", notices=[state | {"any_size": True}], employment=work)
    assert law.least is None
    assert who_must(law).endswith(" This part binds whatever the number.")
    public = state | {"binds": ["public_employers"]}
    (law,) = parts(place, "final", notices=[public], employment=work)
    assert law.least is None, "the number is that of private employers"


def test_a_duty_tells_only_the_cases_of_its_own_rule(place: Jurisdiction) -> None:
    """Who need not wait to ask must still weigh, and write; and who may see what was cleared."""
    assert place.fair_chance
    (case,) = [entry.model_dump() for entry in place.fair_chance.exceptions]
    cases = [
        case
        | {"binds": ["private_employers"], "text": f"case of {rule}", "id": str(rule), "rule": rule}
        for rule in (None, "ask", "cleared")
    ]
    work = place.fair_chance.employment.model_dump()
    work["cleared_records"]["rule"] = "both"
    found = every(place, "factors", exceptions=cases, employment=work, unconfirmed=[])
    told = {law.is_rule: [each.text for each in law.exceptions] for law in found if not law.city}
    assert told == {False: ["case of None"], True: ["case of cleared"]}


def test_a_form_tells_the_cases_of_a_law_once(facts: Facts) -> None:
    for form in facts.forms:
        adds = Content(form, facts).adds
        for day in sorted({facts.day, *(law.period.since or date.min for law in adds)}):
            told = [
                (law.place.code, law.duty.local, case.text)
                for law in adds
                if law.period.holds(day) and not law.period.is_reported
                for case in law.exceptions
            ]
            assert len(told) == len(set(told)), form.id
            # And leaves none out.
            places = [
                stretch.sure
                for one in facts.rule_stretches
                for stretch in one
                if Period(stretch.since, stretch.until).holds(day)
            ]
            parts = form_parts(places, form.for_[0], form.adds) if form.adds else []
            assert set(told) == {
                (law.place.code, law.duty.local, case.text)
                for law in parts
                for case in law.exceptions
            }


def test_a_case_that_nothing_shows_is_not_told_as_the_laws(place: Jurisdiction) -> None:
    """In a form, and in its file, which has no marks of a page."""
    assert place.fair_chance
    (case,) = [entry.model_dump() for entry in place.fair_chance.exceptions]
    cases = [
        case | {"binds": ["private_employers"], "text": text, "id": text} for text in ("a", "b")
    ]
    mark = {"field": "exceptions.b.text", "about": None}
    (law,) = parts(place, "factors", exceptions=cases, unconfirmed=[mark])
    assert [(found.text, found.confirmed) for found in law.exceptions] == [
        ("a", True),
        ("b", False),
    ]
    assert [found.told() for found in law.exceptions] == ["a", "b (not confirmed)"]


@pytest.mark.parametrize("field", ["complain.deadline", "complain.renting.deadline"])
def test_a_letter_names_no_time_to_complain_that_nothing_shows(
    place: Jurisdiction, field: str
) -> None:
    """About renting it is that for renting, where the two are not the same."""
    office = {"name": "An office", "url": None, "deadline": "a year", "sources": []}
    office["renting"] = {"name": "A court", "deadline": "two years"}
    mark = {"field": field, "about": None}
    says = [{"part": 1, "say": "You may complain for {deadline}."}]
    found = {}
    for reader in ("employer", "landlord"):
        binds = ["landlords" if reader == "landlord" else "private_employers"]
        asked = notice(place, who=reader, local=None, binds=binds, words=says)
        changes = {"complain": office, "notices": [asked], "unconfirmed": [mark]}
        (law,) = parts(place, "final", reader, **changes)
        found[reader] = bool(law.parts[0].words)
    renting = field == "complain.renting.deadline"
    assert found == {"employer": renting, "landlord": not renting}


def test_what_is_for_public_employers_alone_is_not_told_to_private_ones(
    place: Jurisdiction,
) -> None:
    """A case in which a law gives way, and a change in words alone."""
    change = {"day": date(2030, 1, 1), "text": "Smaller agencies, too.", "confirmed": True}
    case = {
        "id": "police",
        "who": "employer",
        "local": None,
        "binds": ["public_employers"],
        "text": "police",
    }
    for binds, is_told in (
        (["private_employers", "public_employers"], False),
        (["public_employers"], True),
    ):
        (law,) = parts(
            place,
            "final",
            notices=[notice(place, local=None, binds=binds, stage="final", words=[])],
            exceptions=[case],
            employment__public__next=[change],
        )
        assert bool(law.exceptions) == is_told
        assert bool(law.changes) == is_told
