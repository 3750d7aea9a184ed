"""A place's handout: one sheet of paper with the answer, what to do and who to call.

It says what the guide says, from the same facts. What does not fit on a sheet stays whole on the
guide, and the sheet says where that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...derive.guide import Guide, Helper, LawView
from ...derive.labels import N_
from ...derive.lawrows import Value, is_unconfirmed, when
from ...derive.questions import main_law
from ...derive.ways import OtherWay
from ...source.explainers import Organisation
from ...source.law import Form, Law
from ..speech import Speech

# The first lines of the guide's answer that a sheet shows elsewhere.
_NOT_IN_ANSWER = (N_("First step"), N_("If you are asked later"))
# The lines of a law that a reader of the sheet needs; those marked True for their explanation only,
# since the answer has their values.
_DETAILS = {
    "Which offenses": True,
    "Left out": True,
    "How it must connect to trafficking": False,
    "How sure the judge must be": False,
    "Official papers": False,
    "Must the court say yes?": False,
    "When you may ask": True,
    "Cost": True,
    "Privacy of what you file": False,
    "More than one case": False,
    "What it does for you": True,
}
TO_BRING = (
    N_("Court papers and case numbers, if you know them"),
    N_("Your own record"),
    N_("The places where you were arrested, and about when"),
    N_("Any letter from the police, a court, a shelter or a service that says what happened"),
    N_("A list of what you need most: a job, a home, a license"),
)


@dataclass(frozen=True)
class Detail:
    """What is asked, the coded values, the explanation."""

    label: str
    values: tuple[Value, ...]
    text: str = ""
    text_unconfirmed: bool = False


@dataclass(frozen=True)
class Entry:
    """One line of a list: somebody to call, a step, a form."""

    lead: str = ""
    text: str = ""
    phone: str | None = None
    contact: str = ""
    address: str | None = None
    unconfirmed: bool = False


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it. `style` is list, steps or details."""

    title: str
    style: str = "list"
    entries: tuple[Entry, ...] = ()
    details: tuple[Detail, ...] = ()
    note: str = ""
    note_unconfirmed: bool = False


@dataclass(frozen=True)
class Handout:
    """A sheet, set in letters as large as `pages` allows.

    `code` is the address that its picture leads to; `mark` is the look and letter of the place's
    coverage, where that is shown.
    """

    name: str
    kicker: str
    checked: str
    link: str
    others: tuple[str, ...]
    code: str
    code_alt: str
    headline: str
    mark: tuple[str, str] | None
    coverage: str
    summary: str
    facts: tuple[Detail, ...]
    note: str
    call: Entry
    sections: tuple[Section, ...]
    pages: int


@dataclass(frozen=True)
class Link:
    """The short address of a guide: as a phone's camera reads it, and as it stands on paper.

    `others` are those of the same guide in other languages, with their names.
    """

    address: str
    text: str
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, guide: Guide, site_url: str, speech: Speech) -> Link:
        """Return the link of a guide on the site at `site_url` (with scheme and slash)."""
        root = site_url.rstrip("/")
        address = f"{root}/{speech.prefix}{guide.short_url}"
        others = (
            f"{name}: {shown(f'{root}/{prefix}{guide.short_url}')}"
            for name, prefix in speech.others
        )
        return cls(address, shown(address), tuple(others))


def shown(address: str) -> str:
    """Return a web address as it stands on paper."""
    return address.partition("://")[2].rstrip("/")


def full_handout(
    guide: Guide, hotline: Organisation, federal: Guide, site_url: str, speech: Speech
) -> Handout:
    """Return the handout that says what the law is for."""
    place = guide.place
    link = Link.of(guide, site_url, speech)
    facts = [*guide.quick_facts, *guide.more_facts]
    note = ""
    if guide.further_laws:
        note = N_("This is about the main law. Other laws here may fit better; see below.")
    return Handout(
        name=guide.name,
        kicker=N_("Records that came from trafficking"),
        checked=checked_line(guide, speech),
        link=link.text,
        others=link.others,
        code=link.address,
        code_alt=code_alt(link, speech),
        headline=guide.headline,
        mark=guide.mark,
        coverage=guide.coverage_label,
        summary=place.summary,
        facts=tuple(
            Detail(fact.label, fact.values) for fact in facts if fact.label not in _NOT_IN_ANSWER
        ),
        note=note,
        call=Entry(
            N_("Talk to somebody now"),
            hotline.name,
            hotline.phone,
            hotline.text_line or "",
        ),
        sections=tuple(_sections(guide, Link.of(federal, site_url, speech), link, speech)),
        pages=2,
    )


def checked_line(guide: Guide, speech: Speech) -> str:
    """Return the line that every handout carries."""
    line = speech.say("Checked {day} · information, not legal advice")
    return line.format(day=speech.day(guide.place.checked))


def code_alt(link: Link, speech: Speech) -> str:
    """Return the text of a link's picture for somebody who can't see it."""
    return speech.say("Code for a phone's camera. It leads to {link}").format(link=link.text)


def _sections(guide: Guide, federal: Link, link: Link, speech: Speech) -> Iterator[Section]:
    place = guide.place
    law = main_law(place)
    if place.kind == "territory" and not law:
        yield Section(
            N_("Do not give up yet"),
            note=N_(
                "We found no such law in what we could read. That does not prove there is none. "
                "Ask a lawyer or the hotline before you give up."
            ),
        )
    if place.cautions:
        yield Section(
            N_("Check this before you rely on it"),
            entries=tuple(Entry(text=caution) for caution in place.cautions),
        )
    if law:
        yield from _steps(guide, law)
    yield Section(
        N_("Free legal help"),
        entries=tuple(_helper(helper, speech) for helper in guide.helpers),
    )
    yield Section(N_("What to bring"), entries=tuple(Entry(text=item) for item in TO_BRING))
    if law:
        yield from _laws(guide, law)
    yield own_record(guide, speech)
    yield _other_ways(guide, federal, link, speech, whole=law is None)


