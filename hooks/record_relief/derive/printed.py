"""Which files there are to print, and how large each may be.

A page can't measure files that are made after it. So it names these limits, and the files are held
to them when they are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from .places import handout_url
from .site import Facts

# As many places as a sheet of contents surely lists.
_LISTED = 60


@dataclass(frozen=True)
class Printed:
    """A file to print and its largest size; a ZIP has no count of pages."""

    url: str
    most_pages: int
    most_kilobytes: int

    @property
    def most(self) -> str:
        """The largest size, written for people: 65 KB, 2.1 MB."""
        if self.most_kilobytes < 1000:
            return f"{self.most_kilobytes} KB"
        return f"{self.most_kilobytes / 1000:.1f} MB"


@dataclass(frozen=True)
class Paper:
    """All that there is to print; the sheets of a place are under its code."""

    neutral: dict[str, Printed]
    full: dict[str, Printed]
    worksheet: Printed
    combined: Printed
    archive: Printed

    @property
    def files(self) -> list[Printed]:
        """Each of them."""
        sheets = (*self.neutral.values(), *self.full.values())
        return [*sheets, self.worksheet, self.combined, self.archive]


def paper(facts: Facts) -> Paper:
    """Return the files to print."""
    return Paper(
        neutral={place.code: Printed(handout_url(place), 1, 45) for place in facts.places},
        full={place.code: Printed(handout_url(place, full=True), 2, 65) for place in facts.places},
        worksheet=Printed("paper/my-case.pdf", 2, 50),
        # The contents, then a sheet for each place; a sheet has two pages.
        combined=Printed(
            "paper/all-places.pdf",
            2 * (ceil(facts.total / _LISTED) + facts.total),
            40 * facts.total,
        ),
        archive=Printed("paper/record-relief-sheets.zip", 0, 60 * facts.total),
    )
