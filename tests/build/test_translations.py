"""`make translations` begins files, keeps them up to date and says what is missing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.jslexer import tokenize
from record_relief.build import translations
from record_relief.build.project import allowed
from record_relief.build.translations import Sections
from record_relief.languages import interface, language
from record_relief.source.evidence import Data
from record_relief.source.forms import Form
from record_relief.source.problems import DataError

from tests.builders import ROOT
from tests.languages.catalogs import entry, write

SCRIPTS = sorted([*(ROOT / "docs/assets/js").glob("*.js"), *(ROOT / "overrides").rglob("*.js")])
WITH_TEXTS: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def texts(data: Data, forms: Sequence[Form]) -> Sections:
    return translations.sections(ROOT, data, forms)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A language without any translation."""
    (tmp_path / "es").mkdir()
    shutil.copy(ROOT / language.FOLDER / "es/language.yaml", tmp_path / "es")
    return tmp_path / "es"


def test_a_file_is_begun_filled_and_counted(folder: Path, texts: Sections) -> None:
    spoken = language.load(folder.parent, "es")
    assert translations.bring_up_to_date(folder, texts, ["pages/safety"], spoken) == 1
    path = folder / "pages/safety.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Leave fast"\nmsgstr ""', '"Leave fast"\nmsgstr "Salga rápido"'))
    assert translations.bring_up_to_date(folder, texts, [], spoken) == 0
    left = translations.progress(folder, texts)
    named = [one.text for one in left.missing["pages/safety"]]
    assert "Leave fast" not in named
    assert len(named) == len(texts["pages/safety"]) - 1
    lines = list(left.lines(5))
    pages = sum(len(found) for name, found in texts.items() if name.startswith("pages/"))
    assert lines[2].split()[:4] == ["pages", f"{pages:,}", "1", "0"]
    longest = [line for line in lines if line.startswith(("places/", "pages/", "shared/", "law/"))]
    assert len(longest) == 5


def test_a_reading_counts_until_the_translation_changes(folder: Path, texts: Sections) -> None:
    spoken = language.load(folder.parent, "es")
    translations.bring_up_to_date(folder, texts, ["pages/safety"], spoken)
    path = folder / "pages/safety.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Leave fast"\nmsgstr ""', '"Leave fast"\nmsgstr "Salga rápido"'))
    for times in (1, 2):
        translations.mark_read(folder, ["pages/safety"], spoken)
        (read,) = translations.progress(folder, texts).read["pages/safety"]
        assert (read.text, path.read_text("utf-8").count("# Read: ")) == ("Leave fast", 1), times
    assert translations.bring_up_to_date(folder, texts, [], spoken) == 0
    path.write_text(path.read_text("utf-8").replace("Salga rápido", "Salga ya"), encoding="utf-8")
    assert translations.progress(folder, texts).read["pages/safety"] == []
    with pytest.raises(LookupError, match="pages/none: no such file"):
        translations.mark_read(folder, ["pages/none"], spoken)


def test_what_is_no_file_can_not_be_begun(folder: Path, texts: Sections) -> None:
    spoken = language.load(folder.parent, "es")
    with pytest.raises(LookupError, match="places/zz: no such file"):
        translations.bring_up_to_date(folder, texts, ["places/zz"], spoken)


def test_what_is_wrong_is_told_of_all_files_with_file_and_line(folder: Path) -> None:
    write(folder / "interface.po", entry("Pay $1.", "Pague."))
    write(folder / "places/tx.po", entry("A conviction.", "Una convicción.", "TX.summary"))
    with pytest.raises(DataError) as told:
        translations.check(folder.parent, {})
    first, second = str(told.value).splitlines()
    assert first.startswith(f"{folder.as_posix()}/interface.po:7: Pay $1.: lacks the number")
    assert second.startswith(f"{folder.as_posix()}/places/tx.po:8: TX.summary: has ")


def test_the_translations_of_the_site_are_right() -> None:
    translations.check(ROOT / language.FOLDER, allowed(ROOT))


def test_the_interface_has_the_texts_of_templates_of_code_and_of_the_menu(texts: Sections) -> None:
    found = {one.text: one for one in texts["interface"]}
    assert found["Exit"].where == "overrides/components/exit_button.html"
    assert found["Broad law for survivors"].where == "hooks/record_relief/derive/labels.py"
    assert found["Find your state"].where == interface.SETTINGS
    assert any(one.plural for one in texts["interface"])


def sentences(path: Path) -> list[str]:
    """Return the sentences in a script, but for what only the console shows (`Error`)."""
    comments = ("linecomment", "multilinecomment")
    tokens = [t for t in tokenize(path.read_text("utf-8")) if t.type not in comments]
    return [
        token.value
        for before, token in zip(tokens, tokens[2:], strict=False)
        if token.type == "string" and before.value != "Error"
        if re.match(r"['\"][A-Z][^'\"]* ", token.value)
    ]


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_a_script_holds_no_text_that_a_reader_sees(path: Path) -> None:
    """It comes from the page, in an attribute, and is translated with it."""
    assert bool(sentences(path)) == (path.name in WITH_TEXTS)
