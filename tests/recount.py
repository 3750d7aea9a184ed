"""The answers of the comparison pages, worked out again straight from the YAML.

This repeats, in simple code and without the package, what `derive/` works out: a mistake there
shows as a difference here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from record_relief.derive.labels import LABELS

from tests import plain_data

Place = dict[str, Any]
Answers = dict[str, dict[str, str]]

NO_LAW = "no_law"
NOT_COVERED = "not_covered"
# The fields in which each question reads a law.
LAW_FIELDS = {
    "trafficking": ("trafficking", "age"),
    "offenses": ("offenses.scope",),
    "remedies": ("remedies",),
    "proof": ("proof.standard",),
    "documents": ("documentation.rule",),
    "decision": ("decision.rule",),
    "timing": ("timing.wait", "timing.deadline", "timing.sentence_complete"),
    "cost": ("fee.rule",),
    "privacy": ("confidentiality.rule",),
    "records": ("records",),
}
# Those that decide the group of a place.
COVERAGE_FIELDS = ("age", "trafficking", "nexus.standard", "offenses.scope", "records")
# What an answer may rest on, the strongest first, and the texts whose words are the law's own.
STANDINGS = ("words", "silence", "weaker", "unconfirmed")
LAW_TEXTS = ("statute", "session_law", "regulation", "court_rule", "court_form")
CODED = ("offenses", "proof", "documents", "decision", "cost", "privacy")
RULES = {
    "private-employers": "employment.private",
    "public-employers": "employment.public",
    "cleared-records": "employment.cleared_records",
    "lookback": "employment.lookback",
    "housing": "housing",
}
DUTIES = ("days-to-answer", "notice", "renting-rule")
OF_WAYS = ("misdemeanors", "felonies", "by-itself", "dismissed", "pardon-needed")
# The words of the answers; coded values have theirs in derive/labels.py.
_CODED = {
    "coverage": "coverage",
    "private-employers": "hiring.rule",
    "public-employers": "hiring.rule",
    "cleared-records": "cleared.rule",
    "housing": "housing.rule",
    "medicaid-list": "exists",
} | {question: LAW_FIELDS[question][0] for question in CODED}
_WAITS = {
    "no_wait": "No waiting time for some",
    "up_to_three": "Up to 3 years",
    "four_to_seven": "4 to 7 years",
    "eight": "8 years or more",
    "pardon": "Only by or after a pardon",
    "unknown": "Not known, or no general way found",
}
_OWN_WORDS = {
    "trafficking": {
        "both": "Both sex and labor trafficking",
        "sex": "Sex trafficking only",
        "labor": "Labor trafficking only",
        "no_proof": "No proof of trafficking is asked for",
    },
    "remedies": {
        "cancel_and_clear": "Cancels the conviction and clears the record",
        "cancel": "Cancels the conviction only",
        "remove": "Removes (expunges) the record",
        "hide": "Hides (seals) the record",
        "other": "Another remedy",
    },
    "timing": {
        "no_limit": "No wait and no deadline",
        "no_wait": "No wait; deadline not stated",
        "deadline": "No wait, but do not delay",
        "wait": "There is a waiting time or a fixed deadline",
        "unspecified": "Not stated",
    },
    "records": {
        "both": "Both arrests (or charges) and juvenile cases",
        "arrests": "Arrests or charges, not juvenile cases",
        "juvenile": "Juvenile cases, not arrests",
        "convictions": "Convictions only",
    },
    "first-law": {"unknown": "Year not confirmed"},
    "misdemeanors": _WAITS,
    "felonies": _WAITS,
    "by-itself": {
        "convictions": "Some convictions",
        "ended": "Cases without a conviction, not convictions",
        "juvenile": "Juvenile cases only",
        "unknown": "Nothing that we found",
    },
    "dismissed": {
        "no_wait": "Yes, with no waiting time",
        "one": "Yes, after up to 1 year",
        "more": "Yes, after more than a year",
        "open": "Yes, but the wait is not known",
        "unknown": "No general way found",
    },
    "pardon-needed": {
        "no": "No, some can be cleared without one",
        "yes": "Yes, as far as we found",
        "unknown": "No general way found",
    },
    "lookback": {"none": "No state limit found"},
    "days-to-answer": {
        "three": "3 days or fewer",
        "seven": "4 to 7 days",
        "eight": "8 days or more",
        "local": "Only in a city or county",
        "none": "No number of days found",
    },
    "notice": {
        "yes": "Yes, it must name the record",
        "less": "A copy of it, or only that it is the reason",
        "local": "Only in a city or county",
        "none": "No such rule found",
    },
    "renting-rule": {
        "both": "Both the state and a city or county",
        "state": "The state only",
        "local": "Only a city or county",
        "none": "No rule found",
        "unspecified": "Our sources do not say",
    },
}


def label(question: str, key: str) -> str:
    """Return the words for an answer."""
    if key == NO_LAW:
        return "No law for survivors found"
    if key == NOT_COVERED:
        return "Not part of this comparison"
    if question in _CODED:
        return LABELS[_CODED[question]][key]
    if key in _OWN_WORDS[question]:
        return _OWN_WORDS[question][key]
    if question == "lookback":
        return f"{key} years"
    first, _, last = key.partition("-")
    return first if first == last else f"{first} to {last}"


def named(entry: Mapping[str, Any], name: str = "act") -> str:
    """Return the name of an act or a form with what there is to know of it."""
    told, note = entry[name], entry.get("note")
    return f"{told} ({note})" if told and note else told or note or ""


def read(part: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path such as "proof.standard"."""
    for step in path.split("."):
        part = part[step]
    return part


