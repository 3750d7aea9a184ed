"""What a schema can't say of the papers to start from: no sentence without what it rests on.

A packet is held to the data in four ways. Every coded value has its sentence, and no other. A text
with legal words that stands under no value names the fields or facts it rests on, or why it is no
statement of law. A sentence for one law alone names the places of that law's words, and uses only
numbers and quotations that are there. What is left open has words for what to look up.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator, Sequence

from ..source.coded import LAW_FIELD, LAW_FIELDS
from ..source.evidence import Data, Evidence, Ground
from ..source.law import Law
from ..source.packets import (
    BLOCK_KINDS,
    OPEN,
    Block,
    Own,
    OwnLine,
    OwnPart,
    PacketsFile,
    Question,
    Told,
    block_text,
    free_texts,
    said,
    sheets_of,
    value_texts,
)
from ..source.problems import Path, suggest
from .base import Finding, value_at
from .forms import LEGAL, numbers

# The short words that `derive.packets` sets around what it works out.
LABELS: dict[str, frozenset[str]] = {
    "words": frozenset(("words", "source")),
    "weaker": frozenset(("lead", "words", "source")),
    "silent": frozenset(("what", "lead", "source")),
    "silent_more": frozenset(("what", "source")),
    "silent_whole": frozenset(("what", "source")),
    "silent_beside": frozenset(("what", "source", "other")),
    "section": frozenset(("section", "at")),
    "passage": frozenset(("text", "at")),
    "steps": frozenset(),
    "kept": frozenset(),
    "reading": frozenset(("source", "reading")),
    "told_by": frozenset(("text", "sources")),
    "cited": frozenset(("text", "citation")),
    "left_out": frozenset(("text",)),
    "plain": frozenset(("text",)),
    "way": frozenset(("title",)),
    "partly": frozenset(("text",)),
    "open": frozenset(("what",)),
    "seen": frozenset(("words", "source")),
    "seen_weaker": frozenset(("lead", "words", "source")),
    "no_citation": frozenset(),
    "not_confirmed": frozenset(),
    "under": frozenset(("title", "citation")),
    "place_line": frozenset(("place", "citation")),
    "act": frozenset(("act", "year")),
    "act_unnamed": frozenset(("year",)),
    "act_from": frozenset(("what", "day")),
    "checked": frozenset(("day", "read", "how")),
    "foot": frozenset(("address", "day")),
}
NAMES = frozenset(("paper", "person", "citation"))
_TRACES = re.compile(r"record\s*relief|\bthis (?:web)?site\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”")
_WHY = "or why it is no statement of law (plain)"


def check(file: PacketsFile, data: Data) -> Iterator[Finding]:
    """Find what is wrong with the words of the packets, given the data they stand with."""
    yield from _names(file)
    yield from _labels(file)
    yield from _looked_up(file)
    yield from _marks(file, data)
    for question in file.questions:
        for path, message in _question(question):
            yield Finding(("questions", question.id, *path), message)
    yield from _values(file)
    yield from _texts(file, {fact.id for fact in data.facts})
    yield from _sheets(file)
    for own in file.own:
        for path, message in _own(own, file, data):
            yield Finding(("own", own.id, *path), message)


def _names(file: PacketsFile) -> Iterator[Finding]:
    if not file.names or file.names[-1].begins:
        yield Finding(("names",), 'must end with one that begins with "", for every other title')
    for section in ("questions", "sheets", "own"):
        ids = Counter(entry.id for entry in getattr(file, section))
        for name, count in ids.items():
            if count > 1:
                yield Finding((section, name, "id"), f'"{name}" stands twice')


def _labels(file: PacketsFile) -> Iterator[Finding]:
    for name in LABELS.keys() - file.labels.keys():
        yield Finding(("labels",), f'lacks "{name}"')
    for name, text in file.labels.items():
        if name not in LABELS:
            yield Finding(("labels", name), f"is not known{suggest(name, sorted(LABELS))}")
        elif _fields_in(text) != LABELS[name]:
            wanted = ", ".join(f"{{{part}}}" for part in sorted(LABELS[name])) or "nothing"
            yield Finding(("labels", name), f"must name in braces: {wanted}")


def _fields_in(text: str) -> frozenset[str]:
    try:
        found = [name for _, name, _, _ in string.Formatter().parse(text)]
    except ValueError:
        return frozenset(("?",))
    return frozenset(name for name in found if name is not None)


def _looked_up(file: PacketsFile) -> Iterator[Finding]:
    # A mark can say that one kind of record may be reached, too.
    kinds = {f"records.{kind}" for kind in LAW_FIELD["records"].values}
    for field in file.look_up:
        if field not in kinds and not _is_field(field):
            yield Finding(("look_up", field), "is not a field of a law")
    asked = {path for question in file.questions for path in question.paths} | kinds
    for field in sorted(({f.path for f in LAW_FIELDS} | asked) - file.look_up.keys()):
        if field != "prosecutor.text":  # its part has one look-up, "prosecutor"
            yield Finding(("look_up",), f'lacks "{field}"')


def _marks(file: PacketsFile, data: Data) -> Iterator[Finding]:
    """Find what a law marks as not confirmed and the cover could not tell."""
    known = {*file.look_up, *(field.group for field in LAW_FIELDS)}
    marks = {
        mark for place in data.jurisdictions for law in place.relief for mark in law.unconfirmed
    }
    for mark in sorted(marks):
        if not known & {mark, mark.partition(".")[0]}:
            yield Finding(("look_up",), f'lacks "{mark}", which a law marks as not confirmed')


def _is_field(path: str) -> bool:
    model: object = Law
    for step in path.split("."):
        known = getattr(model, "model_fields", {})
        if step not in known:
            return False
        model = known[step].annotation
    return True


def _question(question: Question) -> Iterator[tuple[Path, str]]:
    for path in question.paths:
        if not _is_field(path):
            yield (), f'"{path}" is not a field of a law'
    for field in question.fields:
        if field not in LAW_FIELD:
            yield ("fields",), f'"{field}" is no coded field of a law'
            continue
        told = Counter((*question.say.get(field, ()), *question.tell.get(field, ())))
        values = LAW_FIELD[field].values
        for value in values:
            if told[value] != 1:
                found = "no sentence" if not told[value] else "two sentences"
                yield ("say", field), f'has {found} for "{value}"'
        for value in told.keys() - set(values):
            yield (("say", field), f'"{value}" is none of {", ".join(values)}')
    for name in ("say", "tell"):
        for field in getattr(question, name).keys() - set(question.fields):
            yield (name, field), "is none of the fields of this question"
    for field, by_value in question.only.items():
        for value in by_value.keys() - question.say.get(field, {}).keys():
            yield ("only", field), f'"{value}" is not under say'


def _values(file: PacketsFile) -> Iterator[Finding]:
    for value in LAW_FIELD["remedies"].values:
        if value not in file.ordered:
            yield Finding(("ordered",), f'lacks "{value}"')
    for path, text in value_texts(file):
        if found := numbers(text):
            yield Finding(path, f"says {min(found)}; no coded value has a number")
        yield from _common(path, text)


def _common(path: Path, text: str) -> Iterator[Finding]:
    if found := _TRACES.search(text):
        yield Finding(path, f'says "{found[0]}", and a lawyer files this')
    if path[0] != "labels" and (unknown := _fields_in(text) - NAMES):
        yield Finding(path, f"has {{{min(unknown)}}}; known are {', '.join(sorted(NAMES))}")


def _texts(file: PacketsFile, facts: set[str]) -> Iterator[Finding]:
    for path, words in free_texts(file):
        text = said(words)
        yield from _common(path, text)
        if path[0] == "labels":
            continue
        if not isinstance(words, Told):
            if found := LEGAL.search(text):
                message = f'says "{found[0]}" without what it rests on (rests, law), {_WHY}'
                yield Finding(path, message)
            continue
        if sum(map(bool, (words.rests, words.law, words.plain))) != 1:
            yield Finding(path, f"must name what it rests on (rests or law), {_WHY}")
        if path[0] == "own":
            continue  # held to the words of its laws
        for field in words.rests:
            if not _is_field(field):
                yield Finding((*path, "rests"), f'"{field}" is not a field of a law')
        if words.at:
            yield Finding((*path, "at"), "stands only in a sheet of some laws")
        for id_ in words.law:
            if id_ not in facts:
                message = f'"{id_}" is the id of no fact{suggest(id_, sorted(facts))}'
                yield Finding((*path, "law"), message)


def _sheets(file: PacketsFile) -> Iterator[Finding]:
    known = {question.id for question in file.questions}
    for base, sheet in sheets_of(file):
        yield from _when(sheet.when, (*base, "when"))
        for index, block in enumerate(sheet.blocks):
            path = (*base, "blocks", index)
            kinds = [kind for kind in BLOCK_KINDS if getattr(block, kind) is not None]
            if len(kinds) != 1:
                found = ", ".join(kinds) or "nothing"
                yield Finding(path, f"has {found}; it must have one of {', '.join(BLOCK_KINDS)}")
            if block.ask and block.ask not in known:
                message = f'"{block.ask}" is no question{suggest(block.ask, sorted(known))}'
                yield Finding((*path, "ask"), message)
            yield from _when(block.when, (*path, "when"))
            if path[0] != "own":
                yield from _of_value(block, path)
    asked = {block.ask for sheet in file.sheets for block in sheet.blocks}
    for name in sorted(known - asked):
        yield Finding(("questions", name), "is asked in no sheet")


def _of_value(block: Block, path: Path) -> Iterator[Finding]:
    """Find a text that rests on fields of a law but would stand whatever their values are."""
    for words in (block.number, block.sub, block.text, block.tick, block.bullet):
        if isinstance(words, Told) and words.rests and not block.when:
            yield Finding((*path, "when"), "is missing: which values the text is true of")


def _when(when: dict[str, list[str]], path: Path) -> Iterator[Finding]:
    for field, values in when.items():
        if field not in LAW_FIELD:
            yield Finding((*path, field), "is no coded field of a law")
            continue
        allowed = (*LAW_FIELD[field].values, OPEN)
        for value in values:
            if value not in allowed:
                yield Finding((*path, field), f'"{value}" is none of {", ".join(allowed)}')


def _own(own: Own, file: PacketsFile, data: Data) -> Iterator[tuple[Path, str]]:
    place = next((one for one in data.jurisdictions if one.code == own.place), None)
    laws = {law.id: law for law in place.relief} if place else {}
    for name in own.laws:
        if name not in laws:
            yield ("law",), f'"{name}" is no law of {own.place}'
    questions = {question.id for question in file.questions}
    for name in own.add:
        if name not in questions:
            yield ("add", name), f"is no question{suggest(name, sorted(questions))}"
    if place is None:
        return
    evidence = data.evidence_of(place)
    told = (*place.cautions, *evidence.tell)
    for text in own.leave_out:
        if not any(each.startswith(text) for each in told):
            yield ("leave_out",), f'no doubt and no caution of {own.place} begins "{text}"'
    for name in own.row.keys() - LAW_FIELD.keys():
        yield ("row", name), "is no coded field of a law"
    for name in sorted(set(own.tells) - LAW_FIELD.keys()):
        yield ("tells",), f'"{name}" is no coded field of a law'
    sheets = {sheet.id for sheet in (*file.sheets, *own.sheets)}
    for name in sorted(own.titles.keys() - sheets):
        yield ("titles", name), f"is no sheet{suggest(name, sorted(sheets))}"
    for name in own.cite.keys() - evidence.text.keys():
        yield ("cite", name), f"is the id of no text{suggest(name, sorted(evidence.text))}"
    ways = sorted(way.id for way in place.ways)
    for number, part in enumerate(own.parts):
        for name in part.ways:
            if name not in ways:
                message = f'"{name}" is no other way of {own.place}{suggest(name, ways)}'
                yield ("parts", number, "ways"), message
    # Said of several laws, it has to be so in each.
    for law in (laws[name] for name in own.laws if name in laws):
        yield from _own_of(own, law, file, evidence)


def _own_of(
    own: Own, law: Law, file: PacketsFile, evidence: Evidence
) -> Iterator[tuple[Path, str]]:
    questions = {question.id for question in file.questions}
    merged = file.own_of(own.place, law.id)
    for kind in ("instead", "alone"):
        for name in set(getattr(own, kind)) - merged.add.keys():
            yield (kind,), f'"{name}" has no sentence of its own'
    proven = evidence.laws[law.id].proof.values() if law.id in evidence.laws else ()
    grounds = [ground for each in proven for ground in each]
    for at in sorted(set(own.adverse) - {ground.at for ground in grounds}):
        yield ("adverse",), f'nothing that was read stands at "{at}"'
    for field in own.open:
        if field not in file.look_up or not law.is_marked(field):
            yield ("open", field), "is no field that this law marks as not confirmed"
    for number, part in enumerate(own.parts):
        for path, message in _own_part(part, questions, grounds):
            yield ("parts", number, *path), message
    for path, line in _held(own):
        for deeper, message in _own_line(line, law, evidence):
            yield (*path, *deeper), message


def _held(own: Own) -> Iterator[tuple[Path, OwnLine | Told]]:
    """Yield what is said for some laws alone and held to their words, with its path."""
    for name, lines in own.add.items():
        yield from ((("add", name, index), line) for index, line in enumerate(lines))
    for number, part in enumerate(own.parts):
        base: Path = ("parts", number, "lines")
        yield from (((*base, index), line) for index, line in enumerate(part.lines))
    for section in ("order", "cover", "offices", "caption", "head", "columns"):
        lines = getattr(own, section)
        yield from (((section, index), line) for index, line in enumerate(lines))
    for section in ("row", "titles"):
        named: dict[str, OwnLine] = getattr(own, section)
        yield from (((section, name), line) for name, line in named.items())
    for sheet in own.sheets:
        for index, block in enumerate(sheet.blocks):
            found = block_text(block)
            if found and isinstance(found[1], Told) and found[1].rests:
                yield ("sheets", sheet.id, "blocks", index, found[0]), found[1]


def _own_part(
    part: OwnPart, questions: set[str], grounds: Sequence[Ground]
) -> Iterator[tuple[Path, str]]:
    if part.before not in questions:
        yield (
            ("before",),
            f'"{part.before}" is no question{suggest(part.before, sorted(questions))}',
        )
    read = {ground.at for ground in grounds if ground.text in part.texts}
    for at in sorted(set(part.at) - read):
        yield ("at",), f'nothing that was read stands at "{at}" of {", ".join(part.texts)}'


def _own_line(line: OwnLine | Told, law: Law, evidence: Evidence) -> Iterator[tuple[Path, str]]:
    for message in (found.message for found in _common(("own",), line.say)):
        yield ("say",), message
    if not line.at:
        yield ("at",), "is missing: where in the text the words stand"
    grounds: list[Ground] = []
    for field in line.rests:
        try:
            value_at(law, field)
        except AttributeError:
            yield ("rests",), f'"{field}" is not a field of a law'
        grounds += evidence.proof(law.id, field)
    for at in line.at:
        if at not in {ground.at for ground in grounds}:
            yield ("at",), f'nothing that was read at "{at}" stands under {", ".join(line.rests)}'
    words = " ".join(ground.words or "" for ground in grounds if ground.at in line.at)
    for quoted in _QUOTED.findall(line.say):
        if quoted not in words:
            yield ("say",), f"quotes “{quoted}”, which is not in the words read there"
    known = set().union(*(numbers(text) for text in (words, *line.at)))
    for number in sorted(numbers(line.say) - known):
        yield ("say",), f"says {number}, which the words read there do not"
