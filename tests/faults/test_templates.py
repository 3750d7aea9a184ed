"""A template, or a file that templates use, that is missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.conftest import Build, assert_told, is_last_good, leftovers

STATE = "overrides/pages/state.html"


def _unclosed(text: str) -> str:
    return text.replace("{% endif %}", "", 1)


def _unknown(text: str) -> str:
    return text.replace("guide.headline", "guide.no_such_thing")


BROKEN = {
    "a missing template": (STATE, None, r"There is no template overrides/pages/state\.html\."),
    "a missing part": (
        "overrides/components/law.html",
        None,
        r"There is no template overrides/components/law\.html\.",
    ),
    "a missing script": ("overrides/components/exit_button.js", None, r"no file .*exit_button\.js"),
    "missing outlines": ("data/outlines.json", None, r"no file .*outlines\.json"),
    "a broken template": (STATE, _unclosed, r"overrides/pages/state\.html:\d+: .*Mend it\."),
    "an unknown word": (STATE, _unknown, r"overrides/pages/state\.html:\d+: .*no_such_thing"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_the_message_says_what_to_fix_and_the_site_stays(
    project: Path, build: Build, what: str
) -> None:
    name, change, message = BROKEN[what]
    file = project / name
    if change:
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        file.unlink()
    assert_told(build(), message)
    assert is_last_good(project)
    assert leftovers(project) == []
