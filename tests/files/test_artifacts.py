"""Artifacts are made once, and anew when an input, the code or a library changes."""

from __future__ import annotations

import ast
import multiprocessing
import os
import sys
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from record_relief.files import artifacts
from record_relief.files.artifacts import Artifact, ArtifactError, Group, Work, as_is
from record_relief.files.cache import Cache

Make = Callable[..., bytes]


def write(
    artifacts: Iterable[Artifact | Group],
    site: Path,
    cache: Cache,
    taken: Iterable[str] = (),
    together: int = 1,
) -> None:
    """Make and write them all."""
    work = Work(site, cache, set(taken))
    try:
        work.add(artifacts, together)
        work.wait()
    finally:
        work.close()


@dataclass
class Source:
    title: str
    publisher: str


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Make]:
    """A function that loads a package from source, as a fresh process would, and returns `make`.

    `make` notes in a file each time that it runs.
    """
    folder = tmp_path / "code"
    (folder / "maker").mkdir(parents=True)
    monkeypatch.syspath_prepend(folder)
    log = tmp_path / "log"

    def load(helper: str = "WORD = 'a'", more: str = "") -> Make:
        (folder / "maker/__init__.py").write_text(f"LOG = {str(log)!r}\n")
        (folder / "maker/helper.py").write_text(helper)
        (folder / "maker/unused.py").write_text(more)
        (folder / "maker/make.py").write_text(
            textwrap.dedent("""
                from . import LOG
                def make(*inputs):
                    from .helper import WORD
                    with open(LOG, "a") as log:
                        log.write("x")
                    return repr((WORD, inputs)).encode()
            """)
        )
        for name in [name for name in sys.modules if name.partition(".")[0] == "maker"]:
            monkeypatch.delitem(sys.modules, name)
        artifacts._code.cache_clear()
        artifacts._libraries.cache_clear()
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        import maker.make  # type: ignore[import-not-found]

        made: Make = maker.make.make
        return made

    return load


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., tuple[bytes, int]]:
    """A function that builds one artifact into a new site: its bytes, and how often it was made."""
    log = tmp_path / "log"
    turn = iter(range(100))

    def run(make: Make, *inputs: Any, path: str = "a/file.txt") -> tuple[bytes, int]:
        site = tmp_path / f"site{next(turn)}"
        log.write_text("")
        cache = Cache(tmp_path / "cache")
        write([Artifact(path, make, inputs)], site, cache)
        cache.end()
        return (site / path).read_bytes(), len(log.read_text())

    return run


def test_the_same_is_made_once(code: Any, build: Any) -> None:
    make = code()
    first, times = build(make, "text", b"template")
    assert times == 1
    assert build(make, "text", b"template") == (first, 0)
    assert build(code(), "text", b"template", path="another.txt") == (first, 0)


@pytest.mark.parametrize(
    "changed",
    [
        ("text!", b"template"),
        ("text", b"template!"),
        ("texttemplate", b""),
        (b"text", b"template"),
        ("text", b"template", None),
        (("text", b"template"),),
        (["text", b"template"],),
    ],
)
def test_another_input_is_another_file(code: Any, build: Any, changed: tuple[Any, ...]) -> None:
    make = code()
    build(make, "text", b"template")
    assert build(make, *changed) == (repr(("a", changed)).encode(), 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (1, "1"),
        (date(2026, 1, 2), "2026-01-02"),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Source("a", "b"), Source("ab", "")),
    ],
)
def test_values_that_look_alike_are_told_apart(one: Any, other: Any) -> None:
    assert artifacts.key(Artifact("x", len, (one,))) != artifacts.key(Artifact("x", len, (other,)))


def test_changed_code_is_seen_wherever_it_is_imported(code: Any, build: Any) -> None:
    build(code(), "text")
    content, times = build(code(helper="WORD = 'b'"), "text")
    assert (content, times) == (b"('b', ('text',))", 1)


