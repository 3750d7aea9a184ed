"""Which laws and ways may fit a person's answers: the rules behind "What might help me?".

Each question has a few answers. For each law, a line says which answers its coded values fit and
which they exclude; any other answer is one to ask a lawyer about. A law may help as long as no
answer is excluded. The general ways stand by kind of record: an answer names the kinds that it may
mean, and how a way stands is in `ways.Option`. The page's script (what_might_help.js) reads the
same lines and ways and joins them in the same way; the meaning of each coded value follows the
research README of the project.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..source.coded import is_not_looked_for
from ..source.law import Law
from ..source.values import Record, WayKind, YesNo
from . import labels as words
from .coming import Coming
from .guide import Guide, Helper
from .kinds import ANSWERS, SERIOUS
from .labels import N_
from .lawrows import Value, coded_values, is_unconfirmed, when
from .ways import ForKind, OtherWay
from .wording import first_sentence

Verdict = Literal["fits", "ask", "excludes"]


@dataclass(frozen=True)
class Choice:
    """One answer to a question; `short` is how it stands in a list of answers.

    `kinds` are the kinds of record that it leaves, where it tells them; `against` is the text where
    it is excluded for now.
    """

    key: str
    label: str
    short: str = ""
    kinds: tuple[WayKind, ...] = ()
    against: str = N_("Does not seem to fit")


@dataclass(frozen=True)
class Ask:
    """A question. Leaving it out is an answer too; `label` names what a law says on it."""

    id: str
    label: str
    question: str
    hint: str
    choices: Sequence[Choice]

    @property
    def against(self) -> str:
        """The text for most excluded answers."""
        return self.choices[0].against


ASKS = (
    Ask(
        "record",
        N_("Records"),
        N_("What kind of record is it?"),
        N_("If you have more than one kind, answer for one. Then start again for the next."),
        tuple(Choice(answer.key, answer.label, answer.short, answer.kinds) for answer in ANSWERS),
    ),
    Ask(
        "link",
        N_("Link to trafficking"),
        N_("Did the arrest or charge come from being trafficked?"),
        N_("Most laws for survivors ask for such a link. The other ways do not."),
        (
            Choice("yes", N_("Yes"), N_("a record that came from being trafficked")),
            Choice(
                "no",
                N_("No, it had nothing to do with it"),
                N_("a record that had nothing to do with it"),
            ),
        ),
    ),
    Ask(
        "age",
        N_("Age"),
        N_("How old were you when it happened?"),
        N_("Your age on the day of the offense, not today."),
        (
            Choice("minor", N_("Under 18"), N_("under 18")),
            Choice("adult", N_("18 or older"), N_("18 or older")),
        ),
    ),
    Ask(
        "trafficking",
        N_("Trafficking"),
        N_("What kind of trafficking was it?"),
        N_("You do not have to say what happened."),
        (
            Choice("sex", N_("For sex"), N_("for sex")),
            Choice("labor", N_("For labor or services"), N_("for labor or services")),
            Choice("both", N_("Both"), N_("both")),
        ),
    ),
    Ask(
        "offense",
        N_("Charges"),
        N_("What was the charge?"),
        N_("Choose what is closest."),
        (
            Choice(
                "prostitution",
                N_("Prostitution, or a charge close to it"),
                N_("prostitution or a charge close to it"),
            ),
            Choice(
                "other",
                N_("Another charge that is not violent, such as theft or drugs"),
                N_("another charge that is not violent"),
            ),
            Choice(
                "violent",
                N_("A charge that the law may call violent"),
                N_("a charge that the law may call violent"),
            ),
        ),
    ),
    Ask(
        "sentence",
        N_("Sentence"),
        N_("Is the sentence finished?"),
        N_("Count jail or prison, probation, parole, classes and fines."),
        (
            Choice("finished", N_("Yes, it is finished"), N_("a finished sentence")),
            Choice(
                "unfinished",
                N_("No, not yet"),
                N_("a sentence that is not finished"),
                against=N_("Not yet"),
            ),
            Choice("none", N_("There was no sentence"), N_("no sentence")),
        ),
    ),
)
ASK_BY_ID = {ask.id: ask for ask in ASKS}
# Asked for the general ways alone: no survivors' law has a line on it.
HOW_SERIOUS = Ask(
    "serious",
    N_("How serious"),
    N_("How serious was the conviction?"),
    N_("Your court papers may say it. Skip this if there was no conviction."),
    tuple(Choice(answer.key, answer.label, kinds=answer.kinds) for answer in SERIOUS),
)
# What a law says on it is for everybody, whatever the answers: there is no question.
WHEN = Ask("when", N_("When you may ask"), "", "", ())
# All that have a few answers, in the order of the page.
QUESTIONS = (ASKS[0], HOW_SERIOUS, *ASKS[1:])


# How many letters of what a law leaves out stand in the file of all places; the law's page has all.
_SHORT_LIST = 200
# Links that a law describes in words of its own: they stand beside the verdict.
_OWN_LINKS = ("coerced", "under_duress", "other")


@dataclass(frozen=True)
class Line:
    """What one law says on one question, in words, and how each answer stands to it."""

    ask: Ask
    values: tuple[Value, ...]
    fits: tuple[str, ...]
    excludes: tuple[str, ...]
    text: str = ""
    text_unconfirmed: bool = False
    left_out: tuple[str, ...] = ()

    def verdict(self, answer: str | None) -> Verdict:
        """Return how an answer stands; None (not sure, not said) fits where every answer does."""
        if answer is None:
            return "fits" if len(self.fits) == len(self.ask.choices) else "ask"
        if answer in self.excludes:
            return "excludes"
        return "fits" if answer in self.fits else "ask"

    def choices(self, verdict: Verdict) -> list[Choice]:
        """Return the answers with this verdict."""
        return [choice for choice in self.ask.choices if self.verdict(choice.key) == verdict]

    @property
    def against(self) -> dict[str, list[Choice]]:
        """The excluded answers by the text for them."""
        found: dict[str, list[Choice]] = {}
        for choice in self.choices("excludes"):
            found.setdefault(choice.against, []).append(choice)
        return found


@dataclass(frozen=True)
class LawFit:
    """One law and its line for each question."""

    law: Law
    anchor: str
    lines: tuple[Line, ...]

    @property
    def cost(self) -> tuple[Value, ...]:
        """What it costs, in plain words."""
        return coded_values(self.law, "fee.rule")

    @property
    def first_step(self) -> Value:
        """What to do first, in a sentence."""
        return Value(first_sentence(self.law.steps[0]), is_unconfirmed(self.law, "steps"))

    @property
    def remedies(self) -> tuple[Value, ...]:
        """What the court or office can do."""
        return coded_values(self.law, "remedies")

    @property
    def covers_several(self) -> tuple[Value, ...]:
        """That one filing may cover several cases, where the law says so."""
        if self.law.consolidation.rule != "allowed":
            return ()
        return coded_values(self.law, "consolidation.rule")

    @property
    def when(self) -> Line:
        """When one may ask. No answer tells how it stands: it holds for everybody."""
        law, timing = self.law, self.law.timing
        at_any_time = timing.wait == timing.deadline == "none" and timing.mind is None
        return Line(
            WHEN,
            # What bounds it in short stands in its text.
            when(law, bounds=False),
            (),
            (),
            "" if at_any_time else timing.text,
            not at_any_time and is_unconfirmed(law, "timing.text"),
        )

    @property
    def hurries(self) -> bool:
        """Whether the law sets a last day, or says not to delay."""
        return self.law.timing.deadline in ("due_diligence", "fixed")

    def leaves_much_out(self, line: Line) -> bool:
        """Return whether what a line leaves out is too long for the file of all places."""
        return sum(map(len, line.left_out)) > _SHORT_LIST

    def may_help(self, answers: Mapping[str, str]) -> bool:
        """Return whether no answer is excluded. `answers` holds choice keys by question id."""
        return all(line.verdict(answers.get(line.ask.id)) != "excludes" for line in self.lines)


@dataclass(frozen=True)
class PlaceFit:
    """A place's laws, ready to be held against a person's answers, and who to call."""

    guide: Guide
    laws: tuple[LawFit, ...]
    helpers: tuple[Helper, ...]

    @property
    def url(self) -> str:
        """The address of the page that says all of it without questions."""
        return self.guide.fit_url

    @property
    def kinds(self) -> list[ForKind]:
        """The general ways for each kind of record; a pardoned conviction only where there are."""
        return [found for found in self.guide.kinds if found.options or found.kind != "pardoned"]

    @property
    def coming(self) -> list[Coming]:
        """The changes of the general ways with a day still ahead."""
        return [entry for entry in self.guide.coming if entry.way or entry.kind == "act"]

    @property
    def is_used_up(self) -> bool:
        """Whether a general way can be used only once."""
        return any(way.limit.rule == "once" for way in self.guide.place.ways)

    @property
    def others(self) -> list[OtherWay]:
        """What else may help, and is no general way."""
        return [other for other in self.guide.other_ways if not other.way]

    @property
    def local_helpers(self) -> list[Helper]:
        """Who helps in this place: they stand before the national groups."""
        return [helper for helper in self.helpers if not helper.is_national]

    @property
    def national_helpers(self) -> list[Helper]:
        """The national groups, the hotline last. They are for survivors."""
        return [helper for helper in self.helpers if helper.is_national]

    @property
    def is_not_looked_for(self) -> bool:
        """Whether a law was not yet searched for what it says of a case that was put off."""
        return any(is_not_looked_for(fit.law, "deferred") for fit in self.laws)

    @property
    def papers(self) -> list[Value]:
        """What the laws say of official papers, each once."""
        found = (coded_values(fit.law, "documentation.rule") for fit in self.laws)
        return list(dict.fromkeys(value for values in found for value in values))

    def may_help(self, answers: Mapping[str, str]) -> list[LawFit]:
        """Return the laws that the answers do not exclude."""
        return [fit for fit in self.laws if fit.may_help(answers)]


def fit(guide: Guide, hotline: Helper) -> PlaceFit:
    """Return a place's laws with their lines; the hotline stands last among the helpers."""
    laws = (LawFit(law, f"law-{law.id}", _lines(law)) for law in guide.place.relief)
    others = tuple(helper for helper in guide.helpers if helper.name != hotline.name)
    return PlaceFit(guide, tuple(laws), (*others, hotline))


