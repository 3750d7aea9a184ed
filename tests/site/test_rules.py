"""Each place's rules for employers and for landlords: every value, source and open point."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.labels import LABELS
from record_relief.derive.site import Facts
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests import plain_data, recount
from tests.built_site import SHIPPING, Page, Site, after, href, slug, squash, text_of

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
        ("employment", "cleared_records", ""),
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
        f"/{audience}/",
        f"/{audience}/law/",
    }


@both
def test_every_value_text_citation_and_source(audience: str, site: Site, places: Places) -> None:
    apart = []
    for place in covered(places).values():
        page = page_of(site, audience, place)
        shared = {source["id"]: source for source in place["sources"]}
        listed = {href(item.css_first("a")) for item in page.all("ol.sources li")}
        for part, name, field in PARTS[audience]:
            rule = place["fair_chance"][part]
            rule = rule[name] if name else rule
            text = (audience == "landlords" and rule.get("renting")) or rule["text"]
            law = (audience == "landlords" and rule.get("renting_law")) or rule
            wanted = [text, law["citation"], rule.get("threshold_text")]
            if law is not rule:
                apart.append(law)
                head = page.one(f'[id="{name.replace("_", "-")}-rule"]')
                told = " ".join(text_of(node) for node in after(head))
                assert rule["citation"] not in told, f"{page}: that is the law on work"
            if field:
                wanted.append(LABELS[field][rule["rule"]])
            elif rule.get("years"):
                wanted.append(f"{rule['years']} years")
            if rule.get("ask"):
                label = LABELS["local.ask" if part == "housing" else "hiring.ask"][rule["ask"]]
                wanted += [label, f"When the question may be asked: {label[0].lower()}{label[1:]}"]
            assert page.missing(*wanted) == [], page
            assert {shared[id_]["url"] for id_ in law["sources"] if id_ in shared} <= listed, page
    assert bool(apart) == (audience == "landlords")


@both
def test_times_local_rules_and_open_points(audience: str, site: Site, places: Places) -> None:
    seen = 0
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        own = [time for time in fair.get("times", []) if time["who"] == READER[audience]]
        for time in own:
            seen += 1
            assert page.missing(days(time), time["text"], time["citation"]) == []
        assert ("no time in days for this place" in page.text) != bool(own), page
        local = local_of(fair, audience)
        assert ("We found none in what we read" in page.text) != bool(local), page
        about = [
            mark["about"]
            for mark in fair["unconfirmed"]
            if mark["about"]
            and (
                mark["field"].startswith(
                    ("employment.private", "employment.public", "employment.l", "employment.c")
                    if audience == "employers"
                    else ("housing", "employment.cleared", "employment.lookback")
                )
                or mark["field"].split(".")[1] in {law["id"] for law in local}
            )
        ]
        assert page.missing(*about) == [], page
        checked = fair["checked"]
        said = f"Checked {checked:%B} {checked.day}, {checked.year}"
        # Whose day it is: a city's entry names none of its own.
        assert said + (", with the rules of its cities" if local else " ·") in page.text
    assert seen


def local_of(fair: dict[str, Any], audience: str) -> list[dict[str, Any]]:
    landlords = audience == "landlords"
    return [law for law in fair["local"] if ("landlords" in law["binds"]) == landlords]


@both
def test_each_law_of_a_city_or_county_has_its_entry(
    audience: str, site: Site, places: Places
) -> None:
    seen = 0
    for place in covered(places).values():
        page = page_of(site, audience, place)
        for law in local_of(place["fair_chance"], audience):
            seen += 1
            heading = page.one(f'h3[id="{law["id"]}"]')
            others = [
                each["id"]
                for each in local_of(place["fair_chance"], audience)
                if each["name"] == law["name"] and each["status"] != "ended"
            ]
            title = f", {squash(law['law'])}" if len(others) > 1 else ""
            assert text_of(heading) == law["name"] + title
            entry = list(after(heading))
            text = squash(" ".join(node.text() for node in entry))
            wanted = [
                LABELS["local.rule"][law["rule"]],
                law["text"],
                law["threshold_text"],
                law["citation"],
                law["law"],
                *law["never"],
                *(LABELS["bound"][name] for name in law["binds"]),
                *(change["text"] for change in law.get("next", [])),
            ]
            assert [part for part in wanted if part and squash(part) not in text] == [], law["id"]
            assert law["url"] in {href(link) for node in entry for link in node.css("a[href]")}
            label = LABELS["local.status"][law["status"]]
            assert (label in text) == (law["status"] != "in_force"), law["id"]
            rule = f"local.{law['id']}.rule"
            marked = any(mark["field"] == rule for mark in place["fair_chance"]["unconfirmed"])
            assert not marked or "not confirmed" in text, law["id"]
        order = [law["status"] == "doubtful" for law in local_in_order(page, place)]
        assert order == sorted(order), f"{page}: the doubtful ones stand last"
    assert seen


def local_in_order(page: Page, place: dict[str, Any]) -> list[dict[str, Any]]:
    laws = {law["id"]: law for law in place["fair_chance"]["local"]}
    ids = [heading.attributes.get("id") for heading in page.all("h3[id]")]
    return [laws[id_] for id_ in ids if id_ in laws]


@both
def test_what_a_law_asks_step_by_step_is_told(audience: str, site: Site, places: Places) -> None:
    seen = 0
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        for section, items in (("factors", "weigh"), ("notices", "must"), ("exceptions", "")):
            for entry in fair[section]:
                if entry["who"] == READER[audience]:
                    seen += 1
                    told = entry[items] if items else [entry["text"]]
                    assert page.missing(*told, entry.get("citation"), entry.get("only")) == [], page
        if fair["complain"]:
            renting = audience == "landlords" and fair["complain"].get("renting")
            office = renting or fair["complain"]
            assert page.missing(office["name"], office["deadline"]) == [], page
        for change in fair["changes"]:
            assert bool(page.missing(recount.named(change), change["what"])) == (
                change.get("who") not in (None, READER[audience])
            ), (page, change["what"])
        survivors = fair["survivors"]
        headings = page.texts("h2")
        assert ("law for survivors" in headings[0]) == bool(survivors), page
        proof = plain_data.evidence(place["code"])["fair"]["proof"].get("survivors.text", [])
        mine = [item for item in proof if item.get("who") in (None, READER[audience])]
        words = [item["words"] for item in mine if item.get("words")]
        others = [item["words"] for item in proof if item.get("words") and item not in mine]
        texts = {text["id"]: text for text in plain_data.evidence(place["code"])["texts"]}
        cited = [
            f"{item['at']}, {texts[item['text']]['title']}" if item.get("at")
            else texts[item["text"]]["title"]
            for item in mine
            if item.get("words")
        ]  # fmt: skip
        if survivors:
            renting = audience == "landlords" and survivors.get("renting")
            assert page.missing(renting or survivors["text"], *words) == [], page
            quotes = page.all("blockquote")
            assert len(quotes) == len(words), (page, "what is about the others' checks alone")
            assert [text_of(_next(quote, "p")) for quote in quotes] == list(map(squash, cited))
            quoted = " ".join(map(text_of, quotes))
            assert [each for each in others if squash(each) in quoted] == [], page
    assert seen


@both
def test_both_rules_stand_with_the_day_of_a_change(
    audience: str, site: Site, places: Places
) -> None:
    """What is to change is told beside the rule, with its day; unless confirmed, as reported."""
    seen = 0
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        work = fair["employment"]
        rules = [work["cleared_records"], work["lookback"]]
        rules += [work["private"], work["public"]] if audience == "employers" else [fair["housing"]]
        for change in (c for rule in rules for c in rule.get("next", [])):
            seen += 1
            day = f"{change['day']:%B} {change['day'].day}, {change['day'].year}"
            assert page.missing(change["text"], day) == [], page
            assert change["confirmed"] or "not confirmed" in page.text
    assert seen


def is_later(row: LexborNode) -> bool:
    """Return whether a row tells what a law becomes on a day, below that of what it is now."""
    return "data-since" in row.attributes


@both
def test_the_table_on_the_topics_page_leads_to_every_place(
    audience: str, site: Site, places: Places
) -> None:
    rows = (row for row in site[f"/{audience}/"].all("#by-state tbody tr") if not is_later(row))
    for place in covered(places).values():
        fair, page = place["fair_chance"], f"{slug(place['name'])}/"
        row = next(rows)
        assert href(row.css_first("th a")) == page
        if audience == "employers":
            private = fair["employment"]["private"]
            labels = [LABELS["hiring.rule"][private["rule"]], LABELS["hiring.ask"][private["ask"]]]
            labels += [private["threshold_text"] or ""]
        else:
            labels = [LABELS["housing.rule"][fair["housing"]["rule"]]]
        if row.attributes["data-high"].startswith("duties"):  # in the words of the tool above it
            labels[0] = text_of(site[f"/{audience}/"].one("[data-group=duties] h4"))
        assert says(row, labels), place["name"]
        laws = [law for law in local_of(fair, audience) if law["status"] != "ended"]
        for law in sorted(laws, key=lambda each: (each["status"] != "in_force", each["name"])):
            row = next(rows)
            assert href(row.css_first("th a")) == f"{page}#{law['id']}"
            labels = [LABELS["local.rule"][law["rule"]], LABELS["local.ask"][law["ask"]]]
            if row.attributes["data-high"].startswith("duties"):
                labels[0] = text_of(site[f"/{audience}/"].one("[data-group=duties] h4"))
            labels += [law["name"], place["name"], law["threshold_text"] or ""]
            if law["status"] != "in_force":
                labels.append(LABELS["local.status"][law["status"]])
            assert says(row, labels), law["id"]
    assert not list(rows)


@both
def test_the_table_says_where_it_is_not_sure_whom_a_law_binds(
    audience: str, site: Site, places: Places
) -> None:
    """Where no script sorts the laws, the row itself says that it only may bind."""
    page, seen = site[f"/{audience}/"], set()
    for place in covered(places).values():
        fair = place["fair_chance"]
        marked = {mark["field"] for mark in fair["unconfirmed"]}
        who = {"employers": "private_employers", "landlords": "landlords"}[audience]
        for law in fair["local"]:
            if who not in law["binds"] or law["status"] == "ended":
                continue
            path = f"local.{law['id']}"
            unsure = bool(marked & {path, f"{path}.threshold", f"{path}.binds"})
            unsure |= not law["threshold_text"]
            cell = page.one(f"#each-rule tr[id={place['code'].lower()}-{law['id']}]").css("td")[2]
            assert text_of(cell).startswith("May bind you:") == unsure, law["id"]
            assert not unsure or cell.css(".nc"), law["id"]
            seen.add(unsure)
    assert seen == {True, False}


def says(row: LexborNode, labels: list[str]) -> bool:
    """Return whether a row has all of these, each with a capital where it begins a cell."""
    return all(squash(label).lower() in text_of(row).lower() for label in labels)


@both
def test_the_page_counts_the_cities_and_counties(audience: str, site: Site, places: Places) -> None:
    own = {
        (code, law["kind"], law["name"])
        for code, place in covered(places).items()
        for law in local_of(place["fair_chance"], audience)
        if law["status"] == "in_force" and law["rule"] not in ("none", "unspecified")
    }
    kinds = [sum(kind == each for _, kind, _ in own) for each in ("city", "county")]
    states = len({code for code, _, _ in own})
    told = f"cities {kinds[0]}, counties {kinds[1]}, in states {states}"
    question = "private-employers" if audience == "employers" else "housing"
    for path in (f"/{audience}/", f"/compare/{question}/"):
        assert told in site[path].text, path


def test_the_guide_leads_to_both_pages_and_they_lead_back(site: Site, places: Places) -> None:
    for place in covered(places).values():
        name = slug(place["name"])
        guide = site.guide(place["name"])
        for audience in PARTS:
            assert f"../../{audience}/{name}/" in guide.hrefs
            assert f"../../states/{name}/" in page_of(site, audience, place).hrefs


def days(entry: dict[str, Any]) -> str:
    """Return a span with its start; that none was found is said, too."""
    start = f"from {entry['starts']}" if entry.get("starts") else "(from when: not in what we read)"
    return f"{entry['days']} {LABELS['time.unit'][entry['unit']]} {start}"


WORK = re.compile(
    r"\b(employ\w*|jobs?|hir(?:e|es|ed|ing)|work(?:s|ers?|places?)?)\b", re.IGNORECASE
)
HOME = re.compile(
    r"\b(landlords?|hous(?:e|ing)|homes?|rent\w*|tenan\w*|leases?|leasing)\b", re.IGNORECASE
)
# Titles, citations and the words of laws are as they are.
NAMED = "blockquote, .citation, ol.sources, script, select"


def test_pages_for_landlords_do_not_speak_of_work_alone(site: Site, raw: Places) -> None:
    topic = next(topic for topic in raw["topics"] if topic["id"] == "housing")
    titles = {section["title"] for section in topic["sections"]}
    seen, wrong = 0, []
    for path in site.paths:
        if not path.startswith("/landlords/"):
            continue
        seen += 1
        main = Page(path, site[path].file).main
        for node in main.css(NAMED):
            node.decompose()
        for node in main.css("p, li, dd, dt, td, th, h1, h2, h3, h4, summary, caption, label"):
            text = squash(node.text())
            if node.css_first("p, li, dd, td") or re.sub(r" \(\d+\)$", "", text) in titles:
                continue
            wrong += [
                (path, part)
                for part in re.split(r"(?<=[.;:])\s+", text)
                if WORK.search(part) and not HOME.search(part)
            ]
    assert seen > 2
    assert not wrong


@both
def test_each_item_that_is_not_confirmed_is_marked_and_no_other(
    audience: str, site: Site, places: Places
) -> None:
    seen = set()
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        for section, field in (("factors", "weigh"), ("notices", "must"), ("local", "never")):
            for entry in fair[section]:
                path = f"{section}.{entry['id']}.{field}"
                marks = [mark for mark in fair["unconfirmed"] if mark["field"] == path]
                own = (
                    "landlord"
                    if {"landlords", "public_housing"} & set(entry["binds"])
                    else "employer"
                )
                if entry.get("who", own) != READER[audience]:
                    continue
                for number, item in enumerate(entry[field], 1):
                    wanted = any(
                        mark.get("items") is None or number in mark["items"] for mark in marks
                    )
                    found = {
                        text_of(node).removesuffix("(not confirmed)").strip(): node.css_first(".nc")
                        is not None
                        for node in page.all("li")
                        if text_of(node).startswith(squash(item))
                    }
                    assert wanted in found.values(), (page, item)
                    seen.add(wanted)
    assert seen == {True, False}


@both
def test_no_page_repeats_a_point_that_is_not_confirmed(
    audience: str, site: Site, places: Places
) -> None:
    """At its end, and below each rule and list."""
    seen = 0
    for place in covered(places).values():
        page = page_of(site, audience, place)
        lists = [list_.css("li") for list_ in after(page.one("h2#open")) if list_.tag == "ul"]
        told = [[text_of(item) for item in items] for items in lists]
        told += [
            [text.removesuffix(".") for text in text_of(node).split("; ")]
            for node in page.all("p.quiet")
            if text_of(node).startswith("Also not confirmed:")
        ]
        for lines in told:
            assert len(lines) == len(set(lines)), (page, lines)
            seen += len(lines)
    assert seen


@both
def test_a_citys_entry_leads_to_where_its_rule_gives_way(
    audience: str, site: Site, places: Places
) -> None:
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        told = {case["local"] for case in fair["exceptions"] if case["who"] == READER[audience]}
        for law in local_in_order(page, place):
            entry = after(page.one(f"h3[id={law['id']}]"))
            links = {href(link) for node in entry for link in node.css("a") if node.tag == "p"}
            assert ("#exceptions" in links) == (law["id"] in told), (page, law["id"])


@both
def test_a_law_whose_own_words_were_not_read_says_so(
    audience: str, site: Site, places: Places
) -> None:
    """What others say of a law leaves out what it has somebody print or say."""
    for place in covered(places).values():
        page = page_of(site, audience, place)
        texts = plain_data.evidence(place["code"])["texts"]
        kinds = {text["id"]: text["kind"] for text in texts}
        kinds |= {source["id"]: source["kind"] for source in place["sources"]}
        of_state = cited_by_state(place["fair_chance"])
        for law in local_in_order(page, place):
            section = " ".join(text_of(node) for node in after(page.one(f'h3[id="{law["id"]}"]')))
            own = {"statute", "session_law", "regulation"}
            read = any(kinds.get(name) in own for name in law["sources"] if name not in of_state)
            assert ("We did not read the text of this law itself" in section) != read, (
                page,
                law["id"],
            )


def cited_by_state(fair: dict[str, Any]) -> set[str]:
    """Return the sources of the state's own rules: what a city's law cites of them is no city's."""
    rules = (fair["employment"]["public"], fair["employment"]["private"], fair["housing"])
    return {name for rule in rules for name in rule["sources"]}


