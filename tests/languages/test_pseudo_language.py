"""A third language is a folder and a table; what is not marked for translation shows in it."""

from __future__ import annotations

import json

import pytest
import yaml
from markdown import Markdown
from markupsafe import escape
from record_relief.build import translations
from record_relief.build.project import Project
from record_relief.derive.dictionary import groups
from record_relief.derive.site import Facts
from record_relief.files import cards, embed, feeds
from record_relief.files.maps import Drawings
from record_relief.languages import language
from record_relief.pages.catalogue import Page
from record_relief.pages.prose import Prose
from record_relief.source.evidence import Data
from record_relief.source.forms import Form
from selectolax.lexbor import LexborHTMLParser

from tests.builders import ROOT
from tests.languages import pseudo

NAV = [("Find your state", "states/"), ("Get help", "resources/")]
# Hand-written pages with parts that are filled in.
WRITTEN_DONE = ("safety.md", "glossary.md")
KINDS = sorted({path.stem for path in (ROOT / "overrides/pages").glob("*.html")} - {"missing"})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, data: Data, forms: list[Form]) -> Project:
    """The project in the made-up language."""
    root = tmp_path_factory.mktemp("pseudo")
    (root / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        if path.name != language.FOLDER.name:
            (root / "data" / path.name).symlink_to(path)
    (root / "docs").symlink_to(ROOT / "docs")
    texts = translations.sections(ROOT, data, forms)
    pseudo.write(root / language.FOLDER, texts)
    where = (root, ROOT / "overrides", "https://site.example/", "https://exit.example/")
    english = Project(*where)
    (spoken,) = english.languages
    made = Project(*where, language=spoken, beside=english)
    for path in (ROOT / "docs/assets").rglob("*.*"):
        made.assets.add(path.relative_to(ROOT / "docs").as_posix(), path.read_bytes())
    for project in (english, made):
        for name, content in project.own_assets().items():
            made.assets.add(name, content)
    return made


def written(project: Project, source: str) -> str:
    """Return a hand-written page as it is sent."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = [
        one if isinstance(one, str) else next(iter(one)) for one in settings["markdown_extensions"]
    ]
    page = project.written[source]
    text = project.renderer.markdown(page.text, page.url, source, repo_url=None)
    prose: Prose = project.prose
    prose.begin(source)
    html = Markdown(extensions=[*named, prose]).convert(text)
    body = project.renderer.body(html, page.url)
    project.layout.saw(None, body.uses)
    return project.renderer.document(
        project.layout,
        page.url,
        body=body,
        meta=project.meta(source),
        nav=NAV,
        canonical=None,
        generated=None,
    )


def test_the_page_around_every_page_has_no_text_that_is_not_marked(project: Project) -> None:
    """The 404 page is nothing else."""
    assert pseudo.unmarked(project.renderer.missing(project.layout, "/", NAV)) == []


@pytest.mark.parametrize("source", WRITTEN_DONE)
def test_a_hand_written_page_has_no_text_that_is_not_marked(project: Project, source: str) -> None:
    assert pseudo.unmarked(written(project, source)) == []


def finished(project: Project, page: Page) -> str:
    assert project.language
    html = project.renderer.page(page.template, page.url, **page.told())
    return project.language.finished(html)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_generated_page_says_is_marked(project: Project, kind: str) -> None:
    template = f"pages/{kind}.html"
    page = next(page for page in project.generated.values() if page.template == template)
    # The page of the data has the data's own names for what a field holds.
    models = [group.title for group in groups()] if kind == "data" else []
    assert pseudo.unmarked(finished(project, page), models) == []


def test_what_is_sent_is_in_english_and_says_it_beside(project: Project) -> None:
    """Each part of a letter, and what the laws of each place add to it."""
    letters = [page for page in project.generated.values() if page.told().get("english")]
    assert letters
    for page in letters:
        html = finished(project, page)
        assert pseudo.unmarked(html) == []
        beside = LexborHTMLParser(html).css(".same")
        assert len(beside) > 10
        for own in beside:
            assert own.parent
            sent = own.parent.css_first("[lang=en]")
            assert sent
            assert own.text().startswith(pseudo.OPEN)
            assert pseudo.OPEN not in sent.text()


def test_a_page_that_does_not_stand_leads_to_the_nearest_and_names_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One above it, else the guide of the place that it is about, else the home page."""
    some = ("", "tools/", "states/texas/")
    monkeypatch.setattr(project, "standing", {url: project.standing[url] for url in some})
    found = {}
    for url in ("tools/", "tools/dispute-letter/", "employers/texas/", "about/"):
        near = project.nearest(url)
        assert near
        found[url] = (near.url.removeprefix(f"{pseudo.CODE}/"), near.title)
    titles = project.standing
    assert found == {
        "tools/": ("tools/", ""),
        "tools/dispute-letter/": ("tools/", titles["tools/"]),
        "employers/texas/": ("states/texas/", titles["states/texas/"]),
        "about/": ("", titles[""]),
    }


def test_titles_and_descriptions_are_marked(project: Project) -> None:
    """A tab, a bookmark and a link preview show them."""
    assert project.language
    wrong = {}
    for page in project.generated.values():
        html = "".join(f"<p>{escape(text)}</p>" for text in (page.title, page.description))
        if found := pseudo.unmarked(project.language.finished(html)):
            wrong[page.url] = found
    assert wrong == {}


def test_what_stands_beside_the_pages_is_marked(project: Project) -> None:
    """Frames, the words of cards, the titles of feeds."""
    edition, url = project.edition, project.url
    assert edition
    english = Facts(project.content.data, project.content.forms, project.content.day)
    drawings = Drawings(english, project.overrides, url, edition)
    shown = {
        made.path: made.make(*made.inputs).decode()
        for made in embed.artifacts(english, project.overrides, url, edition)
        if not made.path.endswith(("-dark.html", "-light.html"))
    }
    for made in cards.artifacts(english, drawings, url, edition):
        told = json.loads(str(made.inputs[1]))
        words = [told["kicker"], told["title"], told["lead"], *(row[1] for row in told["legend"])]
        shown[made.path] = "".join(f"<p>{escape(text)}</p>" for text in words)
    for made in feeds.artifacts(english, url, project.root / "none", edition):
        if made.path.endswith(".json"):
            told = json.loads(made.make(*made.inputs))
            titles = [told["title"], *(item["title"] for item in told["items"])]
            shown[made.path] = "".join(f"<p>{escape(text)}</p>" for text in titles)
    wrong = {path: found for path, html in shown.items() if (found := pseudo.unmarked(html))}
    assert wrong == {}


def test_it_is_found_where_a_text_is_not_marked() -> None:
    marked = pseudo.pseudo("One <a>text</a>.")
    page = f'<p>{marked} Another.</p><p lang="en">Words</p><img alt="Words">'
    assert pseudo.unmarked(page) == ["Another.", "img alt: Words"]
