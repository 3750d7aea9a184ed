"""The neutral handout: for a person whose papers may be found by somebody else.

It says how to begin, where to file and who to call, and nothing of why: no reason for the record,
no kind of offense, and none of the free text of the data that speaks of these. What it says of the
law comes from coded values alone; the rest stays on the guide. What is telling is seen in the
English original, which stands beside each text whatever the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...derive.guide import Guide, Helper
from ...derive.labels import N_
from ...derive.lawrows import Value, coded_values, is_unconfirmed, when
from ...derive.questions import main_law
from ...source.explainers import Organisation
from ...source.law import Law
from ..speech import ENGLISH, Speech
from .handout import (
    TO_BRING,
    Detail,
    Entry,
    Handout,
    Link,
    Section,
    checked_line,
    code_alt,
    other_way,
    own_record,
    shown,
    where_all_ways_are,
)

# Whatever would tell a stranger why somebody has this paper, in words, an abbreviation (CAST) or an
# address. "This law" points to one that the paper does not name.
_TELLING = re.compile(
    r"traffick|surviv|victim|prostitut|sex|labou?r|exploit|coerc|forced|duress|abus|(?<!non)violen|assault"
    r"|slave|pimp|brothel|solicit(?!or)|loiter|escort|shelter|child|minor|vacatur|\bcast(?!le)"
    r"|\bthis law\b",
    re.IGNORECASE,
)
_HEADLINES = {
    "full": N_("A court may clear some old records."),
    "partial": N_("A court may clear some old records."),
    "minors_only": N_("A court may clear some records from before age 18."),
    "open": N_("A court may clear some old records."),
    "none": N_("Ask what may be done."),
}


def is_neutral(text: str | None) -> bool:
    """Return whether a text tells a stranger nothing about the person who has the paper."""
    return not _TELLING.search(text or "")


def neutral_handout(
    guide: Guide, english: Guide, hotline: Organisation, site_url: str, speech: Speech
) -> Handout:
    """Return the handout that does not say what the law is for.

    `english` is the same guide in English, which says what is telling.
    """
    link = Link.of(guide, site_url, speech)
    law, original = main_law(guide.place), main_law(english.place)
    if law or guide.other_ways:
        summary = N_(
            "Each way to clear an old record has its own rules. This sheet does not say which one "
            "fits you. A free lawyer may, and the full guide says more."
        )
    else:
        summary = N_(
            "We found no way in what we could read. That does not prove there is none. Ask a "
            "lawyer before you give up."
        )
    return Handout(
        name=guide.name,
        kicker=N_("Clearing an old record"),
        checked=checked_line(guide, speech),
        link=link.text,
        others=link.others,
        code=link.address,
        code_alt=code_alt(link, speech),
        headline=_HEADLINES[guide.place.coverage],
        mark=None,
        coverage="",
        summary=summary,
        facts=tuple(_facts(law, original)) if law and original else (),
        note=N_("These lines are about one law. It does not fit everybody.") if law else "",
        call=Entry(N_("Free help by phone"), "", hotline.phone, hotline.text_line or ""),
        sections=tuple(_sections(guide, english, link, speech)),
        pages=1,
    )


def _facts(law: Law, english: Law) -> Iterator[Detail]:
    def coded(label: str, *paths: str) -> Detail:
        return Detail(label, tuple(value for path in paths for value in coded_values(law, path)))

    yield coded(N_("Records"), "records")
    if all(is_neutral(value.label) for value in coded_values(english, "offenses.scope")):
        yield coded(N_("Offenses"), "offenses.scope")
    yield coded(N_("What a court can do"), "remedies")
    yield coded(N_("Cost"), "fee.rule")
    told = is_neutral(english.timing.mind)
    more = () if told else (Value(N_("There is more to it: see the guide")),)
    yield Detail(N_("When"), (*when(law, bounds=told), *more))
    if law.consolidation.rule != "unspecified":
        yield coded(N_("More than one case"), "consolidation.rule")
    if law.confidentiality.rule != "unspecified":
        yield coded(N_("Privacy of what you file"), "confidentiality.rule")
    if is_neutral(english.where):
        yield Detail(N_("Where"), (Value(law.where, is_unconfirmed(law, "where")),))


def _sections(guide: Guide, english: Guide, link: Link, speech: Speech) -> Iterator[Section]:
    say, law = speech.say, main_law(guide.place)
    note = say("Before you file, read the full guide: {link}. It has points to check first.")
    yield Section(
        N_("How to begin"),
        style="steps",
        entries=tuple(Entry(text=text) for text in _steps(law)),
        note=note.format(link=link.text),
    )
    yield Section(N_("Free legal help"), entries=tuple(_helpers(guide, english, link, speech)))
    yield Section(
        N_("What to bring"),
        entries=tuple(Entry(text=item) for item in TO_BRING if is_neutral(item)),
    )
    record = own_record(guide, speech)
    originals = own_record(english, ENGLISH).entries
    entries = [
        replace(entry, text=entry.text if is_neutral(original.text) else "")
        for entry, original in zip(record.entries, originals, strict=True)
        if is_neutral(original.lead) and is_neutral(original.address)
    ]
    if entries or record.note:
        yield replace(record, entries=tuple(entries))
    ways = tuple(_ways(guide, english, speech))
    if ways:
        yield Section(
            N_("Other ways to ask about"),
            entries=ways,
            note=where_all_ways_are(guide, link, speech),
        )
    yield Section(
        N_("Keep this safe"),
        note=N_(
            "This sheet does not say why you have it. Somebody who calls its numbers or opens its "
            "address can still find out."
        ),
    )


def _ways(guide: Guide, english: Guide, speech: Speech) -> Iterator[Entry]:
    """Yield the other ways, the soonest of a kind without its name where that is telling."""
    for other, original in zip(guide.chief_ways, english.chief_ways, strict=True):
        way = other_way(other, speech)
        if is_neutral(original.name):
            yield way
        elif other.soonest_for:
            yield replace(way, lead=N_("A way that the guide names"))


def _steps(law: Law | None) -> Iterator[str]:
    yield N_("Call free legal help. You do not have to tell everything on the first call.")
    yield N_("Get your own record. It shows what others may see.")
    yield N_("Ask the court where your case was for your papers.")
    yield N_("Ask the lawyer which way fits you, what to file, and whether there is a fee waiver.")
    if law:
        yield N_("File with the court. Keep a copy of every page.")
    yield N_("When there is an order, ask for certified copies and keep them.")


def _helpers(guide: Guide, english: Guide, link: Link, speech: Speech) -> Iterator[Entry]:
    """Yield who helps, by name only where nothing said of them is telling."""
    left_out = 0
    for helper, original in zip(guide.helpers, english.helpers, strict=True):
        if _is_open(original):
            yield Entry(
                helper.name,
                helper.text,
                helper.phone,
                ". ".join(filter(None, (helper.text_line, helper.email))),
                shown(helper.url) if helper.url else None,
            )
        elif helper.phone:
            yield Entry(N_("Free help by phone"), "", helper.phone, helper.text_line or "")
        else:
            left_out += 1
    if left_out:
        more = speech.say("More free help is named in the guide: {link}.")
        yield Entry(text=more.format(link=link.text))


def _is_open(helper: Helper) -> bool:
    return all(map(is_neutral, (helper.name, helper.text, helper.url, helper.email)))