def not_whole(place: dict[str, Any], audience: str) -> list[str]:
    """Return the citations of the laws of a place of which nobody has read all words."""
    fair, evidence = place["fair_chance"], plain_data.evidence(place["code"])
    own = {
        text["id"]: text["whole"]
        for text in evidence["texts"]
        if text["kind"] in ("statute", "session_law", "regulation")
    }

    def whole(path: str, *, but: set[str]) -> bool:
        cited = {item["text"] for item in evidence["fair"]["proof"].get(path, [])} - but
        return any(own.get(name) for name in cited)

    path = "housing" if audience == "landlords" else "employment.private"
    state = fair["housing"] if audience == "landlords" else fair["employment"]["private"]
    found = []
    if state["rule"] not in ("none", "unspecified") and not whole(f"{path}.rule", but=set()):
        found.append(state["citation"] or place["name"])
    return found + [
        law["citation"] or law["citation_note"]
        for law in local_of(fair, audience)
        if law["status"] != "ended"
        and not whole(f"local.{law['id']}.rule", but=cited_by_state(fair))
    ]


def test_what_laws_add_to_a_form_says_without_scripts_which_were_not_read(
    site: Site, facts: Facts
) -> None:
    """And to whom a rule speaks that calls somebody “you”."""
    for form in facts.forms:
        if not form.adds:
            continue
        listed = site[f"/{form.url}"].one("#by-place")
        said = {
            text_of(node): " ".join(text_of(part) for part in after(node) if part.tag == "p")
            for node in listed.css("h4")
        }
        for _, law in facts.may_ask_more(form.for_[0]):
            if law.city:
                assert said[law.name].startswith("We did not read the whole text"), (form.id, law)
                assert squash(law.citation) in said[law.name]
        for node in listed.css("p"):
            if "says of cleared records at work:" in text_of(node):
                assert "“you” is that person" in text_of(node), form.id


