"""What kind of record is it? The reader's answers, and what laws and ways call the same thing.

The one table by which a survivors' law (`records`) and a general way (`reaches`) are held against
the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..source.values import Record, WayKind
from .labels import N_

AnswerKey = Literal["conviction", "arrest", "deferred", "juvenile"]
SeriousKey = Literal["misdemeanor", "felony", "smaller"]


@dataclass(frozen=True)
class Answer:
    """One answer to "What kind of record is it?"; `short` is how it stands in a list of answers."""

    key: AnswerKey
    label: str
    short: str
    records: frozenset[Record]
    """What a survivors' law that reaches such a record names; all of it, to fit any such record.

    None for "deferred": what a law says of it stands in a field of its own.
    """
    kinds: tuple[WayKind, ...]
    """The kinds of record of the general ways that the answer may mean, the commonest first."""


ANSWERS: tuple[Answer, ...] = (
    Answer(
        "conviction",
        N_("A conviction: you pleaded guilty or were found guilty"),
        N_("a conviction"),
        frozenset({"conviction"}),
        ("misdemeanor", "felony", "violation", "pardoned"),
    ),
    Answer(
        "arrest",
        N_("An arrest, or a case that was dropped, dismissed or ended in “not guilty”"),
        N_("an arrest, or a case that was dropped, dismissed or not guilty"),
        frozenset({"arrest", "charge"}),
        ("non_conviction",),
    ),
    Answer(
        "deferred",
        N_("A case that was dismissed because you finished a program or probation"),
        N_("a case that was put off and then dismissed"),
        frozenset(),
        ("deferred",),
    ),
    Answer(
        "juvenile",
        N_("A juvenile case: you were treated as a minor"),
        N_("a juvenile case"),
        frozenset({"juvenile_adjudication"}),
        ("juvenile",),
    ),
)
# The order in which a page lists the kinds of record.
KINDS: tuple[WayKind, ...] = (
    "non_conviction", "misdemeanor", "felony", "violation", "deferred", "juvenile", "pardoned",
)  # fmt: skip


@dataclass(frozen=True)
class Serious:
    """One answer to "How serious was it?"; `kind` is the kind of conviction that it names."""

    key: SeriousKey
    label: str
    kind: WayKind

    @property
    def kinds(self) -> tuple[WayKind, ...]:
        """The kinds of record that the answer leaves: other convictions fall away."""
        others = {other.kind for other in SERIOUS} - {self.kind}
        return tuple(kind for kind in KINDS if kind not in others)


SERIOUS: tuple[Serious, ...] = (
    Serious("misdemeanor", N_("A misdemeanor"), "misdemeanor"),
    Serious("felony", N_("A felony"), "felony"),
    Serious(
        "smaller",
        N_("Something smaller, such as a violation, an infraction or a city offense"),
        "violation",
    ),
)
