"""The search index: each language by itself, kept until a text changes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from record_relief.files import search
from record_relief.files.cache import Cache

PAGE = (
    '<html data-x lang="{code}"><title>T</title><nav>{nav}</nav><main{body}><h1>{text}</h1></main>'
)
BODY = " data-pagefind-body"


def site(folder: Path, *, nav: str = "menu", english: str = "sealing records") -> Path:
    """Write a site in two languages, with a page that search leaves out."""
    for name, code, body, text in (
        ("index.html", "en", BODY, english),
        ("hidden/index.html", "en", "", "nobody searches this"),
        ("es/index.html", "es", BODY, "antecedentes"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(code=code, nav=nav, body=body, text=text)
        (folder / name).write_text(page, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    made = (file for file in (folder / search.FOLDER).rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in made}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_each_language_has_its_pages(tmp_path: Path, cache: Cache) -> None:
    search.index(site(tmp_path / "site"), cache)
    entry = json.loads((tmp_path / "site/pagefind/pagefind-entry.json").read_text("utf-8"))
    assert {code: one["page_count"] for code, one in entry["languages"].items()} == {
        "en": 1,
        "es": 1,
    }
    left = [path for path in (tmp_path / "site").iterdir() if path.name.startswith(".")]
    assert left == []


def test_only_a_language_whose_text_changed_is_indexed_anew(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    search.index(site(tmp_path / "first"), cache)
    indexed: list[set[str]] = []
    real = search._indexed

    def noted(texts: dict[str, str], beside: Path) -> dict[str, bytes]:
        indexed.append(set(texts))
        return real(texts, beside)

    monkeypatch.setattr(search, "_indexed", noted)
    search.index(site(tmp_path / "second", nav="another menu"), cache)
    assert indexed == []
    assert files(tmp_path / "second") == files(tmp_path / "first")
    search.index(site(tmp_path / "third", english="expunging records"), cache)
    assert indexed == [{"index.html"}]
    assert files(tmp_path / "third") != files(tmp_path / "first")


def test_what_says_little_of_its_page_is_not_searched(tmp_path: Path, cache: Cache) -> None:
    lists = '<h2>Read</h2><ol class="sources"><li>gazette</li></ol>'
    search.index(site(tmp_path / "site", english=f"sealing</h1>{lists}<h1>records"), cache)
    (fragment,) = (tmp_path / "site/pagefind/fragment").glob("en_*")
    text = gzip.decompress(fragment.read_bytes()).decode()
    assert "sealing" in text
    assert "gazette" not in text
