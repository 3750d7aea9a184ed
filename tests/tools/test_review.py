"""What is due: found by age, day, dead source and mark, with what touches most people first."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import review
from record_relief.source.evidence import Data

from tests.builders import DATA, data_of, raw_place, raw_states


@pytest.fixture
def raw() -> dict[str, Any]:
    """The small data file: New York with one of everything, checked in November 2026."""
    return raw_states()


def found(raw: dict[str, Any], today: str, **dead: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Return what is due by kind: entry and message."""
    links = {f"https://{name}.example/": cited for name, cited in dead.items()}
    kinds: dict[str, list[tuple[str, str]]] = {}
    data = data_of(raw)
    for item in review.due(data, date.fromisoformat(today), dict(links)):
        kinds.setdefault(item.kind, []).append((item.entry, item.message))
    return kinds


def test_nothing_is_old_within_a_year(raw: dict[str, Any]) -> None:
    assert "age" not in found(raw, "2027-11-20")


def test_everything_is_old_after_it(raw: dict[str, Any]) -> None:
    old = found(raw, "2027-11-25")["age"]
    assert old[0][0].startswith("topics.")
    assert ("NY", "checked 2026-11-22") in old
    assert ("NY.fair_chance", "background checks: checked 2026-11-21") in old
    assert len(old) == 3 + 57 + 1


def test_a_bill_is_due_three_months_after_its_last_news(raw: dict[str, Any]) -> None:
    (bill,) = raw_place(raw, "NY")["pending"]
    assert "bill" not in found(raw, "2026-06-28")  # as of March, which ends on the 31st
    assert found(raw, "2026-06-30")["bill"][0][0] == "NY.pending"
    bill["as_of"] = "2026"
    assert "bill" not in found(raw, "2027-03-30")
    bill["as_of"] = "2026-12"
    assert "bill" not in found(raw, "2027-03-30")
    bill["as_of"] = None
    assert "of no known day" in found(raw, "2026-01-01")["bill"][0][1]


@pytest.mark.parametrize(
    ("today", "near"),
    [("2027-01-01", False), ("2027-02-01", True), ("2027-04-20", True), ("2027-06-01", False)],
)
def test_a_law_is_due_when_it_begins_to_apply(raw: dict[str, Any], today: str, near: bool) -> None:
    raw_place(raw, "NY")["relief"][0]["effective"] = date(2027, 3, 15)
    assert ("effective" in found(raw, today)) is near


def test_what_no_source_shows_is_listed(raw: dict[str, Any]) -> None:
    entries = dict(found(raw, "2026-11-27")["unconfirmed"])
    assert entries["NY.relief[vacatur]"] == "timing.deadline, effect"
    assert entries["NY.fair_chance"] == "employment.cleared_records, employment.private"
    assert "facts.rent-rule" in entries


def test_dead_sources_are_listed_with_who_cites_them(raw: dict[str, Any]) -> None:
    dead = found(raw, "2026-11-27", a=["GU.sources[x]"], b=["NY.sources[S1]"], c=["sources.x"])
    assert dead["dead"] == [
        ("sources.x", "https://c.example/"),
        ("NY.sources[S1]", "https://b.example/"),
        ("GU.sources[x]", "https://a.example/"),
    ]


def test_the_report_is_written_from_the_real_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: Data
) -> None:
    links = tmp_path / "links.json"
    cited = {"url": "https://x.example/", "verdict": "dead", "cited": ["NY.relief[x]"]}
    links.write_text(json.dumps({"links": [cited, {**cited, "verdict": "alive", "url": "y"}]}))
    report = tmp_path / "out/review.md"
    options = ["--data", str(DATA), "--links", str(links), "--to", str(report)]
    assert review.main([*options, "--today", "2028-01-01"]) == 0
    assert "things are due" in capsys.readouterr().out
    text = report.read_text(encoding="utf-8")
    assert "- [ ] `NY.relief[x]`: https://x.example/" in text
    assert all(f"- [ ] `{place.code}`: checked " in text for place in data.jurisdictions)
    assert text.index(review.KINDS["dead"]) < text.index("`NY.relief[x]`")


