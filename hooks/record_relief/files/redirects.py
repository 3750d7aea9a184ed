"""Where other addresses lead: a place's code, as people say and type it, to its guide and the pages
below it.

A code with the name of a city's or county's law leads to that law.

Hosts that read `_redirects` (Netlify, Cloudflare Pages) answer at once; elsewhere the short address
is a page that leads on.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from ..derive.guide import Guide
from ..derive.local_addresses import local_addresses
from ..derive.site import Facts
from .artifacts import Artifact

Redirect = tuple[str, str]


# A language's prefix, and the addresses of the pages that stand in it.
Languages = Sequence[tuple[str, Container[str]]]


def redirects(facts: Facts, languages: Languages = ()) -> list[Redirect]:
    """Return the pairs of an address and the address it leads to, both from the root.

    Below a language's prefix they lead to a page in it, where that stands.
    """
    return [
        (f"/{prefix}{code}{below}{slash}", f"/{prefix * (url in standing)}{url}")
        for prefix, standing in (("", ()), *languages)
        for guide in facts.guides.values()
        for code in (guide.place.code.lower(), guide.place.code)
        for below, url in _below(guide)
        for slash in ("", "/")
    ]


def _below(guide: Guide) -> Iterator[Redirect]:
    """Yield what can stand below a place's code, and where it leads."""
    yield "", guide.url
    yield "/law", guide.law_url
    yield "/other-ways", guide.ways_url
    for local in local_addresses([guide.place]):
        yield f"/{local.law.id}", local.url


def redirects_file(pairs: list[Redirect]) -> bytes:
    """Return the table in the format of `_redirects`."""
    return "".join(f"{here} {there} 301\n" for here, there in pairs).encode("ascii")


def artifacts(facts: Facts, languages: Languages = ()) -> Iterator[Artifact]:
    """Yield `_redirects`."""
    yield Artifact("_redirects", redirects_file, (redirects(facts, languages),))
