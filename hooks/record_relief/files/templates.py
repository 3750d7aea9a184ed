"""The templates of HTML files beside the pages."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..derive import wording
from ..languages.language import Language
from ..pages.compiled import Compiled, WithTexts


def environment(overrides: Path, language: Language | None = None) -> Environment:
    """Return an environment over the folder `overrides` in which a missing value is an error.

    Its texts are in the language; what it makes is not finished (`Language.finished`).
    """
    spoken = language.hash if language else ""
    made = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=Compiled(f"files {spoken}"),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.code_generator_class = WithTexts
    if language:
        made.install_gettext_translations(language.texts, newstyle=False)  # type: ignore[attr-defined]
    else:
        made.install_null_translations(newstyle=False)  # type: ignore[attr-defined]
    made.filters.update(day=language.day if language else wording.day)
    return made
