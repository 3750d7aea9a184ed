"""What a person who is checked reads of a place: the rules in words, whom they bind, every mark."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests.built_site import SHIPPING, Page, Site, href, slug, squash, text_of

Places = dict[str, dict[str, Any]]
Fair = dict[str, Any]

RULE_UNKNOWN = ("none", "unspecified")


@pytest.fixture
def covered(places: Places) -> list[dict[str, Any]]:
    return [place for place in places.values() if place.get("fair_chance")]


def is_open(fair: Fair, field: str) -> bool:
    """Whether a value is marked: itself, or as a whole with the part that holds it."""
    return any(
        mark["field"] == field or (field.startswith(f"{mark['field']}.") and not mark["about"])
        for mark in fair["unconfirmed"]
    )


def open_items(fair: Fair, field: str, count: int) -> int:
    """How many items of a list are marked."""
    if is_open(fair, field.rpartition(".")[0]):
        return count
    own = [mark.get("items") for mark in fair["unconfirmed"] if mark["field"] == field]
    return sum(any(found is None or n in found for found in own) for n in range(1, count + 1))


def told(rule: dict[str, Any]) -> bool:
    return rule["rule"] not in RULE_UNKNOWN


def local(fair: Fair) -> dict[str, dict[str, Any]]:
    return {law["id"]: law for law in fair["local"] if law["status"] != "ended"}


def section(page: Page, place: dict[str, Any]) -> LexborNode:
    return page.one(f'details:has(> summary > h2[id="{slug(place["name"])}"])')


def row(entry: LexborNode, title: str) -> LexborNode:
    (found,) = (
        node.css("dd")[0] for node in entry.css("dl > div") if text_of(node.css("dt")[0]) == title
    )
    return found


def entries(page: Page, nodes: list[LexborNode]) -> dict[str, LexborNode]:
    """The entries of cities and counties by the law to which each leads."""
    found = {}
    for node in nodes:
        path, _, law = urljoin(page.path, href(node.css("a")[0])).partition("#")
        if law and ("/employers/" in path or "/landlords/" in path):
            found[law] = node
    return found


def marks(node: LexborNode) -> int:
    return len(node.css(".nc"))


def test_each_value_of_a_place_has_its_mark_for_applicants_and_no_other(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    seen: dict[str, set[bool]] = {}
    for place in covered:
        fair, entry = place["fair_chance"], section(site["/background-check/"], place)
        private, back = fair["employment"]["private"], fair["employment"]["lookback"]
        housing = fair["housing"]
        for title, fields in {
            "Any cleared record": {"employment.cleared_records.rule": True},
            "Cleared records, for a home": {
                "employment.cleared_records.text": True,
            },
            "When an employer may ask": {
                "employment.private.ask": True,
                "employment.private.text": told(private),
                "employment.private.below": told(private) and bool(private.get("below")),
            },
            "How far back a report may go": {
                "employment.lookback.years": True,
                "employment.lookback.text": bool(back["years"]),
            },
            "Landlords": {
                "housing.rule": True,
                "housing.ask": bool(housing.get("ask")),
                "housing.text": told(housing),
                "housing.below": told(housing) and bool(housing.get("below")),
            },
        }.items():
            if title not in [text_of(node) for node in entry.css("dt")]:
                assert not fair["employment"]["cleared_records"].get("renting"), place["name"]
                continue
            wanted = sum(is_open(fair, field) for field, is_said in fields.items() if is_said)
            assert marks(row(entry, title)) == wanted, (place["name"], title)
            seen.setdefault(title, set()).add(bool(wanted))
    assert set().union(*seen.values()) == {True, False}


@pytest.mark.parametrize("language", ["", *(f"/{code}" for code in SHIPPING)])
def test_each_city_has_the_marks_of_what_is_said_of_it_and_no_other(
    site: Site, covered: list[dict[str, Any]], language: str
) -> None:
    """For applicants and in the guide, in each language."""
    page = site[f"{language}/background-check/"]
    seen: dict[str, set[str]] = {"page": set(), "guide": set()}
    for place in covered:
        fair, laws = place["fair_chance"], local(place["fair_chance"])
        guide = site[f"{language}/states/{slug(place['name'])}/"]
        shown = {
            "page": entries(page, section(page, place).css("li[id]")),
            "guide": entries(guide, guide.all("#background-checks li:has(> a:first-child)")),
        }
        for where, found in shown.items():
            assert found.keys() == laws.keys(), (where, place["name"])
            for id_, law in laws.items():
                # A guide has no room for the text that tells another time: it leads there.
                leads = where == "guide" and law["ask"] == "other"
                asks = law["ask"] not in RULE_UNKNOWN and not leads
                is_said = {"rule": True, "ask": asks}
                if where == "page":
                    renting = {"landlords", "public_housing"} & set(law["binds"])
                    is_said["text"] = law["ask"] == "other" or bool(renting)
                    is_said["binds"] = True
                wanted = [f for f, said in is_said.items() if said]
                wanted = [field for field in wanted if is_open(fair, f"local.{id_}.{field}")]
                whom = ("threshold", "below")
                if where == "page" and law["threshold_text"]:
                    wanted += ["whom"] * any(is_open(fair, f"local.{id_}.{f}") for f in whom)
                never = open_items(fair, f"local.{id_}.never", len(law["never"]))
                assert marks(found[id_]) == len(wanted) + never, (where, id_, wanted, never)
                seen[where] |= {*wanted, "never"} if never else {*wanted}
    assert all(seen.values())


def test_applicants_read_the_rule_for_renting_in_words(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    """Its name alone, such as a limited rule, tells a person who was refused nothing."""
    page = site["/background-check/"]
    seen = set()
    for place in covered:
        housing = place["fair_chance"]["housing"]
        said = text_of(row(section(page, place), "Landlords"))
        assert (squash(housing["text"]) in said) == told(housing), place["name"]
        if housing.get("ask"):
            label = LABELS["local.ask"][housing["ask"]]
            assert f"asked: {label[0].lower()}{label[1:]}" in said, place["name"]
        changes = [squash(change["text"]) for change in housing.get("next", [])]
        assert not told(housing) or all(change in said for change in changes), place["name"]
        seen.add(told(housing))
    assert seen == {True, False}


def test_applicants_read_whom_a_citys_law_binds_and_find_its_words(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    page = site["/background-check/"]
    seen = 0
    for place in covered:
        found = entries(page, section(page, place).css("li[id]"))
        for id_, law in local(place["fair_chance"]).items():
            seen += 1
            said = text_of(found[id_])
            wanted = [law["threshold_text"], law.get("below")]
            wanted += [LABELS["bound"][name] for name in law["binds"]]
            if {"landlords", "public_housing"} & set(law["binds"]):
                wanted.append(law["text"])  # its rule's name tells a person who rents too little
            assert [part for part in wanted if part and squash(part) not in said] == [], id_
            (link,) = (link for link in found[id_].css("a") if text_of(link) == "Read the rule")
            path, _, anchor = urljoin(page.path, href(link)).partition("#")
            assert anchor in site[path].ids
            assert squash(law["text"]) in site[path].text, id_
    assert seen


def test_applicants_read_from_how_many_on_a_time_binds(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    """A time that binds only larger ones, told without the number, is counted on in vain."""
    page, seen = site["/background-check/"], set()
    for place in covered:
        fair, entry = place["fair_chance"], section(page, place)
        said = " ".join(
            text_of(node)
            for node in entry.css("dl > div")
            if text_of(node.css("dt")[0]).startswith("How long")
        )
        for time in fair["times"]:
            law = local(fair).get(time["local"]) or fair["employment"]["private"]
            bound = time["local"] or "private_employers" in time["binds"]
            if time.get("any_size") or not bound or not law["threshold_text"]:
                continue
            covers, least = law["threshold_for"], law["threshold"]
            if covers == "ask":
                continue
            path = f"local.{time['local']}" if time["local"] else "employment.private"
            unsure = is_open(fair, f"{path}.threshold")
            if (least or 0) > 1:
                # In the law's own words, if not in those of the time itself.
                who = time["only"] if str(least) in time["only"] else law["threshold_text"]
                assert squash(who) in said, (place["name"], time["id"])
                seen.add(unsure)
            elif unsure:
                assert squash(law["threshold_text"]) in said, (place["name"], time["id"])
                seen.add("words")
    assert seen == {True, False, "words"}


def test_applicants_read_from_how_many_on_a_test_binds(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    page, seen = site["/background-check/"], 0
    for place in covered:
        fair = place["fair_chance"]
        for entry in fair["refusals"] if fair.get("refusals") else ():
            law = local(fair).get(entry["local"]) or fair["employment"]["private"]
            bound = entry["local"] or "private_employers" in entry["binds"]
            covers, least = law["threshold_for"], law["threshold"] or 0
            if bound and least > 1 and covers != "ask" and not entry.get("any_size"):
                said = row(section(page, place), "When a record may be the reason for a no")
                own = entry["only"] if str(least) in entry["only"] else law["threshold_text"]
                assert squash(own) in text_of(said), (place["name"], entry["id"])
                seen += 1
    assert seen


def test_applicants_read_what_they_must_be_told_in_writing(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    """Each item of each notice, with its mark, of the state and of its cities."""
    page, seen = site["/background-check/"], set()
    for place in covered:
        fair = place["fair_chance"]
        notices = list(fair.get("notices") or [])
        titles = [text_of(node) for node in section(page, place).css("dt")]
        assert ("What they must tell you in writing" in titles) == bool(notices), place["name"]
        if not notices:
            continue
        said = row(section(page, place), "What they must tell you in writing")
        items = [squash(text_of(node)) for node in said.css("li")]
        assert len(items) == len(notices), place["name"]
        stages = [*LABELS["notice.stage"]]
        notices.sort(
            key=lambda each: (each["who"], each["local"] or "", stages.index(each["stage"]))
        )
        for notice, text in zip(notices, items, strict=True):
            _, stage, whole = text.partition(f"{LABELS['notice.stage'][notice['stage']]}: ")
            assert stage, (place["name"], notice["id"])
            assert all(squash(item) in whole for item in notice["must"]), (place["name"], text)
            wanted = open_items(fair, f"notices.{notice['id']}.must", len(notice["must"]))
            assert whole.count("(not confirmed)") == wanted, (place["name"], notice["id"])
            seen.add(bool(wanted))
    assert seen == {True, False}


def test_the_limit_on_old_arrests_is_told_to_who_rents_too(site: Site, raw: dict[str, Any]) -> None:
    (fact,) = (fact for fact in raw["facts"] if fact["id"] == "fcra-seven-years")
    assert fact["topic"] == "housing"
    assert site["/background-check/"].missing(fact["text"]) == []
    (said,) = (
        text_of(node)
        for node in site["/tools/dispute-letter/"].all("main p, main li")
        if text_of(node).startswith("Is the report right, but the case old?")
    )
    assert "landlord" in said


def test_the_days_of_who_decides_do_not_read_as_the_persons_own(
    site: Site, covered: list[dict[str, Any]]
) -> None:
    """Whoever takes the landlord's days to reply for their own answers too late."""
    page, seen = site["/background-check/"], set()
    for place in covered:
        entry = section(page, place)
        own: dict[str, list[Any]] = {}
        for who, about in (("employer", "work"), ("landlord", "a home")):
            times = [time for time in place["fair_chance"]["times"] if time["who"] == who]
            theirs = {squash(time["text"]) for time in times if time["purpose"] == "reply"}
            own[about] = [time for time in times if time["purpose"] != "reply"]
            shown = {
                title: [text_of(item) for item in row(entry, title).css("li")]
                for title in {text_of(node) for node in entry.css("dt")}
                if title == f"How long they have to reply to you, for {about}"
            }
            items = [item for found in shown.values() for item in found]
            assert len(items) == len(theirs), (place["name"], who)
            assert all(any(text in item for item in items) for text in theirs), place["name"]
            seen |= {bool(theirs)}
        for node in entry.css("dl > div"):
            if text_of(node.css("dt")[0]).startswith("How long you have"):
                said = text_of(node)
                assert LABELS["time.purpose"]["reply"] not in said, place["name"]
                title = text_of(node.css("dt")[0])
                kinds = [about for about in own if title.endswith(f"for {about}")] or list(own)
                found = any(own[about] for about in kinds)
                assert ("We found no number of days here" in said) == (not found), place["name"]
    assert seen == {True, False}
