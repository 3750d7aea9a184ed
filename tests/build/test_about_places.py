"""What is kept of a place is never older than what it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from record_relief.build import project as built
from record_relief.build.project import Project
from record_relief.derive.rules import AUDIENCES
from record_relief.files.cache import Cache
from record_relief.pages import law_words, place_parts
from record_relief.pages.body import Body, uses
from record_relief.source.evidence import Data
from record_relief.source.forms import Form
from record_relief.source.packets import PacketsFile

from tests.builders import ROOT

PLACES = ("AS", "CA", "NY", "TX", "WY")
# What a place stays known by while all that is known of it changes.
OWN = ("code", "name", "slug", "kind", "checked", "official_code")


@pytest.fixture
def project_of(
    forms: Sequence[Form],
    packet_words: PacketsFile,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Any:
    """Return the English project of some data, with a cache that all of them share."""

    def project_of(data: Data, **more: Any) -> Project:
        content = {
            "root": ROOT,
            "data": data,
            "remarks": (),
            "forms": forms,
            "packets": packet_words,
            "written": [],
            "day": max(place.checked for place in data.jurisdictions),
            "publishing": False,
        }
        monkeypatch.setattr(built, "Content", lambda _: SimpleNamespace(**content | more))
        monkeypatch.setenv("LANGUAGES", "en")
        where = (ROOT, ROOT / "overrides", "https://site.example/", "https://exit.example/")
        made = Project(*where, cache=Cache(tmp_path))
        for path in (ROOT / "docs/assets").rglob("*.*"):
            made.assets.add(path.relative_to(ROOT / "docs").as_posix(), path.read_bytes())
        for name, content_of in made.layout.files().items():
            made.assets.add(name, content_of)
        return made

    return project_of


def said_of(project: Project, place: str) -> Iterator[tuple[str, Any]]:
    """Yield all that is kept of a place, made anew, each with a name."""
    for page in project.generated.values():
        if page.about == place:
            html = project.renderer.page(page.template, page.url, **page.context)
            yield page.url, project.renderer.body(html, page.url)
    yield "part", place_parts.part(project.facts.fits[place], project.renderer)
    for audience in AUDIENCES:
        rules = {one.place.code: one for one in project.facts.rules[audience]}
        for law in project.facts.binding[audience].laws:
            if law.place.code == place:
                yield law.id, law_words.words(law, rules[place], audience, project.renderer)


def others_changed(data: Data, but: str) -> Data:
    """Return the facts in which every other place has all that is known of the next one."""
    # The papers of every place name who keeps the record of a federal case.
    others = [place for place in data.jurisdictions if place.code not in (but, "US")]
    given = dict(zip((one.code for one in others), [*others[1:], others[0]], strict=True))
    places = [
        given[place.code].model_copy(update={name: getattr(place, name) for name in OWN})
        if place.code in given
        else place
        for place in data.jurisdictions
    ]
    evidence = data.evidence | {
        code: data.evidence[other.code].model_copy(update={"code": code})
        for code, other in given.items()
    }
    return data.model_copy(update={"jurisdictions": places, "evidence": evidence})


@pytest.mark.parametrize("code", PLACES)
def test_what_is_kept_of_a_place_says_nothing_of_the_others(
    project_of: Any, data: Data, code: str
) -> None:
    now, then = project_of(data), project_of(others_changed(data, code))
    assert then.facts.release.version != now.facts.release.version
    assert then.about.key(code) == now.about.key(code)
    assert dict(said_of(then, code)) == dict(said_of(now, code))


def edited(data: Data, code: str) -> Data:
    """Return the facts in which the note on a place's coverage is another one."""
    places = [
        place.model_copy(update={"coverage_note": "Said anew."}) if place.code == code else place
        for place in data.jurisdictions
    ]
    return data.model_copy(update={"jurisdictions": places})


def test_only_what_is_said_of_an_edited_place_is_made_anew(project_of: Any, data: Data) -> None:
    before = project_of(data)
    guides = [page for page in before.generated.values() if page.template == "pages/state.html"]
    bodies = {page.about: before.generated_body(page).html for page in guides}
    before.about.keep()
    after = project_of(edited(data, "NY"))
    made: list[str] = []
    page_of = after.renderer.page
    after.renderer.page = lambda *given, **context: (
        made.append(given[1]) or page_of(*given, **context)
    )
    again = {page.about: after.generated_body(after.generated[page.source]).html for page in guides}
    assert made == ["states/new-york/"]
    assert "Said anew." in again.pop("NY")
    assert again == {code: html for code, html in bodies.items() if code != "NY"}


def document_of(project: Project, url: str) -> str:
    """Return a page of the project with a body of one line."""
    page = next(page for page in project.generated.values() if page.url == url)
    project.assets.add("assets/favicon.svg", b"")
    body = Body("<p>Its body.</p>", uses(""))
    project.layout.saw(page, body.uses)
    return project.renderer.document(
        project.layout,
        url,
        body=body,
        meta=project.meta(page.source),
        nav=[],
        canonical=None,
        generated=page,
    )


def test_an_edited_fact_leaves_what_stands_around_pages_but_for_the_version_that_they_cite(
    project_of: Any, data: Data
) -> None:
    before, after = project_of(data), project_of(edited(data, "NY"))
    old = document_of(before, "myths/")
    before.frames.keep()
    page_of, made = after.renderer.page, []
    after.renderer.page = lambda *given, **context: made.append(given) or page_of(*given, **context)
    new = document_of(after, "myths/")
    assert made == []
    versions = [project.facts.release.version for project in (before, after)]
    assert (versions[0] in old, versions[0] in new, versions[1] in new) == (True, False, True)
    fresh = project_of(edited(data, "NY"))
    fresh.renderer._framed = lambda _, make, __: make()
    assert new == document_of(fresh, "myths/")


def test_what_all_places_share_is_part_of_the_key(
    project_of: Any, data: Data, forms: Sequence[Form]
) -> None:
    term = data.glossary[0].model_copy(update={"meaning": "Explained anew."})
    form = forms[0].model_copy(update={"title": "Named anew"})
    now = project_of(data).about.key("NY")
    for changed in (
        project_of(data.model_copy(update={"glossary": [term, *data.glossary[1:]]})),
        project_of(data, forms=[form, *forms[1:]]),
    ):
        assert changed.about.key("NY") != now
