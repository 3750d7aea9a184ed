"""How problems are worded."""

from __future__ import annotations

from datetime import date

import pytest
from record_relief.source.problems import DataError, Problem, not_one_of, show, suggest


def test_a_problem_stays_short() -> None:
    said = Problem(7, "a" * 100_000 + ".id", "b" * 100_000 + " is wrong").render("a.yaml")
    assert len(said) < 2_300
    assert ".id: b" in said
    assert said.endswith(" is wrong")


def test_what_is_cut_keeps_its_beginning_and_its_end() -> None:
    whole = Problem(1, "f" * 200, "m" * 2_000).render("a")
    assert whole == f"a:1: {'f' * 200}: {'m' * 2_000}"
    field, message = "f" * 100 + "x" + "g" * 100, "m" * 1_000 + "x" + "n" * 1_000
    cut = Problem(1, field, message).render("a")
    assert cut == f"a:1: {'f' * 100}...{'g' * 100}: {'m' * 1_000}...{'n' * 1_000}"


def test_a_problem_gives_a_terminal_nothing_to_obey() -> None:
    said = Problem(7, "NY.\x1b[2J", 'found "\u202e"\n::error::x').render("a.yaml")
    assert said == 'a.yaml:7: NY.\\u001b[2J: found "\\u202e"\\u000a::error::x'


def test_a_problem_says_file_line_field_and_message() -> None:
    assert Problem(7, "NY.url", "is empty").render("a.yaml") == "a.yaml:7: NY.url: is empty"


def test_a_problem_of_the_whole_file_has_no_field() -> None:
    assert Problem(1, "", "is empty").render("a.yaml") == "a.yaml:1: is empty"


def test_an_error_lists_its_problems_in_the_order_of_the_file() -> None:
    error = DataError("a", [Problem(20, "b", "z"), Problem(3, "c", "y"), Problem(20, "a", "x")])
    assert str(error) == "a:3: c: y\na:20: a: x\na:20: b: z"
    assert error.filename == "a"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "an empty value"),
        ({"a": 1}, "a mapping"),
        ({}, "an empty mapping"),
        ([1], "a list"),
        ([], "an empty list"),
        ("x", '"x"'),
        ("", '""'),
        ("two\nlines", '"two lines"'),
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 57}..."'),
        (True, "true (a truth value; quote yes and no to make them text)"),
        (7, "7 (a number)"),
        (7.5, "7.5 (a number)"),
        (date(2026, 1, 2), "2026-01-02 (a date)"),
    ],
)
def test_what_was_found_is_named_with_its_type(value: object, shown: str) -> None:
    assert show(value) == shown


def test_the_nearest_allowed_word_is_suggested_if_there_is_one() -> None:
    assert suggest("landlrod", ["employer", "landlord"]) == ' (did you mean "landlord"?)'
    assert suggest("x", ["employer", "landlord"]) == ""
    assert suggest(7, ["employer"]) == ""


def test_a_value_outside_a_list_is_met_with_the_list() -> None:
    assert not_one_of("sx", ["sex", "labor"]) == (
        '"sx" is not one of sex, labor (did you mean "sex"?)'
    )
