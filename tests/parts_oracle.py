"""What the law of each place adds to a form on a day, read from the YAML alone."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests import plain_data

ROOT = Path(__file__).resolve().parents[1]
USUAL = {"employer": "private_employers", "landlord": "landlords"}
HIRING = "employment.private"
CLEARED = "employment.cleared_records"
RULES = {
    "employer": {
        HIRING: ("fair_chance", "ban_the_box", "limited"),
        CLEARED: ("may_not_ask", "may_deny", "both"),
    },
    "landlord": {
        "housing": ("limited", "broad"),
        CLEARED: ("may_not_ask", "may_deny", "both"),
    },
}
FIELDS = {"factors": "weigh", "notices": "must", "refusals": "text"}


@dataclass(frozen=True)
class Law:
    """A law, and what of its parts a letter may say; the rest is not confirmed."""

    state: str
    city: str | None
    citation: str
    binds_all: bool
    can_bind: bool
    said: tuple[str, ...]
    left_out: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """What is confirmed and stands beside a letter, not in it."""
    fills: bool = False
    """Whether a letter has a heading for it to fill in."""
    offered: tuple[str, ...] = ()
    """What stands in a letter only if whoever writes it so chooses: what is not confirmed."""
    least: int | None = None
    """From how many employees or homes on it binds; None where no number is sure."""
    since: date | None = None
    """From which later day on it is so."""

    def same(self, other: Law) -> bool:
        """Whether both ask for the same, whoever must do it."""
        mine, its = ((law.citation, law.said, law.left_out, law.beside) for law in (self, other))
        return mine == its

    def binds(self, number: int | None) -> bool:
        """Whether it may bind somebody with that number; None = not known."""
        return number is None or number >= (self.least or 1)


def noon(day: date) -> datetime:
    """Return a time at which it is that day wherever a browser is."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def at(place: dict[str, Any], day: date) -> dict[str, Any]:
    """Return a place as its rules are on a day."""
    return place | {"fair_chance": as_on(place["fair_chance"], day)}


def change_days() -> list[date]:
    """Return each day on which a confirmed change of a rule begins."""
    return sorted({day for place in plain_data.places() for day in days_of(place)})


def days_of(place: dict[str, Any]) -> list[date]:
    """Return the same of a place."""
    changes = (new for rule in _rules(place.get("fair_chance")) for new in rule.get("next", ()))
    return sorted({new["day"] for new in changes if new["confirmed"] and new.get("set")})


def on_day(reader: str, adds: str, day: date, number: int | None = None) -> list[Law]:
    """Return what a form with that date tells somebody with that number.

    The laws as they are then; and, from which later day on, those that will be new for them: not
    where the same binds already, as far as that is known.
    """
    found = list(laws(reader, adds, day))
    for later in change_days():
        if later > day:
            known = [law for law in found if law.since is None and law.binds(number)]
            sure = [law for law in known if number is not None or law.least is None]
            found += [
                replace(law, since=later)
                for law in laws(reader, adds, later)
                if law.binds(number) and not any(law.same(one) for one in sure)
                if not any(
                    law.same(one) and law.least == one.least and law.binds_all == one.binds_all
                    for one in found
                )
            ]
    return found


def _rules(fair: dict[str, Any] | None) -> list[dict[str, Any]]:
    if not fair:
        return []
    return [fair["employment"]["private"], fair["housing"], *fair["local"], *fair["times"]]


def as_on(fair: dict[str, Any], day: date) -> dict[str, Any]:
    """Return the rules as their confirmed changes have made them by a day."""
    found = deepcopy(fair)
    for rule in _rules(found):
        for new in rule.get("next", ()):
            if new["confirmed"] and new["day"] <= day:
                rule |= new.get("set") or {}
    return found


