"""Write DATA.md, the data guide field by field, and CHANGELOG.md, the history of the laws.

Both are made from the model and the data (`make guides`); tests see that they are current.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from record_relief.build.load import load
from record_relief.derive.changes import by_year
from record_relief.derive.places import in_sentence
from record_relief.source import texts
from record_relief.source.evidence import Evidence
from record_relief.source.model import StatesFile
from record_relief.source.problems import DataError

DATA = Path("data/states.yaml")
FILES: tuple[type[BaseModel], ...] = (StatesFile, Evidence)
_KINDS = {
    "Text": "text",
    "MaybeText": "text, may be empty",
    "Original": "text, kept as written",
    "MaybeOriginal": "text, kept as written, may be empty",
    "Place": "text",
    "Internal": "text, never shown",
    "Name": "name",
    "Notes": "text, for editors only",
    "Id": "name of letters, digits and hyphens",
    "Url": "web address",
    "Phone": "phone number",
    "Email": "e-mail address",
    "PartialDate": "date such as 2026, 2026-03 or 2026-03-31, in quotes",
    "Year": "year",
}

_SIMPLE = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "date": "date",
}


def models() -> list[type[BaseModel]]:
    """Return every model of the facts and of the evidence, the outermost first, each once."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        if model in found:
            return
        found[model] = None
        for info in model.model_fields.values():
            for inner in _inside(info.annotation):
                visit(inner)

    for file in FILES:
        visit(file)
    return list(found)


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _inside(inner)


def kind(annotation: Any) -> str:
    """Return what a field holds, in words."""
    aliases = {id(getattr(texts, name)): words for name, words in _KINDS.items()}
    if id(annotation) in aliases:
        return aliases[id(annotation)]
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation is type(None):
        return "empty"
    if origin is dict:
        return f"mapping, each entry {kind(inner[1])}"
    if origin is list:
        return f"list of {kind(inner[0])}"
    if origin is typing.Literal:
        return "one of " + ", ".join(f"`{value}`" for value in inner)
    if origin is typing.Annotated:
        return kind(inner[0])
    if inner and origin is not None:
        return ", or ".join(kind(one) for one in inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _SIMPLE[annotation.__name__]


def data_guide() -> str:
    """Return DATA.md."""
    lines = [
        "# The data, field by field",
        "",
        "Made from the models in `hooks/record_relief/source/` by `make guides`; do not edit it.",
        "`data/states.schema.json` and `data/evidence.schema.json` say the same to an editor that",
        "completes and checks YAML. The facts come first; what they rest on, a file",
        "`data/evidence/<code>.yaml` for each place, begins at [Evidence](#evidence).",
        "",
    ]
    for model in models():
        lines += [f"## {model.__name__}", "", " ".join((model.__doc__ or "").split()), ""]
        lines += ["| field | holds | meaning |", "|---|---|---|"]
        hints = typing.get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            holds = kind(hints[name])
            if not info.is_required():
                holds += " (may be left out)"
            cells = (f"`{info.alias or name}`", _cell(holds), _cell(info.description or ""))
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def changelog(data: StatesFile) -> str:
    """Return CHANGELOG.md: how the laws changed, newest year first."""
    lines = [
        "# How the laws changed",
        "",
        "Made from `history` in `data/states.yaml` by `make guides`; do not edit it here.",
        "Who changed what in the data, and why: `git log -p data/states.yaml`.",
    ]
    for year in by_year(data.jurisdictions):
        steps = [entry for entry in year.entries if entry.kind == "history"]
        if steps:
            lines += ["", f"## {year.name or 'Year not shown'}", ""]
            lines += [f"- {in_sentence(e.place)}: {_cell(e.text)}" for e in steps]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Return a text as a cell of a table: nothing in it is Markdown but code and our own links."""
    if "](#" in text:
        return text
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    escaped = (re.sub(r"([|<>*_\[\]])", r"\\\1", part) for part in parts[::2])
    return "".join(chain.from_iterable(zip_longest(escaped, parts[1::2], fillvalue="")))


def main() -> int:
    """Write both files, or neither and every problem where the data is wrong."""
    try:
        data = load(DATA).data
    except DataError as error:
        print(f"{error}\n\n{len(error.problems)} to fix. Nothing was written.")
        return 1
    Path("DATA.md").write_text(data_guide(), encoding="utf-8")
    Path("CHANGELOG.md").write_text(changelog(data), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