def test_a_stage_for_which_no_notice_was_found_says_so(site: Site, places: Places) -> None:
    """And which laws, not read whole, may ask for one: none was found in what was read."""
    seen = set()
    for place in covered(places).values():
        for audience, reader in READER.items():
            page = page_of(site, audience, place)
            doubtful = not_whole(place, audience)
            for stage in LABELS["notice.stage"]:
                found = [
                    notice
                    for notice in place["fair_chance"]["notices"]
                    if (notice["who"], notice["stage"]) == (reader, stage)
                ]
                if stage == "facts" and not found:
                    assert not page.all('[id="notice-facts"]'), page
                    continue
                head = page.one(f'[id="notice-{stage}"]')
                told = " ".join(text_of(node) for node in after(head))
                # Federal law asks landlords for no notice before the final one.
                chosen = (reader, stage) == ("landlord", "first")
                none = (
                    "Whoever sends one hears of a mistake" if chosen else "we found no such notice"
                )
                elsewhere = [
                    law["name"]
                    for law in local_of(place["fair_chance"], audience)
                    if law["status"] != "ended" and stage in law.get("told_notices", ())
                ]
                heard = "Others tell of this notice, whose words we did not read" in told
                assert heard == bool(elsewhere), (page, stage)
                assert not [name for name in elsewhere if squash(name) not in told], (page, stage)
                assert (none in told) == (not found and not elsewhere), (page, stage)
                unread = "We did not read the whole text of these laws" in told
                assert unread == (bool(doubtful) and not found), (page, stage)
                if unread:
                    assert [each for each in doubtful if squash(each) not in told] == [], page
                seen.add(unread)
    assert seen == {True, False}


