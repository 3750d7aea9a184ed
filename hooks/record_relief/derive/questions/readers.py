"""How a question reads a place: by its main law, by all its laws, or by a rule for checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from ...languages.filled import Filled
from ...source.coded import LAW_FIELD
from ...source.law import Law
from ...source.place import Jurisdiction
from .. import labels as words
from ..labels import N_
from ..lawrows import LINE_OF
from ..rules import is_open, part_with_number
from .base import NO_LAW, NOT_COVERED, Detail, told

Read = Callable[[Jurisdiction], str]
Details = Callable[[Jurisdiction], Iterable[Detail]]
_BELOW = "#background-checks"


def main_law(place: Jurisdiction) -> Law | None:
    """Return the law that answers for a place: for adults, and one that reaches convictions.

    Where no law does both, the first for adults, or else the first of all, answers.
    """
    adult = [law for law in place.relief if law.age == "any"]
    clears = [
        law
        for law in adult
        if "conviction" in law.records and set(law.remedies) - {"resentence", "pardon"}
    ]
    return next(iter([*clears, *adult, *place.relief]), None)


def main(read: Callable[[Law], str]) -> Read:
    """Return a reader of one value of a place's main law."""

    def answer(place: Jurisdiction) -> str:
        law = main_law(place)
        return read(law) if law else NO_LAW

    return answer


def laws(*fields: str, every: bool = False) -> Details:
    """Return a reader of coded fields of every law, such as "proof.standard".

    `every` says that the place's answer is made of all its laws, not of the main one.
    """

    def details(place: Jurisdiction) -> Iterable[Detail]:
        for law in place.relief:
            key = LINE_OF[fields[0]].key
            found: list[str] = []
            marked = False
            for name in fields:
                coded = LAW_FIELD[name]
                found.extend(words.labels(name, coded.of(law)))
                marked = marked or bool({coded.group, name} & set(law.unconfirmed))
            text = getattr(getattr(law, LAW_FIELD[fields[0]].group), "text", "")
            answers = every or law is main_law(place)
            yield Detail(
                law.title,
                f"law/#law-{law.id}-{key}",
                tuple(found),
                told(text),
                marked,
                answers,
                law=law.id,
                fields=fields,
            )

    return details


def rule(section: str, field_name: str) -> tuple[Read, Details]:
    """Return readers of `medicaid_list`, or of one section of `fair_chance` by its path."""

    def read(place: Jurisdiction) -> object | None:
        if section == "medicaid_list":
            return place.medicaid_list
        return attrgetter(section)(place.fair_chance) if place.fair_chance else None

    def answer(place: Jurisdiction) -> str:
        found = read(place)
        return NOT_COVERED if found is None else str(_rule_of(found))

    def details(place: Jurisdiction) -> Iterable[Detail]:
        found = read(place)
        if found is None:
            return

        def is_marked(point: str) -> bool:
            return is_open(place.fair_chance, f"{section}.{point}")

        value = str(_rule_of(found))
        field = "years" if field_name == "lookback" else "rule"
        unconfirmed = is_marked(field) or getattr(found, "confirmed", True) is False
        if field_name == "lookback":
            shown = N_("No state limit found")
            if value != "none":
                shown = Filled(N_("{years} years"), years=value)
        else:
            shown = words.label(field_name, value)
        said = told(str(getattr(found, "text", "")), is_marked("text"))
        if below := getattr(found, "below", None):
            said += told(below, is_marked("below"))
        reach, part = getattr(found, "threshold_text", None) or "", part_with_number(found)
        yield Detail(
            "",
            _BELOW,
            (shown,),
            said,
            unconfirmed,
            who=told(part or reach, is_marked("threshold")),
            for_some=bool(reach and not part and (getattr(found, "threshold", None) or 0) > 1),
            part=part,
        )

    return answer, details


def _rule_of(found: object) -> object:
    for name in ("rule", "exists"):
        if hasattr(found, name):
            return getattr(found, name)
    return getattr(found, "years", None) or "none"