def _lines(law: Law) -> tuple[Line, ...]:
    offenses = law.offenses
    return (
        _record_line(law),
        _line(
            law,
            "link",
            "nexus.standard",
            *_link(law),
            text=law.nexus.text if law.nexus.standard in _OWN_LINKS else "",
            text_field="nexus.text",
        ),
        _line(law, "age", "age", *_age(law)),
        _line(law, "trafficking", _trafficking_field(law), *_trafficking(law)),
        _line(
            law,
            "offense",
            "offenses.scope",
            *_offense(law),
            text=offenses.covered,
            text_field="offenses.covered",
            left_out=tuple(offenses.excluded),
        ),
        _sentence_line(law),
    )


def _line(
    law: Law,
    ask: str,
    field: str,
    fits: set[str],
    excludes: set[str],
    *,
    text: str = "",
    text_field: str = "",
    left_out: tuple[str, ...] = (),
) -> Line:
    """Make a line. What no source shows neither fits nor excludes; it is one to ask about."""
    keys = [choice.key for choice in ASK_BY_ID[ask].choices]
    sure = not is_unconfirmed(law, field)
    return Line(
        ASK_BY_ID[ask],
        coded_values(law, field),
        tuple(key for key in keys if key in fits and sure),
        tuple(key for key in keys if key in excludes and sure),
        text,
        bool(text_field) and is_unconfirmed(law, text_field),
        left_out,
    )


