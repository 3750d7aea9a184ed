"""A place's own rules for background checks, for those who check: one page for each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from ..source.addresses import slug
from ..source.cited import Source
from ..source.fair_chance import FairChance, ResponseTime
from ..source.place import Jurisdiction
from . import labels as words
from .labels import N_
from .placepage import PlacePage
from .places import guide_url

Audience = Literal["employers", "landlords"]
AUDIENCES: tuple[Audience, ...] = ("employers", "landlords")
_READER = {"employers": "employer", "landlords": "landlord"}
# The parts of fair_chance that each page shows, in its order.
_PARTS: dict[Audience, tuple[str, ...]] = {
    "employers": (
        "employment.private",
        "employment.public",
        "employment.cleared_records",
        "employment.lookback",
    ),
    "landlords": ("housing", "employment.cleared_records", "employment.lookback"),
}

# What the parts and their points are called where they are not confirmed.
_NAMES = {
    "employment.private": N_("Private employers"),
    "employment.public": N_("Public employers"),
    "employment.cleared_records": N_("Cleared records"),
    "employment.lookback": N_("How far back a report may go"),
    "employment.local": N_("City and county rules"),
    "housing": N_("Landlords"),
    "housing.local": N_("City and county rules"),
}
_POINTS = {
    "rule": N_("the rule itself"),
    "ask": N_("when the question may come"),
    "text": N_("what the text says"),
    "citation": N_("the citation"),
    "threshold": N_("who is covered"),
    "years": N_("the number of years"),
}


@dataclass(frozen=True)
class Short:
    """A line of the page's answer box: what is asked, the answer, whether it is confirmed."""

    label: str
    value: str
    anchor: str
    unconfirmed: bool = False


def rules_url(audience: Audience, place: Jurisdiction) -> str:
    """Return the address of a place's page for those who check."""
    return f"{audience}/{slug(place.name)}/"


def part(fair: FairChance, path: str) -> Any:
    """Return the part of fair_chance at a path such as "employment.private"."""
    found: Any = fair
    for step in path.split("."):
        found = getattr(found, step)
    return found


def is_open(fair: FairChance | None, field: str) -> bool:
    """Return whether a field of fair_chance, or a part that holds it, is not confirmed."""
    marks = {mark.field for mark in fair.unconfirmed if not mark.about} if fair else set()
    steps = field.split(".")
    return any(".".join(steps[:end]) in marks for end in range(1, len(steps) + 1))


def open_points(fair: FairChance | None, section: str) -> list[str]:
    """Return what else was not confirmed about a section of fair_chance, in words."""
    points = []
    for mark in fair.unconfirmed if fair else ():
        inside = mark.field.startswith(f"{section}.")
        if mark.field == section and mark.about:
            points.append(mark.about)
        elif inside and not mark.field.endswith(".rule"):
            points.append(mark.about or mark.field.rpartition(".")[2])
    return points


def times_for(fair: FairChance | None, reader: str) -> list[ResponseTime]:
    """Return the least times to answer that bind one kind of reader, statewide ones first."""
    found = [time for time in fair.times if time.who == reader] if fair else []
    return sorted(found, key=lambda time: time.local or "")


class Rules(PlacePage):
    """Everything that a place's page for employers or for landlords shows, in words."""

    def __init__(
        self, audience: Audience, place: Jurisdiction, shared_sources: Mapping[str, Source]
    ) -> None:
        if place.fair_chance is None:
            raise ValueError(f"{place.code} has no rules for background checks")
        super().__init__(place, shared_sources)
        self.audience: Audience = audience
        self.fair: FairChance = place.fair_chance
        self.url = rules_url(audience, place)
        self.guide_url = guide_url(place)

    @property
    def times(self) -> list[ResponseTime]:
        """The least times to answer that were found, statewide ones first."""
        return times_for(self.fair, _READER[self.audience])

    @property
    def local(self) -> Sequence[str]:
        """The city and county rules that were read about."""
        found = self.fair.employment if self.audience == "employers" else self.fair.housing
        return found.local

    @property
    def local_path(self) -> str:
        """Where the local rules stand in fair_chance."""
        return "employment.local" if self.audience == "employers" else "housing.local"

    @cached_property
    def open_list(self) -> list[Short]:
        """What is not confirmed on this page: the part, and which point of it."""
        found = []
        for mark in self.fair.unconfirmed:
            for path in (*_PARTS[self.audience], self.local_path):
                rest = mark.field.removeprefix(path).lstrip(".")
                if mark.field == path or mark.field.startswith(f"{path}."):
                    point = mark.about or _POINTS.get(rest, "")
                    found.append(Short(_NAMES[path], point, ""))
        return found

    @cached_property
    def short(self) -> list[Short]:
        """The answer box: the coded rules in a few words, each leading to its text."""
        work = self.fair.employment
        if self.audience == "employers":
            lines = [
                self._line(N_("Private employers"), "hiring.rule", "employment.private.rule"),
                self._line(N_("When you may ask"), "hiring.ask", "employment.private.ask"),
            ]
            if work.private.threshold:
                field = "employment.private.threshold"
                lines.append(
                    Short(
                        N_("Who is covered"), work.private.threshold, "private", self._open(field)
                    )
                )
            lines += [
                self._line(N_("Public employers"), "hiring.rule", "employment.public.rule"),
                self._line(N_("When they may ask"), "hiring.ask", "employment.public.ask"),
            ]
        else:
            lines = [self._line(N_("Landlords"), "housing.rule", "housing.rule")]
        lines.append(self._cleared())
        if self.audience == "employers":
            years = work.lookback.years
            lines.append(
                Short(
                    N_("How far back a report may go"),
                    f"{years} years" if years else words.NO_LOOKBACK,
                    "lookback",
                    self._open("employment.lookback.years"),
                )
            )
        if self.local:
            lines.append(Short(N_("City and county rules"), N_("Some; see below"), "local"))
        return lines

    @property
    def row(self) -> list[Short]:
        """The place's line in the table of all places."""
        fields = (
            (
                (N_("Private employers"), "hiring.rule", "employment.private.rule"),
                (N_("When they may ask"), "hiring.ask", "employment.private.ask"),
                (N_("Public employers"), "hiring.rule", "employment.public.rule"),
            )
            if self.audience == "employers"
            else ((N_("Landlords"), "housing.rule", "housing.rule"),)
        )
        return [*(self._line(*field) for field in fields), self._cleared()]

    @property
    def columns(self) -> list[str]:
        """The headings of that table."""
        return [line.label for line in self.row]

    def _cleared(self) -> Short:
        path = "employment.cleared_records.rule"
        value = words.label("cleared.for_you", part(self.fair, path))
        return Short(N_("Cleared records"), value, "cleared-records", self._open(path))

    def _line(self, label: str, field: str, path: str) -> Short:
        anchor = path.split(".")[-2]
        return Short(label, words.label(field, part(self.fair, path)), anchor, self._open(path))

    def _open(self, field: str) -> bool:
        return is_open(self.fair, field)

    def fair_unconfirmed(self, field: str) -> bool:
        """Return whether a field of fair_chance, or a part that holds it, is marked."""
        return is_open(self.fair, field)

    def fair_open_points(self, section: str) -> list[str]:
        """Return what else was not confirmed about a section of fair_chance, in words."""
        return open_points(self.fair, section)

    def _cited(self) -> Iterator[str]:
        for path in _PARTS[self.audience]:
            yield from part(self.fair, f"{path}.sources")
        for time in self.times:
            yield from time.sources