def _steps(guide: Guide, law: Law) -> Iterator[Section]:
    unconfirmed = is_unconfirmed(law, "steps")
    note = ""
    if unconfirmed:
        note = N_(
            "These steps are put together from the sources we read; no one source lists them."
        )
    yield Section(
        N_("What to do, step by step"),
        style="steps",
        entries=tuple(Entry(text=step) for step in law.steps),
        note=note,
        note_unconfirmed=unconfirmed,
    )
    forms = [(form, "forms" in law.unconfirmed) for form in law.forms]
    for other in guide.place.relief:
        known = {form for form, _ in forms}
        forms += [(form, "forms" in other.unconfirmed) for form in other.forms if form not in known]
    if forms:
        yield Section(
            N_("Official forms"),
            entries=tuple(_form(form, unconfirmed) for form, unconfirmed in forms),
        )
    elif "forms" in law.unconfirmed:
        yield Section(
            N_("Official forms"), note=N_("We found no official form."), note_unconfirmed=True
        )


def _form(form: Form, unconfirmed: bool) -> Entry:
    return Entry(text=form.named, address=shown(form.url), unconfirmed=unconfirmed)


def _helper(helper: Helper, speech: Speech) -> Entry:
    reached = speech.say(helper.how_to_reach) if helper.how_to_reach else ""
    return Entry(
        helper.name,
        " ".join(filter(None, (helper.text, reached))),
        helper.phone,
        ". ".join(filter(None, (helper.text_line, helper.email))),
        shown(helper.url) if helper.url else None,
    )


def _laws(guide: Guide, law: Law) -> Iterator[Section]:
    (view,) = [view for view in guide.laws if view.law is law]
    yield Section(
        N_("More about this law"),
        style="details",
        details=(
            Detail(
                N_("Its name"),
                (Value(f"{law.title}, {law.cited}", "citation" in law.unconfirmed),),
            ),
            *_details(view),
        ),
    )
    others = [other for other in guide.laws if other.law is not law]
    if others:
        yield Section(
            N_("Other laws here"),
            style="details",
            details=tuple(_other_law(other) for other in others),
        )


def _details(view: LawView) -> Iterator[Detail]:
    for row in view.rows:
        explained = _DETAILS.get(row.label)
        if explained is None:
            continue
        # A mark without a value is about the list that follows.
        values = tuple(value for value in row.values if value.label)
        told = row.text if explained or any(value.own for value in values) else ""
        text = "; ".join(item.rstrip(".") for item in row.items) or told
        if text:
            marked = row.text_unconfirmed or len(values) < len(row.values)
            yield Detail(row.label, values, text, marked)
        elif not explained and any(value.label != N_("Not stated") for value in values):
            yield Detail(row.label, values)


def _other_law(view: LawView) -> Detail:
    rows = {row.label: row for row in view.rows}
    told = ("Which records", "Who it helps", "Which offenses", "What the court can do")
    values = tuple(value for label in told for value in rows[label].values)
    return Detail(view.law.title, (*values, *when(view.law)))


def own_record(guide: Guide, speech: Speech) -> Section:
    """Return how to get one's own record."""
    say = speech.say
    record = guide.place.own_record
    title = N_("Get your own record")
    if not record.agency:
        return Section(
            title,
            note=N_(
                "We found no source that says how to get a record here. Ask the court where your "
                "case was."
            ),
        )
    fee = record.fee.rstrip(".") if record.fee else say("not found in what we read")
    return Section(
        title,
        entries=(
            Entry(
                record.agency,
                " ".join(filter(None, (record.how, say("Fee: {fee}.").format(fee=fee)))),
                address=shown(record.url) if record.url else None,
            ),
        ),
    )


def _other_ways(guide: Guide, federal: Link, link: Link, speech: Speech, *, whole: bool) -> Section:
    place, say = guide.place, speech.say
    entries = [other_way(one, speech, one.text if whole else "") for one in guide.chief_ways]
    notes = []
    if not guide.other_ways:
        notes.append(say("We found no other way in what we read. A lawyer may know one."))
    elif place.ways or not whole:
        notes.append(where_all_ways_are(guide, link, speech))
    if place.pending:
        notes.append(say("A bill may change the law here: see the guide."))
    if place.kind == "federal":
        notes.append(say("Was the case in a state court? Look at that place's sheet."))
    else:
        notes.append(say("Was the case in a federal court? See {link}.").format(link=federal.text))
        notes.append(say("Arrested in more than one place? Look at each place."))
    return Section(
        N_("If this does not fit: other ways"), entries=tuple(entries), note=" ".join(notes)
    )


def where_all_ways_are(guide: Guide, link: Link, speech: Speech) -> str:
    """Return the sentence that leads from the few ways on a sheet to all of them."""
    if not guide.place.ways:
        return speech.say("Each is explained in the guide: {link}.").format(link=link.text)
    told = speech.say("Each may leave your case out. All ways that we found: {address}.")
    return told.format(address=f"{link.text}/other-ways")


def other_way(other: OtherWay, speech: Speech, text: str = "") -> Entry:
    """Return another way by its name, with the records it is the soonest for, then `text`."""
    kinds = ", ".join(map(speech.say, other.soonest_for))
    soonest = speech.say("Soonest for: {kinds}.").format(kinds=kinds)
    told = " ".join(filter(None, (soonest if other.soonest_for else "", text)))
    return Entry(other.name, told, unconfirmed=other.unconfirmed)
