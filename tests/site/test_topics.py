"""The pages for employers, landlords and health care hold every fact, practice and myth."""

from __future__ import annotations

from typing import Any

import pytest
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests.built_site import Page, Site, href, squash, text_of

Facts = dict[str, Any]
Places = dict[str, Facts]

TOPICS = {
    "/employers/": "employers",
    "/landlords/": "housing",
    "/medical-sanctions/": "sanctions",
}

READERS = {
    "/employers/": "employer",
    "/landlords/": "landlord",
    "/medical-sanctions/": "healthcare",
}

# Where the federal law stands: on a page of its own, or with the rest.
LAW = {
    "/employers/": "/employers/law/",
    "/landlords/": "/landlords/law/",
    "/medical-sanctions/": "/medical-sanctions/",
}

every_topic = pytest.mark.parametrize("path", TOPICS)


@pytest.fixture
def page(path: str, site: Site) -> Page:
    return site[path]


@pytest.fixture
def law_page(path: str, site: Site) -> Page:
    return site[LAW[path]]


def of_topic(raw: Facts, kind: str, path: str) -> list[Facts]:
    return [item for item in raw[kind] if item["topic"] == TOPICS[path]]


def problems(node: LexborNode, fact: Facts, sources: dict[str, Facts]) -> list[str]:
    """Return what a fact's entry does not say."""
    text = text_of(node)
    parts = [fact["text"], fact["citation"], fact["status_note"], fact["quote"]]
    parts += [sources[id_]["publisher"] for id_ in fact["sources"]]
    if fact["status"] != "in_force":
        parts.append(LABELS["status"][fact["status"]])
    wrong = [part for part in parts if part and squash(part) not in text]
    links = {href(link) for link in node.css("a[href]")}
    wrong += [sources[i]["url"] for i in fact["sources"] if sources[i]["url"] not in links]
    if bool(node.css(".status")) != (fact["status"] != "in_force"):
        wrong.append("its standing")
    if bool(node.css(".nc")) == fact["confirmed"]:
        wrong.append("its mark")
    return wrong


@every_topic
def test_every_fact_with_its_standing_and_sources(path: str, law_page: Page, raw: Facts) -> None:
    page = law_page
    sources = {source["id"]: source for source in raw["sources"]}
    facts = of_topic(raw, "facts", path)
    wrong = {
        fact["id"]: problems(page.one(f'li[id="fact-{fact["id"]}"]'), fact, sources)
        for fact in facts
    }
    assert facts
    assert not {id_: found for id_, found in wrong.items() if found}
    assert len(page.all("#facts li")) == len(facts)


def test_a_fact_keeps_its_standing_on_every_page(site: Site, raw: Facts) -> None:
    """Wherever a fact is told, also inside myths and explainers, its standing goes with it."""
    sources = {source["id"]: source for source in raw["sources"]}
    by_text = {squash(fact["text"]): fact for fact in raw["facts"]}
    told: set[str] = set()
    wrong = []
    for page in site.english:
        for node in page.all(".notes li, .note"):
            text = text_of(node)
            (fact,) = [fact for start, fact in by_text.items() if text.startswith(start)]
            told.add(fact["id"])
            wrong += [f"{page}: {fact['id']}: {w}" for w in problems(node, fact, sources)]
    assert not wrong
    assert told == {fact["id"] for fact in raw["facts"]}


def test_withdrawn_guidance_says_so(site: Site, raw: Facts) -> None:
    withdrawn = [fact for fact in raw["facts"] if fact["status"] == "withdrawn"]
    assert withdrawn
    for path, topic in TOPICS.items():
        for fact in withdrawn:
            if fact["topic"] == topic:
                assert "Withdrawn" in text_of(site[LAW[path]].one(f'li[id="fact-{fact["id"]}"]'))