def test_without_a_report_no_link_is_dead(tmp_path: Path) -> None:
    assert review.dead_links(tmp_path / "none.json") == {}


@pytest.mark.parametrize(
    ("today", "due"), [("2026-02-01", False), ("2026-03-15", True), ("2027-03-15", True)]
)
def test_news_is_due_when_it_is_about_to_end_and_after(
    raw: dict[str, Any], today: str, due: bool
) -> None:
    place = raw_place(raw, "NY")
    news = [{"text": "It is shut.", "until": date(2026, 4, 30)}]
    index = next(n for n, entry in enumerate(place["help"]) if entry.get("name"))
    for entry in (raw["organisations"][0], place["help"][index], place["medicaid_list"]):
        entry["news"] = news
    expected = ["organisations.national-hotline", f"NY.help[{index}]", "NY.medicaid_list"]
    listed = found(raw, today).get("news", [])
    assert sorted(entry for entry, _ in listed) == (sorted(expected) if due else [])
    assert {message for _, message in listed} <= {"until 2026-04-30: It is shut."}


def test_the_place_with_most_marks_for_each_way_stands_first(raw: dict[str, Any]) -> None:
    """Two marks in one way weigh more than three in four; without a mark nothing is listed."""
    way = raw_place(raw, "NY")["ways"][0]
    marked = ["fee", "wait.felony: drunk driving", "decision"]
    raw_place(raw, "NY")["ways"] = [
        way | {"id": f"w{n}", "unconfirmed": marked if n == 0 else []} for n in range(4)
    ]
    raw_place(raw, "WY")["ways"] = [way | {"id": "one", "unconfirmed": ["fee", "wait"]}]
    raw_place(raw, "GU")["ways"] = [way | {"id": "sure", "unconfirmed": []}]
    assert found(raw, "2026-11-27")["ways"] == [
        ("WY.ways", "marks for each way: 2.0 (2 in 1); one: fee, wait"),
        (
            "NY.ways",
            "marks for each way: 0.8 (3 in 4); w0: fee, wait.felony: drunk driving, decision",
        ),
    ]


@pytest.mark.parametrize(
    ("today", "due"), [("2027-06-30", 0), ("2027-07-01", 1), ("2027-07-02", 1)]
)
@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({"next": [{"day": date(2027, 7, 1), "text": "x", "confirmed": True}]}, "confirmed"),
        ({"next": [{"day": date(2027, 7, 1), "text": "x", "confirmed": False}]}, "only reported"),
        ({"status": "not_yet", "effective": date(2027, 7, 1)}, "confirmed"),
        (
            {"status": "starting", "effective": date(2025, 1, 1), "until": date(2027, 7, 1)},
            "confirmed",
        ),
    ],
)
def test_a_way_is_due_from_the_day_it_was_to_change(
    raw: dict[str, Any], today: str, due: int, changes: dict[str, Any], stands: str
) -> None:
    place = raw_place(raw, "NY")
    place["ways"] = [place["ways"][0] | changes]
    passed = [item for item in found(raw, today).get("passed", []) if "ways" in item[0]]
    assert len(passed) == due
    for entry, message in passed:
        assert entry == "NY.ways[sealing]"
        assert message.startswith(f"2027-07-01, {stands}: Sealing of old convictions: ")


def test_a_rule_on_checks_is_due_from_the_day_it_was_to_change(raw: dict[str, Any]) -> None:
    rule = raw_place(raw, "NY")["fair_chance"]["employment"]["private"]
    rule["next"] = [{"day": date(2027, 7, 1), "text": "It is wider.", "confirmed": False}]
    assert "NY.fair_chance" not in dict(found(raw, "2027-06-30").get("passed", []))
    assert "only reported" in dict(found(raw, "2027-07-01")["passed"])["NY.fair_chance"]
