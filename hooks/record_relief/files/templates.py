"""The templates of HTML files beside the pages."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..pages.compiled import Compiled, WithTexts


def environment(overrides: Path) -> Environment:
    """Return an environment over the folder `overrides` in which a missing value is an error."""
    made = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=Compiled("files"),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.code_generator_class = WithTexts
    made.install_null_translations(newstyle=False)  # type: ignore[attr-defined]
    return made
