"""The comparison maps as files: SVG and PDF of each question, and the small ones on cards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from pathlib import Path
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..derive.editions import Edition
from ..derive.labels import N_
from ..derive.questions import NOT_COVERED, Comparison
from ..derive.site import Facts
from ..pages import palette
from ..pages.usmap import UsMap, load_map
from . import drawing
from .artifacts import Artifact, as_is
from .drawing import Layer
from .speech import Speech

FOLDER = "maps"
ENDINGS = (".svg", ".pdf")
_SOURCE = N_(
    "{address} · checked {day} · Information, not legal advice. Parts may be marked as not "
    "confirmed there."
)


SMALL_WIDTH = 610  # of the map on a card, in pixels
_LINES = 4  # how far lines reach out of a place, in the units of the map
# How many letters of a line fit, in any typeface that may stand in for that of the site.
_TITLE, _LEAD, _SMALL, _LABEL = 53, 96, 128, 48


def _lines(text: str, most: int) -> list[str]:
    """Return a text in as few lines as hold it, none much shorter than the others."""
    lines = wrap(text, most)
    even = wrap(text, min(most, len(text) // len(lines) + 12))
    return even if len(even) == len(lines) else lines


@dataclass(frozen=True)
class Row:
    """One answer in the legend of a map, with its count; its words are in `lines`."""

    mark: str
    letter: str
    label: str
    count: int

    @property
    def lines(self) -> list[str]:
        """The words beside the mark."""
        return _lines(f"{self.label}: {self.count}", _LABEL)


class About:
    """What stands around a map that is alone, in lines that fit beside each other."""

    def __init__(self, title: str, lead: str, source: str, legend: Sequence[Row]) -> None:
        self.title = title
        self.titles = _lines(title, _TITLE)
        self.leads = _lines(lead, _LEAD)
        self.sources = _lines(source, _SMALL)
        self.legend = legend
        # Two answers stand beside each other.
        self.pairs = [legend[at : at + 2] for at in range(0, len(legend), 2)]


class Drawings:
    """Draws maps from the templates and colours in `overrides`, in the language of `edition`."""

    def __init__(
        self, facts: Facts, overrides: Path, site_url: str, edition: Edition | None = None
    ) -> None:
        self._facts = edition.facts if edition else facts
        self._overrides = overrides
        self.speech = Speech.of(edition.language if edition else None)
        self._host = self.speech.site(site_url)
        self._layout: UsMap = load_map(overrides.parent / "data/outlines.json")
        environment = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._map = environment.get_template("drawings/us_map.svg")
        self._spot = environment.get_template("drawings/spot.svg")
        colours = palette.load(overrides)
        self.colours = colours.light("paper", "ink", "quiet", "line") | colours.marks()
        self._names = {place.code: place.name for place in self._facts.places}

    def source(self, name: str) -> str:
        """Return a template that is not Jinja's."""
        return (self._overrides / "drawings" / name).read_text(encoding="utf-8")

    def question(self, comparison: Comparison, about: About | None = None) -> str:
        """Return a question's map as SVG; with `about`, one that can stand alone."""
        marks = {row.place.code: (row.answer.mark, row.answer.letter) for row in comparison.rows}
        return self._draw(marks, about)

    def small(self, comparison: Comparison) -> tuple[Layer]:
        """Return a question's map as a card has it."""
        return (Layer(self.question(comparison), SMALL_WIDTH),)

    def place(self, code: str) -> tuple[Layer, ...]:
        """Return the map of a card on which one place stands out; none does for an empty code."""
        if not code:
            return (self._ground,)
        place = self._layout.places[code]
        scale = SMALL_WIDTH / self._layout.width
        box = place.bounds
        # From one whole pixel to another, so that it lies on the map as it would be drawn there.
        left, top = (floor((at - _LINES) * scale) for at in (box.x, box.y))
        right, bottom = (
            ceil((at + _LINES) * scale) for at in (box.x + box.width, box.y + box.height)
        )
        part = [at / scale for at in (left, top, right - left, bottom - top)]
        svg = self._spot.render(place=place, part=part, colours=self.colours)
        return (self._ground, Layer(svg, right - left, left, top))

    @cached_property
    def _ground(self) -> Layer:
        """The map that all places lie on."""
        return Layer(self._draw({}), SMALL_WIDTH)

    def _draw(self, marks: Mapping[str, tuple[str, str]], about: About | None = None) -> str:
        return self._map.render(
            layout=self._layout,
            marks=marks,
            colours=self.colours,
            names=self._names,
            about=about,
        )

    def say(self, text: str) -> str:
        """Return a text of the code as a drawing shows it."""
        return self.speech.finished(self.speech.say(text))

    def alone(self, comparison: Comparison, page: str = "") -> str:
        """Return a question's map with title, legend, date and source: the url of its page."""
        legend = [
            Row(group.answer.mark, group.answer.letter, self.say(group.answer.label), group.count)
            for group in comparison.groups
        ]
        source = self.say(_SOURCE).format(
            address=self._host + (page or comparison.url), day=self.speech.day(self._facts.checked)
        )
        topic = comparison.topic
        return self.question(
            comparison, About(self.say(topic.title), self.say(topic.ask), source, legend)
        )


def artifacts(
    facts: Facts, drawings: Drawings, edition: Edition | None = None
) -> Iterator[Artifact]:
    """Yield each question's map as SVG and as PDF; with an `edition` those that it shows."""
    template = drawings.source("map.typ")
    day = [facts.checked.year, facts.checked.month, facts.checked.day]
    say, speech = drawings.say, drawings.speech
    every = ((found, found.url) for found in facts.comparisons.values())
    for comparison, page in edition.maps if edition else every:
        topic = comparison.topic
        svg = drawings.alone(comparison, page)
        told = "; ".join(
            f"{say(group.answer.label)}: {', '.join(row.name for row in group.rows)}"
            for group in comparison.groups
            if group.answer.key != NOT_COVERED
        )
        data = {
            "title": say(topic.title),
            "alt": f"{say(topic.ask)} {told}.",
            "date": day,
            "lang": speech.code,
        }
        path = f"{speech.prefix}{FOLDER}/{topic.id}"
        yield Artifact(f"{path}.svg", as_is, (svg.encode(),))
        yield Artifact(f"{path}.pdf", drawing.pdf, (template, json.dumps(data), svg))
