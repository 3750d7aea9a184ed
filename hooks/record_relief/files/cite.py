"""How to cite a page: text as the Bluebook has it, BibTeX and CSL-JSON, with a QR code.

A citation gives the day of the last check, the version of the facts, and where that version stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..derive.places import slug
from ..derive.site import Facts
from . import drawing
from .api.files import FOLDER as API
from .artifacts import Artifact, as_is

FOLDER = "cite"
# The Bluebook's short months (table T12).
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_ESCAPED = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})


@dataclass(frozen=True)
class Citation:
    """What a citation of one page says. `kept` is the file that keeps the facts as they were."""

    key: str
    title: str
    url: str
    checked: date
    version: str
    kept: str
    site_url: str

    @property
    def permalink(self) -> str:
        """Where this version of the facts stays."""
        return self.site_url + self.kept

    @property
    def files(self) -> str:
        """Where its files stand, without their endings."""
        return f"{FOLDER}/{self.key}"

    @property
    def text(self) -> str:
        """The citation as text."""
        day = f"{_MONTHS[self.checked.month - 1]} {self.checked.day}, {self.checked.year}"
        return f"{self.title}, Record Relief (checked {day}, version {self.version}), {self.url}"


class Citations:
    """The citations of a site's pages."""

    def __init__(self, facts: Facts, site_url: str) -> None:
        self._facts = facts
        self._site_url = site_url
        self._guides = {guide.url: guide for guide in facts.guides.values()}

    def of(self, url: str, title: str) -> Citation:
        """Return the citation of the page at `url` (from the root of the site)."""
        release = self._facts.release
        guide = self._guides.get(url)
        if guide:
            part = release.places[guide.place.code]
            return Citation(
                guide.slug,
                title,
                self._site_url + guide.short_url,
                guide.place.checked,
                part.version,
                f"{API}/versions/{part.file}",
                self._site_url,
            )
        return Citation(
            slug(url) or "home",
            title,
            self._site_url + url,
            release.checked,
            release.version,
            f"{API}/versions/record-relief-{release.version}.json",
            self._site_url,
        )


def bibtex(citation: Citation) -> bytes:
    """Return a citation as BibTeX."""
    fields = {
        "title": f"{{{citation.title.translate(_ESCAPED)}}}",
        "author": "{Record Relief}",
        "year": str(citation.checked.year),
        "month": str(citation.checked.month),
        "url": citation.url,
        "note": f"Checked {citation.checked.isoformat()}, version {citation.version}, kept at "
        f"\\url{{{citation.permalink}}}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{record-relief-{citation.key},\n{lines}\n}}\n".encode()


def csl(citation: Citation) -> bytes:
    """Return a citation as CSL-JSON, which Zotero and others read."""
    day = citation.checked
    item = {
        "id": f"record-relief-{citation.key}",
        "type": "webpage",
        "title": citation.title,
        "container-title": "Record Relief",
        "author": [{"literal": "Record Relief"}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": citation.version,
        "URL": citation.url,
        "archive_location": citation.permalink,
    }
    return (json.dumps([item], ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def artifacts(citations: Iterable[Citation]) -> Iterator[Artifact]:
    """Yield the files of each citation."""
    for citation in citations:
        yield Artifact(f"{citation.files}.bib", as_is, (bibtex(citation),))
        yield Artifact(f"{citation.files}.json", as_is, (csl(citation),))
        yield Artifact(f"{citation.files}.svg", drawing.qr, (citation.url,))
