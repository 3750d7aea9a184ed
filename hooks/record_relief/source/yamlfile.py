"""Read a YAML file with libyaml, keeping the line of every field.

Stricter than YAML: no tabs, no duplicate keys, no aliases (an alias hides a fact behind another,
and lets a few bytes stand for gigabytes), no custom tags, UTF-8 only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from .kept import Kept
from .problems import DataError, Path, Problem, show

_CONSTRUCT = yaml.constructor.SafeConstructor
_SCALARS = {
    f"tag:yaml.org,2002:{name}": getattr(_CONSTRUCT, f"construct_yaml_{name}")
    for name in ("str", "int", "float", "bool", "null", "timestamp")
}
_COLLECTIONS = {
    yaml.MappingNode: "tag:yaml.org,2002:map",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
}
# What some programs take for a line break, what none shows, and what turns the order of letters
# around: control, format, private-use and surrogate characters, and those that are none.
_BAD_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_DEEPEST = 40
# The composer recurses in C: nesting 50,000 deep would crash the process. Few files have what such
# nesting needs, so many brackets or dashes in a row; only these are looked through for it.
_CRASHES = 1000
_BRACKETS = 4 * _CRASHES
_INLINE = re.compile(rf"(?:[-?] +){{{_CRASHES}}}")
# Where an entry of a list, or a list, begins at the margin.
_ENTRY = re.compile(r"^(?=- |[a-z_]+:)", re.MULTILINE)
_SECTION = re.compile(r"([a-z_]+):[ ]*(?:(?<= )#.*)?$", re.MULTILINE)
_CONTENT = re.compile(r"^[ ]*[^\s#]", re.MULTILINE)


# A value, and the line of each path in it.
_Read = tuple[object, tuple[tuple[Path, int], ...]]


@dataclass(frozen=True)
class Flaw:
    """What is wrong with one value, although the rest of the file can be read."""

    line: int
    path: Path
    message: str


@dataclass
class Document:
    """A YAML file as plain values, with the line (from 1) on which each path begins."""

    data: object
    lines: dict[Path, int]
    flaws: list[Flaw] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of `path`, or of its nearest ancestor that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: FilePath, filename: str) -> Document:
    """Read `path`; `filename` is how problems name it.

    Flaws that leave the rest readable (a duplicate key, an alias) come back in the document. Its
    values may be shared with another document that has the same entry: they are not to be changed.
    Raises DataError when nothing can be read.
    """
    text = _text(path, filename)
    return _by_entries(text) or _whole(text, filename)


# What was read without a flaw, by its kind and text. What had a flaw is read anew each time.
kept: Kept[tuple[str, str], _Read] = Kept()


def _whole(text: str, filename: str) -> Document:
    if found := kept.get(("file", text)):
        document = Document(found[0], dict(found[1]))
    else:
        document = _whole_anew(text, filename)
    if not document.flaws:
        kept.put(("file", text), (document.data, tuple(document.lines.items())))
    return document


# After an edit a preview reads all files again, of which one has changed.
@lru_cache(maxsize=200)
def _whole_anew(text: str, filename: str) -> Document:
    tabs = [
        Problem(number, "", "has a tab; indent and separate with spaces")
        for number, line in enumerate(text.split("\n"), 1)
        if "\t" in line
    ]
    if tabs:
        raise DataError(filename, tabs)
    deep = _crashing(text)
    if deep is not None:
        raise DataError(filename, [Problem(deep, "", "is nested too deeply")])
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if isinstance(error, yaml.scanner.ScannerError) and error.context_mark:
            mark = error.context_mark  # where an unclosed quote opens, not where the file ends
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        message = "is not YAML: " + " ".join(filter(None, (error.context, error.problem)))
        raise DataError(filename, [Problem(line, "", message)]) from error
    if root is None:
        raise DataError(filename, [Problem(1, "", "is empty")])
    document = Document(None, {})
    document.data = _Builder(document).build(root, ())
    return document


def _by_entries(text: str) -> Document | None:
    """Return a file of lists as `_whole` would, reading only the entries that are new.

    None where the file is not a mapping of lists whose entries begin at the margin, or where an
    entry has a flaw or can't be read by itself: an open quote or bracket, an alias of another's.
    """
    document = Document({}, {(): 1})
    found: dict[str, list[object]] = {}
    head, *parts = _ENTRY.split(text)
    if "\t" in text or _CONTENT.search(head):
        return None
    line, first = head.count("\n") + 1, True
    section = ""
    for part in parts:
        if key := _SECTION.match(part):
            section = key[1]
            if section in found or _CONTENT.search(part, key.end()):
                return None
            found[section] = []
            document.lines[(section,)] = line
        else:
            entry = _entry(part) if section else None
            if entry is None:
                return None
            value, lines = entry
            base = (section, len(found[section]))
            document.lines |= {base + path: line + number for path, number in lines}
            found[section].append(value)
        if first:
            document.lines[()] = line
            first = False
        line += part.count("\n")
    if not found or not all(found.values()):
        return None
    document.data = found
    return document


@lru_cache(maxsize=5000)
def _entry(text: str) -> _Read | None:
    """Return one entry of a list, and the line of each path in it, counted from 0."""
    found = kept.get(("entry", text)) or _entry_anew(text)
    if found:
        kept.put(("entry", text), found)
    return found


def _entry_anew(text: str) -> _Read | None:
    if _crashing(text) is not None:
        return None
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.SequenceNode) or len(root.value) != 1:
        return None
    document = Document(None, {})
    value = _Builder(document).build(root.value[0], ("", 0))
    if document.flaws:
        return None
    return value, tuple((path[2:], line - 1) for path, line in document.lines.items())


def _text(path: FilePath, filename: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(filename, [Problem(1, "", f"can't be read: {error.strerror}")]) from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte 0x{raw[error.start]:02x}; save the file as UTF-8"
        raise DataError(filename, [Problem(line, "", message)]) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    bad = _BAD_CHARACTER.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        raise DataError(filename, [Problem(line, "", _control(bad[0]))])
    return text


def _control(character: str) -> str:
    return f"has the control character U+{ord(character):04X}; remove it"


def _crashing(text: str) -> int | None:
    """Return the line where nesting is so deep that composing it would crash, if it is.

    The parser, which does not recurse, says what is a bracket and what is only text.
    """
    if text.count("[") + text.count("{") < _BRACKETS and not _INLINE.search(text):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth == _CRASHES:
                    return event.start_mark.line + 1 if event.start_mark else 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        pass  # the composer will meet it too, and say where
    return None


class _Builder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: set[int] = set()
        self._scalar = _CONSTRUCT()

    def build(self, node: Any, path: Path) -> object:
        if id(node) in self._seen:  # the node has the line of its anchor, not of the alias
            line = self._document.line(path)
            self._flaw(line, path, "is an alias of another value; write the value out")
            return None
        self._seen.add(id(node))
        line = node.start_mark.line + 1
        self._document.lines.setdefault(path, line)
        if isinstance(node, yaml.ScalarNode):
            return self._value(node, path, line)
        if node.tag != _COLLECTIONS[type(node)]:
            self._tagged(node, path, line)
            return None
        if len(path) == _DEEPEST:
            self._flaw(line, path, "is nested too deeply")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._flaw(line, path, "has a key that is not a word")
                continue
            key = key_node.value
            bad = _BAD_CHARACTER.search(key)
            if bad:
                self._flaw(line, path, f"has a key that {_control(bad[0])}")
                continue
            if key in values:
                first = self._document.lines[(*path, key)]
                self._flaw(line, (*path, key), f"stands twice (first on line {first})")
                continue
            self._document.lines[(*path, key)] = line
            values[key] = self.build(value_node, (*path, key))
        return values

    def _value(self, node: yaml.ScalarNode, path: Path, line: int) -> object:
        bad = _BAD_CHARACTER.search(node.value)  # "\u202e" in quotes: the file itself is clean
        if bad:
            self._flaw(line, path, _control(bad[0]))
            return None
        construct = _SCALARS.get(node.tag)
        if construct is None:
            self._tagged(node, path, line)
            return None
        try:
            return construct(self._scalar, node)
        except (ValueError, LookupError, AttributeError):  # what PyYAML meets in "!!bool maybe"
            self._flaw(line, path, f"{show(node.value)} is not a value of this kind")
            return None

    def _tagged(self, node: yaml.Node, path: Path, line: int) -> None:
        self._flaw(line, path, f"has the tag {node.tag}; only plain values are allowed")

    def _flaw(self, line: int, path: Path, message: str) -> None:
        self._document.flaws.append(Flaw(line, path, message))


def dotted(path: Path) -> str:
    """Return a path as `a.b[0].c`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
