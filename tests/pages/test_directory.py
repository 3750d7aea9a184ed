"""The everyday words for search lead to pages that exist, and an editor is told if not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from record_relief.languages import language
from record_relief.pages import directory
from record_relief.source.model import StatesFile
from record_relief.source.problems import DataError
from record_relief.source.values import CODES

from tests.builders import ROOT
from tests.built_site import SHIPPING

NONE = "places: {}\ncities: {}\n"
CITIES = ["One City"]
URLS = ["states/", "myths/"]


def load(tmp_path: Path, text: str) -> directory.Words:
    path = tmp_path / "search.yaml"
    path.write_text(text)
    return directory.load_words(path, CODES, CITIES, URLS)


def test_words_are_read(tmp_path: Path) -> None:
    words = load(
        tmp_path,
        "places:\n  NY: [N Y]\ncities:\n  One City: [OC]\npages:\n  states/: [state, start]\n",
    )
    assert words.places == {"NY": ["N Y"]}
    assert words.cities == {"One City": ["OC"]}
    assert words.pages == {"states/": ["state", "start"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("places: {}\n", "must have the three fields"),
        ("places: {ZZ: [Zed]}\ncities: {}\npages: {}\n", "1: places.ZZ: is nothing that search"),
        ("places: {}\ncities: {Two: [2nd]}\npages: {}\n", "2: cities.Two: is nothing that search"),
        (f"{NONE}pages:\n  state/: [a]\n", '4: pages.state/: is nothing that search'),
        (f"{NONE}pages:\n  state/: [a]\n", '(did you mean "states/"?)'),
        (f"{NONE}pages:\n  states/: start\n", "4: pages.states/: must be a list of words"),
        (f"{NONE}pages:\n  states/: [24]\n", "4: pages.states/: must be a list of words"),
        (f"{NONE}pages:\n  states/: [a]\n  states/: [b]\n", "stands twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError) as error:
        load(tmp_path, text)
    assert told in str(error.value)


def test_every_place_term_and_myth_can_be_found(site_dir: Path, data: StatesFile) -> None:
    # Those of other languages have one part more in their names.
    (file,) = (f for f in site_dir.glob("assets/js/directory.*.js") if len(f.suffixes) == 2)
    start = f"var {directory.VARIABLE}="
    text = file.read_text(encoding="utf-8")
    assert text.startswith(start)
    rows = json.loads(text.removeprefix(start).rstrip(";\n"))
    titles = [row[0] for row in rows]
    for item in (*data.jurisdictions,):
        assert titles.count(item.name) == 1
        assert item.code in rows[titles.index(item.name)][3].split("|")
        for law in item.fair_chance.local if item.fair_chance else ():
            page = f"Fair {'renting' if law.for_landlords else 'hiring'} in {law.name}, {item.name}"
            assert law.name in rows[titles.index(page)][3].split("|"), page
    assert {f"Myth: {myth.myth}" for myth in data.myths} | {
        term.term for term in data.glossary
    } <= set(titles)
    for _, url, *_ in rows:
        path, _, anchor = url.partition("#")
        html = (site_dir / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, url


@pytest.mark.parametrize("code", ["", *SHIPPING])
def test_the_words_that_the_page_proposes_find_something(site_dir: Path, code: str) -> None:
    words = "erase, job, apartment, nursing"
    if code:
        words = language.load(ROOT / language.FOLDER, code).texts.gettext(words)
    page = (site_dir / code / "search/index.html").read_text(encoding="utf-8")
    assert f"{words}." in page
    # Those of other languages have one part more in their names.
    name, parts = (f"directory.{code}.*.js", 3) if code else ("directory.*.js", 2)
    (file,) = (f for f in (site_dir / "assets/js").glob(name) if len(f.suffixes) == parts)
    start = f"var {directory.VARIABLE}="
    rows = json.loads(file.read_text(encoding="utf-8").removeprefix(start).rstrip(";\n"))
    called = {name for row in rows for name in (row[0], *row[3].split("|"))}
    assert set(words.split(", ")) <= called
