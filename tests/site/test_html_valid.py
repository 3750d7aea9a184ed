"""The whole built site is valid HTML."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.built_site import SHIPPING


def told(errors: list[str]) -> str:
    return "\n".join([f"{len(errors)} errors", *errors[:50]])


def test_the_nu_checker_finds_no_error(
    site_dir: Path, page_kinds: list[str], nu_check: Callable[..., list[str]]
) -> None:
    """Every file in English, and of another language the ends of what each template makes."""
    chosen = {site_dir / path.strip("/") / "index.html" for path in page_kinds}
    pages = {page for code in SHIPPING for page in (site_dir / code).rglob("index.html")}
    errors = nu_check(site_dir, pages - chosen)
    assert not errors, told(errors)


@pytest.mark.weekly
def test_the_nu_checker_finds_no_error_in_any_language(
    site_dir: Path, nu_check: Callable[..., list[str]]
) -> None:
    errors = nu_check(site_dir)
    assert not errors, told(errors)


def test_the_nu_checker_sees_an_error(
    tmp_path: Path, nu_check: Callable[[Path], list[str]]
) -> None:
    page = '<!doctype html><html lang="en"><title>Bad</title><p id="a"><b id="a">twice</b>'
    (tmp_path / "bad.html").write_text(page, encoding="utf-8")
    for _ in range(2):  # it is not remembered as valid
        (error,) = [error for error in nu_check(tmp_path) if "Duplicate ID" in error]
        assert error.startswith("/bad.html:1:")
