"""Change the code in small ways and list the changes that no test notices: tests/mutants.md.

    python tools/mutants.py --only load. lint. --count 500
    python tools/mutants.py --again

A run goes on where the last one ended: it tries mutants that have not been tried, in an order that
the seed gives, or again those that survived. `make clean` forgets them.

mutmut makes the mutants and runs, for each, the tests that call the changed function. It wants the
package at the top and leaves properties alone, so it works on a copy (`.cache/mutants/`) in which a
property is a plain method with another name; the lines stay where they are. It changes what stands
in functions without another decorator: tables and patterns at the top of a module are not tried.

A survivor that a person has read and found to be no different from the original is named in
tests/mutants.toml with the reason.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import random
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import libcst

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hooks/record_relief"
STAGE = ROOT / ".cache/mutants"
REPORT = ROOT / "tests/mutants.md"
READ = ROOT / "tests/mutants.toml"
# What is tried: the ways of the data from the file to the facts.
MODULES = (
    "source/yamlfile.py",
    "source/problems.py",
    "build/load.py",
    "lint/*.py",
    "derive/*.py",
    "derive/questions/*.py",
)
# What tries it: the tests that run in one process within seconds.
TESTS = (
    "tests/source",
    "tests/build/test_load.py",
    "tests/build/test_cli.py",
    "tests/files/api",
    "tests/lint",
    "tests/derive",
)
# Seconds each: they find only what breaks everything, or start a program that is not the copy.
LEFT_OUT = (
    "tests/build/test_cli.py::test_the_program_accepts_the_real_data",
    "tests/build/test_cli.py::test_the_program_fails_for_broken_data",
    "tests/source/test_yamlfile.py::test_any_text_loads_or_is_refused",
    "tests/build/test_load.py::test_any_junk_anywhere_loads_or_is_refused",
)
_PREFIX = "property_"
_COLUMNS = ("mutants", "tried", "killed", "timed out", "untested", "survived", "the same")
# Facts that several tests share would be worked out in the first of them, and only that one be
# known to need the code: here each test works them out, and caches are emptied before it. The real
# data is read once for all.
_PLUGIN = """\
import gc
import os
import sys

import hypothesis
import pytest
import record_relief.build.load

