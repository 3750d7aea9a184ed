"""The pages for those who check records: one for each topic, with its reader and checklist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..source.explainers import Myth
from ..source.values import Topic, Who
from .labels import N_


@dataclass(frozen=True)
class TopicSite:
    """Where a topic stands on the site and for whom it is."""

    topic: Topic
    page: str
    reader: Who
    title: str
    description: str
    checklist_title: str
    law_title: str = ""
    """The title of the page with the federal law; empty where the topic's own page has it."""

    @property
    def law(self) -> str:
        """The address of that page, or nothing."""
        return f"{self.page}law/" if self.law_title else ""

    @property
    def checklist(self) -> str:
        """The address of the one-page checklist."""
        return f"tools/checklist-{self.page.rstrip('/')}.pdf"


TOPIC_SITES: dict[Topic, TopicSite] = {
    site.topic: site
    for site in (
        TopicSite(
            "employers",
            "employers/",
            "employer",
            N_("Fair hiring"),
            N_(
                "Ways to use background checks fairly when you hire, the federal facts behind "
                "them, and the rule in each state."
            ),
            N_("Fair hiring: a checklist"),
            N_("Fair hiring: the federal law"),
        ),
        TopicSite(
            "housing",
            "landlords/",
            "landlord",
            N_("Fair renting"),
            N_(
                "Ways to screen renters fairly, the federal facts behind them, and the rule in "
                "each state."
            ),
            N_("Fair renting: a checklist"),
            N_("Fair renting: the federal law"),
        ),
        TopicSite(
            "sanctions",
            "medical-sanctions/",
            "healthcare",
            N_("Exclusion screening in health care"),
            N_(
                "What exclusion lists are, who must be screened, what a match means, and each "
                "state's own list."
            ),
            N_("Exclusion screening: a checklist"),
        ),
    )
}

# "Some cities and states", "state or city law", "local law".
_OF_CITIES = re.compile(r"\b(states? (and|or) (city|cities)|cities (and|or) states|local laws?)\b")


def list_of_cities(topic: Topic, texts: Iterable[str | None], cities: Iterable[str]) -> str | None:
    """Return where the rules of cities and counties are listed, if texts speak of such rules.

    `cities` are the names that tell of one rule.
    """
    told = " ".join(text for text in texts if text)
    if not TOPIC_SITES[topic].law:
        return None
    if _OF_CITIES.search(told) or any(re.search(rf"\b{re.escape(c)}\b", told) for c in cities):
        return f"{TOPIC_SITES[topic].page}#by-state"
    return None


def myth_url(myth: Myth) -> str:
    """Return the address of a myth's own page."""
    return f"myths/{myth.id}/"
