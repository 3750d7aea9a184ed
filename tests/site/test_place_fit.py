"""The guided page's contents as static pages: every law, every answer, the next steps."""

from __future__ import annotations

import math
import re
from typing import Any
from urllib.parse import urljoin

from record_relief.derive.labels import LABELS, labels
from record_relief.pages import place_parts
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests import fit_oracle, ways_oracle
from tests.built_site import Site, slug, squash, text_of

Places = dict[str, dict[str, Any]]


def parts(site: Site) -> dict[str, LexborNode]:
    """Return each place's part of the file that the questions load."""
    # Those of other languages have one part more in their names.
    scripts = site.folder.glob("assets/js/place_parts.*.js")
    (script,) = (path for path in scripts if len(path.suffixes) == 2)
    found = place_parts.read(script.read_text(encoding="utf-8"))
    return {code: LexborHTMLParser(html).css_first("section") for code, html in found.items()}


def test_every_place_has_its_page_and_its_part_in_the_questions(site: Site, places: Places) -> None:
    questions = site["/what-might-help/"]
    assert set(parts(site)) == set(places)
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
        ), page


def test_each_way_stands_under_each_kind_of_record_and_leads_to_all_of_it(
    site: Site, places: Places
) -> None:
    """On the page, and in the part that the questions fill in."""
    read = parts(site)
    for code, place in places.items():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        target = site[f"/states/{slug(place['name'])}/other-ways/"]
        ids = {str(node.attributes["id"]) for node in target.all("[id]")}
        for node, at in ((page.one("#other-ways"), page.path), (read[code], "/what-might-help/")):
            told = []
            for group in node.css(".ways-of-kind"):
                heading = text_of(group.css_first("h3, h5"))
                for link in group.css("li > a[href*='#way-']"):
                    path, _, anchor = str(link.attributes["href"]).partition("#")
                    assert urljoin(at, path) == target.path, page
                    assert anchor in ids, page
                    told.append((heading, anchor.removeprefix("way-"), text_of(link)))
            expected = [
                (labels("reaches", [kind])[0], way["id"], squash(way["name"]))
                for way in place["ways"]
                for kind in way["reaches"]
            ]
            assert sorted(told) == sorted(expected), page


def test_the_page_says_without_a_year_what_the_questions_say(site: Site, places: Places) -> None:
    """How a way stands where no year tells; else how many years to add to it."""
    built_on = max(place["checked"] for place in places.values())
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        ways = {way["id"]: way for way in place["ways"]}
        kinds = {label: kind for kind, label in LABELS["reaches"].items()}
        for group in page.all(".ways-of-kind"):
            kind = kinds[text_of(group.css_first("h3"))]
            for item in group.css("li"):
                way = ways[str(item.css_first("a").attributes["href"]).partition("#way-")[2]]
                # A sentence of the year 1000, seen long after: what is said is what to add.
                label, years = ways_oracle.told(way, kind, built_on, 1000, False, 9999)
                without, _ = ways_oracle.told(way, kind, built_on, None, False, 9999)
                counted = (label, years) != (without, "") or "the year it ended" in text_of(item)
                said = text_of(item.css_first(".verdict"))
                wait = way["wait"][kind]
                if label == "May fit now":
                    begins = "May fit after a wait" if wait["years"] else "May fit once it ended"
                    assert said == begins, (page, way["id"], kind)
                else:
                    assert said == label, (page, way["id"], kind)
                if not counted:
                    assert not adding(text_of(item)), (page, way["id"])
                    continue
                for length in ("years", "longest"):
                    number = math.ceil(wait[length])
                    assert not number or str(number) in adding(text_of(item)), (page, way["id"])


def adding(text: str) -> list[str]:
    """Return the numbers in what is said of the year it ended."""
    told = [
        part
        for part in re.split(r"(?<=[.])\s", text)
        if re.search(r"year it ended|[Aa]dd \d", part)
    ]
    return re.findall(r"\d+", " ".join(told))


