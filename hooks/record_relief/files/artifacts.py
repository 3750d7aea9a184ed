"""Files that a build writes beside its pages: PDFs, forms, pictures, feeds, data.

Each is made by a pure function from its inputs alone. So all cores make them, and one whose inputs,
code and libraries are as in an earlier build comes from the cache.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

_PACKAGE = Path(__file__).resolve().parents[1]
# Read when the package is loaded: a key is about the code that runs, not a later edit.
_SOURCES = {path: path.read_bytes() for path in _PACKAGE.rglob("*.py")}
# As the build began: a library may add libraries that it carries in itself, when it is first used.
_PATH = tuple(sys.path)
# A statement that imports, as the formatter leaves it: on lines of its own. Python's own parser
# takes ten times as long.
_IMPORT = re.compile(
    r"^[ ]*(?:from (?P<base>[.\w]+) )?import (?P<names>\([^)]*\)|[^\n#]+)", re.MULTILINE
)
_COMMENT = re.compile(r"#.*")
_OF_LIBRARIES = (".dist-info", ".egg-info")

# How many artifacts may wait to be made or written: they and their results stay in memory.
_WAITING = 250
# As Python begins.
_COLLECTED = gc.get_threshold()


class ArtifactError(Exception):
    """An artifact that could not be made; the message names it."""


@dataclass(frozen=True)
class Artifact:
    """One file. `path` is its address from the root of the site.

    `make` is a function of a module (not a lambda or a method) that returns the file's bytes from
    `inputs`: plain values only (text, bytes, numbers, dates, and tuples, lists, mappings and
    dataclasses of these), everything it depends on but code and libraries.
    `parts` are addresses of artifacts that stand before it; it gets their bytes by address, last.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Artifacts that are worked out only when what decides them has changed.

    `key` is the hash of all that decides what `make` yields: the addresses, and the inputs of each.
    None of them has parts.
    """

    key: str
    make: Callable[[], Iterable[Artifact]]


class Grouping(Protocol):
    """Puts artifacts into a group."""

    def __call__(
        self,
        name: str,
        about: Sequence[str | tuple[str, ...]],
        make: Callable[[], Iterable[Artifact]],
        /,
        *more: Any,
    ) -> Iterable[Artifact | Group]:
        """Yield the group of this `name` with the artifacts that `make` yields, or just these.

        They rest on what places are `about` (`build.about_places`), on code, libraries and
        templates, and on the plain values in `more`.
        """


def one_by_one(
    _name: str,
    _about: Sequence[str | tuple[str, ...]],
    make: Callable[[], Iterable[Artifact]],
    /,
    *_more: Any,
) -> Iterable[Artifact | Group]:
    """Yield artifacts without a group."""
    return make()


def as_is(content: bytes) -> bytes:
    """Return the bytes of a file that is made already."""
    return content


def fields_of(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass, for `json.dumps`: `asdict` would copy all that is in it."""
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def whole(artifact: Artifact, site: Path) -> Artifact:
    """Return an artifact with its parts, which are made by now, as its last input."""
    if not artifact.parts:
        return artifact
    parts = {part: (site / part).read_bytes() for part in artifact.parts}
    return replace(artifact, inputs=(*artifact.inputs, parts), parts=())


class Store(Protocol):
    """What keeps made files for the next build."""

    def get(self, key: str, /) -> bytes | None:
        """Return the content kept under `key`, or nothing."""

    def put(self, key: str, content: bytes, /) -> None:
        """Keep `content` under `key`."""


