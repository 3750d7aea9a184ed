"""The comparison maps as files: SVG and PDF of each question, and the small ones on cards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..derive.questions import NOT_COVERED, Comparison
from ..derive.site import Facts
from ..pages import palette
from ..pages.usmap import UsMap, load_map
from . import drawing
from .artifacts import Artifact, as_is

FOLDER = "maps"


@dataclass(frozen=True)
class About:
    """What stands around a map that is alone."""

    title: str
    lead: str
    source: str
    legend: tuple[tuple[str, str, str, int], ...]


class Drawings:
    """Draws maps from the templates and colours in `overrides`."""

    def __init__(self, facts: Facts, overrides: Path, site_url: str) -> None:
        self._facts = facts
        self._overrides = overrides
        self._host = site_url.partition("://")[2].rstrip("/")
        self._layout: UsMap = load_map(overrides.parent / "data/outlines.json")
        environment = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._map = environment.get_template("drawings/us_map.svg")
        colours = palette.load(overrides)
        self.colours = colours.light("paper", "ink", "quiet", "line") | colours.marks()
        self._names = {place.code: place.name for place in facts.places}

    def source(self, name: str) -> str:
        """Return a template that is not Jinja's."""
        return (self._overrides / "drawings" / name).read_text(encoding="utf-8")

    def question(self, comparison: Comparison, about: About | None = None) -> str:
        """Return a question's map as SVG; with `about`, one that can stand alone."""
        marks = {row.place.code: (row.answer.mark, row.answer.letter) for row in comparison.rows}
        return self._draw(marks, about=about)

    def place(self, code: str) -> str:
        """Return the map on which one place stands out; none does for an empty code."""
        marks = dict.fromkeys(self._layout.places, ("outline", ""))
        return self._draw(marks, pale=True, highlight=code)

    def _draw(
        self,
        marks: Mapping[str, tuple[str, str]],
        *,
        pale: bool = False,
        highlight: str = "",
        about: About | None = None,
    ) -> str:
        return self._map.render(
            layout=self._layout,
            marks=marks,
            colours=self.colours,
            names=self._names,
            pale=pale,
            highlight=highlight,
            about=about,
        )

    def alone(self, comparison: Comparison) -> str:
        """Return a question's map with title, legend, date and source."""
        checked = f"{self._facts.checked:%B} {self._facts.checked.day}, {self._facts.checked.year}"
        legend = tuple(
            (group.answer.mark, group.answer.letter, group.answer.label, group.count)
            for group in comparison.groups
        )
        asterisk = "Information, not legal advice. Parts may be marked as not confirmed there."
        source = f"{self._host}/{comparison.url} · checked {checked} · {asterisk}"
        return self.question(
            comparison, About(comparison.topic.title, comparison.topic.ask, source, legend)
        )


def artifacts(facts: Facts, drawings: Drawings) -> Iterator[Artifact]:
    """Yield each question's map as SVG and as PDF."""
    template = drawings.source("map.typ")
    day = [facts.checked.year, facts.checked.month, facts.checked.day]
    for comparison in facts.comparisons.values():
        svg = drawings.alone(comparison)
        told = "; ".join(
            f"{group.answer.label}: {', '.join(row.name for row in group.rows)}"
            for group in comparison.groups
            if group.answer.key != NOT_COVERED
        )
        alt = f"{comparison.topic.ask} {told}."
        data = {"title": comparison.topic.title, "alt": alt, "date": day}
        yield Artifact(f"{FOLDER}/{comparison.topic.id}.svg", as_is, (svg.encode(),))
        yield Artifact(
            f"{FOLDER}/{comparison.topic.id}.pdf", drawing.pdf, (template, json.dumps(data), svg)
        )