def test_each_import_of_the_package_is_seen_as_python_sees_it() -> None:
    for path, source in artifacts._SOURCES.items():
        seen = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                seen |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                above = ["one.two", "one", ""][node.level - 1] if node.level else ""
                start = ".".join(filter(None, (above, node.module)))
                seen |= {start, *(f"{start}.{alias.name}" for alias in node.names)}
        assert seen <= set(artifacts._imports(source, "one.two")), path


def test_code_that_is_not_used_changes_nothing(code: Any, build: Any) -> None:
    build(code(), "text")
    assert build(code(more="OTHER = 1"), "text")[1] == 0


def test_another_version_of_a_library_is_seen(
    code: Any, build: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(version: str) -> None:
        for earlier in (tmp_path / "lib").glob("some-*"):
            earlier.rmdir()
        (tmp_path / f"lib/some-{version}.dist-info").mkdir(parents=True)

    install("1.0")
    monkeypatch.setattr(artifacts, "_PATH", (*artifacts._PATH, str(tmp_path / "lib")))
    assert build(code(), "text")[1] == 1
    assert build(code(), "text")[1] == 0
    install("1.1")
    assert build(code(), "text")[1] == 1


def test_a_damaged_entry_is_made_again(code: Any, build: Any, tmp_path: Path) -> None:
    first, _ = build(code(), "text")
    (entry,) = (tmp_path / "cache/entries").iterdir()
    entry.write_bytes(entry.read_bytes()[:-3])
    assert build(code(), "text") == (first, 1)
    assert build(code(), "text") == (first, 0)


def _fail(word: str) -> bytes:
    raise ValueError(word)


def _die() -> bytes:
    os._exit(1)


def _joined(word: str, parts: dict[str, bytes]) -> bytes:
    return word.encode() + b" ".join(parts[path] for path in sorted(parts))


def _word(word: str) -> bytes:
    return word.encode()


def _text() -> str:
    return "text"


@pytest.mark.parametrize(
    ("make", "inputs", "message"),
    [
        (_fail, ("no such font",), "paper/new-york.pdf: ValueError: no such font"),
        (_die, (), "paper/new-york.pdf: BrokenProcessPool: "),
        (_text, (), "paper/new-york.pdf: TypeError: _text returned no bytes"),
        (_fail, (object(),), "paper/new-york.pdf: object is not a plain value"),
        (_fail, (["a", {"b"}],), "paper/new-york.pdf: set is not a plain value"),
        (lambda: b"", (), "paper/new-york.pdf: "),
    ],
)
def test_an_error_names_the_artifact(
    tmp_path: Path, make: Any, inputs: tuple[Any, ...], message: str
) -> None:
    with pytest.raises(ArtifactError) as error:
        write([Artifact("paper/new-york.pdf", make, inputs)], tmp_path, Cache(tmp_path / "cache"))
    assert str(error.value).startswith(message)
    assert not list(tmp_path.glob("cache/entries/*"))


def test_an_error_names_the_artifact_among_those_made_together(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    good = [Artifact(f"{number}.bin", bytes, (number,)) for number in range(5)]
    bad = Artifact("paper/new-york.pdf", _fail, ("no such font",))
    with pytest.raises(ArtifactError, match=r"^paper/new-york\.pdf: ValueError: no such font$"):
        write([*good[:3], bad, *good[3:]], tmp_path, cache, together=4)


@pytest.mark.parametrize("path", ["/etc/file", "../file", "a/../../file", ""])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(ArtifactError, match="below the root"):
        write([Artifact(path, bytes, ())], tmp_path / "site", Cache(tmp_path / "cache"))


def test_two_files_at_one_address_are_refused(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    with pytest.raises(ArtifactError, match=r"a\.txt: something else"):
        write([Artifact("a.txt", bytes, ()), Artifact("a.txt", bytes, (1,))], tmp_path, cache)
    with pytest.raises(ArtifactError, match=r"b\.txt: something else"):
        write([Artifact("b.txt", bytes, ())], tmp_path, cache, taken=["b.txt"])


@pytest.mark.parametrize("together", [1, 7, 60, 100])
def test_many_are_all_written(tmp_path: Path, together: int) -> None:
    many = [Artifact(f"{number}.bin", bytes, (number,)) for number in range(60)]
    write(many, tmp_path, Cache(tmp_path / "cache"), together=together)
    assert all((tmp_path / f"{number}.bin").read_bytes() == bytes(number) for number in range(60))


@pytest.mark.parametrize("together", [1, 5])
def test_not_all_of_many_stay_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(artifacts, "_WAITING", 10)
    work = Work(tmp_path, Cache(tmp_path / "cache"))
    try:
        many = [Artifact(f"{number}.bin", bytes, (number,)) for number in range(60)]
        work.add(many, together)
        assert len(list(tmp_path.glob("*.bin"))) >= 50
        work.wait()
    finally:
        work.close()
    assert all((tmp_path / f"{number}.bin").read_bytes() == bytes(number) for number in range(60))


def test_no_worker_stays_when_all_is_made_and_more_can_be(tmp_path: Path) -> None:
    """Each holds as much as the build itself."""
    work = Work(tmp_path, Cache(tmp_path / "cache"))
    for number in range(3):
        work.add([Artifact(f"{number}.bin", bytes, (number,))])
        work.wait()
        assert not multiprocessing.active_children()
    assert [(tmp_path / f"{number}.bin").read_bytes() for number in range(3)] == [
        b"",
        b"\0",
        b"\0\0",
    ]


def test_one_made_of_others_has_their_bytes(tmp_path: Path) -> None:
    """It waits for its parts, which may come later, and is made anew when one is another."""
    for turn, word in enumerate(("b", "b", "c")):
        site = tmp_path / f"site{turn}"
        parts = [Artifact("one", _word, ("a",)), Artifact("two", _word, (word,))]
        whole = Artifact("all", _joined, (">",), parts=("one", "two"))
        write([parts[0], whole, parts[1]], site, Cache(tmp_path / "cache"))
        assert (site / "all").read_bytes() == f">a {word}".encode()


def upper(text: str) -> bytes:
    return text.upper().encode()


def members(worked_out: list[str]) -> Callable[[], list[Artifact]]:
    """Return what yields a group of two files, and notes in a list that it did."""

    def make() -> list[Artifact]:
        worked_out.append("x")
        return [Artifact("a/made.txt", upper, ("text",)), Artifact("a/ready.txt", as_is, (b"x",))]

    return make


def test_a_group_is_worked_out_only_when_its_key_changes(tmp_path: Path) -> None:
    cache, worked_out = Cache(tmp_path / "cache"), []
    for turn, key in enumerate(("1", "1", "2", "1")):
        write([Group(key * 64, members(worked_out))], tmp_path / f"site{turn}", cache)
        made = sorted((tmp_path / f"site{turn}/a").iterdir())
        assert [file.read_bytes() for file in made] == [b"TEXT", b"x"]
    assert len(worked_out) == 2


def test_a_group_with_a_lost_file_is_worked_out_again(tmp_path: Path) -> None:
    worked_out: list[str] = []
    group = Group("1" * 64, members(worked_out))
    write([group], tmp_path / "first", Cache(tmp_path / "cache"))
    kept = artifacts.key(Artifact("", upper, ("text",)))
    (tmp_path / "cache/entries" / kept).unlink()
    write([group], tmp_path / "second", Cache(tmp_path / "cache"))
    assert len(worked_out) == 2
    assert (tmp_path / "second/a/made.txt").read_bytes() == b"TEXT"


def test_a_file_of_a_group_stands_at_an_address_of_its_own(tmp_path: Path) -> None:
    cache, group = Cache(tmp_path / "cache"), Group("1" * 64, members([]))
    write([group], tmp_path / "first", cache)
    with pytest.raises(ArtifactError, match=r"a/made\.txt: something else"):
        write([Artifact("a/made.txt", as_is, (b"",)), group], tmp_path / "second", cache)


def test_a_file_of_a_group_has_no_parts(tmp_path: Path) -> None:
    whole = Artifact("b.txt", upper, ("text",), parts=("a.txt",))
    with pytest.raises(ArtifactError, match=r"b\.txt: has parts"):
        write([Group("1" * 64, lambda: [whole])], tmp_path / "site", Cache(tmp_path / "cache"))
