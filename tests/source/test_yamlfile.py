"""The YAML reader: strict, exact about lines, and never surprised."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_relief.source import yamlfile
from record_relief.source.problems import DataError
from record_relief.source.yamlfile import Document, dotted

from tests.builders import ROOT, marked

Read = Callable[[str | bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(content: str | bytes) -> Document:
        path = tmp_path / "file.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return yamlfile.read(path, "file.yaml")

    return read


def refusal(read: Read, content: str | bytes) -> tuple[int, str]:
    """Return the line and the message of the only problem of a file that can't be read."""
    with pytest.raises(DataError) as caught:
        read(content)
    (problem,) = caught.value.problems
    assert caught.value.filename == "file.yaml"
    assert problem.field == ""
    return problem.line, problem.message


def test_values_keep_their_types(read: Read) -> None:
    document = read(
        "text: New York\nquoted: '7'\nnumber: 7\nshare: 0.5\nflag: yes\nnothing: null\n"
        "day: 2026-11-22\nlist: [a, 1]\nmapping: {a: b}\nfolded: >\n  one\n  two\n"
    )
    assert document.flaws == []
    assert document.data == {
        "text": "New York",
        "quoted": "7",
        "number": 7,
        "share": 0.5,
        "flag": True,
        "nothing": None,
        "day": date(2026, 11, 22),
        "list": ["a", 1],
        "mapping": {"a": "b"},
        "folded": "one two\n",
    }


def test_every_path_has_its_line(read: Read) -> None:
    document = read("# a comment\na:\n- b: 1\n  c:\n    d: x\n\n- [e,\n   f]\n")
    assert document.lines == {
        (): 2,
        ("a",): 2,
        ("a", 0): 3,
        ("a", 0, "b"): 3,
        ("a", 0, "c"): 4,
        ("a", 0, "c", "d"): 5,
        ("a", 1): 7,
        ("a", 1, 0): 7,
        ("a", 1, 1): 8,
    }


def test_a_path_that_is_not_there_has_the_line_of_its_nearest_ancestor(read: Read) -> None:
    document = read("a:\n- b: 1\n  c:\n    d: x\n")
    assert document.line(("a", 0, "c", "e", "f")) == 3
    assert document.line(("a", 9)) == 1
    assert document.line(("z",)) == 1
    assert Document(None, {}).line(("z",)) == 1


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), ""),
        (("NY",), "NY"),
        (("NY", "relief", 0, "proof", "standard"), "NY.relief[0].proof.standard"),
        (("a", 1, 2), "a[1][2]"),
    ],
)
def test_dotted(path: tuple[str | int, ...], shown: str) -> None:
    assert dotted(path) == shown


def test_windows_line_ends_and_a_byte_order_mark_are_accepted(read: Read) -> None:
    document = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert document.data == {"a": 1, "b": 2}
    assert document.lines["b",] == 2


@pytest.mark.parametrize("content", ["", "\n\n", "# nothing\n# here\n"])
def test_a_file_with_nothing_in_it(read: Read, content: str) -> None:
    assert refusal(read, content) == (1, "is empty")


NOT_YAML = {
    "list not closed": ("a: [b, c\n▶d: e\n", "did not find expected ',' or ']'"),
    "two colons": ("a: b\n▶c: d: e\n", "mapping values are not allowed"),
    "indented too far": ("a: b\n▶ c: d\n", "mapping values are not allowed"),
    "quote not closed": ("a: b\n▶c: 'd\ne: f\n", "unexpected end of stream"),
    "no colon": ("a: b\n▶c\n\nd: e", "could not find expected ':'"),
    "end in a list": ("a: b\n▶c: [", "did not find expected node content"),
    "reserved character": ("a: b\n▶c: @d\n", "cannot start any token"),
    "alias of nothing": ("a: b\n▶c: *d\n", "undefined alias"),
    "two documents": ("a: b\n▶---\nc: d\n", "another document"),
    "bad escape": ('a: b\n▶c: "\\xZZ"\n', "while parsing a quoted scalar"),
    "another version of YAML": ("▶%YAML 9.9\n---\na: b\n", "incompatible YAML document"),
}


@pytest.mark.parametrize(("text", "phrase"), NOT_YAML.values(), ids=NOT_YAML)
def test_what_is_not_yaml(read: Read, text: str, phrase: str) -> None:
    content, line = marked(text)
    found, message = refusal(read, content)
    assert found == line
    assert message.startswith("is not YAML: ")
    assert phrase in message