def test_each_way_says_what_it_costs_and_what_to_do_first(site: Site, places: Places) -> None:
    """On the page and in the questions; a pardon that was given has its cost and step above."""
    read = parts(site)
    for code, place in places.items():
        ways = {way["id"]: way for way in place["ways"]}
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        for node in (page.one("#other-ways"), read[code]):
            for group in node.css(".ways-of-kind"):
                pardoned = text_of(group.css_first("h3, h5")) == LABELS["reaches"]["pardoned"]
                for item in group.css("li"):
                    link = item.css_first("a")
                    way = ways[str(link.attributes["href"]).partition("#way-")[2]]
                    if pardoned and "pardon" in way["remedies"]:
                        assert "Once you have the pardon:" in text_of(item), (page, way["id"])
                        assert "by a pardon" not in text_of(item), (page, way["id"])
                        continue
                    begin = text_of(item.css_first(".begin"))
                    cost, _, first = begin.partition("First step:")
                    assert labels("fee.rule", [way["fee"]["rule"]])[0] in cost, (page, way["id"])
                    for told, field in ((cost, "fee"), (first, "steps")):
                        doubt = is_marked(way, field)
                        assert ("not confirmed" in told) is doubt, (page, way["id"], field)
                    step = re.split(r"\(not confirmed|All steps|What it leaves out", first)[0]
                    step = step.strip()
                    assert step, (page, way["id"])
                    assert squash(way["steps"][0]).startswith(step), (page, way["id"])


def is_marked(way: dict[str, Any], field: str) -> bool:
    """Return whether a field of a way, or a point of it, is not confirmed."""
    return any(mark.partition(":")[0].strip() == field for mark in way["unconfirmed"])


def test_what_is_not_coded_as_a_way_leads_to_the_guide(site: Site, places: Places) -> None:
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        links = [text_of(link) for link in page.all("li.more > a[href$='#other-ways']")]
        assert links == [squash(other["name"]) for other in place["other_relief"]], page


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


def test_what_nobody_has_looked_for_is_said_once_and_is_to_be_asked_about(
    site: Site, places: Places
) -> None:
    read = parts(site)
    for code, place in places.items():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        unread = [
            law["deferred"] == "unspecified" and "deferred" in law["unconfirmed"]
            for law in place["relief"]
        ]
        for text in (page.text, text_of(read[code])):
            assert text.count("not looked for yet") == any(unread), page
        for node, law, unknown in zip(page.all(".law-fit"), place["relief"], unread, strict=True):
            asked = [text_of(item) for item in node.css("li:has(> .verdict.ask)")]
            told = any("a case that was put off and then dismissed" in text for text in asked)
            assert told is (law["deferred"] == "unspecified"), f"{page}: {law['id']}"
            said = labels("deferred", [law["deferred"]])[0] in text_of(node)
            assert said is not unknown, f"{page}: {law['id']}"


def test_a_law_says_what_it_costs_does_and_asks_first_as_a_way_does(
    site: Site, places: Places
) -> None:
    """On the page and in the questions; a time limit stands first, a long list is a link away."""
    read = parts(site)
    for code, place in places.items():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        for cards in (page.all(".law-fit"), read[code].css(".law-fit")):
            for card, law in zip(cards, place["relief"], strict=True):
                begin = " ".join(text_of(part) for part in card.css(".begin"))
                wanted = [
                    "Cost: " + labels("fee.rule", [law["fee"]["rule"]])[0],
                    "First step: ",
                    "What it does: " + labels("remedies", law["remedies"])[0],
                ]
                assert [part for part in wanted if part not in begin] == [], (page, law["id"])
                step = begin.partition("First step: ")[2]
                assert step.startswith(squash(law["steps"][0]).split(". ")[0][:20]), page
                several = "One filing may cover several cases" in begin
                assert several is (law["consolidation"]["rule"] == "allowed"), (page, law["id"])
                when = text_of(card.css_first("ul > li"))
                hurry = law["timing"]["deadline"] in ("due_diligence", "fixed")
                assert when.startswith("Do not wait") is hurry, (page, law["id"])
                assert not hurry or squash(law["timing"]["text"])[:40] in when, (page, law["id"])
                long = card.css("a[href*='-excluded']")
                named = f"/{code.lower()}/law" in " ".join(map(text_of, card.css(".paper")))
                assert named is bool(long), (page, law["id"])
                for link in card.css(".begin a, a[href*='-excluded']"):
                    path, _, anchor = str(link.attributes["href"]).partition("#")
                    at = "/what-might-help/" if card in read[code].css(".law-fit") else page.path
                    target = site[urljoin(at, path)]
                    assert target.all(f'[id="{anchor}"]'), (page, anchor)


