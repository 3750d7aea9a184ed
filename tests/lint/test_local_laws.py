from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import local_laws

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance"


@pytest.mark.parametrize("section", ["factors", "refusals", "notices", "times", "exceptions"])
def test_finds_a_reference_to_no_law(
    section: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"][section][0]["local"] = "one-cty"
    assert findings(local_laws.check, raw) == [
        (
            f"{BASE}.{section}.0.local",
            '"one-cty" is the id of no local law of the place (did you mean "one-city"?)',
        )
    ]


def test_finds_a_law_of_the_other_party(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["refusals"] = []
    place["fair_chance"]["notices"][0]["who"] = "landlord"
    assert findings(local_laws.check, raw) == [
        (f"{BASE}.notices.0.local", '"one-city" binds employers, but the entry is of "landlord"')
    ]
    place["fair_chance"]["local"][0]["binds"] = ["landlords"]
    assert findings(local_laws.check, raw) == []


def test_finds_a_law_that_binds_both_parties(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["local"][0]["binds"] = ["private_employers", "landlords"]
    place["fair_chance"]["notices"] = place["fair_chance"]["refusals"] = []
    assert findings(local_laws.check, raw) == [
        (f"{BASE}.local.0.binds", "binds landlords and others; write one entry for each")
    ]