class Work:
    """Makes artifacts on all cores while the build goes on, and writes them below `site`.

    `taken` are addresses that belong to something else; those of the artifacts are added. The
    workers begin with the first artifact to be made, and end, with all that they hold, when
    everything is. `close` ends it, done or not.
    """

    def __init__(self, site: Path, cache: Store, taken: set[str] | None = None) -> None:
        self._site = site
        self._cache = cache
        self._taken = set() if taken is None else taken
        self._running: dict[Future[list[bytes]], list[tuple[Artifact, str]]] = {}
        self._waiting = 0
        self._later: list[Artifact] = []
        self._pool: ProcessPoolExecutor | None = None

    def add(self, artifacts: Iterable[Artifact | Group], together: int = 1) -> None:
        """Begin to make artifacts, and those of groups; those with parts wait for `wait`.

        A worker gets `together` of them at once: sending one costs as much as compressing a page.

        Raises ArtifactError, which names the artifact, for an address that is not its own or an
        input that is no plain value; and as `wait` does.
        """
        batch: list[tuple[Artifact, str]] = []
        for artifact in self._one_by_one(artifacts):
            self._check_path(artifact.path)
            if artifact.parts:
                self._later.append(artifact)
            elif name := self._to_be_made(artifact):
                batch.append((artifact, name))
            if len(batch) == together:
                self._begin(batch)
                batch = []
        self._begin(batch)

    def _one_by_one(self, artifacts: Iterable[Artifact | Group]) -> Iterator[Artifact]:
        """Yield artifacts that may have to be made; a group that is in the cache is written."""
        for item in artifacts:
            if isinstance(item, Artifact):
                yield item
            elif not self._is_kept(item):
                names = []
                for artifact in item.make():
                    if artifact.parts:
                        raise ArtifactError(f"{artifact.path}: has parts, but is in a group")
                    yield artifact
                    names.append((artifact.path, self._name(artifact)))
                self._cache.put(item.key, marshal.dumps(names))

    def _name(self, artifact: Artifact) -> str:
        """Return what an artifact of a group is kept under; one that is made is kept, too."""
        name = key(artifact)
        if artifact.make is as_is:
            self._cache.put(name, artifact.make(*artifact.inputs))
        return name

    def _is_kept(self, group: Group) -> bool:
        """Write the artifacts of a group if all of them are in the cache."""
        kept = self._cache.get(group.key)
        if kept is None:
            return False
        found = []
        for path, name in marshal.loads(kept):
            content = self._cache.get(name)
            if content is None:
                return False
            found.append((path, content))
        for path, content in found:
            self._check_path(path)
            _place(path, content, self._site)
        return True

    def _to_be_made(self, artifact: Artifact) -> str | None:
        """Return the key of an artifact, or nothing if it could be written at once."""
        if artifact.make is as_is:
            _place(artifact.path, artifact.make(*artifact.inputs), self._site)
            return None
        name = key(artifact)
        content = self._cache.get(name)
        if content is None:
            with _of(artifact):
                # The hash takes a set, too, which has no order.
                _encode(artifact.inputs, lambda _: None)
            return name
        _place(artifact.path, content, self._site)
        return None

    def _begin(self, batch: list[tuple[Artifact, str]]) -> None:
        if not batch:
            return
        self._pool = self._pool or _workers()
        try:
            future = self._pool.submit(_make, [artifact for artifact, _ in batch])
        except BrokenExecutor:  # a worker died, and one of the artifacts before this with it
            self._collect()
            raise
        self._running[future] = batch
        self._waiting += len(batch)
        if self._waiting > _WAITING:
            self._collect(_WAITING // 2)

    def wait(self) -> None:
        """Return when everything that was added is written.

        Raises ArtifactError, which names the artifact, for one that could not be made.
        """
        self._collect()
        while self._later:
            artifact = whole(self._later.pop(0), self._site)
            if name := self._to_be_made(artifact):
                self._begin([(artifact, name)])
                self._collect()
        self.close()

    def _collect(self, left: int = 0) -> None:
        """Write what is made, until no more than `left` artifacts are not."""
        for future in as_completed(list(self._running)):
            batch = self._running.pop(future)
            self._waiting -= len(batch)
            for (artifact, name), content in zip(batch, _results(batch, future), strict=True):
                self._cache.put(name, content)
                _place(artifact.path, content, self._site)
            if self._waiting <= left:
                break

    def close(self) -> None:
        """Drop what is not made yet, and end the workers."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _check_path(self, path: str) -> None:
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or not parts.name:
            raise ArtifactError(f"{path}: is not an address below the root of the site")
        if path in self._taken:
            raise ArtifactError(f"{path}: something else is at this address")
        self._taken.add(path)


def _workers() -> ProcessPoolExecutor:
    # A process with threads can't be forked safely.
    context = get_context("spawn" if threading.active_count() > 1 else None)
    return ProcessPoolExecutor(
        _cores(), mp_context=context, initializer=_begin, initargs=(os.getpid(),)
    )


def _begin(parent: int) -> None:
    """Let a worker collect its garbage as usual, which the build does not; a file leaves much."""
    gc.set_threshold(*_COLLECTED)
    _end_with_parent(parent)


def _end_with_parent(parent: int) -> None:
    """Let a worker end when the build is killed; waiting for work, it would never notice."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _make(batch: list[Artifact]) -> list[bytes]:
    """Make artifacts in a worker. An error carries a note with the address that failed."""
    made = []
    for artifact in batch:
        try:
            content = artifact.make(*artifact.inputs)
            if not isinstance(content, bytes):
                raise TypeError(f"{artifact.make.__name__} returned no bytes")
        except Exception as error:
            error.add_note(artifact.path)
            raise
        made.append(content)
    return made


def _results(batch: list[tuple[Artifact, str]], future: Future[list[bytes]]) -> list[bytes]:
    try:
        return future.result()
    except Exception as error:
        # Where the worker itself died, any of the batch may have been the cause.
        any_of_them = ", ".join(artifact.path for artifact, _ in batch)
        path = getattr(error, "__notes__", [any_of_them])[-1]
        raise ArtifactError(f"{path}: {type(error).__name__}: {error}") from error


def _place(path: str, content: bytes, site: Path) -> None:
    try:
        _write(f"{site}/{path}", content)
    except FileNotFoundError:  # the first in its folder
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _write(target: str, content: bytes) -> None:
    # There are thousands, and a path takes as long as the file.
    with open(target, "wb") as file:  # noqa: PTH123
        file.write(content)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def key(artifact: Artifact) -> str:
    """Return the hash of all that decides an artifact's bytes: inputs, code, libraries.

    Raises ArtifactError for an input that is not a plain value.
    """
    make = artifact.make
    about = make.__module__, make.__qualname__, _code(make.__module__), libraries()
    match artifact.inputs:
        case (bytes(content),):
            return digest(*about, _of_content(content))
    with _of(artifact):
        return digest(*about, artifact.inputs)


# Several artifacts in a row may be made of the same: the compressed copies of a file.
@lru_cache(maxsize=1)
def _of_content(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@contextmanager
def _of(artifact: Artifact) -> Iterator[None]:
    """Name the artifact of which an input is no plain value, with an ArtifactError."""
    try:
        yield
    except TypeError as error:
        raise ArtifactError(f"{artifact.path}: {error}") from error


def digest(*values: Any) -> str:
    """Return the hash of plain values; raises TypeError, which names it, for an object."""
    try:
        # A seventh of the time. This version does not tell whether two parts are one object.
        return hashlib.sha256(marshal.dumps(values, 2)).hexdigest()
    except ValueError:  # a dataclass or a date is among them
        parts: list[bytes] = []
        _encode(values, parts.append)
        return hashlib.sha256(b"".join(parts)).hexdigest()


def _encode(value: Any, put: Callable[[bytes], object]) -> None:
    """Give `put` a value as bytes, so that no two different values look the same."""
    if type(value) is str:  # most are
        raw = value.encode()
        put(b"str %d;" % len(raw))
        put(raw)
    elif isinstance(value, (str, bytes)):
        raw = value.encode() if isinstance(value, str) else value
        put(f"{type(value).__name__} {len(raw)};".encode())
        put(raw)
    elif isinstance(value, (tuple, list)):
        put(f"{type(value).__name__} {len(value)};".encode())
        for item in value:
            _encode(item, put)
    elif isinstance(value, dict):
        # In its own order, which a function may make use of.
        put(f"dict {len(value)};".encode())
        for name, item in value.items():
            _encode(name, put)
            _encode(item, put)
    elif value is None or isinstance(value, (bool, int, float, date)):
        put(f"{type(value).__name__} {value!r};".encode())
    elif is_dataclass(value) and not isinstance(value, type):
        put(f"{type(value).__module__}.{type(value).__qualname__} ".encode())
        _encode(fields_of(value), put)
    else:
        raise TypeError(f"{type(value).__name__} is not a plain value, which an input must be")


def libraries() -> bytes:
    """Return the hash of Python's version and of every installed library's."""
    return _libraries(_PATH)


@cache
def _libraries(path: tuple[str, ...]) -> bytes:
    # A library leaves a folder with its name and version beside its modules.
    found = {
        library.name
        for folder in path
        if Path(folder).is_dir()
        for library in Path(folder).iterdir()
        if library.name.endswith(_OF_LIBRARIES)
    }
    return hashlib.sha256("\n".join([sys.version, *sorted(found)]).encode()).digest()


@cache
def code() -> bytes:
    """Return the hash of all of the package's code."""
    digest = hashlib.sha256()
    for path, source in sorted(_SOURCES.items()):
        digest.update(f"{path.relative_to(_PACKAGE)} {len(source)};".encode() + source)
    return digest.digest()


@cache
def _code(module: str) -> bytes:
    """Return the hash of a module's source and of all it imports, at any depth, from its package.

    Imports inside functions count too; only an import by a computed name would be missed.
    """
    found: dict[Path, bytes] = {}
    _follow(module, found)
    digest = hashlib.sha256()
    for source in found.values():
        digest.update(f"{len(source)};".encode() + source)
    return digest.digest()


def _follow(module: str, found: dict[Path, bytes]) -> None:
    path = _file(module)
    if path is None or path in found:
        return
    source = found[path] = _SOURCES[path] if path in _SOURCES else path.read_bytes()
    top = module.partition(".")[0]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for name in (package, *_imports(source, package)):
        if name.partition(".")[0] == top:
            _follow(name, found)


def _file(module: str) -> Path | None:
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):  # the name of something inside a module
        return None
    return _resolved(spec.origin) if spec and spec.has_location and spec.origin else None


@cache
def _resolved(path: str) -> Path:
    return Path(path).resolve()


@cache
def _imports(source: bytes, package: str) -> tuple[str, ...]:
    """Return the full name of everything imported that could be a module."""
    names: list[str] = []
    for found in _IMPORT.finditer(source.decode()):
        base, imported = found["base"], _COMMENT.sub("", found["names"]).strip("() \n")
        one_by_one = [name.split()[0] for name in imported.split(",") if name.strip()]
        if base is None:
            names += one_by_one
            continue
        level = len(base) - len(base.lstrip("."))
        above = package.split(".")[: len(package.split(".")) - level + 1] if level else []
        start = ".".join(filter(None, (*above, base.lstrip("."))))
        names += (start, *(f"{start}.{name}" for name in one_by_one))
    return tuple(names)
