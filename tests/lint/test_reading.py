"""How hard a text is, and which texts a survivor reads."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest
import textstat
from record_relief.lint.reading import grade, survivor_texts
from record_relief.source.place import Jurisdiction

from tests.builders import altered, data_of, raw_states

EASY = "You can ask the court to clear your record. It is free. Ask a lawyer to help you."
HARD = (
    "Notwithstanding extraordinary considerations, administrative determinations necessitate "
    "comprehensive jurisdictional documentation."
)


@pytest.fixture
def new_york() -> Jurisdiction:
    data = data_of(raw_states())
    return next(place for place in data.jurisdictions if place.code == "NY")


def test_the_grade_tells_easy_from_hard() -> None:
    assert grade(EASY) < 5
    assert grade(HARD) > 15


def test_the_grade_is_the_one_that_textstat_gives() -> None:
    assert grade(EASY) == textstat.flesch_kincaid_grade(EASY)


@pytest.mark.parametrize("text", ["", "   ", "(Public Act 21-32)"])
def test_a_text_without_words_has_no_grade(text: str) -> None:
    assert grade(text) == 0.0


@pytest.mark.parametrize(
    "cited",
    [
        "You can ask the court (Public Act 21-32, as amended).",
        "You can ask the court N.Y. Crim. Proc. Law § 440.10(1)(i).",
        "You can ask the court section 440.10.",
        "You can ask the court §§ 13-907 and 13-907.01.",
    ],
)
def test_citations_are_left_out(cited: str) -> None:
    assert grade(cited) == pytest.approx(grade("You can ask the court."), abs=1.5)


def test_a_colon_or_semicolon_ends_a_sentence() -> None:
    assert grade("Ask the court; it is free: say so.") == grade(
        "Ask the court. it is free. say so."
    )


def test_the_grade_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("the grade asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert grade("Nobody has asked for the grade of this text before.") > 0


def test_everything_a_survivor_reads_is_found(new_york: Jurisdiction) -> None:
    found = {".".join(map(str, path)): text for path, text in survivor_texts(new_york)}
    parts = (
        "nexus", "proof", "documentation", "decision", "timing", "fee", "prosecutor",
        "confidentiality", "consolidation",
    )  # fmt: skip
    law = new_york.relief[0]
    assert found == {
        "summary": new_york.summary,
        "relief.0.offenses.covered": law.offenses.covered,
        **{f"relief.0.{part}.text": getattr(law, part).text for part in parts},
        "relief.0.effect": law.effect,
        "relief.0.steps": "Get your record. Ask a lawyer.",
        "ways_summary": "You can ask a court to hide old cases.",
        "ways.0.wait.text": "You wait three years, or five for a felony.",
        "ways.0.needs": "You have no new case.",
        "ways.0.limit.text": "You can ask once.",
        "ways.0.fee.text": "You can ask to pay less.",
        "ways.0.effect": "The public can't see the case.",
        "ways.0.steps": "Ask the clerk for the form.",
        "ways.1.wait.text": "It comes after 60 days, or eight years.",
        "ways.1.effect": "Nobody sees the case.",
        "ways.1.steps": "Check your record. If the case is still there, tell the court.",
        "ways.1.next.0.text": "By this day it is all done.",
        "other_relief.0.text": "Old cases are hidden.",
        "own_record.how": "Ask by mail.",
        "help.0.text": "Free help in court.",
    }


def test_empty_texts_are_left_out(new_york: Jurisdiction) -> None:
    assert new_york.relief[0].hearing.text == ""
    silent = altered(
        new_york,
        relief=[],
        ways=[],
        ways_summary=None,
        other_relief=[],
        help=[],
        own_record__how=None,
    )
    assert [path for path, _ in survivor_texts(silent)] == [("summary",)]


def test_cautions_are_read_too(new_york: Jurisdiction) -> None:
    careful = altered(new_york, cautions=["Two copies of this law differ."])
    assert (("cautions", 0), "Two copies of this law differ.") in list(survivor_texts(careful))
