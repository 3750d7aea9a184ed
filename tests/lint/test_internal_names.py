from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import internal_names

from tests.builders import findings


def test_accepts_everyday_words_that_are_also_ids(
    raw: dict[str, Any], law: dict[str, Any], place: dict[str, Any]
) -> None:
    raw["sources"][0]["id"] = "set-aside"
    law["effect"] = "A set-aside is on its way. F1 and S1 are felony grades, vacatur is a word."
    place["sources"][0]["publisher"] = "A copy, read at example/data/raw_texts."
    place["notes"] = "See report-rule and fair_chance.housing."
    assert findings(internal_names.check, raw) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("There is a dispute (see report-rule).", "report-rule"),
        ("See the act of 2025, rule-of-2025, for more.", "rule-of-2025"),
        ("The source S1 says so.", "S1"),
        ("Our fair_chance entries say so.", "fair_chance"),
        ("It is ban_the_box.", "ban_the_box"),
        ("Our states.yaml had no such act.", "states.yaml"),
    ],
)
def test_finds_names_that_only_the_data_knows(
    raw: dict[str, Any], law: dict[str, Any], text: str, word: str
) -> None:
    raw["facts"][1]["id"] = "rule-of-2025"
    law["effect"] = text
    message = f'says "{word}", which no reader knows; write what it is'
    assert findings(internal_names.check, raw) == [("jurisdictions.NY.relief.0.effect", message)]


def test_finds_them_in_every_section(raw: dict[str, Any]) -> None:
    entries = {
        "organisations": "text",
        "topics": "title",
        "facts": "status_note",
        "myths": "why",
        "practices": "do",
        "glossary": "meaning",
        "sources": "title",
    }
    for section, field in entries.items():
        raw[section][0][field] = "More: see report-rule."
    found = {path.split(".")[0] for path, _ in findings(internal_names.check, raw)}
    assert found == entries.keys()


def test_finds_files_of_the_data_in_what_the_law_pages_tell_of_the_reading(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["texts"][0]["note"] = "Stored earlier; see evidence/NY.yaml."
    evidence["NY"]["amended"][0]["what"] = "Amended it; states.yaml had no such act."
    evidence["NY"]["tell"].append("A copy, read at example/data/states.yaml and laws/ny_code.json.")
    found = [message for _, message in findings(internal_names.check, raw, evidence=evidence)]
    assert found == [
        f'says "{name}", which no reader knows; write what it is'
        for name in ("evidence/NY.yaml", "states.yaml")
    ]


def test_finds_folders_and_programs_of_whoever_read_a_text(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    place["sources"][0]["publisher"] = "The state, in a copy made by OpenAI web retrieval"
    evidence["NY"]["texts"][0]["note"] = "Copy of the form (folder tmp/forms-batch/all50)."
    evidence["NY"]["tell"].append("Read earlier for general/NY.yaml at https://example.org/tmp/a.")
    found = [message for _, message in findings(internal_names.check, raw, evidence=evidence)]
    assert found == [
        f'says "{name}", which no reader knows; write what it is'
        for name in ("OpenAI", "web retrieval", "tmp/forms-batch/all50", "general/NY.yaml")
    ]


def test_finds_what_a_passage_is_called_in_files_of_the_reading(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    (grounds, *_) = evidence["NY"]["laws"]["vacatur"]["proof"].values()
    grounds[0] |= {"at": "ny-nc-3", "words": "may be sealed"}
    found = [message for _, message in findings(internal_names.check, raw, evidence=evidence)]
    assert found == ['says "ny-nc-3", which no reader knows; write what it is']