def _record_line(law: Law) -> Line:
    """Make the line on records: two fields of a law answer one question.

    That nobody has looked yet is said once for the place (`PlaceFit.is_not_looked_for`).
    """
    fits, excludes = _record(law)
    found = _line(law, "record", "records", fits, excludes)
    left_open = (Value(words.label("records.open", kind)) for kind in _open_records(law))
    values = (*found.values, *left_open)
    if not is_not_looked_for(law, "deferred"):
        values = (*values, *coded_values(law, "deferred"))
    return replace(
        found,
        values=values,
        fits=_with_deferred(law, found.fits, "yes"),
        excludes=_with_deferred(law, found.excludes, "no"),
    )


def _with_deferred(law: Law, keys: tuple[str, ...], said: YesNo) -> tuple[str, ...]:
    """Add a case that was put off, which a field of its own judges, whatever marks the records."""
    if law.deferred == said and not is_unconfirmed(law, "deferred"):
        return (*keys, "deferred")
    return keys


def _open_records(law: Law) -> list[Record]:
    """Return the kinds of record of which no source shows whether the law reaches them."""
    return [
        kind
        for kind in typing.get_args(Record)
        if kind not in law.records and f"records.{kind}" in law.unconfirmed
    ]


def _record(law: Law) -> tuple[set[str], set[str]]:
    reached = set(law.records)
    may_be = reached.union(_open_records(law))
    fits: set[str] = set()
    excludes: set[str] = set()
    for answer in ANSWERS:
        if answer.key == "deferred":
            continue
        if answer.records <= reached:
            fits.add(answer.key)
        elif not answer.records & may_be:
            excludes.add(answer.key)
    return fits, excludes


