"""Which rules bind whom, read straight from the YAML in simple code, without the package.

A second reading of what `derive/binding.py` works out: a mistake there shows as a difference here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Place = dict[str, Any]
AUDIENCES = ("employers", "landlords")
_STRICT = {
    "employers": ["offer", "interview", "application", "none"],
    "landlords": ["broad", "limited"],
}
_PARTY = {"employers": ("employer", "private_employers"), "landlords": ("landlord", "landlords")}


@dataclass(frozen=True)
class Told:
    """A law in an answer: its group, its id ("il", "il-chicago"), what of it does not bind."""

    group: str
    id: str
    tie: bool
    """Whether it is as strict as the one before it."""
    no_wait: bool
    """Whether its wait to ask is for a larger number."""
    no_weighing: bool
    """Whether its rule on weighing is for a larger number."""


def on_day(rule: dict[str, Any], day: date) -> dict[str, Any]:
    """Return a rule as its confirmed changes have made it by a day."""
    found = dict(rule)
    for change in rule.get("next", []):
        if change["confirmed"] and change["day"] <= day:
            found |= change.get("set") or {}
    return found


def laws(place: Place, audience: str, day: date) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield id, city (empty for the state) and the law, as it is on a day."""
    fair = place["fair_chance"]
    code = place["code"].lower()
    state = fair["housing"] if audience == "landlords" else fair["employment"]["private"]
    path = "housing" if audience == "landlords" else "employment.private"
    yield code, "", on_day(state, day) | {"path": path}
    for local in sorted(fair["local"], key=lambda law: (law["status"] != "in_force", law["name"])):
        landlords = bool({"landlords", "public_housing"} & set(local["binds"]))
        law = on_day(local, day) | {"path": f"local.{local['id']}"}
        if landlords == (audience == "landlords") and law["status"] != "ended":
            yield f"{code}-{law['id']}", law["name"], law


def _open(place: Place, path: str, point: str) -> bool:
    """A mark on the point, or on a part that holds it unless it is about one question."""
    holders = [path.rsplit(".", n)[0] for n in range(path.count(".") + 1)]
    return any(
        mark["field"] == f"{path}.{point}" or (mark["field"] in holders and not mark["about"])
        for mark in place["fair_chance"]["unconfirmed"]
    )


def _weeks(place: Place, audience: str, law: dict[str, Any]) -> float:
    """The longest time that a decision must wait by this law."""
    who, party = _PARTY[audience]
    found = [
        time["days"] / (5 if time["unit"] == "business" else 7)
        for time in place["fair_chance"]["times"]
        if time["who"] == who
        and party in time["binds"]
        and time["purpose"] in ("answer", "wait")
        and time["local"] == law.get("id")
    ]
    return max(found, default=0)


# What has no place in the order comes after what has one.
_LAST = (math.inf,)


def _one(
    place: Place, audience: str, law: dict[str, Any], number: int | None
) -> tuple[str, tuple[float, ...], bool, bool]:
    """Return group, place in the order, and what is only for a larger number: wait, weighing."""
    group, order, *lost = _if_sure(place, audience, law, number)
    few = _has_fewer(place, law, number)
    may_bind = (
        "ranked",
        "unranked",
        "smaller",
        *(("duties", "nothing") if "status" in law else ()),
    )
    open_below = few and _open(place, law["path"], "below")
    if group in may_bind and (_reach_open(place, law) or open_below):
        return "unsure", order or _LAST, *lost
    return group, order, *lost


def _reach_open(place: Place, law: dict[str, Any]) -> bool:
    """It was not found, or is not confirmed, whom a law binds or from which number on."""
    unfound = "status" in law and not law["threshold_text"]
    return unfound or any(_open(place, law["path"], point) for point in ("threshold", "binds"))


def _has_fewer(place: Place, law: dict[str, Any], number: int | None) -> bool:
    """Whether a number is below that of the law; one that is not confirmed leaves nobody out."""
    least = law.get("threshold")
    below = number is not None and least is not None and number < least
    return below and not _reach_open(place, law)


