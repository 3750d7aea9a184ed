"""The packet of one law: what it asks, its words behind each answer, what is left open.

A sentence that says a coded value stands only where the law has that value and nothing marks it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from ...languages import marks
from ...source.coded import LAW_FIELD, LAW_FIELDS
from ...source.evidence import Evidence, Ground, ReadText
from ...source.law import Law
from ...source.packets import OPEN, OwnLine, OwnPart, PacketsFile, Question, Sheet
from ...source.place import Jurisdiction
from ...source.texts import with_note
from ...source.ways import Way
from ..evidence import texts_cited
from ..labels import N_
from ..lawrows import coded_values
from ..quoting import Quote, Quoting, kind_of
from ..wording import day, partial_day, quoted
from .pieces import Kind, Piece, numbered
from .sheets import Writer, who_lead

# Rows that stand empty in a table for cases; more are made by who fills it in.
_EMPTY_ROWS = 3
# What tells one record from another.
_RECORD = (
    N_("Court and case number"),
    N_("Date of the arrest, and the agency that made it"),
    N_("Charge and section"),
)
_RESULT = N_("Result, with its date")
# By these a law was read to ask nothing of the sentence: not its end, and no time after it.
_NO_SENTENCE = (("timing.sentence_complete", "no"), ("timing.wait", "none"))
# The coded fields in the table of a place's laws, by column.
_COLUMNS = (("records",), ("offenses.scope",), ("age", "nexus.standard"), ("remedies",))
# The values by which a field says that the text is silent on it.
_SILENT_VALUES = frozenset(("unspecified", "unaddressed"))
# A title that begins with the citation of one section.
_SECTION = re.compile(r"[^§]*(?<!§)§ ([\w.:/-]*\w)(?=[,; (]|$)")
# A case in brackets: a packet holds no case law.
_CASE = re.compile(r"\s*\([^()]* v\. [^()]*\)")
_INNER = str.maketrans("“”", "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")
_STEP = re.compile(r"\d+|[^\d]+")
# Words that leave a grant or a refusal to the court: for who drafts, and not in what is filed.
_CHOICE = r"may,? (?!petition|motion|move|apply|file|ask|request)(?:[\w,]+ ){0,6}?"
_RELIEF = r"(?:grant|order|reduce|vacate|expunge|seal|dismiss|set aside)"
_LEAVES_OPEN = re.compile(
    rf"\b(?:court|judge)\b.*\b{_CHOICE}(?:deny|{_RELIEF})\b"
    rf"|^\W*{_CHOICE}{_RELIEF}\b"
    r"|\bin its (?:sole )?discretion\b|\bdiscretion of the court\b",
    re.IGNORECASE,
)


class LawWriter(Writer):
    """Writes the packet of one law."""

    _TITLED = N_("{title}: {citation}")

    def __init__(
        self,
        place: Jurisdiction,
        law: Law,
        evidence: Evidence,
        words: PacketsFile,
        fbi: str | None,
        told_by: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(place, evidence, words, fbi, told_by)
        self._law = law
        found = evidence.laws.get(law.id)
        self._proof = dict(found.proof) if found else {}
        used = texts_cited([found]) if found else set()
        self._texts_read = [text for text in evidence.texts if text.id in used]
        self._quoting = Quoting(evidence, self._proof, whole=bool(found and found.read == "whole"))
        chosen = next(names for names in words.names if law.title.startswith(names.begins))
        marked = law.is_marked("citation")
        self.citation = words.labels["no_citation"] if marked else law.cited
        self._names = {
            "paper": chosen.paper,
            "person": chosen.person,
            "citation": self.citation,
        }
        self._own = words.own_of(place.code, law.id)
        self._look_up = {**words.look_up, **self._own.open}
        # What a confirmed field rests on is enough to rely on, wherever else it stands.
        self._sure = {
            (ground.text, ground.at, ground.words)
            for path, grounds in self._proof.items()
            if not law.is_marked(path)
            for ground in grounds
        }

    @property
    def quotes_parts(self) -> bool:
        """Whether a law that is quoted was read only in part."""
        return any(text.is_law and not text.whole for text in self._texts_read)

    def _sheets(self) -> Sequence[Sheet]:
        own = {sheet.id: sheet for sheet in self._own.sheets}
        sheets = [own.pop(sheet.id, sheet) for sheet in super()._sheets()]
        filed = max((at for at, sheet in enumerate(sheets, 1) if sheet.filed), default=0)
        return [*sheets[:filed], *own.values(), *sheets[filed:]]

    def _is_open(self, field: str) -> bool:
        # The proof of a text may stand under its part alone: "prosecutor" for "prosecutor.text".
        return self._law.is_marked(field)

    def _values(self, field: str) -> Sequence[str]:
        """Return the values of a coded field, or that it is open."""
        return [OPEN] if self._is_open(field) else LAW_FIELD[field].of(self._law)

    def _holds(self, when: Mapping[str, Sequence[str]]) -> bool:
        return all(set(values) & set(self._values(field)) for field, values in when.items())

    # What a question of the law is made of.

    def _ask(self, question: Question) -> Iterator[Piece]:
        own = self._own
        for part in own.parts:
            if part.before == question.id:
                yield from self._part(part)
        alone = question.id in own.alone
        lines = list(self._own_lines(own.add.get(question.id, ())))
        drafted = [] if alone else list(self._drafted(question))
        asserted = numbered([*drafted, *(line for line in lines if line.kind != "note")])
        found = [] if question.quotes == "none" else list(self._quoted(question))
        told = [*(line for line in lines if line.kind == "note"), *self._told(question)]
        explained = list(self._explained(question))
        room = [] if alone else [Piece("room", self._fill(text)) for text in question.room]
        # What rests on no field stands in every packet.
        if not (asserted or told or found or explained or (room and not question.paths)):
            return
        yield Piece("heading", self._fill(question.title))
        yield from asserted
        yield from (piece for piece in found if piece.kind == "words")
        yield from room
        yield from told
        yield from (piece for piece in found if piece.kind != "words")
        yield from explained

    def _part(self, part: OwnPart) -> Iterator[Piece]:
        """Yield a part of the outline that this law alone has."""
        lines = list(self._own_lines(part.lines))
        yield Piece("heading", self._fill(part.title))
        yield from (line for line in lines if line.kind != "note")
        proven = [(quote, path) for path in self._proof for quote in self._quoting.quotes(path)]
        chosen = [(quote, path) for quote, path in proven if self._belongs(quote, part)]
        made = (
            (quote, self._quote(quote, path, is_open=self._is_open(path)))
            for quote, path in _sorted(chosen)
        )
        shown = self._joined(made, None if part.quotes == "note" else ())
        # What is pleaded stands beneath its paragraphs, what is not follows the notes.
        yield from (piece for piece in shown if piece.kind == "words")
        yield from (line for line in lines if line.kind == "note")
        yield from (piece for piece in shown if piece.kind != "words")
        for way in (way for way in self._place.ways if way.id in part.ways):
            yield from self._told_of(way)

    def _told_of(self, way: Way) -> Iterator[Piece]:
        """Yield whom to ask and how for another way, as the person who asks is told."""
        yield Piece("note", self._label("way", title=way.name))
        if way.who and not way.is_marked("who"):
            yield Piece("note", way.who, who_lead(way))
        if not way.is_marked("steps"):
            yield from (Piece("note", step) for step in way.steps)

    @staticmethod
    def _belongs(quote: Quote, part: OwnPart) -> bool:
        return quote.ground.text in part.texts and quote.ground.at in part.at

    def _told(self, question: Question) -> Iterator[Piece]:
        """Yield what is told to who drafts: where a text is silent and another is not, that."""
        for field in question.fields:
            if field in self._own.tells and not self._is_open(field):
                continue
            for value in self._values(field):
                if value not in question.tell.get(field, {}):
                    continue
                silent, other = self._answered(question, field)
                if value in _SILENT_VALUES and silent and other:
                    what = self._words.look_up[field]
                    parts = {"what": what, "source": silent, "other": other}
                    yield Piece("note", self._label("silent_beside", **parts))
                else:
                    yield Piece("note", self._fill(question.tell[field][value]))

    def _answered(self, question: Question, field: str) -> tuple[str, str]:
        """Return the text that is silent on a field and where another law's words answer it."""
        silent = [quote for quote in self._quoting.quotes(field) if not quote.ground.words]
        part = [path for path in question.paths if path.split(".")[0] == field.split(".")[0]]
        answers = [
            quote
            for path in part
            if not self._is_open(path)
            for quote in self._quoting.quotes(path)
            if quote.ground.words and quote.text.is_law
        ]
        texts = {quote.text.id for quote in silent}
        others = [quote for quote in answers if quote.text.id not in texts]
        if not silent or not others:
            return "", ""
        return self._source(silent[0]), "; ".join(self._texts_named(others))

    def _texts_named(self, quotes: Sequence[Quote]) -> Iterator[str]:
        """Yield each text once, with the place of its words if there is only one."""
        for text_id in dict.fromkeys(quote.text.id for quote in quotes):
            same = [quote for quote in quotes if quote.text.id == text_id]
            if len({quote.ground.at for quote in same}) == 1:
                yield self._source(same[0])
            else:
                yield self._source_of(same[0].text, "")

    def _drafted(self, question: Question) -> Iterator[Piece]:
        for line in question.first:
            if self._stands(line):
                yield Piece("number", self._fill(line.say))
        if question.id not in self._own.instead:
            for text in self._said(question):
                yield Piece(question.style, self._fill(text))
        if question.items and not self._is_open(question.items):
            # Written for the person who asks, so it is told to who drafts and not to the court.
            for item in attrgetter(question.items)(self._law):
                yield Piece("note", self._label("left_out", text=item))
                yield Piece("room", self._fill(question.item or ""))

    def _said(self, question: Question) -> list[str]:
        """Return what is said of the values of a question's fields."""
        said = [
            (field, value, text)
            for field in question.fields
            for value in self._values(field)
            if (text := question.say.get(field, {}).get(value))
        ]
        # What may not be the only answer, since another one is open, can still be struck out.
        answers = [field for field, _, _ in said if field in question.only]
        sole = len(answers) == 1 and not self._open_values(answers[0])
        return [
            question.only.get(field, {}).get(value, text) if sole else text
            for field, value, text in said
        ]

    def _own_lines(self, lines: Iterable[OwnLine]) -> Iterator[Piece]:
        for line in lines:
            if not any(self._is_open(field) for field in line.rests):
                yield Piece(line.style, self._fill(line.say))

    def _quoted(self, question: Question) -> Iterator[Piece]:
        """Yield the words behind a question, each once, and how they were read."""
        adverse = set(self._own.adverse)
        parts = self._own.parts
        # Told with its value, where that value is the silence.
        answered = {
            field
            for field in question.fields
            if _SILENT_VALUES & set(self._values(field)) and self._answered(question, field)[0]
        }
        every = [(quote, path) for path in question.paths for quote in self._quoting.quotes(path)]
        spoken = {(quote.text.id, path) for quote, path in every if quote.ground.words}
        made: list[tuple[Quote, Piece]] = []
        notes: list[Piece] = []
        for quote, path in _sorted(every):
            if any(self._belongs(quote, part) for part in parts):
                continue
            is_open = self._is_open(path)
            silent = not quote.ground.words
            if silent and path in answered and not is_open:
                continue  # told where the value of the field is
            more = silent and (quote.text.id, path) in spoken
            piece = self._quote(quote, path, is_open=is_open, more=more)
            made.append((quote, piece))
            if quote.ground.reading and piece.kind != "open":
                notes.append(Piece("note", self._reading(quote)))
        shaded = adverse if question.quotes == "words" else None
        yield from dict.fromkeys((*self._joined(made, shaded), *notes))

    def _joined(
        self, made: Iterable[tuple[Quote, Piece]], shaded: Collection[str] | None = ()
    ) -> list[Piece]:
        """Return quotations, those of one place as one, each once.

        `shaded` are the places whose words stand as notes; none stands for all of them.
        """
        by_place: dict[tuple[str, Kind, str], list[Quote]] = {}
        found: list[Piece | tuple[str, Kind, str]] = []
        for quote, piece in made:
            kind = piece.kind
            if kind == "words" and (
                shaded is None
                or quote.ground.at in shaded
                or _LEAVES_OPEN.search(quote.ground.words or "")
            ):
                kind, piece = "note", replace(piece, kind="note")
            if piece.kind not in ("words", "note") or not quote.ground.words:
                found.append(piece)
                continue
            at = (self._source(quote), kind, quote.lead)
            found.append(at)
            same = by_place.setdefault(at, [])
            if quote.ground.words not in [one.ground.words for one in same]:
                same.append(quote)
        return [
            one if isinstance(one, Piece) else self._one_place(one, by_place[one])
            for one in dict.fromkeys(found)
        ]

    def _one_place(self, at: tuple[str, Kind, str], quotes: Sequence[Quote]) -> Piece:
        source, kind, lead = at
        words = "” “".join(_quoted(one.ground.words or "") for one in quotes)
        parts = {"words": words, "source": source}
        if lead:
            return Piece(kind, self._label("weaker", lead=lead, **parts))
        return Piece(kind, self._label("words", **parts))

    def _proven(self, path: str) -> Iterator[Piece]:
        is_open = self._is_open(path)
        parts = self._own.parts
        quotes = [
            quote
            for quote in self._quoting.quotes(path)
            if not any(self._belongs(quote, part) for part in parts)
        ]
        yield from self._joined(
            (quote, self._quote(quote, path, is_open=is_open)) for quote in quotes
        )
        if not is_open:
            read = (self._reading(quote) for quote in quotes if quote.ground.reading)
            yield from (Piece("note", text) for text in read)

    def _source(self, quote: Quote) -> str:
        """Return where words stand: the section by its citation, if the text is that section."""
        return self._source_of(quote.text, quote.ground.at or "")

    def _source_of(self, text: ReadText, place: str) -> str:
        """Return a place in a text, or the text as a whole where `place` is empty."""
        at = place
        if at and (cited := self._own.cite.get(text.id)):
            # A place in another act, as in "Pub. L. 119-73 § 8", is whole by itself.
            return self._label("section", section=cited, at=at) if at.startswith("(") else at
        found = _SECTION.match(text.title) if text.kind == "statute" else None
        same = [one for one in self._texts_read if found and _begins_with(one, found[0])]
        if found and len(same) == 1:
            at = at.removeprefix(found[1])
            if not at or at.startswith("("):
                return self._label("section", section=found[0], at=at)
        return self._label("passage", text=text.id, at=place) if place else text.id

    def _is_sure(self, ground: Ground) -> bool:
        return (ground.text, ground.at, ground.words) in self._sure

    def _reading(self, quote: Quote) -> str:
        return self._label(
            "reading", source=self._source(quote), reading=quote.ground.reading or ""
        )

    def _quote(self, quote: Quote, path: str, *, is_open: bool, more: bool = False) -> Piece:
        ground, text, source = quote.ground, quote.text, self._source(quote)
        if not ground.words:
            kind: Kind = "open" if is_open else "note"
            known = self._words.look_up
            what = known[path if path in known else path.partition(".")[0]]
            if more:
                name = "silent_whole" if text.whole else "silent_more"
                return Piece(kind, self._label(name, what=what, source=source))
            return Piece(kind, self._label("silent", what=what, lead=quote.lead, source=source))
        words = _quoted(ground.words)
        if is_open and not self._is_sure(ground):
            name = "seen" if text.is_law else "seen_weaker"
            parts = {"words": words, "source": source}
            parts |= {} if text.is_law else {"lead": quote.lead}
            return Piece("open", self._label(name, **parts))
        if not text.is_law:
            told = self._label("weaker", lead=quote.lead, words=words, source=source)
            return Piece("note", told)
        return Piece("words", self._label("words", words=words, source=source))

    def _explained(self, question: Question) -> Iterator[Piece]:
        """Yield the explanation in plain words, and what to look up."""
        told = (*question.fields, *question.words)
        open_fields = [field for field in told if self._is_open(field)]
        open_fields += [mark for field in question.fields for mark in self._open_values(field)]
        for path in (question.text, question.items):
            if path and self._is_open(path):
                part = path.partition(".")[0]
                # A part that is open as a whole is looked up by its fields.
                if not any(field.partition(".")[0] == part for field in open_fields):
                    open_fields.append(part if path not in self._words.look_up else path)
        for text_path in dict.fromkeys((question.text, *question.words)):
            text = self._plain(text_path)
            if text and not self._is_open(text_path or ""):
                name = "partly" if self._partly(question, text_path or "") else "plain"
                yield Piece("note", self._label(name, text=text))
        for field in dict.fromkeys(open_fields):
            yield self._to_look_up(field)

    def _open_values(self, field: str) -> list[str]:
        """Return the marks that say that one more value of a field may be so."""
        return [mark for mark in self._law.unconfirmed if mark.rpartition(".")[0] == field]

    def _to_look_up(self, field: str) -> Piece:
        return Piece("open", self._label("open", what=self._look_up[field]))

    def _plain(self, path: str | None) -> str:
        if not path:
            return ""
        found = attrgetter(path)(self._law)
        return found if isinstance(found, str) else ""

    def _partly(self, question: Question, path: str) -> bool:
        part = path.partition(".")[0]
        same = [field for field in question.fields if field.partition(".")[0] == part]
        return any(self._is_open(field) for field in same)

    # What is set into a sheet.

    def _caption(self, sheet: Sheet) -> Iterator[Piece]:
        names = {"title": self._names["paper"].capitalize(), "citation": self.citation}
        title = self._own.titles.get(sheet.id)
        own = self._texts_of([*self._own.caption, *([title] if title else [])])
        right = (
            N_("Case number: [number]"),
            *(own or [self._label("under", **names)]),
            N_("[Judge, date and room, if set]"),
        )
        left = (
            N_("[Name of the court]"),
            N_("[Name of the case, with initials for the person who asks]"),
        )
        yield Piece("caption", rows=(tuple(self._texts_of(self._own.head)) or left, right))

    def _texts_of(self, lines: Iterable[OwnLine]) -> list[str]:
        return [line.text for line in self._own_lines(lines)]

    def _cases(self) -> Iterator[Piece]:
        sentence = () if self._passes_over_sentence() else (N_("Sentence, and what is left of it"),)
        yield _empty((*self._record(), *sentence))

    def _granted(self) -> Iterator[Piece]:
        """Yield the records again: an order is carried out by those who never see the motion."""
        yield _empty(self._record())

    def _record(self) -> tuple[str, ...]:
        return (*_RECORD, *self._texts_of(self._own.columns), _RESULT)

    def _passes_over_sentence(self) -> bool:
        """Return whether nothing that the law asks turns on the sentence or on its end."""
        asks = "resentence" in self._values("remedies")
        return not asks and all(self._values(name) == [value] for name, value in _NO_SENTENCE)

    def _choice(self) -> Iterator[Piece]:
        """Yield which law fits when, where a place has several."""
        laws = self._place.relief
        if len(laws) < 2:
            return
        yield Piece("heading", N_("Which law fits when"))
        head = (N_("Law"), N_("Records"), N_("Offenses"), N_("Age and link"), N_("What it does"))
        rows: list[tuple[str, ...]] = [head]
        for law in laws:
            title = (
                law.title
                if law is not self._law
                else N_("{title} (this packet)").format(title=law.title)
            )
            rows.append(
                (
                    f"{title}: {law.cited}",
                    *(
                        "; ".join(dict.fromkeys(self._cell(law, path) for path in paths))
                        for paths in _COLUMNS
                    ),
                )
            )
        yield Piece("table", rows=tuple(rows))

    def _cell(self, law: Law, path: str) -> str:
        """Return coded values in plain words, what is not confirmed by that alone."""
        own = self._words.own_of(self._place.code, law.id).row.get(path)
        if own and not any(law.is_marked(field) for field in own.rests):
            return own.say
        told = [
            value.label if not value.unconfirmed else self._words.labels["not_confirmed"]
            for value in coded_values(law, path)
        ]
        return "; ".join(dict.fromkeys(told))

    def _forms(self) -> Iterator[Piece]:
        if self._is_open("forms"):
            yield self._to_look_up("forms")
        for form in self._law.forms:
            lead = N_("There is an official form. Use it, and this outline only to prepare:")
            yield Piece("lead", form.named, lead, form.url)
        yield from self._proven("forms")

    def _offices(self) -> Sequence[str]:
        return self._texts_of(self._own.offices)

    def _federal_file(self) -> tuple[str, str]:
        """Name the office in an order only for whoever finds that it is to have it."""
        name = super()._federal_file()[1]
        office = N_("The office that keeps the federal file, if it is to have this order")
        return office, N_("[{name}, or strike this row out]").format(name=name)

    def _remedies(self) -> Iterator[Piece]:
        if own := self._own.order:
            yield from self._own_lines(own)
        else:
            for value in self._values("remedies"):
                if text := self._words.ordered.get(value):
                    yield Piece("number", text)
        if self._is_open("remedies"):
            yield self._to_look_up("remedies")

    def _unconfirmed(self) -> Iterator[Piece]:
        coded = [field.path for field in LAW_FIELDS if self._is_open(field.path)]
        # A part that is marked as a whole is told by its coded fields.
        parts = {path.partition(".")[0] for path in coded}
        marked = [mark for mark in self._law.unconfirmed if mark not in parts]
        asked = dict.fromkeys(self._asked(path) for path in (*coded, *marked))
        if not asked:
            return
        lead = N_("Not confirmed, and left open here:")
        yield Piece("bullet", "; ".join(asked) + ".", lead)

    def _asked(self, mark: str) -> str:
        """Return what to look up for a mark, or for the field that holds what it marks."""
        return self._look_up[mark if mark in self._look_up else mark.partition(".")[0]]

    def _cautions(self) -> Iterator[Piece]:
        code = self._place.official_code
        lead = N_("The current law:")
        yield Piece("bullet", f"{code.title}, {code.publisher}, {code.url}", lead, code.url)
        if self._law.effective:
            yield Piece("bullet", day(self._law.effective), N_("In effect from:"))
        for bill in self._place.pending:
            number = bill.bill or N_("number not seen")
            lead = N_("A bill that was open when last seen, {bill}:").format(bill=number)
            yield Piece("bullet", f"{marks.closed(bill.named)} {bill.status}", lead)
        yield from self._acts()
        # Written for the person who asks.
        for text in self._of_this_law(self._place.cautions):
            yield Piece("note", self._label("plain", text=text))
        yield from self._own_lines(self._own.cover)

    def _acts(self) -> Iterator[Piece]:
        """Yield the acts and bills that no text of the law shows: they may change what stands here.

        One that a text shows is in that text's words.
        """
        found = self._evidence
        own = {text.id for text in self._texts_read}
        laws = (law for name, law in found.laws.items() if name != self._law.id)
        others = texts_cited(laws) - own
        for act in sorted(found.amended, key=attrgetter("year"), reverse=True):
            if act.failed:
                continue  # it changed nothing
            if act.text and (act.text in others or found.text[act.text].kind != "bill"):
                continue
            name = "act" if act.named else "act_unnamed"
            lead = self._label(name, act=act.named, year=str(act.year))
            told, since = act.what, partial_day(act.effective) if act.effective else ""
            if since and since not in told:
                told = self._label("act_from", what=told, day=since)
            yield Piece("bullet", _CASE.sub("", told), lead)

    def _hiring(self) -> Iterator[Piece]:
        """Yield what the data tells of a cleared record in hiring and renting."""
        fair = self._place.fair_chance
        if fair is None:
            return
        told: list[tuple[str, str, str | None]] = []
        if fair.survivors:
            told.append(("survivors", fair.survivors.text, None))
        work = fair.employment
        for name, rule in (("cleared_records", work.cleared_records), ("lookback", work.lookback)):
            # Without a citation no law of the place on reports was found.
            if rule.cited or name == "cleared_records":
                told.append((f"employment.{name}", rule.text, rule.cited))
        yield Piece("heading", N_("In hiring and renting"))
        for path, text, citation in told:
            full = self._label("cited", text=text, citation=citation) if citation else text
            inside = any(mark.field.startswith(f"{path}.") for mark in fair.unconfirmed)
            partly = inside or fair.is_marked(path)
            yield Piece("note", self._label("partly" if partly else "plain", text=full))

    def _doubts(self) -> Iterator[Piece]:
        for text in self._of_this_law(self._evidence.tell):
            yield Piece("bullet", _CASE.sub("", text))
        shown = {path for question in self._words.questions for path in question.paths}
        for path in self._proof:
            if path not in {*shown, "steps", "forms"}:
                yield from self._proven(path)

    def _of_this_law(self, told: Iterable[str]) -> Iterator[str]:
        """Yield what is told of a place, without what is about another law of it."""
        others = tuple(self._own.leave_out)
        return (text for text in told if not text.startswith(others))

    def _texts(self) -> Iterator[Piece]:
        for text in self._texts_read:
            parts = {
                "title": with_note(text.title, text.extent),
                "kind": kind_of(text),
                "read": N_("read in full") if text.whole else N_("read in part"),
                "current": text.current_to or N_("not stated"),
            }
            told = N_("{title} ({kind}; {read}; current to: {current})").format(**parts)
            lead = N_("{text}:").format(text=text.id)
            if cited := self._own.cite.get(text.id):
                lead = N_("{text}, cited as {section}:").format(text=text.id, section=cited)
            yield Piece("bullet", told, lead)
        if not self._texts_read:
            yield Piece("open", N_("No text of this law was read."))

    def _steps(self) -> Iterator[Piece]:
        if self._is_open("steps"):
            yield self._to_look_up("steps")
        else:
            # Written for the person who asks: a lawyer reads them, and ticks what is below.
            yield Piece("note", self._words.labels["steps"])
            yield from (Piece("note", step) for step in self._law.steps)
        yield from self._proven("steps")


def _empty(head: tuple[str, ...]) -> Piece:
    """Return a table to fill in."""
    return Piece("table", rows=(head, *[("",) * len(head)] * _EMPTY_ROWS))


def _quoted(words: str) -> str:
    """Return words as they stand in quotation marks: marks of their own are single ones there."""
    return quoted(words).translate(_INNER)


def _begins_with(text: ReadText, section: str) -> bool:
    found = _SECTION.match(text.title)
    return text.is_law and found is not None and found[0] == section


def _sorted(found: Sequence[tuple[Quote, str]]) -> list[tuple[Quote, str]]:
    """Return quotations in the order of their texts, each text in its own order."""
    order = {text: n for n, text in enumerate(dict.fromkeys(q.text.id for q, _ in found))}
    return sorted(found, key=lambda each: (order[each[0].text.id], _place(each[0].ground.at)))


def _place(at: str | None) -> list[tuple[int, str]]:
    """Return a place in a text as a key that sorts (2) before (10)."""
    return [(int(step), "") if step.isdigit() else (0, step) for step in _STEP.findall(at or "")]
