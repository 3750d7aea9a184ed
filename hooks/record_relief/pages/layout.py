"""The frame around every page: styles, scripts and the policy that allows only these."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import rjsmin

from . import palette, styles
from .assets import FOLDER, csp_hash
from .body import Uses
from .catalogue import Page

_IMPORT = re.compile(r'\{%-? *(?:from|import|include|extends) "([^"]+)"')

BASE = (
    "components/base.css",
    "components/detail.css",
    "components/site_header.css",
    "components/site_menu.css",
    "components/exit_button.css",
    "components/exit_presses.css",
    "components/site_footer.css",
    "components/prose.css",
    "components/share.css",
)
# What every page has, too, where pages stand in several languages.
LANGUAGES = ("components/languages.css",)
MAP = ("components/map_mark.css", "components/us_map.css")
# The styles of each template, beside the base; rules that none of its pages uses are left out.
STYLES: dict[str, tuple[str, ...]] = {
    "pages/home.html": (*MAP, "components/state_picker.css", "pages/home.css"),
    "pages/states.html": (*MAP, "components/state_picker.css"),
    "pages/state.html": ("components/map_mark.css", "pages/state.css", "pages/state_more.css"),
    "pages/law.html": ("pages/law.css",),
    "pages/other_ways.html": ("pages/law.css", "pages/other_ways.css"),
    "pages/permalink.html": (),
    "pages/what_might_help.html": (
        "components/answer_form.css",
        "components/answers.css",
        "components/place_fit.css",
        "components/state_picker.css",
        "components/map_mark.css",
    ),
    "pages/place_fit.html": (
        "components/answer_form.css",
        "components/answers.css",
        "components/place_fit.css",
    ),
    "pages/compare.html": (*MAP, "components/table.css", "pages/compare.css"),
    "pages/question.html": (
        *MAP,
        "components/table.css",
        "components/rests.css",
        "pages/compare.css",
    ),
    "pages/progress.html": ("components/table.css", "components/rests.css", "pages/progress.css"),
    "pages/myths.html": ("pages/myths.css",),
    "pages/place_myths.html": ("pages/myths.css",),
    "pages/myth.html": ("pages/myths.css",),
    "pages/topic.html": (
        "components/table.css",
        "components/which_rules.css",
        "components/form_cards.css",
        "pages/topic.css",
    ),
    "pages/rules.html": ("components/form_cards.css", "pages/rules.css"),
    "pages/tools.html": ("components/form_cards.css",),
    "pages/tool.html": (
        "components/table.css",
        "components/fill_in.css",
        "components/answers.css",
    ),
    "pages/planner.html": (
        "components/table.css",
        "components/fill_in.css",
        "components/answers.css",
    ),
    "pages/changes.html": ("pages/changes.css",),
    "pages/embed.html": ("pages/data.css", "pages/embed.css"),
    "pages/data.html": ("components/table.css", "pages/data.css"),
    "pages/search.html": ("pages/search.css",),
    "pages/paper.html": ("pages/paper.css",),
}
DEFAULT_STYLES = ("components/table.css", "components/explainer.css")
# What a page shows later, if at all, comes in a file beside it, with the styles for paper: a phone
# shows its first words sooner. The layout links that file before the footer.
_LATE = (
    "components/site_menu.css",
    "components/exit_presses.css",
    "components/site_footer.css",
    "components/share.css",
)
# On long pages more stands below the first screen. Their templates link the file where it is needed
# first; what is for wide screens comes in another one, which the head links for these alone.
LATE: dict[str, tuple[str, ...]] = {
    "pages/state.html": (
        "components/detail.css",
        "components/prose.css",
        "components/map_mark.css",
        "pages/state_more.css",
    ),
    "pages/topic.html": ("components/form_cards.css",),
}
# What starts a tool of a page, and takes it away where the browser can't do it.
TOOL = "assets/js/tool.js"
QUESTIONS = (
    TOOL,
    "assets/js/answers.js",
    "assets/js/place_parts.js",
    "assets/js/what_might_help.js",
)
SCRIPTS: dict[str, tuple[str, ...]] = {
    "pages/home.html": ("assets/js/state_picker.js",),
    "pages/states.html": ("assets/js/state_picker.js",),
    "pages/search.html": (TOOL, "assets/js/search.js"),
    "pages/what_might_help.html": QUESTIONS,
    "pages/place_fit.html": QUESTIONS,
    "pages/law.html": ("assets/js/copy_answer.js",),
    "pages/other_ways.html": ("assets/js/copy_answer.js",),
    "pages/topic.html": (TOOL, "assets/js/which_rules.js"),
    "pages/tool.html": (
        TOOL,
        "assets/js/answers.js",
        "assets/js/fill_in.js",
        "assets/js/places.js",
    ),
    "pages/planner.html": (
        TOOL,
        "assets/js/answers.js",
        "assets/js/places.js",
        "assets/js/planner.js",
    ),
    "pages/compare.html": (TOOL, "assets/js/spread.js", "assets/js/compare.js"),
    "pages/embed.html": (TOOL, "assets/js/embed.js"),
}


class _Sheet(NamedTuple):
    """The styles of a kind of page: those in it, those in the file beside it, for wide screens."""

    now: str
    late: str
    wide: str


class Layout:
    """Builds the context of the page layout, `overrides/layout.html`.

    Without `policies` a page allows whatever somebody puts into it. `exit_url` is where the exit
    control leads, `exit_script` its script as it stands in a page without anything to answer. With
    `languages` pages lead to others in another language.
    """

    def __init__(
        self, overrides: Path, exit_url: str, *, policies: bool = True, languages: bool = False
    ) -> None:
        self._base = (*BASE, *(LANGUAGES if languages else ()))
        self._has_policies = policies
        self._overrides = overrides
        self.exit_url = exit_url
        self.palette = palette.load(overrides)
        self.exit_script = str(rjsmin.jsmin(self._read("components/exit_button.js")))
        self._answers = str(rjsmin.jsmin(self._read("components/exit_answers.js")))
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self._answered: set[str] = set()
        self._kinds: set[str] = set()
        self._pruned: dict[str, str] = {}
        scripts = (overrides.parent / "docs" / FOLDER).rglob("*.js")
        by_script = "".join([self.exit_script, *(path.read_text("utf-8") for path in scripts)])
        self._around = self._words("layout.html") | styles.words(by_script)
        self._sheets = {kind: self._sheet(kind) for kind in ("", *STYLES)}

    def _read(self, name: str) -> str:
        return (self._overrides / name).read_text(encoding="utf-8")

    def _style(self, name: str) -> str:
        return self.palette.expand(self._read(name), f"{self._overrides.name}/{name}")

    def _words(self, template: str) -> set[str]:
        """Return every word in a template and in those it imports, at any depth."""
        source = self._read(template)
        imported = map(self._words, _IMPORT.findall(source))
        return styles.words(source).union(*imported)

    def _sheet(self, kind: str) -> _Sheet:
        """Return the styles of a kind of page."""
        names = (*self._base, *(STYLES[kind] if kind else DEFAULT_STYLES))
        late = (*_LATE, *LATE.get(kind, ()))
        now, paper = styles.split(
            styles.minify("".join(self._style(name) for name in names if name not in late)),
            styles.PRINT,
        )
        now, wide = styles.split(now, styles.WIDE) if kind in LATE else (now, "")
        rest = "".join(self._style(name) for name in names if name in late)
        return _Sheet(now, styles.minify(rest + paper), wide)

    def files(self) -> dict[str, bytes]:
        """Return the style sheets that stand beside the pages, by their plain name."""
        beside = {sheet_name(kind): sheet.late.encode() for kind, sheet in self._sheets.items()}
        wide = {_wide_name(kind): self._sheets[kind].wide.encode() for kind in LATE}
        return beside | wide

    def saw(self, page: Page | None, used: Uses) -> None:
        """Take note of what a page's body uses, before any page's context is asked for."""
        kind = page.template if page else ""
        styled = _styled(kind)
        self._names[styled] |= used.names
        if used.answers:
            self._answered.add(styled)
        self._kinds.add(kind)
        self._pruned.pop(styled, None)

    def _css(self, kind: str) -> str:
        if kind not in self._sheets:
            raise LookupError(f'STYLES in {__name__} has no line for "{kind}"')
        styled = _styled(kind)
        if styled not in self._pruned:
            used = self._around | self._names[styled]
            sheet = self._sheets[styled]
            self._pruned[styled] = styles.prune(sheet.now, sheet.late + sheet.wide, used)
        return self._pruned[styled]

    def context(self, page: Page | None) -> dict[str, Any]:
        """Return what the layout needs; `page` is set for a generated page."""
        kind = page.template if page else ""
        return {
            "css": self._css(kind),
            "csp": self._policy_of(kind) if self._has_policies else None,
            "late_sheet": None if kind in LATE else sheet_name(kind),
            "exit_url": self.exit_url,
            "wide_sheet": _wide_name(kind) if kind in LATE else None,
            "exit_script": self._exit(kind),
            "scripts": SCRIPTS.get(kind, ()),
        }

    def policies(self) -> list[str]:
        """Return the policies of all kinds of page seen, each once, for the server's headers."""
        return sorted({self._policy_of(kind) for kind in self._kinds})

    def _exit(self, kind: str) -> str:
        return (self._answers if _styled(kind) in self._answered else "") + self.exit_script

    def _policy_of(self, kind: str) -> str:
        return self._policy(self._css(kind), kind)

    def _policy(self, css: str, template: str) -> str:
        searches = template == "pages/search.html"
        script = f"script-src 'self' {csp_hash(self._exit(template))}"
        rules = [
            "default-src 'none'",
            f"style-src 'self' {csp_hash(css)}",
            # Pagefind's search engine is WebAssembly.
            script + (" 'wasm-unsafe-eval'" if searches else ""),
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
        if searches:
            rules.append("connect-src 'self'")
        if template == "pages/embed.html":  # shows what it offers
            rules.append("frame-src 'self'")
        return "; ".join(rules)


def _styled(kind: str) -> str:
    """Return the first kind of page with the same style sheets.

    Such kinds have the same styles, and so one hash in the policy: a server's header has a limit.
    """
    return next((other for other, names in STYLES.items() if names == STYLES.get(kind)), kind)


def sheet_name(kind: str) -> str:
    """Return the plain name of the style sheet beside a kind of page."""
    return f"{FOLDER}css/{kind.removesuffix('.html') or 'text'}.css"


def _wide_name(kind: str) -> str:
    """Return the plain name of the style sheet for wide screens."""
    return f"{sheet_name(kind).removesuffix('.css')}_wide.css"
