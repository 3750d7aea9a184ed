from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import Context, reading_level
from record_relief.source.place import Jurisdiction

from tests.builders import TODAY, data_of, findings

HARD = (
    "Notwithstanding extraordinary jurisdictional considerations, administrative determinations "
    "necessitate comprehensive rehabilitative documentation. "
)


def test_accepts_plain_words(raw: dict[str, Any]) -> None:
    assert findings(reading_level.check, raw) == []


def test_accepts_a_hard_passage_among_plain_ones(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["hearing"]["text"] = "The adjudication necessitates documentation."
    assert findings(reading_level.check, raw) == []


def test_finds_a_place_that_is_hard_on_average_and_names_the_worst(
    raw: dict[str, Any], law: dict[str, Any]
) -> None:
    law["effect"] = HARD * 3
    law["hearing"]["text"] = HARD * 2
    law["fee"]["text"] = HARD
    ((path, message),) = findings(reading_level.check, raw)
    assert path == "jurisdictions.NY.summary"
    assert message.startswith("reads at grade ")
    average = float(message.removeprefix("reads at grade ").split(",")[0])
    assert average > reading_level.HIGHEST
    hardest = message.partition("; hardest: ")[2].split("; ")
    assert [passage.split(" (")[0] for passage in hardest] == [
        "relief.0.effect",
        "relief.0.hearing.text",
        "relief.0.fee.text",
    ]
    assert all(f'"{HARD[:60]}..."' in passage for passage in hardest)


def test_a_short_passage_is_not_named_for_its_grade_alone(
    raw: dict[str, Any], law: dict[str, Any]
) -> None:
    """What a reader meets most of comes first: the grade times the length."""
    law["effect"] = HARD * 4
    law["hearing"]["text"] = "Institutionalization necessitates rehabilitative considerations."
    law["fee"]["text"] = HARD * 2
    ((_, message),) = findings(reading_level.check, raw)
    assert message.partition("; hardest: ")[2].startswith("relief.0.effect (")


def test_a_place_without_words_hides_no_other(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["effect"] = HARD * 8
    data = data_of(raw)
    first, *others = data.jurisdictions
    assert first.code != "NY"
    silent = Jurisdiction.model_construct(**{**dict(first), "summary": "", "coverage_note": ""})
    changed = data.model_copy(update={"jurisdictions": [silent, *others]})
    found = list(reading_level.check(Context(changed, raw, TODAY)))
    assert [finding.path[1] for finding in found] == ["NY"]


def test_grade_eight_is_not_above_grade_eight(
    raw: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_level, "grade", lambda _: reading_level.HIGHEST)
    assert findings(reading_level.check, raw) == []


def test_statute_names_do_not_count(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["effect"] = f"The court clears it ({HARD.strip()} 440.10). " * 3
    assert findings(reading_level.check, raw) == []
