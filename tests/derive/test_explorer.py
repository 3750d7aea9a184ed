"""The table of everything: a column for each question and for each coded value without a page."""

from __future__ import annotations

from operator import attrgetter

import pytest
from record_relief.derive.explorer import LAW_FIELDS, Cell, Column, columns
from record_relief.derive.labels import LABELS
from record_relief.derive.questions import compare
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests.builders import altered


@pytest.fixture
def places(place: Jurisdiction, law: Law) -> list[Jurisdiction]:
    """New York with one law for minors only, and Guam without one."""
    minors = altered(law, age="minor_only", unconfirmed=["nexus"])
    return [
        altered(place, relief=[minors.model_dump()]),
        altered(place, code="GU", name="Guam", kind="territory", relief=[]),
    ]


@pytest.fixture
def found(places: list[Jurisdiction]) -> dict[str, Column]:
    return {column.id: column for column in columns(places, compare(places))}


def test_the_questions_stand_first(found: dict[str, Column], places: list[Jurisdiction]) -> None:
    comparisons = compare(places)
    fields = [name for name, _, _ in LAW_FIELDS]
    assert list(found) == [*comparisons, *fields, "kind"]
    for name, comparison in comparisons.items():
        column = found[name]
        assert column.title == comparison.topic.title
        assert column.url == comparison.url
        assert column.cells == {
            row.place.code: Cell(
                row.answer.key, row.answer.label, row.unconfirmed, row.for_some, row.part
            )
            for row in comparison.rows
        }
        assert list(column.values.items()) == [
            (group.answer.key, group.answer.label) for group in comparison.groups
        ]


@pytest.mark.parametrize(("name", "path", "title"), LAW_FIELDS)
def test_a_coded_value_of_the_main_law(
    name: str, path: str, title: str, found: dict[str, Column], places: list[Jurisdiction]
) -> None:
    main = places[0].relief[0]
    value = attrgetter(path)(main)
    assert found[name].cells["NY"] == Cell(value, LABELS[path][value], main.is_marked(path))
    assert (found[name].title, found[name].url) == (title, "")


def test_a_place_without_a_law_says_so(found: dict[str, Column]) -> None:
    assert found["age"].cells["GU"] == Cell("no_law", "No law for survivors found", False)


def test_only_answers_that_occur_can_be_chosen_in_the_order_of_the_labels(
    found: dict[str, Column], places: list[Jurisdiction]
) -> None:
    assert list(found["age"].values.items()) == [
        ("minor_only", LABELS["age"]["minor_only"]),
        ("no_law", "No law for survivors found"),
    ]
    assert list(columns(places[:1], compare(places[:1]))[-2].values) == ["allowed"]


def test_what_kind_of_place(found: dict[str, Column]) -> None:
    kind = found["kind"]
    assert (kind.title, kind.url) == ("State or other place", "")
    assert kind.cells == {
        "NY": Cell("state", LABELS["kind"]["state"], False),
        "GU": Cell("territory", LABELS["kind"]["territory"], False),
    }
    order = list(LABELS["kind"])
    assert list(kind.values) == sorted(("state", "territory"), key=order.index)
