"""Every fact of a place stands on its guide, with its source and its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from record_relief.derive.labels import LABELS
from record_relief.source.values import CODES
from selectolax.lexbor import LexborNode

from tests import recount
from tests.built_site import Page, Site, after, href, squash, text_of

Facts = dict[str, Any]
Places = dict[str, Facts]

MARK = "not confirmed"
# The line of a law in which each of its coded fields stands.
CODED = {
    "Who it helps": ("trafficking", "age"),
    "What the court can do": ("remedies",),
    "Which records": ("records",),
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
ACTS = {"Made law": "enacted", "Last changed": "last_amended"}
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

every_place = pytest.mark.parametrize("code", CODES)


@pytest.fixture
def place(code: str, places: Places) -> Facts:
    return places[code]


@pytest.fixture
def guide(place: Facts, site: Site) -> Page:
    return site.guide(place["name"])


def partial_day(value: str) -> str:
    """Return a year, month or day as the pages write it."""
    year, _, rest = value.partition("-")
    if not rest:
        return year
    if "-" in rest:
        return day(date.fromisoformat(value))
    return f"{date.fromisoformat(f'{value}-01'):%B} {year}"


def day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


def law_block(guide: Page, law: Facts) -> LexborNode:
    return guide.one(f'details[id="law-{law["id"]}"]')


def rows(block: LexborNode) -> dict[str, LexborNode]:
    """Return the lines of a law by their label."""
    return {text_of(row.css_first("dt")): row.css_first("dd") for row in block.css("dl > div")}


def rule_block(guide: Page, title: str) -> list[LexborNode]:
    headings = [node for node in guide.all("#background-checks h3") if text_of(node) == title]
    assert len(headings) == 1, f"{guide}: {len(headings)} headings {title!r}"
    return list(after(headings[0]))


def said(nodes: list[LexborNode]) -> str:
    return squash(" ".join(node.text() for node in nodes))


def is_marked(law: Facts, field: str) -> bool:
    return not {field, field.split(".")[0]}.isdisjoint(law["unconfirmed"])


def sources_of(place: Facts, raw: Facts) -> dict[str, Facts]:
    """Return every source by id as a place sees them: its own before the shared ones.

    A text of its evidence is a source, too; one with the address of a source of its own is that.
    """
    own = {source["url"]: source for source in place["sources"]}
    texts = recount.evidence(place["code"])["texts"]
    found = {text["id"]: own.get(text["url"], text) for text in texts}
    return {source["id"]: source for source in (*raw["sources"], *place["sources"])} | found


def cited(value: object) -> Iterator[str]:
    """Yield every source id that any part of an entry names."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key in ("sources", "also_read"):
                yield from (part if all(isinstance(item, str) for item in part) else ())
            else:
                yield from cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from cited(part)


def cited_urls(guide: Page, nodes: list[LexborNode]) -> set[str]:
    """Return the addresses of the sources to which the numbers inside some nodes lead."""
    numbers = [href(link) for node in nodes for link in node.css(".cites a")]
    return {href(guide.one(f"li{number} a")) for number in numbers}


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


@every_place
def test_the_answer_box_is_the_main_law(place: Facts, guide: Page) -> None:
    """The box says what the main law says, with its marks, and promises nothing about saying no."""
    box = rows(guide.one("section.answer"))
    law = recount.main_law(place)
    assert bool(law) == ("Cost" in box)
    if not law:
        return
    told = {"Cost": ["fee.rule"], "Offenses": ["offenses.scope"]}
    told["When"] = ["timing.wait", "timing.deadline"]
    for label, fields in told.items():
        text = "; ".join(
            LABELS[field][recount.read(law, field)] + (f" {MARK}" if is_marked(law, field) else "")
            for field in fields
        )
        assert text_of(box[label]) == text
    assert text_of(box["First step"]) == squash(law["steps"][0])
    assert text_of(box["If you are asked later"]) == (
        "Whether you may say no depends on who asks; read this first"
    )
    more = "More laws are below" if len(place["relief"]) > 2 else "One more law is below"
    assert (more in text_of(guide.one("section.answer"))) == (len(place["relief"]) > 1)


