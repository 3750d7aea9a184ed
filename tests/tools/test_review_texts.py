"""Which texts are due to be read again: by what hangs on them, and by age."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import review

from tests.builders import data_of, raw_evidence, raw_place, raw_states


@pytest.fixture
def raw() -> dict[str, Any]:
    return raw_states()


def texts_due(raw: dict[str, Any], evidence: dict[str, Any], kind: str) -> list[str]:
    """Return the texts that are due, with the number of values, in order."""
    items = review.due(data_of(raw, evidence), date(2026, 11, 27), {})
    return [f"{item.entry}: {item.message}" for item in items if item.kind == kind]


def test_texts_read_in_part_are_listed_by_what_hangs_on_them(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    whole, bill, summary = evidence["NY"]["texts"]
    before = texts_due(raw, evidence, "part")
    assert [line.split(":")[0] for line in before] == ["NY.texts[T2]", "NY.texts[T3]"]
    assert "values: 2, not known how current" in before[0]
    assert "values: 1, current to in spring 2026" in before[1]
    whole["whole"] = False
    assert texts_due(raw, evidence, "part")[0].startswith("NY.texts[T1]")
    bill["whole"] = summary["whole"] = whole["whole"] = True
    assert texts_due(raw, evidence, "part") == []


def test_of_texts_on_which_as_much_hangs_the_older_comes_first(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    _, bill, summary = evidence["NY"]["texts"]
    proof = evidence["NY"]["laws"]["vacatur"]["proof"]
    proof["timing.deadline"].append({"text": "T2", "words": "not late"})
    proof["effect"].append({"text": "T3", "words": "gone"})
    proof["timing.wait"].append({"text": "T3", "words": "no wait"})
    bill["current_to"], summary["current_to"] = "Act 3 of 2025", "the acts of 2019 to 2024"
    found = texts_due(raw, evidence, "part")
    assert [line.split(":")[0] for line in found] == ["NY.texts[T3]", "NY.texts[T2]"]


def test_old_texts_are_listed_by_age(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    whole, bill, summary = evidence["NY"]["texts"]
    assert [line.split(":")[0] for line in texts_due(raw, evidence, "old")] == ["NY.texts[T2]"]
    whole["current_to"], bill["current_to"], summary["current_to"] = (
        "2019-03",
        "2024",
        "Act 1997 of 2010",
    )
    old = texts_due(raw, evidence, "old")
    assert [line.split(":")[0] for line in old] == ["NY.texts[T3]", "NY.texts[T1]", "NY.texts[T2]"]
    bill["current_to"] = "2025-01"
    assert len(texts_due(raw, evidence, "old")) == 2


def test_a_text_that_nothing_rests_on_is_not_due(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    evidence["NY"]["texts"].append({**evidence["NY"]["texts"][1], "id": "T9"})
    listed = [*texts_due(raw, evidence, "part"), *texts_due(raw, evidence, "old")]
    assert listed
    assert not any("T9" in line for line in listed)


def test_values_that_a_law_firm_or_a_summary_alone_shows_are_listed(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    proof = evidence["NY"]["fair"]["proof"]
    proof["local.one-city.ask"] = [{"text": "T3", "words": "after an offer"}]
    # No words: the sources of the entry are what it was known from.
    del proof["employment.lookback.years"]
    place = raw_place(raw, "NY")
    place["fair_chance"]["unconfirmed"] += [
        {"field": field, "about": None}
        for field in ("local.one-city.ask", "employment.lookback.years")
    ]
    weak = texts_due(raw, evidence, "weak")
    assert [line.split(": ")[0] for line in weak] == ["NY.fair_chance.local.one-city.ask"]
    firm = next(source for source in place["sources"] if source["id"] == "F4")
    firm["kind"] = "law_firm"
    weak = texts_due(raw, evidence, "weak")
    assert [line.split(": ")[0] for line in weak] == [
        "NY.fair_chance.employment.lookback.years",
        "NY.fair_chance.local.one-city.ask",
    ]
    assert place["fair_chance"]["employment"]["lookback"]["sources"] == ["F4"]
