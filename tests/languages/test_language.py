"""Spanish dates, numbers, lists, names and letters; a wrong table is refused with its line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from record_relief.languages import language
from record_relief.languages.language import Language
from record_relief.source.evidence import Data
from record_relief.source.problems import DataError

from tests.builders import ROOT

FOLDER = ROOT / language.FOLDER


@pytest.fixture(scope="module")
def spanish() -> Language:
    return language.load(FOLDER, "es")


def test_dates_and_numbers_are_those_of_us_spanish(spanish: Language) -> None:
    assert spanish.day(date(2026, 11, 22)) == "22 de noviembre de 2026"
    assert spanish.partial_day("2026-03") == "marzo de 2026"
    assert spanish.partial_day("2026") == "2026"
    assert spanish.partial_day("2026-03-01") == "1 de marzo de 2026"
    assert [spanish.number(1000), spanish.number(2.5), spanish.number(3)] == ["1,000", "2.5", "3"]
    assert [spanish.size(12_300), spanish.size(1_400_000)] == ["12 KB", "1.4 MB"]


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("la ley de el sistema federal", "la ley del sistema federal"),
        ("De el Distrito de Columbia a el sistema", "Del Distrito de Columbia al sistema"),
        ("Utah y Idaho", "Utah e Idaho"),
        ("uno o otro", "uno u otro"),
        ("cobre y hierro, de El Paso, a él", "cobre y hierro, de El Paso, a él"),
    ],
)
def test_words_change_where_they_meet(spanish: Language, written: str, joined: str) -> None:
    assert spanish.joined(written) == joined


def test_lists_and_order_follow_the_language(spanish: Language) -> None:
    assert spanish.listed(["Ohio", "Utah", "Idaho"]) == "Ohio, Utah e Idaho"
    assert sorted(["ñame", "nube", "Íñigo", "italia", "oso"], key=spanish.sort_key) == [
        "Íñigo", "italia", "nube", "ñame", "oso",
    ]  # fmt: skip


def test_every_place_has_a_name_in_every_language(data: Data) -> None:
    for code in language.codes(FOLDER):
        names = language.load(FOLDER, code).table.places
        assert names.keys() == {place.code for place in data.jurisdictions}


def test_a_wrong_table_is_told_whole(tmp_path: Path) -> None:
    text = (FOLDER / "es/language.yaml").read_text(encoding="utf-8")
    text = text.replace("locale: es_US", "locale: Spanish").replace("  TX: {name: Texas}\n", "")
    (tmp_path / "es").mkdir()
    (tmp_path / "es/language.yaml").write_text(
        re.sub("find: '.*?'", "find: '('", text, count=1), encoding="utf-8"
    )
    with pytest.raises(DataError) as told:
        language.load(tmp_path, "es")
    message = str(told.value)
    assert "locale" in message
    assert "is not a pattern" in message
    assert "has no name for TX" in message


def test_a_page_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    text = (FOLDER / "es/language.yaml").read_text(encoding="utf-8")
    (kept,) = re.findall(r"(?ms)^kinds:.*?^(?=map_letters:)", text)
    text = text.replace(kept, "kinds: [home, hom, stat]\npages:\n- safety.md\n- safeties.md\n")
    (tmp_path / "es").mkdir()
    (tmp_path / "es/language.yaml").write_text(text, encoding="utf-8")
    line = text[: text.index("kinds: [home")].count("\n") + 1
    allowed = {"kinds": ["state", "home"], "pages": ["safety.md"]}
    with pytest.raises(DataError) as told:
        language.load(tmp_path, "es", allowed)
    file = (tmp_path / "es/language.yaml").as_posix()
    assert str(told.value).splitlines() == [
        f'{file}:{line}: kinds[1]: "hom" is not one of home, state (did you mean "home"?)',
        f'{file}:{line}: kinds[2]: "stat" is not one of home, state (did you mean "state"?)',
        f'{file}:{line + 3}: pages[1]: "safeties.md" is not one of safety.md'
        ' (did you mean "safety.md"?)',
    ]
