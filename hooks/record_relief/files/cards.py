"""The pictures that stand for pages in link previews: neutral, so that anybody can post them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..derive.editions import Edition
from ..derive.labels import N_
from ..derive.previews import SITE, card
from ..derive.questions import NOT_COVERED
from ..derive.site import Facts
from ..derive.topics import myth_url
from . import drawing
from .artifacts import Artifact
from .drawing import Layer
from .maps import SMALL_WIDTH, Drawings
from .speech import Speech

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
    "No proof of trafficking is asked for": N_("Asks for no proof of what happened"),
    "Only prostitution-type offenses": N_("Only a few kinds of offense"),
}


def _neutral(label: str) -> str:
    """Return an answer as a card says it; raises KeyError for a telling one without other words."""
    return _OTHER_WORDS[label] if _TELLING.search(label) else label


def artifacts(
    facts: Facts, drawings: Drawings, site_url: str, edition: Edition | None = None
) -> Iterator[Artifact]:
    """Yield the picture of every guide, question and myth, and that of the site.

    With an `edition` those of its pages, in its language; `facts` are the English ones.
    """
    template, layer = drawings.source("card.typ"), drawings.source("layer.typ")
    speech = Speech.of(edition.language if edition else None)
    host = speech.site(site_url)
    shown = edition.facts if edition else facts

    def stands(url: str) -> bool:
        return edition is None or url in edition.standing

    def made(
        path: str, layers: tuple[Layer, ...], page: str = "", place: str = "", **data: Any
    ) -> Artifact:
        words = {"kicker": "Record Relief", "lead": "", "legend": [], "size": 60, **data}
        map_top = 64 if words["legend"] else 90
        told = {
            **speech.about(place).told(words),
            "colours": drawings.colours,
            "site": f"{host}{page}".rstrip("/"),
            "map": [WIDTH - 36 - SMALL_WIDTH, map_top] if layers else None,
            "canvas": [WIDTH, HEIGHT],
            "corners": [[0, 0], [60, 50], [60, -34]],
        }
        made_of = (template, json.dumps(told, ensure_ascii=False), layer, layers)
        return Artifact(speech.prefix + path, drawing.png, made_of)

    yield made(
        SITE,
        drawings.place(""),
        title=N_("Can a record be cleared?"),
        lead=N_("A plain guide for every state. Free and private."),
    )
    for guide in shown.guides.values():
        if not stands(guide.url):
            continue
        yield made(
            card(shown, guide.url).path,
            drawings.place(guide.place.code),
            title=guide.name,
            lead=N_("Clearing a record: who can ask, what it costs, what to do first, free help."),
            page=guide.short_url,
            place=guide.place.code,
        )
    for comparison in shown.comparisons.values():
        if not stands(comparison.url):
            continue
        groups = [g for g in comparison.groups if g.answer.key != NOT_COVERED]
        legend = [
            [f"{group.answer.letter} {group.count}", _neutral(group.answer.label)]
            for group in groups
        ]
        yield made(
            card(shown, comparison.url).path,
            drawings.small(comparison),
            title=comparison.tab,
            legend=legend,
            size=46,
            page=comparison.url,
        )
    for english, myth in zip(facts.data.myths, shown.data.myths, strict=True):
        if not stands(myth_url(myth)):
            continue
        told = not _TELLING.search((english.title or english.myth) + english.fact)
        yield made(
            card(shown, myth_url(myth)).path,
            (),
            kicker=N_("Myth and fact"),
            title=f"“{myth.title or myth.myth}”" if told else N_("A myth about background checks"),
            lead=myth.fact if told else N_("Read what is true."),
            size=54,
            page="myths/",
        )
