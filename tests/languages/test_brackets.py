"""English in brackets is marked: it stands in the English text, too, in whatever form."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_relief.languages import brackets, catalog, marks


def marked(text: str, english: str, *shared: str) -> list[str]:
    """Return what is marked in a translation."""
    told = marks.shown(brackets.marked(text, english, shared), str)
    return [part.partition("</span>")[0] for part in told.split('<span lang="en">')[1:]]


@pytest.mark.parametrize(
    ("text", "english", "found"),
    [
        ("anular (vacate) la condena", "It vacates the conviction.", ["vacate"]),
        ("la anulación (vacatur)", "how to get it vacated", ["vacatur"]),
        ("borrar (expunge)", "ask for an expungement", ["expunge"]),
        ("un delito grave (felony)", "some felonies", ["felony"]),
        ("(vacate) y sellar (seal)", "vacating and sealing", ["vacate", "seal"]),
        ("el fiscal (District Attorney)", "the District Attorney", ["District Attorney"]),
        ("el fiscal (State's Attorney)", "the State's Attorney", ["State's Attorney"]),
        ("la parte (ii) del informe (FCRA)", "part (ii) of the report, FCRA", []),
        ("una persona (persona tratada)", "a person", []),
        ("un total (total) legal", "a total that is legal", []),
        ("el día %(day)s y {{ date(day) }}", "the day %(day)s and {{ date(day) }}", []),
        ("(delito grave)", "(felony)", []),
        (
            "(petition to seal; tenía 18 años)",
            "Petition to seal (18 or older)",
            ["petition to seal"],
        ),
        (
            "delitos, loitering and prowling (5506)",
            "loitering and prowling",
            ["loitering and prowling"],
        ),
        (
            'pide "Have you been on trial?" (¿ha?)',
            'asks "Have you been on trial?"',
            ["Have you been on trial?"],
        ),
        ("ante la Office of Human Rights", "the Office of Human Rights", []),
        ("orden (notice of entry) y aviso", "the notice of entry", ["notice of entry"]),
        ("la {% for one in of %}Ley{% endfor %} de", "the {% for one in of %}Act{% endfor %}", []),
        ("<b>ley</b>{% for a in b %}{% endfor %}", "<b>act</b>{% for a in b %}{% endfor %}", []),
        ("Act on the Prevention of and Remedies", "the Act on the Prevention of and Remedies", []),
    ],
)
def test_what_is_english(text: str, english: str, found: list[str]) -> None:
    assert marked(text, english, "total", "legal") == found


def test_a_text_that_is_english_throughout_is_left_as_it_is() -> None:
    name = "Board of Pardons (clemency board)"
    assert brackets.marked(name, name) == name


def test_catalogs_are_marked_as_they_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "some.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "It is sealed."\nmsgstr "Se sella (seal)."\n\n'
        'msgctxt "NY.x"\nmsgid "It is a %(n)s total."\nmsgstr "Es un (total) de %(n)s."\n',
        encoding="utf-8",
    )
    texts = catalog.translations(tmp_path, "es_US", ["total"])
    sealed = texts.gettext("It is sealed.")
    assert marks.shown(sealed, str) == 'Se sella (<span lang="en">seal</span>).'
    assert marks.plain(sealed) == "Se sella (seal)."
    assert texts.gettext(sealed) == sealed
    assert texts.pgettext("NY.x", "It is a %(n)s total.") == "Es un (total) de %(n)s."


def test_what_can_be_laid_out_as_a_row_keeps_its_text_in_one_part() -> None:
    """Each element in a row is a column of its own: a link would fall apart around its brackets."""
    english = '(<span lang="en">seal</span>)'
    sealed = f"Se sella ({marks.kept('seal')})"
    for tag in ("a", "label", "h3", "summary"):
        told = marks.shown(f"<{tag}>{sealed}</{tag}>", str)
        assert told == f"<{tag}><span>Se sella {english}</span></{tag}>"
        whole = f"<{tag}>{marks.kept('seal')}</{tag}>"
        assert marks.shown(whole, str) == f'<{tag}><span lang="en">seal</span></{tag}>'
    assert marks.shown(f"<a>x</a><p>{sealed}</p>", str) == f"<a>x</a><p>Se sella {english}</p>"
    box = marks.shown(f"<label><input> {sealed}</label>", str)
    assert box == f"<label><input><span> Se sella {english}</span></label>"
