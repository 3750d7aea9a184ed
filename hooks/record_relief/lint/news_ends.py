"""Who helps and where to look: what ends is news with a last day, not part of the lasting text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.explainers import Organisation
from ..source.fair_chance import MedicaidReading
from ..source.place import Help
from ..source.problems import Path
from .base import Context, Finding

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WHEN = rf"(?:(?:{'|'.join(MONTHS)})(?: \d{{1,2}},)? |(?:spring|summer|fall|winter) |the end of )"
_END = re.compile(rf"\b(?:until|till|through|to|ends?(?: on| in)?) {_WHEN}?20\d\d\b")


def check(context: Context) -> Iterator[Finding]:
    """Find texts that name an end."""
    for path, entry in _entries(context):
        if entry.text and (found := _END.search(entry.text)):
            message = f'says "{found[0]}"; put what ends into `news`, with its last day as `until`'
            yield Finding((*path, "text"), message)


def _entries(context: Context) -> Iterator[tuple[Path, Organisation | Help | MedicaidReading]]:
    for organisation in context.data.organisations:
        yield ("organisations", organisation.id), organisation
    for place in context.data.jurisdictions:
        base: Path = ("jurisdictions", place.code)
        for index, helper in enumerate(place.help):
            yield (*base, "help", index), helper
        if place.medicaid_list:
            yield (*base, "medicaid_list"), place.medicaid_list
