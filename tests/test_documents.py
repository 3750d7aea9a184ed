"""The documents beside the code: complete against the model, current, and their examples work."""

from __future__ import annotations

import copy
import re
import typing
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import data_guide
import pytest
import yaml
from pydantic import BaseModel
from record_relief.build.load import load
from record_relief.derive.release import LICENSE
from record_relief.source import values
from record_relief.source.cited import Source
from record_relief.source.evidence import Data
from record_relief.source.explainers import Fact
from record_relief.source.fair_chance import HiringLaw, MedicaidReading, Unconfirmed
from record_relief.source.fair_duties import Duty
from record_relief.source.law import Law
from record_relief.source.model import StatesFile
from record_relief.source.place import Help, Jurisdiction
from record_relief.source.rule_change import Changing, DatedChange
from record_relief.source.texts import Cited, Strict

from tests.builders import ROOT, raw_place, raw_states, write_evidence

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), ROOT / "deploy/README.md"]
FOLDERS = "hooks|tests|tools|docs|data|deploy|overrides"


def test_the_guide_to_the_data_and_the_history_are_current(data: StatesFile) -> None:
    for name, text in (
        ("DATA.md", data_guide.data_guide()),
        ("CHANGELOG.md", data_guide.changelog(data)),
    ):
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name}: run `make guides`"


def test_broken_data_is_told_and_no_document_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / data_guide.DATA).write_text("jurisdictions: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert data_guide.main() == 1
    assert "data/states.yaml" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_the_guide_explains_every_field() -> None:
    for part in data_guide.models():
        for name, info in part.model_fields.items():
            assert info.description, f"{part.__name__}.{name} has no description"
    # What only others are made of stands in the guide with these.
    bases = {Cited, Data, HiringLaw, MedicaidReading, Changing, DatedChange, Duty} - set(
        data_guide.models()
    )
    assert set(data_guide.models()) == set(parts_of_the_model(Strict)) - bases


def parts_of_the_model(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model made from `base` but those of forms, packets and languages: no facts."""
    without = ("source.forms", "source.packets", "languages.language", "derive.translation")
    for part in base.__subclasses__():
        if part.__module__ not in [f"record_relief.{name}" for name in without]:
            yield part
            yield from parts_of_the_model(part)


def test_the_history_tells_every_step(data: StatesFile) -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    steps = [event for place in data.jurisdictions for event in place.history]
    assert text.count("\n- ") == len(steps) > 100


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
            if not target.startswith("http"):
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_file_and_command_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        if document.name in ("CHANGELOG.md", "DATA.md"):
            continue
        text = document.read_text(encoding="utf-8")
        assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= targets, (
            document.name
        )
        for name in re.findall(
            r"`((?:hooks|tests|tools|docs|data|deploy|overrides)/[^`*<]*)`", text
        ):
            made = name.startswith("deploy/generated")
            assert made or (ROOT / name).exists(), f"{document.name}: {name}"


def example() -> dict[str, Any]:
    """Return the worked example of CONTRIBUTING.md."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block, _ = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    loaded: dict[str, Any] = yaml.safe_load(block)
    return loaded


def test_the_worked_example_loads(tmp_path: Path) -> None:
    """An amendment of 2027, put into a place as the example says, is accepted and shown."""
    told = example()
    raw = raw_states()
    place = raw_place(raw, "NY")
    place["checked"] = told["checked"]
    (law,) = told["relief"]
    for name, value in law.items():
        assert name in place["relief"][0], name
        place["relief"][0][name] = value
    place["history"] += told["history"]
    place["sources"] += told["sources"]
    assert set(told) == {"checked", "relief", "history", "sources"}
    file = tmp_path / "states.yaml"
    write_evidence(tmp_path)
    file.write_text(yaml.safe_dump(raw, sort_keys=False, allow_unicode=True), encoding="utf-8")
    loaded = load(file, today=date(2027, 3, 6)).data
    new = next(place for place in loaded.jurisdictions if place.code == "NY")
    assert new.relief[0].last_amended
    assert new.relief[0].last_amended.year == 2027
    assert new.history[-1].year == 2027


def test_the_example_is_refused_where_it_is_not_followed(tmp_path: Path) -> None:
    told = copy.deepcopy(example())
    raw = raw_states()
    raw_place(raw, "NY")["history"] += told["history"]  # and its source is forgotten
    file = tmp_path / "states.yaml"
    write_evidence(tmp_path)
    file.write_text(yaml.safe_dump(raw, sort_keys=False, allow_unicode=True), encoding="utf-8")
    with pytest.raises(Exception, match="laws-2027-12"):
        load(file, today=date(2027, 3, 6))


# The model whose fields a form's fields are, and what a form asks beside them.
ASKS: dict[str, tuple[type[BaseModel], ...]] = {
    "wrong-fact": (Source, Unconfirmed, Law, Jurisdiction),
    "dead-link": (Source, Jurisdiction, Fact),
    "new-law": (Law, Jurisdiction),
    "new-help": (Help, Jurisdiction),
}
BESIDE = {"safe", "new-url", "text"}
CODED: dict[str, Any] = {
    "kind": values.SourceKind,
    "remedies": values.Remedy,
    "records": values.Record,
    "trafficking": values.TraffickingType,
    "age": values.Age,
    "offenses": values.OffenseScope,
    "nexus": values.NexusStandard,
}


def test_there_is_a_form_for_each_kind_of_correction() -> None:
    assert {form.stem for form in FORMS} == set(ASKS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_asks_for_the_fields_of_the_data(form: Path) -> None:
    content = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert content.keys() == {"name", "description", "labels", "body"}
    warning, *fields = content["body"]
    assert "Never write about a real case" in warning["attributes"]["value"]
    known = {name for part in ASKS[form.stem] for name in part.model_fields}
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= known | BESIDE
    assert ids[-1] == "safe"
    for field in fields:
        options = field["attributes"].get("options")
        if field["id"] == "code":
            assert [one for one in options if len(one) == 2] == list(values.CODES)
        elif field["id"] in CODED:
            assert options == [*typing.get_args(CODED[field["id"]]), "I do not know"]
        assert field["attributes"]["label"]


def test_the_licence_of_the_data_is_the_one_that_is_published() -> None:
    assert LICENSE.id in (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")
    assert LICENSE.url in (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["license"] == LICENSE.id
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    site = yaml.safe_load(re.sub(r"!\S+", "", (ROOT / "mkdocs.yml").read_text()))["site_url"]
    assert citation["url"] == site
