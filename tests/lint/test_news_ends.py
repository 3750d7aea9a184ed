from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import help_listed, news_ends

from tests.builders import findings

NEWS = [{"text": "It is shut until May 1, 2026.", "until": "2026-05-01"}]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Closed from May 1 to May 30, 2026.", "to May 30, 2026"),
        ("Shut until fall 2026.", "until fall 2026"),
        ("It takes calls through 2027.", "through 2027"),
        ("The pause ends in May 2026.", "ends in May 2026"),
    ],
)
def test_finds_an_end_in_what_lasts(
    raw: dict[str, Any], place: dict[str, Any], text: str, end: str
) -> None:
    message = f'says "{end}"; put what ends into `news`, with its last day as `until`'
    raw["organisations"][0]["text"] = text
    place["medicaid_list"]["text"] = text
    index = next(n for n, entry in enumerate(place["help"]) if entry.get("name"))
    place["help"][index]["text"] = text
    assert findings(news_ends.check, raw) == [
        ("organisations.national-hotline.text", message),
        (f"jurisdictions.NY.help.{index}.text", message),
        ("jurisdictions.NY.medicaid_list.text", message),
    ]


def test_accepts_news_and_other_days(raw: dict[str, Any]) -> None:
    organisation = raw["organisations"][0]
    organisation["text"] = "Since 2019. In 2023 it graded the laws. From 9 to 5."
    organisation["news"] = [{**NEWS[0], "until": raw["topics"][0]["checked"]}]
    assert findings(news_ends.check, raw) == []


def test_news_of_an_organisation_stands_with_it(raw: dict[str, Any], place: dict[str, Any]) -> None:
    index = next(n for n, entry in enumerate(place["help"]) if entry.get("organisation"))
    place["help"][index]["news"] = [{**NEWS[0], "until": raw["topics"][0]["checked"]}]
    assert findings(help_listed.check, raw) == [
        (f"jurisdictions.NY.help.{index}", "has an organisation; say the rest there, once")
    ]
