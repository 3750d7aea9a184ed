"""What is kept of a place is never older than what it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from record_relief.build import project as built
from record_relief.build.about_places import KNOWN_BY
from record_relief.build.project import WholeSite
from record_relief.derive.parts import ANSWERS, CHANGES, NAMES, RULES
from record_relief.derive.rules import AUDIENCES
from record_relief.files import outputs
from record_relief.files.artifacts import Artifact, key
from record_relief.files.cache import Cache
from record_relief.pages import law_words, place_parts
from record_relief.pages.body import Body, uses
from record_relief.source.evidence import Data, Evidence
from record_relief.source.forms import Form
from record_relief.source.packets import PacketsFile
from record_relief.source.place import Jurisdiction

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

    def project_of(data: Data, **more: Any) -> WholeSite:
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
        made = WholeSite(*where, cache=Cache(tmp_path))
        for path in (ROOT / "docs/assets").rglob("*.*"):
            made.assets.add(path.relative_to(ROOT / "docs").as_posix(), path.read_bytes())
        for name, content_of in made.layout.files().items():
            made.assets.add(name, content_of)
        for audience in AUDIENCES:
            # Its address changes with its content, of which `still_loads` takes care.
            made.assets.add(law_words.script_name(audience), b"")
        return made

    return project_of


def said_of(project: WholeSite, place: str) -> Iterator[tuple[str, Any]]:
    """Yield all that is kept of a place, made anew, each with a name."""
    for page in project.generated.values():
        if page.about == place:
            yield page.url, project.renderer.body_of(page)
    yield "part", place_parts.part(place, project.renderer)
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


def more(own: Sequence[Any], other: Sequence[Any]) -> list[Any]:
    """Return entries, and those of another place whose ids none of them has."""
    return [*own, *(one for one in other if one.id not in {each.id for each in own})]


def rest_changed(data: Data, part: tuple[str, ...]) -> Data:
    """Return the facts in which every place has of the next one all that is not in the part.

    What the next one cites comes with it.
    """
    rest = [name for name in Jurisdiction.model_fields if name not in {*KNOWN_BY, *part}]
    places, evidence = [], {}
    every = data.jurisdictions
    for own, other in zip(every, [*every[1:], every[0]], strict=True):
        given = {name: getattr(other, name) for name in rest}
        given["sources"] = more(own.sources, other.sources)
        places.append(own.model_copy(update=given))
        mine, its = data.evidence[own.code], data.evidence[other.code]
        shown = {name: getattr(mine, name) for name in Evidence.model_fields}
        shown["texts"] = more(mine.texts, its.texts)
        shown["laws"] = mine.laws if "relief" in part else its.laws
        shown["ways"] = mine.ways if "ways" in part else its.ways
        shown["fair"] = mine.fair if "fair_chance" in part else its.fair
        evidence[own.code] = Evidence.model_construct(**shown)
    return data.model_copy(update={"jurisdictions": places, "evidence": evidence})


class NotInTheKey:
    """What no page that is kept may ask for."""

    def __iter__(self) -> Iterator[Any]:
        raise AssertionError("asks for other languages")

    def __call__(self) -> Any:
        raise AssertionError("asks for what changes with every fact")


def test_a_page_that_is_kept_asks_for_nothing_that_its_key_leaves_out(
    project_of: Any, data: Data
) -> None:
    project = project_of(data)
    made = project.renderer.environment.globals
    made |= dict.fromkeys(("editions", "translations", "api_files"), NotInTheKey())
    every = list(project.generated.values())
    pages = [one for one in every if one.about in PLACES or one.part is not None]
    assert all(project.renderer.body_of(page).html for page in pages)
    others = [one for one in every if not one.about and one.part is None]
    with pytest.raises(AssertionError, match="asks for"):
        list(map(project.renderer.body_of, others))


@pytest.mark.parametrize("part", [NAMES, RULES, ANSWERS], ids=len)
def test_a_page_about_all_places_says_no_more_of_them_than_its_part(
    project_of: Any, data: Data, part: tuple[str, ...]
) -> None:
    now, then = project_of(data), project_of(rest_changed(data, part))
    pages = [page for page in now.generated.values() if page.part == part]
    assert pages
    for page in pages:
        assert then.renderer.body_of(then.generated[page.source]) == now.renderer.body_of(page)


def test_an_edited_summary_leaves_what_is_kept_of_all_places(project_of: Any, data: Data) -> None:
    first, *others = data.jurisdictions
    said = first.model_copy(update={"summary": "Said anew."})
    now = project_of(data)
    then = project_of(data.model_copy(update={"jurisdictions": [said, *others]}))
    for part in (NAMES, RULES, ANSWERS, CHANGES):
        assert then.about.key(part) == now.about.key(part)


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        (NAMES, {"name": "Elsewhere"}),
        (RULES, {"medicaid_list": None}),
        (ANSWERS, {"coverage_note": "Said anew."}),
        (CHANGES, {"pending": []}),
    ],
)
def test_what_is_kept_of_all_places_is_made_anew_when_its_part_of_one_changes(
    project_of: Any, data: Data, part: tuple[str, ...], changed: dict[str, Any]
) -> None:
    name = next(iter(changed))
    places = [
        place.model_copy(update=changed) if getattr(place, name) and not done else place
        for done, place in _after_first(data.jurisdictions, name)
    ]
    then = project_of(data.model_copy(update={"jurisdictions": places}))
    assert then.about.key(part) != project_of(data).about.key(part)


def _after_first(places: Sequence[Jurisdiction], name: str) -> Iterator[tuple[bool, Jurisdiction]]:
    """Yield places, each with whether one before it has something in the field `name`."""
    done = False
    for place in places:
        yield done, place
        done = done or bool(getattr(place, name))


def grouped(project: WholeSite) -> Iterator[tuple[str, Sequence[Any], list[tuple[str, str]]]]:
    """Yield each group of files, what it is about, and the address and hash of each file."""
    found = []

    def group(name: str, about: Any, make: Any, *_: Any) -> Iterator[Artifact]:
        found.append((name, about, make))
        yield from ()

    list(
        outputs.artifacts(
            project.facts,
            project.overrides,
            project.url,
            project.generated.values(),
            project.editions,
            lambda _: group,
        )
    )
    for name, about, make in found:
        yield name, about, [(one.path, key(one)) for one in make()]


def test_a_group_of_files_rests_on_what_it_is_about(project_of: Any, data: Data) -> None:
    kept = {
        about: others_changed(data, about) if isinstance(about, str) else rest_changed(data, about)
        for about in ("NY", RULES, ANSWERS, CHANGES)
    }
    files = {about: list(grouped(project_of(changed))) for about, changed in kept.items()}
    seen = set()
    for name, (about, *_), made in grouped(project_of(data)):
        if about in files:
            again = [files_ for n, (a, *_), files_ in files[about] if (n, a) == (name, about)]
            assert again == [made], name
            assert made or name == "packets"
            seen.add(about)
    assert seen == set(kept)


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


def document_of(project: WholeSite, url: str) -> str:
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
