"""The table of statements: every sentence of a form that says what the law is, and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..source.explainers import Fact
from ..source.forms import Form, Say, texts
from . import labels

DEFAULT = Path("data/statements.md")
_HEAD = """\
# Statements of law in the forms

Made by `make statements` from `data/forms.yaml` and `data/states.yaml`; a test holds it to both.
Each sentence of a form that says what the law is stands here with the facts it rests on, their
standing, their citation and the ids of their sources.
"""


@dataclass(frozen=True)
class Statement:
    """One sentence of a form and one of the facts it rests on."""

    form: Form
    say: str
    fact: Fact


def statements(forms: Sequence[Form], facts: Mapping[str, Fact]) -> Iterator[Statement]:
    """Yield every statement of law in the forms, once for each fact behind it."""
    for form in forms:
        for _, words in texts(form):
            if isinstance(words, Say):
                for id_ in words.law:
                    yield Statement(form, words.say, facts[id_])


def table(forms: Sequence[Form], facts: Mapping[str, Fact]) -> str:
    """Return the table as Markdown, one part for each form."""
    lines = [_HEAD]
    found = list(statements(forms, facts))
    for form in forms:
        own = [item for item in found if item.form is form]
        lines += [f"## {form.title} (`{form.id}`)", ""]
        if not own:
            lines += ["No statement of law.", ""]
            continue
        lines += ["| Statement | Fact | Standing | Citation | Sources |", "|---|---|---|---|---|"]
        lines += [_row(item) for item in own]
        lines.append("")
    return "\n".join(lines)


def _row(item: Statement) -> str:
    standing = labels.label("status", item.fact.status).lower()
    standing += "" if item.fact.confirmed else ", not confirmed"
    cells = (
        item.say,
        f"`{item.fact.id}`",
        standing,
        item.fact.cited or "none",
        " ".join(f"`{source}`" for source in item.fact.sources) or "none",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
