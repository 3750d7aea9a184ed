"""A translation shows only for the very English it was made for; else the English, marked."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from record_relief.languages import catalog, marks
from record_relief.languages.filled import Filled
from record_relief.source.problems import DataError

from tests.languages.catalogs import HEAD, entry, write

PLURAL = """\
msgid "%(n)s law"
msgid_plural "%(n)s laws"
msgstr[0] "%(n)s ley"
msgstr[1] "%(n)s leyes"

"""


def test_files_are_joined_and_asked_by_context(tmp_path: Path) -> None:
    write(tmp_path / "interface.po", entry("Exit", "Salir"), PLURAL)
    write(tmp_path / "places/tx.po", entry("The order.", "La orden.", "TX.relief.a.effect"))
    texts = catalog.translations(tmp_path, "es_US")
    assert texts.gettext("Exit") == "Salir"
    assert texts.pgettext("TX.relief.a.effect", "The order.") == "La orden."
    assert [texts.ngettext("%(n)s law", "%(n)s laws", n) for n in (1, 2)] == [
        "%(n)s ley",
        "%(n)s leyes",
    ]


def test_a_sentence_with_a_number_is_filled_in_by_each_language(tmp_path: Path) -> None:
    write(tmp_path / "interface.po", entry("{years} years", "{years} años"))
    texts = catalog.translations(tmp_path, "es_US")
    told = Filled("{years} years", years=7)
    assert told == "7 years"
    assert pickle.loads(pickle.dumps(told)).parts == {"years": 7}
    assert texts.gettext(told) == "7 años"
    other = texts.gettext(Filled("{days} days", days=5))
    assert marks.any_missing(other)
    assert marks.plain(other) == "5 days"


@pytest.mark.parametrize("flags", ["", "fuzzy"])
def test_a_changed_text_and_a_fuzzy_one_show_the_english(tmp_path: Path, flags: str) -> None:
    write(tmp_path / "a.po", entry("You may file.", "Puede pedir.", "TX.effect", flags))
    texts = catalog.translations(tmp_path, "es_US")
    asked = "You may file." if flags else "You may not file."
    for found in (
        texts.pgettext("TX.effect", asked),
        texts.gettext(asked),
        texts.pgettext("UT.effect", "You may file."),
        texts.ngettext("You may file.", "Files", 1),
        texts.npgettext("TX.effect", asked, "Files", 2),
    ):
        assert marks.any_missing(found)
    assert marks.plain(texts.pgettext("TX.effect", asked)) == asked


def test_what_is_no_catalog_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    for broken in ('msgid "a"\nmsgstr "b\n', 'msgid "a"\nmsgstr "b"c"\n', 'msgid "a"\nb\n'):
        path.write_text(HEAD + broken, encoding="utf-8")
        with pytest.raises(DataError, match=r"a\.po:8: is no line of a catalog"):
            catalog.translations(tmp_path, "es_US")
    path.write_text(HEAD + 'msgtext "a"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.po:\d+: is no catalog"):
        catalog.translations(tmp_path, "es_US")
    path.write_bytes(HEAD.encode() + b'msgid "a"\nmsgstr "\xff"\n')
    with pytest.raises(DataError, match="UTF-8"):
        catalog.translations(tmp_path, "es_US")


def test_what_is_english_says_so_where_it_is_shown_and_is_plain_where_it_can_not() -> None:
    text = marks.missing("The law & the act")
    page = (
        f'<title>{text}</title><p title="{text}">y Idaho. {text}: {marks.kept("Penal Law")}</p>'
        f"<script>say('{text}')</script>"
    )
    shown = marks.shown(page, lambda part: part.replace("y I", "e I"))
    assert shown == (
        '<title>The law & the act</title><p title="The law & the act">e Idaho. '
        '<span lang="en">The law & the act</span>: <span lang="en">Penal Law</span></p>'
        "<script>say('The law & the act')</script>"
    )


def test_a_text_that_is_marked_ends_with_one_full_stop() -> None:
    for text in ("Ala. Code § 1 et seq.", "A summary", "Two.."):
        for given in (text, marks.kept(text)):
            assert marks.plain(marks.closed(given)) == f"{text.rstrip('.')}."
            assert marks.is_marked(marks.closed(given)) == (given != text)


def test_what_was_read_is_kept_until_a_file_or_the_shared_words_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(kept: bytes | None, *shared: str) -> tuple[str, catalog.Count, bytes | None]:
        monkeypatch.setattr(catalog, "kept", catalog.Kept())
        catalog.kept.restore(kept)
        texts = catalog.translations(tmp_path, "es_US", shared)
        count = catalog.counted(tmp_path, shared)
        return texts.gettext("The total."), count, catalog.kept.dump()

    write(tmp_path / "a.po", entry("The total.", "Lo pagado (total)."))
    shown, count, kept = build(None)
    assert kept is not None
    assert marks.plain(shown) == "Lo pagado (total)." != shown
    assert build(kept) == (shown, count, None)
    assert build(kept, "total")[0] == "Lo pagado (total)."
    write(tmp_path / "a.po", entry("The total.", "Todo (total)."))
    assert marks.plain(build(kept)[0]) == "Todo (total)."
