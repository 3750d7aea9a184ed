"""The name of an act, a form or a publisher, or the title of a text, is only that.

It stays in its own language everywhere. What there is to know of an act or a bill goes into `note`,
what the site says of a text into `extent`, and of its publisher into `publisher_note`; all are
translated. A text or a city's law without a name has a title in the site's own words, which is
`described`. A day stands in `effective` or `date`, where the entry has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.cited import Source
from ..source.evidence import ReadText
from ..source.local_law import LocalLaw
from ..source.problems import Path
from .base import Context, Finding

_REMARK = re.compile(
    r"\b(in (?:force|effect)|effective|eff\.|operative|signed|approved|introduced|enrolled|enacted"
    r"|pending|temporary|not (?:seen|checked|identified))"
)

# What the site says of a text, in brackets or after the title; "(Rev. 7/25)" is part of a title.
_ASIDE = re.compile(
    r"\((?!rev\b|[ivxl]+\))([a-z]{3,}[^()]*)\)"
    r"|[,;:] ((?:as (?:introduced|printed|quoted|told|reprinted|described|enacted|of)|enrolled"
    r"|(?:full|older|newer) text|text of|part(?=$|[,:])|first (?:part|words|lines|page)"
    r"|title(?=$|[,:]| and)|whole (?:section|chapter|act)|opening words|most of it)\b)"
)
# What the site says of who published a text; a firm's or an archive's own name has capitals.
_OF_PUBLISHER = re.compile(
    r"\b(cop(?:y|ies|ied)|mirror|via|through|read (?:in|through)|re(?:print|post)(?:ed)?|hosted"
    r"|posted|crawled|scanned|archived?|excerpt|abstract|public (?:code|files|GitHub)|law[- ]firm"
    r"|attorney|consultant|company|newspaper|text)\b"
)
# What was read in the site's own words, and no name of it: a search, a summary, a page of somebody.
_OURS = re.compile(
    r"^(?:Search|Records? of|Summary of|Headings of|News of|Guides on|The same|Words of|Compiled"
    r"|Verification sheet|Build notes|Notes on|Text of|Public comments|Tag page)\b"
    r"|\b(?:as it stood|as amended by|own summary|private reprint|code book|news of|tracker's"
    r"|maker's|company's|a summary\b|headings on|law firm|nonprofit|pages?(?! \d)"
    r"|(?:bill|policy|case|licensing|executive) summary|bill (?:status|history)|staff analysis"
    r"|record-clearing profile|compare versions|latest draft|statutes affected|search listing"
    r"|table of (?:chapters|contents)|(?:history|amendment|handoff|with) notes|section list"
    r"|including(?= §| arts?\.)|each section on|(?:prefiled|engrossed) version"
    r"|fact sheet on|minutes(?=,))\b"
    r"|\d\)? summary$|(?<!résumé )digest$"
)
# The same in the name of a city's or a county's law: "Human Rights Ordinance, housing part".
_OF_LOCAL_LAW = re.compile(
    r"\b(?:ordinance|law|parts?|jobs|housing|vendors?|contractors?|contracts|rule|status"
    r"|protections|screening|hiring|employment)\b|\(was\b|^[a-z]+\b"
)
_NUMERIC_DAY = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")


def check(context: Context) -> Iterator[Finding]:
    """Find names and titles that tell a remark, too, and days that a reader may turn round."""
    for path, name in _names(context):
        if name and (found := _REMARK.search(name)):
            yield Finding(path, f'says more than a name ("{found[1]}"): put that into "note"')
    for path, title, field in _titles(context):
        if title and (found := _ASIDE.search(title)):
            told = found[1] or found[2]
            yield Finding(path, f'says more than a title ("{told}"): put that into "{field}"')
    titled: tuple[tuple[Path, Source | ReadText], ...] = (*_sources(context), *_read(context))
    for path, read in titled:
        if not read.described and (found := _OURS.search(read.title)):
            message = f'is no name ("{found[0]}"): needs "described: true"'
            yield Finding((*path, "title"), message)
    for path, law in _local_laws(context):
        if not law.described and (found := _OF_LOCAL_LAW.search(law.law)):
            message = f'is no official name ("{found[0]}"): needs "described: true"'
            yield Finding((*path, "law"), message)
    for path, source in _sources(context):
        if found := _OF_PUBLISHER.search(source.publisher):
            message = f'says more than a name ("{found[1]}"): put that into "publisher_note"'
            yield Finding((*path, "publisher"), message)
    for place in context.data.jurisdictions:
        for number, bill in enumerate(place.pending):
            if not bill.named:
                path = ("jurisdictions", place.code, "pending", number)
                yield Finding(path, 'has neither a title nor a "note"')
    for path, source in _sources(context):
        for name, text in (("title", source.title), ("date", source.date)):
            if text and (found := _NUMERIC_DAY.search(text)):
                message = f'has the day "{found[0]}", whose month another language reads as the day'
                yield Finding((*path, name), message)


def _titles(context: Context) -> Iterator[tuple[Path, str | None, str]]:
    """Yield each title that stays as it is, and the field for what the site says of it."""
    for path, source in _sources(context):
        yield (*path, "title"), source.title, "extent"
    for path, text in _read(context):
        yield (*path, "title"), text.title, "extent"
    for place in context.data.jurisdictions:
        for number, bill in enumerate(place.pending):
            yield ("jurisdictions", place.code, "pending", number, "title"), bill.title, "note"


def _sources(context: Context) -> Iterator[tuple[Path, Source]]:
    for place in context.data.jurisdictions:
        for source in place.sources:
            yield ("jurisdictions", place.code, "sources", source.id), source
    for source in context.data.sources:
        yield ("sources", source.id), source


def _local_laws(context: Context) -> Iterator[tuple[Path, LocalLaw]]:
    for place in context.data.jurisdictions:
        for law in place.fair_chance.local if place.fair_chance else ():
            yield ("jurisdictions", place.code, "fair_chance", "local", law.id), law


def _read(context: Context) -> Iterator[tuple[Path, ReadText]]:
    for code, evidence in context.data.evidence.items():
        for text in evidence.texts:
            yield ("evidence", code, "texts", text.id), text


def _names(context: Context) -> Iterator[tuple[Path, str | None]]:
    for place in context.data.jurisdictions:
        base = ("jurisdictions", place.code)
        for number, law in enumerate(place.relief):
            for field, act in (("enacted", law.enacted), ("last_amended", law.last_amended)):
                yield (*base, "relief", number, field, "act"), act.act if act else None
            for index, form in enumerate(law.forms):
                yield (*base, "relief", number, "forms", index, "title"), form.title
        for number, change in enumerate(place.ways_changes):
            yield (*base, "ways_changes", number, "act"), change.act
        changes = place.fair_chance.changes if place.fair_chance else ()
        for number, step in enumerate(changes):
            yield (*base, "fair_chance", "changes", number, "act"), step.act
    for code, evidence in context.data.evidence.items():
        for number, amendment in enumerate(evidence.amended):
            yield ("evidence", code, "amended", number, "act"), amendment.act
