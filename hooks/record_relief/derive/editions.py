"""The site in another language than English, as what stands beside its pages needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..languages import marks
from ..languages.language import Language
from .packets.spoken import PersonsPacket
from .questions import Comparison
from .site import Facts

# The list of places shows the map of the coverage, in every language.
_LIST, _COVERAGE = "states/", "coverage"


def upward(url: str) -> Iterator[str]:
    """Yield a page and those above it, the nearest first, but for the home page."""
    steps = url.strip("/").split("/")
    yield from ("/".join(steps[:end]) + "/" for end in range(len(steps), 0, -1))


@dataclass(frozen=True, eq=False)
class Edition:
    """A language with the facts in it, and the titles of the pages that stand in it, by url.

    Every `url` is that of the English page, from the root of the site. `own_packets` are the sheets
    for the person, by the path of their files but its ending.
    """

    language: Language
    facts: Facts
    standing: Mapping[str, str]
    own_packets: Mapping[str, PersonsPacket] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What the addresses of its pages and files begin with."""
        return self.language.prefix

    def nearest(self, target: str) -> str:
        """Return the address of a page in this language, or of the next one above it that stands.

        `target` may end in #anchor, which only its own page has.
        """
        url, mark, anchor = target.partition("#")
        if url in self.standing:
            return self.prefix + url + mark + anchor
        return self.prefix + next((near for near in upward(url) if near in self.standing), "")

    @property
    def framed(self) -> Iterator[tuple[str, str]]:
        """The maps and cards for other sites: what each is called, and its path but ".html"."""
        say, joined = self.facts.say, self.language.joined
        for comparison, _ in self.maps:
            title = joined(marks.plain(say(comparison.topic.title)))
            yield title, f"{self.prefix}embed/map/{comparison.topic.id}"
        for guide in self.facts.guides.values():
            if guide.url in self.standing:
                yield guide.name, f"{self.prefix}embed/card/{guide.slug}"

    @property
    def maps(self) -> Iterator[tuple[Comparison, str]]:
        """Each question whose map a page of this language shows, with the url of that page."""
        for comparison in self.facts.comparisons.values():
            if comparison.url in self.standing:
                yield comparison, comparison.url
            elif comparison.topic.id == _COVERAGE and _LIST in self.standing:
                yield comparison, _LIST