def for_applicants(fair: dict[str, Any]) -> list[str]:
    """What the person who is checked needs to know: what not, how long, where and until when."""
    complain = fair["complain"] or {"name": "", "deadline": ""}
    wanted = [item for law in fair["local"] for item in law["never"]]
    if complain["deadline"]:
        start = complain.get("starts")
        wanted.append(f"from {start}" if start else "(from when: not in what we read)")
    wanted += [LABELS["local.rule"][law["rule"]] for law in fair["local"]]
    wanted += [days(time) for time in fair["times"]]
    return [*wanted, complain["name"], complain["deadline"] or ""]


def test_the_guide_tells_the_rule_to_the_person_who_is_checked(site: Site, places: Places) -> None:
    for place in covered(places).values():
        guide, fair = site.guide(place["name"]), place["fair_chance"]
        headings = guide.texts("#background-checks h3")
        section = text_of(guide.one("#background-checks"))
        wanted = [*for_applicants(fair), *(time["text"] for time in fair["times"])]
        assert [part for part in wanted if squash(part) not in section] == [], guide
        assert ("How many days there are" in headings) == bool(fair["times"])
        assert "Where to complain, and until when" in headings
        unknown = "We did not find the last day to complain"
        open_end = bool(fair["complain"]) and not fair["complain"]["deadline"]
        assert (unknown in section) == open_end, guide
        assert "../../background-check/" in guide.hrefs


