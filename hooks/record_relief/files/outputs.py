"""Which files the site has beside its pages: one line for each module that makes some."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from ..derive.changes import feed_address
from ..derive.citations import Citations
from ..derive.editions import Edition
from ..derive.parts import ANSWERS, CHANGES, RULES
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
from .artifacts import Artifact, Group, Grouping, one_by_one
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
    grouped: Callable[[Edition | None], Grouping] = lambda _: one_by_one,
) -> Iterator[Artifact | Group]:
    """Yield the files beside the generated `pages`; `overrides` holds the templates.

    `editions` are the site in other languages; `grouped` puts the artifacts of one of them, or of
    the site in English, into groups.

    What takes longest comes first, so that all cores are busy to the end.
    """
    root = overrides.parent
    citations = Citations(facts, site_url)
    pages = list(pages)
    listed = [(page.url, page.title) for page in pages if page.listed]
    unlisted = {page.url for page in pages if not page.listed}
    sheets = [(one.language.table.name, one.prefix) for one in editions if PAPER in one.standing]
    group = grouped(None)
    yield from _printed(facts, overrides, site_url, Speech.of(None, sheets), group)
    for code in facts.guides:
        made = partial(packets.artifacts, facts, overrides, site_url, (code,))
        yield from group("packets", (code,), made, code)
    yield from group("forms", (RULES,), partial(forms.artifacts, facts, overrides, site_url))
    yield from _drawn(facts, overrides, site_url, group)
    texts = [(page.url, str(page.meta["title"])) for page in written(root / "docs")]
    ground = palette.load(overrides).typeset["code-ground"]
    cited = (citations.of(url, title) for url, title in (*listed, *texts))
    yield from cite.artifacts(cited, ground)
    yield from files.artifacts(facts, site_url, root / files.KEPT, tuple(editions))
    yield from first.artifacts(root / first.KEPT, site_url)
    for edition in editions:
        others = (one for one in (_ENGLISH, *sheets) if one[1] != edition.prefix)
        speech = Speech.of(edition.language, others)
        group = grouped(edition)
        yield from of_language(edition, facts, speech, overrides, site_url, unlisted, group)
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
    group: Grouping,
) -> Iterator[Artifact | Group]:
    """Yield the files in another language, beside the pages that stand in it.

    `english` are its facts in English, `speech` is that of its sheets; nobody cites `unlisted`
    pages. A file stands only with the page that leads to it.
    """
    facts, language, standing = edition.facts, edition.language, edition.standing
    if PAPER in standing:
        yield from _printed(facts, overrides, site_url, speech, group, english)
    for code in facts.guides:
        made = partial(packets.of_language, edition, overrides, site_url, (code,))
        yield from group("packets", (code,), made, code)
    blank = partial(forms.of_language, edition, overrides, site_url)
    yield from group("forms", (RULES,), blank)
    if standing.keys() >= TOPICS:
        yield from forms.checklists(facts, overrides, site_url, speech)
    yield from _drawn(english, overrides, site_url, group, edition)
    citations = Citations(facts, site_url, language)
    ground = palette.load(overrides).typeset["code-ground"]
    cited = [citations.of(url, title) for url, title in standing.items() if url not in unlisted]
    yield from cite.artifacts(cited, ground)


def _printed(
    facts: Facts,
    overrides: Path,
    site_url: str,
    speech: Speech,
    group: Grouping,
    english: Facts | None = None,
) -> Iterator[Artifact | Group]:
    """Yield the sheets: of all places in one file, which takes longest, then of each."""
    writer = paper.Writer(facts, overrides, site_url, speech, english)
    yield from writer.together()
    for code in facts.guides:
        # A sheet tells of the federal law, too.
        made = partial(writer.of_place, code)
        yield from group("sheets", (code, "US"), made, code, speech.others)
    yield from writer.of_all()


def _drawn(
    english: Facts,
    overrides: Path,
    site_url: str,
    group: Grouping,
    edition: Edition | None = None,
) -> Iterator[Artifact | Group]:
    """Yield the pictures, the maps, what other sites may show, and what tells of changes."""

    @cache
    def drawings() -> maps.Drawings:
        return maps.Drawings(english, overrides, site_url, edition)

    yield from group(
        "cards", (ANSWERS,), lambda: cards.artifacts(english, drawings(), site_url, edition)
    )
    yield from group("maps", (ANSWERS,), lambda: maps.artifacts(english, drawings(), edition))
    kept = overrides.parent / files.KEPT.parent
    versions = sorted(str(path.relative_to(kept)) for path in kept.rglob("*.gz"))
    made = partial(feeds.artifacts, english, site_url, kept, edition)
    yield from group("feeds", (CHANGES,), made, versions)
    yield from group(
        "frames", (ANSWERS,), partial(embed.artifacts, english, overrides, site_url, edition)
    )


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
