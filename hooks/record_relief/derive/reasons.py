"""When a record may be the reason for a no: which laws say it, and in which words.

A law says it in an entry of its own (`Refusal`), or, where the data has none that binds those whom
the law is for, in the words of its rule alone. The answer to "Which rules bind me?", the planners,
the forms and the pages of places all go by this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..source.fair_chance import FairChance
from ..source.fair_duties import USUAL, Binding
from ..source.local_law import LocalLaw
from ..source.values import Checker
from .rules import is_open, part, told_to

# Where the rule of a state on records stands, by reader, and how it is coded where it limits one.
STATE_RULE: dict[Checker, tuple[str, tuple[str, ...]]] = {
    "employer": ("employment.private", ("fair_chance", "ban_the_box", "limited")),
    "landlord": ("housing", ("limited", "broad")),
}
# What is told of a rule is sure where neither is marked.
_POINTS = ("rule", "text")


@dataclass(frozen=True)
class OwnWords:
    """The words of a law that alone say when a record may be the reason; `local`: a city's law."""

    local: LocalLaw | None
    text: str
    cited: str
    binds: Sequence[str]
    is_sure: bool

    @property
    def id(self) -> str | None:
        """The id of the city's or county's law; None for the state's rule."""
        return self.local.id if self.local else None


def in_own_words(fair: FairChance, who: Checker) -> list[OwnWords]:
    """Return the laws for a reader that say it in the words of their rule alone, the state's first.

    Of a local law without a rule on records, its words tell what was found; not of one that has
    ended.
    """
    found = []
    path, limiting = STATE_RULE[who]
    rule = part(fair, path)
    if rule.rule in limiting and not _has_entry(fair, who, None, [USUAL[who]]):
        text, cited = told_to(rule, who)
        found.append(OwnWords(None, text, cited, [USUAL[who]], is_sure(fair, path)))
    for law in fair.local:
        is_ours = law.for_landlords == (who == "landlord") and law.status != "ended"
        if is_ours and not _has_entry(fair, who, law.id, law.binds):
            sure = is_sure(fair, f"local.{law.id}")
            found.append(OwnWords(law, law.text, law.cited, law.binds, sure))
    return found


def own_words_of(fair: FairChance, who: Checker, local: str | None) -> OwnWords | None:
    """Return the same of one law: a city's by its id, or the state's; None where it has none."""
    return next((own for own in in_own_words(fair, who) if own.id == local), None)


def is_sure(fair: FairChance, path: str) -> bool:
    """Return whether what the words of a rule tell is confirmed."""
    return not any(is_open(fair, f"{path}.{point}") for point in _POINTS)


def _has_entry(fair: FairChance, who: Checker, local: str | None, binds: Sequence[str]) -> bool:
    """Return whether a law has an entry of its own that binds those whom the law is for."""

    def is_its(test: Binding) -> bool:
        return (test.who, test.local) == (who, local) and bool({*test.binds} & {*binds})

    return any(is_its(test) for test in fair.refusals)
