"""A citation is only that: what there is to know of it goes into `citation_note`; one is needed.

The citation stays in its own language everywhere; whom it binds, or that nobody read it, is
translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..source.law import Law
from ..source.local_law import LocalLaw
from ..source.problems import Path
from ..source.texts import Cited
from ..source.ways import Way
from .base import Context, Finding

_REMARK = re.compile(
    r"\b(e\.g|only|not (?:found|read|seen)|read in part|as (?:amended|first|guides|law firms|the)"
    r"|quoted|binds?|blocked|older|see also|in a summary|text of|proposed|private|public"
    r" (?:agencies|boards|employers)|formerly|as of|added|passed|moved|with|procedure|form in"
    r"|(?:district|city) court|(?:city|state) (?:law|licensing|ordinance)|ordinance of"
    r"|other laws)\b"
)


def check(context: Context) -> Iterator[Finding]:
    """Find citations that tell a remark, too."""
    for place in context.data.jurisdictions:
        yield from _within(("jurisdictions", place.code), place)
    for fact in context.data.facts:
        yield from _within(("facts", fact.id), fact)


def _within(path: Path, value: Any) -> Iterator[Finding]:
    if isinstance(value, Cited) and value.citation and (found := _REMARK.search(value.citation)):
        message = f'says more than a citation ("{found[1]}"): put that into "citation_note"'
        yield Finding((*path, "citation"), message)
    if isinstance(value, Way | LocalLaw | Law) and not value.cited:
        yield Finding((*path, "citation"), 'has neither a citation nor a "citation_note"')
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _within((*path, name), getattr(value, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _within((*path, getattr(item, "id", number)), item)
