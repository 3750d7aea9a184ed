"""Which pages the site generates: their address, title, template and context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .api import dictionary
from .derive import progress
from .derive.changes import all_changes, by_year
from .derive.explorer import columns
from .derive.questions import Comparison
from .derive.site import READERS, Facts
from .derive.spread import spread
from .model import Myth

# Questions whose own title tells what the site is about: a tab, a bookmark and a history show it.
NEUTRAL = {"coverage": "Is there a law?", "trafficking": "Who the law helps"}


def myth_url(myth: Myth) -> str:
    """Return the address of a myth's own page."""
    return f"myths/{myth.id}/"


def _ask(comparison: Comparison) -> str:
    """Return a question as a link preview may show it."""
    if "traffick" in comparison.topic.ask:
        title = NEUTRAL.get(comparison.topic.id, comparison.topic.title).rstrip("?")
        return f"{title}, from place to place."
    return comparison.topic.ask


# How what stands on another site looks there: as the visitor's device asks for, or always so.
SCHEMES = ("auto", "light", "dark")
MAP_HEIGHT, CARD_HEIGHT = 720, 360


@dataclass(frozen=True)
class Page:
    """One generated page. `url` is from the root of the site; titles never name trafficking.

    `listed` pages are searched and stand in the sitemap; a `folder` has pages below it.
    """

    url: str
    title: str
    description: str
    template: str
    reader: str = "all"
    context: dict[str, Any] = field(default_factory=dict)
    listed: bool = True
    folder: bool = False

    @property
    def source(self) -> str:
        """The path of the Markdown file this page would be in docs/."""
        if not self.url or self.folder:
            return f"{self.url}index.md"
        return f"{self.url.rstrip('/')}.md"


def pages(facts: Facts) -> Iterator[Page]:
    """Yield every generated page."""
    yield Page(
        "",
        "Record Relief",
        "Plain guides to clearing a record, for every state, DC, the territories and the federal "
        "system. Free, private, no sign-up.",
        "pages/home.html",
    )
    yield Page(
        "states/",
        "Find your state",
        "Choose a state, DC, a territory or the federal system to see whether and how a record "
        "can be cleared there.",
        "pages/states.html",
        reader="survivor",
        folder=True,
    )
    for guide in facts.guides.values():
        yield Page(
            guide.url,
            guide.name,
            f"Clearing a record in {guide.name_in_sentence}: who can ask, what it costs, what to "
            "do first, and where to get free legal help.",
            "pages/state.html",
            reader="survivor",
            context={"guide": guide},
        )
        yield Page(
            guide.short_url,
            guide.name,
            f"The guide for {guide.name_in_sentence}.",
            "pages/permalink.html",
            context={"redirect": guide.url, "name": guide.name},
            listed=False,
        )
    yield Page(
        "compare/",
        "Compare the states",
        "One map and one table of how record-clearing laws differ from place to place.",
        "pages/compare.html",
        reader="advocate",
        context={
            "columns": columns(facts.places, facts.comparisons),
            "spread": spread(facts.places, facts.checked),
        },
        folder=True,
    )
    for comparison in facts.comparisons.values():
        yield Page(
            comparison.url,
            NEUTRAL.get(comparison.topic.id, comparison.topic.title),
            f"{_ask(comparison)} A map, counts and a list of every place.",
            "pages/question.html",
            reader="advocate",
            context={"comparison": comparison},
        )
    standings = progress.standings(facts.places, facts.comparisons)
    yield Page(
        "compare/progress/",
        "Progress",
        "How each place's law stands on each part of a strong law, by a published method, and what "
        "one change would do.",
        "pages/progress.html",
        reader="advocate",
        context={
            "standings": standings,
            "changes": progress.changes(standings),
            "elements": progress.ELEMENTS,
            "best": progress.BEST,
            "total": progress.TOTAL,
            "answer_label": progress.answer_label,
        },
    )
    yield Page(
        "myths/",
        "Myths and facts",
        "What people get wrong about background checks, and what is true: for applicants, "
        "employers, landlords and health care.",
        "pages/myths.html",
        context={"readers": READERS},
    )
    for url, title, description, topic, reader in (
        (
            "employers/",
            "Fair hiring",
            (
                "Ways to use background checks fairly when you hire, the federal facts behind "
                "them, and the rule in each state."
            ),
            "employers",
            "employer",
        ),
        (
            "landlords/",
            "Fair renting",
            (
                "Ways to screen renters fairly, the federal facts behind them, and the rule in "
                "each state."
            ),
            "housing",
            "landlord",
        ),
        (
            "medical-sanctions/",
            "Exclusion screening in health care",
            (
                "What exclusion lists are, who must be screened, what a match means, and each "
                "state's own list."
            ),
            "sanctions",
            "healthcare",
        ),
    ):
        yield Page(
            url,
            title,
            description,
            "pages/topic.html",
            reader=reader,
            context={"topic": facts.topic(topic), "reader": reader},
        )
    yield Page(
        "changes/",
        "What changed",
        "New laws, changes, effective dates and bills, by date and by place, with feeds and a "
        "calendar.",
        "pages/changes.html",
        reader="advocate",
        context={
            "years": by_year(facts.places),
            "counts": Counter(entry.place.code for entry in all_changes(facts.places)),
        },
    )
    yield Page(
        "embed/",
        "Maps and cards for your site",
        "A map of any question or the card of any place for your own site, with the code to copy, "
        "and maps to print.",
        "pages/embed.html",
        reader="advocate",
        context={"map_height": MAP_HEIGHT, "card_height": CARD_HEIGHT},
    )
    yield Page(
        "data/",
        "The data",
        "Every fact of this site as JSON and CSV, with its meaning, version and licence. Free to "
        "use again.",
        "pages/data.html",
        reader="advocate",
        context={"dictionary": dictionary.groups()},
    )
    yield Page(
        "search/",
        "Search",
        "Search every guide and explainer. What you type stays on your device.",
        "pages/search.html",
        listed=False,
    )
