"""What a program can tell is wrong with a translation is told, all at once, with line and place."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_relief.languages import checks, language
from record_relief.languages.language import Language

from tests.builders import ROOT
from tests.languages.catalogs import entry, write

RIGHT = [
    ("You have %(n)s days.", "Tiene %(n)s días."),
    ("{place}: it changes", "{place}: cambia"),
    ("Call {{ phone(facts.phone) }}.", "Llame al {{ phone(facts.phone) }}."),
    ('{{ counts(\\"What they say\\") }}', '{{ counts(\\"Lo que dicen ellas\\") }}'),
    ('{{ counts(\\"a.b\\", n ~ \\" laws\\") }}', '{{ counts(\\"a.b\\", n ~ \\" leyes\\") }}'),
    (
        '<td data-label=\\"Fee\\">{{ fee }}</td>',
        '<td data-label=\\"Tarifa\\">{{ fee }}</td>',
    ),
    ("See [the page](a.md#b).", "Lea [la página](a.md#b)."),
    (
        '<a href=\\"x\\" title=\\"All of it\\">All</a>',
        '<a href=\\"x\\" title=\\"Todo eso\\">Todo</a>',
    ),
    ("On May 1, 2026 you owe $1,500.", "El 1 de mayo de 2026 debe $1,500."),
    (
        "Read on 2026-08-02, filed 1/16/2025.",
        "Leído el 2 de agosto de 2026, del 16 de enero de 2025.",
    ),
    ("Call 1-888-373-7888.", "Llame al 1-888-373-7888."),
    ("**Exit.** Leave.", "**Salir.** Deje."),
    ("It does not bind them.", "La ley no los obliga."),
    ("You are freed from the penalties.", "Usted queda libre de las penas de la condena."),
    ("Before a notary.", "Ante un notario público (notary)."),
    ("Take it seriously. It is safe.", "Tómelo en serio. Es seguro."),
]
WRONG = [
    ("You have %(n)s days.", "Tiene días.", 'lacks the part that is filled in "%(n)s"'),
    ("You have %(n)s days.", "Tiene %(m)s días.", 'has the part that is filled in "%(m)s"'),
    ("You have %(n)s days.", "Tiene %(n)s días, 5 % más.", "belongs to no part"),
    ("{place}: it changes", "cambia", 'lacks the part that is filled in "{place}"'),
    (
        "Call {{ phone(n) }}.",
        "Llame al {{ fono(n) }}.",
        'lacks what Jinja fills in "{{ phone(n) }}"',
    ),
    (
        '{{ counts(\\"a.b\\", \\" laws\\") }}',
        '{{ counts(\\"a.c\\", \\" leyes\\") }}',
        "lacks what Jinja fills in",
    ),
    ("See [the page](a.md).", "Lea [la página](b.md).", 'lacks the link "](a.md)"'),
    ("At https://a.example/x", "En https://b.example/x", 'lacks the link "https://a.example/x"'),
    ('<a href=\\"x\\">All</a>', "Todo", 'lacks the tag "</a>"'),
    ("On May 1, 2026.", "El 2 de mayo de 2026.", 'lacks the number "1"'),
    ("On 2026-08-02.", "El 3 de agosto de 2026.", 'lacks the number "2"'),
    ("Pay $1,500.", "Pague $1.500.", 'has the number "1.500"; the English has not'),
    ("Call 1-888-373-7888.", "Llame al 1-888-373-7889.", 'lacks the phone number "1-888-373-7888"'),
    ("**Exit.** Leave.", "Salir. Deje.", "lacks the mark of bold letters"),
    ("Go.\\n", "Vaya.", "ends otherwise than the English"),
    ("Go.", " Vaya.", "begins or ends with a space"),
    ("A conviction.", "Una convicción.", 'has "convicción"; write condena'),
    ("These bind you.", "Estas reglas lo obligan.", 'has "lo obligan"; write le obliga'),
    ("It may be waived.", "La corte puede eximirlo.", 'has "eximirlo"'),
    ("The court that sent you.", "La corte que lo envió allí.", 'has "corte que lo envió"'),
    ("Before you give up.", "Antes de darse por vencido.", 'has "por vencido"'),
    ("Not sure?", "¿No está seguro?", 'has "No está seguro"'),
    ("When you are discharged.", "Cuando usted queda libre.", 'has "queda libre"'),
    ("Before a notary.", "Ante un notario.", 'has "Ante un notario"'),
    ("A very serious crime.", "Un delito muy serio.", 'has "serio"'),
    ("Go.", "Vaya \ue000.", "has a character for private use"),
]


@pytest.fixture(scope="module")
def spanish() -> Language:
    return language.load(ROOT / language.FOLDER, "es")


def found(path: Path, spanish: Language, *entries: str) -> list[str]:
    return [p.render("x") for p in checks.problems(write(path, *entries), spanish, "a.po")]


@pytest.mark.parametrize(("english", "given"), RIGHT)
def test_a_right_translation_is_taken(
    tmp_path: Path, spanish: Language, english: str, given: str
) -> None:
    assert found(tmp_path / "a.po", spanish, entry(english, given)) == []


@pytest.mark.parametrize(("english", "given", "problem"), WRONG)
def test_a_wrong_one_is_told(
    tmp_path: Path, spanish: Language, english: str, given: str, problem: str
) -> None:
    told = found(tmp_path / "a.po", spanish, entry(english, given, "TX.effect"))
    assert any(problem in one for one in told)
    assert all(one.startswith("a.po:8: TX.effect: ") for one in told)


def test_all_is_told_at_once_and_what_is_not_shown_is_not_checked(
    tmp_path: Path, spanish: Language
) -> None:
    told = found(
        tmp_path / "a.po",
        spanish,
        entry("Pay $1.", "Pague $2."),
        entry("One year.", "Dos años, 2.", flags="fuzzy"),
        entry("Two.", ""),
        entry("**Exit.**", "Salir."),
    )
    assert [one.split(": ")[0] for one in told] == ["a.po:7", "a.po:7", "a.po:17"]


def test_the_form_for_one_may_leave_out_its_number_and_none_may_be_missing(
    tmp_path: Path, spanish: Language
) -> None:
    one = 'msgid "%(n)s law"\nmsgid_plural "%(n)s laws"\nmsgstr[0] "%(n)s ley"\n'
    several = 'msgstr[1] "%(n)s leyes"\n'
    assert found(tmp_path / "a.po", spanish, one + several) == []
    assert found(tmp_path / "a.po", spanish, one.replace("%(n)s ley", "una ley") + several) == []
    (told,) = found(tmp_path / "a.po", spanish, f'{one}msgstr[1] ""\n')
    assert "has 1 forms for numbers; this language has 2" in told
