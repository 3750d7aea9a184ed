"""Turn facts into HTML: the Jinja2 environment over `overrides/`, and what pages may call."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.filters import make_attrgetter
from markupsafe import Markup

from ..derive import wording
from ..derive.changes import feed_address
from ..derive.editions import Edition
from ..derive.guide import Guide
from ..derive.labels import N_
from ..derive.local_addresses import local_anchor, local_short
from ..derive.packets.spoken import own_packet
from ..derive.places import guide_url, handout_url, in_sentence, law_url, ways_url
from ..derive.release import LICENSE
from ..derive.site import Facts
from ..derive.wording import clean_phone, dated, quoted, text_address
from ..languages import marks
from ..languages.language import Language
from ..lint.fresh import is_old
from ..source.place import Jurisdiction
from . import light, only_english
from .assets import Assets
from .body import Body, uses
from .catalogue import Page
from .compiled import Calls, Compiled, WithTexts
from .glossary import Glossary
from .layout import Layout
from .links import address, from_root, legend, map_entries
from .literal import flat, literal
from .sharing import Shared, Sharing, Trail
from .usmap import load_map

Nav = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Elsewhere:
    """A page in another language: the language's code and own name, the page's address, its locale.

    `title` is that of the page, where it is not the same page but the nearest one there is.
    """

    code: str
    name: str
    url: str
    locale: str
    title: str = ""


class Frame(NamedTuple):
    """What stands around the body of a page, and the assets that it loads: addresses by name."""

    html: str
    loads: dict[str, str]


# Returns a frame for a context: one that was kept and still stands, or the one that is made.
Framed = Callable[[Any, Callable[[], Frame], Callable[[Frame], bool]], Frame]


class Words(Protocol):
    """What a language does to days, numbers and lists; for English `wording` does it."""

    def day(self, value: date, /) -> str:
        """Return a date as it stands in a sentence."""

    def partial_day(self, value: str, /) -> str:
        """Return a year, month or day as it stands in a sentence."""

    def number(self, value: int, /, capital: bool = False) -> str:
        """Return a count as a sentence writes it."""

    def size(self, count: int, /) -> str:
        """Return a number of bytes as it stands beside a link."""

    def listed(self, items: Sequence[str], /) -> str:
        """Return one item or more as a list in a sentence."""

    def sort_key(self, text: str, /) -> Any:
        """Return what texts are sorted by."""


# The locale of what is written first.
LOCALE = "en_US"
# What stands for the largest parts of a page while the rest is made: so nothing is done to a body
# twice, and nothing to styles and scripts.
_PARTS = {"content": "\ue004", "css": "\ue005", "exit_script": "\ue006"}
# What stands for the version of the facts that a page cites, for the same reason.
_VERSION = "\ue007"
# What pages come in at most, compressed, by their template: a guide in what a server first sends.
_MOST = {"pages/state.html": 14_600, "pages/topic.html": 30_000}
# Pages that nobody cites: the way in, and lists of ways.
_NO_SHARING = ("", "states/")


class Renderer:
    """Renders the templates below `overrides` with the site's facts.

    `assets` are the files that pages load, as they become known; `downloads` returns the files of
    the API by path, each with its address, size and hash, and `translations` how far each other
    language is; `editions` are the site in these. `framed` may know what stands around a page.
    """

    def __init__(
        self,
        facts: Facts,
        overrides: Path,
        outlines: Path,
        site_url: str,
        assets: Assets,
        downloads: Callable[[], Mapping[str, Any]],
        today: date | None = None,
        language: Language | None = None,
        standing: Collection[str] = (),
        translations: Callable[[], Sequence[Any]] = tuple,
        editions: Sequence[Edition] = (),
        framed: Framed = lambda _, make, __: make(),
    ) -> None:
        self.facts = facts
        self._framed = framed
        self._loads: dict[str, str] = {}
        self._language = language
        self._prefix = language.prefix if language else ""
        self._code = language.code if language else "en"
        self._locale = language.table.locale if language else LOCALE
        self.standing = standing
        self._assets = assets
        self._address = site_url.partition("://")[2].rstrip("/")
        self._sharing = Sharing(facts, site_url, language, self._in_language)
        self._guides = {guide.url for guide in facts.guides.values()}
        # Code holds the language's texts.
        spoken = language.hash if language else ""
        self.environment = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=Compiled(f"pages {spoken}"),
            auto_reload=False,  # after an edit a preview begins anew
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        )
        self.environment.code_generator_class = WithTexts
        self.environment.context_class = Calls
        # Old style: what `_` returns is escaped, since some of it comes from the data.
        if language:
            self.environment.install_gettext_translations(  # type: ignore[attr-defined]
                language.texts, newstyle=False
            )
        else:
            self.environment.install_null_translations(newstyle=False)  # type: ignore[attr-defined]
        self._words: Words = language or wording
        self.environment.filters.update(
            day=self._words.day,
            partial_day=self._words.partial_day,
            dated=lambda text: dated(text, self._words.partial_day, facts.say),
            number=self._words.number,
            size=self._words.size,
            in_order=self._in_order,
            quoted=quoted,
            clean_phone=clean_phone,
            text_address=text_address,
            lower_first=lambda text: text[:1].lower() + text[1:],
            english=marks.kept if language else str,
            closed=marks.closed,
            upper_first=lambda text: text[:1].upper() + text[1:],
            bare_url=lambda url: url.partition("://")[2].rstrip("/"),
        )
        self.environment.globals.update(
            facts=facts,
            map_layout=load_map(outlines),
            glossary=Glossary(facts.data.glossary),
            guide_url=guide_url,
            law_url=law_url,
            own_packet=own_packet,
            ways_url=ways_url,
            is_old=lambda checked: is_old(checked, today or facts.checked),
            handout_url=handout_url,
            local_anchor=local_anchor,
            local_short=local_short,
            license=LICENSE,
            site_url=site_url,
            lang=self._code,
            api_files=downloads,
            translations=translations,
            editions=editions,
            stands=lambda url: language is None or url in standing,
            feed_address=feed_address,
            to=address,
            in_language=self._in_language,
            translated=language is not None,
            from_root=from_root,
            asset=pass_context(lambda context, path: address(context, self._asset(path))),
            map_entries=map_entries,
            legend=legend,
            site_address=self._address,
            share_of=lambda url, title: self._sharing.of(url, title, ()),
            short_link=self._short_link,
        )
        # In a hand-written page what the data says is text, never Markdown.
        self._texts = Compiled(f"texts {spoken}")
        self._markdown = self.environment.overlay(finalize=literal, bytecode_cache=self._texts)
        # Jinja would escape a text in the code first, and make it literal after.
        self._markdown.code_generator_class = CodeGenerator

    def page(self, template: str, url: str, **context: Any) -> str:
        """Return the body of the page at `url` as HTML.

        Here and below an `url` is that of the English page, from the root of the site.
        """
        return self.environment.get_template(template).render(
            page_url=self._prefix + url, seen=set(), **context
        )

    def part(self, template: str, url: str, about: str, **context: Any) -> str:
        """Return a part of the page at `url` as it is sent, which a script puts in its place.

        `about` is the code of the place that it is about.
        """
        return self._finished(self.page(template, url, **context), url, about)

    def body(self, html: str, url: str, about: str = "") -> Body:
        """Return the body of a page as it is sent; `about` is the place that it is about."""
        return Body(self._finished(html, url, about), uses(html), marks.any_missing(html))

    def body_of(self, page: Page) -> Body:
        """Return the body of a generated page as it is sent."""
        self._loads = {}
        html = self.page(page.template, page.url, **page.told())
        return self.body(html, page.url, page.about)._replace(loads=dict(self._loads))

    def own_name(self, asset: str) -> str:
        """Return the plain name of an asset in this language, such as assets/js/parts.es.js."""
        stem, dot, suffix = asset.rpartition(".")
        return f"{stem}.{self._language.code}{dot}{suffix}" if self._language else asset

    def _asset(self, name: str) -> str:
        """Return the address of an asset: in this language, if there is such a one."""
        own = self.own_name(name)
        found = self._loads[name] = self._assets[own if own in self._assets else name]
        return found

    def _in_language(self, target: str) -> str:
        """Return an address from the root of the site: in this language, if the page stands."""
        if not self._prefix:
            return target
        page, mark, anchor = target.partition("#")
        if not page and mark:
            return target
        return self._prefix * (page in self.standing) + page + mark + anchor

    def _nav(self, nav: Nav, url: str) -> list[dict[str, Any]]:
        """Return the main links; the one to the part of the site that the page is in is current.

        A part that stands only in English isn't where the reader of another language is.
        """

        def here(target: str) -> bool:
            stands = self._in_language(target) == self._prefix + target
            return url == target or (bool(target) and stands and url.startswith(target))

        return [{"title": title, "url": target, "current": here(target)} for title, target in nav]

    def _in_order(self, items: Iterable[Any], attribute: str) -> list[Any]:
        """Return items sorted by a text of each, as the language sorts."""
        text = make_attrgetter(self.environment, attribute)
        return sorted(items, key=lambda item: self._words.sort_key(text(item)))

    def _short_link(self, guide: Guide) -> str:
        """Return the short address of a guide, as one writes it down."""
        return f"{self._address}/{self._in_language(guide.short_url).rstrip('/')}"

    def document(
        self,
        layout: Layout,
        url: str,
        *,
        body: Body,
        meta: Mapping[str, Any],
        nav: Nav,
        canonical: str | None,
        generated: Page | None,
        also_in: Sequence[Elsewhere] = (),
    ) -> str:
        """Return a whole page: `body` inside the layout.

        `meta` is the page's front matter (title, description); `nav` the main links; `also_in` the
        same page in other languages.
        """
        same = [other for other in also_in if not other.title]
        redirect = generated.context.get("redirect") if generated else None
        listed = meta.get("listed", True)
        say = self.facts.say
        above = [(name, to) for name, to in nav if url != to and url.startswith(to)]
        trail = [(say(name), to) for name, to in above]
        trail += generated.above if generated else ()
        made = self._around(
            url,
            body,
            also_in=also_in,
            # Whom none of the languages is right for gets English.
            alternates=[
                (self._code, self._prefix + url),
                *((other.code, other.url) for other in same),
                ("x-default", url),
            ]
            if same and listed
            else (),
            locales=[self._locale, *(other.locale for other in same)],
            title=meta["title"],
            unsigned=generated is not None and generated.unsigned,
            about=generated.about if generated else "",
            description=meta["description"],
            listed=listed,
            searched=meta.get("searched", True),
            weight=generated.weight if generated else "",
            trail=trail,
            share=self._shared(url, meta["title"], trail) if listed else None,
            # A guide has a part of its own for this.
            share_at_end=url not in _NO_SHARING and url not in self._guides,
            heading=None if generated else meta["title"],
            redirect=redirect,
            canonical=canonical,
            missing=False,
            nav=self._nav(nav, url),
            **layout.context(generated),
        )
        return light.within(made, _MOST.get(generated.template) if generated else None)

    def _shared(self, url: str, title: str, trail: Trail) -> Shared:
        """Return what a page tells other programs, with `_VERSION` where it names the version."""
        share = self._sharing.of(url, title, trail)
        cited, version = share.citation, self.facts.release.version
        if cited.version == version:
            cited = replace(
                cited,
                version=_VERSION,
                kept=cited.kept and cited.kept.replace(version, _VERSION),
                text=cited.text.replace(version, _VERSION),
                note=cited.note.replace(version, _VERSION),
            )
        return replace(share, citation=cited)

    def what_is_missing(self, root: str, *, first: bool = True) -> str:
        """Return what the 404 page says in this language; its links begin at `root`.

        Below the `first` language stand the others.
        """
        made = self.page("pages/missing.html", "404.html", root=root, first=first, lang=self._code)
        return self._language.finished(made) if self._language else made

    def missing(self, layout: Layout, root: str, nav: Nav, others: Sequence[Renderer] = ()) -> str:
        """Return the 404 page, which speaks all languages; it stands at any depth."""
        root = root.rstrip("/") + "/"
        inside = {"root": root, "nav": self._nav(nav, "404.html")}
        content = "".join(
            [
                self.what_is_missing(root),
                *(other.what_is_missing(root, first=False) for other in others),
            ]
        )
        body = Body(content, uses(content))
        layout.saw(None, body.uses)
        says = [one.facts.say for one in (self, *others)]
        return self._around(
            "404.html",
            body,
            also_in=(),
            alternates=(),
            locales=(),
            title=" · ".join(say(N_("Page not found")) for say in says),
            unsigned=False,
            about="",
            description=" ".join(
                say(N_("This page is not here. Find your state, search, or get free help."))
                for say in says
            ),
            listed=False,
            share=None,
            share_at_end=False,
            searched=False,
            weight="",
            trail=(),
            heading=None,
            redirect=None,
            canonical=None,
            missing=True,
            **inside,
            **layout.context(None),
        )

    def _around(self, url: str, body: Body, *, about: str, **context: Any) -> str:
        """Return the page with this body as it is sent; `about` is the place that it is about."""
        parts = context | {"content": body.html}
        context |= {
            "at_home": not url,
            "lang": self._code,
            "partly_english": body.partly_english,
            **_PARTS,
        }

        def make() -> Frame:
            self._loads = {}
            html = self._finished(self.page("layout.html", url, **context), url, about)
            return Frame(html, dict(self._loads))

        frame = self._framed((url, about, context), make, self.still_loads)
        made = frame.html.replace(_VERSION, self.facts.release.version)
        for name, stands in _PARTS.items():
            made = made.replace(stands, parts[name], 1)
        return made

    def still_loads(self, made: Frame | Body) -> bool:
        """Return whether the assets that something names have the same addresses now."""
        return all(self._asset(name) == address for name, address in made.loads.items())

    def _finished(self, html: str, url: str, about: str = "") -> str:
        """Return HTML in another language as it is sent: what is English in it, or behind it."""
        if not self._language:
            return html
        remark = self.facts.say(N_("(in English)"))
        here = self._prefix + url
        return only_english.marked(self._language.finished(html, about), here, self._prefix, remark)

    def markdown(self, text: str, url: str, source: str, **context: Any) -> str:
        """Return a hand-written page with its facts filled in, still as Markdown.

        `source` is the page's path in docs/, from which links to other pages are relative.
        """

        seen: set[str] = set()
        here = self._prefix + url

        def component(name: str) -> Callable[..., Markup]:
            module = self._markdown.get_template("components/markdown.html").make_module(
                {"page_url": here, "seen": seen}
            )
            macro: Callable[..., Markup] = getattr(module, name)
            return lambda *args: Markup("\n\n") + Markup(flat(macro(*args))) + Markup("\n\n")

        def place_link(place: Jurisdiction) -> Markup:
            path = posixpath.relpath(
                guide_url(place).rstrip("/") + ".md", posixpath.dirname(source)
            )
            return Markup("[{}]({})").format(literal(in_sentence(place)), path)

        def place_links(places: Sequence[Jurisdiction]) -> Markup:
            if not places:
                return Markup(self.facts.say(N_("no place")))
            return Markup(self._words.listed([place_link(place) for place in places]))

        return self._texts.text(self._markdown, text).render(
            page_url=here,
            seen=set(),
            number=self._words.number,
            date=self._words.day,
            place_link=place_link,
            place_links=place_links,
            fact=component("fact"),
            facts_list=component("facts_list"),
            organisation=component("organisation"),
            **context,
        )
