"""The hand-written pages: their address, front matter and text."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_relief.source.problems import DataError
from record_relief.source.written import url_of, written

MATTER = "---\ntitle: A\ndescription: B\n---\n"


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("learn/index.md", "learn/"),
        ("learn/own-record.md", "learn/own-record/"),
    ],
)
def test_the_address_is_the_one_that_a_generator_gives(source: str, url: str) -> None:
    assert url_of(source) == url


def test_front_matter_and_text_are_apart(tmp_path: Path) -> None:
    (tmp_path / "learn").mkdir()
    (tmp_path / "learn/a.md").write_text(f"{MATTER}\nText\n\n---\n\nmore\n")
    (tmp_path / "z.md").write_text(f"{MATTER}Text\n")
    first, last = written(tmp_path)
    assert (first.source, first.url) == ("learn/a.md", "learn/a/")
    assert first.meta == {"title": "A", "description": "B"}
    assert first.text == "Text\n\n---\n\nmore\n"
    assert (last.source, last.text) == ("z.md", "Text\n")


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "---\ntitle: A\ndescription: B\n",
        "---\ntitle: A\n---\n",
        "---\ntitle: [\n---\n",
        "Text\n---\ntitle: A\ndescription: B\n---\n",
    ],
)
def test_a_page_without_title_and_description_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(text)
    with pytest.raises(DataError) as caught:
        list(written(tmp_path / "docs"))
    assert str(caught.value).startswith("docs/a.md:1: must begin with its title and description")
