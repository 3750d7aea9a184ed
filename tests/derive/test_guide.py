"""A guide says everything its place's data says, with its sources and its doubts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from record_relief.derive.guide import Guide, Helper, LawView, national
from record_relief.derive.labels import LABELS, label
from record_relief.derive.lawrows import is_unconfirmed
from record_relief.derive.rules import Rules
from record_relief.derive.site import Facts
from record_relief.source.evidence import Data
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction
from record_relief.source.values import CODES

from tests.builders import altered

# Every coded value of a law; the part's name is the line of the law in which it stands.
CODED = (
    "remedies", "records", "trafficking", "age", "offenses.scope", "nexus.standard",
    "proof.standard", "documentation.rule", "decision.rule", "timing.wait", "timing.deadline",
    "timing.sentence_complete", "fee.rule", "hearing.rule", "confidentiality.rule",
    "consolidation.rule",
)  # fmt: skip
TEXTS = (
    "offenses.covered", "nexus.text", "proof.text", "documentation.text", "decision.text",
    "timing.text", "fee.text", "hearing.text", "prosecutor.text", "confidentiality.text",
    "consolidation.text", "where", "effect",
)  # fmt: skip


def read(part: dict[str, Any], path: str) -> Any:
    for step in path.split("."):
        part = part[step]
    return part


def marked(law: dict[str, Any], path: str) -> bool:
    return path in law["unconfirmed"] or path.split(".")[0] in law["unconfirmed"]


def laws(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, LawView, dict[str, Any]]]:
    """Yield every law: its name for messages, its view, its plain values."""
    for code in CODES:
        guide, place = facts.guides[code], raw_places[code]
        for view, law in zip(guide.laws, place["relief"], strict=True):
            yield f"{code} {law['id']}", view, law


def test_every_place_has_a_guide(facts: Facts) -> None:
    assert set(facts.guides) == set(CODES)


def test_every_coded_value_of_every_law_is_shown_with_its_doubt(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for name, view, law in laws(facts, raw_places):
        shown = [(value.label, value.unconfirmed) for row in view.rows for value in row.values]
        for path in CODED:
            values = read(law, path)
            for value in [values] if isinstance(values, str) else values:
                assert (label(path, value), marked(law, path)) in shown, f"{name}: {path}"


def test_every_text_of_every_law_is_shown_with_its_doubt(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for name, view, law in laws(facts, raw_places):
        shown = [(row.text, row.text_unconfirmed) for row in view.rows]
        for path in TEXTS:
            text = read(law, path)
            assert not text or (text, marked(law, path)) in shown, f"{name}: {path}"


def test_every_offense_left_out_is_shown(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for name, view, law in laws(facts, raw_places):
        shown = [row.items for row in view.rows if row.items]
        excluded = law["offenses"]["excluded"]
        assert shown == ([tuple(excluded)] if excluded else []), name


def test_every_mark_of_every_law_is_carried_to_the_view(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for name, view, law in laws(facts, raw_places):
        for mark in law["unconfirmed"]:
            assert view.unconfirmed(mark), f"{name}: {mark}"


def test_no_doubt_is_made_up(facts: Facts, raw_places: dict[str, dict[str, Any]]) -> None:
    for name, view, law in laws(facts, raw_places):
        if not law["unconfirmed"]:
            assert not any(value.unconfirmed for row in view.rows for value in row.values), name
            assert not any(row.text_unconfirmed for row in view.rows), name


def test_every_law_keeps_its_citation_address_and_sources(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for name, view, law in laws(facts, raw_places):
        assert (view.law.citation, view.law.url) == (law["citation"], law["url"]), name
        assert len(view.sources) == len(set(law["sources"])), name


def test_sources_are_numbered_from_one_without_a_gap(facts: Facts) -> None:
    for guide in facts.guides.values():
        numbers = [entry.number for entry in guide.sources]
        assert numbers == list(range(1, len(numbers) + 1)), guide.name


def checks_of(facts: Facts, code: str) -> list[Rules]:
    """Return the pages of a place's rules for employers and landlords."""
    return [page for pages in facts.rules.values() for page in pages if page.place.code == code]


