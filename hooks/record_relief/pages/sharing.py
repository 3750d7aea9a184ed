"""What a page tells other programs about itself: link previews and schema.org (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..derive.citations import Citation, Citations
from ..derive.guide import Guide
from ..derive.labels import N_
from ..derive.previews import Card, card
from ..derive.release import API, LICENSE
from ..derive.site import Facts
from ..derive.topics import myth_url
from ..languages.language import Language
from ..source.explainers import Myth
from ..source.law import Law

Trail = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Shared:
    """What the head of a page and its part "Share, cite" need."""

    card: Card
    citation: Citation
    linked_data: str


class Sharing:
    """Works out what each page tells, in a language.

    `in_language` returns an address from the root of the site in that language, if its page stands.
    """

    def __init__(
        self,
        facts: Facts,
        site_url: str,
        language: Language | None = None,
        in_language: Callable[[str], str] = str,
    ) -> None:
        self._facts = facts
        self._in_language = in_language
        self._site_url = site_url
        self._prefix = language.prefix if language else ""
        self._citations = Citations(facts, site_url, language)
        self._laws = {page.url: page.guide for page in facts.law_pages.values()}
        self._myths = {myth_url(myth): [myth] for myth in facts.data.myths}
        self._myths["myths/"] = list(facts.data.myths)

    def of(self, url: str, title: str, trail: Trail) -> Shared:
        """Return what the page at `url` tells; `trail` leads to it from the home page."""
        picture = card(self._facts, url)
        return Shared(
            replace(picture, path=self._prefix + picture.path),
            self._citations.of(url, title),
            self._linked_data(url, title, trail),
        )

    def _linked_data(self, url: str, title: str, trail: Trail) -> str:
        """Return the page's JSON-LD, safe inside a script element."""
        graph: list[dict[str, Any]] = []
        if url:
            graph.append(self._breadcrumbs([*trail, (title, url)]))
        if url in self._laws:
            guide = self._laws[url]
            graph += [self._legislation(guide, law) for law in guide.place.relief]
        if url in self._myths:
            graph.append(self._questions(self._myths[url]))
        if url == "data/":
            graph.append(self._dataset())
        if not url:
            home = self._site_url + self._prefix
            graph.append({"@type": "WebSite", "name": "Record Relief", "url": home})
        text = json.dumps(
            {"@context": "https://schema.org", "@graph": graph},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        return text.replace("<", "\\u003c")

    def _breadcrumbs(self, steps: Trail) -> dict[str, Any]:
        items = [
            {
                "@type": "ListItem",
                "position": n,
                "name": name,
                "item": self._site_url + self._in_language(url),
            }
            for n, (name, url) in enumerate([("Record Relief", ""), *steps], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _legislation(self, guide: Guide, law: Law) -> dict[str, Any]:
        found = {
            "@type": "Legislation",
            "name": law.citation,
            "legislationIdentifier": law.citation,
            "legislationJurisdiction": guide.name,
        }
        if law.enacted and law.enacted.year:
            found["legislationDate"] = str(law.enacted.year)
        return found

    def _dataset(self) -> dict[str, Any]:
        files = {"record-relief.json": "application/json", "laws.csv": "text/csv"}
        checked = self._facts.checked.isoformat()
        return {
            "@type": "Dataset",
            "name": "Record Relief: laws for clearing records",
            "description": "Laws by which survivors can clear a record, for every US jurisdiction, "
            "with citations, sources and rules for background checks.",
            "url": f"{self._site_url}data/",
            "license": asdict(LICENSE)["url"],
            "version": self._facts.release.version,
            "dateModified": checked,
            "isAccessibleForFree": True,
            "spatialCoverage": "United States",
            "creator": {"@type": "Organization", "name": "Record Relief", "url": self._site_url},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": f"{self._site_url}{API}/{name}",
                }
                for name, kind in files.items()
            ],
        }

    def _questions(self, myths: Sequence[Myth]) -> dict[str, Any]:
        ask = self._facts.say(N_("Is it true? {myth}"))
        return {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": ask.format(myth=myth.myth),
                    "acceptedAnswer": {"@type": "Answer", "text": myth.fact},
                }
                for myth in myths
            ],
        }