def test_the_guide_tells_the_person_what_a_city_bars_and_no_more(
    site: Site, places: Places
) -> None:
    """Some laws bar the use of a record alone, not the question."""
    labels = LABELS["local.never_you"]
    seen = set()
    for place in covered(places).values():
        guide = site.guide(place["name"])
        entries = {
            href(link).partition("#")[2]: text_of(entry)
            for entry in guide.all("#background-checks li:has(> a:first-child)")
            if (link := entry.css_first("a"))
        }
        for law in place["fair_chance"]["local"]:
            if law["never"] and law["status"] != "ended":
                kind = law.get("never_for", "both")
                said = entries[law["id"]].split(f"{labels[kind]}: ")[1]
                assert [item for item in law["never"] if squash(item) not in said] == []
                assert not any(
                    words in entries[law["id"]] for name, words in labels.items() if name != kind
                )
                seen.add(kind)
    assert seen == set(labels)


def without_marks(html: str) -> str:
    """Return the words of a law without what is said of how sure they are."""
    tree = LexborHTMLParser(html)
    for mark in tree.css(".nc, .quiet"):
        mark.decompose()
    return squash(tree.text())


@both
@pytest.mark.parametrize("language", ["", *(f"/{code}" for code in SHIPPING)])
def test_what_each_law_says_is_in_the_file_of_all_laws_and_where_its_link_leads(
    site: Site, language: str, audience: str
) -> None:
    page = site[f"{language}/{audience}/"]
    name = str(page.one("#which-answer").attributes["data-law-words"])
    script = (site.folder / urljoin(page.path, name).lstrip("/")).read_text(encoding="utf-8")
    words = json.loads(script.partition("=")[2].rstrip(";\n"))
    # A law that changes on a day has a row for each time, and its words once.
    rows = [row for row in page.all("#each-rule > tbody > tr") if not is_later(row)]
    links = {row.id: row.css("th a") for row in rows}
    assert links.keys() == words.keys()
    for id_, own in words.items():
        text, (link,) = without_marks(own["text"]), links[id_]
        path, _, anchor = urljoin(page.path, href(link)).partition("#")
        assert text[1:] in site[path].text, id_
        assert not anchor or anchor in site[path].ids


