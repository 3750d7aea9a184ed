"""What only guides, firms or reports say is marked: no page and no letter says it as the law's.

An item of a list, a case in which a rule gives way and a time to complain need a mark of their own.
A text of a rule may tell of guides beside the law's words: there a mark on the text, or on what
the rule does, is enough, since the text itself says whose word it is. One on when the question may
come says nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..source.fair_chance import FairChance
from ..source.problems import Path
from .base import Context, Finding

_WHO = r"(?:guides?|firms?|pages?|reports?|company|companies|summary|summaries)"
# A landlords' group, unlike an office's page, speaks of no rule of its own.
_OTHERS = r"(?:others|groups?|clearinghouse)"
_SAYS = r"(?:say|tell|read|quote|give|add|report)s?"
# What an office or a court says of itself is not hearsay ("the city's page says").
_HEARSAY = re.compile(
    rf"\bas (?:\w+ ){{0,3}}{_WHO} {_SAYS}\b"
    rf"|\baccording to (?:\w+ ){{0,3}}{_WHO}\b"
    rf"|(?<!'s )(?<!s' )(?<!\bthe )\b{_WHO} {_SAYS}\b"
    rf"|(?<!\bthe )\b{_OTHERS} {_SAYS}\b"
    r"|\bguides names?\b|\ba guide names\b",
    re.IGNORECASE,
)
# Where one of them is marked, pages show beside the rule that it is not confirmed.
_OF_A_RULE = ("rule", "text", "years")


@dataclass(frozen=True)
class _Told:
    """A text where it stands, and the fields of which one must be marked."""

    path: Path
    text: str
    fields: tuple[str, ...]


def check(context: Context) -> Iterator[Finding]:
    """Find what rests on hearsay and has no mark."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if fair is None:
            continue
        base: Path = ("jurisdictions", place.code, "fair_chance")
        yield from _items(fair, base)
        for told in _texts(fair):
            found = _HEARSAY.search(told.text)
            if found and not any(fair.is_marked(field) for field in told.fields):
                message = f'says "{found[0]}", and nothing marks it; name {told.fields[0]} under '
                yield Finding((*base, *told.path), message + "unconfirmed")


def _items(fair: FairChance, base: Path) -> Iterator[Finding]:
    """Yield the items of lists that nothing marks."""
    lists = [("factors", n, "weigh", e.id, e.weigh) for n, e in enumerate(fair.factors)]
    lists += [("notices", n, "must", e.id, e.must) for n, e in enumerate(fair.notices)]
    lists += [("local", n, "never", e.id, e.never) for n, e in enumerate(fair.local)]
    for section, index, field, name, items in lists:
        for number, item in enumerate(items, 1):
            found = _HEARSAY.search(item)
            if found and not fair.is_item_marked(f"{section}.{name}.{field}", number):
                message = (
                    f'says "{found[0]}", and nothing marks it; name {section}.{name}.{field} '
                    f"under unconfirmed, with {number} among its items"
                )
                yield Finding((*base, section, index, field, number - 1), message)


def _texts(fair: FairChance) -> Iterator[_Told]:
    """Yield what is told in words: a case, a test, an office and its time, a rule."""
    for index, test in enumerate(fair.refusals):
        yield _Told(("refusals", index, "text"), test.text, (f"refusals.{test.id}.text",))
    for index, case in enumerate(fair.exceptions):
        yield _Told(("exceptions", index, "text"), case.text, (f"exceptions.{case.id}.text",))
    for index, span in enumerate(fair.times):
        base = f"times.{span.id}"
        yield _Told(("times", index, "text"), span.text, (f"{base}.days", f"{base}.text"))
    yield from _office(fair)
    for name in ("public", "private", "cleared_records", "lookback"):
        rule = getattr(fair.employment, name)
        yield from _rule(("employment", name), f"employment.{name}", rule)
    yield from _rule(("housing",), "housing", fair.housing)
    yield from _rule(("survivors",), "survivors", fair.survivors)
    for index, law in enumerate(fair.local):
        yield from _rule(("local", index), f"local.{law.id}", law)
        for field in ("name", "deadline"):
            text = getattr(law.complain, field, None) or ""
            mark = f"local.{law.id}.complain.{field}"
            yield _Told(("local", index, "complain", field), text, (mark,))


def _rule(path: Path, name: str, rule: object) -> Iterator[_Told]:
    """Yield the texts of a rule; whom it binds has a mark of its own."""
    marks = tuple(f"{name}.{field}" for field in ("text", *_OF_A_RULE))
    for field in ("text", "renting"):
        yield _Told((*path, field), getattr(rule, field, None) or "", marks)
    whom, fewer = getattr(rule, "threshold_text", None), getattr(rule, "below", None)
    yield _Told((*path, "threshold_text"), whom or "", (f"{name}.threshold",))
    yield _Told((*path, "below"), fewer or "", (f"{name}.below", f"{name}.threshold"))


def _office(fair: FairChance) -> Iterator[_Told]:
    office = fair.complain
    parts = {("complain",): office, ("complain", "renting"): office.renting if office else None}
    for path, part in parts.items():
        for field in ("name", "also", "deadline", "starts"):
            text = getattr(part, field, None) or ""
            yield _Told((*path, field), text, (".".join((*path, field)),))
