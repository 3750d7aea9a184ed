"""The questions about background checks: what employers and landlords may ask and weigh."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.filled import Filled
from ...source.place import Jurisdiction
from ...source.values import Question
from ..labels import N_, NO_LOOKBACK
from .base import BACKGROUND_CHECKS, LEFT_OUT, Topic, coded, worded
from .readers import rule

_SILENT = N_("our sources do not say")


def _hiring(
    id_: Question,
    title: str,
    ask: str,
    about: str,
    section: str,
) -> Topic:
    """Return the question about one kind of employer."""
    return Topic(
        id_,
        title,
        ask,
        about,
        coded(
            "hiring.rule",
            LEFT_OUT,
            fair_chance=("F", N_("a fair-chance law limits how employers decide")),
            ban_the_box=("B", N_("the question must wait (ban-the-box)")),
            limited=("L", N_("there is a limited rule")),
            none=("N", N_("we found no statewide rule")),
            unspecified=("S", _SILENT),
        ),
        *rule(section, "hiring.rule"),
        BACKGROUND_CHECKS,
    )


HIRING = (
    _hiring(
        "private-employers",
        N_("Private employers"),
        N_("Does state law limit what private employers may ask or weigh?"),
        N_("City and county laws can go further; each guide lists those we read about."),
        "employment.private",
    ),
    _hiring(
        "public-employers",
        N_("Public employers"),
        N_("Does state law limit what public employers may ask or weigh?"),
        N_("Public employers are the state, counties, cities and their agencies."),
        "employment.public",
    ),
)

CLEARED_RECORDS = Topic(
    "cleared-records",
    N_("Cleared records at work: the general rule"),
    N_("After a record is cleared, may an employer ask, and may the person say no?"),
    N_(
        "These are general rules, and many cover only some kinds of cleared record. Where we read "
        "what the law says of a record cleared under a law for survivors, the guide says it first. "
        "There are exceptions, often for licenses, police work, and work with children."
    ),
    coded(
        "cleared.rule",
        LEFT_OUT,
        both=("E", N_("employers may not ask, and you may say no about some cleared records")),
        may_deny=("Y", N_("you may say no about some cleared records")),
        may_not_ask=("A", N_("employers may not ask")),
        unspecified=("S", _SILENT),
    ),
    *rule("employment.cleared_records", "cleared.rule"),
    BACKGROUND_CHECKS,
)

HOUSING = Topic(
    "housing",
    N_("Landlords"),
    N_("Does state law limit how landlords use records?"),
    N_(
        "City and county laws can go further; each guide lists those we read about. What else a "
        "state says of cleared records stands on its page."
    ),
    coded(
        "housing.rule",
        LEFT_OUT,
        broad=("B", N_("there is a broad fair-chance housing law")),
        limited=("L", N_("there is a limited rule")),
        none=("N", N_("we found no statewide rule")),
        unspecified=("S", _SILENT),
    ),
    *rule("housing", "housing.rule"),
    BACKGROUND_CHECKS,
)

MEDICAID_LIST = Topic(
    "medicaid-list",
    N_("State Medicaid exclusion lists"),
    N_("Does the state keep its own list of people barred from Medicaid work?"),
    N_("A clean federal check does not show a state's own list."),
    coded(
        "exists",
        LEFT_OUT,
        yes=("K", N_("the state keeps its own list")),
        no=("N", N_("no list of its own was found")),
        unknown=("S", _SILENT),
    ),
    *rule("medicaid_list", "exists"),
    BACKGROUND_CHECKS,
)


def lookback(places: Sequence[Jurisdiction]) -> Topic:
    """Return the question of how far back reports go, with the limits that some place has."""
    limits = sorted(
        {
            years
            for place in places
            if place.fair_chance and (years := place.fair_chance.employment.lookback.years)
        }
    )
    spans = {
        str(years): (str(years), Filled(N_("{years} years"), years=years), "") for years in limits
    }
    nothing = {"none": ("N", NO_LOOKBACK, N_("we found no state limit"))}
    return Topic(
        "lookback",
        N_("How far back reports go"),
        N_("Does state law limit how old a conviction on a report may be?"),
        N_("Federal law sets no limit for convictions. Some states do, often with exceptions."),
        worded(LEFT_OUT, **spans, **nothing),
        *rule("employment.lookback", "lookback"),
        BACKGROUND_CHECKS,
    )
