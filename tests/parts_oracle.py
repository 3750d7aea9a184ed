"""What the law of each place adds to a form, read from the YAML alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests import plain_data

ROOT = Path(__file__).resolve().parents[1]
USUAL = {"employer": "private_employers", "landlord": "landlords"}
HIRING = "employment.private"
RULES = {
    "employer": {
        HIRING: ("fair_chance", "ban_the_box", "limited"),
        "employment.cleared_records": ("may_not_ask", "both"),
    },
    "landlord": {"housing": ("limited", "broad")},
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


def laws(reader: str, adds: str) -> Iterator[Law]:
    """Yield the laws that add to a form: `adds` is factors, or the stage of a notice."""
    for place in plain_data.places():
        fair = place.get("fair_chance")
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
            law = _law(place, own, [rule["text"]], marks[:1])
            title = f"{place['name']}: {_cited(rule)}" if _cited(rule) else place["name"]
            # A whole paragraph, of which any point may be marked: then none of it is sure.
            said, left = ((), law.said + law.left_out) if marks else (law.said, ())
            yield replace(law, citation=title, said=(), beside=said, left_out=left)
        for law in fair["local"] if fair and adds != "application" else ():
            landlords = bool({"landlords", "public_housing"} & set(law["binds"]))
            if not law["never"] or law["status"] == "ended" or landlords != (reader == "landlord"):
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
    )
