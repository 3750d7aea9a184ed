"""`coverage` agrees with the laws listed."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.law import Law
from ..source.place import Jurisdiction
from ..source.values import Coverage
from .base import Context, Finding

_BROAD = ("any", "any_with_exclusions", "nonviolent")


def check(context: Context) -> Iterator[Finding]:
    """Find places whose `coverage` is not what their coded laws amount to."""
    for place in context.data.jurisdictions:
        expected = coverage_of(place)
        if place.coverage != expected:
            path = ("jurisdictions", place.code, "coverage")
            yield Finding(path, f'is "{place.coverage}", but the laws listed make it "{expected}"')


def coverage_of(place: Jurisdiction) -> Coverage:
    """Work out a place's coverage from its laws, by the definitions of `Jurisdiction.coverage`."""
    if not place.relief:
        return "none"
    made_for_survivors = [law for law in place.relief if law.nexus.standard != "not_required"]
    adult = [law for law in made_for_survivors if law.age == "any"]
    if any(_is_broad(law) for law in adult):
        return "full"
    if adult:
        return "partial"
    if any(law.age == "any" for law in place.relief):
        return "open"
    return "minors_only"


def deciding_law(place: Jurisdiction) -> Law | None:
    """Return the law that a place's coverage rests on; nothing where it has none."""
    adult = [law for law in place.relief if law.age == "any"]
    made_for_survivors = [law for law in adult if law.nexus.standard != "not_required"]
    broad = [law for law in made_for_survivors if _is_broad(law)]
    return next(iter([*broad, *made_for_survivors, *adult, *place.relief]), None)


# The fields that decide it.
COVERAGE_FIELDS = ("age", "trafficking", "nexus.standard", "offenses.scope", "records")


def _is_broad(law: Law) -> bool:
    return (
        set(law.trafficking) == {"sex", "labor"}
        and law.offenses.scope in _BROAD
        and "conviction" in law.records
    )