def coverage(laws: Sequence[Mapping[str, Any]]) -> str:
    """Work out the coverage that some laws amount to."""
    adult = [law for law in laws if law["age"] == "any"]
    for survivors in adult:
        if (
            survivors["nexus"]["standard"] != "not_required"
            and len(survivors["trafficking"]) == 2
            and survivors["offenses"]["scope"] in ("any", "any_with_exclusions", "nonviolent")
            and "conviction" in survivors["records"]
        ):
            return "full"
    if any(law["nexus"]["standard"] != "not_required" for law in adult):
        return "partial"
    if adult:
        return "open"
    return "minors_only" if laws else "none"


def deciding_law(place: Place) -> dict[str, Any] | None:
    """Return the law that a place's group rests on."""
    laws: list[dict[str, Any]] = place["relief"]
    group = coverage(laws)
    alone = (law for law in laws if coverage([law]) == group)
    return next(alone, None)


def rests_on(code: str, law: Mapping[str, Any], path: str) -> str:
    """Return what a field of a law rests on."""
    proof = plain_data.evidence(code)
    found = proof["laws"].get(law["id"], {"proof": {}})["proof"].get(path, [])
    if not found or {path, path.partition(".")[0]} & set(law["unconfirmed"]):
        return "unconfirmed"
    kinds = {text["id"]: text["kind"] for text in proof["texts"]}
    own = [item for item in found if kinds[item["text"]] in LAW_TEXTS]
    return "words" if any("words" in item for item in own) else "silence" if own else "weaker"


def answering_laws(place: Place, question: str) -> list[dict[str, Any]]:
    """Return the laws that a place's answer is made of."""
    if question == "records":
        return list(place["relief"])
    law = deciding_law(place) if question == "coverage" else main_law(place)
    return [law] if law else []


def rests(place: Place, question: str) -> str:
    """Return what a place's answer rests on, by its weakest value; "" where no law gives it."""
    fields = COVERAGE_FIELDS if question == "coverage" else LAW_FIELDS.get(question, ())
    laws = answering_laws(place, question)
    found = {rests_on(place["code"], law, path) for law in laws for path in fields}
    return max(found, key=STANDINGS.index, default="")


def main_law(place: Place) -> dict[str, Any] | None:
    """Return the law that answers: the first for adults that clears convictions, else the first."""

    def rank(law: Mapping[str, Any]) -> int:
        clears = "conviction" in law["records"] and set(law["remedies"]) - {"resentence", "pardon"}
        return 2 if law["age"] != "any" else 0 if clears else 1

    return min(place["relief"], key=rank, default=None)


def _coded(question: str, law: Mapping[str, Any]) -> str:
    return str(read(law, LAW_FIELDS[question][0]))


