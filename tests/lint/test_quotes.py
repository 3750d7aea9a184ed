from __future__ import annotations

from typing import Any

from record_relief.lint import quotes

from tests.builders import findings


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_accepts_forty_words_and_no_quote(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["quote"] = f"  {words(20)}\n{words(20)} "
    raw["facts"][0]["quote"] = None
    assert findings(quotes.check, raw) == []


def test_finds_a_longer_quote_of_a_law(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["quote"] = words(41)
    assert findings(quotes.check, raw) == [
        ("jurisdictions.NY.relief.0.quote", "has 41 words; at most 40 are allowed")
    ]


def test_finds_a_longer_quote_of_a_fact(raw: dict[str, Any]) -> None:
    raw["facts"][0]["quote"] = words(60)
    assert findings(quotes.check, raw) == [
        ("facts.report-rule.quote", "has 60 words; at most 40 are allowed")
    ]
