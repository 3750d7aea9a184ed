"""`make translations`: bring the files of translations up to date, and say what is missing.

`make check` asks for what is wrong in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from babel.messages.catalog import Catalog

from ..languages import catalog, checks, interface, language, markdown, typed, update
from ..languages.language import Language
from ..languages.message import Message
from ..source.evidence import Data
from ..source.forms import Form
from ..source.problems import DataError, Problem
from ..source.written import written

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
    return found | dict(typed.sections(data, forms))


@dataclass(frozen=True)
class Missing:
    """What has no translation that may be shown, out of all."""

    texts: Sections
    missing: Sections

    def lines(self, most: int | None) -> Iterator[str]:
        """Yield the count for each kind of page, then the missing texts, the longest first."""
        kinds = dict.fromkeys(name.partition("/")[0] for name in self.texts)
        yield f"{'':12}{'texts':>8}{'done':>8}{'words left':>12}"
        for kind in kinds:
            all_texts, left = _count(self.texts, kind), _count(self.missing, kind)
            done = all_texts["texts"] - left["texts"]
            yield f"{kind:12}{all_texts['texts']:8,}{done:8,}{left['words']:12,}"
        left_texts = [(name, one) for name, found in self.missing.items() for one in found]
        left_texts.sort(key=lambda found: (-found[1].words, found[0], found[1].text))
        if left_texts:
            yield "\nMissing, the longest first:"
        for name, one in left_texts[:most]:
            yield f"{name}: {one.context or one.where}: {shorten(one.text, _SHOWN)}"
        if most is not None and len(left_texts) > most:
            yield f"and {len(left_texts) - most:,} more (ALL=1 lists them)"


def _count(texts: Sections, kind: str) -> Counter[str]:
    of_kind = [
        one for name, found in texts.items() if name.partition("/")[0] == kind for one in found
    ]
    return Counter(texts=len(of_kind), words=sum(one.words for one in of_kind))


def missing(folder: Path, texts: Sections) -> Missing:
    """Return what is missing in the language of a folder; a fuzzy translation is none."""
    left: dict[str, list[Message]] = {}
    for name, found in texts.items():
        path = folder / f"{name}.po"
        have = catalog.read(path) if path.exists() else Catalog()
        left[name] = [one for one in found if not _has(have, one)]
    return Missing(texts, left)


def _has(have: Catalog, wanted: Message) -> bool:
    text = (wanted.text, wanted.plural) if wanted.plural else wanted.text
    found = have.get(text, wanted.context or None)
    if found is None or found.fuzzy or found.id != text:
        return False
    return all(found.string) if isinstance(found.string, tuple) else bool(found.string)


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


def check(languages: Path) -> None:
    """Check every language in a folder; raises DataError with all that is wrong in any file."""
    found: list[Problem] = []
    for code in language.codes(languages):
        paths = catalog.files(languages / code)
        found += checks.all_problems(paths, language.load(languages, code))
        print(f"{(languages / code).as_posix()}: {len(paths)} files of translations.")
    if found:
        raise DataError(languages.as_posix(), found)


def run(
    root: Path, data: Data, forms: Sequence[Form], begin: Sequence[str], most: int | None
) -> int:
    """Update every language and print what is missing; return the exit status."""
    texts = sections(root, data, forms)
    for code in language.codes(root / language.FOLDER):
        folder = root / language.FOLDER / code
        spoken = language.load(root / language.FOLDER, code)
        try:
            changed = bring_up_to_date(folder, texts, begin, spoken)
        except LookupError as error:
            print(error.args[0])
            return 1
        print(f"{spoken.table.name}: {changed} files changed.\n")
        print("\n".join(missing(folder, texts).lines(most)))
    return 0
