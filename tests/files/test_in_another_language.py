"""What stands beside the pages in another language: it speaks it, and says where it can't."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator
from record_relief.derive.editions import Edition
from record_relief.derive.site import Facts
from record_relief.files import cards, embed, feeds, headers
from record_relief.files.api import files
from record_relief.files.artifacts import Artifact
from record_relief.files.maps import Drawings
from record_relief.files.speech import Speech
from record_relief.languages import language, typed
from record_relief.source.evidence import Data

from tests.builders import ROOT, data_of, raw_place, raw_states
from tests.languages import catalogs

URL = "https://site.example/"
STEP = "The law was made."
OVERRIDES = ROOT / "overrides"


@pytest.fixture
def small() -> Data:
    """New York with two steps in its history."""
    raw = raw_states()
    place = raw_place(raw, "NY")
    one = {"year": 2010, "what": STEP, "sources": ["ny-law"]}
    place["history"] = [one, {**one, "year": 2020, "what": "It was changed."}]
    return data_of(raw)


@pytest.fixture
def edition(small: Data, tmp_path: Path) -> Edition:
    """The same in Spanish, of which only the guide of New York and the list of places stand."""
    home = tmp_path / "es"
    home.mkdir()
    shutil.copy(ROOT / language.FOLDER / "es/language.yaml", home)
    summary = next(place.summary for place in small.jurisdictions if place.code == "NY")
    catalogs.write(
        home / "texts.po",
        catalogs.entry("{place}, {day}: how the law changed", "{place}, {day}: cómo cambió la ley"),
        catalogs.entry(STEP, "Se hizo la ley.", "NY.history.what"),
        catalogs.entry(summary, "Un resumen.", "NY.summary"),
        catalogs.entry(
            "Part of this entry is in English. We have not translated it yet, or it has changed.",
            "Una parte está en inglés.",
        ),
        catalogs.entry("Can a record be cleared?", "¿Se pueden limpiar los antecedentes?"),
    )
    spoken = language.load(tmp_path, "es")
    facts = Facts(typed.in_language(small, spoken), say=spoken.texts.gettext)
    return Edition(spoken, facts, dict.fromkeys(("", "states/", "states/new-york/"), "Un título"))


def made(artifact: Artifact) -> bytes:
    return artifact.make(*artifact.inputs)


def feed(small: Data, edition: Edition, name: str) -> Any:
    found = {one.path: one for one in feeds.artifacts(Facts(small), URL, Path("none"), edition)}
    return feedparser.parse(made(found[f"es/feeds/{name}.xml"]))


def test_an_entry_of_a_feed_that_is_not_translated_says_so(small: Data, edition: Edition) -> None:
    told = {entry.title: entry.content[0].value for entry in feed(small, edition, "ny").entries}
    assert told["Nueva York, 2010: cómo cambió la ley"] == "Se hizo la ley."
    assert told["Nueva York, 2020: cómo cambió la ley"].split("\n\n") == [
        "It was changed.",
        "Una parte está en inglés.",
    ]


def test_what_is_about_one_place_has_the_words_of_its_own_papers(
    small: Data, edition: Edition
) -> None:
    places = edition.language.table.places
    words = {
        code: [language.Sound(find="(?i)resumen", write=f"resumen {code}"), *one]
        for code, one in (
            ("NY", [language.Sound(find="Se hizo", write="Se dictó")]),
            ("OH", []),
        )
    }
    own = {code: places[code].model_copy(update={"words": words[code]}) for code in words}
    table = edition.language.table.model_copy(update={"places": {**places, **own}})
    spoken = replace(edition.language, table=table)
    told = Edition(spoken, edition.facts, edition.standing)

    for name in ("ny", "all"):
        entries = feed(small, told, name).entries
        assert "Se dictó la ley." in [entry.content[0].value for entry in entries]
    place = json.loads(files.listing(Facts(small), URL, (told,))["jurisdictions/ny.json"])
    assert place["translations"]["es"]["summary"] == "Un resumen NY."
    speech = Speech.of(spoken)
    assert speech.told({"a": ["Un resumen."]}) == {"a": ["Un resumen."]}
    assert speech.about("OH").told({"a": ["Un resumen."]}) == {"a": ["Un resumen OH."]}


def test_an_entry_keeps_its_name_when_its_translation_changes(
    small: Data, edition: Edition
) -> None:
    other = Edition(edition.language, Facts(small), edition.standing)
    before, after = ([e.id for e in feed(small, one, "ny").entries] for one in (edition, other))
    assert before == after
    english = {one.path: one for one in feeds.artifacts(Facts(small), URL, Path("none"))}
    first = feedparser.parse(made(english["feeds/ny.xml"])).entries
    assert not {entry.id for entry in first} & set(before)
    assert [entry.updated for entry in first] == [
        entry.updated for entry in feed(small, edition, "ny").entries
    ]


def test_an_entry_leads_to_the_nearest_page_that_stands(small: Data, edition: Edition) -> None:
    whole = feed(small, edition, "all")
    assert whole.feed.language == "es"
    led = {entry.id.split("/")[-1][:2]: entry.link for entry in whole.entries}
    assert led["ny"] == f"{URL}es/states/new-york/"
    assert led.get("oh", f"{URL}es/states/") == f"{URL}es/states/"


def test_only_what_has_its_page_may_be_framed(small: Data, edition: Edition) -> None:
    found = {one.path: one for one in embed.artifacts(Facts(small), OVERRIDES, URL, edition)}
    plain = {path for path in found if not path.endswith(("-dark.html", "-light.html"))}
    assert plain == {"es/embed/card/new-york.html", "es/embed/map/coverage.html"}
    assert {f"{path}.html" for _, path in edition.framed} == plain
    card = made(found["es/embed/card/new-york.html"]).decode()
    assert '<html lang="es">' in card
    assert f'href="{URL}es/states/new-york/"' in card


def test_a_card_has_the_words_and_the_address(small: Data, edition: Edition) -> None:
    drawings = Drawings(Facts(small), OVERRIDES, URL, edition)
    found = {one.path: one for one in cards.artifacts(Facts(small), drawings, URL, edition)}
    assert set(found) == {"es/cards/record-relief.png", "es/cards/states-new-york.png"}
    told = json.loads(str(found["es/cards/record-relief.png"].inputs[1]))
    assert (told["title"], told["site"]) == (
        "¿Se pueden limpiar los antecedentes?",
        "site.example/es",
    )
    told = json.loads(str(found["es/cards/states-new-york.png"].inputs[1]))
    assert (told["title"], told["site"]) == ("Nueva York", "site.example/es/ny")


def test_the_data_has_what_is_translated_beside_the_english(small: Data, edition: Edition) -> None:
    plain = files.listing(Facts(small), URL)
    found = files.listing(Facts(small), URL, (edition,))
    place = json.loads(found["jurisdictions/ny.json"])
    assert place.pop("translations") == {
        "es": {
            "name": "Nueva York",
            "name_in_sentence": "Nueva York",
            "summary": "Un resumen.",
            "ways_summary": None,
            "url": f"{URL}es/states/new-york/",
        }
    }
    before = json.loads(plain["jurisdictions/ny.json"])
    assert before.pop("translations") == {}
    assert place == before, "a translation changes no fact and no version"
    assert json.loads(found["jurisdictions/oh.json"])["translations"] == {}
    for name, schema in (("jurisdictions/ny", "jurisdiction.schema"), ("record-relief", "schema")):
        validator = Draft202012Validator(json.loads(found[f"{schema}.json"]))
        whole = json.loads(found[f"{name}.json"])
        validator.validate(whole)
        del whole["translations"]
        validator.validate(whole)
    first = found["jurisdictions.csv"].decode("utf-8-sig").split("\r\n")[0]
    assert first.endswith("translations.es.ways_summary,translations.es.url")


@pytest.mark.usefixtures("final")
def test_no_kept_version_has_a_translation(small: Data, edition: Edition) -> None:
    found = {one.path: one for one in files.artifacts(Facts(small), URL, Path("no"), (edition,))}
    kept = [made(one) for path, one in found.items() if "/versions/ny-" in path]
    assert len(kept) == 1
    assert b"translations" not in kept[0]


def test_other_sites_may_frame_and_read_what_is_made_for_them() -> None:
    first, *exceptions = headers.rules(["default-src 'none'"], ["es/"])
    found = {rule.path: rule.headers for rule in exceptions}
    assert "frame-ancestors" not in first.headers["Content-Security-Policy"]
    for folder in ("embed", "feeds", "cards", "maps"):
        assert found[f"/es/{folder}/*"] == found[f"/{folder}/*"]
    assert found["/es/embed/*"]["Content-Security-Policy"].endswith("frame-ancestors *")