def test_a_limit_stands_beside_how_a_way_stands(site: Site, places: Places) -> None:
    read = parts(site)
    once = "Some can be used only once."
    for code, place in places.items():
        ways = {way["id"]: way for way in place["ways"]}
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        for node in (page.one("#other-ways"), read[code].css_first("[data-ways]")):
            for item in node.css(".ways-of-kind li"):
                way = ways[str(item.css_first("a").attributes["href"]).partition("#way-")[2]]
                told = [text_of(mark) for mark in item.css(".verdict.limit")]
                if "Once you have the pardon:" in text_of(item):
                    continue
                rule = way["limit"]["rule"]
                limited = rule in ("once", "number")
                assert told == (labels("limit.rule", [rule]) if limited else []), (page, way["id"])
            used_up = any(way["limit"]["rule"] == "once" for way in place["ways"])
            assert (once in text_of(node)) is used_up, page


def test_steps_and_what_is_left_out_are_one_link_away(site: Site, places: Places) -> None:
    """On the page; in the questions the script makes the same addresses."""
    read = parts(site)
    for code, place in places.items():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        target = site[f"/states/{slug(place['name'])}/other-ways/"]
        ids = {str(node.attributes["id"]) for node in target.all("[id]")}
        of_page = [item.css(".begin a") for item in page.all(".ways-of-kind li")]
        for links, item in zip(of_page, read[code].css(".ways-of-kind li"), strict=True):
            found = [str(link.attributes["href"]).partition("#")[2] for link in links]
            assert set(found) <= ids, page
            name = str(item.css_first("a").attributes["href"]).partition("#")[2]
            parts_of = ["steps"] + ["excluded"] * ("data-whole" not in item.attributes)
            told = [f"{name}-{part}" for part in parts_of] if item.css_first(".begin") else []
            assert found == told, (page, name)


def test_paper_names_an_address_for_whoever_has_no_phone(site: Site, places: Places) -> None:
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        unknown = {
            squash(item["name"])
            for item in place["help"]
            if item.get("name") and not (item.get("phone") or item.get("url"))
        }
        for call in page.all(".call-list li"):
            reached = call.css("a[href^='tel:'], a[href^='mailto:'], .paper")
            assert reached or text_of(call) in unknown, (page, text_of(call))
        assert page.all(".paper"), page


def test_there_is_somebody_to_call(site: Site, places: Places, raw: dict[str, Any]) -> None:
    hotline = next(item for item in raw["organisations"] if item["id"] == "national-hotline")
    for place in places.values():
        page = site[f"/what-might-help/{slug(place['name'])}/"]
        calls = page.texts(".call-list li")
        assert calls[-1] == squash(f"{hotline['phone']} {hotline['name']}"), page
        local = [item for item in place["help"] if item.get("phone") and item.get("name")]
        assert not page.missing(*(item["phone"] for item in local)), page
        names = [squash(item["name"]) for item in place["help"] if item.get("name")]
        for name, call in zip((*names, "LawHelp.org"), calls, strict=False):
            assert name in call, page
