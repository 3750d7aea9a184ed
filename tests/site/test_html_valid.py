"""The whole built site is valid HTML."""

from collections.abc import Callable
from pathlib import Path


def test_the_nu_checker_finds_no_error(
    site_dir: Path, nu_check: Callable[[Path], list[str]]
) -> None:
    errors = nu_check(site_dir)
    assert not errors, "\n".join([f"{len(errors)} errors", *errors[:50]])


def test_the_nu_checker_sees_an_error(
    tmp_path: Path, nu_check: Callable[[Path], list[str]]
) -> None:
    page = '<!doctype html><html lang="en"><title>Bad</title><p id="a"><b id="a">twice</b>'
    (tmp_path / "bad.html").write_text(page, encoding="utf-8")
    for _ in range(2):  # it is not remembered as valid
        (error,) = [error for error in nu_check(tmp_path) if "Duplicate ID" in error]
        assert error.startswith("/bad.html:1:")
