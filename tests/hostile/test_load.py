"""Whatever stands in the data file: it loads clean, or is refused with a line and a reason."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from record_relief.build.load import load
from record_relief.source.evidence import Data
from record_relief.source.problems import DataError
from record_relief.source.yamlfile import _BAD_CHARACTER

from tests.builders import (
    DATA,
    EVIDENCE,
    MARK,
    TODAY,
    marked,
    replaced,
    states_yaml,
    write_evidence,
)
from tests.hostile.payloads import settings, texts


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a hostile file is written to be loaded."""
    path = tmp_path_factory.mktemp("hostile") / "states.yaml"
    write_evidence(path.parent)
    return path


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where hostile evidence is written, beside facts that are right."""
    path = tmp_path_factory.mktemp("hostile") / "states.yaml"
    path.write_text(states_yaml(), encoding="utf-8")
    write_evidence(path.parent)
    return path.with_name("evidence") / "ny.yaml"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a hostile file is written beside the real evidence."""
    path = tmp_path_factory.mktemp("hostile") / "states.yaml"
    shutil.copytree(DATA.with_name("evidence"), path.with_name("evidence"))
    return path


@cache
def real_lines() -> list[str]:
    return DATA.read_text(encoding="utf-8").split("\n")


@cache
def small_lines() -> list[str]:
    return states_yaml().split("\n")


def leaves(value: Any) -> Iterator[str]:
    """Yield every text of a model."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from leaves(item)
    elif isinstance(value, str):
        yield value


def judge(file: Path, text: str) -> Data | None:
    """Load a text; return what was accepted, or check that the refusal helps an editor.

    The text may be one of facts or of evidence.
    """
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    facts = file if file.name == "states.yaml" else file.parents[1] / "states.yaml"
    try:
        data = load(facts, filename="states.yaml", today=TODAY).data
    except DataError as error:
        helps(error, max(text.count("\n"), facts.read_bytes().count(b"\n")) + 1)
        return None
    for leaf in leaves(data):
        assert not _BAD_CHARACTER.search(leaf)
        assert len(leaf) <= 20_000
    return data


def helps(error: DataError, lines: int) -> None:
    assert error.problems
    for problem in error.problems:
        assert 1 <= problem.line <= lines
        assert problem.message
        shown = problem.render("states.yaml")
        assert shown.isprintable()
        assert len(shown) < 6_000


@st.composite
def damage(draw: st.DrawFn, lines: list[str]) -> str:
    """The text of a file with one to three things done to it."""
    lines = lines.copy()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        what = draw(st.sampled_from(("value", "value", "value", "insert", "cut", "twice", "swap")))
        if what == "value":
            key = re.match(r"[- ]*[a-z_]+: ", line)
            said = draw(texts())
            style = draw(st.sampled_from(('"', "'", None)))
            quoted = yaml.dump(
                said, default_style=style, width=10**9, allow_unicode=draw(st.booleans())
            )
            raw = draw(st.booleans())
            lines[at] = (key[0] if key else "") + (said if raw else quoted.split("\n")[0])
        elif what == "insert":
            column = draw(st.integers(0, len(line)))
            lines[at] = line[:column] + draw(texts()) + line[column:]
        elif what == "cut":
            del lines[at]
        elif what == "twice":
            lines.insert(at, line)
        else:
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], line
    return "\n".join(lines)


@given(text=damage(small_lines()).map(lambda text: Text(text)))
@settings(fixed=40, long=2_500)
def test_a_damaged_file_is_loaded_clean_or_refused(text: str, file: Path) -> None:
    judge(file, text)


@given(text=damage(EVIDENCE.split("\n")).map(lambda text: Text(text)))
@settings(fixed=40, long=1_000)
def test_damaged_evidence_is_loaded_clean_or_refused(text: str, proof: Path) -> None:
    judge(proof, text)


@given(text=damage(real_lines()).map(lambda text: Text(text)))
@settings(fixed=2, long=150)
def test_the_real_file_damaged_is_loaded_clean_or_refused(text: str, real: Path) -> None:
    judge(real, text)


class Text(str):
    """A file that a report shows only by its size."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} characters>"


# The place of a text, an attack, the field as an editor knows it, and what the message says.
REFUSED = {
    "a null byte": (
        "where: The court of the case",
        '▶where: "a\\0b"',
        "NY.relief[0].where",
        "has the control character U+0000; remove it",
    ),
    "a name written from right to left": (
        "name: New York",
        '▶name: "New \\u202eYork"',
        "NY.name",
        "has the control character U+202E; remove it",
    ),
    "100 KB": (
        "where: The court of the case",
        f"▶where: {'x' * 100_000}",
        "NY.relief[0].where",
        "has 100,000 characters; at most 3,000 are allowed",
    ),
    "only blanks": (
        "where: The court of the case",
        "▶where: '  '",
        "NY.relief[0].where",
        '"" says nothing',
    ),
    "a path in a code": (
        "- code: GU",
        "▶- code: ../GU",
        "../GU.code",
        '"../GU" does not have the form ^[A-Z0-9]+$',
    ),
    "a path in a name": (
        "name: Place GU",
        "▶name: ../../..",
        "GU.name",
        "makes no address; it needs letters from a to z",
    ),
    "markup in an id": (
        "- id: vacatur",
        '▶- id: "a\\"><b>"',
        "NY.relief[0].id",
        '"a"><b>" does not have the form ^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$',
    ),
    "a program for an address": (
        "url: https://laws.example/1",
        "▶url: javascript:alert(1)",
        "NY.relief[0].url",
        '"javascript:alert(1)" is not a web address: it must begin with http:// or https://',
    ),
    "an address that looks like another": (
        "url: https://laws.example/1",
        "▶url: https://courts.gov@evil.example/",
        "NY.relief[0].url",
        '"https://courts.gov@evil.example/" is not a web address:'
        " it must begin with http:// or https://",
    ),
    "letters that look like others": (
        "url: https://laws.example/1",
        "▶url: https://l\u0430ws.example/",
        "NY.relief[0].url",
        '"https://l\u0430ws.example/" is not a web address: it must begin with http:// or https://',
    ),
    "a program for a phone number": (
        "phone: 212-555-0100",
        '▶phone: "212-555-0100;ext=1"',
        "NY.help[0].phone",
        '"212-555-0100;ext=1" is not a phone number:'
        " write 212-555-0100, (212) 555-0100 or 1-888-...",
    ),
    "a second reader in an e-mail address": (
        "email: null",
        "▶email: a@b.example?bcc=c@d.example",
        "organisations.national-hotline.email",
        '"a@b.example?bcc=c@d.example" is not an e-mail address',
    ),
    "a number that never ends": (
        "years: 7",
        f"▶years: {'9' * 4_000}",
        "NY.fair_chance.employment.lookback.years",
        f"{'9' * 57}... (a number) is too high; at most 100 is allowed",
    ),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_is_refused_with_its_line_and_field(attack: str, file: Path) -> None:
    good, bad, field, message = REFUSED[attack]
    text = states_yaml()
    start = text.index("- code: NY") if field.startswith("NY") else 0
    text = text[:start] + text[start:].replace(good, bad, 1)
    assert MARK in text
    text, line = marked(text)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(file, filename="states.yaml", today=TODAY)
    found = {(problem.line, problem.field, problem.message) for problem in caught.value.problems}
    assert (line, field, message) in found


def test_the_small_file_is_accepted(file: Path) -> None:
    assert judge(file, states_yaml())
    assert judge(file, replaced(states_yaml(), "Form A", "Form <script>")) is not None
