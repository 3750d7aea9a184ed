from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_never

from tests.builders import findings

WHERE = "jurisdictions.NY.fair_chance.local.0.never"


def lacks(kind: str) -> tuple[str, str]:
    return WHERE, f'lacks what the text bars ("{kind}"); list it, marked if not sure'


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Arrests without conviction may never be asked about or used.", ["arrest"]),
        ("Law firms say: an arrest alone may not be the reason.", ["arrest"]),
        ("An employer may not use a juvenile record.", ["juvenile"]),
        ("Others say that vacated and expunged cases do not count.", ["vacated", "expunged"]),
        ("It bars landlords from asking about or using criminal history at all.",
         ["criminal history at all"]),
    ],
)  # fmt: skip
def test_finds_what_stands_in_the_text_alone(
    text: str, kinds: list[str], raw: dict[str, Any], place: dict[str, Any]
) -> None:
    law = place["fair_chance"]["local"][0]
    law |= {"text": text, "never": []}
    assert findings(fair_never.check, raw) == [lacks(kind) for kind in kinds]
    law["never"] = ["as others say: arrest, juvenile, vacated and expunged records"]
    law["never"].append("criminal history, with exceptions")
    assert findings(fair_never.check, raw) == []
    law |= {"never": [], "status": "ended"}
    assert findings(fair_never.check, raw) == []


@pytest.mark.parametrize(
    "text",
    [
        "No question about arrests before a conditional offer.",
        "An employer may not refuse a person without a reason. Arrests are public.",
        "A landlord may still look at arrests.",
    ],
)
def test_accepts_what_bars_no_record(text: str, raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["local"][0] |= {"text": text, "never": []}
    assert findings(fair_never.check, raw) == []
