"""The Firefox driver notices whatever the Chromium driver notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RUN_IN_PAGE = """export default async ({{ page, site }}) => {{
  await page.goto(site + "/about/");
  return page.evaluate(async () => {{
    {script}
    await new Promise(done => setTimeout(done, 200));
    return document.title;
  }});
}};"""
FAULTS = {
    "a script that fails": ('setTimeout(() => { throw new Error("broken"); });', "broken"),
    "a request to another host": (
        'await fetch("http://127.0.0.1:9/elsewhere").catch(() => null);',
        "elsewhere",
    ),
    "a breach of the policy": (
        'const inline = document.createElement("script"); inline.textContent = "1"; '
        "document.head.append(inline);",
        "Content-Security-Policy",
    ),
}


def run(firefox: Callable[..., Any], folder: Path, script: str) -> Any:
    scenario = folder / "scenario.mjs"
    scenario.write_text(RUN_IN_PAGE.format(script=script), encoding="utf-8")
    return firefox(scenario)


def test_a_page_without_a_fault_is_read(firefox: Callable[..., Any], tmp_path: Path) -> None:
    assert "About" in run(firefox, tmp_path, "")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_fails_the_test(firefox: Callable[..., Any], tmp_path: Path, fault: str) -> None:
    script, told = FAULTS[fault]
    with pytest.raises(AssertionError, match=told):
        run(firefox, tmp_path, script)