@every_topic
def test_every_practice(path: str, page: Page, law_page: Page, raw: Facts) -> None:
    facts = {fact["id"]: fact for fact in raw["facts"]}
    practices = of_topic(raw, "practices", path)
    shown = page.all(".practices > li")
    reader = READERS[path]
    practices.sort(key=lambda item: reader not in item["who"])
    assert [node.attributes["id"] for node in shown] == [item["id"] for item in practices]
    for node, practice in zip(shown, practices, strict=True):
        text = text_of(node)
        assert text_of(node.css_first("h3")) == squash(practice["title"])
        assert squash(practice["do"]) in text
        assert f"Why: {squash(practice['why'])}" in text
        assert f"Mistake to avoid: {squash(practice['avoid'])}" in text
        (box,) = node.css("input")
        assert box.attributes["type"] == "checkbox"
        assert not {"name", "value", "checked"} & set(box.attributes), "nothing to store"
        assert f"For: {', '.join(LABELS['who'][who].lower() for who in practice['who'])}" in text
        for id_ in practice["facts"]:
            if page is law_page:
                assert squash(facts[id_]["text"]) in text
                continue
            (link,) = [a for a in node.css("a") if href(a) == f"law/#fact-{id_}"]
            cited = facts[id_]["citation"] or facts[id_].get("citation_note")
            assert text_of(link).startswith(cited or "what we read on this")
            withdrawn = facts[id_]["status"] == "withdrawn"
            assert not withdrawn or "(withdrawn)" in text


@every_topic
def test_every_myth_is_one_link_away(path: str, page: Page, raw: Facts) -> None:
    expected = [
        (f"../myths/{myth['id']}/", squash(myth["myth"])) for myth in of_topic(raw, "myths", path)
    ]
    links = page.all("#myths a")
    assert [(href(link), text_of(link)) for link in links] == expected


@every_topic
def test_every_source_is_listed(path: str, law_page: Page, raw: Facts) -> None:
    page = law_page
    sources = {source["id"]: source for source in raw["sources"]}
    cited = {id_ for fact in of_topic(raw, "facts", path) for id_ in fact["sources"]}
    shown = [
        (href(item.css_first("a")), text_of(item)) for item in page.all("#sources .sources li")
    ]
    assert len(shown) == len(cited)
    for id_ in cited:
        source = sources[id_]
        assert any(
            url == source["url"]
            and squash(source["title"]) in text
            and squash(source["publisher"]) in text
            for url, text in shown
        ), id_


@every_topic
def test_the_title_and_the_day_of_the_check(path: str, page: Page, raw: Facts) -> None:
    (info,) = [topic for topic in raw["topics"] if topic["id"] == TOPICS[path]]
    checked = info["checked"]
    assert not page.missing(
        f"Checked {checked:%B} {checked.day}, {checked.year}",
        "not legal advice",
    )
    # The days of the places' own rules are others.
    assert ("apart from each place's own rules" in page.text) == (path != "/medical-sanctions/")
    told = [item for item in of_topic(raw, "practices", path) if READERS[path] in item["who"]]
    words = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    title = info["practices_title"]
    expected = f"{words[len(told)].capitalize()} {title[0].lower()}{title[1:]}"
    assert page.texts("#practices h2")[0] == expected


def test_the_table_of_exclusion_lists_is_whole(site: Site, places: Places) -> None:
    rows = site["/medical-sanctions/"].all("tbody tr")
    listed = [place for place in places.values() if place.get("medicaid_list")]
    assert len(rows) == len(listed)
    for row, place in zip(rows, listed, strict=True):
        found = place["medicaid_list"]
        text = text_of(row)
        assert text_of(row.css_first("th")) == place["name"]
        assert LABELS["exists"][found["exists"]] in text
        assert squash(found["text"]) in text
        assert squash(found["agency"] or "") in text
        assert bool(row.css(".nc")) != found["confirmed"]
        links = {href(link) for link in row.css("a")}
        assert not found["url"] or found["url"] in links, place["code"]
