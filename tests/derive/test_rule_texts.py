"""How much of a rule on background checks was read in the law's own words, on the small file."""

from __future__ import annotations

import pytest
from record_relief.derive.rule_texts import RuleLaw, may_ask, read_of_local
from record_relief.derive.rules import Rules
from record_relief.source.evidence import Evidence, FairEvidence, Ground, ReadText, TextKind
from record_relief.source.place import Jurisdiction

from tests.builders import altered

LAW = "one-city"


def evidence_of(place: Jurisdiction, kind: TextKind, *, whole: bool, path: str) -> Evidence:
    """Return evidence in which one text shows one rule."""
    text = ReadText(
        id="E1", title="A text", url="https://law.example/", kind=kind, whole=whole, current_to=None
    )
    proof = {path: [Ground(text="E1", words="an employer may not ask")]}
    return Evidence(
        code=place.code,
        read=place.checked,
        texts=[text],
        laws={},
        fair=FairEvidence(proof=proof),
        amended=[],
        tell=[],
    )


def citing(place: Jurisdiction, *, state_too: bool = False) -> Jurisdiction:
    """Return a place whose city's law cites the text."""
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump() | {"sources": ["E1"]}
    own = ["E1"] if state_too else []
    return altered(
        place,
        fair_chance__local=[law],
        fair_chance__employment__private__sources=own,
        fair_chance__employment__private__rule="none",
    )


@pytest.mark.parametrize(
    ("kind", "whole", "state_too", "read"),
    [
        ("statute", True, False, "whole"),
        ("session_law", False, False, "part"),
        ("agency", True, False, "none"),
        # A text of the state tells what a city may do, and is not the city's law.
        ("statute", True, True, "none"),
    ],
)
def test_a_citys_law_is_read_as_far_as_its_own_words_were(
    place: Jurisdiction, kind: TextKind, whole: bool, state_too: bool, read: str
) -> None:
    changed = citing(place, state_too=state_too)
    evidence = evidence_of(changed, kind, whole=whole, path=f"local.{LAW}.rule")
    assert changed.fair_chance
    (law,) = changed.fair_chance.local
    assert read_of_local(changed, evidence, law) == read
    told = may_ask(Rules("employers", changed, {}), evidence)
    assert told == ([] if read == "whole" else [RuleLaw(law.name, law.citation, law.name)])


def test_a_law_whose_rule_another_text_shows_is_not_read_whole(place: Jurisdiction) -> None:
    changed = citing(place)
    evidence = evidence_of(changed, "statute", whole=True, path=f"local.{LAW}.ask")
    assert changed.fair_chance
    assert read_of_local(changed, evidence, changed.fair_chance.local[0]) == "part"


@pytest.mark.parametrize(
    ("rule", "whole", "told"),
    [("none", False, False), ("fair_chance", False, True), ("fair_chance", True, False)],
)
def test_a_states_law_may_ask_for_more_where_there_is_one_that_was_not_read_whole(
    place: Jurisdiction, rule: str, whole: bool, told: bool
) -> None:
    changed = altered(
        place,
        fair_chance__local=[],
        fair_chance__employment__private__rule=rule,
        fair_chance__employment__private__citation="Labor Law § 1",
    )
    evidence = evidence_of(changed, "statute", whole=whole, path="employment.private.rule")
    found = may_ask(Rules("employers", changed, {}), evidence)
    assert found == ([RuleLaw(place.name, "Labor Law § 1")] if told else [])
