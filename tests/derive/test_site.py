"""Counts and lists for the whole site, checked against the data counted once more."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from record_relief.build.load_forms import load_forms
from record_relief.derive.labels import LABELS
from record_relief.derive.site import READERS, Facts
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction
from record_relief.source.values import Coverage

from tests import recount
from tests.builders import ROOT, altered, data_of, raw_states

FORMS = ROOT / "data/forms.yaml"

RawPlaces = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def small_facts() -> Facts:
    return Facts(data_of(raw_states()))


def codes(places: list[Jurisdiction]) -> set[str]:
    return {place.code for place in places}


def test_counts(facts: Facts, raw: dict[str, Any], raw_places: RawPlaces) -> None:
    places = raw_places.values()
    laws = [law for place in places for law in place["relief"]]
    rules = [place["fair_chance"] for place in places if place.get("fair_chance")]
    assert facts.total == len(raw_places)
    assert facts.law_count == len(laws)
    listed = len(raw["sources"]) + sum(len(p["sources"]) for p in places)
    for code, place in raw_places.items():
        known = {source["url"] for source in place["sources"]}
        texts = facts.data.evidence[code].texts
        listed += sum(text.url not in known for text in texts)  # with the same address: once
    assert facts.source_count == listed
    assert facts.unconfirmed_count == sum(len(part["unconfirmed"]) for part in (*laws, *rules))
    unknown = [law for law in laws if law["deferred"] == "unspecified"]
    assert facts.not_looked_for_count == sum("deferred" in law["unconfirmed"] for law in unknown)
    unread = [fact for fact in raw["facts"] if not fact["confirmed"]]
    assert facts.unconfirmed_fact_count == len(unread)


def test_laws_that_only_cancel(facts: Facts, raw_places: RawPlaces) -> None:
    cancel, hide = (
        {"vacate", "set_aside", "dismiss"},
        {"expunge", "destroy", "seal", "nondisclosure"},
    )
    every = [law for place in raw_places.values() for law in place["relief"]]
    expected = [
        law["citation"]
        for law in every
        if set(law["remedies"]) & cancel and not set(law["remedies"]) & hide
    ]
    assert sorted(law.citation for law in facts.cancel_only_laws) == sorted(expected)
    assert 0 < len(expected) < len(every)


def test_days_of_the_checks(facts: Facts, raw_places: RawPlaces) -> None:
    days = sorted(place["checked"] for place in raw_places.values())
    assert (facts.oldest_check, facts.checked) == (days[0], days[-1])


@pytest.mark.parametrize("coverage", LABELS["coverage"])
def test_places_by_coverage(facts: Facts, raw_places: RawPlaces, coverage: Coverage) -> None:
    expected = {c for c, p in raw_places.items() if recount.coverage(p["relief"]) == coverage}
    assert codes(facts.with_coverage(coverage)) == expected


def test_places_by_several_coverages(facts: Facts) -> None:
    both = facts.with_coverage("none", "minors_only")
    assert codes(both) == codes(facts.with_coverage("none")) | codes(
        facts.with_coverage("minors_only")
    )
    assert [p.name for p in both if p.kind != "federal"] == sorted(
        p.name for p in both if p.kind != "federal"
    )


def test_every_place_had_one_coverage_in_early_2024(facts: Facts, raw_places: RawPlaces) -> None:
    then = Counter(
        code
        for coverage in LABELS["coverage"]
        for code in codes(facts.with_coverage_early_2024(coverage))  # type: ignore[arg-type]
    )
    assert then == Counter(raw_places.keys())


def test_what_changed_is_what_differs_between_then_and_now(facts: Facts) -> None:
    changed = {change.place.code for change in facts.changes_since_early_2024}
    same = {
        code
        for coverage in ("full", "partial", "minors_only", "open", "none")
        for code in codes(facts.with_coverage(coverage))
        & codes(facts.with_coverage_early_2024(coverage))
    }
    assert changed == codes(facts.places) - same
    assert all(change.before != change.after for change in facts.changes_since_early_2024)
    assert facts.early_2024 == date(2024, 1, 1)


def test_places_with_a_law_of_2024_or_later(facts: Facts, raw_places: RawPlaces) -> None:
    def late(law: dict[str, Any]) -> bool:
        acts = [law["enacted"], law["last_amended"]]
        return any(act and act["year"] and act["year"] >= 2024 for act in acts)

    expected = {c for c, p in raw_places.items() if any(map(late, p["relief"]))}
    assert codes(facts.amended_since_early_2024) == expected


def test_acts_stand_once_oldest_first(small_facts: Facts) -> None:
    place = next(place for place in small_facts.places if place.code == "NY")
    law = place.relief[0]

    def dated(enacted: int, amended: int, *unconfirmed: str) -> dict[str, Any]:
        changed: Law = altered(
            law,
            enacted={"year": enacted, "act": f"Act {enacted}"},
            last_amended={"year": amended, "act": f"Act {amended}"},
            unconfirmed=list(unconfirmed),
        )
        return changed.model_dump()

    changed = altered(
        place,
        relief=[
            dated(2020, 2026, "last_amended"),
            dated(2024, 2025, "enacted", "last_amended"),
            dated(2023, 2025),
            dated(2022, 2025, "last_amended"),
        ],
    )
    acts = small_facts.acts_since_early_2024(changed)
    assert [(act.year, act.act, act.unconfirmed) for act in acts] == [
        (2024, "Act 2024", True),
        (2025, "Act 2025", False),
        (2026, "Act 2026", True),
    ]


def test_pending_bills(facts: Facts, raw_places: RawPlaces) -> None:
    assert codes(facts.pending_places) == {c for c, p in raw_places.items() if p["pending"]}


def test_places_with_national_help_only(facts: Facts, raw_places: RawPlaces) -> None:
    expected = {
        code
        for code, place in raw_places.items()
        if not [entry for entry in place["help"] if "name" in entry]
    }
    assert codes(facts.without_local_help) == expected


@pytest.mark.parametrize(
    "field", ["hearing.rule", "fee.rule", "proof.standard", "nexus.standard", "timing.wait"]
)
def test_laws_by_value(facts: Facts, raw_places: RawPlaces, field: str) -> None:
    laws = [law for place in raw_places.values() for law in place["relief"]]
    counted = Counter(LABELS[field][recount.read(law, field)] for law in laws)
    assert dict(facts.law_counts(field)) == counted
    order = list(LABELS[field].values())
    found = [text for text, _ in facts.law_counts(field)]
    assert found == sorted(found, key=order.index)


def test_rows_for_an_answer(facts: Facts, raw_places: RawPlaces) -> None:
    rows = facts.rows_for("medicaid-list", "yes", "unknown")
    expected = {
        code
        for code, place in raw_places.items()
        if place.get("medicaid_list") and place["medicaid_list"]["exists"] in ("yes", "unknown")
    }
    assert {row.place.code for row in rows} == expected


def test_topics_hold_everything_once(facts: Facts, raw: dict[str, Any]) -> None:
    topics = [facts.topic(topic["id"]) for topic in raw["topics"]]
    for section in ("facts", "myths", "practices"):
        found = [item.id for topic in topics for item in getattr(topic, section)]
        assert sorted(found) == sorted(item["id"] for item in raw[section])
    assert [topic.info.title for topic in topics] == [topic["title"] for topic in raw["topics"]]


@pytest.mark.parametrize("reader", READERS)
def test_myths_for_a_reader(facts: Facts, raw: dict[str, Any], reader: str) -> None:
    expected = [myth["id"] for myth in raw["myths"] if reader in myth["who"]]
    assert [myth.id for myth in facts.myths_for(reader)] == expected


def test_every_myth_has_a_reader(facts: Facts, raw: dict[str, Any]) -> None:
    read = {myth.id for reader in READERS for myth in facts.myths_for(reader)}
    assert read == {myth["id"] for myth in raw["myths"]}


def test_the_hotline_is_there(facts: Facts, small_facts: Facts) -> None:
    assert facts.hotline.phone
    assert small_facts.national("national-hotline").name == "The Hotline"


def test_entries_by_id(small_facts: Facts) -> None:
    assert small_facts.fact["report-rule"].citation == "15 U.S.C. § 1"
    assert small_facts.myth["never-shows"].topic == "employers"
    assert small_facts.source["report-page"].publisher == "The Agency"
    assert small_facts.label("fee.rule", "charged") == "There is a fee"


def test_a_way_to_cancel_that_also_hides_is_not_one_that_only_cancels(
    small_facts: Facts,
) -> None:
    place = next(place for place in small_facts.places if place.code == "NY")

    def only_cancels(*remedies: str) -> bool:
        law: Law = altered(place.relief[0], remedies=list(remedies))
        small = small_facts.data.model_copy(
            update={"jurisdictions": [place.model_copy(update={"relief": [law]})]}
        )
        return bool(Facts(small).cancel_only_laws)

    for cancels in ("vacate", "set_aside", "dismiss"):
        assert only_cancels(cancels)
        for hides in ("expunge", "destroy", "seal", "nondisclosure"):
            assert not only_cancels(cancels, hides), hides
    assert not only_cancels("seal")


def test_the_site_of_a_topic(small_facts: Facts) -> None:
    pages = small_facts.topic_pages
    assert [(page.site.page, page.info.id, page.site.checklist) for page in pages] == [
        ("employers/", "employers", "tools/checklist-employers.pdf"),
        ("landlords/", "housing", "tools/checklist-landlords.pdf"),
        ("medical-sanctions/", "sanctions", "tools/checklist-medical-sanctions.pdf"),
    ]
    assert [page.in_force_count for page in pages] == [1, 0, 1]
    assert [page.standings for page in pages] == [
        [],
        [(LABELS["status"]["unclear"], (small_facts.fact["rent-rule"],))],
        [],
    ]
    work = pages[0]
    assert [item.id for item in work.practices_for("employer")] == ["ask-late"]
    assert work.practices_for("employer", others=True) == []
    assert work.practices_for("survivor") == []
    assert [item.id for item in work.practices_for("survivor", others=True)] == ["ask-late"]
    assert small_facts.topics_checked == date(2026, 11, 20)


def test_forms_and_rules_are_those_of_the_reader(small_facts: Facts, facts: Facts) -> None:
    place = next(place for place in small_facts.places if place.code == "NY")
    assert small_facts.rules_page("landlords", place) == "landlords/new-york/"
    assert {
        audience: [(rules.audience, rules.url) for rules in found]
        for audience, found in small_facts.rules.items()
    } == {
        "employers": [("employers", "employers/new-york/")],
        "landlords": [("landlords", "landlords/new-york/")],
    }
    assert [item.source.id for item in small_facts.rules["employers"][0].sources] == [
        "F2", "F1", "F3", "F4", "F5",
    ]  # fmt: skip
    forms = load_forms(FORMS, facts.data)
    known = Facts(facts.data, forms)
    assert list(known.forms) == list(forms)
    for reader in READERS:
        assert known.forms_for(reader) == [form for form in forms if reader in form.for_]
    assert any(known.forms_for(reader) for reader in READERS)


def test_other_myths_of_the_topic_go_round(small_facts: Facts) -> None:
    one = small_facts.data.myths[0]
    many = [altered(one, id=f"myth-{n}") for n in range(8)]
    others = [altered(one, id="rent", topic="housing"), *many]
    found = Facts(small_facts.data.model_copy(update={"myths": others}))
    assert [myth.id for myth in found.others_like(many[0])] == [f"myth-{n}" for n in range(1, 6)]
    assert [myth.id for myth in found.others_like(many[6])] == [
        "myth-7", "myth-0", "myth-1", "myth-2", "myth-3",
    ]  # fmt: skip
    assert found.others_like(others[0]) == []


def test_an_act_without_a_name_stands_with_its_year(small_facts: Facts) -> None:
    place = next(place for place in small_facts.places if place.code == "NY")
    nameless = altered(place.relief[0], enacted={"year": 2025, "act": None}, last_amended=None)
    changed = place.model_copy(update={"relief": [nameless]})
    (act,) = small_facts.acts_since_early_2024(changed)
    assert (act.year, act.act, act.unconfirmed) == (2025, "", False)


def test_sources_of_facts_stand_once_in_order(small_facts: Facts) -> None:
    fact = small_facts.fact["report-rule"]
    both = altered(fact, sources=["shared-list", "report-page"])
    assert [s.id for s in small_facts.cited([fact, both, fact])] == ["report-page", "shared-list"]
