"""Which texts of the data are translated the model says, and a translation finds its own text."""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Sequence

import pytest
from record_relief.derive.places import by_name, guide_url, in_sentence
from record_relief.languages import catalog, language, marks, sections, typed
from record_relief.languages.language import Language
from record_relief.source.evidence import Data
from record_relief.source.forms import Form
from record_relief.source.texts import begins, is_in_words

from tests.builders import DATA, ROOT


class Upper(gettext.NullTranslations):
    """Translates every text into capitals."""

    def pgettext(self, context: str, message: str) -> str:
        assert context
        return message.upper()


def named(title: str) -> str:
    """Return a title that stays as it was written, but for what joins the numbers in it."""
    return sections.joined(title, Upper())


def speaking(texts: gettext.NullTranslations) -> Language:
    """Return Spanish with other texts."""
    made = language.load(ROOT / language.FOLDER, "es")
    made.__dict__["texts"] = texts
    return made


def test_a_place_has_its_own_name_and_the_address_it_has_in_english(data: Data) -> None:
    other = {p.code: p for p in typed.in_language(data, speaking(Upper())).jurisdictions}
    english = {p.code: p for p in data.jurisdictions}
    assert other["NY"].name == "Nueva York"
    assert guide_url(other["NY"]) == guide_url(english["NY"]) == "states/new-york/"
    assert in_sentence(other["US"]) == "el sistema federal"
    assert in_sentence(english["US"]) == "the federal system"
    names = [place.code for place in by_name([other["MN"], other["MI"], other["US"], other["MO"]])]
    assert names == ["MI", "MN", "MO", "US"]


def test_every_text_is_translated_and_nothing_else_changes(data: Data) -> None:
    place = next(place for place in data.jurisdictions if place.relief and place.ways)
    other = typed.translated(place, place.code, Upper())
    law, new = place.relief[0], other.relief[0]
    assert other.summary == place.summary.upper()
    assert new.steps == [step.upper() for step in law.steps]
    assert new.fee.text == law.fee.text.upper()
    assert new.fee.rule == law.fee.rule
    assert new.citation == marks.kept(law.citation)
    assert (new.id, new.url, new.sources, new.unconfirmed) == (
        law.id, law.url, law.sources, law.unconfirmed,
    )  # fmt: skip
    assert (other.code, other.notes) == (place.code, place.notes)
    assert place.summary in DATA.read_text(encoding="utf-8").replace("\n    ", " ")


def test_the_words_of_a_law_stay_and_are_marked(data: Data) -> None:
    other = typed.in_language(data, speaking(Upper()))
    code, evidence = next((c, e) for c, e in data.evidence.items() if e.laws)
    for law, found in evidence.laws.items():
        for path, grounds in found.proof.items():
            for old, new in zip(grounds, other.evidence[code].proof(law, path), strict=True):
                assert (new.text, new.silent) == (old.text, old.silent)
                in_spanish = evidence.text[old.text].language == "es"
                assert new.words == (
                    marks.kept(old.words) if old.words and not in_spanish else old.words
                )


def test_what_was_written_in_the_language_itself_is_not_marked(data: Data) -> None:
    """Words and names of a Spanish law are Spanish; words of its English translation are not."""
    english = next(place for place in data.jurisdictions if place.language == "es" and place.ways)
    spoken = typed.in_language(data, speaking(Upper()))
    place = next(one for one in spoken.jurisdictions if one.code == english.code)
    assert all(way.citation == marks.plain(way.citation or "") for way in place.ways)
    for old, new in zip(english.sources, place.sources, strict=True):
        if not old.described:
            assert new.title == (old.title if old.language == "es" else named(old.title))
    before, after = data.evidence[english.code], spoken.evidence[english.code]
    assert any(act.act for act in before.amended)
    assert [act.act for act in after.amended] == [act.act for act in before.amended]
    for text in before.texts:
        is_own = "es" in (text.language, text.translation_of)
        if text.described:
            continue
        assert after.text[text.id].title == (text.title if is_own else named(text.title))
    for way, found in before.ways.items():
        for path, grounds in found.proof.items():
            for ground, told in zip(grounds, after.ways[way].proof[path], strict=True):
                is_own = before.text[ground.text].language == "es"
                words = ground.words
                assert told.words == (marks.kept(words) if words and not is_own else words)


@pytest.mark.parametrize("field", ["current_to", "date"])
def test_what_tells_a_date_in_words_is_translated_and_a_day_stays(data: Data, field: str) -> None:
    """A page writes a day as its language does; so no one translates "2026-03 or later"."""
    other = typed.in_language(data, speaking(Upper()))
    pairs: list[tuple[str | None, str | None]]
    if field == "date":
        both = zip(data.jurisdictions, other.jurisdictions, strict=True)
        pairs = [
            (old.date, new.date)
            for place, its in both
            for old, new in zip(place.sources, its.sources, strict=True)
        ]
    else:
        pairs = [
            (text.current_to, other.evidence[code].text[text.id].current_to)
            for code, evidence in data.evidence.items()
            for text in evidence.texts
        ]
    told = {old: new for old, new in pairs if old}
    assert any(begins(old) for old in told)
    assert any(not begins(old) for old in told)
    for old, new in told.items():
        upper = old.upper()
        named = upper == old and len(old.split()) > 2
        assert new == (old if begins(old) else marks.kept(old) if named else upper)


