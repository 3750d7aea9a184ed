"""The table of everything: the answers to all questions, then the coded values without a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..source.coded import LAW_FIELD
from ..source.law import Law
from ..source.place import Jurisdiction
from . import labels as words
from .labels import N_
from .lawrows import is_unconfirmed
from .questions import NO_LAW, SURVIVORS_LAW, Comparison, main_law

# Coded values of the main law that no question asks for: the column's id, the field, the title.
LAW_FIELDS = (
    ("age", "age", N_("Age at the time")),
    ("nexus", "nexus.standard", N_("Link to trafficking")),
    ("sentence", "timing.sentence_complete", N_("Must the sentence be finished?")),
    ("hearing", "hearing.rule", N_("Hearing")),
    ("consolidation", "consolidation.rule", N_("Several cases in one filing")),
)


@dataclass(frozen=True)
class Cell:
    """What a place answers; `key` is the coded value, `for_some` and `part` are as in a `Row`."""

    key: str
    label: str
    unconfirmed: bool
    for_some: bool = False
    part: str = ""


@dataclass(frozen=True)
class Column:
    """One column: its name in addresses, its title, its page if it has one, its cells by code.

    `values` are the words of the answers that occur, by key, in their order. A sheet has no room
    for all columns in letters that can be read: unless some are chosen, it has those `on_paper`.
    """

    id: str
    title: str
    url: str
    values: Mapping[str, str]
    cells: Mapping[str, Cell]
    on_paper: bool = False


def columns(places: Sequence[Jurisdiction], comparisons: Mapping[str, Comparison]) -> list[Column]:
    """Return every column of the table, the questions first."""
    found = [_question(comparison) for comparison in comparisons.values()]
    found += [_field(places, *found) for found in LAW_FIELDS]
    found.append(_kind(places))
    return found


def _question(comparison: Comparison) -> Column:
    cells = {
        row.place.code: Cell(
            row.answer.key, row.answer.label, row.unconfirmed, row.for_some, row.part
        )
        for row in comparison.rows
    }
    values = {group.answer.key: group.answer.label for group in comparison.groups}
    topic = comparison.topic
    on_paper = topic.section == SURVIVORS_LAW
    return Column(topic.id, topic.title, comparison.url, values, cells, on_paper)


def _field(places: Sequence[Jurisdiction], name: str, field: str, title: str) -> Column:
    none = Cell(NO_LAW, N_("No law for survivors found"), False)
    cells = {
        place.code: _cell(law, field) if (law := main_law(place)) else none for place in places
    }
    order = {**words.LABELS[field], NO_LAW: none.label}
    return Column(name, title, "", _occurring(order, cells), cells)


def _cell(law: Law, field: str) -> Cell:
    (value,) = LAW_FIELD[field].of(law)
    return Cell(value, words.label(field, value), is_unconfirmed(law, field))


def _kind(places: Sequence[Jurisdiction]) -> Column:
    cells = {
        place.code: Cell(place.kind, words.label("kind", place.kind), False) for place in places
    }
    return Column(
        "kind", N_("State or other place"), "", _occurring(words.LABELS["kind"], cells), cells
    )


def _occurring(order: Mapping[str, str], cells: Mapping[str, Cell]) -> dict[str, str]:
    keys = {cell.key for cell in cells.values()}
    return {key: label for key, label in order.items() if key in keys}