def test_every_source_of_a_place_is_listed_once(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    for code, place in raw_places.items():
        listed = [entry.source.id for entry in facts.guides[code].sources]
        assert len(set(listed)) == len(listed), code
        checks = {entry.source.id for page in checks_of(facts, code) for entry in page.sources}
        assert {source["id"] for source in place["sources"]} <= {*listed, *checks}, code


def test_every_citation_in_a_place_has_its_number(
    facts: Facts, raw_places: dict[str, dict[str, Any]]
) -> None:
    def cited(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, child in value.items():
                if key in ("sources", "also_read"):
                    yield from (item for item in child if isinstance(item, str))
                yield from cited(child)
        elif isinstance(value, list):
            for child in value:
                yield from cited(child)

    for code, place in raw_places.items():
        pages = [facts.guides[code], *checks_of(facts, code)]
        assert set(cited(place)) <= {name for page in pages for name in page.numbers}, code


def test_a_number_leads_to_the_source_of_that_place(facts: Facts) -> None:
    # Many places have a source "S1" of their own.
    for code, guide in facts.guides.items():
        own = {source.id: source for source in guide.place.sources}
        for entry in guide.sources:
            texts = {text.id: text.url for text in facts.data.evidence[code].texts}
            if entry.source.id in texts:
                assert entry.source.url == texts[entry.source.id], code
                continue
            expected = own.get(entry.source.id) or facts.source[entry.source.id]
            assert entry.source == expected, code


def test_all_help_is_listed(facts: Facts, raw_places: dict[str, dict[str, Any]]) -> None:
    organisations = {item["id"]: item for item in facts.data.model_dump()["organisations"]}
    for code, place in raw_places.items():
        expected = [organisations.get(entry.get("organisation"), entry) for entry in place["help"]]
        helpers = facts.guides[code].helpers
        assert [(h.name, h.url, h.phone, h.text) for h in helpers] == [
            (entry["name"], entry.get("url"), entry.get("phone"), entry["text"])
            for entry in expected
        ], code
        assert all(helper.sources for helper in helpers), code


def test_every_place_has_an_answer_box(facts: Facts) -> None:
    for guide in facts.guides.values():
        lines = [*guide.quick_facts, *guide.more_facts]
        assert all(line.label and line.values and line.anchor for line in lines), guide.name
        assert all(value.label for line in lines for value in line.values), guide.name
        assert guide.headline.endswith(".")
        assert guide.coverage_label == LABELS["coverage"][guide.place.coverage]


def guide_of(small: Data, place: Jurisdiction) -> Guide:
    """Return the guide of one made-up place."""
    # New York as it was is there too: it takes one law to have a first law.
    others = [
        altered(item, code="ZZ", name="Elsewhere") if item.code == place.code else item
        for item in small.jurisdictions
    ]
    changed = small.model_copy(update={"jurisdictions": [*others, place]})
    return Facts(changed).guides[place.code]


def test_the_answer_box(small: Data, place: Jurisdiction) -> None:
    guide = guide_of(small, place)
    lines = {line.label: line for line in (*guide.quick_facts, *guide.more_facts)}
    texts = {name: [value.label for value in line.values] for name, line in lines.items()}
    assert texts == {
        "Who": ["Sex and labor trafficking", "Any age"],
        "Cost": ["A fee that can be waived"],
        "First step": ["Get your record."],
        "Records": ["Convictions", "Arrests", "Cases that were put off and then dismissed"],
        "Offenses": ["Any offense"],
        "When": ["No waiting time", "File without unreasonable delay"],
        "Where": ["The court of the case"],
        "If you are asked later": [
            "Before you say no, read what this guide says of background checks"
        ],
    }
    assert [value.unconfirmed for value in lines["When"].values] == [False, True]
    assert lines["Cost"].anchor == "law-vacatur"
    assert guide.further_laws == 0
    assert guide.headline == "Yes, for many records."
    assert guide.mark == ("solid", "B")


@pytest.mark.parametrize("marked", [False, True])
def test_what_bounds_the_time_to_ask_stands_with_it(
    small: Data, place: Jurisdiction, marked: bool
) -> None:
    """In the answer box and in the short rows of the law: a wait without its years says little."""
    law = place.relief[0]
    told = law.timing.model_copy(update={"mind": "1 year after the sentence"})
    changed = law.model_copy(
        update={"timing": told, "unconfirmed": ["timing.mind"] if marked else []}
    )
    guide = guide_of(small, altered(place, relief=[changed]))
    rows = [fact.values for fact in guide.more_facts if fact.label == "When"]
    rows += [row.values for row in guide.laws[0].short if row.label == "When you may ask"]
    assert len(rows) == 2
    for values in rows:
        [mind] = [value for value in values if value.label == "1 year after the sentence"]
        assert mind.unconfirmed == marked


def test_what_the_answer_box_leads_to(small: Data, place: Jurisdiction) -> None:
    guide = guide_of(small, place)
    assert {line.label: line.anchor for line in (*guide.quick_facts, *guide.more_facts)} == {
        **dict.fromkeys(("Who", "Cost", "Records", "Offenses", "When", "Where"), "law-vacatur"),
        "First step": "steps",
        "If you are asked later": "background-checks",
    }
    bare = guide_of(small, altered(place, coverage="none", relief=[]))
    assert [line.anchor for line in bare.quick_facts] == ["other-ways", "help"]


def test_the_answer_box_carries_its_doubts(small: Data, place: Jurisdiction, law: Law) -> None:
    doubtful = altered(law, unconfirmed=["where", "trafficking"])
    guide = guide_of(small, altered(place, relief=[doubtful.model_dump()]))
    lines = {line.label: line.values for line in (*guide.quick_facts, *guide.more_facts)}
    assert [value.unconfirmed for value in lines["Where"]] == [True]
    assert [value.unconfirmed for value in lines["Who"]] == [True, False]


def test_the_answer_box_is_silent_of_cases_put_off_that_a_law_leaves_out(
    small: Data, place: Jurisdiction, law: Law
) -> None:
    without = altered(law, deferred="no")
    guide = guide_of(small, altered(place, relief=[without.model_dump()]))
    (records,) = [line.values for line in guide.quick_facts if line.label == "Records"]
    assert [value.label for value in records] == ["Convictions", "Arrests"]


def test_one_kind_of_trafficking_is_named(small: Data, place: Jurisdiction, law: Law) -> None:
    guide = guide_of(small, altered(place, relief=[altered(law, trafficking=["sex"]).model_dump()]))
    assert [value.label for value in guide.quick_facts[0].values] == ["Sex trafficking", "Any age"]


def test_the_lines_of_a_law(small: Data, place: Jurisdiction, law: Law) -> None:
    full = altered(law, offenses__excluded=["Murder"], unconfirmed=["offenses.excluded", "effect"])
    (view,) = guide_of(small, altered(place, relief=[full.model_dump()])).laws
    told = {
        row.label: ([(v.label, v.unconfirmed) for v in row.values], row.text, row.items)
        for row in view.rows
    }

    def sure(*labels: str) -> list[tuple[str, bool]]:
        return [(text, False) for text in labels]

    lines = {
        "Who it helps": (sure("Sex trafficking", "Labor trafficking", "Any age"), "", ()),
        "What the court can do": (
            sure(*(label("remedies", value) for value in law.remedies)), "", ()
        ),
        "Which records": (
            sure("Convictions", "Arrests", "Cases that were put off and then dismissed"), "", ()
        ),
        "Which offenses": (sure("Any offense"), "Any crime you did for a trafficker.", ()),
        "Left out": ([("", True)], "", ("Murder",)),
        "How it must connect to trafficking": (
            sure("A result of trafficking"), "You did it as a result.", ()
        ),
        "How sure the judge must be": (
            sure("More likely than not (preponderance of the evidence)"),
            "It must be more likely than not.",
            (),
        ),
        "Official papers": (
            sure("Not required; official papers count strongly for you"), "Papers help you.", ()
        ),
        "Must the court say yes?": (
            sure("The court must grant it if you meet the test"), "The court must say yes.", ()
        ),
        "When you may ask": (
            sure(
                "No waiting time",
                "File without unreasonable delay",
                label("timing.sentence_complete", "no"),
            ),
            "You may ask at once.",
            (),
        ),
        "Cost": (sure("A fee that can be waived"), "You can ask not to pay.", ()),
        "Hearing": (sure(label("hearing.rule", "if_contested")), "", ()),
        "The prosecutor's part": ([], "The other side may speak.", ()),
        "Privacy of what you file": (
            sure("The filing is kept private"), "The court keeps it private.", ()
        ),
        "More than one case": (
            sure(label("consolidation.rule", "allowed")), "You can join your cases.", ()
        ),
        "Where to ask": ([], "The court of the case", ()),
        "What it does for you": ([], "The court cancels the case.", ()),
    }  # fmt: skip
    assert {name: told.get(name) for name in lines} == lines
    assert [row.label for row in view.rows if row.text_unconfirmed] == ["What it does for you"]


def test_the_answer_box_speaks_for_the_main_law(small: Data, place: Jurisdiction, law: Law) -> None:
    minors = altered(law, id="young", age="minor_only", fee__rule="none")
    changed = altered(place, relief=[minors.model_dump(), law.model_dump()])
    guide = guide_of(small, changed)
    cost = next(line for line in guide.quick_facts if line.label == "Cost")
    assert [value.label for value in cost.values] == ["A fee that can be waived"]
    assert guide.further_laws == 1
    assert [view.anchor for view in guide.laws] == ["law-young", "law-vacatur"]


def test_a_law_that_asks_for_no_proof(small: Data, place: Jurisdiction, law: Law) -> None:
    open_law = altered(law, nexus__standard="not_required")
    guide = guide_of(small, altered(place, coverage="open", relief=[open_law.model_dump()]))
    who = [value.label for value in guide.quick_facts[0].values]
    assert who == ["Anyone with these convictions; no proof of trafficking needed", "Any age"]


@pytest.mark.parametrize(
    ("others", "text"), [(True, "Some may fit; see below"), (False, "None found")]
)
def test_the_answer_box_without_a_law(
    small: Data, place: Jurisdiction, others: bool, text: str
) -> None:
    bare = altered(place, coverage="none", relief=[])
    guide = guide_of(small, bare if others else altered(bare, ways=[], other_relief=[]))
    assert [(line.label, line.values[0].label) for line in guide.quick_facts] == [
        ("Other ways", text),
        ("First step", "Call free legal help."),
    ]
    assert guide.more_facts == []
    assert guide.laws == []
    assert guide.further_laws == 0


def test_what_was_not_found_says_so(small: Data, place: Jurisdiction, law: Law) -> None:
    doubtful = altered(law, prosecutor__text="", unconfirmed=["prosecutor", "offenses.excluded"])
    guide = guide_of(small, altered(place, relief=[doubtful.model_dump()]))
    rows = {row.label: row for row in guide.laws[0].rows}
    for name in ("Left out", "The prosecutor's part"):
        (value,) = rows[name].values
        assert value.unconfirmed
        assert value.label == "Nothing found in what we read"


def test_a_part_that_says_nothing_is_left_out(small: Data, place: Jurisdiction, law: Law) -> None:
    silent = altered(law, prosecutor__text="")
    guide = guide_of(small, altered(place, relief=[silent.model_dump()]))
    assert "The prosecutor's part" not in {row.label for row in guide.laws[0].rows}


@pytest.mark.parametrize(
    ("marks", "field", "expected"),
    [
        (["timing"], "timing.wait", True),
        (["timing.wait"], "timing.wait", True),
        (["timing.wait"], "timing.deadline", False),
        (["timing.wait"], "timing", False),
        (["effect"], "effect", True),
        ([], "effect", False),
    ],
)
def test_is_unconfirmed(law: Law, marks: list[str], field: str, expected: bool) -> None:
    assert is_unconfirmed(altered(law, unconfirmed=marks), field) is expected


def test_steps_carry_their_doubt(small: Data, place: Jurisdiction, law: Law) -> None:
    doubtful = altered(law, id="second", unconfirmed=["steps"])
    changed = altered(place, relief=[law.model_dump(), doubtful.model_dump()])
    assert [(item.id, doubt) for item, doubt in guide_of(small, changed).steps] == [
        ("vacatur", False),
        ("second", True),
    ]


def test_doubts_about_background_checks(small: Data, place: Jurisdiction) -> None:
    marks = [
        ("employment.public", None),
        ("employment.private.citation", None),
        ("employment.private", "when to ask"),
        ("housing.text", "which homes"),
        ("housing.rule", None),
    ]
    unconfirmed = [{"field": field, "about": about} for field, about in marks]
    guide = guide_of(small, altered(place, fair_chance__unconfirmed=unconfirmed))
    assert guide.fair_unconfirmed("employment.public.rule")
    assert guide.fair_unconfirmed("employment.public")
    assert guide.fair_unconfirmed("housing.rule")
    assert not guide.fair_unconfirmed("employment.private.rule")
    assert not guide.fair_unconfirmed("employment.lookback.years")
    assert guide.fair_open_points("employment.private") == ["the citation", "when to ask"]
    assert guide.fair_open_points("housing") == ["which homes"]
    assert guide.fair_open_points("employment.public") == []


def test_a_place_without_rules_for_background_checks(small: Data, place: Jurisdiction) -> None:
    guide = guide_of(small, altered(place, fair_chance=None, also_read=[], medicaid_list=None))
    assert guide.fair is None
    assert guide.medicaid is None
    assert not guide.fair_unconfirmed("housing.rule")
    assert guide.fair_open_points("housing") == []
    assert not {"F1", "F5", "S5"} & set(guide.numbers)


def test_myths_are_answered_for_the_place(small: Data, place: Jurisdiction) -> None:
    ((myth, rows),) = [(item.myth, item.rows) for item in guide_of(small, place).myths]
    assert myth.id == "never-shows"
    assert [(comparison.topic.id, row.answer.key) for comparison, row in rows] == [
        ("cleared-records", "may_not_ask"),
        ("proof", "preponderance"),
    ]


def test_questions_a_place_has_no_answer_to_are_left_out_of_its_myths(
    small: Data, place: Jurisdiction
) -> None:
    bare = altered(place, fair_chance=None)
    ((_, row),) = guide_of(small, bare).myths[0].rows
    assert row.answer.key == "preponderance"
    assert guide_of(small, altered(bare, coverage="none", relief=[])).myths == []


def test_myths_of_others_stay_off_the_guide(small: Data, place: Jurisdiction) -> None:
    other = altered(small.myths[0], who=["employer"])
    assert guide_of(small.model_copy(update={"myths": [other]}), place).myths == []


def test_a_national_organisation_without_a_page_has_no_numbers(small: Data) -> None:
    organisation = altered(small.organisations[0], text_line="233733", email="help@hotline.example")
    assert national(organisation) == Helper(
        "The Hotline",
        "https://hotline.example/",
        "1-888-373-7888",
        "233733",
        "help@hotline.example",
        "Free and private.",
        (),
        is_national=True,
    )


def test_help_without_a_text(small: Data, place: Jurisdiction) -> None:
    silent = altered(place, help=[{"name": "Legal Aid", "phone": "212-555-0100"}])
    (helper,) = guide_of(small, silent).helpers
    assert (helper.name, helper.text) == ("Legal Aid", "")


def test_a_myth_that_the_place_does_not_decide_hides_no_other(
    small: Data, place: Jurisdiction
) -> None:
    alike = altered(small.myths[0], id="everywhere", varies_by_state=False, varies_by=[])
    guide = guide_of(small.model_copy(update={"myths": [alike, small.myths[0]]}), place)
    assert [item.myth.id for item in guide.myths] == ["never-shows"]


def test_pages_and_times_for_those_who_check(small: Data, place: Jurisdiction) -> None:
    (hours,) = altered(place).model_dump()["fair_chance"]["times"]
    homes = hours | {"who": "landlord", "days": 5}
    papers = hours | {"purpose": "request", "days": 9}
    guide = guide_of(small, altered(place, fair_chance__times=[papers, homes, hours]))
    assert [[(time.who, time.days) for time in times] for _, times in guide.spans] == [
        [("employer", 3), ("landlord", 5)],
        [("employer", 9)],
    ]
    assert [guide.place_of(time) for time in guide.spans[0][1]] == ["New York", "New York"]
    assert guide.rules_urls == ("employers/new-york/", "landlords/new-york/")


def test_addresses_and_names(small: Data, place: Jurisdiction) -> None:
    guide = guide_of(small, place)
    assert (guide.url, guide.short_url) == ("states/new-york/", "ny/")
    assert (guide.slug, guide.myths_url) == ("new-york", "myths/places/new-york/")
    assert (guide.name, guide.name_in_sentence) == ("New York", "New York")
    assert guide_of(small, altered(place, kind="federal")).name_in_sentence == "the federal system"
