"""The files to download: every form as PDF and DOCX, and a one-page checklist for each topic.

In another language there are those of the forms that are kept; what is sent is in English.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ...derive.editions import Edition
from ...derive.form_content import Content
from ...derive.labels import N_
from ...derive.site import Facts, TopicPage
from ...derive.topics import TOPIC_SITES
from ...pages import palette
from ...source.forms import Form
from ..artifacts import Artifact
from ..paper.typeset import pdf
from ..speech import ENGLISH, Speech
from .docx import form_docx

AUTHOR = "Record Relief"
ENDINGS = ("pdf", "docx")
FORM_PAGES = 3
# Other languages say the same in more letters.
LIST_PAGES, LIST_KILOBYTES = 42, 420
CHECKLIST_PAGES = 1
MOST_KILOBYTES = 100


def artifacts(facts: Facts, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield the blank forms and the checklists."""
    yield from blank(facts.forms, facts, overrides, site_url)
    yield from checklists(facts, overrides, site_url)


def of_language(edition: Edition, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield the blank forms in another language: those that are kept and have their page there."""
    speech = Speech.of(edition.language)
    yield from blank(_kept(edition), edition.facts, overrides, site_url, speech)


def of_language_paths(edition: Edition) -> Iterator[str]:
    """Yield the addresses of the same, but for the language's prefix."""
    for form in _kept(edition):
        yield from _paths(form)


def _kept(edition: Edition) -> list[Form]:
    forms = edition.facts.forms
    return [form for form in forms if not form.leaves and form.url in edition.standing]


def _paths(form: Form) -> Iterator[str]:
    for ending in ENDINGS:
        yield form.file(ending)
        if form.adds:
            yield form.list_file(ending)


def blank(
    forms: Iterable[Form], facts: Facts, overrides: Path, site_url: str, speech: Speech = ENGLISH
) -> Iterator[Artifact]:
    """Yield the blank files of forms; these and `facts` are in the language of `speech`."""
    site = speech.site(site_url)
    colours = palette.load(overrides).printed()
    source = _source(overrides, "form.typ")
    for form in forms:
        content, address = Content(form, facts), site + form.url
        about = (facts.topics_checked, None if form.leaves else address, colours, speech)
        data = _document(form.title_on_paper, *about, **content.plain())
        made_of = (source, data, FORM_PAGES, MOST_KILOBYTES)
        yield Artifact(speech.prefix + form.file("pdf"), pdf, made_of)
        yield Artifact(speech.prefix + form.file("docx"), form_docx, (data,))
        if form.adds:
            title = speech.say(N_("{form}: what each place adds")).format(form=form.title)
            about = (facts.topics_checked, address, colours, speech)
            listed = _document(title, *about, **content.list_of_places())
            made_of = (source, listed, LIST_PAGES, LIST_KILOBYTES)
            yield Artifact(speech.prefix + form.list_file("pdf"), pdf, made_of)
            yield Artifact(speech.prefix + form.list_file("docx"), form_docx, (listed,))


def checklists(
    facts: Facts, overrides: Path, site_url: str, speech: Speech = ENGLISH
) -> Iterator[Artifact]:
    """Yield the checklists; `facts` are in the language of `speech`."""
    site = speech.site(site_url)
    colours = palette.load(overrides).printed()
    source = _source(overrides, "checklist.typ")
    for topic in TOPIC_SITES.values():
        data = _checklist(facts.topic(topic.topic), f"{site}{topic.page}", colours, speech)
        made_of = (source, data, CHECKLIST_PAGES, MOST_KILOBYTES)
        yield Artifact(speech.prefix + topic.checklist, pdf, made_of)


def _source(overrides: Path, name: str) -> str:
    """Return a template with the style that all printed files share, as one source."""
    parts = (overrides / "paper/style.typ", overrides / "paper/forms" / name)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def _checklist(page: TopicPage, address: str, colours: Mapping[str, Any], speech: Speech) -> str:
    practices = page.practices_for(page.site.reader)
    steps = [
        {"title": practice.title, "do": practice.do, "avoid": practice.avoid}
        for practice in practices
    ]
    return _document(
        page.site.checklist_title,
        page.info.checked,
        address,
        colours,
        speech,
        steps=steps,
        avoid=N_("Mistake to avoid:"),
        more=N_("Why, and the law behind each line:"),
    )


def _document(
    title: str,
    checked: date,
    address: str | None,
    colours: Mapping[str, Any],
    speech: Speech = ENGLISH,
    **content: Any,
) -> str:
    """Return what a template needs, as JSON: text stays text and is never read as markup.

    Without an address nothing in the file says where it is from.
    """
    told = speech.say(N_("checked {day} · information, not legal advice"))
    told = told.format(day=speech.day(checked))
    values = {
        "title": title,
        "author": AUTHOR if address else None,
        "date": [checked.year, checked.month, checked.day],
        "lang": speech.code,
        "language": speech.locale,
        "addresses": [],
        "address": address,
        "colours": colours,
        "foot": f"{address} · {told}" if address else "",
        "words": {
            "page": N_("Page"),
            "of": N_("of"),
            "unconfirmed": N_("not confirmed"),
        },
        **content,
    }
    return json.dumps(speech.told(values), ensure_ascii=False, sort_keys=True)
