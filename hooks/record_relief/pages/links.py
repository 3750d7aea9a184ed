"""Addresses relative to the page being rendered, alone and as the entries of a map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import pass_context
from jinja2.runtime import Context

from ..derive.questions import Comparison


@cache
def relative(target: str, page_url: str) -> str:
    """Return `target` (from the root of the site, may end in #anchor) relative to a page."""
    path, mark, anchor = target.partition("#")
    if not path and mark:
        return target
    here = page_url.split("/")[:-1]
    there = [step for step in path.split("/") if step not in ("", ".")]
    shared = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        shared += 1
    found = "../" * (len(here) - shared) + "/".join(there[shared:])
    if path.endswith("/") or path in ("", "."):
        found = found if found.endswith("/") else f"{found or '.'}/"
    return found + mark + anchor


@pass_context
def address(context: Context, target: str) -> str:
    """Return the address of a page or file of the site, relative to the page being rendered.

    A page that stands in the language being rendered is meant there.
    """
    return from_root(context, context["in_language"](target))


@pass_context
def from_root(context: Context, target: str) -> str:
    """Return the address of exactly this page or file, relative to the page being rendered."""
    root = context.get("root")
    return root + target if root else relative(target, str(context["page_url"]))


@dataclass(frozen=True)
class MapEntry:
    """What the map shows of one place."""

    name: str
    href: str
    answer: str
    mark: str
    letter: str
    more: bool = False
    """Whether a city or county there goes further."""


@dataclass(frozen=True)
class LegendEntry:
    """What the legend shows of one answer."""

    label: str
    href: str
    count: int
    mark: str
    letter: str


@pass_context
def map_entries(context: Context, comparison: Comparison) -> dict[str, MapEntry]:
    """Return what the map draws for a question, by code, with links from the present page.

    They stand in the order of the names.
    """
    translate = context["gettext"]  # oldstyle: a plain function, which leaves "%" alone
    further = context["facts"].further(comparison.topic.id)
    return {
        row.place.code: MapEntry(
            row.name,
            address(context, row.url),
            translate(row.answer.label),
            row.answer.mark,
            row.answer.letter,
            row.place.code in further,
        )
        for row in sorted(comparison.rows, key=lambda row: row.place.order)
    }


@pass_context
def legend(context: Context, comparison: Comparison, page: str) -> list[LegendEntry]:
    """Return a question's legend; its entries lead to the lists on `page` (default: this one)."""
    return [
        LegendEntry(
            context["gettext"](group.answer.label),
            address(context, page + "#" + group.answer.key.replace("_", "-")),
            group.count,
            group.answer.mark,
            group.answer.letter,
        )
        for group in comparison.groups
    ]
