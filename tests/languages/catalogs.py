"""Small catalogs for tests."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
msgid ""
msgstr ""
"Language: es_US\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def entry(english: str, given: str, context: str = "", flags: str = "") -> str:
    """Return one entry of a .po file."""
    return (
        (f"#, {flags}\n" if flags else "")
        + (f'msgctxt "{context}"\n' if context else "")
        + f'msgid "{english}"\nmsgstr "{given}"\n\n'
    )


def write(path: Path, *entries: str) -> Path:
    """Write a .po file of these entries."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "".join(entries), encoding="utf-8")
    return path
