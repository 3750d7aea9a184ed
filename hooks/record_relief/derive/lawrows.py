"""A law as rows: what is asked, the coded values in plain words, the explanation.

The table `LINES` gives each coded field of the registry its line and its title. It is checked when
it is loaded, so that no field can be left out of what readers see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from ..source.coded import LAW_FIELD
from ..source.law import Law
from . import labels as words
from .labels import N_


@dataclass(frozen=True)
class Value:
    """A coded value in plain words, and whether it is marked as not confirmed.

    `own`: the law's own, which no code names; what it is only the text beside it says.
    """

    label: str
    unconfirmed: bool = False
    own: bool = False


@dataclass(frozen=True)
class LawRow:
    """One line of a law: what is asked, the coded values, the explanation.

    `leaves_out`: the law's page has a list of what it leaves out; `listed`: one of what it reaches.
    """

    label: str
    values: tuple[Value, ...]
    text: str = ""
    text_unconfirmed: bool = False
    items: tuple[str, ...] = ()
    leaves_out: bool = False
    listed: bool = False


@dataclass(frozen=True)
class Line:
    """Where a law's fields stand: a title, paths of coded fields, the path of a text or a list.

    `term` is the lawyers' word for what is asked.
    """

    title: str
    coded: tuple[str, ...] = ()
    text: str = ""
    items: str = ""
    term: str = ""

    @property
    def key(self) -> str:
        """Its name in an address: "proof" for "proof.standard", "excluded" for what is left out."""
        if self.items:
            return self.items.rpartition(".")[2]
        return (*self.coded, self.text)[0].partition(".")[0]

    @property
    def text_paths(self) -> tuple[str, ...]:
        """The paths of the proof of its text; that of "prosecutor.text" may name the part alone."""
        alone = not self.coded and "." in self.text
        return (self.text, self.text.partition(".")[0]) if alone else (self.text,)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path whose proof stands here."""
        return tuple(filter(None, (*self.coded, *self.text_paths, self.items)))


LINES = (
    Line(N_("Who it helps"), ("trafficking", "age")),
    Line(N_("What the court can do"), ("remedies",)),
    Line(N_("Which records"), ("records", "deferred")),
    Line(N_("Which offenses"), ("offenses.scope",), "offenses.covered"),
    Line(N_("Left out"), items="offenses.excluded"),
    Line(
        N_("How it must connect to trafficking"),
        ("nexus.standard",),
        "nexus.text",
        term=N_("nexus"),
    ),
    Line(
        N_("How sure the judge must be"),
        ("proof.standard",),
        "proof.text",
        term=N_("burden of proof"),
    ),
    Line(N_("Official papers"), ("documentation.rule",), "documentation.text"),
    Line(N_("Must the court say yes?"), ("decision.rule",), "decision.text"),
    Line(
        N_("When you may ask"),
        ("timing.wait", "timing.deadline", "timing.sentence_complete"),
        "timing.text",
    ),
    Line(N_("Cost"), ("fee.rule",), "fee.text"),
    Line(N_("Hearing"), ("hearing.rule",), "hearing.text"),
    Line(N_("The prosecutor's part"), text="prosecutor.text"),
    Line(N_("Privacy of what you file"), ("confidentiality.rule",), "confidentiality.text"),
    Line(
        N_("More than one case"),
        ("consolidation.rule",),
        "consolidation.text",
        term=N_("consolidation"),
    ),
    Line(N_("Where to ask"), text="where"),
    Line(N_("What it does for you"), text="effect"),
)
NOTHING_FOUND = N_("Nothing found in what we read")


def check_lines(lines: tuple[Line, ...]) -> None:
    """Raise ValueError that names each coded field on no line or on two, and each key of two."""
    stand = Counter(path for line in lines for path in line.coded)
    keys = Counter(line.key for line in lines)
    wrong = [
        *(f"{path} is on no line" for path in LAW_FIELD if path not in stand),
        *(f"{path} is on {count} lines" for path, count in stand.items() if count > 1),
        *(f"{path} is no coded field of a law" for path in stand if path not in LAW_FIELD),
        *(f"{key} names {count} lines" for key, count in keys.items() if count > 1),
    ]
    if wrong:
        raise ValueError(f"LINES in {__name__}: " + "; ".join(wrong))


check_lines(LINES)


LINE_OF = {path: line for line in LINES for path in line.coded}


def is_unconfirmed(law: Law, field: str) -> bool:
    """Return whether `field` (such as "timing.wait"), or all of its part, is marked."""
    return law.is_marked(field)


def coded_values(law: Law, path: str) -> tuple[Value, ...]:
    """Return the coded values at `path` of a law (such as "fee.rule") in plain words, in order."""
    unconfirmed, given = is_unconfirmed(law, path), LAW_FIELD[path].of(law)
    return tuple(
        Value(words.label(path, value), unconfirmed, own=value == "other")
        for value in words.LABELS[path]
        if value in given
    )


def when(law: Law, *, bounds: bool = True) -> tuple[Value, ...]:
    """Return in short when a person may ask under a law: wait, last day, what bounds them."""
    told = law.timing.mind if bounds else None
    minded = (Value(told, is_unconfirmed(law, "timing.mind")),) if told else ()
    return (*coded_values(law, "timing.wait"), *minded, *coded_values(law, "timing.deadline"))


def law_rows(law: Law) -> Iterator[LawRow]:
    """Yield the rows of a law, in the order of the page; what is empty and unmarked is left out."""
    for line in LINES:
        values = tuple(value for path in line.coded for value in coded_values(law, path))
        if line.items:
            yield from _items(law, line)
        elif values or not line.text:
            marked = bool(line.text) and is_unconfirmed(law, line.text)
            yield LawRow(line.title, values, _text(law, line), marked)
        else:
            yield from _words_only(law, line)


def short_rows(law: Law, who: tuple[Value, ...]) -> Iterator[LawRow]:
    """Yield the few rows of a law that a guide shows; `who` says whom it helps."""

    def coded(*paths: str) -> tuple[Value, ...]:
        return tuple(value for path in paths for value in coded_values(law, path))

    title = {line.key: line.title for line in LINES}
    yield LawRow(title["trafficking"], who)
    deferred = () if law.deferred == "unspecified" else coded("deferred")
    yield LawRow(title["records"], (*coded("records"), *deferred))
    # What a list leaves out is all else: who asks is shown the list, which stands above it.
    listed = law.offenses.scope == "listed" and bool(law.offenses.covered)
    left_out = bool(law.offenses.excluded) and not listed
    yield LawRow(title["offenses"], coded("offenses.scope"), leaves_out=left_out, listed=listed)
    yield LawRow(title["timing"], when(law))
    yield LawRow(title["fee"], coded("fee.rule"))
    marked = is_unconfirmed(law, "effect")
    yield LawRow(title["effect"], coded("remedies"), law.effect, marked)


def _text(law: Law, line: Line) -> str:
    return str(attrgetter(line.text)(law)) if line.text else ""


def _items(law: Law, line: Line) -> Iterator[LawRow]:
    items = tuple(attrgetter(line.items)(law))
    marked = is_unconfirmed(law, line.items)
    if items:
        yield LawRow(line.title, (Value("", True),) if marked else (), items=items)
    elif marked:
        yield LawRow(line.title, (Value(NOTHING_FOUND, True),))


def _words_only(law: Law, line: Line) -> Iterator[LawRow]:
    text, marked = _text(law, line), is_unconfirmed(law, line.text)
    if text:
        yield LawRow(line.title, (), text, marked)
    elif marked:
        yield LawRow(line.title, (Value(NOTHING_FOUND, True),), "", True)