@every_place
def test_every_law_says_what_it_is(place: Facts, guide: Page) -> None:
    for law in place["relief"]:
        block = law_block(guide, law)
        text = text_of(block)
        links = {href(link) for link in block.css("a[href]")}
        lines = rows(block)
        assert text_of(block.css_first("h3")) == squash(law["title"])
        assert squash(law["citation"]) in text_of(block.css_first(".citation"))
        assert {law["url"], place["official_code"]["url"]} <= links
        assert squash(law["quote"] or "") in text
        for label, field in ACTS.items():
            act = law[field] or {}
            for part in (act.get("year"), act.get("act")):
                assert squash(str(part or "")) in text_of(lines[label]), f"{law['id']}: {label}"
        if law["effective"]:
            assert text_of(lines["In effect from"]) == day(law["effective"])


@every_place
def test_every_coded_value_stands_in_plain_words(place: Facts, guide: Page) -> None:
    wrong = []
    for law in place["relief"]:
        lines = rows(law_block(guide, law))
        for label, fields in CODED.items():
            for field in fields:
                found = recount.read(law, field)
                for value in [found] if isinstance(found, str) else found:
                    words = LABELS[field][value]
                    if words not in text_of(lines[label]):
                        wrong.append(f"{law['id']}: {label}: {words}")
    assert not wrong


@every_place
def test_every_explanation_stands_in_its_line(place: Facts, guide: Page) -> None:
    wrong = []
    for law in place["relief"]:
        lines = rows(law_block(guide, law))
        for label, field in TEXTS.items():
            text = squash(recount.read(law, field))
            if text and (label not in lines or text not in text_of(lines[label])):
                wrong.append(f"{law['id']}: {field}")
        left_out = (
            [text_of(item) for item in lines["Left out"].css("li")] if "Left out" in lines else []
        )
        if left_out != [squash(text) for text in law["offenses"]["excluded"]]:
            wrong.append(f"{law['id']}: offenses.excluded")
    assert not wrong


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
def test_the_marks_of_each_law_stand_at_their_points(place: Facts, guide: Page) -> None:
    """In each line of a law there is a mark if, and only if, the data has one for it."""
    wrong = []
    for law in place["relief"]:
        block = law_block(guide, law)
        lines = rows(block)
        expected: dict[str, set[str]] = {}
        for label, fields in (
            *CODED.items(),
            *((k, (v,)) for k, v in (*TEXTS.items(), *ACTS.items())),
        ):
            expected.setdefault(label, set()).update(
                field for field in fields if is_marked(law, field)
            )
        expected["Left out"] = {f for f in ("offenses.excluded",) if is_marked(law, f)}
        if "last_amended.act" in law["unconfirmed"]:
            expected["Last changed"].add("last_amended.act")
        for label, fields in expected.items():
            has_mark = label in lines and bool(lines[label].css(".nc"))
            if bool(fields) != has_mark:
                wrong.append(f"{law['id']}: {label}: {sorted(fields) or 'a mark too many'}")
        for label, coded in CODED.items():
            for field in coded:
                found = recount.read(law, field)
                for value in [found] if isinstance(found, str) else found:
                    marked = f"{LABELS[field][value]} {MARK}" in text_of(lines[label])
                    if marked != is_marked(law, field):
                        wrong.append(f"{law['id']}: {label}: {field}")
        if is_marked(law, "citation") != (f"Citation: {MARK}" in text_of(block)):
            wrong.append(f"{law['id']}: citation")
    assert not wrong


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
        links = {href(link) for node in block for link in node.css("a[href]")}
        years = rule.get("years")
        words = [
            LABELS[coded][rule["rule"]]
            if coded
            else f"{years} years"
            if years
            else "No state limit found",
            rule["text"],
            rule["citation"],
            rule.get("threshold"),
            *rule.get("local", ()),
        ]
        wrong += [f"{title}: {part}" for part in words if part and squash(part) not in text]
        if rule.get("url") and rule["url"] not in links:
            wrong.append(f"{title}: {rule['url']}")
    assert not wrong
    assert not guide.missing(*rules["employment"]["local"])


