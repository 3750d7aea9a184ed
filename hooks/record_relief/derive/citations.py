"""What a citation of a page says: title, address, the day of the last check, and the version.

The version names the facts as they were, and where they stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..source.addresses import slug
from .guide import Guide
from .labels import N_
from .lawpage import LawPage
from .release import API, DRAFT
from .site import Facts
from .wayspage import WaysPage

FOLDER = "cite"
# The Bluebook's short months (table T12).
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What a citation of one page says.

    `kept` is the file that keeps the facts as they were; None while the files are a draft.
    """

    key: str
    title: str
    url: str
    checked: date
    version: str
    kept: str | None
    site_url: str

    @property
    def permalink(self) -> str | None:
        """Where this version of the facts stays, if it is kept."""
        return self.site_url + self.kept if self.kept else None

    @property
    def files(self) -> str:
        """The address of its files, without their endings."""
        return f"{FOLDER}/{self.key}"

    @property
    def text(self) -> str:
        """The citation as text."""
        day = f"{_MONTHS[self.checked.month - 1]} {self.checked.day}, {self.checked.year}"
        return f"{self.title}, Record Relief (checked {day}, version {self.version}), {self.url}"


class Citations:
    """The citations of a site's pages; `prefix` begins the addresses of a language's pages."""

    def __init__(self, facts: Facts, site_url: str, prefix: str = "") -> None:
        self._facts = facts
        self._prefix = prefix
        self._site_url = site_url
        pages: list[Guide | LawPage | WaysPage] = [*facts.guides.values(), *facts.pages_below]
        self._pages = {page.url: page for page in pages}

    def of(self, url: str, title: str) -> Citation:
        """Return the citation of the page at `url` (from the root of the site)."""
        release = self._facts.release
        page = self._pages.get(url)
        if page:
            part = release.places[page.place.code]
            return Citation(
                self._key(page.slug),
                # A guide is called like its place; references need more, but not the reason.
                N_("{place}: clearing a record").format(place=title)
                if isinstance(page, Guide)
                else title,
                self._site_url + self._prefix + page.short_url,
                page.place.checked,
                part.version,
                _kept(part.file),
                self._site_url,
            )
        return Citation(
            self._key(slug(url) or "home"),
            title,
            self._site_url + self._prefix + url,
            release.checked,
            release.version,
            _kept(f"record-relief-{release.version}.json"),
            self._site_url,
        )

    def _key(self, name: str) -> str:
        return self._prefix.replace("/", "-") + name


def _kept(file: str) -> str | None:
    return None if DRAFT else f"{API}/versions/{file}"
