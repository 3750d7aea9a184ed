"""The printed files of the built site, opened as a viewer would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import DictionaryObject, IndirectObject
from record_relief.build.project import PUBLISH, Project
from record_relief.derive.printed import paper
from record_relief.files.artifacts import whole
from record_relief.files.paper.files import artifacts
from record_relief.files.speech import Speech
from record_relief.source.values import CODES

from tests import plain_data
from tests.built_site import TABLES, slug
from tests.paper_text import sheets

ROOT = Path(__file__).resolve().parents[3]
SITE = "https://recordrelief.org/"
# English, with the languages that have sheets beside it.
_SHEETS = [(code, table) for code, table in TABLES.items() if "paper" in table.get("kinds", [])]
SPEECH = Speech.of(None, [(table["name"], f"{code}/") for code, table in _SHEETS])
FOOT = re.compile(r"[^\n]*·[^\n]*legal advice\s*Page \d+ of \d+")


def solid(text: str) -> str:
    """Return text without white space: where a line breaks on paper says nothing."""
    return re.sub(r"\s+", "", text)


class Pdf:
    """A PDF with its text and what tells a screen reader about it."""

    def __init__(self, source: Path) -> None:
        self.file = source
        self.reader = pypdf.PdfReader(source)
        self.catalog: Any = self.reader.trailer["/Root"]

    @cached_property
    def sheets(self) -> list[str]:
        """The text of each page."""
        return sheets(self.file)

    @cached_property
    def text(self) -> str:
        """The text of all pages but what stands at their foot, without white space."""
        return solid("".join(FOOT.sub("", sheet) for sheet in self.sheets))

    @property
    def title(self) -> str:
        """The title of the document."""
        assert self.reader.metadata
        return str(self.reader.metadata.title)

    @cached_property
    def metadata(self) -> str:
        """Everything the file says of itself: its description and its information."""
        xmp = self.catalog["/Metadata"].get_data().decode("utf-8")
        return f"{xmp} {dict(self.reader.metadata or {})}"

    @cached_property
    def bookmarks(self) -> list[str]:
        """The titles of all bookmarks, at any depth."""

        def flat(items: list[Any]) -> list[str]:
            return [
                title
                for item in items
                for title in (flat(item) if isinstance(item, list) else [str(item.title)])
            ]

        return flat(self.reader.outline)

    @cached_property
    def descriptions(self) -> list[str]:
        """What pictures say to somebody who does not see them."""
        found = []
        for number in range(1, len(self.reader.xref[0]) + 1):
            item = IndirectObject(number, 0, self.reader).get_object()
            if isinstance(item, DictionaryObject) and "/Alt" in item:
                found.append(str(item["/Alt"]))
        return found

    def missing(self, *texts: str | None) -> list[str]:
        """Return those of some texts that the pages do not say."""
        return [text for text in texts if text and solid(text) not in self.text]


@pytest.fixture(scope="session")
def raw() -> dict[str, Any]:
    """The facts as YAML alone reads them, without the package that the files are made with."""
    return plain_data.states()


@pytest.fixture(scope="session")
def organisations(raw: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in raw["organisations"]}


@pytest.fixture(params=CODES)
def place(request: pytest.FixtureRequest, raw: dict[str, Any]) -> dict[str, Any]:
    """Each place in turn."""
    found: dict[str, Any] = next(p for p in raw["jurisdictions"] if p["code"] == request.param)
    return found


@pytest.fixture(scope="session")
def folder(site_dir: Path) -> Path:
    """The folder of the printed files."""
    return site_dir / "paper"


@pytest.fixture(scope="session")
def published(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder as a site to be published has it: the page and the files of all places."""
    root = tmp_path_factory.mktemp("published")
    shutil.copytree(folder, root / "paper")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PUBLISH, "1")
        project = Project(ROOT, ROOT / "overrides", SITE, SITE)
    together = paper(project.facts).together
    assert together
    made = {one.path: one for one in artifacts(project.facts, project.overrides, SITE, SPEECH)}
    for file in (together.combined, together.archive):
        artifact = whole(made[file.url], root)
        (root / file.url).write_bytes(artifact.make(*artifact.inputs))
    (page,) = (page for page in project.generated.values() if page.url == "paper/")
    body = project.renderer.page(page.template, page.url, **page.told())
    (root / "paper/index.html").write_text(f"<main>{body}</main>", encoding="utf-8")
    return root / "paper"


@pytest.fixture(scope="session")
def open_pdf(folder: Path) -> Callable[[str], Pdf]:
    """A function that opens a PDF by its name, each once."""
    kept: dict[str, Pdf] = {}

    def opened(name: str) -> Pdf:
        if name not in kept:
            kept[name] = Pdf(folder / name)
        return kept[name]

    return opened


@pytest.fixture
def neutral(place: dict[str, Any], open_pdf: Callable[[str], Pdf]) -> Pdf:
    """The sheet of a place that does not say why."""
    return open_pdf(f"{slug(place['name'])}.pdf")


@pytest.fixture
def full(place: dict[str, Any], open_pdf: Callable[[str], Pdf]) -> Pdf:
    """The sheet of a place that says what the law is for."""
    return open_pdf(f"{slug(place['name'])}-full.pdf")
