from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import paper_copies

from tests.builders import findings


@pytest.fixture
def form(evidence: dict[str, Any]) -> dict[str, Any]:
    """A court's form that was read where the court has it."""
    text: dict[str, Any] = evidence["NY"]["texts"][0]
    text.update(kind="court_form", note=None)
    return text


def test_accepts_what_was_read_at_its_office(
    raw: dict[str, Any], evidence: dict[str, Any], form: dict[str, Any]
) -> None:
    assert findings(paper_copies.check, raw, evidence=evidence) == []
    form["note"] = "Only its first page."
    assert findings(paper_copies.check, raw, evidence=evidence) == []


@pytest.mark.parametrize("kind", ["court_form", "agency_form", "court_page"])
@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("note", "Official form; copy in the public files of a company."),
        ("note", "Read as copies on another site."),
        ("note", "The form as found in the public files of a company."),
        ("url", "https://github.com/somebody/files"),
    ],
)
def test_finds_a_copy_that_does_not_say_so_after_its_title(
    raw: dict[str, Any],
    evidence: dict[str, Any],
    form: dict[str, Any],
    kind: str,
    field: str,
    told: str,
) -> None:
    form.update({"kind": kind, field: told})
    ((where, message),) = findings(paper_copies.check, raw, evidence=evidence)
    assert where == "evidence.NY.texts.T1.extent"
    assert "was read as a copy" in message
    form["extent"] = "copy, first part"
    assert findings(paper_copies.check, raw, evidence=evidence) == []


def test_leaves_a_law_to_its_note(
    raw: dict[str, Any], evidence: dict[str, Any], form: dict[str, Any]
) -> None:
    form.update(kind="statute", note="An undated copy.")
    assert findings(paper_copies.check, raw, evidence=evidence) == []
