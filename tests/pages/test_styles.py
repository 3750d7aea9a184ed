"""Style sheets lose what no page uses, and nothing else."""

from __future__ import annotations

import pytest
from record_relief.pages import styles

CSS = """
/* A comment. */
:root { --used: #ffffff; --late: red; --idle: blue; --chain: var(--idle-too); --idle-too: 1px; }
.a, .b { color: var(--used); }
.c { margin: 0px }
#d > p { color: red }
@media (min-width: 50rem) { .a { color: blue } .c { color: blue } }
@media print { .a { color: black } @page { margin: 1cm } }
h1 { content: "{}" }
"""


def test_rules_for_names_that_no_page_has_are_left_out() -> None:
    small = styles.prune(CSS, "p{color:var(--late)}", {"a"})
    assert ".a" in small
    assert "h1" in small
    assert ".c" not in small
    assert "#d" not in small
    assert "comment" not in small


def test_variables_that_nothing_uses_are_left_out_with_what_only_they_use() -> None:
    small = styles.prune(CSS, "p{color:var(--late)}", {"a"})
    assert "--used:" in small
    assert "--late:" in small
    assert "--idle" not in small
    assert "--chain" not in small


def test_limits_of_width_are_written_for_older_browsers() -> None:
    assert "@media (min-width:50rem){" in styles.minify(CSS)
    assert "@media (max-width:9rem){" in styles.minify("@media (max-width: 9rem) { a { top: 0 } }")


def test_what_is_for_paper_comes_apart() -> None:
    screen, paper = styles.split(styles.minify(CSS), styles.PRINT)
    assert "@media print" not in screen
    assert screen.count("{") == screen.count("}")
    assert paper.startswith("@media print{.a{")
    assert paper.endswith("}")
    assert "@page" in paper
    assert styles.split("a{top:0}", styles.PRINT) == ("a{top:0}", "")


def test_what_is_for_wide_screens_comes_apart() -> None:
    narrow, wide = styles.split(styles.minify(CSS), styles.WIDE)
    assert "min-width" not in narrow
    assert narrow.count("{") == narrow.count("}")
    assert wide == "@media (min-width:50rem){.a,.c{color:#00f}}"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p class="a b-c" id="d">', {"a", "b-c", "d"}),
        ('<p data-class="x" title="class=y">', set()),
        ("plain", set()),
    ],
)
def test_names_in_a_page_are_found(html: str, found: set[str]) -> None:
    assert styles.names(html) == found
