"""One issue for each place whose words changed: what to open, bring up to date or close.

The body of an issue ends with a mark that a reader does not see: the place, and what was found. So
an issue that a person has closed stays closed until something else is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from watching.report import TITLES, page_lines
from watching.verdicts import ALARMS, UNSEEN, Finding

LABEL = "law-watch"
_MARK = re.compile(r"<!-- law-watch (\S+) (\S+) -->\s*$")
_SETTLED = "settled"
# GitHub takes 65,536 characters.
_MOST = 60_000


@dataclass(frozen=True)
class Step:
    """Something to do with an issue. `number` is null for a new one."""

    do: Literal["open", "update", "reopen", "close"]
    place: str
    number: int | None
    title: str
    body: str


def plan(
    findings: Iterable[Finding], names: Mapping[str, str], issues: Iterable[Mapping[str, Any]]
) -> list[Step]:
    """Return what to do, so that each place whose words changed has one open issue that says so.

    `names` are those of the places by code; `issues` are all that have the label, as
    `gh issue list --json number,state,body` gives them.
    """
    by_place: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_place[finding.place].append(finding)
    known: dict[str, tuple[Mapping[str, Any], str]] = {}
    for issue in sorted(issues, key=lambda issue: (issue["state"] == "OPEN", issue["number"])):
        if mark := _MARK.search(issue["body"]):
            known[mark[1]] = (issue, mark[2])
    return [
        step
        for place in sorted({*by_place, *known} & names.keys())
        for step in _step(place, names[place], by_place[place], known.get(place))
    ]


def _step(
    place: str, name: str, findings: Sequence[Finding], known: tuple[Mapping[str, Any], str] | None
) -> Iterator[Step]:
    issue, mark = known or (None, "")
    alarms = [finding for finding in findings if finding.verdict in ALARMS]
    title = f"{name}: words of the law changed where they were read"
    number = issue["number"] if issue else None
    is_open = issue is not None and issue["state"] == "OPEN"
    if alarms:
        found = _fingerprint(alarms)
        if found != mark:
            unseen = [finding for finding in findings if finding.verdict in UNSEEN]
            body = _body(place, alarms, unseen, found)
            yield Step(
                "update" if is_open else "reopen" if issue else "open", place, number, title, body
            )
    elif issue and is_open:
        # What the issue tells of may still be so while nobody can see the page.
        unseen_pages = {finding.url for finding in findings if finding.verdict in UNSEEN}
        if not any(f"<{url}>" in issue["body"] for url in unseen_pages):
            body = _MARK.sub(_mark(place, _SETTLED), issue["body"])
            yield Step("close", place, number, title, body)


def _body(
    place: str, alarms: Sequence[Finding], unseen: Sequence[Finding], fingerprint: str
) -> str:
    lines = [
        "Words that the guide quotes no longer stand at their address. Read the page, then fix "
        f"`data/evidence/{place.lower()}.yaml` and the facts that rest on it. In what is shown, "
        "`[-…-]` is what we quote and `{+…+}` what stands there now.",
        "",
        "This closes by itself when `make watch` finds all the words again. "
        "Close it yourself if nothing needs fixing: only another change brings it back.",
    ]
    for verdict in ALARMS:
        these = [finding for finding in alarms if finding.verdict == verdict]
        if these:
            lines += ["", f"## {TITLES[verdict]}", "", *page_lines(these)]
    if unseen:
        lines += ["", "## Pages of this place that could not be read this time", ""]
        lines += [f"- <{url}>" for url in sorted({finding.url for finding in unseen})]
    text = "\n".join(lines)
    if len(text) > _MOST:
        text = text[: text.rindex("\n- ", 0, _MOST)]
        text += "\n\nThere is more than an issue holds: see the report of the workflow's run."
    return f"{text}\n\n{_mark(place, fingerprint)}\n"


def _fingerprint(alarms: Iterable[Finding]) -> str:
    told = sorted(
        (one.url, one.words, one.verdict, one.passage.text if one.passage else "") for one in alarms
    )
    return sha256(repr(told).encode()).hexdigest()[:16]


def _mark(place: str, found: str) -> str:
    return f"<!-- law-watch {place} {found} -->"
