"""No page breaks a rule of WCAG 2.2 AA that a program can find, on any screen, light or dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_kind_of_page(
    width: int,
    scheme: str,
    page_kinds: list[str],
    new_page: Callable[..., Page],
    axe: Callable[[Page], list[str]],
) -> None:
    page = new_page(width=width, scheme=scheme)
    found = []
    for path in [*page_kinds, "/no-such-page/"]:
        page.goto(path)
        page.evaluate(
            "for (const folded of document.querySelectorAll('details')) folded.open = true"
        )
        found += [f"{path}: {violation}" for violation in axe(page)]
    assert not found, "\n".join([f"{len(found)} violations", *found[:30]])


def test_axe_sees_a_violation(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]]
) -> None:
    page = new_page()
    page.set_content("<html lang=en><title>Bad</title><main><h1>Bad</h1><img src='data:,'></main>")
    assert [violation.split(":")[0] for violation in axe(page)] == ["image-alt"]