def _if_sure(
    place: Place, audience: str, law: dict[str, Any], number: int | None
) -> tuple[str, tuple[float, ...], bool, bool]:
    """Return the same as if it were confirmed whom the law binds."""
    strict, rule, ask = _STRICT[audience], law["rule"], law.get("ask", "")
    few = _has_fewer(place, law, number)
    has_wait = ask in ("offer", "interview", "application", "other")
    has_weighing = _has_weighing(place, audience, law)
    for_what = law.get("threshold_for") or "both"
    no_wait = has_wait and few and for_what != "rule"
    no_weighing = has_weighing and few and for_what != "ask"
    lost = (no_wait, no_weighing)
    city = "status" in law
    if city and law["status"] != "in_force":
        return "doubtful", (), *lost
    if city and _PARTY[audience][1] not in law["binds"]:
        return "some", (), *lost
    if rule == "none" or (not city and rule == "unspecified"):
        told = [*_tied(place, "notices", audience, law), *_tied(place, "times", audience, law)]
        return ("duties" if told else "nothing"), (), *lost
    binds = (has_wait and not no_wait) or (has_weighing and not no_weighing)
    if few and not binds:
        return ("unranked" if law.get("below") else "smaller"), (), *lost
    if audience == "landlords":
        ranked = rule in strict and not _open(place, law["path"], "rule")
        return ("ranked", (strict.index(rule),), *lost) if ranked else ("unranked", (), *lost)
    if no_wait or (few and not has_wait):
        stage = "none"
    elif ask not in strict or _open(place, law["path"], "ask"):
        return "unranked", (), *lost
    else:
        stage = ask
    days = 0.0 if no_weighing or not has_weighing else _weeks(place, audience, law)
    return "ranked", (strict.index(stage), -days), *lost


GROUPS = ("ranked", "unranked", "unsure", "some", "duties", "nothing", "smaller", "doubtful")


def answer(place: Place, audience: str, city: str, number: int | None, day: date) -> list[Told]:
    """Return what an answer tells, in its order."""
    found = [
        (*one, name)
        for name, where, law in laws(place, audience, day)
        if where in ("", city)
        for one in [_one(place, audience, law, number)]
    ]
    found.sort(key=lambda each: (GROUPS.index(each[0]), each[1]))
    told: list[Told] = []
    before: tuple[str, tuple[float, ...]] | None = None
    for group, order, no_wait, no_weighing, name in found:
        tie = (group, order) == before and order not in ((), _LAST)
        told.append(Told(group, name, tie, no_wait, no_weighing))
        before = group, order
    return told


def cases(place: Place, audience: str, day: date) -> Iterator[tuple[str, int | None]]:
    """Yield every city and, around each number that any law of the place names, each number."""
    known = list(laws(place, audience, day))
    edges = {law["threshold"] for _, _, law in known if law.get("threshold")}
    numbers = sorted({n + step for n in edges for step in (-1, 0, 1) if n + step > 0})
    for city in sorted({city for _, city, _ in known}):
        yield city, None
        yield from ((city, number) for number in [*numbers, 10**6])


