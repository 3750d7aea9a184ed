"""Every rule is a file of its own, is used, and has a test file with the same name."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from record_relief import lint
from record_relief.lint import Context
from record_relief.source.evidence import Data
from record_relief.source.model import StatesFile

from tests.builders import TODAY, context

FOLDER = Path(lint.__file__).parent
# What rules share, and the checks of other files.
HELPERS = ("__init__", "base", "reading", "forms", "packets", "fair_base")
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in HELPERS)


def test_every_rule_is_used_once() -> None:
    checks = [importlib.import_module(f"record_relief.lint.{name}").check for name in MODULES]
    assert sorted(map(id, lint.RULES)) == sorted(map(id, checks))


def test_every_rule_has_a_test() -> None:
    tests = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{name}" for name in MODULES} <= tests


def test_no_rule_finds_anything_in_the_small_file(raw: dict[str, Any]) -> None:
    assert [finding for rule in lint.RULES for finding in rule(context(raw))] == []


def test_rules_survive_a_file_of_which_nothing_was_accepted() -> None:
    nothing: dict[str, Any] = {name: [] for name in StatesFile.model_fields}
    empty = Data.model_construct(**nothing, evidence={})
    for raw in ({}, None, [], {"jurisdictions": [None, "x", {}], "facts": 7}):
        for evidence in ({}, {"NY": None}, {"NY": {"texts": 7, "laws": [], "code": 1}}):
            for rule in lint.RULES:
                list(rule(Context(empty, raw, TODAY, evidence)))
