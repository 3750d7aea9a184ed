"""The facts as tables: one row a law, a general way, a place, an item of proof.

CSV as RFC 4180 describes it.

The files begin with a byte order mark: without it Excel and LibreOffice take UTF-8 for the old code
page of the machine and show "Â§" for "§".

A cell that a spreadsheet would run as a formula begins with an apostrophe, as OWASP ("CSV
Injection") advises; so does a cell whose text begins with one, so that nothing is lost: whoever
reads the file takes one apostrophe from the beginning of a cell that has it.
"""

from __future__ import annotations

import csv
import io
import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from pydantic.fields import FieldInfo

from ...derive.evidence import Reason, StandingKind, standing
from ...derive.release import public
from ...derive.site import Facts
from ...derive.timeline import first_year
from ...derive.translation import Translation
from ...source.coded import LAW_FIELD
from ...source.evidence import Evidence, Ground, ReadText
from ...source.fields import allowed, fields
from ...source.law import Law
from ...source.place import Jurisdiction
from ...source.ways import Way

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
# Coded values and ids hold no semicolon; lists of free text are JSON.
SEPARATOR = ";"
ColumnType = Literal["string", "integer", "number", "boolean", "date", "codes", "json"]


@dataclass(frozen=True)
class Column:
    """One column: its name is the path inside the entry, as in `unconfirmed`."""

    name: str
    type: ColumnType
    text: str
    """What it means."""
    values: tuple[str, ...] = ()
    """The coded values it may have."""
    optional: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns and its rows of plain values."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def csv(self) -> bytes:
        """Return the table as a CSV file in UTF-8 with a byte order mark."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        for row in self.rows:
            writer.writerow(
                cell(value, column.type) for value, column in zip(row, self.columns, strict=True)
            )
        return text.getvalue().encode("utf-8-sig")


def cell(value: Any, kind: ColumnType) -> str:
    """Return a value as the text of a cell; nothing for null."""
    if value is None:
        return ""
    if kind == "codes":
        text = SEPARATOR.join(value)
    elif kind == "json":
        text = json.dumps(value, ensure_ascii=False)
    elif kind == "boolean":
        text = "true" if value else "false"
    else:
        text = str(value)
    return "'" + text if text.startswith(DANGEROUS) else text


def _column(path: str, field: FieldInfo, kind: Any, optional: bool) -> Column:
    types_: dict[Any, ColumnType] = {
        bool: "boolean",
        int: "integer",
        float: "number",
        date: "date",
    }
    found: ColumnType = types_.get(kind, "string")
    if typing.get_origin(kind) is list:
        coded = allowed(kind) or path in ("sources", "unconfirmed")
        found = "codes" if coded else "json"
    return Column(path, found, field.description or "", allowed(kind), optional)


_PLACE = (
    Column("jurisdiction", "string", "Code of the place."),
    Column("jurisdiction_name", "string", "Name of the place."),
    Column("jurisdiction_checked", "date", "Day of the last check of the place."),
)


def laws(facts: Facts) -> Table:
    """Return the table of laws: every field of each, after the place it belongs to."""
    columns = [_column(*found) for found in fields(Law)]
    rows = [
        [place.code, place.name, place.checked, *(_at(law, column.name) for column in columns)]
        for place in facts.places
        for law in map(public, place.relief)
    ]
    return Table("laws", "Laws, one row each", [*_PLACE, *columns], rows)


def ways(facts: Facts) -> Table:
    """Return the table of the general ways: every field of each, after the place it belongs to."""
    columns = [_column(*found) for found in fields(Way)]
    # Here a mark may name the one point that is open, in words.
    columns = [
        replace(column, type="json") if column.name == "unconfirmed" else column
        for column in columns
    ]
    rows = [
        [place.code, place.name, place.checked, *(_at(way, column.name) for column in columns)]
        for place in facts.places
        for way in map(public, place.ways)
    ]
    return Table("ways", "General ways, one row each", [*_PLACE, *columns], rows)


_STANDING = (
    Column("law", "string", "Id of the law."),
    Column("field", "string", "Path of the field inside the law."),
    Column("value", "codes", "The coded value, or nothing for a field in words.", optional=True),
    Column(
        "rests_on",
        "string",
        "What the coded value rests on: words of the law, its silence, a weaker text's words, or "
        "nothing that confirms it.",
        get_args(StandingKind),
        optional=True,
    ),
    Column("reason", "string", "Why it is not confirmed.", get_args(Reason), optional=True),
)
_GROUND = ("text", "at", "words", "silent", "reading")
_TEXT = ("title", "url", "kind", "whole", "current_to", "language")


def evidence(facts: Facts) -> Table:
    """Return the table of proof: a row for each item, and one for each coded value without any."""
    grounds = {found[0]: found for found in fields(Ground)}
    texts = {found[0]: found for found in fields(ReadText)}
    columns = [
        *_PLACE,
        *_STANDING,
        *(replace(_column(*grounds[name]), optional=True) for name in _GROUND),
        *(replace(_column(*texts[name]), name=f"text.{name}", optional=True) for name in _TEXT),
    ]
    rows = [
        [place.code, place.name, place.checked, *row]
        for place in facts.places
        for law in place.relief
        for row in _proof(law, facts.data.evidence_of(place))
    ]
    return Table("evidence", "What each coded value rests on", columns, rows)


def _proof(law: Law, evidence: Evidence) -> Iterator[list[Any]]:
    found = evidence.laws.get(law.id)
    others = [path for path in (found.proof if found else ()) if path not in LAW_FIELD]
    for path in (*LAW_FIELD, *others):
        coded = LAW_FIELD.get(path)
        stands = standing(law, evidence, path) if coded else None
        head = [
            law.id,
            path,
            coded.of(law) if coded else None,
            stands.kind if stands else None,
            stands.reason if stands else None,
        ]
        for ground in evidence.proof(law.id, path):
            text = evidence.text[ground.text]
            yield [
                *head,
                *(getattr(ground, name) for name in _GROUND),
                *(getattr(text, name) for name in _TEXT),
            ]
        if not evidence.proof(law.id, path):
            yield [*head, *[None] * (len(_GROUND) + len(_TEXT))]


def jurisdictions(
    facts: Facts, translations: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> Table:
    """Return the table of places: what each is, its answer to each question, its translations.

    These are by code, then by language (`derive.translation`).
    """
    names = ("code", "name", "kind", "checked", "coverage", "coverage_note", "summary")
    known = {found[0]: found for found in fields(Jurisdiction)}
    columns = [
        *(_column(*known[name]) for name in names),
        Column("laws", "integer", "How many laws it has."),
        Column("first_year", "integer", "Year of the oldest law it still has.", optional=True),
    ]
    for comparison in facts.comparisons.values():
        keys = tuple(answer.key for answer in comparison.topic.answers)
        columns += [
            Column(f"answer.{comparison.topic.id}", "string", comparison.topic.ask, keys),
            Column(
                f"answer.{comparison.topic.id}.unconfirmed",
                "boolean",
                "Whether a part of that answer is marked as not confirmed.",
            ),
        ]
    languages = sorted({language for found in translations.values() for language in found})
    columns += [
        replace(_column(*found), name=f"translations.{language}.{found[0]}", optional=True)
        for language in languages
        for found in fields(Translation)
    ]
    rows = []
    for place in facts.places:
        row = [
            *(getattr(place, name) for name in names),
            len(place.relief),
            first_year(place),
        ]
        for comparison in facts.comparisons.values():
            found = comparison.by_code[place.code]
            row += [found.answer.key, found.unconfirmed]
        own = translations.get(place.code, {})
        row += [
            own.get(language, {}).get(name)
            for language in languages
            for name in Translation.model_fields
        ]
        rows.append(row)
    return Table("jurisdictions", "Places, one row each", columns, rows)


def _at(entry: Any, path: str) -> Any:
    for step in path.split("."):
        entry = None if entry is None else entry[step]
    return entry
