"""What a place answers to the questions about general ways, at each edge of their answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from record_relief.derive.questions import Row, compare
from record_relief.source.place import Jurisdiction

from tests.builders import altered, raw_place, raw_states

TODAY = date(2026, 11, 28)
PARDON = {"remedies": ["pardon"]}
YOUNG = {"start": "age"}


def way(kind: str, years: float | None = 0, **changes: Any) -> dict[str, Any]:
    """Return a general way for one kind of record as plain values, with this wait."""
    found = raw_place(raw_states(), "NY")["ways"][0]
    start = changes.pop("start", "sentence")
    wait = {"years": years, "longest": years, "from": start, "by": ""}
    found |= {"reaches": [kind], "unconfirmed": [], "wait": {"text": "You wait.", kind: wait}}
    return {**found, "id": f"{kind.replace('_', '-')}-{years}".replace(".", "-"), **changes}


def row(place: Jurisdiction, question: str, *ways: dict[str, Any], day: date = TODAY) -> Row:
    """Return how a place that has these ways answers on a day."""
    return compare([altered(place, ways=list(ways))], day=day)[question].by_code["NY"]


@pytest.mark.parametrize(
    ("years", "key"),
    [
        (0, "no_wait"),
        (0.08, "up_to_three"),
        (3, "up_to_three"),
        (4, "four_to_seven"),
        (7, "four_to_seven"),
        (8, "eight"),
        (None, "unknown"),
    ],
)
@pytest.mark.parametrize(
    ("question", "kind"), [("misdemeanors", "misdemeanor"), ("felonies", "felony")]
)
def test_the_wait_for_a_conviction(
    place: Jurisdiction, question: str, kind: str, years: float | None, key: str
) -> None:
    found = row(place, question, way(kind, years))
    assert found.answer.key == key
    assert found.details[0].labels == (found.answer.label, "Sealing of old convictions")
    other = "felony" if kind == "misdemeanor" else "misdemeanor"
    assert row(place, question, way(other, years)).answer.key == "unknown"


@pytest.mark.parametrize(
    ("years", "key"),
    [(0, "no_wait"), (0.08, "one"), (1, "one"), (1.5, "more"), (2, "more"), (None, "open")],
)
def test_the_wait_for_a_dismissed_case(place: Jurisdiction, years: float | None, key: str) -> None:
    assert row(place, "dismissed", way("non_conviction", years)).answer.key == key


def test_an_age_is_no_number_of_years(place: Jurisdiction) -> None:
    assert row(place, "misdemeanors", way("misdemeanor", 18, **YOUNG)).answer.key == "unknown"
    assert row(place, "dismissed", way("non_conviction", 18, **YOUNG)).answer.key == "open"


@pytest.mark.parametrize(
    ("question", "after", "without"),
    [("felonies", "pardon", "eight"), ("pardon-needed", "yes", "no")],
)
def test_a_pardon_answers_only_where_nothing_else_does(
    place: Jurisdiction, question: str, after: str, without: str
) -> None:
    pardon, pardoned, plain = way("felony", 0, **PARDON), way("pardoned", 0), way("felony", 10)
    assert row(place, question, pardon).answer.key == after
    assert row(place, question, pardoned).answer.key == after
    assert row(place, question, pardon, pardoned, plain).answer.key == without
    assert row(place, question).answer.key == "unknown"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("misdemeanors", "misdemeanor"),
        ("felonies", "felony"),
        ("by-itself", "felony"),
        ("dismissed", "non_conviction"),
        ("pardon-needed", "felony"),
    ],
)
def test_what_is_for_special_cases_or_has_not_begun_does_not_answer(
    place: Jurisdiction, question: str, kind: str
) -> None:
    automatic = {"automatic": "yes", "steps": ["Check. If not, ask."]}
    day = date(2027, 10, 1)
    coming = way(kind, 0, **automatic, status="not_yet", effective=day)
    assert row(place, question, way(kind, 0, **automatic)).answer.key != "unknown"
    assert row(place, question, way(kind, 0, **automatic, special=True)).answer.key == "unknown"
    keys = [
        row(place, question, coming, day=day + timedelta(days=days)).answer.key
        for days in (-1, 0, 1)
    ]
    assert keys[0] == "unknown"
    assert "unknown" not in keys[1:]


def test_a_way_for_arrests_with_no_charge_is_named_and_answers_nothing(
    place: Jurisdiction,
) -> None:
    ended = way("non_conviction", 2, id="ended")
    only = way("non_conviction", 0, id="only", special=True, uncharged=True, name="Arrests alone")
    found = row(place, "dismissed", ended, only)
    assert found.answer.key == "more"
    (answering, beside) = found.details
    assert (answering.answers, beside.answers) == (True, False)
    assert beside.labels == ("Arrests alone",)
    assert beside.below == "other-ways/#way-only"
    assert [len(row(place, name, ended, only).details) for name in ("felonies", "by-itself")] == [
        1,
        1,
    ]
    late = {**only, "status": "not_yet", "effective": date(2030, 1, 1)}
    assert len(row(place, "dismissed", ended, late).details) == 1


@pytest.mark.parametrize(
    ("kinds", "key"),
    [
        (["felony", "juvenile"], "convictions"),
        (["violation"], "convictions"),
        (["non_conviction", "juvenile"], "ended"),
        (["deferred"], "ended"),
        (["juvenile"], "juvenile"),
        (["pardoned"], "unknown"),
        ([], "unknown"),
    ],
)
def test_what_happens_by_itself(place: Jurisdiction, kinds: list[str], key: str) -> None:
    ways = [way(kind, automatic="partly", id=f"way-{n}") for n, kind in enumerate(kinds)]
    by_asking = way("misdemeanor", id="by-asking")
    assert row(place, "by-itself", by_asking, *ways).answer.key == key
    grace = way("felony", automatic="yes", **PARDON)
    assert row(place, "by-itself", grace, *ways).answer.key == key


@pytest.mark.parametrize(
    ("mark", "marked"),
    [
        ("wait.felony: drunk driving", {"felonies"}),
        ("status", {"felonies", "by-itself", "pardon-needed"}),
        ("reaches.felony", {"felonies", "by-itself", "pardon-needed"}),
        ("automatic", {"by-itself"}),
        ("remedies", {"pardon-needed"}),
        ("fee", set()),
    ],
)
def test_a_mark_reaches_the_answers_that_rest_on_it(
    place: Jurisdiction, mark: str, marked: set[str]
) -> None:
    one = way("felony", 5, automatic="yes", unconfirmed=[mark])
    found = compare([altered(place, ways=[one])], day=TODAY)
    asked = ("misdemeanors", "felonies", "by-itself", "dismissed", "pardon-needed")
    assert {name for name in asked if found[name].by_code["NY"].unconfirmed} == marked
    # One that is sure is enough for "some happens by itself".
    sure = row(place, "by-itself", one, way("misdemeanor", automatic="yes", id="sure"))
    assert not sure.unconfirmed


def test_that_nothing_comes_by_itself_is_as_sure_as_each_way(place: Jurisdiction) -> None:
    assert row(place, "by-itself", way("felony", unconfirmed=["automatic"])).unconfirmed
    assert not row(place, "by-itself", way("felony")).unconfirmed


def test_an_answer_leads_to_the_way_that_it_rests_on(place: Jurisdiction) -> None:
    found = row(place, "felonies", way("felony", 9, id="late"), way("felony", 2, id="soon"))
    assert [detail.below for detail in found.details] == ["other-ways/#way-soon"]
