"""What a build makes pages from, whichever generator it is for: facts, templates, texts."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from ..derive import wording
from ..derive.editions import Edition, upward
from ..derive.packets import spoken
from ..derive.packets.spoken import PersonsPacket
from ..derive.rules import AUDIENCES
from ..derive.site import Facts
from ..files import outputs
from ..files.api.files import downloads
from ..files.artifacts import Artifact, Group, Grouping, digest, one_by_one
from ..files.cache import Cache
from ..languages import markdown, typed
from ..languages.catalog import Count
from ..languages.language import ASKED, FOLDER, Allowed, Language, standing
from ..pages import directory, law_words, place_parts
from ..pages.assets import Assets
from ..pages.body import Body, uses
from ..pages.catalogue import Page, pages
from ..pages.glossary import Glossary
from ..pages.layout import SCRIPTS, STYLES, Layout
from ..pages.prose import GLOSSARY, Prose
from ..pages.render import LOCALE, Elsewhere, Nav, Renderer
from ..source.values import CODES
from ..source.written import url_of, written
from .about_places import About, AboutPlaces
from .clock import build_day
from .frames import Frames
from .load import DEFAULT, load
from .load_forms import DEFAULT as FORMS
from .load_forms import load_forms
from .load_packets import DEFAULT as PACKETS
from .load_packets import load_packets

# The page that searches the site.
SEARCH = "search/"
# The outlines of the places on the map.
OUTLINES = Path("data/outlines.json")
# Set to 1 in the environment of a build whose site is to be published.
PUBLISH = "PUBLISH"
# The kinds of generated pages, by the name of their template.
KINDS = [Path(template).stem for template in STYLES]
# A link from a hand-written page to another page.
_LINK = re.compile(r"\]\(([^)#\s:]+\.md)")


@dataclass(frozen=True)
class Translated:
    """How far another language is: its pages, of all that there are, and its texts."""

    name: str
    pages: int
    of: int
    count: Count


class Content:
    """What people wrote, read once for all languages: data, forms, packets, hand-written pages.

    `remarks` are the warnings about the data, `day` is the day of the build, `publishing` whether
    its site is to be published. Raises DataError where something is wrong and OSError where a file
    can't be read.
    """

    def __init__(self, root: Path) -> None:
        loaded = load(root / DEFAULT, filename=DEFAULT.as_posix())
        self.root = root
        self.data = loaded.data
        self.remarks = loaded.warnings
        self.forms = load_forms(root / FORMS, self.data, filename=FORMS.as_posix())
        self.packets = load_packets(root / PACKETS, self.data, filename=PACKETS.as_posix())
        self.written = list(written(root / "docs"))
        checked = max(place.checked for place in self.data.jurisdictions)
        self.day = build_day(checked, os.environ)
        self.publishing = os.environ.get(PUBLISH) == "1"


def allowed(root: Path) -> Allowed:
    """Return what the table of a language may name as kinds of pages and as pages."""
    return {"kinds": KINDS, "pages": [page.source for page in written(root / "docs")]}


class Project:
    """The site in one language, as its content is now, with the templates in `overrides`.

    `url` is the address of the site, `exit_url` where the exit control leads; without `policies` no
    page has one. Without a `language` the pages are in English, and `languages` are those in which
    some stand, too. `generated` and `written` are the pages that there are, by the path of the
    Markdown file that each is or would be; `standing` has the titles of those that stand in the
    language, by url. With the English project `beside` it, it shares what pages share: content,
    assets, layout, and `editions`, the site in other languages, as they become known. Raises
    DataError where the data, a table or a file of translations is wrong.
    """

    def __init__(
        self,
        root: Path,
        overrides: Path,
        url: str,
        exit_url: str,
        *,
        policies: bool = True,
        language: Language | None = None,
        beside: Project | None = None,
        cache: Cache | None = None,
    ) -> None:
        content = beside.content if beside else Content(root)
        data, forms, by_hand = content.data, content.forms, content.written
        if language:
            data = typed.in_language(data, language)
            forms = [typed.translated(form, f"forms.{form.id}", language.texts) for form in forms]
            by_hand = [markdown.translated(page, language.texts) for page in by_hand]
        self.language = language
        self._beside = beside
        self.content: Content = content
        say = language.texts.gettext if language else str
        table = language.table if language else None
        self.facts: Facts = Facts(
            data,
            forms,
            content.day,
            content.packets,
            say,
            table.map_letters if table else {},
            english=beside.facts if beside else None,
            in_words=language.day if language else wording.day,
            rests_marks=table.rests_marks if table else {},
            publishing=content.publishing,
        )
        self._told: list[Language] = (
            beside.languages
            if beside
            else standing(root / FOLDER, allowed(root), os.environ.get(ASKED, ""))
        )
        self.languages: list[Language] = [] if beside else self._told
        self.root = root
        self.overrides = overrides
        self.url = url
        self.assets: Assets = beside.assets if beside else Assets()
        self.generated = {page.source: page for page in pages(self.facts)}
        self.written = {page.source: page for page in by_hand}
        self.standing = self._standing()
        self.editions: list[Edition] = beside.editions if beside else []
        self.layout: Layout = (
            beside.layout
            if beside
            else Layout(overrides, exit_url, policies=policies, languages=bool(self.languages))
        )
        self.frames = Frames(lambda: self.about.shared, cache)
        self.renderer = Renderer(
            self.facts,
            overrides,
            root / OUTLINES,
            url,
            self.assets,
            lru_cache(lambda: downloads((beside or self).facts, url, tuple(self.editions))),
            content.day,
            language,
            self.standing.keys() | outputs.files_of_language(self.edition),
            self.translations,
            self.editions,
            self.frames.made,
        )
        self.about = AboutPlaces(
            self.facts,
            language,
            overrides,
            (
                url,
                self.layout.files(),
                # In English every page stands.
                sorted(self.renderer.standing) if language else (),
                content.packets.model_dump_json(),
            ),
            cache,
        )
        self.bodies: dict[str, Body] = {}
        self.glossary = Glossary(data.glossary if GLOSSARY in self.standing else ())
        self.prose = Prose(self.glossary)

    def _standing(self) -> dict[str, str]:
        table = self.language.table if self.language else None
        kinds, pages = (table.kinds, table.pages) if table else (KINDS, self.written)
        titles = {page.url: page.title for page in self._made(kinds)}
        return titles | {
            page.url: str(page.meta["title"])
            for page in self.written.values()
            if page.source in pages
        }

    def _made(self, kinds: Container[str]) -> Iterator[Page]:
        return (page for page in self.generated.values() if Path(page.template).stem in kinds)

    def translations(self) -> list[Translated]:
        """Return how far each language is in which pages stand; short addresses are no pages."""

        def number(kinds: Container[str], pages: Sized) -> int:
            return sum(page.listed for page in self._made(kinds)) + len(pages)

        return [
            Translated(
                one.table.name,
                number(one.table.kinds, one.table.pages),
                number(KINDS, self.written),
                one.count,
            )
            for one in self._told
        ]

    @property
    def edition(self) -> Edition | None:
        """What files beside the pages need of it; nothing in English."""
        if self.language is None:
            return None
        return Edition(self.language, self.facts, self.standing, self._own_packets)

    @cached_property
    def _own_packets(self) -> dict[str, PersonsPacket]:
        """The sheets for the person in this language, with the law pages that lead to them."""
        if self.language is None or self._beside is None:
            return {}
        return spoken.all_packets(
            self._beside.facts, self.facts, self.content.packets, self.language, self.standing
        )

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with; nothing in English."""
        return self.language.prefix if self.language else ""

    def sources(self) -> Iterator[str]:
        """Yield the path of the Markdown file that each page that stands is or would be."""
        for source in (*self.generated, *self.written):
            if url_of(source) in self.standing:
                yield source

    def nearest(self, url: str) -> Elsewhere | None:
        """Return the page for whoever leaves `url` for this language: the same, or the nearest."""
        found = next((near for near in self._near(url) if near in self.standing), None)
        if found is None:
            return None
        code, name = ("en", "English") if self.language is None else self.language.called
        locale = self.language.table.locale if self.language else LOCALE
        title = "" if found == url else self.standing[found]
        return Elsewhere(code, name, self.prefix + found, locale, title)

    def _near(self, url: str) -> Iterator[str]:
        """Yield a page, those above it, the guide of the place it is about, the home page."""
        yield from upward(url)
        steps = url.split("/")
        yield from (guide.url for guide in self.facts.guides.values() if guide.slug in steps)
        yield ""

    def led_home(self, text: str, source: str) -> str:
        """Return a page's Markdown in which a page that does not stand here is meant in English."""

        def led(link: re.Match[str]) -> str:
            folder = posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(folder, link[1]))
            if url_of(target) in self.standing:
                return link[0]
            return f"]({posixpath.relpath(target, posixpath.join(self.prefix, folder))}"

        return _LINK.sub(led, text) if self.language else text

    def own_assets(self) -> dict[str, bytes]:
        """Return what is added to the folder assets/, by its plain name.

        What differs by language has the language's code in its name, but for English.
        """
        if self.language:
            return self._directory() | self._place_parts() | self._law_words()
        own = self._directory() | self._place_parts() | self._law_words()
        return self.layout.files() | own | self._icon()

    def _icon(self) -> dict[str, bytes]:
        """Return the icon of the site, in its colours."""
        icon = self.renderer.page(
            "drawings/favicon.svg", "", colours=self.layout.palette.light("link", "paper")
        )
        return {"assets/favicon.svg": f"{icon}\n".encode()}

    def _directory(self) -> dict[str, bytes]:
        """Return what search looks in first; nothing where the language has no search."""
        if SEARCH not in self.standing:
            return {}
        listed = [
            page
            for page in self.generated.values()
            if page.listed and page.searched and page.url in self.standing
        ]
        metas = {page.url: page.meta for page in self.written.values() if page.url in self.standing}
        urls = [*(page.url for page in listed), *metas]
        cities = {
            law.name
            for place in self.facts.places
            if place.fair_chance
            for law in place.fair_chance.local
        }
        file = directory.file(self.language)
        words = directory.Words({}, {}, {})
        # Without a file of its own a language finds its pages by their titles.
        if self.language is None or (self.root / file).exists():
            words = directory.load_words(self.root / file, CODES, cities, urls, file.as_posix())
        found = directory.entries(self.facts, listed, metas, words)
        return {self.renderer.own_name(directory.SCRIPT): directory.script(found).encode()}

    def _place_parts(self) -> dict[str, bytes]:
        """Return what "What might help me?" knows of all places."""
        if place_parts.PAGE not in self.standing:
            return {}
        found = {
            place: self.about.made(
                place, place_parts.SCRIPT, partial(place_parts.part, place, self.renderer)
            )
            for place in self.facts.guides
        }
        used = uses("".join(found.values()))
        # One page of each kind is enough.
        for page in {page.template: page for page in self.generated.values()}.values():
            if place_parts.SCRIPT in SCRIPTS.get(page.template, ()):
                self.layout.saw(page, used)
        return {self.renderer.own_name(place_parts.SCRIPT): place_parts.script(found).encode()}

    def _law_words(self) -> dict[str, bytes]:
        """Return what "Which rules bind me?" knows of the words of all laws."""
        found = {}
        for audience in AUDIENCES:
            if f"{audience}/" not in self.standing:
                continue
            rules = {one.place.code: one for one in self.facts.rules[audience]}
            words = {
                law.id: self.about.made(
                    law.place.code,
                    f"{law_words.script_name(audience)} {law.id}",
                    partial(law_words.words, law, rules[law.place.code], audience, self.renderer),
                )
                for law in self.facts.binding[audience].laws
            }
            name = self.renderer.own_name(law_words.script_name(audience))
            found[name] = law_words.script(words).encode()
        return found

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

    def generated_body(self, page: Page) -> Body:
        """Return the body of a generated page."""
        make = partial(self.renderer.body_of, page)
        about = page.about or page.part
        if about is None:
            return make()
        made: Body = self.about.made(about, page.url, make, self.renderer.still_loads)
        return made

    def _checked(self, page: Page | None) -> str:
        # That of the guide's place, or of the latest check.
        guide = page.context.get("guide") if page else None
        day: date = guide.place.checked if guide else self.facts.checked
        return day.isoformat()


