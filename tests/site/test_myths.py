"""Every myth stands on the page of myths, and on its own page with its law and its places."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from record_relief.derive import site as derived
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests import recount
from tests.built_site import Page, Site, href, slug, squash, text_of
from tests.recount import Answers, label

Facts = dict[str, Any]
Places = dict[str, Facts]

READERS = ("survivor", "employer", "landlord", "healthcare")


def card(page: Page, myth: Facts) -> LexborNode:
    return page.one(f'article[id="{myth["id"]}"]')


def test_every_myth_has_its_card(raw: Facts, site: Site) -> None:
    page = site["/myths/"]
    assert len(page.all("article")) == len(raw["myths"])
    for myth in raw["myths"]:
        node = card(page, myth)
        text = text_of(node)
        assert text_of(node.css_first("h3")) == f"Myth {squash(myth['myth'])}"
        assert squash(myth["fact"]) in text_of(node.css_first(".fact"))
        assert squash(myth["why"]) in text
        assert bool(node.css(".fact .nc")) != myth["confirmed"], myth["id"]
        assert str(node.attributes["data-who"]).split() == myth["who"]
        assert f"For: {', '.join(LABELS['who'][who].lower() for who in myth['who'])}" in text
        assert f"{myth['id']}/" in [href(link) for link in node.css("a")]
        if myth["varies_by_state"]:
            assert f"It depends on: {squash(myth['depends_on'])}" in text
            compared = {f"../compare/{question}/" for question in myth["varies_by"]}
            assert compared <= {href(link) for link in node.css("a")}, myth["id"]


def test_every_myths_own_page_names_the_law_behind_it(raw: Facts, site: Site) -> None:
    facts = {fact["id"]: fact for fact in raw["facts"]}
    for myth in raw["myths"]:
        shown = [text_of(item) for item in site[f"/myths/{myth['id']}/"].all(".notes li")]
        assert len(shown) == len(myth["facts"])
        for text, id_ in zip(shown, myth["facts"], strict=True):
            assert squash(facts[id_]["text"]) in text
            assert squash(facts[id_]["citation"] or "") in text


def local_names(place: dict[str, Any], question: str) -> list[str]:
    """Return the cities and counties with a rule in force that a question is about, too."""
    landlords = {"housing": True, "private-employers": False}.get(question)
    found = {
        law["name"]
        for law in (place.get("fair_chance") or {"local": []})["local"]
        if bool({"landlords", "public_housing"} & set(law["binds"])) == landlords
        and law["status"] == "in_force"
        and law["rule"] not in ("none", "unspecified")
    }
    return sorted(found)


def test_every_myths_own_page_lists_the_places_for_each_answer(
    raw: Facts, site: Site, places: Places, answers: Answers, facts: derived.Facts
) -> None:
    by_question = {
        question: recount.marked(list(places.values()), question) for question in answers
    }
    lists = 0
    for myth in raw["myths"]:
        shown = site[f"/myths/{myth['id']}/"].all("dl.places")
        questions = myth["varies_by"] if myth["varies_by_state"] else []
        assert len(shown) == len(questions), myth["id"]
        for block, question in zip(shown, questions, strict=True):
            lists += 1
            found: dict[str, tuple[str, list[str]]] = {}
            for term, told in zip(block.css("dt"), block.css("dd"), strict=True):
                found[text_of(term)] = (
                    text_of(told),
                    [href(link) for link in told.css("a")],
                )
            expected: dict[str, tuple[str, list[str]]] = {}
            for key in set(answers[question].values()):
                codes = [code for code, answer in answers[question].items() if answer == key]
                rows = facts.comparison(question).by_code
                names = [
                    places[code]["name"]
                    + ("+" if local_names(places[code], question) else "")
                    + ("*" if code in by_question[question] else "")
                    + (" (only for some)" if rows[code].for_some else "")
                    + (f" ({rows[code].part})" if rows[code].part else "")
                    for code in codes
                ]
                expected[f"{label(question, key)} ({len(codes)})"] = (
                    ", ".join(names),
                    [f"../../states/{slug(places[code]['name'])}/" for code in codes],
                )
            assert found == expected, f"{myth['id']}: {question}"
    assert lists


def test_the_filter_counts_the_myths_for_each_reader(raw: Facts, site: Site) -> None:
    labels = site["/myths/"].texts(".filter label")
    expected = [f"Everybody ({len(raw['myths'])})"]
    for reader in READERS:
        count = sum(reader in myth["who"] for myth in raw["myths"])
        expected.append(f"{LABELS['who'][reader]} ({count})")
    assert labels == expected
    form = site["/myths/"].one("main form")
    assert len(form.css("input")) == len(site["/myths/"].all("input")) == len(expected)
    assert form.attributes["autocomplete"] == "off", "a browser must not remember the choice"


# Said of a state that has no rule on records, but notices or times.
DUTIES = "No rule found on when a record counts, but other duties"


def has_only_duties(place: Facts, question: str) -> bool:
    """Return whether a state's law has no rule on what a question asks, but duties that bind."""
    reader = {"private-employers": "employer", "housing": "landlord"}.get(question)
    fair = place.get("fair_chance")
    if not (reader and fair):
        return False
    rule = fair["housing"] if reader == "landlord" else fair["employment"]["private"]
    if rule["rule"] not in ("none", "unspecified"):
        return False
    bound = "landlords" if reader == "landlord" else "private_employers"
    duties = [duty for duty in (*fair["notices"], *fair["times"]) if duty["who"] == reader]
    return any(duty["local"] is None and bound in duty["binds"] for duty in duties)