def _tied(place: Place, section: str, audience: str, law: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of a section that are this law's, and these readers' own."""
    who, party = _PARTY[audience]
    return [
        entry
        for entry in place["fair_chance"].get(section, ())
        if (entry["who"], entry["local"]) == (who, law.get("id")) and party in entry["binds"]
    ]


def _has_weighing(place: Place, audience: str, law: dict[str, Any]) -> bool:
    """Whether a law is on more than when to ask: by its code, or by a duty before a no."""
    sections = ("factors", "refusals", "notices")
    return (
        law["rule"] in ("fair_chance", "limited", "broad")
        or any(_tied(place, section, audience, law) for section in sections)
        or _weeks(place, audience, law) > 0
    )


@dataclass(frozen=True)
class Steps:
    """What the steps below an answer name: the places of the laws, each list in order."""

    wait: list[str]
    """Those that make one wait longest to ask."""
    other: list[str]
    """Those whose words alone tell when one may ask, or whether."""
    barred: list[str]
    doubtful: list[str]
    factors: list[str]
    tests: list[str]
    """Those that say when a record may be the reason for a no."""
    unsure: list[str]
    """Those of them that may not bind."""
    notices: dict[str, list[str]]
    below: list[str] = field(default_factory=list)
    """What holds on asking for those with fewer than the number, in words."""
    lives: list[str] = field(default_factory=list)
    """Those that give way, or do not bind, where the owner lives in the building."""


def steps(place: Place, audience: str, city: str, number: int | None, day: date) -> Steps:
    """Return what the steps name."""
    stages = ("application", "facts", "first", "final")
    found = Steps([], [], [], [], [], [], [], {stage: [] for stage in stages})
    sure: list[tuple[int, str]] = []
    for _, where, law in laws(place, audience, day):
        if where not in ("", city):
            continue
        group, _, no_wait, no_weighing = _one(place, audience, law, number)
        name, ask = where or place["name"], law.get("ask") or ""
        has_wait = ask in ("offer", "interview", "application", "other")
        asks, weighs = has_wait and not no_wait, not no_weighing
        if group != "some" and _tests(place, audience, law, number):
            found.tests.append(name)
            found.unsure.extend([name] if group == "doubtful" else [])
        weighs = weighs and _has_weighing(place, audience, law)
        if group == "doubtful" and law["status"] == "doubtful" and (asks or weighs):
            found.doubtful.append(name)
            _duties(found, place, audience, law, name, weighs=weighs)
            _lives(found, place, audience, law, name)
        if group == "duties":
            for notice in _tied(place, "notices", audience, law):
                names = found.notices[notice["stage"]]
                names.extend([name] if name not in names else [])
            _lives(found, place, audience, law, name)
        if group not in ("ranked", "unranked", "unsure"):
            continue
        if asks and ask != "other" and not _open(place, law["path"], "ask"):
            sure.append((_STRICT["employers"].index(ask), name))
        elif asks or (has_wait and group != "ranked" and law.get("below")):
            found.other.append(name)
            if not asks:
                found.below.append(law["below"])
        if law.get("bars_all"):
            found.barred.append(name + " (not confirmed)" * is_bar_open(place["fair_chance"], law))
        _duties(found, place, audience, law, name, weighs=weighs)
        _lives(found, place, audience, law, name)
    found.wait.extend(name for stage, name in sure if stage == min(sure)[0])
    return found


def _tests(place: Place, audience: str, law: dict[str, Any], number: int | None) -> bool:
    """Whether a law says when a record may be the reason: in an entry, or in its rule's words."""
    who, party = _PARTY[audience]
    told = [
        entry
        for entry in place["fair_chance"].get("refusals", ())
        if (entry["who"], entry["local"]) == (who, law.get("id"))
        and set(entry["binds"]) & set(law["binds"] if "status" in law else [party])
    ]
    says = any(party in entry["binds"] for entry in told) or (
        not told and ("status" in law or law["rule"] not in ("none", "unspecified"))
    )
    part = law.get("threshold_for") == "ask" and law["rule"] != "ban_the_box"
    return says and (part or not _has_fewer(place, law, number))


def is_bar_open(fair: dict[str, Any], law: dict[str, Any]) -> bool:
    """Return whether a mark means the rule, or everything that a law never lets anyone use."""
    path = f"local.{law['id']}"
    marks = [mark for mark in fair["unconfirmed"] if mark["field"] in (path, f"{path}.never")]
    named = {number for mark in marks for number in mark.get("items") or range(1, 99)}
    return named >= set(range(1, len(law["never"]) + 1)) or any(
        mark["field"] in (path, f"{path}.rule") for mark in fair["unconfirmed"]
    )


def _lives(found: Steps, place: Place, audience: str, law: dict[str, Any], name: str) -> None:
    told = [*_tied(place, "exceptions", audience, law), law]
    if audience == "landlords" and any(entry.get("lives_there") for entry in told):
        found.lives.append(name)


def _duties(
    found: Steps, place: Place, audience: str, law: dict[str, Any], name: str, *, weighs: bool
) -> None:
    """Add what a law asks for step by step; also one in doubt, since following it is safe."""
    if weighs and _tied(place, "factors", audience, law):
        found.factors.append(name)
    notices = _tied(place, "notices", audience, law)
    for stage, names in found.notices.items():
        if any(n["stage"] == stage and (weighs or n.get("any_size")) for n in notices):
            names.append(name)