def laws(reader: str, adds: str, day: date = date.min) -> Iterator[Law]:
    """Yield the laws that add to a form: `adds` is factors, or the stage of a notice."""
    for known in plain_data.places():
        fair = known.get("fair_chance")
        if fair:
            fair = as_on(fair, day)
        place = known | {"fair_chance": fair}
        for section in ("factors", "notices") if fair else ():
            for entry in fair[section]:
                if entry["who"] == reader and entry.get("stage", section) == adds:
                    marks = _marks(fair, f"{section}.{entry['id']}.{FIELDS[section]}")
                    law = _law(place, entry, entry[FIELDS[section]], marks)
                    yield _with_words(law, entry) if section == "notices" else _as_it_stands(law)
        for entry in fair.get("refusals", ()) if fair else ():
            if entry["who"] == reader and adds != "facts":
                law = _law(
                    place, entry, [entry["text"]], _marks(fair, f"refusals.{entry['id']}.text")
                )
                yield law if adds == "factors" else replace(law, said=(), beside=law.said)
        for path, barring in RULES[reader].items() if fair and adds != "application" else ():
            rule = _at(fair, path)
            # The whole rule on records is for whoever weighs one.
            if rule["rule"] not in barring or (path == HIRING and adds != "factors"):
                continue
            marks = [*_marks(fair, f"{path}.rule"), *_marks(fair, f"{path}.text")]
            own = {"who": reader, "local": None, "only": "", "binds": [], "citation": ""}
            text, told = rule["text"], rule
            if reader == "landlord":
                text, told = rule.get("renting") or text, rule.get("renting_law") or rule
            law = _law(place, own, [text], marks[:1])
            title = f"{place['name']}: {_cited(told)}" if _cited(told) else place["name"]
            # A whole paragraph, of which any point may be marked: then none of it is sure.
            said, left = ((), law.said + law.left_out) if marks else (law.said, ())
            least = rule.get("threshold") if path == HIRING else None
            yield replace(law, citation=title, said=(), beside=said, left_out=left, least=least)
        for law in fair["local"] if fair and adds != "application" else ():
            landlords = bool({"landlords", "public_housing"} & set(law["binds"]))
            if law["status"] == "ended" or landlords != (reader == "landlord"):
                continue
            tested = any(
                (entry["who"], entry["local"]) == (reader, law["id"])
                for entry in fair.get("refusals", ())
            )
            # What it is said to ask stands nowhere else: then its words, for whoever weighs.
            if not tested and (landlords or adds == "factors"):
                base = f"local.{law['id']}"
                marks = [*_marks(fair, f"{base}.rule"), *_marks(fair, f"{base}.text")]
                own = law | {"who": reader, "local": law["id"], "only": ""}
                found = _law(place, own, [law["text"]], marks[:1])
                sure = () if marks else found.said
                left = found.said + found.left_out if marks else found.left_out
                yield replace(found, said=(), beside=sure, left_out=left)
            if not law["never"]:
                continue
            says = "Never use" if law.get("never_for") == "use" else "Never ask about or use"
            own = law | {"who": reader, "local": law["id"], "only": ""}
            items = [f"{says}: {item}" for item in law["never"]]
            found = _law(place, own, items, _marks(fair, f"local.{law['id']}.never"))
            if adds == "factors":
                yield _as_it_stands(found)
            else:
                yield replace(found, said=(), beside=found.said)
        for time in fair["times"] if fair and adds == "final" else ():
            if time["who"] == reader and time["purpose"] in ("request", "appeal"):
                base = f"times.{time['id']}"
                marks = [*_marks(fair, f"{base}.days"), *_marks(fair, f"{base}.unit")]
                law = _law(place, time, [time["text"]], marks)
                yield replace(law, said=(), beside=law.said)
        for time in fair["times"] if fair and adds == "first" else ():
            told = any(
                "{wait}" in words["say"]
                for notice in fair["notices"]
                if (notice["who"], notice["local"], notice["stage"])
                == (reader, time["local"], "first")
                and not _marks(fair, f"notices.{notice['id']}.must")
                for words in notice.get("words", ())
            ) and not _marks(fair, f"times.{time['id']}.days")
            if time["who"] == reader and time["purpose"] in ("answer", "wait") and not told:
                base = f"times.{time['id']}"
                marks = [*_marks(fair, f"{base}.days"), *_marks(fair, f"{base}.unit")]
                yield _as_it_stands(
                    _law(place, time, [f"{time['days']} {time['unit']} days"], marks)
                )