def _trafficking(law: Mapping[str, Any]) -> str:
    if law["nexus"]["standard"] == "not_required":
        return "no_proof"
    return "both" if set(law["trafficking"]) == {"sex", "labor"} else "".join(law["trafficking"])


def _remedies(law: Mapping[str, Any]) -> str:
    found = set(law["remedies"])
    cancel = not found.isdisjoint({"vacate", "set_aside", "dismiss"})
    remove = not found.isdisjoint({"expunge", "destroy"})
    hide = not found.isdisjoint({"seal", "nondisclosure"})
    if cancel:
        return "cancel_and_clear" if remove or hide else "cancel"
    return "remove" if remove else "hide" if hide else "other"


def _timing(law: Mapping[str, Any]) -> str:
    return {
        ("none", "none"): "no_limit",
        ("none", "unspecified"): "no_wait",
        ("none", "due_diligence"): "deadline",
    }.get(
        (law["timing"]["wait"], law["timing"]["deadline"]),
        "wait"
        if law["timing"]["wait"] == "required" or law["timing"]["deadline"] == "fixed"
        else "unspecified",
    )


def _records(place: Place) -> str:
    found = {record for law in place["relief"] for record in law["records"]}
    arrests = not found.isdisjoint({"arrest", "charge"})
    juvenile = "juvenile_adjudication" in found
    if arrests:
        return "both" if juvenile else "arrests"
    return "juvenile" if juvenile else "convictions"


def first_year(place: Place) -> int:
    """Return the year of a place's first law, or 0 where no law has one."""
    acts = [law["enacted"] for law in place["relief"] if law["enacted"]]
    return min((act["year"] for act in acts if act["year"]), default=0)


