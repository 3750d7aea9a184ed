"""What each coded value rests on: worked out from the small data, and counted again in all."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from record_relief.derive import standingmarks
from record_relief.derive.evidence import (
    Standing,
    StandingKind,
    count,
    count_in,
    read_whole,
    standing,
    standings,
    texts_as_sources,
    weakest,
)
from record_relief.derive.quoting import kind_of
from record_relief.derive.site import Facts
from record_relief.derive.standingmarks import STANDING_MARKS
from record_relief.source.coded import LAW_FIELDS

from tests import plain_data
from tests.builders import data_of, raw_evidence, raw_place, raw_states


def stands(items: list[dict[str, Any]], *, read: str = "whole", marked: bool = False) -> Standing:
    """Return what New York's fee rests on, given its proof, mark and how much was read."""
    raw, evidence = raw_states(), raw_evidence()
    law = raw_place(raw, "NY")["relief"][0]
    law["unconfirmed"] = ["fee"] if marked else []
    found = evidence["NY"]["laws"]["vacatur"]
    found["read"] = read
    found["proof"].pop("fee.rule")
    if items:
        found["proof"]["fee.rule"] = items
    data = data_of(raw, evidence)
    place = next(place for place in data.jurisdictions if place.code == "NY")
    return standing(place.relief[0], data.evidence["NY"], "fee.rule")


LAW, BILL, SUMMARY = ({"text": name, "words": f"words of {name}"} for name in ("T1", "T2", "T3"))
SILENT = {"text": "T1", "silent": True}
SILENT_BILL = {"text": "T2", "silent": True}


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        ([LAW], "words"),
        ([SUMMARY, BILL, LAW], "words"),
        ([SILENT, LAW], "words"),
        ([SILENT], "silence"),
        ([SILENT, BILL], "silence"),
        ([BILL], "weaker"),
        ([BILL, SUMMARY], "weaker"),
        ([SILENT_BILL], "weaker"),
    ],
)
def test_what_a_value_without_a_mark_rests_on(items: list[dict[str, Any]], kind: str) -> None:
    found = stands(items)
    assert (found.kind, found.reason) == (kind, None)
    assert [(g.text, g.words, g.silent) for g in found.grounds] == [
        (item["text"], item.get("words"), item.get("silent")) for item in items
    ]


@pytest.mark.parametrize(
    ("items", "read", "reason"),
    [
        ([], "none", "law_not_read"),
        ([], "part", "not_in_part_read"),
        ([SILENT], "part", "not_in_part_read"),
        ([SILENT], "none", "law_not_read"),
        ([], "whole", "later_or_whole_not_read"),
        ([LAW], "whole", "later_or_whole_not_read"),
        ([LAW], "part", "later_or_whole_not_read"),
        ([BILL, SUMMARY], "none", "later_or_whole_not_read"),
        ([SUMMARY], "none", "summary_only"),
        ([SUMMARY, SILENT], "part", "summary_only"),
    ],
)
def test_why_a_value_is_not_confirmed(items: list[dict[str, Any]], read: str, reason: str) -> None:
    found = stands(items, read=read, marked=True)
    assert (found.kind, found.reason) == ("unconfirmed", reason)
    assert len(found.grounds) == len(items)


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ([], None),
        (["words"], "words"),
        (["silence", "words"], "silence"),
        (["weaker", "words", "silence"], "weaker"),
        (["words", "unconfirmed", "weaker"], "unconfirmed"),
    ],
)
def test_an_answer_rests_on_its_weakest_value(
    found: list[StandingKind], kind: StandingKind | None
) -> None:
    assert weakest(found) == kind


def test_every_standing_has_a_mark_that_begins_its_word_and_is_no_letter_of_a_map() -> None:
    assert list(STANDING_MARKS) == list(get_args(StandingKind))
    marks = [mark.mark for mark in STANDING_MARKS.values()]
    assert marks == [mark.label[:3].capitalize() for mark in STANDING_MARKS.values()]
    assert len(set(marks)) == len(marks)


def test_a_standing_has_a_mark_in_another_language() -> None:
    words = {
        "words of the law": "palabras de la ley",
        "silence of the law": "silencio de la ley",
        "other words": "otras palabras",
        "not confirmed": "sin confirmar",
    }
    marks = {"words": "Pal", "silence": "Sil", "weaker": "Otr", "unconfirmed": "Con"}
    found = standingmarks.in_language(marks, words.__getitem__)
    assert {kind: mark.mark for kind, mark in found.items()} == marks
    wrong = {**marks, "unconfirmed": "Sil", "weaker": "Xal", "more": "Mas"}
    with pytest.raises(ValueError, match=r"^rests_marks: ") as error:
        standingmarks.in_language(wrong, words.__getitem__)
    for told in ('no "more"', '"Sil" for "sin confirmar"', '"Xal" for "otras palabras"'):
        assert told in str(error.value)


