"""The texts of templates and code: what `_`, `ngettext`, `{% trans %}` and `N_` hold.

Scripts hold no text: a template hands it to them as a `data-` attribute, so that it stands with the
other words of its page (a test reads the scripts for sentences).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from babel.messages.extract import extract_from_dir

from .message import Message

TEMPLATES, CODE, SETTINGS = "overrides", "hooks", "mkdocs.yml"
_METHODS = [("**.html", "jinja2"), ("**.svg", "jinja2"), ("**.py", "python")]
# As the environment of the templates has them (`pages/render`): else other white space is read.
_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_KEYWORDS = {"_": None, "N_": None, "say": None, "gettext": None, "ngettext": (1, 2)}
# Begins a comment that a translator sees, on the line above the text.
COMMENT = "Translators:"


def messages(root: Path) -> list[Message]:
    """Return each text of the interface once, sorted by the first file it stands in."""
    found: dict[tuple[str, str], Message] = {}
    for message in (*_menu(root), *_extracted(root)):
        first = found.setdefault((message.text, message.plural), message)
        if message.notes and not first.notes:
            found[message.text, message.plural] = message
    return list(found.values())


def _menu(root: Path) -> Iterator[Message]:
    """Yield the names of the main links."""
    nav: Iterable[dict[str, str]] = yaml.safe_load((root / SETTINGS).read_text("utf-8"))["nav"]
    for entry in nav:
        yield from (Message(name, where=SETTINGS, notes=("In the menu.",)) for name in entry)


def _extracted(root: Path) -> Iterator[Message]:
    options = {pattern: {**_OPTIONS, "extensions": "jinja2.ext.do"} for pattern, _ in _METHODS[:2]}
    for folder in (TEMPLATES, CODE):
        for name, _line, ids, notes, _context in sorted(
            extract_from_dir(
                root / folder, _METHODS, options, _KEYWORDS, [COMMENT], strip_comment_tags=True
            ),
            key=lambda found: (found[0], found[1]),
        ):
            text, plural = ids if isinstance(ids, tuple) else (ids, "")
            if text:
                yield Message(text, "", plural, f"{folder}/{Path(name).as_posix()}", tuple(notes))
