"""The picture that stands for a page in a link preview: its address and its words."""

from __future__ import annotations

from dataclasses import dataclass

from .site import Facts
from .topics import myth_url

FOLDER = "cards"
SITE = f"{FOLDER}/record-relief.png"


@dataclass(frozen=True)
class Card:
    """A page's picture: its address, and what it shows for who can't see it."""

    path: str
    alt: str


def card(facts: Facts, url: str) -> Card:
    """Return the picture of the page at `url`; a page that has none gets the site's own."""
    page, say = url.strip("/"), facts.say
    name = page.replace("/", "-")
    for guide in facts.guides.values():
        if guide.url == url:
            alt = say("{place}: who can clear a record there, and how. A map of the US.")
            return Card(f"{FOLDER}/{name}.png", alt.format(place=guide.name))
    for below in facts.pages_below:
        if below.url == url:
            return card(facts, below.guide.url)
    for comparison in facts.comparisons.values():
        if comparison.url == url:
            alt = say("{question}: a map of the US.").format(question=say(comparison.tab))
            return Card(f"{FOLDER}/{name}.png", alt)
    for myth in facts.data.myths:
        if myth_url(myth) == url:
            alt = say("A myth about background checks, and the fact.")
            return Card(f"{FOLDER}/{name}.png", alt)
    return Card(SITE, say("Record Relief: plain guides to clearing a record, for every state."))