def test_tabs_are_refused_all_at_once(read: Read) -> None:
    with pytest.raises(DataError) as caught:
        read("a:\n\tb: c\nd: e\nf: g\th\n")
    assert [p.line for p in caught.value.problems] == [2, 4]
    assert caught.value.filename == "file.yaml"
    assert {(p.field, p.message) for p in caught.value.problems} == {
        ("", "has a tab; indent and separate with spaces")
    }


def test_what_the_reader_says_is_one_sentence(read: Read) -> None:
    assert refusal(read, "a: b\nc: [d\ne: f\n") == (
        3,
        "is not YAML: while parsing a flow sequence did not find expected ',' or ']'",
    )


@pytest.mark.parametrize(
    ("content", "line", "phrase"),
    [
        ("a: b\nc: é\n".encode("latin-1"), 2, "byte 0xe9"),
        ("a: b\n".encode("utf-16"), 1, "byte 0xff"),
        (b"a: b\nc: \xed\xa0\x80\n", 2, "byte 0xed"),
        (b"\n\n\xff\n\n", 3, "byte 0xff"),
    ],
    ids=["latin-1", "UTF-16", "half a surrogate pair", "after empty lines"],
)
def test_only_utf_8_is_read(read: Read, content: bytes, line: int, phrase: str) -> None:
    found, message = refusal(read, content)
    assert found == line
    assert message.startswith(f"is not UTF-8: {phrase}")


INVISIBLE = (
    "\x00\x07\x0b\x0c\x1b\r\x7f\x80\x85\xad\u200b\u200f\u2028\u2029\u202e\u2066\ue000\ufeff\uffff"
)


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_characters_that_nobody_sees_are_refused(read: Read, character: str) -> None:
    content, line = marked(f"\na: § §§§\nb: c\n▶d: e{character}f\ng: h\n")
    message = f"has the control character U+{ord(character):04X}; remove it"
    assert refusal(read, content) == (line, message)


def test_every_character_without_a_shape_is_refused() -> None:
    """Unicode's control, format, surrogate, private and line-separating characters."""
    shapeless = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    missed = [
        f"U+{ord(character):04X}"
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in shapeless
        and character not in "\t\n"
        and not yamlfile._BAD_CHARACTER.match(character)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "escape", ["\\0", "\\e", "\\x85", "\\u202e", "\\u2066", "\\ufeff", "\\U000E0041"]
)
def test_an_escape_brings_no_such_character_in(read: Read, escape: str) -> None:
    content, line = marked(f'a: b\n▶c: "d{escape}e"\n')
    found = only(read(content))
    assert found[:2] == (line, "c")
    assert found[2].startswith("has the control character U+")
    content, line = marked(f'a: b\n▶"d{escape}e": f\n')
    found = only(read(content))
    assert found[0] == line
    assert found[2].startswith("has a key that has the control character U+")


@pytest.mark.parametrize(
    ("path", "reason"), [("absent.yaml", "No such file"), (".", "Is a directory")]
)
def test_a_file_that_cannot_be_read(tmp_path: Path, path: str, reason: str) -> None:
    with pytest.raises(DataError, match=f"^x:1: can't be read: {reason}"):
        yamlfile.read(tmp_path / path, "x")


def only(document: Document) -> tuple[int, str, str]:
    """Return the line, the path and the message of the only flaw of a file that can be read."""
    (flaw,) = document.flaws
    return flaw.line, dotted(flaw.path), flaw.message