@pytest.mark.parametrize(
    ("value", "items", "reason"),
    [
        ("unspecified", [], "not_looked_for"),
        ("unspecified", [SILENT], "not_in_part_read"),
        ("no", [], "not_in_part_read"),
        ("yes", [BILL], "later_or_whole_not_read"),
    ],
)
def test_a_field_newer_than_the_reading_was_not_looked_for(
    value: str, items: list[dict[str, Any]], reason: str
) -> None:
    raw, evidence = raw_states(), raw_evidence()
    raw_place(raw, "NY")["relief"][0] |= {"deferred": value, "unconfirmed": ["deferred"]}
    found = evidence["NY"]["laws"]["vacatur"]
    found["read"] = "part"
    del found["proof"]["deferred"]
    if items:
        found["proof"]["deferred"] = items
    data = data_of(raw, evidence)
    (law,) = next(place for place in data.jurisdictions if place.code == "NY").relief
    stands_so = standing(law, data.evidence["NY"], "deferred")
    assert (stands_so.kind, stands_so.reason) == ("unconfirmed", reason)
    assert count([stands_so])["unconfirmed"] == 1


def test_every_coded_value_of_a_law_is_counted_once() -> None:
    data = data_of(raw_states())
    place = next(place for place in data.jurisdictions if place.code == "NY")
    found = standings(place.relief[0], data.evidence["NY"])
    assert list(found) == [field.path for field in LAW_FIELDS]
    rare = {"silence": 3, "weaker": 1, "unconfirmed": 1}
    words = len(LAW_FIELDS) - sum(rare.values())
    assert count(found.values()) == {"words": words} | rare
    assert count_in(place, data.evidence["NY"]) == count(found.values())
    assert found["timing.deadline"].reason == "summary_only"


def test_a_place_is_read_whole_where_every_law_is() -> None:
    for read in ("whole", "part", "none"):
        evidence = raw_evidence()
        evidence["NY"]["laws"]["vacatur"]["read"] = read
        data = data_of(raw_states(), evidence)
        places = {place.code: place for place in data.jurisdictions}
        assert read_whole(places["NY"], data.evidence["NY"]) == (read == "whole")
        assert read_whole(places["WY"], data.evidence["WY"])


def test_the_counts_of_the_site_are_those_of_the_data(facts: Facts) -> None:
    """Counted again from the files as plain values, with the rules written out once more."""
    counts = dict.fromkeys(("words", "silence", "weaker", "unconfirmed"), 0)
    partly = set()
    for place in plain_data.places():
        evidence = plain_data.evidence(place["code"])
        kinds = {text["id"]: text["kind"] for text in evidence["texts"]}
        for law in place["relief"]:
            found = evidence["laws"][law["id"]]
            if found["read"] != "whole":
                partly.add(place["code"])
            for field in (coded.path for coded in LAW_FIELDS):
                if {field, field.split(".")[0]} & set(law["unconfirmed"]):
                    counts["unconfirmed"] += 1
                    continue
                own = [
                    item
                    for item in found["proof"][field]
                    if kinds[item["text"]]
                    in ("statute", "session_law", "regulation", "court_rule", "court_form")
                ]
                worded = any("words" in item for item in own)
                counts["words" if worded else "silence" if own else "weaker"] += 1
    assert facts.standing_counts == counts
    assert sum(counts.values()) == len(LAW_FIELDS) * facts.law_count
    assert {place.code for place in facts.not_read_whole} == partly


def test_a_text_stands_among_sources_under_its_host_or_as_the_source_it_is() -> None:
    raw, evidence = raw_states(), raw_evidence()
    own = raw_place(raw, "NY")["sources"][0]
    evidence["NY"]["texts"][1]["url"] = own["url"]
    evidence["NY"]["texts"][2]["url"] = "https://www.tracker.example/3"
    data = data_of(raw, evidence)
    place = next(place for place in data.jurisdictions if place.code == "NY")
    found = texts_as_sources(place, data.evidence["NY"])
    assert [(name, source.id, source.publisher) for name, source in found.items()] == [
        ("T1", "T1", "laws.example"),
        ("T2", own["id"], own["publisher"]),
        ("T3", "T3", "tracker.example"),
    ]


def test_the_record_of_a_search_is_no_text_of_law_among_sources() -> None:
    raw, evidence = raw_states(), raw_evidence()
    first, second = evidence["NY"]["texts"][:2]
    first |= {"search": "whole", "title": "Search of the whole code", "described": True}
    data = data_of(raw, evidence)
    place = next(place for place in data.jurisdictions if place.code == "NY")
    found = texts_as_sources(place, data.evidence["NY"])
    assert (found[first["id"]].kind, found[first["id"]].described) == ("search", True)
    assert found[second["id"]].kind != "search"
    assert kind_of(data.evidence["NY"].text[first["id"]]) == "record of a search"
    assert kind_of(data.evidence["NY"].text[second["id"]]) != "record of a search"


def test_a_text_with_the_address_of_a_source_has_its_number() -> None:
    raw, evidence = raw_states(), raw_evidence()
    place = raw_place(raw, "NY")
    evidence["NY"]["texts"][1]["url"] = place["sources"][0]["url"]
    place["relief"][0]["sources"] = ["T2", "S1", "T1", "S2"]
    guide = Facts(data_of(raw, evidence)).guides["NY"]
    assert [entry.source.id for entry in guide.sources][:3] == ["S1", "T1", "S2"]
    assert guide.cite(["T2", "S1", "S2"]) == (1, 3)
