"""What a build makes pages from, whichever generator it is for: facts, templates, texts."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from ..derive.site import Facts
from ..files.api.files import downloads
from ..languages import language as languages
from ..languages import markdown, typed
from ..pages import directory, place_parts
from ..pages.assets import Assets
from ..pages.catalogue import Page, pages
from ..pages.glossary import Glossary
from ..pages.layout import SCRIPTS, Layout
from ..pages.prose import Prose
from ..pages.render import Renderer
from ..source.values import CODES
from ..source.written import written
from .clock import build_day
from .load import DEFAULT, load
from .load_forms import DEFAULT as FORMS
from .load_forms import load_forms
from .load_packets import DEFAULT as PACKETS
from .load_packets import load_packets


class Project:
    """The project in the folder `root` as it is now, with the templates in `overrides`.

    `url` is the address of the site, `exit_url` where the exit control leads; without `policies` no
    page has one. `language` is the name of a folder in data/languages/; without one the project is
    in English. `remarks` are the warnings about the data. Raises DataError where the data is wrong
    and OSError where a file can't be read.
    """

    def __init__(
        self,
        root: Path,
        overrides: Path,
        url: str,
        exit_url: str,
        *,
        policies: bool = True,
        language: str | None = None,
    ) -> None:
        spoken = languages.load(root / languages.FOLDER, language) if language else None
        self.language = spoken
        loaded = load(root / DEFAULT, filename=DEFAULT.as_posix())
        forms = load_forms(root / FORMS, loaded.data, filename=FORMS.as_posix())
        packets = load_packets(root / PACKETS, loaded.data, filename=PACKETS.as_posix())
        self.remarks = loaded.warnings
        checked = max(place.checked for place in loaded.data.jurisdictions)
        day = build_day(checked, os.environ)
        data = loaded.data
        pages_by_hand = list(written(root / "docs"))
        if spoken:
            data = typed.in_language(data, spoken)
            forms = [typed.translated(form, f"forms.{form.id}", spoken.texts) for form in forms]
            pages_by_hand = [markdown.translated(page, spoken.texts) for page in pages_by_hand]
        self.facts = Facts(data, forms, day, packets)
        self.root = root
        self.overrides = overrides
        self.url = url
        self.assets = Assets()
        self.renderer = Renderer(
            self.facts,
            overrides,
            root / "data/outlines.json",
            url,
            self.assets,
            lambda: downloads(self.facts, url),
            day,
            spoken,
        )
        self.prose = Prose(Glossary(data.glossary))
        self.generated = {page.source: page for page in pages(self.facts)}
        self.written = {page.source: page for page in pages_by_hand}
        self.layout = Layout(overrides, exit_url, policies=policies)

    def own_assets(self) -> dict[str, bytes]:
        """Return what is added to the folder assets/, by its plain name."""
        return self.layout.files() | self._directory() | self._place_parts() | self._icon()

    def _icon(self) -> dict[str, bytes]:
        """Return the icon of the site, in its colours."""
        icon = self.renderer.page(
            "drawings/favicon.svg", "", colours=self.layout.palette.light("link", "paper")
        )
        return {"assets/favicon.svg": f"{icon}\n".encode()}

    def _directory(self) -> dict[str, bytes]:
        """Return what search looks in first."""
        listed = [page for page in self.generated.values() if page.listed and page.searched]
        metas = {page.url: page.meta for page in self.written.values()}
        urls = [*(page.url for page in listed), *metas]
        cities = {
            law.name
            for place in self.facts.places
            if place.fair_chance
            for law in place.fair_chance.local
        }
        words = directory.load_words(self.root / directory.FILE, CODES, cities, urls)
        found = directory.entries(self.facts, listed, metas, words)
        return {directory.SCRIPT: directory.script(found).encode()}

    def _place_parts(self) -> dict[str, bytes]:
        """Return what "What might help me?" knows of all places."""
        found = place_parts.parts(self.facts.fits.values(), self.renderer)
        for page in self.generated.values():
            if place_parts.SCRIPT in SCRIPTS.get(page.template, ()):
                self.layout.saw(page, "".join(found.values()))
        return {place_parts.SCRIPT: place_parts.script(found).encode()}

    def meta(self, source: str) -> dict[str, Any]:
        """Return the front matter of a page, with the day for the sitemap."""
        page = self.generated.get(source)
        if page is None:
            return {**self.written[source].meta, "checked": self._checked(None)}
        return {
            "title": page.title,
            "description": page.description,
            "reader": page.reader,
            "listed": page.listed,
            "searched": page.listed and page.searched,
            "checked": self._checked(page),
        }

    def _checked(self, page: Page | None) -> str:
        # That of the guide's place, or of the latest check.
        guide = page.context.get("guide") if page else None
        day: date = guide.place.checked if guide else self.facts.checked
        return day.isoformat()
