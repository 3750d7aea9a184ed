from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_values

from tests.builders import findings

SILENT = [{"text": "T1", "silent": True}]
WORDS = [{"text": "T1", "words": "a lease"}]


@pytest.mark.parametrize(
    ("path", "where", "said"),
    [
        ("employment.public.rule", "employment.public.rule", 'is "ban_the_box", which'),
        ("employment.lookback.years", "employment.lookback.years", 'is "7", which'),
        ("times.employer-answer.days", "times.0.days", 'is "3", which'),
        ("factors.employer.weigh", "factors.0.weigh", "says something, which"),
    ],
)
def test_finds_a_rule_that_rests_on_silence(
    path: str, where: str, said: str, raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["fair"]["proof"][path] = SILENT
    assert findings(fair_values.check, raw, evidence=evidence) == [
        (f"jurisdictions.NY.fair_chance.{where}", f"{said} needs words; silence can't say it")
    ]


@pytest.mark.parametrize("grounds", [SILENT, WORDS])
def test_accepts_that_there_is_none_from_silence_or_words(
    grounds: list[dict[str, Any]],
    raw: dict[str, Any],
    place: dict[str, Any],
    evidence: dict[str, Any],
) -> None:
    place["fair_chance"]["housing"]["rule"] = "none"
    place["fair_chance"]["employment"]["lookback"]["years"] = None
    for path in ("housing.rule", "employment.lookback.years"):
        evidence["NY"]["fair"]["proof"][path] = grounds
    assert findings(fair_values.check, raw, evidence=evidence) == []


def test_what_a_text_does_not_say_needs_a_reading_of_its_words(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["fair"]["proof"]["housing.rule"] = WORDS
    assert findings(fair_values.check, raw, evidence=evidence) == [
        (
            "jurisdictions.NY.fair_chance.housing.rule",
            'is "unspecified", but rests on words without a "reading" that says why',
        )
    ]
    read = [{**WORDS[0], "reading": "It names no landlord."}]
    evidence["NY"]["fair"]["proof"]["housing.rule"] = read
    assert findings(fair_values.check, raw, evidence=evidence) == []


def test_accepts_anything_beside_a_mark(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["fair"]["proof"]["employment.public.rule"] = SILENT
    place["fair_chance"]["unconfirmed"].append({"field": "employment.public", "about": None})
    assert findings(fair_values.check, raw, evidence=evidence) == []