def _link(law: Law) -> tuple[set[str], set[str]]:
    """What a law asks in its own words may be more than "it came from it"."""
    match law.nexus.standard:
        case "not_required":
            return {"yes", "no"}, set()
        case "direct_result" | "as_a_result" | "during_trafficking":
            return {"yes"}, {"no"}
        case "other":  # of _OWN_LINKS
            return set(), {"no"}
        # Who was forced may not call it trafficking, and some of these laws do not either.
        case "coerced" | "under_duress" | "unspecified":
            return set(), set()


def _age(law: Law) -> tuple[set[str], set[str]]:
    if law.age == "any":
        return {"minor", "adult"}, set()
    return {"minor"}, {"adult"}


def _trafficking_field(law: Law) -> str:
    """Return which field answers for trafficking: a law that asks for no link tells no kinds."""
    return "nexus.standard" if law.nexus.standard == "not_required" else "trafficking"


def _trafficking(law: Law) -> tuple[set[str], set[str]]:
    kinds: set[str] = set(law.trafficking)
    if law.nexus.standard == "not_required" or kinds == {"sex", "labor"}:
        return {"sex", "labor", "both"}, set()
    return kinds, {"sex", "labor"} - kinds


def _offense(law: Law) -> tuple[set[str], set[str]]:
    """What a list leaves out is in words; what the law names itself seems to fit."""
    match law.offenses.scope:
        case "any":
            return {"prostitution", "other", "violent"}, set()
        case "nonviolent":
            return {"prostitution", "other"}, {"violent"}
        case "prostitution_only":
            return {"prostitution"}, {"other", "violent"}
        case "any_with_exclusions" | "listed":
            sure = not is_unconfirmed(law, "offenses.covered")
            return ({"prostitution"} if law.offenses.names_prostitution and sure else set()), set()


def _sentence_line(law: Law) -> Line:
    """Make the line on the sentence: what only changes one is nothing for who had none."""
    found = _line(law, "sentence", "timing.sentence_complete", *_sentence(law))
    if set(law.remedies) != {"resentence"}:
        return found
    sure = not is_unconfirmed(law, "remedies")
    return replace(
        found,
        values=(*found.values, *coded_values(law, "remedies")),
        fits=tuple(key for key in found.fits if key != "none"),
        excludes=(*found.excludes, "none") if sure else found.excludes,
    )


def _sentence(law: Law) -> tuple[set[str], set[str]]:
    match law.timing.sentence_complete:
        case "no":
            return {"finished", "unfinished", "none"}, set()
        case "yes":
            return {"finished", "none"}, {"unfinished"}
        case "unspecified":
            return {"finished", "none"}, set()
