"""Every fact of a place stands on its guide, with its source and its mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

import pytest
from record_relief.derive.labels import LABELS
from selectolax.lexbor import LexborNode

from tests import plain_data, recount
from tests.built_site import Page, Site, after, href, slug, squash, text_of
from tests.site.read_place import (
    MARK,
    cited_urls,
    day,
    every_place,
    is_marked,
    law_page,
    rows,
    sources_of,
)

Facts = dict[str, Any]
Places = dict[str, Facts]

# The lines of a law that its guide shows.
SHORT = {
    "Which records": ("records",),
    "Which offenses": ("offenses.scope",),
    "When you may ask": ("timing.wait", "timing.mind", "timing.deadline"),
    "Cost": ("fee.rule",),
    "What it does for you": ("remedies",),
}
# The heading under which each rule for background checks stands.
RULES = {
    "May an employer ask about a cleared record? May you say no?": (
        "employment.cleared_records",
        "cleared.rule",
    ),
    "May a private employer ask?": ("employment.private", "hiring.rule"),
    "May a public employer ask?": ("employment.public", "hiring.rule"),
    "How far back may a report go?": ("employment.lookback", ""),
    "May a landlord ask?": ("housing", "housing.rule"),
}


@pytest.fixture
def place(code: str, places: Places) -> Facts:
    return places[code]


@pytest.fixture
def guide(place: Facts, site: Site) -> Page:
    return site.guide(place["name"])


def law_block(guide: Page, law: Facts) -> LexborNode:
    return guide.one(f'details[id="law-{law["id"]}"]')


def rule_block(guide: Page, title: str) -> list[LexborNode]:
    headings = [node for node in guide.all("#background-checks h3") if text_of(node) == title]
    assert len(headings) == 1, f"{guide}: {len(headings)} headings {title!r}"
    (heading,) = headings
    # What is folded away stands under its summary.
    parent = heading.parent
    return list(after(parent if parent is not None and parent.tag == "summary" else heading))


def said(nodes: list[LexborNode]) -> str:
    return squash(" ".join(node.text() for node in nodes))


def labels(law: Facts, field: str) -> list[str]:
    """Return the values of a coded field in words, in the order of the field."""
    if field == "timing.mind":  # which is in words already
        return [squash(mind)] if (mind := law["timing"].get("mind")) else []
    found = recount.read(law, field)
    chosen = {found} if isinstance(found, str) else set(found)
    return [words for value, words in LABELS[field].items() if value in chosen]


@every_place
def test_a_place_says_its_answer(place: Facts, guide: Page) -> None:
    """Name, answer, summary, day of the check, and that it is no advice, before anything else."""
    assert guide.texts("h1") == [place["name"]]
    answer = text_of(guide.one("section.answer"))
    assert LABELS["coverage"][place["coverage"]] in answer
    assert squash(place["summary"]) in answer
    assert place["coverage"] == recount.coverage(place["relief"])
    assert not guide.missing(
        place["coverage_note"], f"Checked {day(place['checked'])}", "information, not legal advice"
    )


def said_in_short(law: Facts, fields: Iterable[str]) -> str:
    """Return what a few fields of a law say, each value with its mark."""
    return "; ".join(
        words + (f" {MARK}" if is_marked(law, field) else "")
        for field in fields
        for words in labels(law, field)
    )


@every_place
def test_the_answer_box_is_the_main_law(place: Facts, guide: Page) -> None:
    """The box says what the main law says, with its marks, and promises nothing about saying no."""
    box = rows(guide.one("section.answer"))
    law = recount.main_law(place)
    assert bool(law) == ("Cost" in box)
    if not law:
        return
    told = {"Cost": ["fee.rule"], "Offenses": ["offenses.scope"]}
    told["When"] = ["timing.wait", "timing.mind", "timing.deadline"]
    for label, fields in told.items():
        assert text_of(box[label]) == said_in_short(law, fields)
    assert text_of(box["First step"]) == squash(law["steps"][0])
    assert text_of(box["If you are asked later"]) == (
        "Before you say no, read what this guide says of background checks"
    )
    more = "More laws are below" if len(place["relief"]) > 2 else "One more law is below"
    assert (more in text_of(guide.one("section.answer"))) == (len(place["relief"]) > 1)


@every_place
def test_every_law_stands_in_a_few_lines(place: Facts, guide: Page) -> None:
    """Title, citation, the values with their marks, what it does, and the way to its words."""
    shown = guide.all("details.law")
    assert [node.attributes["id"] for node in shown] == [f"law-{x['id']}" for x in place["relief"]]
    wrong = []
    for law in place["relief"]:
        block = law_block(guide, law)
        lines = rows(block)
        assert text_of(block.css_first("h3")) == squash(law["title"])
        note = law.get("citation_note")
        cited = f"{law['citation']} ({note})" if note else law["citation"]
        citation = squash(cited) + (f" {MARK}" if is_marked(law, "citation") else "")
        assert text_of(block.css_first(".citation")) == citation
        for label, fields in SHORT.items():
            text = said_in_short(law, fields)
            if not text_of(lines[label]).startswith(text):
                wrong.append(f"{law['id']}: {label}: {text}")
        effect = squash(law["effect"]) + (f" {MARK}" if is_marked(law, "effect") else "")
        if law["effect"] and not text_of(lines["What it does for you"]).endswith(effect):
            wrong.append(f"{law['id']}: effect")
        if labels(law, "age")[0] not in text_of(lines["Who it helps"]):
            wrong.append(f"{law['id']}: age")
        targets = [urljoin(guide.path, href(link)) for link in block.css(".more a")]
        assert targets == [f"{guide.path}law/#law-{law['id']}"]
    assert not wrong


@every_place
def test_of_several_laws_the_main_one_is_open(place: Facts, guide: Page) -> None:
    law = recount.main_law(place)
    opened = [node for node in guide.all("details.law") if "open" in node.attributes]
    assert [node.attributes["id"] for node in opened] == ([f"law-{law['id']}"] if law else [])
    folded = guide.all("#steps > details")
    assert len(folded) == (len(place["relief"]) if len(place["relief"]) > 1 else 0)
    assert [text_of(x.css_first("h3")) for x in folded if "open" in x.attributes] == (
        [squash(law["title"])] if law and folded else []
    )


@every_place
def test_every_step_and_form_is_given(place: Facts, guide: Page) -> None:
    expected = [[squash(step) for step in law["steps"]] for law in place["relief"]]
    shown = [[text_of(step) for step in steps.css("li")] for steps in guide.all("#steps .steps")]
    assert shown == expected
    forms = [
        (form["url"], squash(form["title"])) for law in place["relief"] for form in law["forms"]
    ]
    assert [(href(link), text_of(link)) for link in guide.all("#steps ul li a.out")] == forms


@every_place
def test_the_marks_of_steps_and_forms(place: Facts, guide: Page) -> None:
    laws = place["relief"]
    steps = sum("steps" in law["unconfirmed"] for law in laws)
    forms = sum(max(1, len(law["forms"])) for law in laws if "forms" in law["unconfirmed"])
    assert len(guide.all("#steps .nc")) == steps + forms


@every_place
def test_every_rule_for_background_checks(place: Facts, guide: Page) -> None:
    rules = place.get("fair_chance")
    if not rules:
        assert guide.missing(*RULES) == list(RULES)
        return
    wrong = []
    for title, (path, coded) in RULES.items():
        rule = recount.read(rules, path)
        block = rule_block(guide, title)
        text = said(block)
        years = rule.get("years")
        words = [
            LABELS[coded][rule["rule"]]
            if coded
            else f"{years} years"
            if years
            else "No state limit found",
            rule["text"],
            rule.get("threshold_text"),
        ]
        wrong += [f"{title}: {part}" for part in words if part and squash(part) not in text]
    assert not wrong
    folders = {True: "landlords", False: "employers"}
    for law in rules["local"]:
        folder = folders["landlords" in law["binds"]]
        assert f"../../{folder}/{slug(place['name'])}/#{law['id']}" in guide.hrefs, law["id"]
    assert not guide.missing(*(law["name"] for law in rules["local"]))


@every_place
def test_what_the_law_says_of_survivors_records_comes_first(place: Facts, guide: Page) -> None:
    rule = (place.get("fair_chance") or {}).get("survivors")
    title = "A record cleared under the law for survivors"
    assert (title in guide.texts("#background-checks h3")) == bool(rule)
    assert ("we did not check that they cover a record" in guide.text) == (
        bool(place.get("fair_chance")) and not rule
    )
    if rule:
        assert guide.texts("#background-checks h3")[0] == title
        proof = plain_data.evidence(place["code"])["fair"]["proof"]["survivors.text"]
        # The other words stand on the pages for employers and landlords.
        words = [item["words"] for item in proof if "words" in item][:1]
        text = said(rule_block(guide, title))
        assert [part for part in (rule["text"], *words) if squash(part) not in text] == []


@every_place
def test_the_marks_of_background_checks(place: Facts, guide: Page) -> None:
    """What no source shows about a rule is marked where the rule stands."""
    wrong = []
    for mark in (place.get("fair_chance") or {"unconfirmed": []})["unconfirmed"]:
        field, about = mark["field"], mark["about"]
        if not field.startswith(("employment", "housing")):
            continue  # told on the pages of rules
        found = [(title, path) for title, (path, _) in RULES.items() if field.startswith(path)]
        ((title, path),) = found
        text = said(rule_block(guide, title))
        part = field.removeprefix(path).strip(".")
        names = {"citation": "the citation", "threshold": "who is covered"}
        if about or part in names:
            said_so = squash(about or names[part]) in text.partition("Also not confirmed:")[2]
        else:
            said_so = MARK in text
        if not said_so:
            wrong.append(f"{field}: {about}")
    assert not wrong


@every_place
def test_the_list_of_excluded_people(place: Facts, guide: Page) -> None:
    listed = place.get("medicaid_list")
    title = "Work in health care: the state's own exclusion list"
    if not listed:
        assert guide.missing(title) == [title]
        return
    block = rule_block(guide, title)
    text = said(block)
    links = {href(link) for node in block for link in node.css("a[href]")}
    for reading in filter(None, (listed, listed.get("other_reading"))):
        assert LABELS["exists"][reading["exists"]] in text
        assert squash(reading["text"]) in text
        assert squash(reading["agency"] or "") in text
        assert reading["url"] is None or reading["url"] in links
    assert (f"{LABELS['exists'][listed['exists']]}. {MARK}" in text) != listed["confirmed"]


@every_place
def test_other_ways_and_bills(place: Facts, guide: Page) -> None:
    text = text_of(guide.one("#other-ways"))
    for other in place["other_relief"]:
        assert squash(other["name"]) in text
        assert squash(other["text"]) in text
    pending = guide.one("#pending")
    if place["pending"]:
        assert href(pending.css_first("a")) == "law/#pending"
    else:
        assert text_of(pending) == f"No bill found as of {day(place['checked'])}."


@every_place
def test_own_record_help_and_history(place: Facts, guide: Page, raw: Facts) -> None:
    own = place["own_record"]
    section = guide.one("#own-record")
    for part in (own["agency"], own["how"], own["fee"]) if own["agency"] else ():
        assert squash(part or "") in text_of(section)
    assert not own["url"] or own["url"] in {href(link) for link in section.css("a[href]")}
    national = {item["id"]: item for item in raw["organisations"]}
    helpers = guide.all("#help .helper")
    assert len(helpers) == len(place["help"]) > 0
    for shown, entry in zip(helpers, place["help"], strict=True):
        helper = national.get(entry.get("organisation"), entry)
        links = {href(link) for link in shown.css("a[href]")}
        for name in ("name", "phone", "text_line", "email", "text"):
            assert squash(helper.get(name) or "") in text_of(shown)
        assert not helper.get("url") or helper["url"] in links
    events = sorted(place["history"], key=lambda event: event["year"] or 0)
    newest = text_of(guide.one("#history"))
    if events:
        assert f"{events[-1]['year'] or 'Year not shown'}: {squash(events[-1]['what'])}" in newest
    else:
        assert "We found no step in its history." in newest


@every_place
def test_every_point_to_check_is_in_the_guide(place: Facts, guide: Page) -> None:
    """The first above the steps, the others below them: paper has them all."""
    if not place["cautions"]:
        assert not guide.all("#check-first")
        return
    section = guide.one("#check-first")
    first, *others = map(squash, place["cautions"])
    assert text_of(section.css_first("p")) == first
    assert [href(link) for link in section.css(".more a")] == ["#more-points"] * bool(others)
    assert [text_of(item) for item in guide.all("#more-points li")] == others


@every_place
def test_what_a_law_leaves_out_is_a_link_away(place: Facts, guide: Page, site: Site) -> None:
    """From the line on offenses to the list; on paper its address stands in words."""
    for law in place["relief"]:
        block = law_block(guide, law)
        # What a list leaves out is all else: the link is to the list, which stands above it.
        listed_only = law["offenses"]["scope"] == "listed" and bool(law["offenses"]["covered"])
        part = "offenses" if listed_only else "excluded"
        found = [href(link) for link in block.css(f"a[href$='-{part}']")]
        said = f"/{place['code'].lower()}/law" in " ".join(map(text_of, block.css(".paper")))
        assert said is (listed_only or bool(law["offenses"]["excluded"])), law["id"]
        if not said:
            assert not found
            continue
        assert found == [f"law/#law-{law['id']}-{part}"]
        if not law["offenses"]["excluded"]:
            continue
        listed = site[f"{guide.path}law/"].one(f'[id="law-{law["id"]}-excluded"]')
        text = " ".join((text_of(listed), text_of(listed.parent)))
        assert [item for item in law["offenses"]["excluded"] if squash(item)[:40] not in text] == []


@every_place
def test_every_number_leads_to_the_right_source(
    place: Facts, guide: Page, site: Site, raw: Facts
) -> None:
    """The numbers of a guide lead to the list on its law page."""
    known = sources_of(place, raw)
    listed = law_page(site, place)

    def urls(entry: Facts) -> set[str]:
        return {known[id_]["url"] for id_ in entry["sources"]}

    own = place["own_record"]
    shown = cited_urls(guide, listed, [guide.one("#own-record")])
    assert not own["agency"] or shown == urls(own)
    events = sorted(place["history"], key=lambda event: event["year"] or 0)
    assert cited_urls(guide, listed, [guide.one("#history")]) == (
        urls(events[-1]) if events else set()
    )
    medicaid = place.get("medicaid_list")
    if medicaid:
        title = "Work in health care: the state's own exclusion list"
        readings = filter(None, (medicaid, medicaid.get("other_reading")))
        wanted = set().union(*map(urls, readings))
        assert cited_urls(guide, listed, rule_block(guide, title)) == wanted


@every_place
def test_old_addresses_inside_a_guide_still_lead_on(place: Facts, guide: Page, site: Site) -> None:
    """What once stood on the guide has its id there, where the way to its new place is."""
    listed = law_page(site, place)
    sources = [str(node.attributes["id"]) for node in listed.all("#sources li")]
    laws = [f"law-{law['id']}" for law in place["relief"]]
    parts = ["law", "background-checks", "other-ways", "pending", "own-record", "help", "history"]
    once = [*parts, *laws, *sources, "sources", "share", *(["steps"] if laws else [])]
    assert not set(once) - set(guide.ids)
    for moved in [*laws, *sources, "sources", "history"]:
        node = guide.one(f'[id="{moved}"]')
        around = [node, node.parent]
        links = [href(link) for part in around if part is not None for link in part.css("a[href]")]
        assert any(link.startswith("law/") for link in links), moved
    assert {*laws, *sources, "sources", "history", "pending"} <= set(listed.ids)


def test_notes_for_editors_never_show(raw: Facts, places: Places, site: Site) -> None:
    """No sentence that stands only in the notes is on any page."""

    def told(value: object) -> Iterator[str]:
        if isinstance(value, Mapping):
            for key, part in value.items():
                if key != "notes":
                    yield from told(part)
        elif isinstance(value, list):
            for part in value:
                yield from told(part)
        elif isinstance(value, str):
            yield squash(value)

    def sentences(notes: str) -> set[str]:
        return {s for s in map(squash, re.split(r"(?<=[.;:])\s", notes)) if len(s) > 40}

    public = "\n".join(told(raw))
    entries = [*places.values(), *raw["topics"]]
    entries += [place["fair_chance"] for place in places.values() if place.get("fair_chance")]
    hidden = {s for entry in entries for s in sentences(entry["notes"]) if s not in public}
    assert hidden, "no notes to look for"
    shown = [f"{page}: {note}" for page in site for note in hidden if note in page.text]
    assert not shown
