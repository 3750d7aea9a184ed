"""The guided page's contents as static pages: every law, every answer, the next steps."""

from __future__ import annotations

from typing import Any

from record_relief.derive.labels import labels

from tests import fit_oracle
from tests.built_site import Site, slug, squash, text_of

Places = dict[str, dict[str, Any]]


def test_every_place_has_its_page_and_its_part_in_the_questions(site: Site, places: Places) -> None:
    questions = site["/what-might-help/"]
    found = {f"fit-{code}" for code in places}
    assert {str(node.attributes["id"]) for node in questions.all("template")} == found
    assert [str(node.attributes["value"]) for node in questions.all("#place-1 option")] == [
        "",
        *places,
    ]
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        assert page.texts("h1") == [f"{place['name']}: what might help"]
        assert not page.missing(
            *(law["title"] for law in place["relief"]),
            *(law["offenses"]["covered"].rstrip(".") for law in place["relief"]),
            *(other["name"] for other in (*place["ways"], *place["other_relief"])),
            *(text for law in place["relief"] for text in labels("records", law["records"])),
            *(text for law in place["relief"] for text in labels("deferred", [law["deferred"]])),
        ), page


def test_every_way_says_when_it_may_be_used_and_what_it_does(site: Site, places: Places) -> None:
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        section = page.one("#other-ways")
        headings = [text_of(node) for node in section.css("h3")]
        assert headings == [squash(way["name"]) for way in place["ways"]], page
        for way in place["ways"]:
            parts = (way["citation"], way["wait"]["text"], way["effect"])
            assert all(squash(part) in text_of(section) for part in parts), page
            assert way["url"] in page.hrefs, page


def test_each_other_way_leads_to_that_way_itself(site: Site, places: Places) -> None:
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        links = {(text_of(link), str(link.attributes["href"])) for link in page.all("li.more > a")}
        ways = site[f"/states/{slug(place['name'])}/other-ways/"] if place["ways"] else page
        for way in place["ways"]:
            (url,) = {url for text, url in links if text == squash(way["name"]) and "#" in url}
            path, _, anchor = url.partition("#")
            assert path.endswith(ways.path), page
            assert squash(way["name"]) in text_of(ways.one(f"#{anchor}")), page


def test_each_answer_that_excludes_a_law_is_told_as_one(site: Site, places: Places) -> None:
    """One answer at a time: the page says "does not" exactly where the data excludes it."""
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        for node, law in zip(page.all(".law-fit"), place["relief"], strict=True):
            told = sum(len(text_of(item).split(";")) for item in node.css("li:has(> .excludes)"))
            expected = sum(
                fit_oracle.excluded(law, {ask: key})
                for ask, keys in fit_oracle.CHOICES.items()
                for key in keys
            )
            assert told == expected, f"{page}: {law['title']}"


def test_what_nobody_has_looked_for_is_said_and_is_to_be_asked_about(
    site: Site, places: Places
) -> None:
    """The law page says it, too, as why the value is not confirmed."""
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        for node, law in zip(page.all(".law-fit"), place["relief"], strict=True):
            unknown = law["deferred"] == "unspecified" and "deferred" in law["unconfirmed"]
            assert ("Not looked for yet." in text_of(node)) is unknown, f"{page}: {law['id']}"
            asked = [text_of(item) for item in node.css("li:has(> .verdict.ask)")]
            told = any("a case that was put off and then dismissed" in text for text in asked)
            assert told is (law["deferred"] == "unspecified"), f"{page}: {law['id']}"


def test_there_is_somebody_to_call(site: Site, places: Places, raw: dict[str, Any]) -> None:
    hotline = next(item for item in raw["organisations"] if item["id"] == "national-hotline")
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        calls = page.texts(".call-list li")
        assert calls[-1] == squash(f"{hotline['phone']} {hotline['name']}"), page
        local = [item for item in place["help"] if item.get("phone") and item.get("name")]
        assert not page.missing(*(item["phone"] for item in local)), page
