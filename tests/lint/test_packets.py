"""No sentence in the papers to start from without what it rests on: `data/packets.yaml`."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from record_relief.build.load_packets import load_packets
from record_relief.lint import packets as lint
from record_relief.source.coded import LAW_FIELDS
from record_relief.source.evidence import Data
from record_relief.source.packets import PacketsFile
from record_relief.source.problems import DataError

from tests.builders import ROOT, data_of, raw_states

FILE = ROOT / "data/packets.yaml"
RAW: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SMALL = data_of(raw_states())
# The first field of the small law with words that stand at a named place.
FIELD, GROUND = next(
    (field, ground)
    for field, grounds in SMALL.evidence["NY"].laws["vacatur"].proof.items()
    for ground in grounds
    if ground.at and ground.words
)


def found(change: Callable[[dict[str, Any]], object]) -> list[str]:
    """Return what is found in the file after a change, beside a small data file."""
    raw = copy.deepcopy(RAW)
    raw["own"] = []
    # The facts that the file rests on are those of the real data.
    facts = [name for name in _facts(raw) if name]
    data = SMALL.model_copy(
        update={"facts": [SMALL.facts[0].model_copy(update={"id": name}) for name in facts]}
    )
    change(raw)
    file = PacketsFile.model_validate(raw)
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in lint.check(file, data)]


def _facts(raw: Any) -> list[str]:
    if isinstance(raw, dict):
        own = raw["law"] if isinstance(raw.get("law"), list) else []
        return [*own, *(name for value in raw.values() for name in _facts(value))]
    return [name for item in raw for name in _facts(item)] if isinstance(raw, list) else []


def question(raw: dict[str, Any], name: str) -> dict[str, Any]:
    return next(item for item in raw["questions"] if item["id"] == name)


def add(raw: dict[str, Any], **block: Any) -> None:
    raw["sheets"][0]["blocks"].append(block)


def test_the_real_file_is_held_to_the_real_data(data: Data) -> None:
    assert load_packets(FILE, data).sheets


def test_the_file_without_its_change_has_no_fault() -> None:
    assert found(dict.copy) == []


def test_what_a_law_marks_has_words_for_what_to_look_up() -> None:
    place = next(place for place in SMALL.jurisdictions if place.relief)
    law = place.relief[0].model_copy(update={"unconfirmed": ["proof", "last_amended.act", "quote"]})
    changed = place.model_copy(update={"relief": [law]})
    data = SMALL.model_copy(update={"jurisdictions": [changed]})
    file = PacketsFile.model_validate(RAW | {"own": []})
    told = [one.message for one in lint.check(file, data) if one.path == ("look_up",)]
    assert told == ['lacks "quote", which a law marks as not confirmed']


@pytest.mark.parametrize("field", [field.path for field in LAW_FIELDS])
def test_every_value_of_every_coded_field_has_its_sentence(field: str) -> None:
    def without(raw: dict[str, Any]) -> None:
        for item in raw["questions"]:
            for name in ("say", "tell"):
                values = item.get(name, {}).get(field)
                if values:
                    values.pop(next(iter(values)))
                    return
        raise AssertionError(f"no question asks for {field}")

    assert any("no sentence" in message for message in found(without))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda raw: add(raw, text="You must wait."), 'says "must" without what it rests on'),
        (lambda raw: add(raw, text={"say": "You must."}), "must name what it rests on"),
        (
            lambda raw: add(raw, number={"say": "The law says so.", "rests": ["fee.rule"]}),
            "is missing: which values the text is true of",
        ),
        (
            lambda raw: add(raw, note={"say": "The law says so.", "rests": ["fee.rul"]}),
            '"fee.rul" is not a field of a law',
        ),
        (
            lambda raw: add(raw, note={"say": "It is so.", "law": ["no-such-fact"]}),
            "is the id of no fact",
        ),
        (lambda raw: add(raw, text="From Record Relief."), "a lawyer files this"),
        (lambda raw: add(raw, text="Dear {name},"), "has {name}"),
        (lambda raw: add(raw), "has nothing; it must have one of"),
        (lambda raw: add(raw, text="One.", tick="Another."), "has text, tick"),
        (lambda raw: add(raw, ask="nothing"), "is no question"),
        (lambda raw: add(raw, text="So.", when={"fee.rule": ["cheap"]}), '"cheap" is none of'),
        (lambda raw: add(raw, text="So.", when={"fee": ["none"]}), "is no coded field of a law"),
        (lambda raw: raw["labels"].pop("words"), 'lacks "words"'),
        (lambda raw: raw["labels"].update(words="{words}"), "must name in braces"),
        (lambda raw: raw["look_up"].pop("fee.rule"), 'lacks "fee.rule"'),
        (lambda raw: raw["look_up"].pop("records.arrest"), 'lacks "records.arrest"'),
        (lambda raw: raw["ordered"].pop("seal"), 'lacks "seal"'),
        (lambda raw: raw["names"].pop(), "must end with one that begins with"),
        (
            lambda raw: question(raw, "fee")["say"]["fee.rule"].update(none="It costs 3 dollars."),
            "no coded value has a number",
        ),
        (
            lambda raw: (
                question(raw, "fee")["tell"].update({"age": {"any": "So."}})
                if "tell" in question(raw, "fee")
                else question(raw, "fee").update(tell={"age": {"any": "So."}})
            ),
            "is none of the fields of this question",
        ),
        (
            lambda raw: question(raw, "fee").update(only={"fee.rule": {"cheap": "So."}}),
            '"cheap" is not under say',
        ),
        (lambda raw: raw["sheets"].append(raw["sheets"][0]), "stands twice"),
    ],
)
def test_refuses(change: Callable[[dict[str, Any]], object], told: str) -> None:
    assert any(told in message for message in found(change)), found(change)


def own_line(**line: Any) -> Callable[[dict[str, Any]], None]:
    """Return a change that adds a sentence for the one law of the small data."""
    words = {"say": "A plain sentence.", "rests": [FIELD], "at": [GROUND.at], **line}

    def change(raw: dict[str, Any]) -> None:
        raw["own"] = [{"id": "own", "place": "NY", "law": "vacatur", "add": {"link": [words]}}]

    return change


def test_accepts_a_sentence_for_one_law_with_its_place_and_its_words() -> None:
    assert found(own_line(say=f"It was “{GROUND.words}”.")) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"say": "Within 4567 days."}, "says 4567, which the words read there do not"),
        ({"say": "It is “what nobody wrote”."}, "which is not in the words read there"),
        ({"at": ["(zz)"]}, 'nothing that was read at "(zz)"'),
        ({"rests": ["nexus.nothing"]}, "is not a field of a law"),
        ({"say": "As Record Relief says."}, "a lawyer files this"),
    ],
)
def test_refuses_a_sentence_for_one_law_that_goes_beyond_its_words(
    line: dict[str, Any], told: str
) -> None:
    assert any(told in message for message in found(own_line(**line)))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"adverse": ["(zz)"]}, 'nothing that was read stands at "(zz)"'),
        ({"open": {"fee.rule": "what it costs"}}, "is no field that this law marks"),
        ({"alone": ["fee"]}, '"fee" has no sentence of its own'),
        ({"parts": [{"title": "Bars", "before": "tim"}]}, '"tim" is no question'),
        (
            {"parts": [{"title": "Bars", "before": "timing", "ways": ["gone"]}]},
            '"gone" is no other way of NY',
        ),
        (
            {"parts": [{"title": "Bars", "before": "timing", "texts": ["T1"], "at": ["(zz)"]}]},
            'nothing that was read stands at "(zz)" of T1',
        ),
    ],
)
def test_refuses_what_one_law_names_and_has_not(more: dict[str, Any], told: str) -> None:
    def change(raw: dict[str, Any]) -> None:
        own_line()(raw)
        raw["own"][0].update(more)

    assert any(told in message for message in found(change)), found(change)


def test_refuses_sentences_for_a_law_that_is_gone() -> None:
    def change(raw: dict[str, Any]) -> None:
        own_line()(raw)
        raw["own"][0]["law"] = "gone"

    assert any('"gone" is no law of NY' in message for message in found(change))


def test_a_problem_names_the_file_the_line_and_the_field(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    old = "  charged: The fee is with the papers.\n"
    assert text.count(old) == 1
    path = tmp_path / "packets.yaml"
    path.write_text(text.replace(old, "  charged: The fee is 3 dollars.\n"), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(DataError) as raised:
        load_packets(path, SMALL, filename="packets.yaml")
    assert f"packets.yaml:{line}: questions.fee.say.fee.rule.charged: says 3" in str(raised.value)


def own_sheet(**text: Any) -> dict[str, Any]:
    """Return a sheet of one law with one sentence."""
    blocks = [{"number": {"say": "A plain sentence.", **text}}]
    return {"id": "more", "title": "More", "for": ["law"], "filed": True, "blocks": blocks}


LINE = {"say": "So.", "rests": [FIELD], "at": [GROUND.at]}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"law": ["vacatur", "gone"]}, '"gone" is no law of NY'),
        ({"cite": {"T99": "Code § 1"}}, "is the id of no text"),
        ({"leave_out": ["Nobody said this"]}, 'no doubt and no caution of NY begins "Nobody said'),
        ({"row": {"record": LINE}}, "is no coded field of a law"),
        ({"row": {"records": LINE | {"at": ["(zz)"]}}}, 'was read at "(zz)"'),
        ({"sheets": [own_sheet(rests=[FIELD])]}, "is missing: where in the text the words stand"),
        ({"sheets": [own_sheet(rests=[FIELD], at=["(zz)"])]}, 'nothing that was read at "(zz)"'),
        ({"sheets": [own_sheet()]}, "must name what it rests on"),
        ({"cover": [{"say": "So.", "rests": [FIELD], "at": ["(zz)"]}]}, 'was read at "(zz)"'),
        ({"caption": [{"say": "So.", "rests": [FIELD], "at": ["(zz)"]}]}, 'was read at "(zz)"'),
        ({"head": [LINE | {"at": ["(zz)"]}]}, 'was read at "(zz)"'),
        ({"columns": [LINE | {"at": ["(zz)"]}]}, 'was read at "(zz)"'),
        ({"titles": {"order": LINE | {"at": ["(zz)"]}}}, 'was read at "(zz)"'),
        ({"titles": {"ordr": LINE}}, "is no sheet (did you mean"),
        ({"tells": ["record"]}, '"record" is no coded field of a law'),
    ],
)
def test_refuses_what_is_said_of_some_laws_without_their_words(
    more: dict[str, Any], told: str
) -> None:
    def change(raw: dict[str, Any]) -> None:
        own_line()(raw)
        raw["own"][0].update(more)

    assert any(told in message for message in found(change)), found(change)


def test_accepts_a_sheet_of_one_law_that_is_held_to_its_words() -> None:
    def change(raw: dict[str, Any]) -> None:
        own_line()(raw)
        raw["own"][0]["sheets"] = [own_sheet(rests=[FIELD], at=[GROUND.at])]

    assert found(change) == []


def test_refuses_a_place_in_a_text_in_a_sheet_of_every_law() -> None:
    def change(raw: dict[str, Any]) -> None:
        add(raw, note={"say": "So.", "rests": ["fee.rule"], "at": ["(1)"]})

    assert any("stands only in a sheet of some laws" in message for message in found(change))
