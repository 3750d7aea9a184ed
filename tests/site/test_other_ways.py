"""Every general way stands whole on its place's page, and the guide leads to the soonest.

Facts and proof are read from the YAML alone.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests import plain_data, recount
from tests.built_site import Page, Site, href, slug, squash, text_of
from tests.site.read_place import MARK, as_quoted, day, every_place, rows

Facts = dict[str, Any]

KINDS = (
    "non_conviction", "misdemeanor", "felony", "violation", "deferred", "juvenile", "pardoned",
)  # fmt: skip
# The question of a way under which each of its coded values stands, and its words.
CODED = {
    "automatic": ("Does it happen on its own?", "automatic"),
    "remedies": ("What happens to the record", "remedies"),
    "limit.rule": ("How often", "limit.rule"),
    "decision": ("Who decides", "way.decision"),
    "fee.rule": ("Cost", "fee.rule"),
}
TEXTS = {
    "wait.text": "How long you wait",
    "limit.text": "How often",
    "who": "Who decides",
    "fee.text": "Cost",
    "needs": "What else must be true",
    "effect": "What it does for you",
}
LISTS = {"excluded": "Left out", "steps": "What to do"}
# Parts of a year, as the research has them.
PARTS = {
    0.05: "20 days", 0.08: "30 days", 0.16: "60 days", 0.17: "61 days", 0.25: "90 days",
    0.49: "180 days", 0.5: "6 months", 0.58: "210 days", 1.08: "13 months", 1.5: "18 months",
}  # fmt: skip
NONE_FOUND = "We found no way."
UNKNOWN = "We do not know. Ask a lawyer"


@pytest.fixture
def place(code: str, places: dict[str, Facts]) -> Facts:
    return places[code]


@pytest.fixture
def proof(code: str) -> Facts:
    return plain_data.evidence(code)


@pytest.fixture
def page(place: Facts, site: Site) -> Page:
    return site[f"/states/{slug(place['name'])}/other-ways/"]


def block_of(page: Page, way: Facts) -> LexborNode:
    return page.one(f'section[id="way-{way["id"]}"]')


def answers(page: Page, way: Facts) -> dict[str, LexborNode]:
    return {text_of(row.css_first("h3")): row for row in block_of(page, way).css(".row")}


def is_marked(way: Facts, field: str) -> bool:
    marks = {mark.split(":")[0].strip() for mark in way["unconfirmed"]}
    return not {field, field.split(".")[0]}.isdisjoint(marks)


def silent(proof: Facts, way: Facts, field: str) -> bool:
    """Return whether no words are known for a field: nothing was found, which is less than none."""
    grounds = proof["ways"][way["id"]]["proof"].get(field, [])
    return not any("words" in ground for ground in grounds)


def said(years: float) -> str:
    if years in PARTS:
        return PARTS[years]
    return "1 year" if years == 1 else f"{years:g} years"


@every_place
def test_each_coded_value_stands_with_its_mark(place: Facts, page: Page, proof: Facts) -> None:
    wrong = []
    for way in place["ways"]:
        found = answers(page, way)
        for field, (title, labels) in CODED.items():
            value = recount.read(way, field)
            chosen = {value} if isinstance(value, str) else set(value)
            text = "; ".join(words for v, words in LABELS[labels].items() if v in chosen)
            if field == "automatic" and way.get("asks"):
                text = LABELS["asks"][way["asks"]]
            if value == "none" and field == "limit.rule" and silent(proof, way, "limit"):
                text = "We found no limit on how often"
            line = text_of(found[title].css_first(".part p"))
            marked = is_marked(way, field.removesuffix(".rule"))
            if not line.startswith(text) or (MARK in line) != marked:
                wrong.append(f"{way['id']} {field}: {text}, not {line}")
        kinds = [text_of(part.css_first("p")) for part in found["Which records"].css(".part")]
        for kind in way["reaches"]:
            (line,) = [line for line in kinds if LABELS["reaches"][kind] in line]
            if (MARK in line) != is_marked(way, f"reaches.{kind}"):
                wrong.append(f"{way['id']} reaches {kind}")
    assert not wrong


@every_place
def test_each_text_and_list_stands_with_its_mark(place: Facts, page: Page) -> None:
    for way in place["ways"]:
        found = answers(page, way)
        for field, title in TEXTS.items():
            text = squash(recount.read(way, field))
            if text:
                # It stands after the coded values of the same question.
                parts = [text_of(part) for part in found[title].css(".part")]
                part = [part for part in parts if part.startswith(text)][-1]
                marked = part.removeprefix(text).strip().startswith(MARK)
                assert marked == is_marked(way, field), f"{way['id']} {field}"
        for field, title in LISTS.items():
            if way[field]:
                items = [text_of(item) for item in found[title].css("li")]
                assert items == [squash(item) for item in way[field]]
        known = "The list of what is left out was not read in full."
        assert (known in text_of(block_of(page, way))) != way["excluded_known"]
        assert squash(way["citation"] or way["citation_note"]) in text_of(block_of(page, way))
        assert way["url"] in {href(link) for link in block_of(page, way).css(".citation a")}


@every_place
def test_each_wait_says_its_years_and_its_doubt(place: Facts, page: Page) -> None:
    for way in place["ways"]:
        lines = rows(block_of(page, way))
        assert set(lines) == {LABELS["reaches"][kind] for kind in way["reaches"]}
        for kind in way["reaches"]:
            wait, line = way["wait"][kind], text_of(lines[LABELS["reaches"][kind]])
            years, longest = wait["years"], wait["longest"]
            if wait["from"] == "age" and years:
                first = max(years, way.get("age_floor") or 0)
                assert f"Once you are {first:g} years old" in line
                assert (f"or only once you are {longest:g}" in line) == (longest > first)
            elif years is None:
                assert "We found no set number of years" in line
            else:
                for length in {years, longest} - {0}:
                    assert said(length) in line
            assert squash(wait["by"]) in line
            doubtful = (f"wait.{kind}", "wait.text", "status")
            assert (MARK in line) == any(is_marked(way, field) for field in doubtful)


@every_place
def test_nothing_is_quoted_that_is_not_in_the_data(place: Facts, page: Page, proof: Facts) -> None:
    """Each quotation of the ways stands on the page once, no other does; each names its text."""
    shown: Counter[str] = Counter()
    for way in place["ways"]:
        for grounds in proof["ways"].get(way["id"], {"proof": {}})["proof"].values():
            for ground in grounds:
                if "words" in ground:
                    shown[as_quoted(ground["words"])] += 1
    assert Counter(page.texts("blockquote")) == shown
    for way in place["ways"]:
        cited = {href(link)[1:] for link in block_of(page, way).css(".from a")}
        grounds = proof["ways"].get(way["id"], {"proof": {}})["proof"].values()
        assert cited == {ground["text"] for found in grounds for ground in found}
    used = {href(link)[1:] for link in page.all(".from a")}
    assert {node.attributes["id"] for node in page.all(".texts li")} == used


@every_place
def test_each_kind_of_record_has_its_ways_or_says_that_none_is_known(
    place: Facts, page: Page, site: Site
) -> None:
    guide = site.guide(place["name"])
    in_guide = rows(guide.one("#other-ways")) if place["ways"] else {}
    whole = rows(page.one("#kinds"))
    for kind in KINDS:
        label = LABELS["reaches"][kind]
        ways = [way for way in place["ways"] if kind in way["reaches"]]
        links = [href(link) for link in whole[label].css("a[href*='#way-']")]
        assert sorted(links) == sorted(f"#way-{way['id']}" for way in ways)
        short = text_of(in_guide[label])
        leads = [urljoin(guide.path, href(a)) for a in in_guide[label].css("a[href*='#way-']")]
        if ways:
            # The first of all of them, and none of another kind; beside it one for who was never
            # charged.
            only = [f"#way-{way['id']}" for way in ways if way.get("uncharged")]
            beside = [a for a in only if kind == "non_conviction" and a != links[0]]
            assert leads == [f"{page.path}{link}" for link in (links[0], *beside)]
            first = next(way for way in ways if links[0] == f"#way-{way['id']}")
            assert squash(first["name"]) in short
            # What can be used now stands before what has not begun.
            now = [way for way in ways if way["status"] != "not_yet"]
            assert first["status"] != "not_yet" or not now or first["effective"]
        else:
            assert (NONE_FOUND if kind in place["none_for"] else UNKNOWN) in short


@every_place
def test_a_short_row_says_what_bounds_it(place: Facts, page: Page, site: Site) -> None:
    """From which day it counts, what must be borne in mind, and that a number is not known."""
    listed = rows(page.one("#kinds"))
    guide = rows(site.guide(place["name"]).one("#other-ways")) if place["ways"] else {}
    fit = site[f"/what-might-help/{slug(place['name'])}/"]
    for way in place["ways"]:
        for kind in way["reaches"]:
            label = LABELS["reaches"][kind]
            shown = [text_of(listed[label])]
            if squash(way["name"]) in text_of(guide[label]):
                shown.append(text_of(guide[label]))
            shown += [
                text_of(item)
                for item in fit.all(".ways-of-kind li")
                if href(item.css_first("a")).endswith(f"#way-{way['id']}")
                and text_of(item.parent.parent.css_first("h3")) == label
            ]
            for text in shown:
                assert "the rule says" not in text
                assert "the rule names" not in text
                follows = kind == "pardoned" and "pardon" in way["remedies"]
                if follows:
                    continue
                wait = way["wait"][kind]
                assert squash(way.get("mind") or "") in text, (way["id"], kind)
                if wait["from"] == "other" and wait["years"] is not None:
                    assert squash(wait["by"]).rstrip(".") in text, (way["id"], kind)
                if wait.get("open_ended"):
                    assert "For some cases we do not know the wait." in text, (way["id"], kind)


@every_place
def test_days_ahead_stand_with_what_changes(place: Facts, page: Page, places: Any) -> None:
    """A confirmed day "changes"; any other "is reported to"."""
    built_on = max(entry["checked"] for entry in places.values())
    for way in place["ways"]:
        text = text_of(block_of(page, way))
        for change in way.get("next", []):
            if change["day"] > built_on:
                verb = "this changes" if change["confirmed"] else "this is reported to change"
                assert f"On {day(change['day'])} {verb}" in text
                assert squash(change["text"]) in text
        if way["status"] == "not_yet" and (way["effective"] or date.min) > built_on:
            assert day(way["effective"]) in text


@every_place
def test_the_changes_of_the_ways_are_told(place: Facts, page: Page) -> None:
    section = text_of(page.one("#changes"))
    for change in place["ways_changes"]:
        assert squash(recount.named(change)) in section
        assert squash(change["what"].rstrip(".")) in section
        assert LABELS["change.kind"][change["kind"]] in section
    assert squash(place["ways_summary"] or "") in page.text


@every_place
def test_where_no_law_was_made_for_survivors_the_ways_come_first(place: Facts, site: Site) -> None:
    sections = [node.attributes["id"] for node in site.guide(place["name"]).all("section[id]")]
    first = sections.index("other-ways") < sections.index("law")
    assert first == (not place["relief"])


def test_explainers_say_what_general_law_offers(site: Site, places: dict[str, Facts]) -> None:
    """The counts, made anew: a way in force that is no pardon and not for special cases only."""
    page = site["/learn/sealing-expungement-vacatur/"]
    built_on = max(place["checked"] for place in places.values())
    for kind in KINDS:
        open_, by_itself = 0, 0
        for place in places.values():
            found = [
                way
                for way in place["ways"]
                if kind in way["reaches"]
                and not way["special"]
                and "pardon" not in way["remedies"]
                and recount_in_force(way, built_on)
            ]
            open_ += bool(found)
            by_itself += any(way["automatic"] != "no" for way in found)
        text = text_of(page.one(f"#general-{kind.replace('_', '-')}"))
        assert f"Places with a way in force: {open_}." in text
        assert f"some of it happens on its own: {by_itself}." in text


def recount_in_force(way: Facts, on: date) -> bool:
    """Return whether a way is in force: so coded, or made so by a confirmed day that has come."""
    begun = [c for c in way.get("next", []) if c["confirmed"] and c["day"] <= on]
    status = [c["set"]["status"] for c in begun if (c.get("set") or {}).get("status")]
    if status:
        return bool(status[-1] != "not_yet")
    sure = not any(is_marked(way, field) for field in ("status", "effective"))
    started = sure and way["effective"] and way["effective"] <= on
    return bool(way["status"] != "not_yet" or started)
