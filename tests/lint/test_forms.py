"""No statement of law without its source: the rules for `data/forms.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from record_relief.build.load_forms import load_forms
from record_relief.lint import forms as lint
from record_relief.source.evidence import Data
from record_relief.source.forms import Form, FormsFile
from record_relief.source.problems import DataError

from tests.builders import altered, data_of, raw_states


@pytest.fixture
def small() -> Data:
    """The small data file: report-rule is in force, rent-rule unclear and not confirmed."""
    return data_of(raw_states())


def form(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "letter",
        "title": "A letter",
        "for": ["employer"],
        "use": "sent",
        "summary": "To send.",
        "description": "A letter.",
        "intro": [],
        "sections": [{"title": None, "blocks": list(blocks) or [{"text": "Hello."}]}],
        **more,
    }


def found(small: Data, *forms: dict[str, Any]) -> list[tuple[str, str]]:
    checked = FormsFile.model_validate({"forms": list(forms)}).forms
    return [(".".join(map(str, f.path[2:])), f.message) for f in lint.check(checked, small)]


FIRST = "sections.0.blocks.0"


def test_accepts_a_form_that_says_nothing_about_the_law(small: Data) -> None:
    assert found(small, form()) == []


@pytest.mark.parametrize(
    "text",
    [
        "You must wait.",
        "It is required.",
        "The FCRA says so.",
        "See 15 U.S.C. 1681b.",
        "Within 30 days.",
        "You have the right to a copy.",
        "Employers may not ask.",
        "It is illegal.",
        "The Act says so.",
    ],
)
@pytest.mark.parametrize("part", ["text", "tick", "field"])
def test_finds_a_statement_of_law_without_a_source(small: Data, part: str, text: str) -> None:
    ((where, message),) = found(small, form({part: text}))
    assert where == f"{FIRST}.{part}"
    assert "without naming the facts it rests on" in message


def test_finds_it_in_every_corner_of_a_form(small: Data) -> None:
    law = "They must."
    everywhere = form(
        {"choose": law, "options": [law], "hint": law},
        {"columns": [law], "rows": 1},
        title=law,
        summary=law,
        intro=[law],
    )
    everywhere["sections"][0]["title"] = law
    everywhere["steps"] = [
        {"id": "s", "what": law, "days": 0, "unit": "calendar", "after": "start"}
    ]
    assert [where for where, _ in found(small, everywhere)] == [
        "title",
        "summary",
        "intro.0",
        "steps.0.what",
        "sections.0.title",
        f"{FIRST}.choose",
        f"{FIRST}.hint",
        f"{FIRST}.options.0",
        "sections.0.blocks.1.columns.0",
    ]


def test_accepts_a_statement_with_its_fact_and_a_text_with_its_reason(small: Data) -> None:
    say = {"say": "The firm must give you a copy.", "law": ["report-rule"]}
    why = {"say": "Days we wait", "plain": "Our own choice."}
    assert found(small, form({"text": say}, {"field": why})) == []


def test_finds_a_mark_that_names_neither_a_fact_nor_a_reason(small: Data) -> None:
    ((_, message),) = found(small, form({"text": {"say": "You must."}}))
    assert message.startswith("must either name the facts")
    both = {"say": "You must.", "law": ["report-rule"], "plain": "No."}
    ((_, message),) = found(small, form({"text": both}))
    assert message.startswith("must either name the facts")


def test_finds_a_fact_that_is_not_there(small: Data) -> None:
    say = {"say": "You must.", "law": ["report-rul"]}
    assert found(small, form({"text": say})) == [
        (f"{FIRST}.text.law.0", '"report-rul" is the id of no fact (did you mean "report-rule"?)')
    ]


def test_finds_a_number_that_the_facts_do_not_have(small: Data) -> None:
    say = {"say": "It must come within 45 days, not ten.", "law": ["report-rule"]}
    assert found(small, form({"text": say})) == [
        (f"{FIRST}.text", "says 10, which none of its facts does"),
        (f"{FIRST}.text", "says 45, which none of its facts does"),
    ]


@pytest.mark.parametrize(
    ("status", "silent", "says"),
    [
        ("withdrawn", "You must.", "That was withdrawn."),
        ("withdrawn", "You must.", "HUD rescinded it."),
        ("proposed", "You must.", "It was only proposed."),
        ("expired", "You must.", "It expired."),
        ("repealed", "You must.", "It was repealed."),
        ("enjoined", "You must.", "It was stopped by a court."),
        ("unclear", "You must.", "It is advice, not law."),
    ],
)
def test_what_is_not_in_force_says_so_in_the_text(
    small: Data, status: str, silent: str, says: str
) -> None:
    fact = altered(small.facts[0], status=status)
    data = small.model_copy(update={"facts": [fact]})
    law = ["report-rule"]
    ((_, message),) = found(data, form({"text": {"say": silent, "law": law}}))
    assert message == f"rests on report-rule, which is {status}; the text must say so"
    assert found(data, form({"text": {"say": says, "law": law}})) == []


def test_what_is_not_confirmed_says_so_in_the_text(small: Data) -> None:
    fact = altered(small.facts[0], confirmed=False, sources=[])
    data = small.model_copy(update={"facts": [fact]})
    law = ["report-rule"]
    ((_, message),) = found(data, form({"text": {"say": "You must.", "law": law}}))
    assert 'the text must say "not confirmed"' in message
    told = {"say": "That you must is not confirmed.", "law": law}
    assert found(data, form({"text": told})) == []


def test_finds_a_statement_whose_fact_has_no_source(small: Data) -> None:
    data = small.model_copy(update={"facts": [altered(small.facts[0], sources=[])]})
    say = {"say": "You must.", "law": ["report-rule"]}
    assert found(data, form({"text": say})) == [
        (f"{FIRST}.text", "rests on report-rule, which has no source")
    ]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({}, "has nothing; it must have one of"),
        ({"text": "A", "tick": "B"}, "has text, tick; it must have one of"),
        ({"choose": "Which?"}, "that do not belong to it"),
        ({"columns": ["A"]}, "that do not belong to it"),
        ({"text": "A", "kind": "long"}, "that do not belong to it"),
        ({"text": "A", "one": True}, "that do not belong to it"),
        ({"text": "A", "hint": "B"}, "that do not belong to it"),
        ({"adds": "final"}, "that do not belong to it"),
        ({"adds": "final", "tick": "A"}, "has tick, adds; it must have one of"),
    ],
)
def test_finds_a_block_that_is_not_exactly_one_thing(
    small: Data, block: dict[str, Any], message: str
) -> None:
    ((where, told),) = found(small, form(block))
    assert where == FIRST
    assert message in told


def test_the_law_of_places_adds_to_one_part_of_a_form_for_those_it_binds(small: Data) -> None:
    adds = {"adds": "final", "hint": "Tick each."}
    assert found(small, form(adds)) == []
    ((where, message),) = found(small, form(adds, {**adds, "adds": "first"}))
    assert (where, message) == ("sections", "has 2 blocks with adds; a form has one at most")
    ((where, message),) = found(small, form(adds, **{"for": ["survivor"]}))
    assert where == "for"
    assert "adds is for an employer or a landlord" in message


def test_finds_an_empty_form_and_an_id_that_stands_twice(small: Data) -> None:
    empty = form(sections=[])
    assert found(small, empty) == [("sections", "is empty, and there are no steps either")]
    assert found(small, form(), form()) == [("id", '"letter" stands twice')]


def test_holds_the_steps_of_a_planner_to_their_facts(small: Data) -> None:
    fact = altered(small.facts[0], text="A firm has thirty days, or 30.")
    data = small.model_copy(update={"facts": [fact]})
    what = {"say": "They have 30 days.", "law": ["report-rule"]}

    def planner(**changes: Any) -> dict[str, Any]:
        step = {"id": "end", "what": what, "days": 30, "unit": "calendar", "after": "start"}
        return form(sections=[], steps=[step | changes])

    assert found(data, planner()) == []
    assert found(data, planner(days=31)) == [
        ("steps.0.days", "is 31, which none of the step's facts says")
    ]
    ((where, message),) = found(data, planner(after="begin"))
    assert where == "steps.0.after"
    assert message.startswith('"begin" is none of start, disputed, notified')


def test_problems_name_the_file_the_line_and_the_field(tmp_path: Path, small: Data) -> None:
    path = tmp_path / "forms.yaml"
    path.write_text(yaml.safe_dump({"forms": [form({"text": "You must."})]}), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_forms(path, small)
    (problem,) = caught.value.problems
    assert problem.field == "forms.letter.sections[0].blocks[0].text"
    assert "text: You must." in path.read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_the_sites_own_forms_are_whole(forms: list[Form]) -> None:
    assert {reader for item in forms for reader in item.for_} == {
        "employer",
        "landlord",
        "healthcare",
        "survivor",
    }


TELLING = "Write for help after trafficking."


def test_what_is_sent_tells_nobody_why(small: Data) -> None:
    sent = form({"text": TELLING}, title=TELLING, summary=TELLING, intro=[TELLING])
    assert [(where, message) for where, message in found(small, sent)] == [
        (where, 'says "traffick" in what is sent to somebody; say it in neutral words')
        for where in ("title", f"{FIRST}.text")
    ]
    ((where, message),) = found(small, form(id="survivor-letter"))
    assert (where, message) == (
        "id",
        'says "survivor" in the name of a file that is sent to somebody',
    )


@pytest.mark.parametrize("use", ["given", "kept"])
def test_what_goes_to_everyone_or_to_nobody_may_say_it(small: Data, use: str) -> None:
    assert found(small, form({"text": TELLING}, use=use)) == []
