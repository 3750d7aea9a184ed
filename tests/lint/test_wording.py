from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import wording

from tests.builders import findings


def test_accepts_words_for_acts_and_laws(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["effect"] = "It clears a prostitution charge."
    law["title"] = "Relief for a convicted prostitute"  # the name of a statute stays as it is
    law["quote"] = "a person who is a prostitute"
    assert findings(wording.check, raw) == []


@pytest.mark.parametrize("label", ["prostitute", "Prostitutes", "hooker", "illegal alien"])
def test_finds_labels_for_people(raw: dict[str, Any], law: dict[str, Any], label: str) -> None:
    law["effect"] = f"It helps a {label} too."
    assert findings(wording.check, raw) == [
        (
            "jurisdictions.NY.relief.0.effect",
            f'says "{label}"; write "survivor" or "person who was trafficked"',
        )
    ]
