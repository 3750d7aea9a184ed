"""Loading evidence: every way for it to be wrong is refused, with its file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from record_relief.build.load import Loaded, load
from record_relief.source.problems import DataError
from record_relief.source.values import CODES

from tests.builders import EVIDENCE, TODAY, marked, replaced, states_yaml, write_evidence

Load = Callable[..., Loaded]
NAME = "data/evidence/ny.yaml"


@pytest.fixture
def load_with(tmp_path: Path) -> Load:
    """Load the small facts, or other ones, with a text as New York's evidence."""

    def load_with(evidence: str, facts: str | None = None) -> Loaded:
        path = tmp_path / "states.yaml"
        path.write_text(facts or states_yaml(), encoding="utf-8")
        write_evidence(tmp_path, NY=evidence)
        return load(path, filename="data/states.yaml", today=TODAY)

    return load_with


def test_the_small_evidence_is_right(load_with: Load) -> None:
    loaded = load_with(EVIDENCE)
    assert loaded.warnings == []
    assert list(loaded.data.evidence) == sorted(CODES)
    found = loaded.data.evidence["NY"]
    (item,) = found.proof("vacatur", "proof.standard")
    assert (item.text, item.at, item.words) == ("T1", "(2)", "by a preponderance of the evidence")
    assert found.proof("vacatur", "steps") == ()
    assert found.proof("no-such-law", "age") == ()
    assert found.text["T3"].language == "es"


