"""News stands in the text until its last day, and leaves by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.derive.current import current
from record_relief.derive.site import Facts
from record_relief.source.evidence import Data

from tests.builders import data_of, raw_place, raw_states

LAST = date(2026, 4, 30)


@pytest.fixture
def told() -> Data:
    """The small file, with news of a helper, of an organisation and of a list."""
    raw: dict[str, Any] = raw_states()
    place = raw_place(raw, "NY")
    local = next(entry for entry in place["help"] if entry.get("name"))
    for entry in (raw["organisations"][0], local, place["medicaid_list"]):
        entry["text"] = "It lasts."
        entry["news"] = [{"text": "It is shut.", "until": LAST}]
    return data_of(raw)


def texts(data: Data) -> list[str | None]:
    """Return the three texts with news."""
    place = next(place for place in data.jurisdictions if place.code == "NY")
    local = next(entry for entry in place.help if entry.name)
    assert place.medicaid_list
    return [data.organisations[0].text, local.text, place.medicaid_list.text]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 4, 29), "It lasts. It is shut."),
        (LAST, "It lasts. It is shut."),
        (date(2026, 5, 1), "It lasts."),
    ],
)
def test_news_is_told_to_its_last_day(told: Data, day: date, text: str) -> None:
    assert texts(current(told, day)) == [text] * 3
    assert texts(Facts(told, (), day).data) == [text] * 3


def test_what_has_no_news_is_the_same(told: Data) -> None:
    without = next(place for place in told.jurisdictions if place.code == "OH")
    assert current(without, LAST) is without


def test_a_version_does_not_depend_on_the_day(told: Data) -> None:
    """What is published for machines keeps the news, with its last day."""
    early, late = (Facts(told, (), day).release for day in (LAST, date(2027, 1, 1)))
    assert early.version == late.version
    news = [{"text": "It is shut.", "until": "2026-04-30"}]
    assert late.content["organisations"][0]["news"] == news
