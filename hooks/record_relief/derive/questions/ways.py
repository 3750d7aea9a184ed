"""The questions about general ways: how long to wait, what comes by itself, what needs a pardon.

Each reads the ways in force that are not for special cases only. Where one way answers, it is the
soonest (`ForKind.lead`); for a conviction that no such way reaches without a pardon, a way for
pardoned convictions, if there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ...source.place import Jurisdiction
from ...source.values import Question, WayKind
from ..labels import N_, NOTHING
from ..ways import Option, WaysOf
from .base import MARKS, OTHER_WAYS, Answer, Detail, Topic, told, worded

_UNKNOWN = "unknown"
_ALL_WAYS = "other-ways/"
_CONVICTIONS: frozenset[WayKind] = frozenset({"violation", "misdemeanor", "felony"})
_ENDED: frozenset[WayKind] = frozenset({"non_conviction", "deferred"})

Found = tuple[str, tuple[Option, ...], bool]
"""An answer's key, the ways it rests on, and whether it is not confirmed."""


def way_topics(day: date) -> list[Topic]:
    """Return the questions about general ways, as the ways stand on a day."""
    return [
        _topic(
            "misdemeanors",
            N_("Old misdemeanors"),
            N_("After how many years may a misdemeanor be cleared?"),
            N_(
                "The shortest wait of any general way in force, most often counted from the end of "
                "the sentence. Many ways have longer waits for some offenses, and leave some out. "
                "Ways for special cases only, such as old marijuana cases, are not counted here."
            ),
            _WAITS,
            lambda place: _wait(WaysOf(place, day), "misdemeanor"),
        ),
        _topic(
            "felonies",
            N_("Old felonies"),
            N_("After how many years may a felony be cleared?"),
            N_(
                "The shortest wait of any general way in force, most often counted from the end of "
                "the sentence. Many ways reach only some felonies, and have longer waits for the "
                "others. Ways for special cases only are not counted here."
            ),
            _WAITS,
            lambda place: _wait(WaysOf(place, day), "felony"),
        ),
        _topic(
            "by-itself",
            N_("Clearing that happens by itself"),
            N_("Does any clearing happen by itself?"),
            N_(
                "A general way in force, or a part of it, for which you do not have to ask. It may "
                "reach few records, and it may be late: check your record. Pardons and ways for "
                "special cases only are not counted here."
            ),
            _BY_ITSELF,
            lambda place: _by_itself(WaysOf(place, day)),
        ),
        _topic(
            "dismissed",
            N_("Arrests and dismissed cases"),
            N_("Can an arrest or a dismissed case be cleared, and when?"),
            N_(
                "The shortest wait of any general way in force. Some cases wait longer, such as "
                "those where charges may still come. A way only for arrests with no charge stands "
                "below the answer. Ways for other special cases, such as mistaken identity, and "
                "cases that were put off first are not counted here."
            ),
            _DISMISSED,
            lambda place: _dismissed(WaysOf(place, day)),
            lambda place: WaysOf(place, day).for_kind("non_conviction").uncharged,
        ),
        _topic(
            "pardon-needed",
            N_("Felonies and pardons"),
            N_("Is a pardon needed to clear a felony?"),
            N_(
                "Where the answer is no, a general way in force reaches some felonies; others, "
                "often the most serious, may still need a pardon. Not every pardon clears the "
                "record. Ways for special cases only are not counted here."
            ),
            _PARDON,
            lambda place: _pardon(WaysOf(place, day)),
        ),
    ]


_NOT_KNOWN = Answer(
    _UNKNOWN,
    N_("Not known, or no general way found"),
    MARKS[5],
    NOTHING,
    N_("we do not know the wait, or found no general way"),
)
_WAITS = worded(
    _NOT_KNOWN,
    no_wait=("N", N_("No waiting time for some"), N_("some can be cleared with no wait")),
    up_to_three=("3", N_("Up to 3 years"), N_("the wait is up to 3 years")),
    four_to_seven=("4", N_("4 to 7 years"), N_("it is 4 to 7 years")),
    eight=("8", N_("8 years or more"), N_("it is 8 years or more")),
    pardon=("P", N_("Only by or after a pardon"), N_("we found a way only by or after a pardon")),
)
_BY_ITSELF = worded(
    Answer(
        _UNKNOWN,
        N_("Nothing that we found"),
        MARKS[5],
        NOTHING,
        N_("we found nothing that happens by itself"),
    ),
    convictions=("S", N_("Some convictions"), N_("some convictions are cleared")),
    ended=(
        "C",
        N_("Cases without a conviction, not convictions"),
        N_("some cases without a conviction are cleared, but no convictions"),
    ),
    juvenile=("J", N_("Juvenile cases only"), N_("some juvenile cases only")),
)
_DISMISSED = worded(
    Answer(
        _UNKNOWN,
        N_("No general way found"),
        MARKS[5],
        NOTHING,
        N_("we found no general way"),
    ),
    no_wait=("N", N_("Yes, with no waiting time"), N_("some can be cleared with no wait")),
    one=("1", N_("Yes, after up to 1 year"), N_("the wait is up to 1 year")),
    more=("M", N_("Yes, after more than a year"), N_("it is more than a year")),
    open=("K", N_("Yes, but the wait is not known"), N_("there is a way, but no known wait")),
)
_PARDON = worded(
    Answer(
        _UNKNOWN,
        N_("No general way found"),
        MARKS[5],
        NOTHING,
        N_("we found no general way"),
    ),
    no=(
        "N",
        N_("No, some can be cleared without one"),
        N_("some felonies can be cleared without a pardon"),
    ),
    yes=("Y", N_("Yes, as far as we found"), N_("we found a way only by or after a pardon")),
)


