"""`make translations`: bring the files of translations up to date, and say what is missing.

`make check` asks for what is wrong in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from ..derive import dictionary
from ..derive.packets import spoken
from ..languages import (
    catalog,
    checks,
    interface,
    language,
    markdown,
    second_reading,
    typed,
    update,
)
from ..languages.language import Allowed, Language
from ..languages.message import Message
from ..source.evidence import Data
from ..source.forms import Form
from ..source.problems import DataError, Problem
from ..source.written import written
from .load_packets import DEFAULT as PACKETS
from .load_packets import load_packets

# So much of a missing text tells which one it is.
_SHOWN = 120
Sections = Mapping[str, Sequence[Message]]


def sections(root: Path, data: Data, forms: Sequence[Form]) -> Sections:
    """Return every text of the site, by the file of translations it belongs to.

    The first part of a file's name is its kind of page: the interface is on every one.
    """
    found: dict[str, Sequence[Message]] = {"interface": interface.messages(root)}
    for page in written(root / "docs"):
        found[f"pages/{page.source.removesuffix('.md')}"] = list(markdown.messages(page))
    found |= {**dict(typed.sections(data, forms)), "fields": _fields()}
    words = load_packets(root / PACKETS, data, filename=PACKETS.as_posix())
    return found | {"shared/packets": list(spoken.messages(words))}


def _fields() -> list[Message]:
    """Return what the model says of its fields, each text once, with all that it is said of."""
    names: dict[str, list[str]] = {}
    for text, name in dictionary.texts():
        names.setdefault(text, []).append(name)
    return [Message(text, notes=(", ".join(found),)) for text, found in names.items() if text]


@dataclass(frozen=True)
class Progress:
    """How far a language is: its texts, those without a translation, those that two have read."""

    texts: Sections
    missing: Sections
    read: Sections

    def lines(self, most: int | None) -> Iterator[str]:
        """Yield the count for each kind of page, then the missing texts, the longest first."""
        yield f"{'':12}{'texts':>8}{'done':>8}{'read':>8}{'words left':>12}"
        for kind in dict.fromkeys(map(_kind, self.texts)):
            texts, left, read = (
                [one for name in found if _kind(name) == kind for one in found[name]]
                for found in (self.texts, self.missing, self.read)
            )
            done = len(texts) - len(left)
            words = sum(one.words for one in left)
            yield f"{kind:12}{len(texts):8,}{done:8,}{len(read):8,}{words:12,}"
        missing = [(name, one) for name, found in self.missing.items() for one in found]
        missing.sort(key=lambda found: (-found[1].words, found[0], found[1].text))
        if missing:
            yield "\nMissing, the longest first:"
        for name, one in missing[:most]:
            yield f"{name}: {one.context or one.where}: {shorten(one.text, _SHOWN)}"
        if most is not None and len(missing) > most:
            yield f"and {len(missing) - most:,} more (ALL=1 lists them)"


def _kind(name: str) -> str:
    return name.partition("/")[0]


def progress(folder: Path, texts: Sections) -> Progress:
    """Return how far the language of a folder is; a fuzzy translation is none."""
    missing: dict[str, list[Message]] = {}
    read: dict[str, list[Message]] = {}
    for name, found in texts.items():
        path = folder / f"{name}.po"
        have = catalog.read(path) if path.exists() else Catalog()
        missing[name], read[name] = [], []
        for one in found:
            entry = _translation(have, one)
            if entry is None:
                missing[name].append(one)
            elif second_reading.is_read(entry):
                read[name].append(one)
    return Progress(texts, missing, read)


def _translation(have: Catalog, wanted: Message) -> Entry | None:
    """Return the entry that translates a text, if there is one that may be shown."""
    text = (wanted.text, wanted.plural) if wanted.plural else wanted.text
    found = have.get(text, wanted.context or None)
    if found is None or found.fuzzy or found.id != text:
        return None
    return found if catalog.is_given(found) else None


def bring_up_to_date(folder: Path, texts: Sections, begin: Sequence[str], spoken: Language) -> int:
    """Write the files of a language that there are, and those to `begin`; return how many changed.

    Raises LookupError for one to begin that is none.
    """
    if unknown := [name for name in begin if name not in texts]:
        raise LookupError(f"{', '.join(unknown)}: no such file; there are {', '.join(texts)}")
    known = update.known(catalog.files(folder))
    changed = 0
    for name, found in texts.items():
        path = folder / f"{name}.po"
        if not path.exists() and name not in begin:
            continue
        old = path.read_bytes() if path.exists() else b""
        new = update.updated(name, old, found, spoken)
        new = update.offered(new, known, name, spoken)
        if new != old:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)
            changed += 1
    return changed


def check(languages: Path, allowed: Allowed) -> None:
    """Check every language in a folder; raises DataError with all that is wrong in any file.

    `allowed` are the pages that a table may name.
    """
    found: list[Problem] = []
    for code in language.codes(languages):
        paths = catalog.files(languages / code)
        spoken = language.load(languages, code, allowed)
        found += checks.all_problems(paths, spoken)
        print(f"{(languages / code).as_posix()}: {len(paths)} files of translations.")
    if found:
        raise DataError(languages.as_posix(), found)


def mark_read(folder: Path, names: Sequence[str], spoken: Language) -> None:
    """Mark all translations in files as read by a second person; LookupError where one is none."""
    for name in names:
        path = folder / f"{name}.po"
        if not path.exists():
            raise LookupError(f"{name}: no such file in {folder.as_posix()}")
        path.write_bytes(update.read_again(name, path.read_bytes(), spoken))


def run(
    root: Path,
    data: Data,
    forms: Sequence[Form],
    *,
    begin: Sequence[str] = (),
    read: Sequence[str] = (),
    most: int | None = None,
) -> int:
    """Update every language and print how far it is; return the exit status."""
    texts = sections(root, data, forms)
    for code in language.codes(root / language.FOLDER):
        folder = root / language.FOLDER / code
        spoken = language.load(root / language.FOLDER, code)
        try:
            changed = bring_up_to_date(folder, texts, begin, spoken)
            mark_read(folder, read, spoken)
        except LookupError as error:
            print(error.args[0])
            return 1
        print(f"{spoken.table.name}: {changed} files changed.\n")
        print("\n".join(progress(folder, texts).lines(most)))
    return 0
