"""What stands beneath an answer: the words of the texts it rests on, or their silence.

The law page and the page of the other ways show their answers with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..source.evidence import Evidence, Ground, ReadText, TextKind
from ..source.texts import begins
from .evidence import StandingKind
from .labels import N_, label

TEXT_KINDS: Mapping[TextKind, str] = {
    "statute": N_("statute"),
    "session_law": N_("session law"),
    "regulation": N_("regulation"),
    "court_rule": N_("court rule"),
    "court_form": N_("court form"),
    "opinion": N_("court opinion"),
    "bill": N_("bill"),
    "agency": N_("agency page"),
    "agency_form": N_("agency form"),
    "court_page": N_("court page"),
    "summary": N_("summary by others"),
}
# What stands before words that are not the law's own.
_WEAKER: Mapping[TextKind, str] = {
    "opinion": N_("In the words of a court's opinion, not of the law:"),
    "bill": N_("In the words of a bill, not of the law:"),
    "agency": N_("In the words of an agency, not of the law:"),
    "agency_form": N_("In the words of an agency's form, not of the law:"),
    "court_page": N_("In the words of a court's page, not of the law:"),
    "summary": N_("In the words of a summary, not of the law:"),
}
_TRANSLATED = N_("In an English translation of the law:")
_SILENT_WHOLE = N_("The text was read in full. It says nothing about this.")
_SILENT_TOGETHER = N_(
    "The law was read in full, in several texts together. It says nothing about this."
)
_SILENT_PART = N_("The part of this text that was read says nothing about this.")
# What a marked value lacks, where nothing more can be said.
NOT_SETTLED = N_("What was read does not settle this.")
SUMMARY_ONLY = N_("Only a summary that says this was found.")


@dataclass(frozen=True)
class Quote:
    """One item of proof as the page shows it.

    `lead` says of words that they are not the law's own or a translation of them, or of a text that
    it is silent; it is empty before the law's own words. `named` is whether the title of the text
    stands here: where an answer cites it first.
    """

    ground: Ground
    text: ReadText
    lead: str
    named: bool


@dataclass(frozen=True)
class Part:
    """A part of an answer: coded values or a text, whether it is confirmed, what it rests on.

    `kind` is what a coded value rests on; nothing for a text.
    """

    values: tuple[str, ...]
    text: str
    items: tuple[str, ...]
    unconfirmed: bool
    kind: StandingKind | None
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Answer:
    """A question of a law with all parts of its answer; `key` names it in addresses.

    `term` is what lawyers call what is asked, and what they search for, where they have a word.
    """

    key: str
    title: str
    parts: tuple[Part, ...]
    term: str = ""


class Quoting:
    """The quotations of one law or way; `proof` is what its fields rest on, by path.

    `whole` is whether all of it was read, by one text or several together. Within an answer the
    title of a text stands where it is cited first: `begin` starts a new answer.
    """

    def __init__(
        self, evidence: Evidence, proof: Mapping[str, Sequence[Ground]], *, whole: bool
    ) -> None:
        self._evidence = evidence
        self._proof = dict(proof)
        self._whole = whole
        self._named: set[str] = set()

    def begin(self) -> None:
        """Forget which texts were named."""
        self._named.clear()

    def quotes(self, *paths: str) -> tuple[Quote, ...]:
        """Return what some fields rest on."""
        return tuple(self._quote(ground) for path in paths for ground in self._proof.get(path, ()))

    def _quote(self, ground: Ground) -> Quote:
        text = self._evidence.text[ground.text]
        if ground.words:
            lead = _TRANSLATED if text.translation_of else _WEAKER.get(text.kind, "")
        elif text.whole:
            lead = _SILENT_WHOLE
        else:
            lead = _SILENT_TOGETHER if self._whole else _SILENT_PART
        named = text.id not in self._named
        self._named.add(text.id)
        return Quote(ground, text, lead, named)


def kind_of(text: ReadText) -> str:
    """Return the kind of a text in words; what was searched for is no text of law itself."""
    return label("source.kind", "search") if text.search else TEXT_KINDS[text.kind]


def is_day(text: ReadText) -> bool:
    """Return whether a text says how current it is by a year, a month or a day, or later."""
    return begins(text.current_to or "") is not None
