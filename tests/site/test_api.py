"""The data for machines: every file matches its description and tells the same facts."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from record_relief.derive.labels import LABELS
from record_relief.derive.release import API, DRAFT
from record_relief.source.values import CODES

from tests.built_site import Site
from tests.plain_data import evidence
from tests.recount import Answers, first_year, read

Places = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def api(site_dir: Path) -> Path:
    return site_dir / API


@pytest.fixture(scope="module")
def first(site_dir: Path) -> Path:
    """What was published below /api/v1/."""
    return site_dir / "api/v1"


def raw_evidence() -> dict[str, Any]:
    """Return the files of evidence as the YAML says, by code."""
    return {code: deepcopy(evidence(code)) for code in CODES}


def load(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def plain(value: Any) -> Any:
    """Return what the YAML says as JSON has it, without the notes for editors."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items() if name != "notes"}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def told(facts: Any) -> Any:
    """Return facts without what is empty, which the YAML may leave out; the schema asks for it."""
    if isinstance(facts, dict):
        return {name: told(part) for name, part in facts.items() if part not in ([], None)}
    return [told(part) for part in facts] if isinstance(facts, list) else facts


def errors(schema: Any, value: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def test_the_file_with_everything_tells_all_facts(api: Path, raw: dict[str, Any]) -> None:
    everything = load(api / "record-relief.json")
    assert errors(load(api / "schema.json"), everything) == []
    written = plain(raw)
    for source in written["sources"]:
        source.setdefault("language", "en")
    for place in written["jurisdictions"]:
        for named in (place, place["official_code"], *place["sources"]):
            named.setdefault("language", "en")
        for law in place["relief"]:
            law["offenses"].setdefault("names_prostitution", False)
        fair = place.get("fair_chance") or {}
        if fair.get("survivors"):
            fair["survivors"].setdefault("our_reading", False)
        for law in (*fair.get("local", []), *fair.get("exceptions", [])):
            law.setdefault("lives_there", False)
        for law in fair.get("local", []):
            law.setdefault("never_for", "both")
            law.setdefault("bars_all", False)
            law.setdefault("lives_there", False)
        for entry in fair.get("exceptions", []):
            entry.setdefault("lives_there", False)
        if fair.get("survivors"):
            fair["survivors"].setdefault("our_reading", False)
        for section in ("factors", "refusals", "notices", "times"):
            for duty in fair.get(section, []):
                duty.setdefault("any_size", False)
                duty.setdefault("usual", False)
        for notice in fair.get("notices", []):
            for words in notice.get("words", []):
                words.setdefault("how", "said")
        for span in fair.get("times", []):
            span.setdefault("on_receipt", False)
    for part, facts in written.items():
        assert told(everything[part]) == told(facts), part
    expected = plain(raw_evidence())
    assert everything["evidence"].keys() == expected.keys()
    for code, found in expected.items():
        for text in found["texts"]:
            text.setdefault("language", "en")
        assert told(everything["evidence"][code]) == told(found), code


def test_the_file_of_each_place(api: Path, places: Places) -> None:
    schema = load(api / "jurisdiction.schema.json")
    everything = load(api / "record-relief.json")
    by_code = {p["code"]: p for p in everything["jurisdictions"]}
    proof = everything["evidence"]
    files = {file.stem: load(file) for file in (api / "jurisdictions").glob("*.json")}
    assert set(files) == {code.lower() for code in places}
    for code, found in files.items():
        assert errors(schema, found) == [], code
        assert found["jurisdiction"] == by_code[code.upper()]
        assert found["evidence"] == proof[code.upper()]
        own = {source["id"] for source in found["jurisdiction"]["sources"]}
        known = own | {source["id"] for source in found["shared_sources"]}
        known |= {text["id"] for text in found["evidence"]["texts"]}
        cited = {s for law in found["jurisdiction"]["relief"] for s in law["sources"]}
        assert cited <= known, code
        names = {entry["organisation"] for entry in found["jurisdiction"]["help"]} - {None}
        assert names == {item["id"] for item in found["organisations"]}


def test_a_schema_refuses_what_is_wrong(api: Path) -> None:
    found = load(api / "jurisdictions/ny.json")
    schema = load(api / "jurisdiction.schema.json")
    found["jurisdiction"]["coverage"] = "ful"
    found["jurisdiction"]["notes"] = "for editors"
    del found["version"]
    assert len(errors(schema, found)) == 3


def test_nothing_for_editors_is_published(api: Path, raw: dict[str, Any]) -> None:
    notes = [place["notes"] for place in raw["jurisdictions"]]
    notes += [
        place["fair_chance"]["notes"] for place in raw["jurisdictions"] if "fair_chance" in place
    ]
    notes += [topic["notes"] for topic in raw["topics"]]
    secret = {" ".join(note.split())[:80] for note in notes if len(note) > 80}
    assert secret
    for file in api.rglob("*"):
        if file.suffix in (".json", ".csv"):
            text = " ".join(file.read_text(encoding="utf-8").replace("\\n", " ").split())
            assert not [note for note in secret if note in text], file.name
            assert '"notes":' not in text, file.name


def test_the_api_is_described(api: Path) -> None:
    description = load(api / "openapi.json")
    OpenAPIV31SpecValidator(description).validate()
    codes = description["paths"]["/jurisdictions/{code}.json"]["get"]["parameters"][0]["schema"]
    described = set()
    for path in description["paths"]:
        if "versions" in path:
            continue
        described |= {path.replace("{code}", code) for code in codes["enum"]}
    served = {
        f"/{file.relative_to(api).as_posix()}"
        for file in api.rglob("*")
        if file.suffix in (".json", ".csv") and "versions" not in file.parts
    }
    descriptions = {f"/{n}" for n in ("openapi.json", "datapackage.json", "schema.json")}
    assert served - descriptions - {"/jurisdiction.schema.json"} == described
    components = description["components"]["schemas"]
    for name, file in (
        ("Index", "index.json"),
        ("Everything", "record-relief.json"),
        ("OnePlace", "jurisdictions/ny.json"),
    ):
        schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": components}}
        assert errors(schema, load(api / file)) == [], name


def test_the_checksums_fit(api: Path) -> None:
    listed = load(api / "index.json")["files"]
    for entry in listed:
        content = (api / entry["path"]).read_bytes()
        assert len(content) == entry["bytes"]
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    check = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=api, capture_output=True
    )
    assert check.returncode == 0, check.stdout
    assert len((api / "SHA256SUMS").read_text().splitlines()) == len(listed)


