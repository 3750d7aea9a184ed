"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from ..derive.changes import feed_address
from ..derive.citations import Citations
from ..derive.editions import Edition
from ..derive.previews import card
from ..derive.printed import paper as printed
from ..derive.site import Facts
from ..derive.topics import TOPIC_SITES
from ..pages import palette
from ..pages.catalogue import Page
from ..pages.layout import Layout
from ..source.written import written
from . import cards, cite, embed, feeds, headers, loading, maps, redirects, robots
from .api import files, first
from .artifacts import Artifact
from .forms import files as forms
from .packets import files as packets
from .paper import files as paper
from .speech import Speech

# The page that leads to all that there is to print.
PAPER = "paper/"
# The pages that lead to the checklists.
TOPICS = {topic.page for topic in TOPIC_SITES.values()}
# The name and the prefix of what is written first.
_ENGLISH = ("English", "")


def artifacts(
    facts: Facts,
    overrides: Path,
    site_url: str,
    pages: Iterable[Page],
    editions: Sequence[Edition] = (),
) -> Iterator[Artifact]:
    """Yield the files beside the generated `pages`; `overrides` holds the templates.

    `editions` are the site in other languages.

    What takes longest comes first, so that all cores are busy to the end.
    """
    root = overrides.parent
    drawings = maps.Drawings(facts, overrides, site_url)
    citations = Citations(facts, site_url)
    pages = list(pages)
    listed = [(page.url, page.title) for page in pages if page.listed]
    unlisted = {page.url for page in pages if not page.listed}
    sheets = [(one.language.table.name, one.prefix) for one in editions if PAPER in one.standing]
    yield from paper.artifacts(facts, overrides, site_url, Speech.of(None, sheets))
    yield from packets.artifacts(facts, overrides, site_url)
    yield from cards.artifacts(facts, drawings, site_url)
    yield from forms.artifacts(facts, overrides, site_url)
    yield from maps.artifacts(facts, drawings)
    texts = [(page.url, str(page.meta["title"])) for page in written(root / "docs")]
    ground = palette.load(overrides).typeset["code-ground"]
    cited = (citations.of(url, title) for url, title in (*listed, *texts))
    yield from cite.artifacts(cited, ground)
    yield from files.artifacts(facts, site_url, root / files.KEPT, tuple(editions))
    yield from first.artifacts(root / first.KEPT, site_url)
    yield from feeds.artifacts(facts, site_url, root / files.KEPT.parent)
    yield from embed.artifacts(facts, overrides, site_url)
    for edition in editions:
        others = (one for one in (_ENGLISH, *sheets) if one[1] != edition.prefix)
        speech = Speech.of(edition.language, others)
        yield from of_language(edition, facts, speech, overrides, site_url, unlisted)
    standing = [(edition.prefix, edition.standing) for edition in editions]
    yield from redirects.artifacts(facts, standing)
    yield from robots.artifacts(site_url)


def of_language(
    edition: Edition,
    english: Facts,
    speech: Speech,
    overrides: Path,
    site_url: str,
    unlisted: Container[str],
) -> Iterator[Artifact]:
    """Yield the files in another language, beside the pages that stand in it.

    `english` are its facts in English, `speech` is that of its sheets; nobody cites `unlisted`
    pages. A file stands only with the page that leads to it.
    """
    facts, language, standing = edition.facts, edition.language, edition.standing
    if PAPER in standing:
        yield from paper.artifacts(facts, overrides, site_url, speech, english)
    yield from packets.of_language(edition, overrides, site_url)
    yield from forms.of_language(edition, overrides, site_url)
    if standing.keys() >= TOPICS:
        yield from forms.checklists(facts, overrides, site_url, speech)
    drawings = maps.Drawings(english, overrides, site_url, edition)
    yield from cards.artifacts(english, drawings, site_url, edition)
    yield from maps.artifacts(english, drawings, edition)
    yield from feeds.artifacts(english, site_url, overrides.parent / files.KEPT.parent, edition)
    yield from embed.artifacts(english, overrides, site_url, edition)
    citations = Citations(facts, site_url, language)
    ground = palette.load(overrides).typeset["code-ground"]
    cited = [citations.of(url, title) for url, title in standing.items() if url not in unlisted]
    yield from cite.artifacts(cited, ground)


def files_of_language(edition: Edition | None) -> frozenset[str]:
    """Return the files that a language has beside its pages, by the address of the English one."""
    if edition is None:
        return frozenset()
    facts, standing = edition.facts, edition.standing
    found = {file.url for file in printed(facts).files if PAPER in standing}
    found |= {path + end for path in edition.own_packets for end in packets.ENDINGS}
    found |= set(forms.of_language_paths(edition))
    found |= {topic.checklist for topic in TOPIC_SITES.values() if standing.keys() >= TOPICS}
    found |= {feed_address(code) + end for code in ("", *facts.guides) for end in feeds.ENDINGS}
    found.add(feeds.CALENDAR)
    for comparison, page in edition.maps:
        name = comparison.topic.id
        found |= {f"{maps.FOLDER}/{name}{end}" for end in maps.ENDINGS}
        found |= {embed.path("map", name), card(facts, page).path}
    for guide in facts.guides.values():
        if guide.url in standing:
            found |= {embed.path("card", guide.slug), card(facts, guide.url).path}
    return frozenset(found)


def after_pages(
    overrides: Path, layout: Layout, editions: Sequence[Edition] = ()
) -> Iterator[Artifact]:
    """Yield the files that depend on the layout; `layout` has seen the pages."""
    yield from loading.artifacts(overrides, layout)
    prefixes = [edition.prefix for edition in editions]
    yield from headers.artifacts([*layout.policies(), *embed.policies(overrides)], prefixes)
