from __future__ import annotations

from typing import Any

from record_relief.lint import way_kinds

from tests.builders import findings


def test_accepts_a_kind_for_which_nothing_was_found(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["none_for"] = ["pardoned", "violation"]
    assert findings(way_kinds.check, raw) == []


def test_finds_a_kind_that_a_way_reaches_after_all(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["none_for"] = ["pardoned", "felony"]
    assert findings(way_kinds.check, raw) == [
        ("jurisdictions.NY.none_for.1", '"felony" is reached by the way "sealing"')
    ]


def test_finds_a_way_for_arrests_with_no_charge_that_does_not_say_so(
    raw: dict[str, Any], way: dict[str, Any]
) -> None:
    way |= {"name": "Arrests when no charge was filed", "reaches": ["non_conviction"]}
    way["wait"] = {"text": "You wait.", "non_conviction": way["wait"]["felony"]}
    assert findings(way_kinds.check, raw) == []
    way["special"] = True
    assert findings(way_kinds.check, raw) == [
        ("jurisdictions.NY.ways.0.name", 'says "no charge": needs "uncharged: true"')
    ]
    way["uncharged"] = True
    assert findings(way_kinds.check, raw) == []
    way["special"] = False
    message = (
        'is only for arrests with no charge: needs "special: true" and non_conviction among what '
        "it reaches"
    )
    assert findings(way_kinds.check, raw) == [("jurisdictions.NY.ways.0.uncharged", message)]


def test_finds_what_stands_twice(
    raw: dict[str, Any], place: dict[str, Any], way: dict[str, Any]
) -> None:
    way["reaches"] = ["misdemeanor", "felony", "misdemeanor"]
    way["remedies"] = ["seal", "seal"]
    place["none_for"] = ["pardoned", "pardoned"]
    assert findings(way_kinds.check, raw) == [
        ("jurisdictions.NY.ways.0.reaches.2", '"misdemeanor" stands twice'),
        ("jurisdictions.NY.ways.0.remedies.1", '"seal" stands twice'),
        ("jurisdictions.NY.none_for.1", '"pardoned" stands twice'),
    ]
