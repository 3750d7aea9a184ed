"""The page of the other ways: what each answer rests on, and why a mark stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.derive.quoting import Quoting
from record_relief.derive.site import Facts
from record_relief.derive.waycounts import way_counts
from record_relief.derive.wayspage import WaysPage
from record_relief.source.evidence import Data, Evidence, Ground, ReadText
from record_relief.source.place import Jurisdiction

from tests.builders import altered, data_of, raw_states

BEFORE, AFTER = date(2027, 11, 15), date(2027, 11, 17)


@pytest.fixture
def small() -> Data:
    return data_of(raw_states())


def page_of(data: Data, day: date) -> WaysPage:
    return Facts(data, day=day).ways_pages["NY"]


def test_each_way_has_an_answer_to_each_question_that_it_settles(small: Data) -> None:
    sealing, clean_slate = page_of(small, BEFORE).ways
    keys = [answer.key for answer in sealing.answers]
    assert {"reaches", "wait", "limit", "decision", "fee", "status", "steps", "effect"} <= set(keys)
    assert "needs" in keys
    # Nothing is needed, and nothing marks that.
    assert "needs" not in [answer.key for answer in clean_slate.answers]


def test_a_mark_says_why_it_stands(small: Data) -> None:
    sealing, _ = page_of(small, BEFORE).ways
    (fee,) = [answer.parts[0] for answer in sealing.answers if answer.key == "fee"]
    assert fee.unconfirmed
    assert fee.why
    (remedies,) = [answer.parts[0] for answer in sealing.answers if answer.key == "remedies"]
    assert not remedies.unconfirmed
    assert not remedies.why


def test_a_way_stands_as_it_does_on_the_day(small: Data) -> None:
    """Before, on and after a confirmed day: what is still ahead is told, what has come holds."""
    seen = {}
    for day in (BEFORE, date(2027, 11, 16), AFTER):
        _, way = page_of(small, day).ways
        seen[day] = (way.state.status, len(way.coming))
    assert list(seen.values()) == [("starting", 1), ("in_force", 0), ("in_force", 0)]


@pytest.fixture
def place(small: Data) -> Jurisdiction:
    return next(place for place in small.jurisdictions if place.code == "NY")


def test_only_ways_that_can_be_used_are_counted(place: Jurisdiction) -> None:
    def counts(**changes: Any) -> dict[str, tuple[int, int, int, int]]:
        ways = [altered(way, **changes).model_dump(by_alias=True) for way in place.ways]
        made = altered(place, ways=ways)
        found = way_counts([made], BEFORE)
        return {c.kind: (c.open, c.by_itself, c.pardon_only, c.nothing) for c in found}

    assert counts()["misdemeanor"] == (1, 1, 0, 0)
    assert counts()["felony"] == (1, 0, 0, 0)
    assert counts()["pardoned"] == (0, 0, 0, 1)
    assert counts(special=True)["felony"] == (0, 0, 1, 0)
    assert counts(remedies=["pardon"])["felony"] == (0, 0, 1, 0)
    later = {"status": "not_yet", "effective": date(2030, 1, 1), "next": [], "until": None}
    assert counts(**later)["felony"] == (0, 0, 0, 1)


def test_words_of_a_translated_law_say_that_they_are_a_translation() -> None:
    text = ReadText(
        id="T1", title="Ley 1, art. 2", url="https://example.org/", kind="statute", whole=True,
        current_to=None, translation_of="es",
    )  # fmt: skip
    evidence = Evidence(
        code="PR", read=date(2026, 1, 1), texts=[text], laws={}, amended=[], tell=[]
    )
    ground = Ground(text="T1", at=None, words="may ask the court", silent=None, reading=None)
    (quote,) = Quoting(evidence, {"wait": [ground]}, whole=True).quotes("wait")
    assert quote.lead == "In an English translation of the law:"
