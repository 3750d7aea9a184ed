"""Each place's rules for employers and for landlords: every value, source and open point."""

from __future__ import annotations

from typing import Any

import pytest
from record_relief.derive.labels import LABELS

from tests.built_site import Page, Site, href, slug, squash, text_of

Places = dict[str, dict[str, Any]]

PARTS = {
    "employers": (
        ("employment", "private", "hiring.rule"),
        ("employment", "public", "hiring.rule"),
        ("employment", "cleared_records", "cleared.for_you"),
        ("employment", "lookback", ""),
    ),
    "landlords": (
        ("housing", "", "housing.rule"),
        ("employment", "cleared_records", "cleared.for_you"),
        ("employment", "lookback", ""),
    ),
}
READER = {"employers": "employer", "landlords": "landlord"}

both = pytest.mark.parametrize("audience", PARTS)


def covered(places: Places) -> dict[str, dict[str, Any]]:
    return {code: place for code, place in places.items() if place.get("fair_chance")}


def page_of(site: Site, audience: str, place: dict[str, Any]) -> Page:
    return site[f"/{audience}/{slug(place['name'])}/"]


@both
def test_there_is_a_page_for_every_place_with_rules_and_no_other(
    audience: str, site: Site, places: Places
) -> None:
    expected = {f"/{audience}/{slug(p['name'])}/" for p in covered(places).values()}
    assert {path for path in site.paths if path.startswith(f"/{audience}/")} == expected | {
        f"/{audience}/"
    }


@both
def test_every_value_text_citation_and_source(audience: str, site: Site, places: Places) -> None:
    shared = {}
    for place in covered(places).values():
        page = page_of(site, audience, place)
        shared = {source["id"]: source for source in place["sources"]}
        listed = {href(item.css_first("a")) for item in page.all("ol.sources li")}
        for part, name, field in PARTS[audience]:
            rule = place["fair_chance"][part]
            rule = rule[name] if name else rule
            wanted = [rule["text"], rule["citation"], rule.get("threshold")]
            if field:
                wanted.append(LABELS[field][rule["rule"]])
            elif rule["years"]:
                wanted.append(f"{rule['years']} years")
            if "ask" in rule:
                label = LABELS["hiring.ask"][rule["ask"]]
                wanted += [label, f"When the question may come: {label[0].lower()}{label[1:]}"]
            assert page.missing(*wanted) == [], page
            assert {shared[id_]["url"] for id_ in rule["sources"] if id_ in shared} <= listed, page


@both
def test_times_local_rules_and_open_points(audience: str, site: Site, places: Places) -> None:
    seen = 0
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        own = [time for time in fair.get("times", []) if time["who"] == READER[audience]]
        for time in own:
            seen += 1
            unit = LABELS["time.unit"][time["unit"]]
            assert page.missing(f"{time['days']} {unit}", time["text"], time["citation"]) == []
        assert ("no time in days for this place" in page.text) != bool(own), page
        local = fair["employment" if audience == "employers" else "housing"]["local"]
        assert page.missing(*local) == []
        assert ("We read about none" in page.text) != bool(local), page
        about = [
            mark["about"]
            for mark in fair["unconfirmed"]
            if mark["about"]
            and mark["field"].startswith(
                ("employment.private", "employment.public", "employment.l", "employment.c")
                if audience == "employers"
                else ("housing", "employment.cleared", "employment.lookback")
            )
        ]
        assert page.missing(*about) == [], page
        checked = fair["checked"]
        assert f"Checked {checked:%B} {checked.day}, {checked.year}" in page.text
    assert seen


@both
def test_the_table_on_the_topics_page_leads_to_every_place(
    audience: str, site: Site, places: Places
) -> None:
    rows = site[f"/{audience}/"].all("#by-state tbody tr")
    expected = covered(places)
    assert len(rows) == len(expected)
    for row, place in zip(rows, expected.values(), strict=True):
        assert href(row.css_first("th a")) == f"{slug(place['name'])}/"
        fair = place["fair_chance"]
        if audience == "employers":
            private = fair["employment"]["private"]
            labels = [LABELS["hiring.rule"][private["rule"]], LABELS["hiring.ask"][private["ask"]]]
        else:
            labels = [LABELS["housing.rule"][fair["housing"]["rule"]]]
        assert all(label in text_of(row) for label in labels), place["name"]


def test_the_guide_leads_to_both_pages_and_they_lead_back(site: Site, places: Places) -> None:
    for place in covered(places).values():
        name = slug(place["name"])
        guide = site.guide(place["name"])
        for audience in PARTS:
            assert f"../../{audience}/{name}/" in guide.hrefs
            assert f"../../states/{name}/" in page_of(site, audience, place).hrefs


def test_the_guide_says_how_long_a_person_gets_to_answer(site: Site, places: Places) -> None:
    for place in covered(places).values():
        guide = site.guide(place["name"])
        texts = [time["text"] for time in place["fair_chance"].get("times", [])]
        assert guide.missing(*texts) == []
        assert ("How long you get to answer" in guide.texts("h3")) == bool(texts)


def test_what_names_withdrawn_guidance_says_that_it_is_gone(raw: dict[str, Any]) -> None:
    """A way or a myth that names an agency and rests on what it withdrew tells that it did."""
    withdrawn = {fact["id"] for fact in raw["facts"] if fact["status"] == "withdrawn"}
    gone = ("withdrawn", "withdrew", "rescinded", "no longer", "went away", "pulled")
    seen = 0
    for item in (*raw["practices"], *raw["myths"]):
        parts = [item.get(name, "") for name in ("do", "why", "avoid", "fact")]
        text = squash(" ".join(parts))
        named = any(agency in text for agency in ("CFPB", "HUD", "Federal guidance"))
        if withdrawn & set(item["facts"]) and named:
            seen += 1
            assert any(word in text for word in gone), item["id"]
    assert seen


def test_a_myths_own_page_says_what_its_card_says(site: Site, raw: dict[str, Any]) -> None:
    facts = {fact["id"]: fact for fact in raw["facts"]}
    for myth in raw["myths"]:
        page = site[f"/myths/{myth['id']}/"]
        assert text_of(page.one("h1")) == f"Myth {squash(myth['myth'])}"
        told = [myth["fact"], myth["why"], *(facts[id_]["text"] for id_ in myth["facts"])]
        assert page.missing(*told) == [], page
        assert len(page.all("dl.places")) == len(
            myth["varies_by"] if myth["varies_by_state"] else []
        )
        assert f"recordrelief.org/myths/{myth['id']}" in page.text
        title, (description,) = text_of(page.one("head > title")), page.meta("description")
        assert title.startswith("Myth: "), page
        for shown in (title, description, page.path):
            for word in ("traffick", "prostitut", "survivor", "victim"):
                assert word not in shown.lower(), f"{page}: {shown}"
