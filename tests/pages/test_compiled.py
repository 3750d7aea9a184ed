"""Compiled templates, with the texts of their language in them."""

from __future__ import annotations

import marshal
from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from record_relief.pages import compiled
from record_relief.pages.compiled import Calls, Compiled, WithTexts

TEXTS = (
    '{{ _("Stay & see") }}|{% trans place=name %}In {{ place }}{% endtrans %}|{{ _(name) }}|'
    '{% set told = _("Stay & see") %}{{ told }}'
)


class Loud(NullTranslations):
    """A language that shouts, and counts how often it is asked."""

    asked = 0

    def gettext(self, message: str) -> str:
        """Return the text in capital letters."""
        self.asked += 1
        return message.replace("Stay", "STAY").replace("In ", "IN ")


def environment(language: NullTranslations, settings: str, text: str = TEXTS) -> Environment:
    made = Environment(
        loader=DictLoader({"page": text}),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(settings),
    )
    made.code_generator_class = WithTexts
    made.install_gettext_translations(language, newstyle=False)  # type: ignore[attr-defined]
    return made


def shown(made: Environment) -> str:
    return made.get_template("page").render(name="A<B")


def test_texts_are_translated_and_escaped_as_if_asked_for_on_each_page() -> None:
    loud = environment(Loud(), "loud of this test")
    assert shown(loud) == "STAY &amp; see|IN A&lt;B|A&lt;B|STAY &amp; see"
    plain = environment(NullTranslations(), "plain of this test")
    assert shown(plain) == "Stay &amp; see|In A&lt;B|A&lt;B|Stay &amp; see"


def test_a_page_asks_only_for_texts_that_are_not_in_the_template() -> None:
    language = Loud()
    template = environment(language, "asked of this test").get_template("page")
    language.asked = 0
    template.render(name="A")
    assert language.asked == 1


def test_what_changed_is_compiled_again_and_the_rest_is_restored() -> None:
    shown(environment(Loud(), "kept of this test"))
    kept = compiled.dump()
    assert kept is not None
    compiled.restore(kept)
    assert compiled.dump() is None
    assert shown(environment(Loud(), "kept of this test", "New")) == "New"
    assert compiled.dump() is not None


def test_a_template_that_a_build_does_not_need_stays_compiled_until_its_settings_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def build(settings: str, *texts: str) -> bytes | None:
        monkeypatch.setattr(compiled, "_used", set())
        for text in texts:
            shown(environment(NullTranslations(), settings, text))
        return compiled.dump()

    monkeypatch.setattr(compiled, "_code", {})
    monkeypatch.setattr(compiled, "_restored", set())
    first = environment(NullTranslations(), "unused of this test")
    first.loader = DictLoader({"page": TEXTS, "other": "Other"})
    first.get_template("other")
    shown(first)
    kept = compiled.dump()
    assert kept is not None
    compiled.restore(kept)
    assert build("unused of this test", TEXTS) is None
    changed = build("unused of this test", "New")
    assert changed is not None
    assert len(marshal.loads(changed)) == 2
    other = build("other settings of this test", TEXTS)
    assert other is not None
    assert len(marshal.loads(other)) == 1


def test_what_a_template_calls_gets_what_it_asks_for() -> None:
    class Said:
        def twice(self, word: str) -> str:
            return word * 2

    @pass_context
    def here(context: Context, mark: str) -> str:
        return f"{context['place']}{mark}"

    made = environment(NullTranslations(), "calls of this test")
    made.context_class = Calls
    source = (
        "{% macro shown(word) %}<b>{{ word }}</b>{{ caller() if caller }}{% endmacro %}"
        "{% for word in words %}{{ shown(said.twice(word)) }}{{ here('!') }}{% endfor %}"
        "{% call shown('x') %}<i>inside</i>{% endcall %}"
    )
    found = made.from_string(source).render(words=["a", "<"], said=Said(), here=here, place="Ohio")
    assert found == "<b>aa</b>Ohio!<b>&lt;&lt;</b>Ohio!<b>x</b><i>inside</i>"
