"""The federal holidays, by rule: the planners leave them out of business days."""

from __future__ import annotations

from dataclasses import dataclass

from .labels import N_

_MONDAY, _THURSDAY = 1, 4
_LAST = -1


@dataclass(frozen=True)
class Holiday:
    """A holiday on a day of a month, or on its `nth` weekday: Monday is 1; the last one is -1."""

    name: str
    when: str
    month: int
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None


# 5 U.S.C. 6103(a), as it stands since June 2021; the fact `federal-holidays` of states.yaml has its
# source. One on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
HOLIDAYS = (
    Holiday(N_("New Year's Day"), N_("January 1"), 1, day=1),
    Holiday(
        N_("Birthday of Martin Luther King, Jr."),
        N_("the third Monday in January"),
        1,
        weekday=_MONDAY,
        nth=3,
    ),
    Holiday(
        N_("Washington's Birthday"), N_("the third Monday in February"), 2, weekday=_MONDAY, nth=3
    ),
    Holiday(N_("Memorial Day"), N_("the last Monday in May"), 5, weekday=_MONDAY, nth=_LAST),
    Holiday(N_("Juneteenth National Independence Day"), N_("June 19"), 6, day=19),
    Holiday(N_("Independence Day"), N_("July 4"), 7, day=4),
    Holiday(N_("Labor Day"), N_("the first Monday in September"), 9, weekday=_MONDAY, nth=1),
    Holiday(N_("Columbus Day"), N_("the second Monday in October"), 10, weekday=_MONDAY, nth=2),
    Holiday(N_("Veterans Day"), N_("November 11"), 11, day=11),
    Holiday(
        N_("Thanksgiving Day"), N_("the fourth Thursday in November"), 11, weekday=_THURSDAY, nth=4
    ),
    Holiday(N_("Christmas Day"), N_("December 25"), 12, day=25),
)