def test_one_page_has_the_same_for_every_place(site: Site, places: Places) -> None:
    """The place of the job may be another one than the place of the record."""
    page = site["/background-check/"]
    for path in ("/", "/wrong-record/"):
        assert "background-check/" in " ".join(site[path].hrefs)
    for place in covered(places).values():
        fair, work = place["fair_chance"], place["fair_chance"]["employment"]
        folded = page.one(f'details:has(> summary > h2[id="{slug(place["name"])}"])')
        assert "open" not in folded.attributes
        assert page.one(f'p > a[href="#{slug(place["name"])}"]').text() == place["name"]
        text = text_of(folded)
        own = [time for time in fair["times"] if time["purpose"] != "reply"]
        wanted = [
            *for_applicants(fair),
            (fair["survivors"] or {"text": ""})["text"],
            LABELS["cleared.rule"][work["cleared_records"]["rule"]],
            LABELS["hiring.ask"][work["private"]["ask"]],
            LABELS["housing.rule"][fair["housing"]["rule"]],
            *(LABELS["time.purpose"][time["purpose"]] for time in own),
        ]
        assert [part for part in wanted if squash(part) not in text] == [], place["name"]
        back = work["lookback"]
        years = f"{back['years']} years." if back["years"] else "No state limit found."
        rows = [row for row in folded.css("dl > div") if "How far back" in text_of(row)]
        assert [text_of(row.css_first("dd")).startswith(years) for row in rows] == [True]
        assert not back["years"] or squash(back["text"]) in text, place["name"]
        assert "Ask for free legal help" in text, place["name"]
        for_both = {time["who"] for time in own} == {"employer", "landlord"}
        assert ("We found no number of days here" in text) != for_both, place["name"]
        renting = work["cleared_records"].get("renting")
        assert not renting or squash(renting) in text, place["name"]
        for mark in fair["unconfirmed"]:
            if mark["field"].endswith((".days", ".never")):
                assert "not confirmed" in text, place["name"]


def test_who_was_refused_reads_first_what_to_do(site: Site, raw: dict[str, Any]) -> None:
    """The door of the home page leads to steps in plain words, with their law below."""
    page = site["/background-check/"]
    facts = {fact["id"]: fact for fact in raw["facts"]}
    headings = [text_of(node) for node in page.all("main h2")]
    assert headings[:2] == ["If they say no because of a report", "The rules of your place"]
    assert len(page.one("main ol").css("li")) >= 5
    assert not page.missing(
        *(
            facts[name]["text"]
            for name in ("fcra-pre-adverse", "fcra-free-copy-60-days", "fcra-arrest-7yr")
        )
    )
    assert page.path + "#refused" in {
        urljoin("/wrong-record/", h) for h in site["/wrong-record/"].hrefs
    }


def test_an_applicants_letter_leads_to_how_long_there_is(site: Site) -> None:
    page = site["/tools/answer-letter/"]
    assert "/background-check/#places" in {urljoin(page.path, href) for href in page.hrefs}
    assert not page.missing("The last day to answer", "Tell me until when I can answer")


def test_what_the_steps_hang_on_stands_in_the_open(site: Site, raw: dict[str, Any]) -> None:
    """For which reports they hold, and the days for the free copy, as the facts have them."""
    page = site["/background-check/"]
    facts = {fact["id"]: squash(fact["text"]) for fact in raw["facts"]}
    before = text_of(page.one("h2[id=refused] + p"))
    steps = [text_of(step) for step in page.one("main ol").css("li")]
    (condition,) = re.findall("from a screening company", facts["fcra-own-search"])
    assert condition in before
    assert condition in steps[0]
    (days,) = re.findall(r"within \d+ days", facts["fcra-free-copy-60-days"])
    assert any("free copy" in step and days in step for step in steps)


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
        assert text_of(page.one("h1")) == f"Myth: {squash(myth['myth'])}"
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


def test_what_speaks_of_the_rules_of_cities_leads_to_their_list(
    site: Site, raw: dict[str, Any]
) -> None:
    pages = {"employers": "employers/", "housing": "landlords/"}
    said = ("cities and states", "states and cities", "state and city", "state or city")
    seen = 0
    for item in (*raw["myths"], *raw["practices"]):
        text = squash(" ".join(part for part in item.values() if isinstance(part, str)))
        if item["topic"] not in pages or not any(words in text for words in (*said, "local law")):
            continue
        seen += 1
        page = pages[item["topic"]]
        if "myth" in item:
            assert f"../../{page}#by-state" in site[f"/myths/{item['id']}/"].hrefs, item["id"]
        else:
            practice = site[f"/{page}"].one(f'li[id="{item["id"]}"]')
            assert "#by-state" in str(practice.html), item["id"]
    assert seen


