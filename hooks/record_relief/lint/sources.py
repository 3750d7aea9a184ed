"""Every source cited exists, and every source kept is cited. A place may cite its texts too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.problems import Path, suggest
from .base import Context, Finding

_CITING = ("sources", "also_read")


def check(context: Context) -> Iterator[Finding]:
    """Find ids that no source has, and sources that nothing cites."""
    shared = context.raw_ids("sources")
    used: set[str] = set()
    for place in context.raw_items("jurisdictions"):
        base: Path = ("jurisdictions", str(place.get("code")))
        listed = place.get("sources")
        own = [
            str(item.get("id")) for item in listed or [] if isinstance(item, dict)
        ] if isinstance(listed, list) else []  # fmt: skip
        known = {*own, *shared, *context.raw_texts(str(place.get("code")))}
        cited: set[str] = set()
        for path, value in _citations({k: v for k, v in place.items() if k != "sources"}, base):
            cited.add(value)
            if value not in known:
                yield Finding(path, _missing(value, sorted(known)))
        for index, source in enumerate(own):
            if source not in cited:
                message = f'"{source}" is cited by nothing; cite it or list it in also_read'
                yield Finding((*base, "sources", index, "id"), message)
        used |= cited
    for section in ("organisations", "facts"):
        for item in context.raw_items(section):
            for path, value in _citations(item, (section, str(item.get("id")))):
                used.add(value)
                if value not in shared:
                    yield Finding(path, _missing(value, sorted(shared)))
    for source in sorted(shared - used):
        yield Finding(("sources", source, "id"), f'"{source}" is cited by nothing')


def _missing(value: str, known: list[str]) -> str:
    return f'"{value}" is the id of no source{suggest(value, known)}'


def _citations(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each cited id below `value`, with the path where it stands."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key in _CITING and isinstance(child, list):
                for index, cited in enumerate(child):
                    if isinstance(cited, str):
                        yield (*path, key, index), cited
            else:
                yield from _citations(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _citations(child, (*path, index))