def cells(file: Path) -> list[dict[str, str]]:
    """Read a CSV file as its page says to."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        for name, text in row.items():
            assert not text.startswith(("=", "+", "-", "@", "\t", "\r")), f"a formula: {text}"
            row[name] = text.removeprefix("'")
    return rows


def test_the_table_of_laws_tells_the_same_facts(api: Path, places: Places) -> None:
    rows = cells(api / "laws.csv")
    laws = [(place, law) for place in places.values() for law in place["relief"]]
    assert len(rows) == len(laws)
    seen = set()
    for row, (place, law) in zip(rows, laws, strict=True):
        assert row["jurisdiction"] == place["code"]
        assert row["jurisdiction_name"] == place["name"]
        for path, text in row.items():
            if path.startswith("jurisdiction"):
                continue
            head, _, tail = path.partition(".")
            # A note that is not written is null.
            value = law.get(head) if head == "citation_note" else law[head]
            if tail:
                # A flag that is not written is off, and a note or what to bear in mind null.
                value = value and value.get(tail, None if tail in ("note", "mind") else False)
            if path == "forms":
                # What is not written is null.
                value = [{"note": None, **form} for form in value]
            value = json.dumps(value) if isinstance(value, bool) else plain(value)
            if isinstance(value, list):
                back = (
                    text.split(";")
                    if text and not text.startswith("[")
                    else json.loads(text or "[]")
                )
                assert back == value, f"{row['jurisdiction']} {path}"
            else:
                assert text == ("" if value is None else str(value)), path
            seen.add(head)
    assert seen == {*laws[0][1], "citation_note"}


def test_the_table_of_general_ways_tells_the_same_facts(api: Path, places: Places) -> None:
    rows = cells(api / "ways.csv")
    ways = [(code, way) for code, place in places.items() for way in place["ways"]]
    assert len(rows) == len(ways)
    for row, (code, way) in zip(rows, ways, strict=True):
        assert (row["jurisdiction"], row["id"]) == (code, way["id"])
        assert row["reaches"].split(";") == way["reaches"]
        assert json.loads(row["unconfirmed"]) == way["unconfirmed"]
        for said, change in zip(json.loads(row["next"]), way.get("next", []), strict=True):
            assert said["day"] == change["day"].isoformat()
            assert (said["text"], said["confirmed"]) == (change["text"], change["confirmed"])
        assert row["special"] == ("true" if way["special"] else "false")
        for kind in way["reaches"]:
            wait = way["wait"][kind]
            assert row[f"wait.{kind}.from"] == wait["from"]
            for name in ("years", "longest"):
                years = row[f"wait.{kind}.{name}"]
                assert (float(years) if years else None) == wait[name], (code, way["id"], kind)
        for name in ("limit", "fee"):
            assert row[f"{name}.rule"] == way[name]["rule"]
        for name in ("automatic", "decision", "status", "citation", "effect", "needs"):
            assert row[name] == (way[name] or "")
        assert row["effective"] == str(way["effective"] or "")


def test_the_table_of_places_tells_the_same_answers(
    api: Path, places: Places, answers: Answers
) -> None:
    rows = cells(api / "jurisdictions.csv")
    assert [row["code"] for row in rows] == list(places)
    for row, place in zip(rows, places.values(), strict=True):
        assert row["summary"] == place["summary"]
        assert row["laws"] == str(len(place["relief"]))
        assert row["first_year"] == str(first_year(place) or "")
        for question, found in answers.items():
            assert row[f"answer.{question}"] == found[place["code"]]


def test_the_data_package_describes_the_tables(api: Path) -> None:
    package = load(api / "datapackage.json")
    assert package["licenses"][0]["name"] == load(api / "index.json")["license"]["id"]
    assert {resource["path"] for resource in package["resources"]} == {
        "laws.csv",
        "ways.csv",
        "evidence.csv",
        "jurisdictions.csv",
        "record-relief.json",
    }
    for resource in package["resources"]:
        content = (api / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if resource.get("profile") != "tabular-data-resource":
            continue
        rows = cells(api / resource["path"])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(rows[0])
        for field in fields:
            allowed = set(field.get("constraints", {}).get("enum", ()))
            found = {row[field["name"]] for row in rows} - {""}
            assert not allowed or found <= allowed, field["name"]
            assert field["description"], field["name"]


def test_the_table_of_evidence_tells_the_same_words(api: Path, places: Places) -> None:
    rows = cells(api / "evidence.csv")
    found = [
        (row["jurisdiction"], row["law"], row["field"], row["text"], row["at"], row["words"])
        for row in rows
        if row["text"]
    ]
    told = []
    for code, proof in raw_evidence().items():
        for law, entry in proof["laws"].items():
            for field, items in entry["proof"].items():
                for item in items:
                    words = item.get("at", ""), item.get("words", "")
                    told.append((code, law, field, item["text"], *words))
    assert sorted(found) == sorted(told)
    seen = {(row["jurisdiction"], row["law"], row["field"]) for row in rows}
    for code, place in places.items():
        for law in place["relief"]:
            coded = [row for row in rows if (row["jurisdiction"], row["law"]) == (code, law["id"])]
            stands = {row["field"]: row["rests_on"] for row in coded if row["rests_on"]}
            assert set(stands.values()) <= {"words", "silence", "weaker", "unconfirmed"}
            for field, kind in stands.items():
                marked = {field, field.partition(".")[0]} & set(law["unconfirmed"])
                assert (kind == "unconfirmed") is bool(marked), (code, law["id"], field)
            assert {"age", "timing.wait", "fee.rule", "remedies"} <= stands.keys()
    assert len(seen) > 16 * 80


def test_a_schema_names_its_own_address(api: Path) -> None:
    for name in ("schema.json", "jurisdiction.schema.json"):
        assert load(api / name)["$id"] == f"https://recordrelief.org/{API}/{name}"


@pytest.mark.skipif(DRAFT, reason="nothing of a draft is kept")
def test_every_version_is_kept_under_its_name(api: Path, site: Site, places: Places) -> None:
    # Earlier versions may be kept beside it.
    whole = api / f"versions/record-relief-{load(api / 'index.json')['version']}.json"
    parts = load(whole)["parts"]
    assert len(parts) == len(places) + 1
    for name in parts:
        kept = load(api / "versions" / name)
        assert name.endswith(f"{kept['version']}.json")
    for code in places:
        present = load(api / f"jurisdictions/{code.lower()}.json")
        name = present["permalink"].rpartition("/")[2]
        assert name in parts
        assert load(api / "versions" / name) == present
    assert load(whole)["version"] in site["/data/"].text


@pytest.mark.skipif(not DRAFT, reason="the API is no draft any more")
def test_a_draft_says_so_and_promises_no_address(api: Path, site: Site) -> None:
    assert "is a draft" in site["/data/"].text
    assert load(api / "openapi.json")["info"]["description"].startswith("This form is a draft")
    assert not (api / "versions").exists()
    for file in (api / "jurisdictions").glob("*.json"):
        assert "permalink" not in load(file), file.name


def test_the_first_form_stays_as_it_was_published(first: Path, site: Site) -> None:
    """Its checksums are those of that day, and everything it lists is there."""
    check = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=first,
        capture_output=True,
        check=False,
    )
    assert check.returncode == 0, check.stdout
    index = load(first / "index.json")
    for entry in index["files"]:
        content = (first / entry["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["path"]
    assert errors(load(first / "schema.json"), load(first / "record-relief.json")) == []
    listed = {entry["path"] for entry in index["files"]}
    served = {
        file.relative_to(first).as_posix()
        for file in first.rglob("*")
        if file.suffix in (".json", ".csv") and "versions" not in file.parts
    }
    assert served == listed | {"index.json"}
    note = (first / "README.txt").read_text(encoding="utf-8")
    assert f"https://recordrelief.org/{API}/" in note
    assert any(link.endswith("api/v1/index.json") for link in site["/data/"].hrefs)


def test_every_kept_version_is_what_its_schema_says(first: Path) -> None:
    schema = load(first / "jurisdiction.schema.json")
    versions = sorted((first / "versions").glob("*.json"))
    (whole,) = [file for file in versions if file.name.startswith("record-relief-")]
    parts = load(whole)["parts"]
    assert {file.name for file in versions} == {*parts, whole.name}
    for file in versions:
        found = load(file)
        assert file.name.endswith(f"{found['version']}.json")
        if "jurisdiction" in found:
            assert errors(schema, found) == [], file.name
            assert found["permalink"] == f"https://recordrelief.org/api/v1/versions/{file.name}"


def test_the_dictionary_explains_every_field(api: Path, site: Site) -> None:
    schema = load(api / "schema.json")
    page = site["/data/"]
    for name, definition in schema["$defs"].items():
        group = page.one(f"#d-{name.lower()}")
        rows = {row.css_first("th").text(): row for row in group.css("tbody tr")}
        assert set(rows) == set(definition["properties"]), name
        for field, row in rows.items():
            holds, meaning = row.css("td")
            assert holds.text(), f"{name}.{field}"
            assert meaning.text(), f"{name}.{field}"
    (standard,) = [
        r for r in page.all("#d-proof tbody tr") if r.css_first("th").text() == "standard"
    ]
    for value, text in LABELS["proof.standard"].items():
        assert f"{value}: {text}" in standard.text()
    assert read(schema, "$defs.Law.properties.age.description")