def test_a_context_names_its_text_wherever_it_stands(data: Data) -> None:
    """Reordering laws, or other entries with names, changes no message."""
    for place in data.jurisdictions:
        turned = place.model_copy(
            update={
                "relief": place.relief[::-1],
                "ways": place.ways[::-1],
                "history": place.history[::-1],
            }
        )
        before, after = (set(typed.messages(one, place.code)) for one in (place, turned))
        assert before == after


def test_no_two_files_share_a_text(data: Data, forms: Sequence[Form]) -> None:
    sections = list(typed.sections(data, forms))
    names = Counter(name for name, _ in sections)
    texts = Counter((one.context, one.text) for _, found in sections for one in found)
    assert max(names.values()) == 1
    assert max(texts.values()) == 1
    assert all(one.text.strip() for _, found in sections for one in found)


def test_what_has_no_translation_is_english_and_marked(data: Data) -> None:
    term = typed.translated(data.glossary[0], "glossary.x", catalog.English())
    assert term.meaning == marks.missing(data.glossary[0].meaning)


@pytest.mark.parametrize("field", ["notes", "sources", "url", "id", "kind"])
def test_what_is_no_text_is_no_message(data: Data, field: str) -> None:
    contexts = {
        m.context.rpartition(".")[2] for p in data.jurisdictions for m in typed.messages(p, p.code)
    }
    assert field not in contexts
    assert {"summary", "steps", "effect", "text"} <= contexts


def test_what_was_worked_out_of_the_english_is_worked_out_again(data: Data) -> None:
    code, evidence = next((c, e) for c, e in data.evidence.items() if e.texts)
    titles = dict(evidence.text)
    other = typed.in_language(data, speaking(Upper())).evidence[code]
    assert {name: text.title for name, text in other.text.items()} == {
        name: text.title.upper() if text.described else named(text.title)
        for name, text in titles.items()
    }


def test_a_title_in_the_words_of_the_site_is_translated(data: Data) -> None:
    other = typed.in_language(data, speaking(Upper()))
    texts = [
        (text.title, other.evidence[code].text[text.id].title)
        for code, evidence in data.evidence.items()
        for text in evidence.texts
        if text.described
    ]
    sources = [
        (old.title, new.title)
        for place, its in zip(data.jurisdictions, other.jurisdictions, strict=True)
        for old, new in zip(place.sources, its.sources, strict=True)
        if old.described
    ]
    assert texts
    assert sources
    found = texts + sources
    assert all(new == old.upper() for old, new in found)


def test_a_name_that_a_translation_leaves_in_english_is_marked(data: Data) -> None:
    class Kept(gettext.NullTranslations):
        def pgettext(self, context: str, message: str) -> str:
            assert context
            return message

    (law,) = next(p for p in data.jurisdictions if p.code == "NY").relief
    made = typed.in_language(data, speaking(Kept()))
    (own,) = next(p for p in made.jurisdictions if p.code == "NY").relief
    for english, kept in ((law.title, own.title), (law.where, own.where)):
        many = len(english.split()) > 2
        assert kept == (marks.kept(english) if many else english)
    assert [entry.forms for entry in made.glossary] == [entry.forms for entry in data.glossary]


def test_what_joins_the_numbers_of_a_citation_is_a_word_of_the_language(data: Data) -> None:
    place = next(place for place in data.jurisdictions if place.relief)
    texts = language.load(ROOT / language.FOLDER, "es").texts

    def told(citation: str) -> str:
        law = place.relief[0].model_copy(update={"citation": citation})
        return typed.translated(law, f"{place.code}.relief.{law.id}", texts).citation

    kept = marks.kept
    assert told("Code §§ 3.1 to 3.4") == f"{kept('Code §§ 3.1')} a 3.4"
    assert (
        told("Acts 63 of 2015 and 4 of 2021") == f"{kept('Acts 63 of 2015')} y {kept('4 of 2021')}"
    )
    assert told("Code § 5, II and II-a") == f"{kept('Code § 5, II')} y {kept('II-a')}"
    for whole in (
        "Rules, Statements, and Advisory Opinions",
        "Title 5, Act to Begin Again",
        "Amendment 1 to 2013 AB 620",
    ):
        assert told(whole) == kept(whole)


def test_where_words_stand_is_told_in_the_language_unless_it_is_a_number_or_a_name(
    data: Data,
) -> None:
    seen = {"words": 0, "numbers": 0}
    for code, evidence in data.evidence.items():
        other = typed.translated(evidence, f"evidence.{code}", Upper())
        for law, new in zip(evidence.laws.values(), other.laws.values(), strict=True):
            grounds = [ground for found in law.proof.values() for ground in found]
            others = [ground for found in new.proof.values() for ground in found]
            for ground, said in zip(grounds, others, strict=True):
                if ground.at and is_in_words(ground.at):
                    assert said.at == ground.at.upper()
                    seen["words"] += 1
                elif ground.at:
                    assert said.at == marks.kept(ground.at)
                    seen["numbers"] += 1
    assert all(seen.values()), seen
