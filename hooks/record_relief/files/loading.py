"""The blank page that stands in place of one that was left by Exit, while the other site loads.

The exit control's script puts its address in the bar before it leaves, so that Reload brings this
page and not the one that was left. Where scripts are off, the control leads here, and this page
leads on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..pages.assets import csp_hash
from ..pages.layout import Layout
from .artifacts import Artifact, as_is
from .templates import environment

PATH = "loading.html"


def artifacts(overrides: Path, layout: Layout) -> Iterator[Artifact]:
    """Yield the page; `layout` knows where Exit leads and has its script."""
    policy = (
        f"default-src 'none'; script-src {csp_hash(layout.exit_script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    text = (
        environment(overrides)
        .get_template(PATH)
        .render(
            csp=policy,
            script=layout.exit_script,
            exit_url=layout.exit_url,
            host=urlsplit(layout.exit_url).netloc,
        )
    )
    yield Artifact(PATH, as_is, (text.encode(),))
