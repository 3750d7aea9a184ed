"""The project with every place copied until there are several times as many, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

# The real hook refuses unknown places, and the map has no room for them: in the copied data each
# copy is drawn where its original is.
_HOOK = """
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from record_relief import lint
from record_relief.pages import usmap

lint.RULES = tuple(rule for rule in lint.RULES if rule is not lint.places.check)

def load_map(path, load=usmap.load_map):
    real = load(path)
    copies = {f"{code}{n}": replace(place, code=f"{code}{n}")
              for code, place in real.places.items() for n in range(2, TIMES + 1)}
    return replace(real, places={**real.places, **copies})

usmap.load_map = load_map

from record_relief.files import outputs
from record_relief.files.forms import files as forms

for name in ("FORM_PAGES", "LIST_PAGES", "LIST_KILOBYTES", "MOST_KILOBYTES"):
    setattr(forms, name, TIMES * getattr(forms, name))  # they list places

if not FILES:
    from record_relief.files import compress

    outputs.artifacts = compress.artifacts = lambda *_: iter(())

from mkdocs_hook import *
"""


def grow(project: Path, times: int, *, files: bool) -> None:
    """Copy every place in a project until there are `times` as many; without `files` only pages.

    Compressed copies are files, too, which plain MkDocs does not write.
    """
    marks = [str(number) for number in range(2, times + 1)]
    _copy_places(project / "data/states.yaml", marks)
    for proof in list((project / "data/evidence").glob("*.yaml")):
        _copy_file(proof, marks, r"^(code: \w+)$")
    for language in (project / "data/languages").glob("*/language.yaml"):
        _copy_names(language, marks)
        # The context of a text begins with its place.
        for name, begin in (("places", ""), ("law", r"evidence\.")):
            for catalog in list((language.parent / name).glob("*.po")):
                _copy_file(catalog, marks, rf'^(msgctxt "{begin}[A-Z]+)(?=\.)')
    hook = _HOOK.replace("TIMES", str(times)).replace("FILES", str(files))
    (project / "hooks/grown_hook.py").write_text(hook)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("hooks/mkdocs_hook.py", "hooks/grown_hook.py"))


def _copy_places(path: Path, marks: list[str]) -> None:
    before, opening, rest = path.read_text(encoding="utf-8").partition("\njurisdictions:\n")
    end = re.search(r"^[a-z_]+:$", rest, re.MULTILINE)
    if not (opening and end):
        raise ValueError(f"{path} has no list of jurisdictions followed by another list")
    places, after = rest[: end.start()], rest[end.start() :]
    copies = _copies(places, marks, r"^(- code: \w+|  name: .+)$")
    path.write_text("".join([before, opening, places, *copies, after]), encoding="utf-8")


def _copy_file(path: Path, marks: list[str], marked: str) -> None:
    copies = _copies(path.read_text(encoding="utf-8"), marks, marked)
    for mark, copy in zip(marks, copies, strict=True):
        path.with_stem(f"{path.stem}{mark}").write_text(copy, encoding="utf-8")


def _copy_names(path: Path, marks: list[str]) -> None:
    text = path.read_text(encoding="utf-8")
    names: dict[str, dict[str, Any]] = yaml.safe_load(text)["places"]
    copies = {
        # A name gets the mark; the place's own words stay, each written out.
        f"{code}{mark}": {
            part: f"{word}{mark}" if isinstance(word, str) else deepcopy(word)
            for part, word in name.items()
        }
        for mark in marks
        for code, name in names.items()
    }
    # They are the end of the file.
    more = yaml.safe_dump({"places": copies}, allow_unicode=True).partition("\n")[2]
    path.write_text(text.rstrip("\n") + "\n" + more, encoding="utf-8")


def _copies(text: str, marks: list[str], marked: str) -> Iterator[str]:
    """Yield a copy for each mark, which stands behind whatever is to be marked."""
    pattern = re.compile(marked, re.MULTILINE)
    return (pattern.sub(rf"\g<1>{mark}", text) for mark in marks)
