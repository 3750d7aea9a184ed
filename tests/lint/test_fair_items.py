from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_items

from tests.builders import findings

FIELD = "local.one-city.never"
MESSAGE = "marks the whole list, of which words show a part; name the items"


@pytest.mark.parametrize(
    ("mark", "ground", "wrong"),
    [
        ({}, {}, True),
        ({"items": [2]}, {}, False),
        ({"about": "what an act of this year changed"}, {}, False),
        ({}, {"reading": "shows that some are barred, not which"}, False),
    ],
)
def test_a_mark_names_the_items_that_no_words_show(
    mark: dict[str, Any],
    ground: dict[str, Any],
    wrong: bool,
    raw: dict[str, Any],
    place: dict[str, Any],
    evidence: dict[str, Any],
) -> None:
    fair = place["fair_chance"]
    fair["local"][0]["never"] = ["arrests", "old convictions"]
    fair["unconfirmed"] = [{"field": FIELD, "about": None, **mark}]
    evidence["NY"]["fair"]["proof"][FIELD] = [{"text": "T1", "words": "no arrest", **ground}]
    found = findings(fair_items.check, raw, evidence=evidence)
    where = "jurisdictions.NY.fair_chance.unconfirmed.0.field"
    assert found == ([(where, MESSAGE)] if wrong else [])


def test_without_words_the_whole_list_is_meant(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    place["fair_chance"]["unconfirmed"] = [{"field": FIELD, "about": None}]
    assert findings(fair_items.check, raw, evidence=evidence) == []
