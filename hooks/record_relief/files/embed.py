"""What other sites may show in a frame: the map of each question, and the card of each place.

Each is one HTML file without a script; its links open outside the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from ..derive.editions import Edition
from ..derive.labels import N_
from ..derive.questions import Comparison
from ..derive.site import Facts
from ..pages import palette
from ..pages.assets import csp_hash
from ..pages.catalogue import SCHEMES
from ..pages.styles import minify
from ..pages.usmap import load_map
from .artifacts import Artifact, as_is
from .speech import Speech
from .templates import environment

FOLDER = "embed"
_DARK = "@media screen and (prefers-color-scheme:dark)"
_STYLES = {
    "map": ("embed/embed.css", "components/map_mark.css", "components/us_map.css"),
    "card": ("embed/embed.css", "components/map_mark.css"),
}


def path(kind: str, name: str, scheme: str = "auto", prefix: str = "") -> str:
    """Return where a map or a card stands: `embed/map/proof.html`, `embed/card/ohio-dark.html`.

    `prefix` is that of its language.
    """
    ending = "" if scheme == "auto" else f"-{scheme}"
    return f"{prefix}{FOLDER}/{kind}/{name}{ending}.html"


def css(overrides: Path, kind: str, scheme: str) -> str:
    """Return the styles of a map or a card in one scheme."""
    colours = palette.load(overrides)
    sheets = ((name, (overrides / name).read_text(encoding="utf-8")) for name in _STYLES[kind])
    text = minify(
        "".join(colours.expand(sheet, f"{overrides.name}/{name}") for name, sheet in sheets)
    )
    if scheme == "auto":
        return text
    answer = "all" if scheme == "dark" else "not all"
    text = text.replace(_DARK, f"@media {answer}")
    return text.replace("color-scheme:light dark", f"color-scheme:{scheme}")


def policy(styles: str) -> str:
    """Return the policy of a file that has these styles and loads nothing."""
    return f"default-src 'none'; style-src {csp_hash(styles)}; base-uri 'none'; form-action 'none'"


def policies(overrides: Path) -> list[str]:
    """Return the policies of all that may be framed, for the server's headers."""
    return sorted(set(map(policy, _all_styles(overrides).values())))


def _all_styles(overrides: Path) -> dict[tuple[str, str], str]:
    return {(kind, scheme): css(overrides, kind, scheme) for kind in _STYLES for scheme in SCHEMES}


def artifacts(
    facts: Facts, overrides: Path, site_url: str, edition: Edition | None = None
) -> Iterator[Artifact]:
    """Yield every map and card, in each scheme; with an `edition` those whose page stands in it."""
    language = edition.language if edition else None
    facts = edition.facts if edition else facts
    prefix = language.prefix if language else ""
    say = Speech.of(language).finished
    templates = environment(overrides, language)
    templates.globals.update(
        facts=facts,
        site_url=site_url + prefix,
        lang=language.code if language else "en",
        map_layout=load_map(overrides.parent / "data/outlines.json"),
    )

    frame = templates.get_template("embed/frame.html")
    styles = _all_styles(overrides)

    def files(
        kind: str, name: str, title: str, place: str = "", **context: object
    ) -> Iterator[Artifact]:
        body = templates.get_template(f"embed/{kind}.html").render(**context)
        body = language.finished(body, place) if language else body
        for scheme in SCHEMES:
            own = styles[kind, scheme]
            text = frame.render(title=say(title), css=own, csp=policy(own), body=body)
            yield Artifact(path(kind, name, scheme, prefix), as_is, (text.encode(),))

    every = ((comparison, comparison.url) for comparison in facts.comparisons.values())
    for comparison, page in edition.maps if edition else every:
        entries = _entries(
            comparison, facts.further(comparison.topic.id), site_url + prefix, facts.say
        )
        yield from files(
            "map",
            comparison.topic.id,
            facts.say(N_("Map")),
            comparison=comparison,
            entries=entries,
            page=page,
        )
    for guide in facts.guides.values():
        if edition is None or guide.url in edition.standing:
            about = guide.name, guide.place.code
            yield from files("card", guide.slug, *about, guide=guide, mark=guide.mark)


def _entries(
    comparison: Comparison, further: Collection[str], root: str, say: Callable[[str], str]
) -> dict[str, dict[str, Any]]:
    return {
        row.place.code: {
            "name": row.name,
            "href": root + row.url,
            "answer": say(row.answer.label),
            "mark": row.answer.mark,
            "letter": row.answer.letter,
            "more": row.place.code in further,
        }
        for row in sorted(comparison.rows, key=lambda row: row.place.order)
    }
