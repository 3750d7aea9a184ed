"""Which words are looked for, and at which address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel
from record_relief.source.cited import Source
from record_relief.source.evidence import Data, Evidence, Ground, ReadText
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


def quotes(data: Data) -> list[Quote]:
    """Return every quotation of the evidence, in order of place.

    Words quoted for a law or a way are looked for on its official page too, where one is known
    that is not the page they were read on.
    """
    return [
        quote
        for place in data.jurisdictions
        if place.code in data.evidence
        for quote in _of_place(data.evidence[place.code], place)
    ]


def _of_place(evidence: Evidence, place: Jurisdiction) -> Iterator[Quote]:
    read: list[Source | ReadText] = [*place.sources, *evidence.texts]
    texts = {text.id: text for text in read}
    known = {text.url for text in evidence.texts}
    named = [
        *(("laws", law.id, law.url) for law in place.relief),
        *(("ways", way.id, way.url) for way in place.ways),
    ]
    pages = {(section, name): url for section, name, url in named if _official(url, place)}
    for path, ground in grounds(evidence):
        if ground.words:
            entry = ".".join((place.code, *path))
            text = texts[ground.text]
            quote = Quote(place.code, entry, text.id, text.title, text.url, False, ground.words)
            yield quote
            page = pages.get((path[0], path[1]))
            if page and page not in known:
                yield replace(quote, url=page, official=True)


def grounds(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Ground]]:
    """Yield every item of proof in a file of evidence, and the path of what it is proof of."""
    if isinstance(value, Ground):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from grounds(getattr(value, name), path if name == "proof" else (*path, name))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from grounds(child, (*path, key))
    elif isinstance(value, list):
        for child in value:
            yield from grounds(child, (*path, child.id) if hasattr(child, "id") else path)


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
