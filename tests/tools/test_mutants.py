"""What the report on mutants says, and the copy of the code on which they are made."""

from __future__ import annotations

from collections import Counter

import mutants
from mutants import MODULES, PACKAGE, Mutant, report, tried, without_properties

SOURCE = '''\
from functools import cached_property


class Shelf:
    """Things in a row."""

    def __init__(self, *things: str) -> None:
        self.things = things

    @property
    def first(self) -> str:
        """The first."""
        return self.things[0]

    @cached_property
    def longest(self) -> str:
        return max(self.things, key=len)


class Plain:
    size = 3
'''


def test_properties_become_methods_that_the_properties_call() -> None:
    made = without_properties(SOURCE)
    names: dict[str, type] = {}
    exec(made, names)
    shelf = names["Shelf"]("ab", "cde")
    assert (shelf.first, shelf.longest) == ("ab", "cde")
    assert "longest" in vars(shelf), "it is still worked out once"
    assert names["Shelf"].property_first(shelf) == "ab"


def test_every_line_stays_where_it_is() -> None:
    before, after = SOURCE.split("\n"), without_properties(SOURCE).split("\n")
    assert len(before) == len(after)
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if "return" in old or "class" in old:
            assert old == new, number


def test_no_module_that_is_tried_has_a_property_that_the_copy_leaves() -> None:
    for file in tried():
        made = without_properties(file.read_text(encoding="utf-8"))
        assert "\n    @property" not in made, file
        assert "\n    @cached_property" not in made, file
    assert {file.relative_to(PACKAGE).parts[0] for file in tried()} >= {"lint", "derive"}
    assert all(any(PACKAGE.glob(pattern)) for pattern in MODULES)


def test_the_report_tells_what_was_tried_and_what_lives() -> None:
    found = [
        Mutant("m1", "load.py", "load", 7, "a < b", "a <= b", "survived"),
        Mutant("m2", "load.py", "load", 8, "x = 1", "x = 2", "killed"),
        Mutant("m3", "lint/a.py", "A.b", 3, "c", "d", "no tests"),
        Mutant("m4", "lint/a.py", "A.b", 4, "e", "f", "timeout"),
    ]
    text = report({"load.py": 5, "lint/a.py": 2}, found, seed=9)
    assert "| load.py | 5 | 2 | 1 | 0 | 0 | 1 | 0 |" in text
    assert "| lint/a.py | 2 | 2 | 0 | 1 | 1 | 0 | 0 |" in text
    assert "| **all** | 7 | 4 | 1 | 1 | 1 | 1 | 0 |" in text
    assert "with the seed 9" in text
    survivors, untested = text.split("## Survivors")[1].split("## Untested")
    assert "- load.py:7 `load`: `a < b` → `a <= b`" in survivors
    assert "- lint/a.py:3 `A.b`: `c` → `d`" in untested
    assert "x = 2" not in text


def test_every_reading_of_a_survivor_has_a_reason_and_names_it_once() -> None:
    kept = mutants.read_by_a_person()
    assert all(reason.strip() for reason in kept.values())
    groups = mutants.tomllib.loads(mutants.READ.read_text(encoding="utf-8")).get("same", ())
    named = Counter(change for group in groups for change in group["changes"])
    assert not [change for change, times in named.items() if times > 1]
