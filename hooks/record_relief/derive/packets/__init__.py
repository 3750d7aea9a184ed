"""The papers to start from: a draft outline for each law, worked out from its values and words.

In come a place, its evidence and the words of `data/packets.yaml`; out go packets of plain pieces.
Read `pieces`, `sheets` (what every packet has), `law` (what a law asks).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from ...source.evidence import Evidence
from ...source.law import Law
from ...source.packets import PacketsFile
from ...source.place import Jurisdiction
from ..labels import N_
from ..lawpage import READ
from ..places import guide_url
from ..wording import day
from .law import LawWriter
from .pieces import CALLED, Paper, Piece
from .sheets import WaysWriter

_READ_WITH_PARTS = N_(
    "This law was read in full, but not every text quoted here. The list of texts says which."
)

__all__ = ["Packet", "Packets", "Paper", "Piece"]


@dataclass(frozen=True)
class Packet:
    """The papers for one law, or for the other ways of a place, where `law` is none.

    `called` is what a viewer shows of the file: in a tab, or in a list of what was opened last.
    """

    place: Jurisdiction
    law: Law | None
    called: str
    title: str
    subtitle: str
    told: str
    foot: str
    name: str
    write: Callable[[], tuple[Paper, ...]] = field(repr=False, compare=False)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The sheets, in order: a page that only names the packet has no need of them."""
        return self.write()

    def file(self, ending: str) -> str:
        """Return the address of the packet as a file: "pdf" or "docx"."""
        return f"{guide_url(self.place)}{self.name}.{ending}"


class Packets:
    """The packets of one place.

    The names of their files tell the place and a number, and nothing of what is in them.
    `told_by` names the sources of each federal fact by the fact's id.
    """

    def __init__(
        self,
        place: Jurisdiction,
        evidence: Evidence,
        words: PacketsFile,
        fbi: str | None,
        told_by: Mapping[str, str] | None = None,
    ) -> None:
        self._place = place
        self._evidence = evidence
        self._words = words
        self._fbi = fbi
        self._told_by = told_by

    @cached_property
    def laws(self) -> list[Packet]:
        """One for each law, in the order of the law page."""
        return [self._of_law(law, number) for number, law in enumerate(self._place.relief, 1)]

    @cached_property
    def ways(self) -> list[Packet]:
        """The checklist for the other ways; none where there is no way."""
        if not self._place.ways:
            return []
        place = self._place
        writer = WaysWriter(place, self._evidence, self._words, self._fbi, self._told_by)
        title = N_("{place}: other ways to clear a record").format(place=place.name)
        told = self._told(N_("What is not confirmed says so."))
        name = f"{place.code.lower()}-ways"
        write = partial(writer.papers, "ways")
        return [Packet(place, None, title, title, "", told, self._foot, name, write)]

    @property
    def all(self) -> list[Packet]:
        """Every packet of the place."""
        return [*self.laws, *self.ways]

    @property
    def _foot(self) -> str:
        return self._words.labels["foot"].replace("{day}", day(self._place.checked))

    def _told(self, how: str) -> str:
        checked, read = day(self._place.checked), day(self._evidence.read)
        return self._words.labels["checked"].format(day=checked, read=read, how=how)

    def _of_law(self, law: Law, number: int) -> Packet:
        place = self._place
        writer = LawWriter(place, law, self._evidence, self._words, self._fbi, self._told_by)
        found = self._evidence.laws.get(law.id)
        read = found.read if found else "none"
        parts = read == "whole" and writer.quotes_parts
        told = self._told(_READ_WITH_PARTS if parts else READ[read])
        where = self._words.labels["place_line"].format(place=place.name, citation=writer.citation)
        name = f"{place.code.lower()}-draft-{number}"
        called = CALLED.format(place=place.name, number=number)
        write = partial(writer.papers, "law")
        return Packet(place, law, called, law.title, where, told, self._foot, name, write)