def unsure_reach(fair: dict[str, Any], entry: dict[str, Any]) -> bool:
    """Whether it was not found, or is not confirmed, whom a duty binds: then it may bind."""
    local = {law["id"]: law for law in fair["local"]}.get(entry["local"])
    if not local and "private_employers" not in entry["binds"]:
        return False
    path = f"local.{local['id']}" if local else "employment.private"
    rule = local or fair["employment"]["private"]
    marked = {mark["field"] for mark in fair["unconfirmed"]}
    marked |= {mark["field"] + ".all" for mark in fair["unconfirmed"] if not mark["about"]}
    whole = {f"{path.rpartition('.')[0]}.all", f"{path}.all"}
    if entry.get("any_size") or rule["threshold_for"] == "ask":
        return bool(local) and bool(marked & {*whole, f"{path}.binds"})
    unfound = bool(local) and not rule["threshold_text"]
    return unfound or bool(marked & {*whole, f"{path}.threshold", f"{path}.binds"})


def _at(fair: dict[str, Any], path: str) -> dict[str, Any]:
    found = fair
    for step in path.split("."):
        found = found[step]
    return found


def _cited(entry: dict[str, Any]) -> str:
    """How it is cited, with what there is to know of the citation."""
    citation, note = entry["citation"] or "", entry.get("citation_note")
    return f"{citation} ({note})" if citation and note else citation or note or ""


def _as_it_stands(law: Law) -> Law:
    """A point to weigh, or a time: whoever wants to be safe puts in what is not confirmed."""
    return replace(law, offered=law.left_out)


def _with_words(law: Law, entry: dict[str, Any]) -> Law:
    """Where a part has a heading to fill in below, or other words for a paper, those stand."""
    parts = entry.get("must", [])
    words = {parts[words["part"] - 1]: words for words in entry.get("words", ())}
    said = tuple(
        words[part]["say"] if words.get(part, {}).get("how", "said") != "said" else part
        for part in law.said
    )
    offered = tuple(words[part]["say"] for part in law.left_out if part in words)
    fills = any(words.get(part, {}).get("how") == "fill" for part in law.said)
    return replace(law, said=said, offered=offered, fills=fills)


def _marks(fair: dict[str, Any], field: str) -> list[dict[str, Any]]:
    return [mark for mark in fair["unconfirmed"] if mark["field"] == field]


def open_parts(fair: dict[str, Any], notice: dict[str, Any]) -> set[int]:
    """Return the numbers of the parts of a notice that no letter must say."""
    marks = _marks(fair, f"notices.{notice['id']}.must")
    return _open(fair, notice, notice["must"], marks)


def _open(
    fair: dict[str, Any], entry: dict[str, Any], parts: list[str], marks: list[dict[str, Any]]
) -> set[int]:
    local = {law["id"]: law for law in fair["local"]}.get(entry["local"])
    whole = set(range(1, len(parts) + 1))
    if local and local["status"] != "in_force":
        return whole
    listed = [mark.get("items") for mark in marks]
    return whole if None in listed else {number for items in listed for number in items or ()}


def _law(
    place: dict[str, Any], entry: dict[str, Any], parts: list[str], marks: list[dict[str, Any]]
) -> Law:
    local = {law["id"]: law for law in place["fair_chance"]["local"]}.get(entry["local"])
    numbers = _open(place["fair_chance"], entry, parts, marks)
    return Law(
        place["code"],
        local["name"] if local else None,
        f"{local['name'] if local else place['name']}: {_cited(entry)}",
        (not entry["only"] or entry.get("usual", False))
        and USUAL[entry["who"]] in entry["binds"]
        and not unsure_reach(place["fair_chance"], entry),
        USUAL[entry["who"]] in entry["binds"],
        tuple(part for n, part in enumerate(parts, 1) if n not in numbers),
        tuple(part for n, part in enumerate(parts, 1) if n in numbers),
        least=_least(place["fair_chance"], entry, local),
    )


def _least(fair: dict[str, Any], entry: dict[str, Any], local: dict[str, Any] | None) -> int | None:
    rule = local or fair["employment"]["private"]
    of_others = not local and "private_employers" not in entry["binds"]
    if entry.get("any_size") or of_others or rule["threshold_for"] == "ask":
        return None
    return None if unsure_reach(fair, entry) else rule["threshold"]
