"""What each coded value of a law rests on, worked out from its proof and its mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

from ..source.cited import Source
from ..source.coded import LAW_FIELDS, is_not_looked_for
from ..source.evidence import (
    NEVER_CONFIRMS,
    Evidence,
    FairEvidence,
    Ground,
    LawEvidence,
    TextKind,
    WayEvidence,
)
from ..source.law import Law
from ..source.place import Jurisdiction
from ..source.values import SourceKind

# From the strongest: the law's own words; the silence of a text read whole; the words (or silence)
# of an opinion, a bill, an agency or a court's page; marked as not confirmed.
StandingKind = Literal["words", "silence", "weaker", "unconfirmed"]
# Why a mark stands: nobody has looked for it, since the field is newer than the reading; nothing of
# the law was read; what was read does not speak of it; its words were seen, but a later act or the
# whole was not; only a summary tells it.
Reason = Literal[
    "not_looked_for", "law_not_read", "not_in_part_read", "later_or_whole_not_read", "summary_only"
]


@dataclass(frozen=True)
class Standing:
    """What one coded value rests on; `reason` stands only where it is not confirmed."""

    kind: StandingKind
    reason: Reason | None
    grounds: Sequence[Ground]


def standing(law: Law, evidence: Evidence, field: str) -> Standing:
    """Return what a coded field of a law, such as "timing.wait", rests on.

    A value may have words and a mark; then it is not confirmed, and has both.
    """
    grounds = evidence.proof(law.id, field)
    if law.is_marked(field) or not grounds:
        if not grounds and is_not_looked_for(law, field):
            return Standing("unconfirmed", "not_looked_for", grounds)
        return Standing("unconfirmed", _reason(law, evidence, grounds), grounds)
    texts = evidence.text
    own = [ground for ground in grounds if texts[ground.text].is_law]
    if any(ground.words for ground in own):
        return Standing("words", None, grounds)
    return Standing("silence" if own else "weaker", None, grounds)


def _reason(law: Law, evidence: Evidence, grounds: Sequence[Ground]) -> Reason:
    kinds = {evidence.text[ground.text].kind for ground in grounds if ground.words}
    if kinds - {NEVER_CONFIRMS}:
        return "later_or_whole_not_read"
    if kinds:
        return "summary_only"
    found = evidence.laws.get(law.id)
    if found is None or found.read == "none":
        return "law_not_read"
    # A whole law that does not settle a question leaves it to what was not read beside it.
    return "not_in_part_read" if found.read == "part" else "later_or_whole_not_read"


def standings(law: Law, evidence: Evidence) -> dict[str, Standing]:
    """Return what each coded field of a law rests on, by path, in the order of the model."""
    return {field.path: standing(law, evidence, field.path) for field in LAW_FIELDS}


# What each coded value rests on: by place and law, then by the path of the field.
Standings = Mapping[tuple[str, str], Mapping[str, Standing]]


def weakest(found: Iterable[StandingKind]) -> StandingKind | None:
    """Return the weakest of several kinds, nothing of none.

    What is answered from several values rests on them all.
    """
    return max(found, key=get_args(StandingKind).index, default=None)


def count(found: Iterable[Standing]) -> dict[StandingKind, int]:
    """Return how many values rest on each, the strongest first, with those that are none.

    What nobody has looked for counts as not confirmed, as every mark does.
    """
    counted = Counter(one.kind for one in found)
    return {kind: counted[kind] for kind in get_args(StandingKind)}


def count_in(place: Jurisdiction, evidence: Evidence) -> dict[StandingKind, int]:
    """Return how many coded values of a place's laws rest on each."""
    laws = (standings(law, evidence).values() for law in place.relief)
    return count(one for law in laws for one in law)


def texts_cited(entries: Iterable[LawEvidence | WayEvidence | FairEvidence]) -> set[str]:
    """Return the ids of the texts on which some laws, ways or rules rest."""
    return {
        ground.text for entry in entries for grounds in entry.proof.values() for ground in grounds
    }


def read_whole(place: Jurisdiction, evidence: Evidence) -> bool:
    """Return whether every law of a place was read whole."""
    found = (evidence.laws.get(law.id) for law in place.relief)
    return all(law is not None and law.read == "whole" for law in found)


_AS_SOURCE: Mapping[TextKind, SourceKind] = {
    "statute": "statute",
    "session_law": "session_law",
    "regulation": "regulation",
    "bill": "bill",
    "court_rule": "court",
    "court_form": "court",
    "court_page": "court",
    "opinion": "court",
    "agency": "agency",
    "agency_form": "agency",
    "summary": "reference",
}


def texts_as_sources(place: Jurisdiction, evidence: Evidence) -> dict[str, Source]:
    """Return each text of a place as a source by the text's id, for lists of sources.

    Where the place has a source with the same address, that one stands for the text: it says who
    published it. Other texts have the host they were read on as publisher.
    """
    known = {source.url: source for source in place.sources}
    return {
        text.id: known.get(text.url)
        or Source(
            id=text.id,
            title=text.title,
            described=text.described,
            extent=text.extent,
            publisher=(urlsplit(text.url).hostname or text.url).removeprefix("www."),
            url=text.url,
            kind="search" if text.search else _AS_SOURCE[text.kind],
            language=text.named_in,
            date=text.current_to,
        )
        for text in evidence.texts
    }
