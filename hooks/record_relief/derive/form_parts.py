"""What the law of a state, a city or a county adds to a form: its parts, law by law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..source.fair_chance import FairChance
from ..source.fair_duties import USUAL, DaySpan, Duty, Factors, Notice, Refusal
from ..source.forms import Adds
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from . import labels
from .labels import N_
from .rules import is_open, least_for, place_name, waits_for

_DAYS = {
    "answer": N_("You have at least {days} {unit} to answer this letter."),
    "wait": N_("We wait at least {days} {unit} before the final decision."),
}


@dataclass(frozen=True)
class Part:
    """One thing that a law asks for. What is not confirmed stands in no letter."""

    say: str
    confirmed: bool
    words: str = ""
    """Ready words for a letter, to keep or to change."""


@dataclass(frozen=True)
class LawParts:
    """The parts that one law asks for; `city` is empty where it is the state's."""

    place: Jurisdiction
    fair: FairChance
    duty: Duty
    parts: tuple[Part, ...]
    is_aside: bool = False
    """Whether it stands beside a form, for whoever fills it in, and in no letter."""

    @property
    def name(self) -> str:
        """The city, the county or the state whose law it is."""
        return place_name(self.place, self.duty)

    @property
    def city(self) -> str:
        """The city or county, or an empty text."""
        return self.name if self.duty.local else ""

    @property
    def title(self) -> str:
        """The place and the citation, as a heading."""
        return N_("{place}: {citation}").format(place=self.name, citation=self.duty.citation)

    @property
    def local(self) -> LocalLaw | None:
        """The city's or county's law that the duty belongs to."""
        return self.fair.local_law(self.duty.local)

    @property
    def is_days(self) -> bool:
        """Whether it is a time to answer or to wait, which is said as a sentence."""
        return isinstance(self.duty, DaySpan)

    @property
    def is_test(self) -> bool:
        """Whether it says when a record may be the reason for a no."""
        return isinstance(self.duty, Refusal)

    @property
    def bars_all(self) -> bool:
        """Whether its law lets no record count, apart from what its words name."""
        return bool(self.local and self.local.bars_all)

    @property
    def is_doubtful(self) -> bool:
        """Whether it is a local law that is not surely in force; then no letter rests on it."""
        return bool(self.local and self.local.status != "in_force")

    @property
    def is_usual(self) -> bool:
        """Whether it binds all of those whom the form is written for, as far as it says."""
        return (self.duty.usual or not self.duty.only) and USUAL[self.duty.who] in self.duty.binds

    @property
    def threshold(self) -> str | None:
        """From how many employees or homes on, in words: of the local law, or of the state's."""
        if self.duty.local:
            return self.local.threshold_text if self.local else None
        private = self.fair.employment.private
        binds = self.duty.who == "employer" and "private_employers" in self.duty.binds
        return private.threshold_text if binds else None

    @property
    def below(self) -> str:
        """What holds for those with fewer than that number, in words, or an empty text."""
        if not self.threshold or self.duty.who == "landlord":
            return ""
        return (self.local or self.fair.employment.private).below or ""

    @property
    def least(self) -> int | None:
        """From how many employees or homes on the duty binds; None where it names no number."""
        return least_for(self.fair, self.duty)

    @property
    def said(self) -> list[str]:
        """What a letter may say."""
        return [part.say for part in self.said_parts]

    @property
    def said_parts(self) -> list[Part]:
        """What a letter may say, with the words that are ready for it."""
        if self.is_aside or self.is_doubtful:
            return []
        return [part for part in self.parts if part.confirmed]

    @property
    def sure(self) -> list[str]:
        """What is confirmed, whether a letter may say it or not."""
        return [] if self.is_doubtful else [part.say for part in self.parts if part.confirmed]

    @property
    def open(self) -> list[str]:
        """What a letter may not say, since nothing that was read confirms it."""
        return [part.say for part in self.parts if self.is_doubtful or not part.confirmed]


