"""The pictures that stand for pages in link previews: neutral, so that anybody can post them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..derive.labels import N_
from ..derive.previews import SITE, card
from ..derive.questions import NOT_COVERED
from ..derive.site import Facts
from ..derive.topics import myth_url
from . import drawing
from .artifacts import Artifact
from .maps import Drawings

WIDTH, HEIGHT = 1200, 630
# Whoever looks over a shoulder should not read what a page is about.
_TELLING = re.compile(r"traffick|survivor|prostitut", re.IGNORECASE)

_OTHER_WORDS = {
    "Broad law for survivors": N_("Broad law"),
    "Narrower law for survivors": N_("Narrower law"),
    "Open to any adult, no proof of trafficking needed": N_("Open to any adult"),
    "No law for survivors found": N_("No law found"),
    "Both sex and labor trafficking": N_("Both kinds named in the law"),
    "Sex trafficking only": N_("One kind: sex"),
    "Labor trafficking only": N_("One kind: labor"),
    "Open to all: no proof of trafficking needed": N_("Open to all"),
    "Only prostitution-type offenses": N_("Only a few kinds of offense"),
}


def _neutral(label: str) -> str:
    """Return an answer as a card says it; raises KeyError for a telling one without other words."""
    return _OTHER_WORDS[label] if _TELLING.search(label) else label


def artifacts(facts: Facts, drawings: Drawings, site_url: str) -> Iterator[Artifact]:
    """Yield the picture of every guide, question and myth, and that of the site."""
    template = drawings.source("card.typ")
    host = site_url.partition("://")[2].rstrip("/")

    def made(path: str, svg: str, **data: Any) -> Artifact:
        told = {
            "colours": drawings.colours,
            "site": host,
            "kicker": "Record Relief",
            "lead": "",
            "legend": [],
            "size": 60,
            "map": bool(svg),
            **data,
        }
        return Artifact(path, drawing.png, (template, json.dumps(told, ensure_ascii=False), svg))

    yield made(
        SITE,
        drawings.place(""),
        title=N_("Can a record be cleared?"),
        lead=N_("A plain guide for every state. Free and private."),
    )
    for guide in facts.guides.values():
        yield made(
            card(facts, guide.url).path,
            drawings.place(guide.place.code),
            title=guide.name,
            lead=N_("Clearing a record: who can ask, what it costs, what to do first, free help."),
            site=f"{host}/{guide.short_url}".rstrip("/"),
        )
    for comparison in facts.comparisons.values():
        groups = [g for g in comparison.groups if g.answer.key != NOT_COVERED]
        legend = [
            [f"{group.answer.letter} {group.count}", _neutral(group.answer.label)]
            for group in groups
        ]
        yield made(
            card(facts, comparison.url).path,
            drawings.question(comparison),
            title=comparison.tab,
            legend=legend,
            size=46,
            site=f"{host}/{comparison.url}".rstrip("/"),
        )
    for myth in facts.data.myths:
        shown = myth.title or myth.myth
        told = not _TELLING.search(shown + myth.fact)
        yield made(
            card(facts, myth_url(myth)).path,
            "",
            kicker=N_("Myth and fact"),
            title=f"“{shown}”" if told else N_("A myth about background checks"),
            lead=myth.fact if told else N_("Read what is true."),
            size=54,
            site=f"{host}/myths",
        )
