"""The search index, made by Pagefind: split so that a query fetches only what it needs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex


def index(site: Path) -> None:
    """Index the built site into `site/pagefind/`.

    Only pages with `data-pagefind-body` are indexed.
    """
    asyncio.run(_index(site))


async def _index(site: Path) -> None:
    config = IndexConfig(output_path=str(site / "pagefind"))
    async with PagefindIndex(config=config) as found:
        await found.add_directory(str(site))