def form_parts(places: Iterable[Jurisdiction], reader: str, adds: Adds) -> list[LawParts]:
    """Return what the laws of each place add to a form for a reader, the state's law first."""
    return [
        LawParts(place, place.fair_chance, duty, parts, is_aside=_is_aside(duty, adds))
        for place in places
        if place.fair_chance
        for duty, parts in sorted(
            _duties(place.fair_chance, reader, adds), key=lambda found: found[0].local or ""
        )
        if not _ended(place.fair_chance, duty)
    ]


def _is_aside(duty: Duty, adds: Adds) -> bool:
    """Return whether a duty is a test beside a notice; an assessment says the test itself."""
    return isinstance(duty, Refusal) and adds != "factors"


def law_tests(places: Iterable[Jurisdiction], reader: str) -> list[LawParts]:
    """Return when the laws of each place let a record be the reason for a reader's no."""
    return [law for law in form_parts(places, reader, "factors") if law.is_test]


def _ended(fair: FairChance, duty: Duty) -> bool:
    law = fair.local_law(duty.local)
    return bool(law and law.status == "ended")


def _duties(
    fair: FairChance, reader: str, adds: Adds
) -> Iterator[tuple[Factors | Refusal | Notice | DaySpan, tuple[Part, ...]]]:
    if adds == "factors":
        for entry in fair.factors:
            if entry.who == reader:
                yield entry, _parts(fair, f"factors.{entry.id}.weigh", entry.weigh)
    for test in fair.refusals:
        if test.who == reader:
            yield test, _parts(fair, f"refusals.{test.id}.text", [test.text])
    if adds == "factors":
        return
    for notice in fair.notices:
        if notice.who == reader and notice.stage == adds:
            parts = _parts(fair, f"notices.{notice.id}.must", notice.must)
            ready = {words.part: _ready(fair, notice, words.say) for words in notice.words}
            yield (
                notice,
                tuple(
                    replace(part, words=ready.get(number, ""))
                    for number, part in enumerate(parts, 1)
                ),
            )
    if adds == "first":
        for time in waits_for(fair, reader):
            yield time, (_days(fair, time),)


def _parts(fair: FairChance, field: str, says: list[str]) -> tuple[Part, ...]:
    return tuple(
        Part(say[:1].upper() + say[1:], not fair.is_item_marked(field, number))
        for number, say in enumerate(says, 1)
    )


def _ready(fair: FairChance, notice: Notice, say: str) -> str:
    """Return ready words with what the same law has weighed, and how long it gives to answer.

    Nothing where a number or a factor that they need is not confirmed.
    """
    if "{factors}" in say:
        say = say.replace("{factors}", _factors(fair, notice))
    if "{wait}" in say:
        spans = [span for span in waits_for(fair, notice.who) if span.local == notice.local]
        sure = [span for span in spans if _days(fair, span).confirmed]
        if not sure:
            return ""
        time = sure[0]
        unit = labels.label("time.unit", time.unit)
        say = say.replace("{wait}", N_("{days} {unit}").format(days=time.days, unit=unit))
    return say


def _factors(fair: FairChance, notice: Notice) -> str:
    """Return the confirmed factors of the same law, each list with what it is for."""
    lists = []
    for entry in fair.factors:
        if (entry.who, entry.local) != (notice.who, notice.local):
            continue
        parts = _parts(fair, f"factors.{entry.id}.weigh", entry.weigh)
        weigh = "; ".join(
            say for say, part in zip(entry.weigh, parts, strict=True) if part.confirmed
        )
        if weigh:
            only = f"{entry.only[:1].upper()}{entry.only[1:]}: " if entry.only else ""
            lists.append(f"{only}{weigh}.")
    return " ".join(lists)


def _days(fair: FairChance, time: DaySpan) -> Part:
    said = _DAYS[time.purpose].format(days=time.days, unit=labels.label("time.unit", time.unit))
    base = f"times.{time.id}"
    return Part(said, not any(is_open(fair, f"{base}.{point}") for point in ("days", "unit")))
