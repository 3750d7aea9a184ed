"""A file of translations follows the English, and keeps what translators wrote."""

from __future__ import annotations

import pytest
from record_relief.languages import language, update
from record_relief.languages.language import Language
from record_relief.languages.message import Message

from tests.builders import ROOT

EXIT = Message("Exit", where="overrides/a.html", notes=("On the button.",))
FILE = Message("You may file within one year of the order.", "TX.timing.text")
CHANGED = Message("You may file within two years of the order.", "TX.timing.text")


@pytest.fixture(scope="module")
def spanish() -> Language:
    return language.load(ROOT / language.FOLDER, "es")


def filled(content: bytes, english: str, given: str) -> bytes:
    """Write a translation into a file, with a note, as a translator does."""
    text = content.decode()
    before, head, after = text.partition(f'msgid "{english}"\nmsgstr ""')
    assert head
    return f'{before}msgid "{english}"\nmsgstr "{given}"{after}'.encode()


def test_the_same_texts_give_the_same_file(spanish: Language) -> None:
    new = update.updated("places/tx", b"", [EXIT, FILE], spanish)
    assert update.updated("places/tx", new, [EXIT, FILE], spanish) == new
    assert b"#. On the button.\n#: overrides/a.html\n" in new
    assert b'msgctxt "TX.timing.text"' in new


def test_a_translation_and_a_translators_note_stay(spanish: Language) -> None:
    done = filled(update.updated("interface", b"", [EXIT, FILE], spanish), "Exit", "Salir")
    done = done.replace(b"#. On the button.", b"# Short: the button is small.\n#. On the button.")
    again = update.updated("interface", done, [FILE, EXIT], spanish).decode()
    assert 'msgstr "Salir"' in again
    assert "# Short: the button is small." in again
    assert "fuzzy" not in again


def test_a_changed_text_keeps_the_old_translation_only_as_a_guess(spanish: Language) -> None:
    old = filled(update.updated("places/tx", b"", [FILE], spanish), FILE.text, "Puede pedir.")
    new = update.updated("places/tx", old, [CHANGED], spanish).decode()
    assert "#, fuzzy" in new
    assert f'#| msgid "{FILE.text}"' in new
    back = update.updated("places/tx", new.encode(), [FILE], spanish).decode()
    assert "fuzzy" in back


def test_what_the_site_no_longer_says_comes_back_when_it_says_it_again(spanish: Language) -> None:
    old = filled(update.updated("interface", b"", [EXIT, FILE], spanish), "Exit", "Salir")
    without = update.updated("interface", old, [FILE], spanish)
    assert b'#~ msgid "Exit"' in without
    back = update.updated("interface", without, [EXIT, FILE], spanish).decode()
    assert 'msgid "Exit"\nmsgstr "Salir"' in back


def test_the_same_words_elsewhere_are_offered_as_a_guess(spanish: Language) -> None:
    other = Message(FILE.text, "UT.timing.text")
    new = update.updated("places/ut", b"", [other], spanish)
    offered = update.offered(new, {FILE.text: "Puede pedir."}, "places/ut", spanish).decode()
    assert 'msgstr "Puede pedir."' in offered
    assert "#, fuzzy" in offered


def test_a_percent_sign_of_the_data_is_no_part_to_fill_in(spanish: Language) -> None:
    half = Message("At least 50% of it.", "TX.fee.text")
    assert b"python-format" not in update.updated("places/tx", b"", [half], spanish)
    part = Message("%(n)s of them.")
    assert b"python-format" in update.updated("interface", b"", [part], spanish)
