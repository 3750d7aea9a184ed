"""What a citation of a page says: title, address, the day of the last check, and the version.

The version names the facts as they were, and where they stay: those of its place, where a page is
about one, and of all otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..languages import marks
from ..languages.language import Language
from ..source.addresses import slug
from ..source.place import Jurisdiction
from .guide import Guide
from .labels import N_
from .lawpage import LawPage
from .release import API, DRAFT
from .site import Facts
from .wayspage import WaysPage

FOLDER = "cite"
_NOTE = N_("Checked {day}, version {version}")
# The Bluebook's short months (table T12).
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What a citation of one page says, as `text`, too.

    `kept` is the file that keeps the facts as they were; None while the files are a draft. `note`
    is what a program's entry says of the version; where it is kept stands for {address}.
    """

    key: str
    title: str
    url: str
    checked: date
    version: str
    kept: str | None
    site_url: str
    text: str
    note: str

    @property
    def permalink(self) -> str | None:
        """Where this version of the facts stays, if it is kept."""
        return self.site_url + self.kept if self.kept else None

    @property
    def files(self) -> str:
        """The address of its files, without their endings."""
        return f"{FOLDER}/{self.key}"


class Citations:
    """The citations of a site's pages, in the language of its facts."""

    def __init__(self, facts: Facts, site_url: str, language: Language | None = None) -> None:
        self._facts = facts
        self._prefix = language.prefix if language else ""
        self._day = language.day if language else _short_day
        self._site_url = site_url
        pages: list[Guide | LawPage | WaysPage] = [*facts.guides.values(), *facts.pages_below]
        self._pages = {page.url: page for page in pages}
        # What else is about one place alone.
        self._places = {
            url: guide.place
            for guide in facts.guides.values()
            for url in (guide.fit_url, guide.myths_url, *guide.rules_urls)
        }

    def of(self, url: str, title: str) -> Citation:
        """Return the citation of the page at `url` (from the root of the site)."""
        page = self._pages.get(url)
        if page is None:
            return self._citation(slug(url) or "home", title, url, self._places.get(url))
        if isinstance(page, Guide):
            # A guide is called like its place; references need more, but not the reason.
            title = self._facts.say("{place}: clearing a record").format(place=title)
        return self._citation(page.slug, title, page.short_url, page.place)

    def _citation(self, key: str, title: str, url: str, place: Jurisdiction | None) -> Citation:
        release = self._facts.release
        if place:
            part = release.places[place.code]
            checked, version, file = place.checked, part.version, part.file
        else:
            checked, version = release.checked, release.version
            file = f"record-relief-{version}.json"
        address, say = self._site_url + self._prefix + url, self._facts.say
        text = say("{title}, Record Relief (checked {day}, version {version}), {address}")
        kept = _kept(file)
        note = say(N_("Checked {day}, version {version}, kept at {address}") if kept else _NOTE)
        return Citation(
            self._prefix.replace("/", "-") + key,
            marks.plain(title),
            address,
            checked,
            version,
            kept,
            self._site_url,
            marks.plain(text).format(
                title=title, day=self._day(checked), version=version, address=address
            ),
            marks.plain(note).format(day=checked.isoformat(), version=version, address="{address}"),
        )


def _short_day(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _kept(file: str) -> str | None:
    return None if DRAFT else f"{API}/versions/{file}"