# What is wrong: the text as it should be, the text with the error, the field as an editor knows it,
# what the message must say, and more replacements where it takes more than one. The mark stands on
# the line where the problem must show.
BROKEN: dict[str, tuple[str, str, str, tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "unknown key": (
        "amended:\n",
        "▶amend: []\namended:\n",
        "amend",
        (
            '(did you mean "amended"?)',
            "allowed: code, read, texts, laws, ways, fair, amended, tell",
        ),
        (),
    ),
    "unknown key of a text": (
        "  whole: true\n",
        "  whole: true\n▶  holes: 2\n",
        "texts.T1.holes",
        ("is not a field here", "allowed: id, title, described, "),
        (),
    ),
    "unknown key of a law": (
        "    read: whole\n",
        "    read: whole\n▶    reads: part\n",
        "laws.vacatur.reads",
        ('(did you mean "read"?); allowed: read, proof',),
        (),
    ),
    "unknown key of proof": (
        "        words: any offense\n",
        "        words: any offense\n▶        word: any\n",
        "laws.vacatur.proof.offenses.scope[0].word",
        ('(did you mean "words"?); allowed: text, at, words, silent, reading',),
        (),
    ),
    "no section": (
        "tell:\n- The bill was read in part.\n",
        "",
        "tell",
        ("is missing",),
        (("code: NY\n", "▶code: NY\n"),),
    ),
    "kind outside the list": (
        "  kind: bill\n",
        "▶  kind: bil\n",
        "texts.T2.kind",
        ('"bil" is not one of statute, session_law,', '(did you mean "bill"?)'),
        (),
    ),
    "language outside the list": (
        "  language: es\n",
        "▶  language: fr\n",
        "texts.T3.language",
        ('"fr" is not one of en, es',),
        (),
    ),
    "how much was read": (
        "    read: whole\n",
        "▶    read: all\n",
        "laws.vacatur.read",
        ('"all" is not one of whole, part, none',),
        (),
    ),
    "day as text": (
        "read: 2026-11-22\n",
        "▶read: '2026-11-22'\n",
        "read",
        ("must be a date such as 2026-03-31, without quotes",),
        (),
    ),
    "address": (
        "  url: https://bills.example/2\n",
        "▶  url: bills.example/2\n",
        "texts.T2.url",
        ("is not a web address",),
        (),
    ),
    "no text": (
        "      age:\n      - text: T1\n        silent: true\n",
        "      age:\n      - ▶silent: true\n",
        "laws.vacatur.proof.age[0]",
        ('lacks the field "text"',),
        (),
    ),
    "neither words nor silence": (
        "      - text: T1\n        words: is void\n",
        "      - ▶text: T1\n",
        "laws.vacatur.proof.effect[0]",
        ('needs either "words" or "silent: true"',),
        (),
    ),
    "words and silence": (
        "      - text: T1\n        words: is void\n",
        "      - ▶text: T1\n        words: is void\n        silent: true\n",
        "laws.vacatur.proof.effect[0]",
        ('needs either "words" or "silent: true"',),
        (),
    ),
    "silence at a place": (
        "      - text: T1\n        words: is void\n",
        "      - ▶text: T1\n        at: (1)\n        silent: true\n",
        "laws.vacatur.proof.effect[0]",
        ('is silent, so it can\'t have "at"',),
        (),
    ),
    "silent: false": (
        "      age:\n      - text: T1\n        silent: true\n",
        "      age:\n      - text: T1\n▶        silent: false\n",
        "laws.vacatur.proof.age[0].silent",
        ("false (a truth value",),
        (),
    ),
    "nothing beside a field": (
        "      effect:\n      - text: T1\n        words: is void\n",
        "▶      effect: []\n",
        "laws.vacatur.proof.effect",
        ("is empty",),
        (),
    ),
    "proof that is no list": (
        "      effect:\n      - text: T1\n        words: is void\n",
        "▶      effect: is void\n",
        "laws.vacatur.proof.effect",
        ('is "is void"; it must be a list',),
        (),
    ),
    "laws that are a list": (
        "laws:\n  vacatur:\n",
        "▶laws: []\nlawz:\n  vacatur:\n",
        "laws",
        ("is an empty list; it must be a mapping",),
        (),
    ),
    "id of a law": (
        "laws:\n  vacatur:\n",
        "laws:\n▶  _vacatur:\n",
        "laws._vacatur",
        ('"_vacatur" does not have the form',),
        (),
    ),
    "day of an act": (
        "  effective: '2026-07-01'\n",
        "▶  effective: July 1\n",
        "amended[0].effective",
        ("is not a date: write 2026,",),
        (),
    ),
    "a field twice": (
        "      effect:\n",
        "      effect:\n      - text: T1\n        words: is not\n▶      effect:\n",
        "laws.vacatur.proof.effect",
        ("stands twice (first on line",),
        (),
    ),
    "the code of another place": (
        "code: NY\n",
        "▶code: NJ\n",
        "code",
        ('is "NJ"; the name of the file says NY',),
        (),
    ),
    "a text that is not there": (
        "  effective: '2026-07-01'\n  text: T3\n",
        "  effective: '2026-07-01'\n▶  text: T33\n",
        "amended[0].text",
        ('"T33" is the id of no text of the place (did you mean "T3"?)',),
        (),
    ),
    "the id of a source": (
        "- id: T2\n",
        "- ▶id: S2\n",
        "texts.S2.id",
        ('"S2" is also the id of a source of the place',),
        (),
    ),
    "the same id twice": (
        "texts:\n- id: T1\n",
        "texts:\n- ▶id: T1\n",
        "texts.T1.id",
        ('"T1" stands 2 times',),
        (("- id: T3\n", "- id: T1\n"),),
    ),
    "a law that is gone": (
        "laws:\n  vacatur:\n",
        "laws:\n▶  vacature:\n",
        "laws.vacature",
        ('"vacature" is the id of no law of the place (did you mean "vacatur"?)',),
        (),
    ),
    "a field that is gone": (
        "      effect:\n",
        "▶      effects:\n",
        "laws.vacatur.proof.effects",
        ('"effects" is not a field of this law',),
        (),
    ),
    "too many words": (
        "        words: is void\n",
        f"▶        words: {'is void ' * 21}\n",
        "laws.vacatur.proof.effect[0].words",
        ("has 42 words; at most 40 are allowed",),
        (),
    ),
    "words twice": (
        "      - text: T1\n        words: is void\n",
        "      - text: T1\n        words: is void\n      - text: T2\n▶        words: is void\n",
        "laws.vacatur.proof.effect[1].words",
        ("stands twice beside this field",),
        (),
    ),
    "silence of a part": (
        "      - text: T1\n        silent: true\n        reading: It names",
        "      - text: T2\n▶        silent: true\n        reading: It names",
        "laws.vacatur.proof.trafficking[0].silent",
        ('neither text "T2" nor the law was read whole',),
        (("    read: whole\n", "    read: part\n"),),
    ),
    "a list": ("code: NY\n", "- code: NY\n▶", "", ("is not YAML",), ()),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_evidence_is_refused(load_with: Load, what: str) -> None:
    old, new, field, phrases, more = BROKEN[what]
    text = replaced(EVIDENCE, old, new)
    for change in more:
        text = replaced(text, *change)
    text, line = marked(text)
    with pytest.raises(DataError) as caught:
        load_with(text)
    found = [problem for problem in caught.value.problems if problem.file == NAME]
    messages = [p.message for p in found if (p.line, p.field) == (line, field)]
    assert any(all(phrase in message for phrase in phrases) for message in messages), found
    assert f"{NAME}:{line}: {field}" in str(caught.value)


# What the facts must not say when their proof does not carry it: the proof as it should be and as
# it is, the line of the facts, the field, the message.
UNPROVEN = {
    "no proof": (
        "      age:\n      - text: T1\n        silent: true\n",
        "",
        "    age: any\n",
        "NY.relief[0].age",
        "has no proof in evidence/ny.yaml and is not marked unconfirmed",
    ),
    "a summary only": (
        "      - text: T1\n        words: the fee may be waived\n",
        "      - text: T3\n        words: the fee may be waived\n",
        "      rule: waivable\n",
        "NY.relief[0].fee.rule",
        "rests on a summary only, which confirms nothing; mark it unconfirmed",
    ),
    "silence for a value": (
        "      - text: T1\n        words: the fee may be waived\n",
        "      - text: T1\n        silent: true\n",
        "      rule: waivable\n",
        "NY.relief[0].fee.rule",
        'is "waivable", which needs words; silence can\'t say it',
    ),
}


@pytest.mark.parametrize("what", UNPROVEN)
def test_a_fact_without_its_proof_is_refused(load_with: Load, what: str) -> None:
    old, new, line, field, message = UNPROVEN[what]
    with pytest.raises(DataError) as caught:
        load_with(replaced(EVIDENCE, old, new))
    (found,) = caught.value.problems
    assert (found.file, found.field, found.message) == ("", field, message)
    assert states_yaml().splitlines(keepends=True)[found.line - 1] == line


def test_a_law_without_evidence_is_refused(load_with: Load) -> None:
    before, after = EVIDENCE.partition("laws:\n")[0], EVIDENCE.partition("ways:\n")[2]
    with pytest.raises(DataError) as caught:
        load_with(f"{before}laws: {{}}\nways:\n{after}")
    assert [(p.field, p.message) for p in caught.value.problems] == [
        ("NY.relief[0]", "is not in laws of evidence/ny.yaml")
    ]


def test_everything_wrong_with_facts_and_evidence_is_reported_at_once(load_with: Load) -> None:
    facts = replaced(states_yaml(), "  kind: nonprofit\n", "  kind: nonprofits\n")
    proof = replaced(EVIDENCE, "  kind: bill\n", "  kind: bil\n")
    proof = replaced(proof, "        words: is void\n", f"        words: {'is void ' * 21}\n")
    proof = replaced(proof, "  act: Act 3\n", "  act: 3\n")
    with pytest.raises(DataError) as caught:
        load_with(proof, facts)
    assert [(problem.file, problem.field) for problem in caught.value.problems] == [
        ("", "sources.hotline-page.kind"),
        (NAME, "texts.T2.kind"),
        (NAME, "laws.vacatur.proof.effect[0].words"),
        (NAME, "amended[0].act"),
    ]


def test_a_broken_text_does_not_make_its_words_look_wrong(load_with: Load) -> None:
    proof = replaced(EVIDENCE, "  kind: statute\n", "  kind: statutes\n")
    with pytest.raises(DataError) as caught:
        load_with(proof)
    assert {problem.field for problem in caught.value.problems} == {"texts.T1.kind"}


def test_a_place_without_a_file_of_evidence_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "states.yaml"
    path.write_text(states_yaml(), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(path, today=TODAY)
    assert {problem.message for problem in caught.value.problems} == {
        f"has no file of evidence, evidence/{code.lower()}.yaml" for code in CODES
    }