@every_place
def test_the_marks_of_background_checks(place: Facts, guide: Page) -> None:
    """What no source shows about a rule is marked where the rule stands."""
    wrong = []
    for mark in (place.get("fair_chance") or {"unconfirmed": []})["unconfirmed"]:
        field, about = mark["field"], mark["about"]
        if field == "employment.local":
            said_so = f"City and county rules for work: {MARK}" in guide.text
        else:
            found = [(title, path) for title, (path, _) in RULES.items() if field.startswith(path)]
            ((title, path),) = found
            text = said(rule_block(guide, title))
            part = field.removeprefix(path).strip(".")
            if about or part in ("citation", "threshold", "local"):
                said_so = (about or part) in text.partition("Also not confirmed:")[2]
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
    section = guide.one("#other-ways")
    text = text_of(section)
    links = {href(link) for link in section.css("a[href]")}
    assert all(squash(way["name"]) in text for way in place["ways"])
    for other in place["other_relief"]:
        for part in (other["name"], other["citation"], other["text"]):
            assert squash(part or "") in text
        assert other["url"] in links
    for bill in place["pending"]:
        for part in (bill["bill"], bill["session"], bill["title"], bill["status"]):
            assert squash(part) in text
        assert bill["url"] in links
        assert not bill["as_of"] or f"As of {partial_day(bill['as_of'])}" in text
    nothing = f"No bill found as of {day(place['checked'])}"
    assert (nothing in text) == (not place["pending"])
    assert bool(guide.all('.notice a[href="#pending"]')) == bool(place["pending"])


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
    lines = guide.all("#history .timeline li")
    assert len(lines) == len(events)
    for line, event in zip(lines, events, strict=True):
        assert squash(event["what"]) in text_of(line)
        assert text_of(line.css_first(".year")) == str(event["year"] or "Year not shown")


@every_place
def test_every_source_is_listed_once(place: Facts, guide: Page, raw: Facts) -> None:
    """Each source of the place and each one cited, with title, publisher, address and date."""
    known = sources_of(place, raw)
    national = {item["id"]: item for item in raw["organisations"]}
    ids = {source["id"] for source in place["sources"]} | set(cited(place))
    ids |= {
        id_ for entry in place["help"] for id_ in cited(national.get(entry.get("organisation"), {}))
    }
    shown = {(href(item.css_first("a")), text_of(item)) for item in guide.all("#sources li")}
    ids = {known[id_]["id"] for id_ in ids}
    assert len(guide.all("#sources li")) == len(ids)
    wrong = []
    for id_ in sorted(ids):
        source = known[id_]
        when = "date" if "date" in source else "current_to"
        parts = [squash(source.get(name) or "") for name in ("title", "publisher", when)]
        if "publisher" in source:  # a text has other kinds
            parts.append(LABELS["source.kind"][source["kind"]])
        if not any(url == source["url"] and all(p in text for p in parts) for url, text in shown):
            wrong.append(id_)
    assert not wrong
    assert place["official_code"]["url"] in guide.hrefs


@every_place
def test_every_number_leads_to_the_right_source(place: Facts, guide: Page, raw: Facts) -> None:
    known = sources_of(place, raw)

    def urls(entry: Facts) -> set[str]:
        return {known[id_]["url"] for id_ in entry["sources"]}

    for law in place["relief"]:
        assert cited_urls(guide, [law_block(guide, law)]) == urls(law)
    headings = guide.all("#other-ways h3")[:-1]
    for heading, other in zip(headings, place["other_relief"], strict=True):
        assert cited_urls(guide, list(after(heading))) == urls(other)
    events = sorted(place["history"], key=lambda event: event["year"] or 0)
    for line, event in zip(guide.all("#history .timeline li"), events, strict=True):
        assert cited_urls(guide, [line]) == urls(event)
    if place.get("fair_chance"):
        for title, (path, _) in RULES.items():
            rule = recount.read(place["fair_chance"], path)
            assert cited_urls(guide, rule_block(guide, title)) == urls(rule)
    pending = cited_urls(guide, list(after(guide.one("#pending"))))
    assert pending == {url for bill in place["pending"] for url in urls(bill)}
    own = place["own_record"]
    assert not own["agency"] or cited_urls(guide, [guide.one("#own-record")]) == urls(own)


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
