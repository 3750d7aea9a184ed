"""A law as rows: every coded field of the registry has its line, and no line is made up."""

from __future__ import annotations

import re

import pytest
from record_relief.derive.lawrows import LINES, Line, check_lines, law_rows
from record_relief.source.coded import LAW_FIELDS
from record_relief.source.law import Law

from tests.builders import altered


def test_every_coded_field_shows_its_values(law: Law) -> None:
    shown = [value.label for row in law_rows(law) for value in row.values]
    assert len(shown) == sum(len(field.of(law)) for field in LAW_FIELDS)


def test_a_field_without_a_line_is_named() -> None:
    without = tuple(line for line in LINES if "proof.standard" not in line.coded)
    with pytest.raises(ValueError, match=re.escape("proof.standard is on no line")):
        check_lines(without)


def test_every_mistake_in_the_lines_is_named_at_once() -> None:
    twice = Line("Cost again", ("fee.rule",))
    unknown = Line("Weather", ("weather.rule",))
    with pytest.raises(ValueError, match=r"fee\.rule is on 2 lines") as found:
        check_lines((*LINES, twice, unknown))
    assert "weather.rule is no coded field of a law" in str(found.value)


def test_a_mark_shows_on_every_value_of_its_part(law: Law) -> None:
    marked = altered(law, unconfirmed=["timing"])
    (row,) = [row for row in law_rows(marked) if row.label == "When you may ask"]
    assert [value.unconfirmed for value in row.values] == [True] * 3
    assert row.text_unconfirmed


def test_a_part_in_words_alone_is_left_out_where_nothing_is_known(law: Law) -> None:
    silent = altered(law, prosecutor={"text": ""}, unconfirmed=[])
    assert "The prosecutor's part" not in [row.label for row in law_rows(silent)]
    marked = altered(law, prosecutor={"text": ""}, unconfirmed=["prosecutor"])
    (row,) = [row for row in law_rows(marked) if row.label == "The prosecutor's part"]
    assert [value.label for value in row.values] == ["Nothing found in what we read"]