def _cases_told(site: Site, place: dict[str, Any]) -> dict[str, list[tuple[LexborNode, str]]]:
    """Return where a place's cases that give way are told: the nodes, and of which readers."""
    code = place["code"].lower()
    found: dict[str, list[tuple[LexborNode, str]]] = {
        "page": [], "table": [], "applicants": [], "forms": []
    }  # fmt: skip
    for audience, reader in READER.items():
        page = page_of(site, audience, place)
        for heading in page.all("h2#exceptions"):
            listed = [node for part in after(heading) for node in part.css("li")]
            found["page"] += [(node, reader) for node in listed]
        rows = site[f"/{audience}/"].all(f"#each-rule tr[id={code}], #each-rule tr[id^={code}-]")
        for folded in (node for row in rows for node in row.css("details")):
            if "gives way" in text_of(folded.css("summary")[0]):
                found["table"].append((folded.css("div")[0], reader))
    entry = site["/background-check/"].one(
        f'details:has(> summary > h2[id="{slug(place["name"])}"])'
    )
    for row in entry.css("dl > div"):
        if text_of(row.css("dt")[0]) == "Where a rule gives way":
            found["applicants"] += [(node, "") for node in row.css("li")]
    for path in site.paths:
        if path.startswith("/tools/") and path.count("/") == 3:
            for law in site[path].all(f"[data-state={place['code']}]"):
                for told in law.css("p"):
                    if text_of(told).startswith("Where this law, or a part of it, gives way"):
                        several = text_of(told).endswith("way:")
                        nodes = _next(told, "ul").css("li") if several else [told]
                        found["forms"] += [(node, "") for node in nodes]
    return found


def test_a_case_that_nothing_shows_is_marked_wherever_it_is_told(
    site: Site, places: Places
) -> None:
    """On a place's pages, in the answer to which rules bind, for applicants, in each form."""
    seen: dict[str, set[bool]] = {}
    for place in covered(places).values():
        fair = place["fair_chance"]
        marked = {mark["field"] for mark in fair["unconfirmed"]}
        for where, nodes in _cases_told(site, place).items():
            for node, reader in nodes:
                says = text_of(node).lower()
                told = [
                    case
                    for case in fair["exceptions"]
                    if squash(case["text"]).lower() in says and reader in ("", case["who"])
                ]
                assert told, (place["code"], where, says)
                open_cases = {f"exceptions.{case['id']}.text" for case in told} & marked
                assert len(node.css(".nc")) == len(open_cases), (place["code"], where, says)
                seen.setdefault(where, set()).add(bool(open_cases))
    assert seen == {where: {True, False} for where in ("page", "table", "applicants", "forms")}


def _next(node: LexborNode, tag: str) -> LexborNode:
    return next(part for part in after(node) if part.tag == tag)


def test_an_office_or_a_time_that_nothing_shows_is_marked_wherever_it_is_told(
    site: Site, places: Places
) -> None:
    """On a place's pages, in its guide and for applicants."""
    seen = set()
    for place in covered(places).values():
        office = place["fair_chance"]["complain"]
        marked = {mark["field"] for mark in place["fair_chance"]["unconfirmed"]}
        if not office:
            continue
        renting = "complain.renting" if office.get("renting") else "complain"
        everything = site["/background-check/"].one(
            f'details:has(> summary > h2[id="{slug(place["name"])}"])'
        )
        (row,) = (
            row
            for row in everything.css("dl > div")
            if text_of(row).startswith("Where to complain")
        )
        guide = site[f"/states/{slug(place['name'])}/"]
        headings = [h for h in guide.all("h3") if text_of(h).startswith("Where to complain")]
        told = [(row, {"complain", renting}), (_next(headings[0], "p"), {"complain", renting})]
        for audience, path in (("employers", "complain"), ("landlords", renting)):
            heading = page_of(site, audience, place).one("h2#complain")
            told.append((_next(heading, "p"), {path}))
        for node, paths in told:
            times = {f"{path}.deadline" for path in paths}
            for field in times & marked:
                value = office if field == "complain.deadline" else office["renting"]
                assert squash(value["deadline"]) in text_of(node), (place["code"], field)
                assert node.css(".nc"), (place["code"], field)
            if (
                not marked & {f"{p}.{f}" for p in paths for f in office}
                and "complain.also" not in marked
                and not any(re.match(r"local\..*\.complain\.", field) for field in marked)
            ):
                assert not node.css(".nc"), (place["code"], text_of(node))
            seen.add(bool(times & marked))
    assert seen == {True, False}


