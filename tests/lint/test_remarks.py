from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import remarks

from tests.builders import findings, raw_evidence


def test_accepts_names_with_their_remarks(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["enacted"] = {"year": 2010, "act": "Act 7 (H.B. 4)", "note": "signed June 30, 2010"}
    law["last_amended"] = {"year": 2021, "act": None}
    assert findings(remarks.check, raw) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Act 7 (in force January 1, 2023)", "in force"),
        ("Act 7, eff. 2024-09-14", "eff."),
        ("H.B. 4, signed June 30, 2014", "signed"),
        ("S.B. 9; the act number was not seen", "not seen"),
    ],
)
@pytest.mark.parametrize("field", ["enacted", "last_amended"])
def test_finds_a_remark_in_a_name(
    raw: dict[str, Any], law: dict[str, Any], field: str, name: str, said: str
) -> None:
    law[field] = {"year": 2014, "act": name}
    message = f'says more than a name ("{said}"): put that into "note"'
    assert findings(remarks.check, raw) == [(f"jurisdictions.NY.relief.0.{field}.act", message)]


def test_finds_one_in_what_changed(raw: dict[str, Any], place: dict[str, Any]) -> None:
    change = {"year": 2025, "kind": "law", "what": "More.", "effective": None}
    place["ways_changes"] = [change | {"act": "Act 8 (temporary)"}]
    place["fair_chance"]["changes"] = [change | {"act": "Act 9, effective May 1, 2025"}]
    assert [path for path, _ in findings(remarks.check, raw)] == [
        "jurisdictions.NY.ways_changes.0.act",
        "jurisdictions.NY.fair_chance.changes.0.act",
    ]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("S.B. 4 (successor to S.B. 3)", "successor to S.B. 3"),
        ("Crim. Code § 5 (fee)", "fee"),
        ("Crim. Code § 5, text of 2020 (before the act of 2022)", "text of"),
        ("Crim. Code § 5, as printed in S.B. 4", "as printed"),
        ("Act 7, title and start of the preamble", "title"),
        ("Crim. Code § 5, first part", "first part"),
    ],
)
def test_finds_a_remark_in_the_title_of_a_text(
    raw: dict[str, Any], place: dict[str, Any], title: str, said: str
) -> None:
    place["sources"][0]["title"] = title
    place["pending"][0]["title"] = title
    evidence = raw_evidence()
    evidence["NY"]["texts"][0]["title"] = title
    message = f'says more than a title ("{said}"): put that into "{{}}"'
    assert findings(remarks.check, raw, evidence=evidence) == [
        (f"jurisdictions.NY.sources.{place['sources'][0]['id']}.title", message.format("extent")),
        (f"evidence.NY.texts.{evidence['NY']['texts'][0]['id']}.title", message.format("extent")),
        ("jurisdictions.NY.pending.0.title", message.format("note")),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Crim. Code § 5(a)(iv), Expungement, notice, hearing",
        "Form 7 (rev. 7/25)",
        "Act 7 (H.B. 4)",
        "Session laws, chapter 4, part 7",
        "Records: what to know",
    ],
)
def test_accepts_a_title_that_is_one(
    raw: dict[str, Any], place: dict[str, Any], title: str
) -> None:
    place["sources"][0]["title"] = title
    assert findings(remarks.check, raw) == []


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Search of the whole code in the copy of May 2026", "Search"),
        ("Summary of a 2026 bill on fees", "Summary of"),
        ("Crim. Code § 5 as it stood before July 1, 2026", "as it stood"),
        ("Crim. Code § 5 as amended by S.B. 4 (2022)", "as amended by"),
        ("H.B. 4 (2026), a bill tracker's page", "tracker's"),
        ("City of Albany, Fair Chance page", "page"),
        ("Verification sheet, Ohio", "Verification sheet"),
        ("HB 4 summary", "4 summary"),
        ("Code, title 5, including §§ 4 and 6", "including"),
    ],
)
def test_finds_a_title_in_words_of_the_site_that_is_not_marked_as_such(
    raw: dict[str, Any], place: dict[str, Any], title: str, said: str
) -> None:
    evidence = raw_evidence()
    text, source = evidence["NY"]["texts"][0], place["sources"][0]
    text["title"] = source["title"] = title
    message = f'is no name ("{said}"): needs "described: true"'
    assert findings(remarks.check, raw, evidence=evidence) == [
        (f"jurisdictions.NY.sources.{source['id']}.title", message),
        (f"evidence.NY.texts.{text['id']}.title", message),
    ]
    text["described"] = source["described"] = True
    assert findings(remarks.check, raw, evidence=evidence) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Human Rights Ordinance, housing part", "housing"),
        ("ban-the-box rule of the city", "ban"),
        ("Fair Chance (was Fair Hiring)", "(was"),
    ],
)
def test_finds_a_name_of_a_local_law_in_words_of_the_site(
    raw: dict[str, Any], place: dict[str, Any], name: str, said: str
) -> None:
    law = place["fair_chance"]["local"][0]
    law["law"] = name
    message = f'is no official name ("{said}"): needs "described: true"'
    path = f"jurisdictions.NY.fair_chance.local.{law['id']}.law"
    assert findings(remarks.check, raw) == [(path, message)]
    law["described"] = True
    assert findings(remarks.check, raw) == []


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        ("Casetext (copy of the statute)", "copy"),
        ("Associated Press via a newspaper", "via"),
        ("Justia, read through a repository", "read through"),
        ("A Name (law firm)", "law firm"),
    ],
)
def test_finds_a_remark_in_the_name_of_a_publisher(
    raw: dict[str, Any], place: dict[str, Any], publisher: str, said: str
) -> None:
    source = place["sources"][0]
    source["publisher"] = publisher
    message = f'says more than a name ("{said}"): put that into "publisher_note"'
    path = f"jurisdictions.NY.sources.{source['id']}.publisher"
    assert findings(remarks.check, raw) == [(path, message)]
    source |= {"publisher": "Ohio Archives", "publisher_note": publisher}
    assert findings(remarks.check, raw) == []


def test_finds_a_day_that_another_language_turns_round(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    source = place["sources"][0] | {"title": "Crim. Code § 5 in the form of 9/1/2024"}
    place["sources"][0] = source | {"date": "Filed 2/7/2025"}
    path = f"jurisdictions.NY.sources.{source['id']}"
    message = 'has the day "{}", whose month another language reads as the day'
    assert findings(remarks.check, raw) == [
        (f"{path}.title", message.format("9/1/2024")),
        (f"{path}.date", message.format("2/7/2025")),
    ]


def test_a_bill_has_a_title_or_says_what_it_is_about(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    bill = place["pending"][0]
    bill["title"] = None
    assert findings(remarks.check, raw) == [
        ("jurisdictions.NY.pending.0", 'has neither a title nor a "note"')
    ]
    bill["note"] = "Would clear more records."
    assert findings(remarks.check, raw) == []