def test_guides_answer_the_myths_a_survivor_meets(
    raw: Facts, site: Site, places: Places, answers: Answers
) -> None:
    mine = [myth for myth in raw["myths"] if "survivor" in myth["who"] and myth["varies_by"]]
    assert mine
    for code, place in places.items():
        guide = site.guide(place["name"])
        page = site[f"/myths/places/{slug(place['name'])}/"]
        assert page.path in [urljoin(guide.path, link) for link in guide.hrefs]
        shown = {
            href(item.css_first("a")).rstrip("/").rpartition("/")[2]: text_of(item)
            for item in page.all(".myth-list li")
        }
        for myth in mine:
            told = [
                f": {DUTIES if has_only_duties(place, question) else label(question, answer)}"
                for question in myth["varies_by"]
                if (answer := answers[question][code]) not in (recount.NO_LAW, recount.NOT_COVERED)
            ]
            if told:
                text = shown[myth["id"]]
                assert squash(myth["myth"]) in text
                assert squash(myth["fact"]) in text
                assert [part for part in told if part not in text] == [], f"{code}: {myth['id']}"
                if "lookback" in myth["varies_by"] and "fair_chance" in place:
                    limit = place["fair_chance"]["employment"]["lookback"]
                    assert (squash(limit["text"]) in text) == bool(limit["years"]), code


def test_the_survivors_rule_stands_before_the_general_one_on_cleared_records(
    raw: Facts, site: Site, places: Places, answers: Answers
) -> None:
    """Who was told only the general rule might say no where it does not cover their record."""
    asked = {
        myth["id"]
        for myth in raw["myths"]
        if "survivor" in myth["who"] and "cleared-records" in myth["varies_by"]
    }
    assert asked
    for code, place in places.items():
        if answers["cleared-records"][code] == recount.NOT_COVERED:
            continue
        survivors = place["fair_chance"]["survivors"]
        page = site[f"/myths/places/{slug(place['name'])}/"]
        shown = {
            href(item.css_first("a")).rstrip("/").rpartition("/")[2]: text_of(item)
            for item in page.all(".myth-list li")
        }
        general = f": {label('cleared-records', answers['cleared-records'][code])}"
        for myth in asked:
            before, found, after = shown[myth].partition(general)
            assert found, (code, myth)
            assert "Ask a lawyer before you say no" in after, (code, myth)
            if survivors:
                assert squash(survivors["text"]) in before, (code, myth)
            else:
                assert "we did not check that they cover a record cleared" in after, (code, myth)


def test_a_places_myths_name_its_cities_and_counties_with_rules(
    raw: Facts, site: Site, places: Places, answers: Answers
) -> None:
    """Who read only that the state has no rule would think that there is none."""
    mine = [myth for myth in raw["myths"] if "survivor" in myth["who"] and myth["varies_by"]]
    seen = set()
    for code, place in places.items():
        page = site[f"/myths/places/{slug(place['name'])}/"]
        for myth in mine:
            silent = (recount.NO_LAW, recount.NOT_COVERED)
            asked = {q for q in myth["varies_by"] if answers[q][code] not in silent}
            for question in asked:
                names = local_names(place, question)
                (item,) = [
                    item
                    for item in page.all(".myth-list li")
                    if f"/{myth['id']}/" in (href(item.css_first("a")) or "")
                ]
                linked = [text_of(link) for link in item.css("a")]
                assert [name for name in names if name not in linked] == [], (code, myth["id"])
                seen.add(bool(names))
    assert seen == {True, False}
