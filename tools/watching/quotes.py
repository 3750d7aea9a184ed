"""Which words are looked for, and at which address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import yaml
from record_relief.source.model import StatesFile
from record_relief.source.place import Jurisdiction

# Where programs and data are kept: a page there shows what the repository is, not what it holds.
_REPOSITORIES = {"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co"}
_NAME_OF_REPOSITORY = 2


@dataclass(frozen=True)
class Quote:
    """Words of a law that a guide quotes. `entry` is the field that rests on them.

    `official`: the address is the state's own page of the law, not where the words were read.
    """

    place: str
    entry: str
    text: str
    title: str
    url: str
    official: bool
    words: str


def quotes(folder: Path, data: StatesFile) -> list[Quote]:
    """Return every quotation of the evidence files in a folder, in order of place.

    Words that a law quotes are looked for on the law's official page too, where one is known that
    is not the page they were read on.
    """
    found: list[Quote] = []
    for place in data.jurisdictions:
        file = folder / f"{place.code.lower()}.yaml"
        if file.exists():
            evidence = yaml.safe_load(file.read_text(encoding="utf-8"))
            found += _of_place(evidence, place)
    return found


def _of_place(evidence: Mapping[str, Any], place: Jurisdiction) -> Iterator[Quote]:
    read = {text["id"]: (text["title"], text.get("url") or "") for text in evidence["texts"]}
    texts = {source.id: (source.title, source.url) for source in place.sources} | read
    known = {url for _, url in read.values()}
    pages = {law.id: law.url for law in place.relief if _official(law.url, place)}
    for path, item in _items(evidence, ()):
        entry = ".".join((place.code, *path))
        title, url = texts[item["text"]]
        yield Quote(place.code, entry, item["text"], title, url, False, item["words"])
        page = pages.get(path[1]) if path[0] == "laws" else None
        if page and page not in known:
            yield Quote(place.code, entry, item["text"], title, page, True, item["words"])


def _items(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield all that names a text and quotes words of it, at any depth, and its path."""
    if isinstance(value, dict):
        if "text" in value and ("words" in value or "silent" in value):
            if value.get("words"):
                yield path, value
            return
        for key, child in value.items():
            yield from _items(child, path if key == "proof" else (*path, str(key)))
    elif isinstance(value, list):
        for child in value:
            name = (child["id"],) if isinstance(child, dict) and "id" in child else ()
            yield from _items(child, (*path, *name))


def _official(url: str, place: Jurisdiction) -> bool:
    code = place.official_code.url
    return _host(urlsplit(url)) == _host(urlsplit(code)) and not unwatchable(url, [code])


def unwatchable(url: str, codes: Iterable[str]) -> str:
    """Return why no words can be looked for at an address; nothing where they can.

    `codes` are the addresses of whole codes.
    """
    if not url:
        return "no address is known"
    address = urlsplit(url)
    steps = [step for step in address.path.split("/") if step]
    if _host(address) in _REPOSITORIES and len(steps) <= _NAME_OF_REPOSITORY:
        return "the address is a repository"
    if _bare(url) in {_bare(code) for code in codes}:
        return "the address is a whole code"
    if not steps and not address.query:
        return "the address is the front page of a site"
    return ""


def _host(address: SplitResult) -> str:
    return (address.hostname or "").removeprefix("www.")


def _bare(url: str) -> tuple[str, str, str]:
    address = urlsplit(url)
    return _host(address), address.path.rstrip("/"), address.query
