"""Turn facts into HTML: the Jinja2 environment over `overrides/`, and what pages may call."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..derive.places import guide_url, handout_url, in_sentence
from ..derive.questions import Comparison
from ..derive.release import LICENSE
from ..derive.site import Facts
from ..files.api import files
from ..lint.fresh import is_old
from ..source.model import Jurisdiction
from .assets import Assets
from .catalogue import Page
from .glossary import Glossary
from .layout import Layout
from .sharing import Sharing
from .usmap import load_map

Nav = Sequence[tuple[str, str]]

# Pages that nobody cites: the way in, and lists of ways.
_NO_SHARING = ("", "states/")
# What Markdown and its extensions read as marks: anywhere, and at the beginning of a line.
_MARKS = re.compile(r"[\\`*_\[\]{}|~^=]")
_MARKS_FIRST = re.compile(r"([0-9]*)([#+\-:.)!]+)")

_NUMBERS = [
    "no",
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


class _Compiled(BytecodeCache):
    """Compiled templates by their source, so that a new renderer compiles only what changed."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if there is any."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._kept[bucket.key, bucket.checksum] = bucket.code


# Code differs by the environment's settings: one for templates, one for text that becomes Markdown.
_TEMPLATES, _TEXTS = _Compiled(), _Compiled()


class Renderer:
    """Renders the templates below `overrides` with the site's facts.

    `assets` are the files that pages load, as they become known.
    """

    def __init__(
        self,
        facts: Facts,
        overrides: Path,
        outlines: Path,
        site_url: str,
        assets: Assets,
        today: date | None = None,
    ) -> None:
        self.facts = facts
        self._address = site_url.partition("://")[2].rstrip("/")
        self._sharing = Sharing(facts, site_url)
        self._guides = {guide.url for guide in facts.guides.values()}
        self.environment = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=_TEMPLATES,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        )
        self.environment.install_null_translations(newstyle=False)  # type: ignore[attr-defined]
        self.environment.filters.update(
            day=day,
            partial_day=partial_day,
            number=number,
            size=size,
            clean_phone=clean_phone,
            lower_first=lambda text: text[:1].lower() + text[1:],
        )
        self.environment.globals.update(
            facts=facts,
            map_layout=load_map(outlines),
            glossary=Glossary(facts.data.glossary),
            guide_url=guide_url,
            is_old=lambda checked: is_old(checked, today or facts.checked),
            handout_url=handout_url,
            license=LICENSE,
            site_url=site_url,
            api_files=lambda: files.downloads(facts, site_url),
            to=_to,
            asset=pass_context(lambda context, path: _to(context, assets[path])),
            map_entries=_map_entries,
            legend=_legend,
            site_address=self._address,
            share_of=lambda url, title: self._sharing.of(url, title, ()),
            short_link=lambda guide: f"{self._address}/{guide.short_url.rstrip('/')}",
        )
        # In a hand-written page what the data says is text, never Markdown.
        self._markdown = self.environment.overlay(finalize=_literal, bytecode_cache=_TEXTS)

    def page(self, template: str, url: str, **context: Any) -> str:
        """Return the body of the page at `url` (from the root of the site) as HTML."""
        return self.environment.get_template(template).render(page_url=url, seen=set(), **context)

    def document(
        self,
        layout: Layout,
        url: str,
        *,
        content: str,
        meta: Mapping[str, Any],
        nav: Nav,
        canonical: str | None,
        generated: Page | None,
    ) -> str:
        """Return a whole page: `content` inside the layout.

        `meta` is the page's front matter (title, description); `nav` the main links.
        """
        redirect = generated.context.get("redirect") if generated else None
        listed = meta.get("listed", True)
        trail = [(name, above) for name, above in nav if url.startswith(above) and url != above]
        return self.page(
            "layout.html",
            url,
            content=Markup(content),
            title=meta["title"],
            description=meta["description"],
            listed=listed,
            searched=meta.get("searched", True),
            trail=trail,
            share=self._sharing.of(url, meta["title"], trail) if listed else None,
            # A guide has a part of its own for this.
            share_at_end=url not in _NO_SHARING and url not in self._guides,
            heading=None if generated else meta["title"],
            redirect=redirect,
            canonical=canonical,
            missing=False,
            nav=_nav(nav, url),
            **layout.context(generated),
        )

    def missing(self, layout: Layout, root: str, nav: Nav) -> str:
        """Return the 404 page; its links begin at `root`, since it stands at any depth."""
        root = root.rstrip("/") + "/"
        inside = {"root": root, "nav": _nav(nav, "404.html")}
        content = self.page("pages/missing.html", "404.html", **inside)
        layout.saw(None, content)
        return self.page(
            "layout.html",
            "404.html",
            content=Markup(content),
            title="Page not found",
            description="This page is not here. Find your state, search, or get free help.",
            listed=False,
            share=None,
            share_at_end=False,
            searched=False,
            trail=(),
            heading=None,
            redirect=None,
            canonical=None,
            missing=True,
            **inside,
            **layout.context(None),
        )

    def markdown(self, text: str, url: str, source: str, **context: Any) -> str:
        """Return a hand-written page with its facts filled in, still as Markdown.

        `source` is the page's path in docs/, from which links to other pages are relative.
        """

        seen: set[str] = set()

        def component(name: str) -> Callable[..., Markup]:
            module = self._markdown.get_template("components/markdown.html").make_module(
                {"page_url": url, "seen": seen}
            )
            macro: Callable[..., Markup] = getattr(module, name)
            return lambda *args: Markup("\n\n") + Markup(_flat(macro(*args))) + Markup("\n\n")

        def place_link(place: Jurisdiction) -> Markup:
            path = posixpath.relpath(
                guide_url(place).rstrip("/") + ".md", posixpath.dirname(source)
            )
            return Markup("[{}]({})").format(_literal(in_sentence(place)), path)

        return self._markdown.from_string(text).render(
            page_url=url,
            seen=set(),
            number=number,
            date=day,
            place_link=place_link,
            place_links=lambda places: join([place_link(place) for place in places]),
            fact=component("fact"),
            facts_list=component("facts_list"),
            organisation=component("organisation"),
            **context,
        )


