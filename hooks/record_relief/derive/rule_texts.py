"""How much of a rule on background checks was read in the law's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..source.evidence import Evidence, ReadOf
from ..source.fair_chance import FairChance
from ..source.local_law import LocalLaw
from ..source.place import Jurisdiction
from .rules import Audience, Rules

# The kinds of text that are such a law's own words.
_LAWS = frozenset(("statute", "session_law", "regulation"))
# The state's rule that can ask its readers for a notice.
_STATE: dict[Audience, str] = {"employers": "employment.private", "landlords": "housing"}


@dataclass(frozen=True)
class RuleLaw:
    """A law on background checks: the state's, or that of a city or county."""

    name: str
    """Whose it is."""
    citation: str
    city: str = ""
    """The city or county; empty for the state's."""


def read_of_local(place: Jurisdiction, evidence: Evidence, law: LocalLaw) -> ReadOf:
    """Return how much of a city's or a county's law was read; none = only what others tell.

    What the state's own rules cite, too, is the state's: it tells what a city may do.
    """
    kinds: dict[str, str] = {source.id: source.kind for source in place.sources}
    kinds.update((text.id, text.kind) for text in evidence.texts)
    of_state = set(_cited_by_state(place.fair_chance))
    own = {name for name in law.sources if kinds.get(name) in _LAWS} - of_state
    return _read_of(evidence, f"local.{law.id}.rule", own)


def read_of_state(evidence: Evidence, path: str) -> ReadOf:
    """Return how much was read of the law behind the state's rule at a path such as "housing"."""
    own = {text.id for text in evidence.texts if text.kind in _LAWS}
    return _read_of(evidence, f"{path}.rule", own)


def _read_of(evidence: Evidence, path: str, own: set[str]) -> ReadOf:
    shown = {ground.text for ground in evidence.fair_proof(path)} & own
    if any(evidence.text[name].whole for name in shown):
        return "whole"
    return "part" if own else "none"


def _cited_by_state(fair: FairChance | None) -> Iterator[str]:
    if fair:
        yield from fair.employment.public.sources
        yield from fair.employment.private.sources
        yield from fair.housing.sources


def may_ask(rules: Rules, evidence: Evidence) -> list[RuleLaw]:
    """Return the laws for a page's readers that were not read whole.

    They may ask for what was not found. A state's law is one only where a rule of it is known.
    """
    found = []
    path = _STATE[rules.audience]
    rule = rules.fair.housing if path == "housing" else rules.fair.employment.private
    stands = rule.rule not in ("none", "unspecified")
    if stands and read_of_state(evidence, path) != "whole":
        found.append(RuleLaw(rules.place.name, rule.cited))
    found += [
        RuleLaw(law.name, law.cited, law.name)
        for law in rules.local
        if law.status != "ended" and read_of_local(rules.place, evidence, law) != "whole"
    ]
    return found
