"""What a schema can't say of the forms, above all: no statement of law without its source.

A text is held to the facts in three ways. One with legal words must say on which facts it rests,
or why it is no statement of law. One that rests on facts may use no number that they do not have.
One that rests on what is not confirmed, or not in force, must say so in its own words.
What is sent to somebody has no word that tells why a person may have a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from ..source.explainers import Fact
from ..source.forms import DAYS, Block, Form, Say, said, texts
from ..source.model import StatesFile
from ..source.problems import Path, suggest
from ..source.values import Checker
from . import explainer_places
from .base import Finding
from .neutral_titles import TELLING

LEGAL = re.compile(
    r"\b(Act|(?i:must|shall|may not|laws?|lawful|legal|illegal|unlawful|federal|statutes?|"
    r"regulations?|requires?|required|prohibit\w*|forbid\w*|entitled|rights?|FCRA|HUD|EEOC|CFPB|U\.S\.C|CFR|"
    r"discriminat\w*|penalt\w*|fines?|sue|\d+|two|three|four|five|six|seven|ten|days?|weeks?|months?"
    r"|years?))\b"
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NUMBER = re.compile(rf"\b(\d[\d,]*|{'|'.join(_WORDS)})\b", re.IGNORECASE)
# What a text must say when a fact it rests on is not simply in force and confirmed.
STANDING: dict[str, str] = {
    "withdrawn": r"withdrawn|rescinded",
    "proposed": r"propos",
    "enjoined": r"stopped by a court|court",
    "repealed": r"repealed",
    "expired": r"expired|lapsed",
    "unclear": r"not law|not clear|unclear|not settled|recommend",
}
UNCONFIRMED = r"not confirmed"


def check(forms: Sequence[Form], data: StatesFile) -> Iterator[Finding]:
    """Find what is wrong with the forms, given the facts they rest on."""
    facts = {fact.id: fact for fact in data.facts}
    seen: set[str] = set()
    for form in forms:
        if form.id in seen:
            yield Finding(("forms", form.id, "id"), f'"{form.id}" stands twice')
        seen.add(form.id)
        for path, message in (
            *_shape(form),
            *_statements(form, facts),
            *_steps(form, facts),
            *_telling(form),
        ):
            yield Finding(("forms", form.id, *path), message)
    yield from explainer_places.of_forms(forms, data)


def _shape(form: Form) -> Iterator[tuple[Path, str]]:
    if not form.sections and not form.steps:
        yield ("sections",), "is empty, and there are no steps either"
    for number, part in enumerate(form.sections):
        for index, block in enumerate(part.blocks):
            kinds = [name for name in ("text", "field", "choose", "tick") if getattr(block, name)]
            kinds += [name for name in ("columns", "adds") if getattr(block, name)]
            path: Path = ("sections", number, "blocks", index)
            if len(kinds) != 1:
                found = ", ".join(kinds) or "nothing"
                yield (
                    path,
                    f"has {found}; it must have one of text, field, choose, tick, columns, adds",
                )
            elif not _fits(block):
                yield path, "has options, rows, a kind or a hint that do not belong to it"
    adding = [block for part in form.sections for block in part.blocks if block.adds]
    if len(adding) > 1:
        yield ("sections",), f"has {len(adding)} blocks with adds; a form has one at most"
    if adding and form.for_[0] not in get_args(Checker):
        yield ("for",), "is for nobody whom such laws bind; adds is for an employer or a landlord"


def _fits(block: Block) -> bool:
    return (
        bool(block.choose) == bool(block.options)
        and bool(block.columns) == bool(block.rows)
        and (block.field is not None or block.kind == "line")
        and (block.choose is not None or not block.one)
        and (block.choose is not None or bool(block.adds) == bool(block.hint))
    )


def _telling(form: Form) -> Iterator[tuple[Path, str]]:
    if form.use != "sent":
        return
    if found := TELLING.search(form.id):
        yield ("id",), f'says "{found[0]}" in the name of a file that is sent to somebody'
    for path, words in texts(form):
        stays = path[0] in ("summary", "intro")
        if not stays and (found := TELLING.search(said(words))):
            yield path, f'says "{found[0]}" in what is sent to somebody; say it in neutral words'


def _statements(form: Form, facts: Mapping[str, Fact]) -> Iterator[tuple[Path, str]]:
    for path, words in texts(form):
        text = said(words)
        if not isinstance(words, Say):
            found = LEGAL.search(text)
            if found:
                yield (
                    path,
                    f'says "{found[0]}" without naming the facts it rests on (law), or {_WHY}',
                )
            continue
        if bool(words.law) == bool(words.plain):
            yield path, f"must either name the facts it rests on (law) or {_WHY}"
        rests = [facts[id_] for id_ in words.law if id_ in facts]
        for index, id_ in enumerate(words.law):
            if id_ not in facts:
                message = f'"{id_}" is the id of no fact{suggest(id_, sorted(facts))}'
                yield (*path, "law", index), message
        for message in _standing(text, rests):
            yield path, message
        if len(rests) == len(words.law) and rests:
            for number in sorted(numbers(text) - set().union(*map(_numbers_of, rests))):
                yield path, f"says {number}, which none of its facts does"


_WHY = "why it is no statement of law (plain)"


def _standing(text: str, facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        words = STANDING.get(fact.status)
        if words and not re.search(words, text, re.IGNORECASE):
            yield f"rests on {fact.id}, which is {fact.status}; the text must say so"
        if not fact.confirmed and not re.search(UNCONFIRMED, text, re.IGNORECASE):
            yield f'rests on {fact.id}, which is not confirmed; the text must say "not confirmed"'
        if fact.confirmed and not fact.sources:
            yield f"rests on {fact.id}, which has no source"


def numbers(text: str) -> set[int]:
    """Return the numbers in a text, in digits or in words up to twelve."""
    found = (match[1].lower().replace(",", "") for match in _NUMBER.finditer(text))
    # "one" is more often a pronoun than a number.
    return {int(_WORDS.get(value, 0) or value) for value in found if value != "one"}


def _numbers_of(fact: Fact) -> set[int]:
    told = (fact.text, fact.status_note, fact.cited, fact.quote)
    return set().union(*(numbers(text) for text in told if text))


def _steps(form: Form, facts: Mapping[str, Fact]) -> Iterator[tuple[Path, str]]:
    known = list(DAYS)
    for index, step in enumerate(form.steps):
        if step.after not in known:
            message = f'"{step.after}" is none of {", ".join(known)}{suggest(step.after, known)}'
            yield ("steps", index, "after"), message
        known.append(step.id)
        law = step.what.law if isinstance(step.what, Say) else []
        told = set().union(*(_numbers_of(facts[id_]) for id_ in law if id_ in facts), {0})
        if step.days not in told:
            yield ("steps", index, "days"), f"is {step.days}, which none of the step's facts says"