@both
def test_the_office_for_a_citys_law_stands_where_the_law_does(
    audience: str, site: Site, places: Places
) -> None:
    """In the city's entry and with the state's, each with its own mark."""
    seen = 0
    for place in covered(places).values():
        page, fair = page_of(site, audience, place), place["fair_chance"]
        marked = {mark["field"] for mark in fair["unconfirmed"]}
        everything = _next(page.one("h2#complain"), "p")
        for law in local_in_order(page, place):
            office = law.get("complain")
            lines = [
                node
                for node in after(page.one(f"h3[id={law['id']}]"))
                if text_of(node).startswith("Where a person complains:")
            ]
            assert len(lines) == 1, (page, law["id"])
            silent = "We did not find an office for this law" in text_of(lines[0])
            assert silent != bool(office), (page, law["id"])
            notices = [n for n in fair["notices"] if n["local"] == law["id"]]
            unknown = "Nothing we read tells what its notices must say" in text_of(lines[0])
            assert unknown != bool(notices), (page, law["id"])
            if not office:
                assert law["name"] in text_of(everything), (page, law["id"])
                continue
            seen += 1
            fields = {f"local.{law['id']}.complain.{name}" for name in office}
            for node in (lines[0], everything):
                assert squash(office["name"]) in text_of(node), (page, law["id"])
                assert squash(office.get("deadline") or "") in text_of(node)
                assert len(node.css(".nc")) >= len(fields & marked), (page, law["id"])
            assert len(lines[0].css(".nc")) == len(fields & marked), (page, law["id"])
    assert seen


def test_an_office_that_was_not_found_is_told_and_not_left_out(site: Site, places: Places) -> None:
    """The state's, also where its cities have one; and each city's, by its name."""
    seen = set()
    for place in covered(places).values():
        fair = place["fair_chance"]
        everything = site["/background-check/"].one(
            f'details:has(> summary > h2[id="{slug(place["name"])}"])'
        )
        (row,) = (row for row in everything.css("dl > div") if "Where to complain" in text_of(row))
        guide = site[f"/states/{slug(place['name'])}/"]
        (heading,) = (h for h in guide.all("h3") if "Where to complain" in text_of(h))
        told = {"page": row, "guide": _next(heading, "p")}
        for audience in READER:
            about = page_of(site, audience, place).one("h2#complain")
            told[audience] = _next(about, "p")
        for where, node in told.items():
            laws = local_of(fair, where) if where in READER else fair["local"]
            laws = [law for law in laws if law["status"] != "ended"]
            silent = {law["name"] for law in laws if not law.get("complain")}
            said = text_of(node)
            state = "We did not find an office of the state for this."
            none = "We did not find an office for this."
            assert (state in said) == bool(not fair["complain"] and laws), (place["code"], where)
            assert (none in said) == bool(not fair["complain"] and not laws), place["code"]
            if where == "guide":
                (link,) = _next(heading, "p").css('a[href*="background-check/"]') or [None]
                assert bool(link) != all(
                    squash(law["complain"]["name"]) in said for law in laws if law.get("complain")
                ), place["code"]
                assert link or ("we found none" in said) == bool(silent), place["code"]
            else:
                (_, _, names) = said.partition("We did not find an office for the law of:")
                assert [name for name in silent if name not in names] == [], (place["code"], where)
                assert bool(names) == bool(silent)
            seen.add((bool(fair["complain"]), bool(silent)))
    assert len(seen) == 4


@both
def test_whom_you_means_is_told_before_what_says_it_and_nowhere_else(
    site: Site, places: Places, audience: str
) -> None:
    """These pages call the employer or the landlord "you"; a rule may speak to the person."""
    note = "This is told to the person with the record"
    told, untold = 0, 0
    for place in covered(places).values():
        rule = place["fair_chance"]["employment"]["cleared_records"]
        text = (audience == "landlords" and rule.get("renting")) or rule["text"]
        says_you = bool(
            re.search(r"\byou(r|rs|rself)?\b", re.sub(r'"[^"]*"', "", text), re.IGNORECASE)
        )
        part = page_of(site, audience, place).text.partition("Cleared records: may you ask")[2]
        before = part.partition(squash(text)[:40])[0]
        assert (note in before) == says_you, place["name"]
        told, untold = told + says_you, untold + (not says_you)
    assert told
    assert untold


@both
def test_a_page_says_which_laws_tell_in_their_words_alone_when_a_record_counts(
    audience: str, site: Site, places: Places
) -> None:
    """By the same reading as the steps of "Which rules bind me?"."""
    who = {"employers": "employer", "landlords": "landlord"}[audience]
    seen = False
    for place in covered(places).values():
        fair = place["fair_chance"]
        page = site[f"/{audience}/{slug(place['name'])}/"]
        told = {entry["local"] for entry in fair.get("refusals", ()) if entry["who"] == who}
        links = {href(link) for link in page.all("#refusals ~ p > a")}
        for law in local_of(fair, audience):
            if law["id"] not in told and law["status"] != "ended":
                assert f"#{law['id']}" in links, law["id"]
                seen = True
    assert seen