hypothesis.settings.register_profile(
    "mutants", derandomize=True, database=None, deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
hypothesis.settings.load_profile("mutants")
os.register_at_fork(before=gc.freeze)  # what is shared stays shared
kept = []


def pytest_collection_modifyitems(items):
    # Most mutants need no other tests than their own module's, or those of made-up data.
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0].rpartition(".")[2]
    real = {"facts", "data", "raw", "raw_places"}
    items.sort(
        key=lambda item: (item.path.stem != f"test_{module}", bool(real & {*item.fixturenames}))
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    for name in ("facts", "small_facts"):
        for fixture in item._fixtureinfo.name2fixturedefs.get(name, ()):
            fixture.finish(item._request)
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith("record_relief") else ():
            getattr(value, "cache_clear", int)()


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    if fixturedef.argname != "data":
        return None
    if not kept:
        file = request.config.rootpath / "data/states.yaml"
        kept.append(record_relief.build.load.load(file).data)
    fixturedef.cached_result = (kept[0], fixturedef.cache_key(request), None)
    return kept[0]
"""
_SETTINGS = """\
[tool.mutmut]
source_paths = ["record_relief"]
only_mutate = {modules}
also_copy = ["data", "docs", "overrides", "tools", "mkdocs.yml", "kept_data.py"]
pytest_add_cli_args_test_selection = {tests}

[tool.pytest.ini_options]
pythonpath = [".", "tools"]
addopts = ["--import-mode=importlib", "-p", "kept_data", "-p", "no:cacheprovider"]
filterwarnings = ["error", "ignore:pkg_resources is deprecated:DeprecationWarning"]
# pytest would escape the names of tests anew each time that it runs in one process.
disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true
"""


@dataclass(frozen=True)
class Mutant:
    """One change: mutmut's name for it, where it stands, and what became of it."""

    name: str
    file: str
    function: str
    line: int
    before: str
    after: str
    status: str

    @property
    def change(self) -> str:
        """What tests/mutants.toml calls it by: it lasts when lines move."""
        return f"{self.file} {self.function}: {self.before} -> {self.after}"


def without_properties(source: str) -> str:
    """Return a module whose properties call plain methods, every line where it was.

    Looks for `@property` and `@cached_property` alone on a method.
    """
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        made = []
        for method in node.body:
            kinds = [ast.unparse(each) for each in getattr(method, "decorator_list", ())]
            if not isinstance(method, ast.FunctionDef) or kinds not in (
                ["property"],
                ["cached_property"],
            ):
                continue
            at = method.decorator_list[0].lineno - 1
            lines[at] = lines[at].replace("@", "# ")
            at = method.lineno - 1
            lines[at] = lines[at].replace(f"def {method.name}", f"def {_PREFIX}{method.name}", 1)
            target = f"{node.name}.{method.name}"
            made.append(f"{target} = {kinds[0]}({node.name}.{_PREFIX}{method.name})")
            if kinds == ["cached_property"]:
                made.append(f'{target}.__set_name__({node.name}, "{method.name}")')
        if made:  # on the first of the blank lines after the class
            end = int(node.end_lineno or 0)
            lines[end] = "; ".join(made)
    return "\n".join(lines)


def stage() -> None:
    """Lay out the copy of the project that mutmut works on; what has not changed stays."""
    for file in sorted(PACKAGE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        _keep(
            STAGE / "record_relief" / file.relative_to(PACKAGE),
            without_properties(source) if file in tried() else source,
        )
    for name in ("data", "docs", "overrides", "tools", "tests", "mkdocs.yml"):
        if not (STAGE / name).is_symlink():
            (STAGE / name).symlink_to(ROOT / name)
    _keep(STAGE / "kept_data.py", _PLUGIN)
    chosen = [*TESTS, *(f"--deselect={test}" for test in LEFT_OUT)]
    settings = _SETTINGS.format(
        modules=json.dumps([f"record_relief/{pattern}" for pattern in MODULES]),
        tests=json.dumps(chosen),
    )
    _keep(STAGE / "pyproject.toml", settings)


def _keep(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def tried() -> list[Path]:
    """Return the files that are changed."""
    return sorted(file for pattern in MODULES for file in PACKAGE.glob(pattern))


def names(file: Path) -> list[str]:
    """Return mutmut's names of all mutants of a file, in order."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    path = _staged(file)
    made = mutate_file_contents(str(path), (STAGE / path).read_text(encoding="utf-8"))
    return [get_mutant_name(path, name) for name in made.mutant_names]


def _staged(file: Path) -> Path:
    return Path("record_relief") / file.relative_to(PACKAGE)


def kept(file: Path) -> dict[str, str]:
    """Return what became of the mutants of a file that have been tried, by name."""
    from mutmut.stats import status_by_exit_code

    meta = STAGE / "mutants" / f"{_staged(file)}.meta"
    if not meta.exists():
        return {}
    codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: status_by_exit_code[code] for name, code in codes.items() if code is not None}


def run(chosen: Sequence[str]) -> int:
    """Try these mutants, one after another; return mutmut's exit status."""
    # Which test needs which function is found out anew: tests may have changed.
    (STAGE / "mutants/mutmut-stats.json").unlink(missing_ok=True)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *chosen]
    return subprocess.run(command, cwd=STAGE, env=environment).returncode


def results(file: Path) -> Iterator[Mutant]:
    """Yield what became of the mutants of a file that have been tried."""
    from mutmut.mutation.diff_apply import read_functions_from_index

    lines = _lines(file)
    where = file.relative_to(PACKAGE).as_posix()
    for name, status in kept(file).items():
        functions = read_functions_from_index(name, _staged(file))
        assert functions, f"mutmut has lost {name}"
        offset, before, after = _difference(*map(_code, functions))
        function = _function(name)
        yield Mutant(name, where, function, lines[function] + offset, before, after, status)


def _function(name: str) -> str:
    """Return the name of the changed function as the source has it: `Class.method`."""
    mangled = name.rpartition(".")[2].partition("__mutmut_")[0]
    parts = mangled[2:].split("ǁ") if mangled.startswith("xǁ") else [mangled[2:]]
    return ".".join(part.removeprefix(_PREFIX) for part in parts)


def _lines(file: Path) -> dict[str, int]:
    """Return the line of every function and method of a file."""
    found = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = node.lineno
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    found[f"{node.name}.{method.name}"] = method.lineno
    return found


def _code(function: libcst.FunctionDef) -> list[str]:
    """Return the lines of a function from `def` on."""
    bare = function.with_changes(leading_lines=[], lines_after_decorators=[], decorators=[])
    return libcst.Module([bare]).code.split("\n")


def _difference(before: list[str], after: list[str]) -> tuple[int, str, str]:
    """Return where two functions differ, and both texts there on one line each."""
    for kind, start, end, other, until in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            return start, _flat(before[start:end]), _flat(after[other:until])
    raise AssertionError("a mutant is like its original")


def _flat(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())


def read_by_a_person() -> dict[str, str]:
    """Return the reason for each survivor that is no different from the original, by change."""
    kept = tomllib.loads(READ.read_text(encoding="utf-8")).get("same", ())
    return {change: group["reason"] for group in kept for change in group["changes"]}


def report(made: dict[str, int], mutants: Sequence[Mutant], seed: int) -> str:
    """Return tests/mutants.md. `made` says how many mutants each file has."""
    same = read_by_a_person()
    text = [
        "# Mutants",
        "",
        "Changes to load, lint and derive that no test notices. `make mutants` changes the code in",
        "small ways, one at a time, and writes this file; `tools/mutants.py` says how to go on.",
        f"The table says how many were tried so far, the last ones drawn with the seed {seed}.",
        "",
        "A mutant is killed when a test fails or crashes, survives when all that call the changed",
        "function pass, is untested when none calls it, and is timed out when the tests take far",
        "longer.",
        "Tables, patterns and other code outside of functions, and cached functions, are not",
        "changed.",
        "",
        "Tests:",
        *(f"- `{test}`" for test in TESTS),
        "",
        "without",
        *(f"- `{test}`" for test in LEFT_OUT),
        "",
        f"| {' | '.join(('module', *_COLUMNS))} |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    total: Counter[str] = Counter()
    for file, count in made.items():
        own = [mutant for mutant in mutants if mutant.file == file]
        row = Counter(_outcome(mutant) for mutant in own)
        row["mutants"], row["tried"] = count, len(own)
        row["the same"] = sum(mutant.change in same for mutant in _alive(own))
        total.update(row)
        text.append(_row(file, row))
    text += [_row("**all**", total), ""]
    alive = _alive(mutants)
    text += ["## Survivors", ""]
    text += _listed([m for m in alive if m.change not in same]) or ["None."]
    text += ["", "## Untested", ""]
    text += _listed([m for m in mutants if _outcome(m) == "untested"]) or ["None."]
    for reason in dict.fromkeys(same.values()):
        group = [m for m in alive if same.get(m.change) == reason]
        if group:
            text += ["", f"## The same as the original: {reason}", "", *_listed(group)]
    return "\n".join(text) + "\n"


def _outcome(mutant: Mutant) -> str:
    known = {"segfault": "killed", "timeout": "timed out", "no tests": "untested"}
    return known.get(mutant.status, mutant.status)


def _alive(mutants: Sequence[Mutant]) -> list[Mutant]:
    return [mutant for mutant in mutants if _outcome(mutant) == "survived"]


def _row(name: str, counts: Counter[str]) -> str:
    return f"| {' | '.join((name, *(str(counts[column]) for column in _COLUMNS)))} |"


def _listed(mutants: Sequence[Mutant]) -> list[str]:
    return [
        f"- {m.file}:{m.line} `{m.function}`: `{m.before}` → `{m.after}`"
        for m in sorted(mutants, key=lambda m: (m.file, m.line, m.name))
    ]


def main() -> int:
    """Command line: try mutants, write the report."""
    parser = argparse.ArgumentParser(description="Change the code and see which tests notice.")
    parser.add_argument("--count", type=int, default=0, help="how many at most; 0 means all")
    parser.add_argument("--seed", type=int, default=1, help="which, when not all")
    parser.add_argument("--only", nargs="*", default=[""], help="parts of names: load. derive.fit")
    parser.add_argument("--again", action="store_true", help="those that no test has killed")
    parser.add_argument("--report", action="store_true", help="only write the report anew")
    options = parser.parse_args()
    stage()
    os.chdir(STAGE)  # mutmut looks for its settings and for what it kept where it is started
    made = {file: names(file) for file in tried()}
    known = {name: status for file in made for name, status in kept(file).items()}
    wanted = [
        name
        for found in made.values()
        for name in found
        if any(part in name for part in options.only)
        and (known.get(name) not in (None, "killed") if options.again else name not in known)
    ]
    count = 0 if options.report else min(options.count or len(wanted), len(wanted))
    chosen = random.Random(options.seed).sample(wanted, count)
    print(f"{sum(map(len, made.values())):,} mutants, of which {len(chosen):,} are tried now")
    status = run(chosen) if chosen else 0
    mutants = [each for file in made for each in results(file)]
    counts = {file.relative_to(PACKAGE).as_posix(): len(found) for file, found in made.items()}
    REPORT.write_text(report(counts, mutants, options.seed), encoding="utf-8")
    print(f"{REPORT.relative_to(ROOT)}: {len(_alive(mutants))} of {len(mutants)} survived")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
