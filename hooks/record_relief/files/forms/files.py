"""The files to download: every form as PDF and DOCX, and a one-page checklist for each topic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ...derive.form_content import Content
from ...derive.labels import N_
from ...derive.site import Facts, TopicPage
from ...derive.topics import TOPIC_SITES
from ...pages import palette
from ..artifacts import Artifact
from ..paper.typeset import pdf
from ..speech import ENGLISH, Speech
from .docx import form_docx

AUTHOR = "Record Relief"
FORM_PAGES = 3
LIST_PAGES, LIST_KILOBYTES = 12, 200
CHECKLIST_PAGES = 1
MOST_KILOBYTES = 100


def artifacts(facts: Facts, overrides: Path, site_url: str) -> Iterator[Artifact]:
    """Yield the blank forms and the checklists."""
    site = site_url.partition("://")[2].rstrip("/")
    colours = palette.load(overrides).printed()
    form_source = _source(overrides, "form.typ")
    for form in facts.forms:
        content = Content(form, facts.fact, facts.places)
        address = None if form.leaves else f"{site}/{form.url}"
        data = _document(
            form.title_on_paper, facts.topics_checked, address, colours, **content.plain()
        )
        yield Artifact(form.file("pdf"), pdf, (form_source, data, FORM_PAGES, MOST_KILOBYTES))
        yield Artifact(form.file("docx"), form_docx, (data,))
        if form.adds:
            title = N_("{form}: what each place adds").format(form=form.title)
            address, places = f"{site}/{form.url}", content.list_of_places()
            listed = _document(title, facts.topics_checked, address, colours, **places)
            inputs = (form_source, listed, LIST_PAGES, LIST_KILOBYTES)
            yield Artifact(form.list_file("pdf"), pdf, inputs)
            yield Artifact(form.list_file("docx"), form_docx, (listed,))
    yield from checklists(facts, overrides, site_url)


def checklists(
    facts: Facts, overrides: Path, site_url: str, speech: Speech = ENGLISH
) -> Iterator[Artifact]:
    """Yield the checklists; `facts` are in the language of `speech`."""
    site = site_url.partition("://")[2] + speech.prefix
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
        "language": "en-US",
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
