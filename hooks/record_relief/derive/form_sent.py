"""What is sent, in two languages: in English, with what it says in the writer's beside it.

Whoever gets a letter, such as a court or a company, reads English. In another language the page of
a form that leaves shows both; the paper is in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..source.place import Jurisdiction
from .form_content import Adding, Content
from .site import Facts


def in_english(content: Content, facts: Facts) -> Content | None:
    """Return the same form in English, if it leaves and `facts` are in another language."""
    if facts.english is facts or not content.form.leaves:
        return None
    (same,) = (form for form in facts.english.forms if form.id == content.form.id)
    return Content(same, facts.english)


def sections(own: Content, sent: Content | None) -> list[dict[str, Any]]:
    """Return the parts of a form as its page shows them.

    With `sent`, the same form in English, they are its parts, and each thing in them has the same
    of the writer's language as `own`. The first place for words of one's own is marked so, and the
    first that boxes before it can do without.
    """
    if sent is None:
        return own.sections
    found: list[dict[str, Any]] = _beside(sent.sections, own.sections)
    # The first part has who writes to whom.
    wordy = list(_wordy(found[1:]))
    for block, _ in wordy[:1]:
        block["first_words"] = True
    for block in [block for block, boxes_do in wordy if boxes_do][:1]:
        block["boxes_do"] = True
    return found


def _wordy(parts: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the places for words of one's own, and whether boxes before them may be enough."""
    for part in parts:
        boxes = False
        for block in part["blocks"]:
            if block["type"] == "choose":
                boxes = True
            elif block["type"] == "field" and block["kind"] == "long":
                yield block, boxes and not block["asked"]


def _beside(sent: Any, own: Any) -> Any:
    if isinstance(sent, dict):
        return {name: _beside(value, own[name]) for name, value in sent.items()} | {"own": own}
    if isinstance(sent, list):
        return [_beside(*both) for both in zip(sent, own, strict=True)]
    return sent


def adds_by_place(own: Content, sent: Content | None) -> list[tuple[Jurisdiction, list[Adding]]]:
    """Return what the laws add, place by place; each law with the same in English as `sent`."""
    if sent is None:
        return own.adds_by_place
    english = {place.code: found for place, found in sent.adds_by_place}
    return [
        (place, [_sent(*both) for both in zip(found, english[place.code], strict=True)])
        for place, found in own.adds_by_place
    ]


def _sent(own: Adding, english: Adding) -> Adding:
    pairs = zip(own.laws, english.laws, strict=True)
    return replace(own, laws=[replace(law, sent=same) for law, same in pairs])
