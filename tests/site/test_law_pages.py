"""Every answer of a law stands on its place's law page, with the words it rests on beneath it.

The proof is read from data/evidence/ as YAML alone reads it.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests import plain_data, recount
from tests.built_site import Page, Site, after, href, squash, text_of
from tests.site.read_place import (
    MARK,
    as_quoted,
    cited,
    cited_urls,
    dated,
    day,
    every_place,
    is_marked,
    law_page,
    partial_day,
    rows,
    sources_of,
)

Facts = dict[str, Any]

# The question of a law in which each of its coded fields stands.
CODED = {
    "Who it helps": ("trafficking", "age"),
    "What the court can do": ("remedies",),
    "Which records": ("records", "deferred"),
    "Which offenses": ("offenses.scope",),
    "How it must connect to trafficking": ("nexus.standard",),
    "How sure the judge must be": ("proof.standard",),
    "Official papers": ("documentation.rule",),
    "Must the court say yes?": ("decision.rule",),
    "When you may ask": ("timing.wait", "timing.deadline", "timing.sentence_complete"),
    "Cost": ("fee.rule",),
    "Hearing": ("hearing.rule",),
    "Privacy of what you file": ("confidentiality.rule",),
    "More than one case": ("consolidation.rule",),
}
TEXTS = {
    "Which offenses": "offenses.covered",
    "How it must connect to trafficking": "nexus.text",
    "How sure the judge must be": "proof.text",
    "Official papers": "documentation.text",
    "Must the court say yes?": "decision.text",
    "When you may ask": "timing.text",
    "Cost": "fee.text",
    "Hearing": "hearing.text",
    "The prosecutor's part": "prosecutor.text",
    "Privacy of what you file": "confidentiality.text",
    "More than one case": "consolidation.text",
    "Where to ask": "where",
    "What it does for you": "effect",
}
LISTS = {"Left out": "offenses.excluded", "What to do": "steps", "Official forms": "forms"}
ACTS = {"Made law": "enacted", "Last change that we read": "last_amended"}
LAW_KINDS = {"statute", "session_law", "regulation", "court_rule", "court_form"}
# What stands before the words of a text that is not the law.
WEAKER = {
    "opinion": "In the words of a court's opinion, not of the law:",
    "bill": "In the words of a bill, not of the law:",
    "agency": "In the words of an agency, not of the law:",
    "agency_form": "In the words of an agency's form, not of the law:",
    "court_page": "In the words of a court's page, not of the law:",
    "summary": "In the words of a summary, not of the law:",
}
SILENT = "The text was read in full. It says nothing about this."
TOGETHER = "The law was read in full, in several texts together. It says nothing about this."
PART_SILENT = "The part of this text that was read says nothing about this."


@pytest.fixture
def place(code: str, places: dict[str, Facts]) -> Facts:
    return places[code]


@pytest.fixture
def proof(code: str) -> Facts:
    return plain_data.evidence(code)


@pytest.fixture
def page(place: Facts, site: Site) -> Page:
    return law_page(site, place)


def block_of(page: Page, law: Facts) -> LexborNode:
    return page.one(f'section[id="law-{law["id"]}"]')


def answers(block: LexborNode) -> dict[str, list[LexborNode]]:
    """Return the parts of each answer of a law by its question."""
    return {text_of(row.css_first("h3")): row.css(".part") for row in block.css(".row")}


def proof_of(proof: Facts, law: Facts, *paths: str) -> list[Facts]:
    """Return what some fields of a law rest on, in the order of the file."""
    fields = proof["laws"].get(law["id"], {"proof": {}})["proof"]
    grounds = (ground for path in paths for ground in fields.get(path, ()))
    return [ground for ground in grounds if not ground.get("drafting")]


def told(grounds: list[Facts], proof: Facts, law: Facts) -> list[str]:
    """Return what must stand beneath an answer: leads, words, places and readings, in order."""
    texts = {text["id"]: text for text in proof["texts"]}
    whole = proof["laws"].get(law["id"], {}).get("read") == "whole"
    lines = []
    for ground in grounds:
        text = texts[ground["text"]]
        if "words" in ground:
            lines += [WEAKER[text["kind"]]] if text["kind"] not in LAW_KINDS else []
            lines.append(as_quoted(ground["words"]))
            place = f"{ground['at']}," if ground.get("at") else "From"
            lines.append(squash(f"{place} {text['id']}"))
        else:
            lead = SILENT if text["whole"] else TOGETHER if whole else PART_SILENT
            lines.append(f"{lead} {text['id']}")
        if ground.get("reading"):
            lines.append(f"How it was read: {squash(ground['reading'])}")
    return lines


def shown(part: LexborNode) -> list[str]:
    """Return what stands beneath an answer, the title of a text left out."""
    found = []
    for node in part.css(".lead-in, blockquote, .from"):
        text = text_of(node)
        link = node.css_first("a")
        if link is not None:
            text = text.removesuffix(text_of(link)) + text_of(link).partition(":")[0]
        found.append(text)
    return found


def why(grounds: list[Facts], proof: Facts, law: Facts, field: str) -> str:
    """Return why a marked value is not confirmed, worked out from the file alone."""
    if field == "deferred" and not grounds and law[field] == "unspecified":
        return "Not looked for yet."  # the field is newer than the readings
    kinds = {text["id"]: text["kind"] for text in proof["texts"]}
    quoted = {kinds[ground["text"]] for ground in grounds if "words" in ground}
    read = proof["laws"].get(law["id"], {"read": "none"})["read"]
    if quoted - {"summary"}:
        return "These words were seen, but a later act or the rest of the law was not read."
    if quoted:
        return "Only a summary that says this was found."
    if read == "none":
        return "The law itself was not read."
    if read == "part":
        return "The part of the law that was read does not settle this."
    return "What was read does not settle this."


@every_place
def test_each_coded_value_has_beneath_it_what_it_rests_on(
    place: Facts, page: Page, proof: Facts
) -> None:
    """The answer in words; its words of the law or silence; or a mark, and why."""
    wrong = []
    for law in place["relief"]:
        found = answers(block_of(page, law))
        for label, fields in CODED.items():
            for field, part in zip(fields, found[label][: len(fields)], strict=True):
                values = recount.read(law, field)
                chosen = {values} if isinstance(values, str) else set(values)
                text = "; ".join(words for v, words in LABELS[field].items() if v in chosen)
                grounds = proof_of(proof, law, field)
                if is_marked(law, field):
                    text += f" {MARK} {why(grounds, proof, law, field)}"
                if text_of(part.css_first("p")) != text:
                    wrong.append(f"{law['id']} {field}: {text}")
                if not grounds and not is_marked(law, field):
                    wrong.append(f"{law['id']} {field}: rests on nothing")
                if shown(part) != told(grounds, proof, law):
                    wrong.append(f"{law['id']} {field}: {told(grounds, proof, law)}")
    assert not wrong


@every_place
def test_each_text_and_list_has_beneath_it_what_it_rests_on(
    place: Facts, page: Page, proof: Facts
) -> None:
    wrong = []
    for law in place["relief"]:
        found = answers(block_of(page, law))
        for label, field in TEXTS.items():
            parts = found.get(label, [])[len(CODED.get(label, ())) :]
            group = (field.partition(".")[0],) if label not in CODED and "." in field else ()
            grounds = proof_of(proof, law, field, *group)
            text = squash(recount.read(law, field))
            if not (text or grounds):
                continue
            (part,) = parts
            if text and text not in text_of(part.css_first("p")):
                wrong.append(f"{law['id']} {field}: {text}")
            if bool(part.css(".nc")) != is_marked(law, field):
                wrong.append(f"{law['id']} {field}: mark")
            if shown(part) != told(grounds, proof, law):
                wrong.append(f"{law['id']} {field}: {told(grounds, proof, law)}")
        for label, field in LISTS.items():
            items = recount.read(law, field)
            grounds = proof_of(proof, law, field)
            if not grounds and (field != "offenses.excluded" or not items):
                continue
            (part,) = found[label]
            texts = [
                recount.named(item, "title") if isinstance(item, dict) else item for item in items
            ]
            assert [text_of(item) for item in part.css("li")] == [squash(text) for text in texts]
            assert bool(part.css(".nc")) == is_marked(law, field)
            assert shown(part) == told(grounds, proof, law)
    assert not wrong


@every_place
def test_nothing_is_quoted_that_is_not_in_the_data(place: Facts, page: Page, proof: Facts) -> None:
    """Each quotation of the file stands on the page once, and no other does."""
    texts = {text["id"]: text for text in proof["texts"]}
    grounds = [
        ground
        for law in proof["laws"].values()
        for found in law["proof"].values()
        for ground in found
        if "words" in ground and not ground.get("drafting")
    ]
    expected = Counter(as_quoted(ground["words"]) for ground in grounds)
    expected.update(as_quoted(law["quote"]) for law in place["relief"] if law["quote"])
    assert Counter(page.texts("blockquote")) == expected
    assert not page.all("main q:not(.share-page q)")
    foreign = Counter(
        as_quoted(ground["words"])
        for ground in grounds
        if texts[ground["text"]].get("language", "en") != "en"
    )
    assert Counter(text_of(node) for node in page.all("blockquote[lang]")) == foreign


@every_place
def test_the_words_name_the_text_they_are_from(page: Page, proof: Facts) -> None:
    """Each answer gives the title of a text where it cites it first, and leads to the list."""
    texts = {text["id"]: text for text in proof["texts"]}
    for answer in page.all(".row"):
        named: set[str] = set()
        for link in answer.css(".from a"):
            id_ = href(link).removeprefix("#")
            title = f"{id_}: {squash(texts[id_]['title'])}"
            assert text_of(link) == (id_ if id_ in named else title)
            named.add(id_)


def cited_texts(entries: Facts, *, drafting: bool = True) -> set[str]:
    """Return the ids of the texts on which some laws or ways rest."""
    return {
        ground["text"]
        for entry in entries.values()
        for grounds in entry["proof"].values()
        for ground in grounds
        if drafting or not ground.get("drafting")
    }


@every_place
def test_the_head_says_what_was_read(place: Facts, page: Page, proof: Facts) -> None:
    listed = page.all("#texts .texts li")
    acts = {act["text"] for act in proof["amended"]}
    others = cited_texts(proof["ways"]) | cited_texts({"": proof.get("fair", {"proof": {}})})
    # What of these is for who drafts is in the papers to start from.
    others -= cited_texts(proof["laws"], drafting=False) | acts
    texts = [text for text in proof["texts"] if text["id"] not in others]
    assert [node.attributes["id"] for node in listed] == [text["id"] for text in texts]
    for node, text in zip(listed, texts, strict=True):
        said = text_of(node)
        link = node.css_first("a")
        language = text.get("language", "en")
        assert (href(link), text_of(link)) == (text["url"], squash(text["title"]))
        assert link.attributes.get("lang", "en") == language
        assert ("Read in full." in said, "Read in part." in said) == (
            text["whole"],
            not text["whole"],
        )
        current = text["current_to"]
        if current is None:
            assert "It does not say how current it is." in said
        elif current[:4].isdigit() and set(current) <= set("0123456789-"):
            assert f"Current to {partial_day(current)}." in said
        else:
            assert f"Current to: {squash(current)}." in said
        assert squash(text.get("note") or "") in said
        if extent := text.get("extent"):
            assert f"{squash(text['title'])}, {extent} (" in said
    assert place["official_code"]["url"] in {href(link) for link in page.all("#texts > p a")}
    acts = "".join(map(text_of, after(page.one("#acts"))))
    for act in proof["amended"]:
        assert squash(act["what"]) in acts
        assert squash(recount.named(act)) in acts
        assert not act["effective"] or f"In effect from {partial_day(act['effective'])}." in acts
    assert ("we found no act since 2023" in acts) == (not proof["amended"])
    doubts = page.texts("#doubts li")
    assert doubts == [*map(squash, proof["tell"]), *map(squash, place["cautions"])]


@every_place
def test_every_law_says_what_it_is(place: Facts, page: Page) -> None:
    for law in place["relief"]:
        block = block_of(page, law)
        links = {href(link) for link in block.css("a[href]")}
        lines = rows(block)
        assert text_of(block.css_first("h2")) == squash(law["title"])
        assert squash(law["citation"]) in text_of(block.css_first(".citation"))
        assert {law["url"], place["official_code"]["url"]} <= links
        for label, field in ACTS.items():
            act = law[field] or {"year": None, "act": None}
            for part in (act["year"], recount.named(act)):
                assert squash(str(part or "")) in text_of(lines[label]), f"{law['id']}: {label}"
            marked = is_marked(law, field) or f"{field}.act" in law["unconfirmed"]
            assert bool(lines[label].css(".nc")) == marked
        assert is_marked(law, "citation") == (f"Citation: {MARK}" in text_of(block))
        if law["effective"]:
            assert text_of(lines["In effect from"]) == day(law["effective"])


@every_place
def test_each_law_opens_with_its_questions(place: Facts, page: Page) -> None:
    """The list at the top of a law leads to each of its answers, which has a button to copy it."""
    for law in place["relief"]:
        block = block_of(page, law)
        links = block.css("nav.asks a")
        assert [text_of(link) for link in links] == list(answers(block))
        for link, row in zip(links, block.css(".row"), strict=True):
            assert href(link) == f"#{row.attributes['id']}"
            (button,) = row.css("button")
            assert {"hidden", "data-copy-answer"} <= set(button.attributes)
    cite = str(page.one("[data-cite]").attributes["data-cite"])
    assert cite.startswith(f"{place['name']}: the law, word by word, Record Relief (checked ")
    assert cite.endswith(f"/{place['code'].lower()}/law/")


@every_place
def test_a_place_without_a_law_has_the_page_too(place: Facts, page: Page) -> None:
    assert page.texts("h1") == [f"{place['name']}: the law, word by word"]
    assert bool(page.all(".row")) == bool(place["relief"])
    if not place["relief"]:
        assert not page.missing(place["coverage_note"])


@every_place
def test_other_ways_bills_and_history(place: Facts, page: Page) -> None:
    for other in place["other_relief"]:
        section = page.one("#other-ways")
        assert not page.missing(other["name"], other["citation"])
        assert other["url"] in {href(link) for link in section.css("a[href]")}
    section = page.one("#history")
    text = text_of(section)
    links = {href(link) for link in section.css("a[href]")}
    for bill in place["pending"]:
        for part in ("bill", "session", "title", "note", "status"):
            assert squash(bill.get(part) or "") in text
        assert bill["url"] in links
        assert not bill["as_of"] or f"As of {partial_day(bill['as_of'])}" in text
    nothing = f"No bill found as of {day(place['checked'])}"
    assert (nothing in text) == (not place["pending"])
    events = sorted(place["history"], key=lambda event: event["year"] or 0)
    lines = page.all("#history .timeline li")
    assert len(lines) == len(events)
    for line, event in zip(lines, events, strict=True):
        assert squash(event["what"]) in text_of(line)
        assert text_of(line.css_first(".year")) == str(event["year"] or "Year not shown")


def only_in_checks(place: Facts) -> set[str]:
    """Return the sources that only the pages for employers and landlords have to list."""
    fair = place.get("fair_chance") or {}
    here = ("employment", "housing", "survivors", "times")
    rest = {key: part for key, part in place.items() if key != "fair_chance"}
    told = {*cited(rest), *cited([fair.get(name) for name in here])}
    return {*cited(fair), *fair.get("also_read", ())} - told


@every_place
def test_every_source_is_listed_once(place: Facts, page: Page, raw: Facts) -> None:
    """Each source of the place and each one cited, with title, publisher, address and date."""
    known = sources_of(place, raw)
    national = {item["id"]: item for item in raw["organisations"]}
    ids = {source["id"] for source in place["sources"]} | set(cited(place))
    ids -= only_in_checks(place)
    ids |= {
        id_ for entry in place["help"] for id_ in cited(national.get(entry.get("organisation"), {}))
    }
    listed = {(href(item.css_first("a")), text_of(item)) for item in page.all("#sources li")}
    assert len(page.all("#sources li")) == len({known[id_]["id"] for id_ in ids})
    wrong = []
    for id_ in sorted(ids):
        source = known[id_]
        parts = [squash(source[name] or "") for name in ("title", "publisher")]
        parts.append(dated(squash(source["date"] or "")))
        if source["kind"]:
            parts.append(LABELS["source.kind"][source["kind"]])
        if not any(url == source["url"] and all(p in text for p in parts) for url, text in listed):
            wrong.append(id_)
    assert not wrong


@every_place
def test_every_number_leads_to_the_right_source(place: Facts, page: Page, raw: Facts) -> None:
    known = sources_of(place, raw)

    def urls(entry: Facts) -> set[str]:
        return {known[id_]["url"] for id_ in entry["sources"]}

    for law in place["relief"]:
        assert cited_urls(page, page, [block_of(page, law)]) == urls(law)
    headings = page.all("#other-ways h3")
    for heading, other in zip(headings, place["other_relief"], strict=True):
        assert cited_urls(page, page, list(after(heading))) == urls(other)
    events = sorted(place["history"], key=lambda event: event["year"] or 0)
    for line, event in zip(page.all("#history .timeline li"), events, strict=True):
        assert cited_urls(page, page, [line]) == urls(event)
    pending = cited_urls(page, page, list(after(page.one("#pending"))))
    assert pending == {url for bill in place["pending"] for url in urls(bill)}


@every_place
def test_the_guide_and_the_law_page_lead_to_each_other(
    place: Facts, page: Page, site: Site
) -> None:
    guide = site.guide(place["name"])
    assert guide.path in {urljoin(page.path, link) for link in page.hrefs}
    assert page.path in {urljoin(guide.path, link) for link in guide.hrefs}
