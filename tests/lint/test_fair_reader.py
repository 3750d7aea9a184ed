from __future__ import annotations

from typing import Any

from record_relief.lint import fair_reader

from tests.builders import findings, raw_place


def test_a_rule_speaks_to_none_of_its_readers(raw: dict[str, Any]) -> None:
    fair = raw_place(raw, "NY")["fair_chance"]
    assert findings(fair_reader.check, raw) == []
    fair["housing"]["text"] = "A landlord must tell you."
    fair["notices"][0]["must"] = ['the paper "Your rights"', "Your record"]
    base = "jurisdictions.NY.fair_chance"
    said = 'says "{}"; employers and landlords read it too: "the person"'
    assert sorted(findings(fair_reader.check, raw)) == [
        (f"{base}.housing.text", said.format("you")),
        (f"{base}.notices.0.must.1", said.format("Your")),
    ]


def test_what_is_told_to_the_person_may_say_you(raw: dict[str, Any]) -> None:
    fair = raw_place(raw, "NY")["fair_chance"]
    fair["employment"]["cleared_records"]["text"] = "You may say no."
    assert findings(fair_reader.check, raw) == []
