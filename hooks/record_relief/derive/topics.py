"""The pages for those who check records: one for each topic, with its reader and checklist."""

from __future__ import annotations

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


def myth_url(myth: Myth) -> str:
    """Return the address of a myth's own page."""
    return f"myths/{myth.id}/"
