"""Where the page of a letter in another language says what is enough, and in which language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from record_relief.derive.form_content import Content
from record_relief.derive.form_sent import sections


def long(name: str, *, asked: bool = False) -> dict[str, Any]:
    return {"type": "field", "kind": "long", "say": name, "asked": asked}


BOXES = {"type": "choose", "say": "What happened", "options": []}
TO = long("To")


@pytest.mark.parametrize(
    ("parts", "first", "enough"),
    [
        ([[TO], [long("The item"), BOXES, long("More")]], "The item", "More"),
        ([[TO], [BOXES, long("Why", asked=True)]], "Why", None),
        ([[TO], [BOXES], [long("Why")]], "Why", None),
        ([[TO], [BOXES, long("Details"), long("More")]], "Details", "Details"),
        ([[TO, BOXES]], None, None),
    ],
)
def test_boxes_are_enough_only_where_boxes_stand_before(
    parts: list[list[dict[str, Any]]], first: str | None, enough: str | None
) -> None:
    content = cast(Content, SimpleNamespace(sections=[{"blocks": blocks} for blocks in parts]))
    found = [block for part in sections(content, content) for block in part["blocks"]]
    assert [b["say"] for b in found if b.get("first_words")] == ([first] if first else [])
    assert [b["say"] for b in found if b.get("boxes_do")] == ([enough] if enough else [])