ALIAS = "is an alias of another value; write the value out"
NO_VALUE = "is not a value of this kind"
READABLE = {
    "key twice": ("a: b\nc: d\n▶a: e\n", "a", "stands twice (first on line 1)"),
    "key twice below": ("a:\n- b: 1\n▶  b: 3\n", "a[0].b", "stands twice (first on line 2)"),
    "number and text as key": ("1: c\n▶'1': d\n", "1", "stands twice (first on line 1)"),
    "list as key": ("▶? [a, b]\n: c\n", "", "has a key that is not a word"),
    "alias": ("a: &x b\n▶c: *x\n", "c", ALIAS),
    "alias of itself": ("▶a: &x [*x]\n", "a[0]", ALIAS),
    "alias in a list": ("a: &x b\n▶c:\n- d\n- *x\n", "c[1]", ALIAS),
    "merge": ("a: &x {b: 1}\nc:\n▶  <<: *x\n", "c.<<", ALIAS),
    "own tag": ("a: b\n▶c: !secret d\n", "c", "has the tag !secret; only plain values"),
    "Python name": ("▶a: !!python/name:os.system b\n", "a", "python/name:os.system; only plain"),
    "Python call": ("▶a: !!python/object/apply:os.system [b]\n", "a", "python/object/apply:os"),
    "Python object": ("▶a: !!python/object:a.B {b: c}\n", "a", "python/object:a.B; only plain"),
    "set": ("▶a: !!set {b, c}\n", "a", "has the tag tag:yaml.org,2002:set;"),
    "binary": ("▶a: !!binary aGVsbG8=\n", "a", "has the tag tag:yaml.org,2002:binary;"),
    "impossible date": ("a: b\n▶c: 2026-02-30\n", "c", f'"2026-02-30" {NO_VALUE}'),
    "impossible time": ("▶a: 2026-01-01 25:00:00\n", "a", f'"2026-01-01 25:00:00" {NO_VALUE}'),
    "impossible truth value": ("▶a: !!bool maybe\n", "a", f'"maybe" {NO_VALUE}'),
    "empty number": ("▶a: !!int ''\n", "a", f'"" {NO_VALUE}'),
    "word as number": ("▶a: !!float x\n", "a", f'"x" {NO_VALUE}'),
    "word as date": ("▶a: !!timestamp soon\n", "a", f'"soon" {NO_VALUE}'),
    "huge number": (f"▶a: {'9' * 5000}\n", "a", f'999..." {NO_VALUE}'),
}


@pytest.mark.parametrize(("text", "field", "message"), READABLE.values(), ids=READABLE)
def test_problems_that_leave_the_rest_readable(
    read: Read, text: str, field: str, message: str
) -> None:
    content, line = marked(text)
    found = only(read(content))
    assert found[:2] == (line, field)
    assert message in found[2]