def _nav(nav: Nav, url: str) -> list[dict[str, Any]]:
    return [
        {
            "title": title,
            "url": target,
            "current": url == target or (len(target) > 1 and url.startswith(target)),
        }
        for title, target in nav
    ]


def _literal(value: Any) -> Any:
    """Return a text as HTML in which Markdown finds no mark; other values as they are."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    text = str(escape(" ".join(re.split(r"\s+", value))))
    text = _MARKS.sub(lambda found: _coded(found[0]), text)
    first = _MARKS_FIRST.match(text)
    if first:
        text = first[1] + _coded(first[2]) + text[first.end() :]
    return Markup(text)


def _coded(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def _flat(html: str) -> str:
    # Markdown ends a raw HTML block at an empty line.
    return "\n".join(line for line in html.splitlines() if line.strip())


def day(value: date) -> str:
    """Return a date as it stands in a sentence: November 22, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def partial_day(value: str) -> str:
    """Return a year, month or day (2026, 2026-03, 2026-03-31) as it stands in a sentence."""
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return str(year)
    return day(date(year, *rest)) if len(rest) > 1 else f"{date(year, rest[0], 1):%B} {year}"


def number(value: int, capital: bool = False) -> str:
    """Return a count as in a sentence: words up to twelve ("no" for 0), then digits."""
    text = _NUMBERS[value + 1 if value else 0] if value <= 12 else f"{value:,}"
    return text.capitalize() if capital else text


def size(count: int) -> str:
    """Return a number of bytes as it stands beside a link: 12 KB, 1.4 MB."""
    kilobytes = max(round(count / 1000), 1)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{count / 1_000_000:.1f} MB"


def clean_phone(phone: str) -> str:
    """Return a US phone number as a `tel:` address."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"tel:+{digits if digits.startswith('1') else '1' + digits}"


def join(parts: Sequence[Markup]) -> Markup:
    """Return parts as "A, B and C"; "no place" when there are none."""
    if not parts:
        return Markup("no place")
    *front, last = parts
    return Markup(", ").join(front) + Markup(" and ") + last if front else last


@pass_context
def _to(context: Context, target: str) -> str:
    """Return the address of a page or file of the site, relative to the page being rendered."""
    root = context.get("root")
    return root + target if root else relative(target, str(context["page_url"]))


@dataclass(frozen=True)
class MapEntry:
    """What the map shows of one place."""

    name: str
    href: str
    answer: str
    mark: str
    letter: str


@dataclass(frozen=True)
class LegendEntry:
    """What the legend shows of one answer."""

    label: str
    href: str
    count: int
    mark: str
    letter: str


@pass_context
def _map_entries(context: Context, comparison: Comparison) -> dict[str, MapEntry]:
    """Return what the map draws for a question, by code, with links from the present page."""
    translate = context["gettext"]  # oldstyle: a plain function, which leaves "%" alone
    return {
        row.place.code: MapEntry(
            row.name,
            _to(context, row.url),
            translate(row.answer.label),
            row.answer.mark,
            row.answer.letter,
        )
        for row in comparison.rows
    }


@pass_context
def _legend(context: Context, comparison: Comparison, page: str) -> list[LegendEntry]:
    """Return a question's legend; its entries lead to the lists on `page` (default: this one)."""
    return [
        LegendEntry(
            context["gettext"](group.answer.label),
            _to(context, page + "#" + group.answer.key.replace("_", "-")),
            group.count,
            group.answer.mark,
            group.answer.letter,
        )
        for group in comparison.groups
    ]


@cache
def relative(target: str, page_url: str) -> str:
    """Return `target` (from the root of the site, may end in #anchor) relative to a page."""
    path, mark, anchor = target.partition("#")
    if not path and mark:
        return target
    here = page_url if page_url.endswith("/") or not page_url else posixpath.dirname(page_url)
    found = posixpath.relpath(f"/{path}", f"/{here}")
    if (path.endswith("/") or path in ("", ".")) and not found.endswith("/"):
        found += "/"
    return found + mark + anchor
