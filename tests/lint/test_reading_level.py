from __future__ import annotations

from typing import Any

from record_relief.lint import reading_level

from tests.builders import findings

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


def test_statute_names_do_not_count(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["effect"] = f"The court clears it ({HARD.strip()} 440.10). " * 3
    assert findings(reading_level.check, raw) == []