def _first_law(places: Sequence[Place]) -> Callable[[Place], str]:
    years = sorted({first_year(place) for place in places} - {0})
    span = -(-(years[-1] - years[0] + 1) // 4)

    def answer(place: Place) -> str:
        year = first_year(place)
        if not year:
            return "unknown"
        start = year - (year - years[0]) % span
        return f"{start}-{min(start + span - 1, years[-1])}"

    return answer


def marks_way(way: Mapping[str, Any], *fields: str) -> bool:
    """Return whether one of some fields of a way, all of its part or one point of it is marked."""
    marked = {mark.partition(":")[0].strip() for mark in way["unconfirmed"]}
    return any(marked & {field, field.partition(".")[0]} for field in fields)


def way_status(way: Mapping[str, Any], on: date) -> str:
    """Return the status of a way on a day: as coded, or as a confirmed day that came made it."""
    status = str(way["status"])
    begun = [c for c in way.get("next", []) if c["confirmed"] and c["day"] <= on]
    for change in begun:
        status = (change.get("set") or {}).get("status") or status
    began = way["effective"] and way["effective"] <= on and not marks_way(way, "effective")
    if status == "not_yet" and began and not marks_way(way, "status"):
        return status if any(c["day"] == way["effective"] for c in begun) else "in_force"
    return status


def general_ways(place: Place, on: date) -> list[dict[str, Any]]:
    """Return the ways of a place that are in force on a day and not for special cases only."""
    return [w for w in place["ways"] if not w["special"] and way_status(w, on) != "not_yet"]


def soonest_way(place: Place, kind: str, on: date) -> dict[str, Any] | None:
    """Return the general way that answers for a kind of record: no pardon, then the shortest."""

    def rank(way: Mapping[str, Any]) -> tuple[Any, ...]:
        wait, first = way["wait"][kind], way["reaches"][0]
        aside = first != kind if "juvenile" in (first, kind) else first == "deferred"
        aside = aside and (kind == "non_conviction" or "juvenile" in (first, kind))
        unread = marks_way(way, f"wait.{kind}")
        lengths = [wait["years"], wait["longest"]]
        if None in lengths:
            length: tuple[Any, ...] = (1, unread)
        else:
            born = 18 if wait["from"] == "age" else 0
            grown = max((way.get("age_floor") or 0) - 18, 0)
            length = (0, *(max(grown, years - born) for years in lengths))
        unsure = marks_way(way, f"wait.{kind}", "wait.text", "status")
        late = way_status(way, on) != "in_force"
        by_itself = ["yes", "partly", "no"].index(way["automatic"])
        return ("pardon" in way["remedies"], aside, length, late, unsure, by_itself)

    return min(
        (way for way in general_ways(place, on) if kind in way["reaches"]), key=rank, default=None
    )


def _of_ways(place: Place, question: str, on: date) -> tuple[str, bool]:
    """Return the answer of a place to a question about general ways, and whether it is marked."""
    if question == "by-itself":
        return _by_itself(place, on)
    kind = {"misdemeanors": "misdemeanor", "dismissed": "non_conviction"}.get(question, "felony")
    way = soonest_way(place, kind, on)
    if not way and kind != "non_conviction":
        kind = "pardoned"
        way = soonest_way(place, kind, on)
    pardon = way is not None and ("pardon" in way["remedies"] or kind == "pardoned")
    if not way or (pardon and question == "dismissed"):
        return "unknown", False
    of_pardon = marks_way(way, "status", "remedies", f"reaches.{kind}")
    if question == "pardon-needed":
        return ("yes" if pardon else "no"), of_pardon
    if pardon:
        return "pardon", of_pardon
    marked = marks_way(way, f"wait.{kind}", "wait.text", "status", f"reaches.{kind}")
    wait = way["wait"][kind]
    if wait["years"] is None or wait["from"] == "age":
        return ("open" if question == "dismissed" else "unknown"), marked
    if question == "dismissed":
        edges = {0: "no_wait", 1: "one", 100: "more"}
    else:
        edges = {0: "no_wait", 3: "up_to_three", 7: "four_to_seven", 100: "eight"}
    return next(key for edge, key in edges.items() if wait["years"] <= edge), marked


def _by_itself(place: Place, on: date) -> tuple[str, bool]:
    ways = [way for way in general_ways(place, on) if "pardon" not in way["remedies"]]
    kinds = {
        "convictions": ("misdemeanor", "felony", "violation"),
        "ended": ("non_conviction", "deferred"),
        "juvenile": ("juvenile",),
    }
    for key, reached in kinds.items():
        marked = [
            marks_way(way, "automatic", "status", f"reaches.{kind}")
            for way in ways
            for kind in way["reaches"]
            if way["automatic"] != "no" and kind in reached
        ]
        if marked:
            return key, all(marked)
    return "unknown", any(marks_way(way, "automatic") for way in ways)


def _fair_marked(fair: Mapping[str, Any], *fields: str) -> bool:
    """Return whether one of some fields, or all of a part that holds it, is marked."""

    def marks(field: str, mark: Mapping[str, Any]) -> bool:
        return bool(
            mark["field"] == field or (field.startswith(f"{mark['field']}.") and not mark["about"])
        )

    return any(marks(field, mark) for field in fields for mark in fair["unconfirmed"])


def _local_answer(fair: Mapping[str, Any], found: Sequence[tuple[str, bool]]) -> tuple[str, bool]:
    """Return what some laws of cities answer, by each one's id and whether the value is marked."""
    force = {law["id"] for law in fair["local"] if law["status"] == "in_force"}
    marks = [marked for law, marked in found if law in force]
    return ("local", all(marks)) if marks else ("none", False)


def _days_to_answer(fair: Mapping[str, Any]) -> tuple[str, bool]:
    spans = [t for t in fair["times"] if (t["who"], t["purpose"]) == ("employer", "answer")]

    def marked(span: Mapping[str, Any]) -> bool:
        return _fair_marked(fair, f"times.{span['id']}.days", f"times.{span['id']}.unit")

    own = [span for span in spans if not span["local"]]
    if not own:
        return _local_answer(fair, [(span["local"], marked(span)) for span in spans])
    least = min(span["days"] for span in own)
    key = "three" if least < 4 else "seven" if least < 8 else "eight"
    return key, any(marked(span) for span in own if span["days"] == least)


def _notice(fair: Mapping[str, Any]) -> tuple[str, bool]:
    found = [
        (
            2 if entry["names"] == "record" else 1,
            entry["local"],
            _fair_marked(fair, f"notices.{entry['id']}.must"),
        )
        for entry in fair["notices"]
        if entry["who"] == "employer"
        and "private_employers" in entry["binds"]
        and entry["names"] != "unspecified"
    ]
    most = max((rank for rank, local, _ in found if not local), default=0)
    if not most:
        return _local_answer(fair, [(local, marked) for _, local, marked in found])
    marks = [marked for rank, local, marked in found if rank == most and not local]
    return ("less", "yes")[most - 1], all(marks)


def _renting_rule(fair: Mapping[str, Any]) -> tuple[str, bool]:
    laws = [
        (law["id"], _fair_marked(fair, f"local.{law['id']}.rule"))
        for law in fair["local"]
        if "landlords" in law["binds"] and law["rule"] in ("broad", "limited")
    ]
    key, unsure = _local_answer(fair, laws)
    state = fair["housing"]["rule"]
    if state == "unspecified":
        key = state
    elif state != "none":
        key = {"local": "both", "none": "state"}[key]
    return key, unsure or _fair_marked(fair, "housing.rule")


def _of_duties(place: Place, question: str) -> tuple[str, bool]:
    """Return a place's answer on days, notices or landlords, and whether it is marked."""
    count = {"days-to-answer": _days_to_answer, "notice": _notice, "renting-rule": _renting_rule}
    fair = place.get("fair_chance")
    return count[question](fair) if fair else (NOT_COVERED, False)


def _last_checked(places: Sequence[Place]) -> date:
    return max(place["checked"] for place in places)


def answers(places: Sequence[Place]) -> Answers:
    """Return each question's answer for each place: question -> code -> key."""
    of_law: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "trafficking": _trafficking,
        "remedies": _remedies,
        "timing": _timing,
    }
    of_place = {"records": _records, "first-law": _first_law(places)}
    found: Answers = {"coverage": {p["code"]: coverage(p["relief"]) for p in places}}
    for question in (*LAW_FIELDS, "first-law"):
        found[question] = {}
        for place in places:
            law = main_law(place)
            if not law:
                key = NO_LAW
            elif question in of_place:
                key = of_place[question](place)
            else:
                key = of_law[question](law) if question in of_law else _coded(question, law)
            found[question][place["code"]] = key
    on = _last_checked(places)
    for question in OF_WAYS:
        found[question] = {p["code"]: _of_ways(p, question, on)[0] for p in places}
    for question in DUTIES:
        found[question] = {p["code"]: _of_duties(p, question)[0] for p in places}
    for question, path in RULES.items():
        found[question] = {}
        for place in places:
            rules = place.get("fair_chance")
            rule = read(rules, path) if rules else {"rule": NOT_COVERED}
            key = rule["rule"] if "rule" in rule else str(rule["years"] or "none")
            found[question][place["code"]] = key
    found["medicaid-list"] = {
        place["code"]: (place.get("medicaid_list") or {"exists": NOT_COVERED})["exists"]
        for place in places
    }
    return found