class WholeSite(Project):
    """The site in all its languages, for a generator: in English, and below it in the `others`.

    The generator knows a page by `source`, as a `Project` does; before it stands the prefix of the
    page's language. Raises what `Project` raises.
    """

    def __init__(
        self,
        root: Path,
        overrides: Path,
        url: str,
        exit_url: str,
        *,
        policies: bool = True,
        cache: Cache | None = None,
    ) -> None:
        super().__init__(root, overrides, url, exit_url, policies=policies, cache=cache)
        self.others = [
            Project(root, overrides, url, exit_url, language=one, beside=self, cache=cache)
            for one in self.languages
        ]
        self.editions += [found for other in self.others if (found := other.edition)]

    @property
    def projects(self) -> tuple[Project, ...]:
        """The site in each language."""
        return (self, *self.others)

    def all_sources(self) -> Iterator[str]:
        """Yield the source of every page."""
        for project in self.projects:
            yield from (project.prefix + source for source in project.sources())

    def all_assets(self) -> dict[str, bytes]:
        """Return what is added to the folder assets/, by its plain name."""
        return {
            name: content
            for project in self.projects
            for name, content in project.own_assets().items()
        }

    def of(self, source: str) -> tuple[Project, str]:
        """Return the project that a page belongs to, and its source there."""
        for other in self.others:
            if source.startswith(other.prefix):
                return other, source.removeprefix(other.prefix)
        return self, source

    def meta_of(self, source: str) -> dict[str, Any]:
        """Return the front matter of a page."""
        project, source = self.of(source)
        return project.meta(source)

    def markdown_of(self, source: str, **context: Any) -> str:
        """Return a hand-written page's Markdown, its facts filled in; nothing for another page.

        `prose` is to work on it next.
        """
        project, source = self.of(source)
        if source in project.generated:
            return ""
        self.prose.begin(source, project.glossary)
        page = project.written[source]
        filled = project.renderer.markdown(page.text, page.url, source, **context)
        return project.led_home(filled, source)

    def terms_of(self, source: str) -> list[str]:
        """Return what the terms on a page mean, as plain values."""
        project, _ = self.of(source)
        return [term.model_dump_json() for term in project.facts.data.glossary]

    def body_of(self, source: str, html: str) -> str:
        """Return a page's body: that of a generated one, or `html`, which its Markdown became.

        `document_of` takes it from here.
        """
        project, source = self.of(source)
        generated = project.generated.get(source)
        body = (
            project.generated_body(generated)
            if generated
            else project.renderer.body(html, url_of(source))
        )
        self.layout.saw(generated, body.uses)
        project.bodies[source] = body
        return body.html

    def document_of(self, source: str, nav: Nav, canonical: str | None) -> str:
        """Return the whole page around its body, once all bodies are made; `nav` are main links."""
        project, source = self.of(source)
        url = url_of(source)
        others = [other for other in self.projects if other is not project]
        return project.renderer.document(
            self.layout,
            url,
            body=project.bodies.pop(source),
            meta=project.meta(source),
            nav=nav,
            canonical=canonical,
            generated=project.generated.get(source),
            also_in=[found for other in others if (found := other.nearest(url))],
        )

    def not_found(self, root: str, nav: Nav) -> str:
        """Return the 404 page in all languages; its links begin at `root`."""
        others = [other.renderer for other in self.others]
        return self.renderer.missing(self.layout, root, nav, others)

    def keep(self) -> None:
        """Keep what was made of each place, and around each page, for the next build."""
        for project in self.projects:
            project.about.keep()
            project.frames.keep()

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files beside the pages, in every language."""
        for made in self._files(lambda _: one_by_one):
            if isinstance(made, Artifact):
                yield made

    def grouped_artifacts(self) -> Iterator[Artifact | Group]:
        """Yield the same in groups of what rests on the same facts."""
        return self._files(self._grouped)

    def _files(self, grouped: Callable[[Edition | None], Grouping]) -> Iterator[Artifact | Group]:
        pages = self.generated.values()
        return outputs.artifacts(
            self.facts, self.overrides, self.url, pages, self.editions, grouped
        )

    def _grouped(self, edition: Edition | None) -> Grouping:
        """Return what groups the files of an edition, or of the site in English."""
        projects = [
            project
            for project in self.projects
            if project is self or (edition and project.language is edition.language)
        ]

        def group(
            name: str,
            about: Sequence[About],
            make: Callable[[], Iterable[Artifact]],
            *more: Any,
        ) -> Iterable[Artifact | Group]:
            rests_on = [project.about.key(one) for project in projects for one in about]
            yield Group(digest(name, self._beside_templates, rests_on, more), make)

        return group

    @cached_property
    def _beside_templates(self) -> str:
        """The hash of what files rest on beside facts and the templates of pages."""
        others = (path for path in self.overrides.rglob("*.*") if path.suffix != ".html")
        read = [
            (str(path.relative_to(self.overrides)), path.read_bytes()) for path in sorted(others)
        ]
        return digest(self.content.publishing, read, (self.root / OUTLINES).read_bytes())

    def after_pages(self) -> Iterator[Artifact]:
        """Yield the files that are made once all pages are."""
        return outputs.after_pages(self.overrides, self.layout, self.editions)