def test_a_billion_laughs_stay_small(read: Read) -> None:
    lines = ["a0: &a0 [lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    document = read("\n".join(lines))
    assert len(document.flaws) == 29 * 3
    assert {p.message for p in document.flaws} == {
        "is an alias of another value; write the value out"
    }
    assert len(str(document.data)) < 2000


def test_what_follows_a_key_that_cannot_be_one_is_read(read: Read) -> None:
    document = read('? [a, b]\n: c\n"\\a": d\ne: f\n')
    assert [(flaw.line, flaw.message) for flaw in document.flaws] == [
        (1, "has a key that is not a word"),
        (3, "has a key that has the control character U+0007; remove it"),
    ]
    assert document.data == {"e": "f"}


@pytest.mark.parametrize("text", ["a:\n- b: 1\n", "\n# c\na:\n- b: 1\n", "a: 1\n"])
def test_the_file_itself_begins_with_its_first_key(read: Read, text: str) -> None:
    assert read(text).lines[()] == text[: text.index("a:")].count("\n") + 1


DEEP = {
    "lists": "[" * 60 + "]" * 60,
    "mappings": "{a: " * 60 + "}" * 60,
    "dashes": "- " * 60 + "x",
    "indents": "".join(" " * n + "a:\n" for n in range(60)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting(read: Read, text: str) -> None:
    line, _, message = only(read(text))
    assert message == "is nested too deeply"
    assert line == (41 if "\n" in text else 1)


FAR_TOO_DEEP = {
    "lists": "[" * 50_000,
    "mappings": "{a: " * 50_000,
    "mappings and lists": "{a: [" * 50_000,
    "after many that end": "[" * 600 + "[1]," * 3_000 + "[" * 600,
    "dashes": "- " * 50_000 + "x",
    "wide dashes": "-   " * 50_000 + "x",
    "keys": "? " * 50_000,
    # What only looks like the end of a list.
    "brackets in quotes": '["]",' * 100_000,
}


@pytest.mark.parametrize("text", FAR_TOO_DEEP.values(), ids=FAR_TOO_DEEP)
def test_nesting_that_would_crash_libyaml(read: Read, text: str) -> None:
    assert refusal(read, f"a: b\nc:\n {text}\n") == (3, "is nested too deeply")


def test_brackets_that_are_only_text_do_not_nest(read: Read) -> None:
    text = f"a: '{'[' * 5_000}'\nb: |\n  {'- ' * 1_500}\nc: {'[1, [2]], ' * 3_000}"
    document = read(text.replace("c: ", "c: [") + "]")
    assert not document.flaws


# Pieces of YAML, so that most texts are nearly right.
PIECES = st.sampled_from(
    ["a", "b:", ":", "-", "-\n", "\n\n", "\n ", "[", "]", "{", "}", ",", "&", "&x", "*x", "!"]
    + [f"!!{tag}" for tag in ("int", "str", "set", "bool", "timestamp", "float", "null")]
    + ["'", '"', "|", ">", "#", "?", "%", "@", "`", "~", "=", "<<", "---", "...", "é", "\t", "\x00"]
    + ["1", "0x1", "1.5", ".inf", "yes", "2026-01-01", "2026-02-30", "1:99", "_"]
)
FUZZ = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def judge(read: Read, content: bytes) -> None:
    """Read anything; assert that it loads or is refused, with lines the file has."""
    try:
        document = read(content)
    except DataError as error:
        found = [(problem.line, problem.message) for problem in error.problems]
        assert found
    else:
        found = [(flaw.line, flaw.message) for flaw in document.flaws]
    lines = content.count(b"\n") + 1
    for line, message in found:
        assert 1 <= line <= lines
        assert message
        assert "\n" not in message


@FUZZ
@given(text=st.lists(PIECES, max_size=25).map(" ".join))
def test_any_near_yaml_loads_or_is_refused(read: Read, text: str) -> None:
    judge(read, text.encode())


@FUZZ
@given(text=st.text(max_size=80))
def test_any_text_loads_or_is_refused(read: Read, text: str) -> None:
    judge(read, text.encode("utf-8", "replace"))


@FUZZ
@given(content=st.binary(max_size=80))
def test_any_bytes_load_or_are_refused(read: Read, content: bytes) -> None:
    judge(read, content)


SAMPLE = """\
# A file of lists.
places:  # by code
# ---- one ----
- code: AL
  name: Alabama
  tags: [a, "b # c", {d: 2026-11-22}]
  text: a sentence that
    goes on
- code: AK
  quoted: "two
    lines"
  block: |
    - not an entry
    places: not a key

words:
- plain
- {a: 1}
"""


def test_a_file_read_entry_by_entry_is_as_if_read_at_once() -> None:
    found = yamlfile._by_entries(SAMPLE)
    whole = yamlfile._whole(SAMPLE, "file.yaml")
    assert found == whole
    text = (ROOT / "data/states.yaml").read_text(encoding="utf-8")
    assert yamlfile._by_entries(text) == yamlfile._whole(text, "states.yaml")


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(SAMPLE)),
    drop=st.integers(0, 12),
    put=st.text("-: \n#'\"[]{}|&*!ab\t", max_size=6),
)
def test_whatever_is_wrong_with_an_entry_is_found(at: int, drop: int, put: str) -> None:
    text = SAMPLE[:at] + put + SAMPLE[at + drop :]
    found = yamlfile._by_entries(text)
    if found is not None:
        assert found == yamlfile._whole(text, "file.yaml")


def test_what_was_read_is_restored_and_what_has_a_flaw_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, whole = (tmp_path / f"{name}.yaml" for name in ("good", "bad", "whole"))
    good.write_text("kept:\n- name: restored\n  list: [1, 2]\n", "utf-8")
    bad.write_text("one: 1\none: 2\n", "utf-8")
    whole.write_text("one:\n  two: 2026-01-02\n", "utf-8")
    files = (good, bad, whole)

    first = yamlfile.Kept()
    first.restore(None)
    monkeypatch.setattr(yamlfile, "kept", first)
    expected = [yamlfile.read(file, file.name) for file in files]
    dumped = first.dump()
    assert dumped is not None

    second = yamlfile.Kept()
    second.restore(dumped)
    monkeypatch.setattr(yamlfile, "kept", second)
    monkeypatch.setattr(yamlfile, "_entry_anew", None)  # nobody reads the entry again
    yamlfile._entry.cache_clear()
    assert [yamlfile.read(file, file.name) for file in files] == expected
    assert expected[1].flaws
    assert second.dump() is None
