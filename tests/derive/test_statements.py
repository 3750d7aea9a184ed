"""The table of statements holds every statement of law in the forms, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from jinja2 import Environment
from record_relief.derive.site import Facts
from record_relief.derive.statements import table
from record_relief.lint.forms import LEGAL
from record_relief.source import forms as model

from tests import plain_data

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ("tool", "planner", "tools")


def said(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every marked text of the YAML file, read without the package."""
    if isinstance(value, dict):
        if "say" in value:
            yield value
        for child in value.values():
            yield from said(child)
    elif isinstance(value, list):
        for child in value:
            yield from said(child)


def test_the_table_in_the_repository_matches_the_forms(facts: Facts) -> None:
    path = ROOT / "data/statements.md"
    told = "is out of date; run make statements and read the change"
    assert path.read_text(encoding="utf-8") == table(facts.forms, facts.fact), told


def test_every_statement_stands_in_the_table_with_its_citation_and_sources() -> None:
    forms, states = plain_data.forms(), plain_data.states()
    by_id = {fact["id"]: fact for fact in states["facts"]}
    lines = (ROOT / "data/statements.md").read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    rows = [row for row in rows if row[0] != "Statement"]
    expected = [
        (" ".join(text["say"].split()), id_) for text in said(forms) for id_ in text.get("law", [])
    ]
    shown = [(row[0], row[1].strip("`")) for row in rows]
    assert sorted(shown) == sorted(expected)
    for row in rows:
        fact = by_id[row[1].strip("`")]
        note = fact.get("citation_note")
        cited = f"{fact['citation']} ({note})" if fact["citation"] and note else fact["citation"]
        assert row[3] == (cited or note or "none")
        assert (
            row[4] == " ".join(f"`{source}`" for source in fact["sources"]) or not fact["sources"]
        )
        assert fact["sources"] or "not confirmed" in row[0]


def test_the_templates_of_the_forms_say_nothing_about_the_law() -> None:
    """A text in a template has no place to name its facts, so it may say nothing about the law."""
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
    names = [f"pages/{name}.html" for name in TEMPLATES]
    names += [f"components/{name}.html" for name in ("tool_head", "fill_in", "form_cards")]
    harmless = {
        "The law behind this form",  # a heading above the facts themselves
        "This form says nothing about the law.",
        "Law",
        "Law:",
        "information, not legal advice",
        # What the page does, and what was not found.
        "What these laws ask for stands in the form below: {laws}. Read who must follow each.",
        "The form below names what is not confirmed: {laws}.",
        "The form below also says when a record may be the reason for a no: {laws}. Read that "
        "first.",
        "The form below also says what may never be asked about or used: {laws}.",
        "The form below also holds what the law says of records: {laws}. Read that, too.",
        "The rules of {day} count here.",
        "Until then the rules of today, {day}, count here.",
        "{laws}: do not let a record count. This law bars it, apart from what its words still "
        "allow.",
        "The form below also tells how long the person may ask for something or appeal: {laws}.",
        "{laws}: your number is below that of this law, so its time is not counted. Read who is "
        "counted before you leave it out.",
        "We did not read the whole text of: {laws}. Each can ask for more, such as words of its "
        "own. Ask its office.",
        "This day has passed. Check it.",
        "This day comes before the date of this letter. Check both.",
        "This day is too early for the law of the place that is chosen: {laws}",
        "No state is chosen. What the law of the state and the city adds is not in this paper.",
        "Before you say no, look at when the law lets a record be the reason, as far as we found "
        "it:",
        "What may never be the reason, by the law of the city or county:",
        "The later date stands here on purpose, since the planner takes the latest. Counted by the "
        "law of the place alone, it would come sooner: {counts}",
        "If you are the one who answers, this day does not count on the time of {laws}, to be "
        "safe: it may be longer, but it is not confirmed.",
        "JavaScript is off, so a browser may bring it back when somebody goes back, even after "
        "Exit. Clear it, and close the tab when you are done.",
        "{laws}: the time runs from the day the person has the notice and its papers, or what we "
        "read does not say from when. Enter that day above; without it, this date may be too "
        "early.",
        "{places}: we found nothing that the law adds to this form in what we read. That does not "
        "prove that there is none.",
        "These are the parts that we found in the laws we read. There may be others.",
        "For every other place we found nothing that its law adds to this form. That does not "
        "prove that there is none.",
        "Left out as a federal holiday: {day} ({name}).",
        "Federal holidays",
        "A draft outline for each law that was made for survivors, and a checklist for each "
        "place's other ways.",
        "How to use them, in two minutes",
        "These papers are in English. The sheets for the person are in your language, on the page "
        "of each law.",
        "Each of these rests on a law, or the letter says too little without it. Tick it once it "
        "stands in the letter or is with it, or fill it in. To print without it, use the button "
        "again.",
        "Each of these rests on a law, or the paper is of little use without it. Fill it in, or "
        "tick it once it is done. To print without it, use the button again.",
        "Where this law, or a part of it, gives way: %(cases)s.",
        "Where this law, or a part of it, gives way:",
        # Bounds of what may be typed, and how.
        "The paper is in English: write the month first, by its English name, as in “March 5, "
        "1990”.",
        "Write a whole number from 0 to %(most)s. With more holidays, count on a calendar.",
    }
    wrong = []
    for name in names:
        source = (ROOT / "overrides" / name).read_text(encoding="utf-8")
        for _, _, message in environment.extract_translations(source):
            for text in (message,) if isinstance(message, str) else message or ():
                if text in harmless or not text or "information, not legal advice" in text:
                    continue
                plain = (
                    re.sub(r"\b([Dd]ays?|ten|years?)\b", "", text) if "planner" in name else text
                )
                if LEGAL.search(plain):
                    wrong.append(f"{name}: {text}")
    assert not wrong


def test_the_schema_in_the_repository_matches_the_model() -> None:
    kept = json.loads((ROOT / "data/forms.schema.json").read_text(encoding="utf-8"))
    assert kept == model.schema()
    forms = yaml.safe_load((ROOT / "data/forms.yaml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(kept).validate(forms)