def _topic(
    id_: Question,
    title: str,
    ask: str,
    about: str,
    answers: Sequence[Answer],
    find: Callable[[Jurisdiction], Found],
    beside: Callable[[Jurisdiction], Option | None] = lambda _: None,
) -> Topic:
    words = {answer.key: answer.label for answer in answers}

    def details(place: Jurisdiction) -> Iterable[Detail]:
        key, options, unconfirmed = find(place)
        # One way has its own line on the page of the ways; several are only named.
        only = options[0].way if len(options) == 1 else None
        below = f"{_ALL_WAYS}#way-{only.id}" if only else _ALL_WAYS
        names = (option.way.name for option in options)
        text = told(only.wait.text if only else "")
        yield Detail("", below, (words[key], *names), text, unconfirmed)
        if other := beside(place):
            way, sure = other.way, other.sure and other.reach_is_sure
            below = f"{_ALL_WAYS}#way-{way.id}"
            said = (*told(way.needs, way.is_marked("needs")), *told(way.wait.text))
            yield Detail("", below, (way.name,), said, not sure, answers=False)

    return Topic(id_, title, ask, about, answers, lambda place: find(place)[0], details, OTHER_WAYS)


def _conviction(ways: WaysOf, kind: WayKind) -> Option | None:
    """Return the way that answers for a conviction: the soonest, or else one after a pardon."""
    return ways.for_kind(kind).lead or ways.for_kind("pardoned").lead


def _wait(ways: WaysOf, kind: WayKind) -> Found:
    option = _conviction(ways, kind)
    if option is None:
        return _UNKNOWN, (), False
    if option.only_after_pardon:
        return _by_grace("pardon", option)
    return _span(option), (option,), not (option.sure and option.reach_is_sure)


def _span(option: Option) -> str:
    years = _years(option)
    if years is None:
        return _UNKNOWN
    if years == 0:
        return "no_wait"
    return "up_to_three" if years <= 3 else "four_to_seven" if years <= 7 else "eight"


def _years(option: Option) -> float | None:
    """Return the shortest wait; None where no number is known or the clock is an age."""
    return None if option.wait.start == "age" else option.wait.years


def _by_grace(key: str, option: Option) -> Found:
    fields = ("status", "remedies", f"reaches.{option.kind}")
    return key, (option,), any(map(option.way.is_marked, fields))


def _dismissed(ways: WaysOf) -> Found:
    option = ways.for_kind("non_conviction").lead
    if option is None or option.only_after_pardon:
        return _UNKNOWN, (), False
    unconfirmed = not (option.sure and option.reach_is_sure)
    years = _years(option)
    if years is None:
        return "open", (option,), unconfirmed
    key = "no_wait" if years == 0 else "one" if years <= 1 else "more"
    return key, (option,), unconfirmed


def _pardon(ways: WaysOf) -> Found:
    option = _conviction(ways, "felony")
    if option is None:
        return _UNKNOWN, (), False
    return _by_grace("yes" if option.only_after_pardon else "no", option)


def _by_itself(ways: WaysOf) -> Found:
    general = _general(ways)
    groups = {"convictions": _CONVICTIONS, "ended": _ENDED, "juvenile": frozenset({"juvenile"})}
    for key, kinds in groups.items():
        found = {
            option.way.id: option
            for option in general
            if option.kind in kinds and option.way.automatic != "no"
        }
        if found:
            # One that is sure is enough.
            sure = any(_comes_surely(o) for o in general if o.way.id in found and o.kind in kinds)
            return key, tuple(found.values()), not sure
    return _UNKNOWN, (), any(option.way.is_marked("automatic") for option in general)


def _comes_surely(option: Option) -> bool:
    return not any(map(option.way.is_marked, ("automatic", "status", f"reaches.{option.kind}")))


def _general(ways: WaysOf) -> list[Option]:
    """Return the ways in force for each kind that are no pardon and not for special cases."""
    return [
        option
        for found in ways.kinds
        for option in found.options
        if option.in_force and not option.way.special and "pardon" not in option.way.remedies
    ]
