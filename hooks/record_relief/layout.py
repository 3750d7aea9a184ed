"""What stands around every page: styles, scripts and the policy that allows only these."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .assets import csp_hash, inline_css
from .pages import Page

BASE = (
    "components/base.css",
    "components/site_header.css",
    "components/exit_button.css",
    "components/site_footer.css",
    "components/prose.css",
)
MAP = ("components/map_mark.css", "components/us_map.css")
# The styles of each template, beside the base; a page carries nothing it does not use.
STYLES: dict[str, tuple[str, ...]] = {
    "pages/home.html": (*MAP, "components/state_picker.css", "pages/home.css"),
    "pages/states.html": (*MAP, "components/state_picker.css"),
    "pages/state.html": ("components/map_mark.css", "pages/state.css"),
    "pages/permalink.html": (),
    "pages/compare.html": (*MAP, "components/table.css", "pages/compare.css"),
    "pages/question.html": (*MAP, "components/table.css", "pages/compare.css"),
    "pages/myths.html": ("pages/myths.css",),
    "pages/topic.html": (*MAP, "components/table.css", "pages/topic.css"),
    "pages/search.html": ("pages/search.css",),
}
DEFAULT_STYLES = ("components/table.css", "components/explainer.css")
SCRIPTS: dict[str, tuple[str, ...]] = {
    "pages/home.html": ("assets/js/state_picker.js",),
    "pages/states.html": ("assets/js/state_picker.js",),
    "pages/search.html": ("assets/js/search.js",),
    "pages/state.html": ("assets/js/print_button.js",),
}


class Layout:
    """Builds the context of the page layout, `overrides/main.html`."""

    def __init__(self, overrides: Path, exit_url: str) -> None:
        self._overrides = overrides
        self._exit_url = exit_url
        self._exit_script = (overrides / "components/exit_button.js").read_text(encoding="utf-8")

    def context(self, page: Page | None) -> dict[str, Any]:
        """Return what the layout needs; `page` is set for a generated page."""
        css = inline_css(
            self._overrides, *BASE, *(STYLES[page.template] if page else DEFAULT_STYLES)
        )
        return {
            "css": css,
            "csp": self._policy(css, searches=bool(page and page.template == "pages/search.html")),
            "exit_url": self._exit_url,
            "exit_script": self._exit_script,
            "scripts": SCRIPTS.get(page.template, ()) if page else (),
        }

    def policies(self) -> list[str]:
        """Return the policies of all kinds of page, each once, for the server's headers."""
        found = [
            self._policy(
                inline_css(self._overrides, *BASE, *styles),
                searches=template == "pages/search.html",
            )
            for template, styles in (*STYLES.items(), ("", DEFAULT_STYLES))
        ]
        return sorted(set(found))

    def _policy(self, css: str, *, searches: bool) -> str:
        script = f"script-src 'self' {csp_hash(self._exit_script)}"
        rules = [
            "default-src 'none'",
            f"style-src {csp_hash(css)}",
            # Pagefind's search engine is WebAssembly.
            script + (" 'wasm-unsafe-eval'" if searches else ""),
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
        if searches:
            rules.append("connect-src 'self'")
        return "; ".join(rules)
