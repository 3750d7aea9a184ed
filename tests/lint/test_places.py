from __future__ import annotations

from typing import Any

from record_relief.lint import places

from tests.builders import findings, raw_place


def test_accepts_all_places(raw: dict[str, Any]) -> None:
    assert findings(places.check, raw) == []


def test_finds_places_that_are_missing(raw: dict[str, Any]) -> None:
    raw["jurisdictions"] = [p for p in raw["jurisdictions"] if p["code"] not in ("GU", "NY")]
    assert findings(places.check, raw) == [("jurisdictions", "lacks NY, GU")]


def test_finds_a_place_that_is_not_one(raw: dict[str, Any]) -> None:
    raw_place(raw, "GU")["code"] = "GG"
    (lacks, unknown) = sorted(findings(places.check, raw))
    assert lacks == ("jurisdictions", "lacks GU")
    assert unknown[0] == "jurisdictions.GG.code"
    assert unknown[1].startswith('"GG" is not one of AL, AK, AZ,')
