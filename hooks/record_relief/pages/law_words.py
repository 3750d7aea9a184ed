"""The words of all laws for "Which rules bind me?": one file, the same for everybody.

A page loads it when somebody asks which rules bind, whatever was chosen, so that nobody learns from
a request which place it was. For each law it holds what it says, what must be weighed and what each
notice must say; for a state's law also where a person complains, how far back a report may go and,
for work, what may not be asked or used of cleared records; of a local one whether it was read
itself and, where its city has two, its title.
"""

from __future__ import annotations

from ..derive.binding import BindingLaw
from ..derive.rules import Audience, Rules
from .assets import as_script, tight
from .render import Renderer

# What the script defines for which_rules.js.
VARIABLE = "lawWords"
_PARTS = (
    "title",
    "text",
    "cleared",
    "factors",
    "application",
    "facts",
    "first",
    "final",
    "complain",
    "unread",
)


def script_name(audience: Audience) -> str:
    """Return the plain name of the file of an audience."""
    return f"assets/js/{audience}_law_words.js"


def words(law: BindingLaw, rules: Rules, audience: Audience, renderer: Renderer) -> dict[str, str]:
    """Return the words of a law, part by part; `rules` are those of its place."""
    told = {
        part: tight(
            renderer.part(
                "components/law_words_part.html",
                f"{audience}/",
                rules.place.code,
                part=part,
                rules=rules,
                law=law,
            ).strip()
        )
        for part in _PARTS
    }
    return {part: text for part, text in told.items() if text}


def script(found: dict[str, dict[str, str]]) -> str:
    """Return the words of all laws as a script."""
    return as_script(VARIABLE, found)
