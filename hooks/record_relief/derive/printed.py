"""Which files there are to print, and how large each may be.

A page can't measure files that are made after it. So it names these limits, and the files are held
to them when they are made. Those of all places take longest: only a site to be published has them.
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
class Together:
    """The sheets of all places, as one PDF and as a ZIP."""

    combined: Printed
    archive: Printed


@dataclass(frozen=True)
class Paper:
    """All that there is to print; the sheets of a place are under its code."""

    neutral: dict[str, Printed]
    full: dict[str, Printed]
    worksheet: Printed
    together: Together | None

    @property
    def files(self) -> list[Printed]:
        """Each of them."""
        together = (self.together.combined, self.together.archive) if self.together else ()
        return [*self.neutral.values(), *self.full.values(), self.worksheet, *together]


def paper(facts: Facts) -> Paper:
    """Return the files to print, those of all places only where the site is to be published."""
    return Paper(
        neutral={place.code: Printed(handout_url(place), 1, 45) for place in facts.places},
        full={place.code: Printed(handout_url(place, full=True), 2, 65) for place in facts.places},
        worksheet=Printed("paper/my-case.pdf", 2, 50),
        together=_together(facts.total) if facts.publishing else None,
    )


def _together(total: int) -> Together:
    return Together(
        # The contents, then a sheet for each place; a sheet has two pages.
        combined=Printed("paper/all-places.pdf", 2 * (ceil(total / _LISTED) + total), 40 * total),
        archive=Printed("paper/record-relief-sheets.zip", 0, 60 * total),
    )