def marked(places: Sequence[Place], question: str) -> set[str]:
    """Return the codes of the places whose answer has a part that is not confirmed."""
    if question in OF_WAYS:
        on = _last_checked(places)
        return {place["code"] for place in places if _of_ways(place, question, on)[1]}
    if question in DUTIES:
        return {place["code"] for place in places if _of_duties(place, question)[1]}
    return {place["code"] for place in places if _is_marked(place, question)}


def _is_marked(place: Place, question: str) -> bool:
    if question in LAW_FIELDS or question == "coverage":
        paths = COVERAGE_FIELDS if question == "coverage" else LAW_FIELDS[question]
        fields = {name for path in paths for name in (path, path.split(".")[0])}
        return any(fields & set(law["unconfirmed"]) for law in answering_laws(place, question))
    if question == "first-law":
        year = first_year(place)
        laws = [
            law
            for law in place["relief"]
            if year and law["enacted"] and law["enacted"]["year"] == year
        ]
        return bool(laws) and all("enacted" in law["unconfirmed"] for law in laws)
    if question == "medicaid-list":
        return not (place.get("medicaid_list") or {"confirmed": True})["confirmed"]
    if question in RULES and place.get("fair_chance"):
        path = RULES[question]
        own = {f"{path}.rule", f"{path}.years"}
        holders = {path, path.partition(".")[0]}  # a question about them leaves the value alone
        return any(
            mark["field"] in own or (mark["field"] in holders and not mark["about"])
            for mark in place["fair_chance"]["unconfirmed"]
        )
    return False
