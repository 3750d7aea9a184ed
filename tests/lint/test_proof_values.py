from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import proof_values

from tests.builders import findings

SILENT = {"text": "T1", "silent": True}
WORDS = {"text": "T1", "words": "some words"}
READING = {"reading": "It can be read so."}


def found(
    raw: dict[str, Any],
    evidence: dict[str, Any],
    field: str,
    value: Any,
    *items: dict[str, Any],
    marked: bool = False,
) -> list[tuple[str, str]]:
    """Return what is found when New York's law says `value`, resting on `items`."""
    law = next(p for p in raw["jurisdictions"] if p["code"] == "NY")["relief"][0]
    head, _, tail = field.partition(".")
    if tail:
        law[head][tail] = value
    else:
        law[head] = value
    law["unconfirmed"] = [field] if marked else []
    evidence["NY"]["laws"]["vacatur"]["proof"][field] = list(items)
    if field != "timing.deadline":
        evidence["NY"]["laws"]["vacatur"]["proof"]["timing.deadline"] = [WORDS]
    return findings(proof_values.check, raw, evidence=evidence)


@pytest.mark.parametrize(
    ("field", "value", "item"),
    [
        ("fee.rule", "unspecified", SILENT),
        ("fee.rule", "unspecified", WORDS | READING),
        ("documentation.rule", "unaddressed", SILENT),
        ("age", "any", SILENT),
        ("timing.wait", "none", SILENT),
        ("timing.deadline", "none", SILENT),
        ("timing.sentence_complete", "no", SILENT),
        ("deferred", "unspecified", SILENT),
        ("deferred", "no", WORDS),
        ("deferred", "no", SILENT | READING),
        ("trafficking", ["sex", "labor"], SILENT | READING),
        ("trafficking", ["labor", "sex"], SILENT | READING),
        ("nexus.standard", "not_required", SILENT | READING),
        ("documentation.rule", "not_required", SILENT | READING),
        ("fee.rule", "none", WORDS),
        ("age", "minor_only", WORDS),
    ],
)
def test_accepts(
    raw: dict[str, Any], evidence: dict[str, Any], field: str, value: Any, item: dict[str, Any]
) -> None:
    assert found(raw, evidence, field, value, item) == []


@pytest.mark.parametrize(
    ("field", "value", "item", "message"),
    [
        ("fee.rule", "none", SILENT | READING, 'is "none", which needs words; silence'),
        ("age", "minor_only", SILENT, 'is "minor_only", which needs words; silence'),
        ("trafficking", ["sex"], SILENT | READING, 'is "sex", which needs words; silence'),
        ("timing.wait", "required", SILENT, 'is "required", which needs words; silence'),
        ("records", ["conviction"], SILENT, 'is "conviction", which needs words; silence'),
        ("deferred", "yes", SILENT | READING, 'is "yes", which needs words; silence'),
        (
            "deferred",
            "no",
            SILENT,
            'is "no", and rests on silence without a "reading" that says how',
        ),
        (
            "fee.rule",
            "unspecified",
            WORDS,
            'is "unspecified", but rests on words without a "reading" that says why',
        ),
        (
            "trafficking",
            ["sex", "labor"],
            SILENT,
            'is "labor, sex", and rests on silence without a "reading" that says how',
        ),
        (
            "nexus.standard",
            "not_required",
            SILENT,
            'is "not_required", and rests on silence without a "reading" that says how',
        ),
    ],
)
def test_finds(
    raw: dict[str, Any],
    evidence: dict[str, Any],
    field: str,
    value: Any,
    item: dict[str, Any],
    message: str,
) -> None:
    ((path, said),) = found(raw, evidence, field, value, item)
    assert path == f"jurisdictions.NY.relief.0.{field}"
    assert said.startswith(message)
    assert found(raw, evidence, field, value, item, marked=True) == []
