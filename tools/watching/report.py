"""What the watch found, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import get_args

from pydantic import TypeAdapter

from watching.verdicts import UNKNOWN, Finding, Verdict


@dataclass(frozen=True)
class _Report:
    read: date
    findings: list[Finding]


TITLES: dict[Verdict, str] = {
    "changed": "Words changed: read the page, then correct the data",
    "gone": "Section gone: find where the law stands now",
    "elsewhere": "Not on the official page that is known: the law may have another one",
    "hidden": "Not readable for a program: look at them in a browser",
    "unreached": "Page not reached: look again before you change anything",
    "unwatchable": "Not watchable: an address of the very page would help",
}


def as_markdown(findings: Sequence[Finding], day: date) -> str:
    """Return the report for people."""
    counts = Counter(finding.verdict for finding in findings)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in get_args(Verdict))
    lines = [f"# The words of the laws, {day.isoformat()}", ""]
    lines.append(f"{len(findings)} phrases, each at each of its addresses: {told}")
    for verdict, title in TITLES.items():
        these = [finding for finding in findings if finding.verdict == verdict]
        if these:
            lines += ["", f"## {title}", "", *page_lines(these)]
    return "\n".join(lines) + "\n"


def page_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield a list of pages, with the phrases and what stands there if a program saw it."""
    for (place, url, detail), group in groupby(findings, _page):
        these = list(group)
        leads = f", now <{these[0].to}>" if these[0].to not in ("", url) else ""
        where = f"<{url}>{leads}" if url else these[0].title
        said = f": {_escaped(detail)}" if detail else ""
        yield f"- {place}, {where}{said}"
        if these[0].verdict in UNKNOWN:
            continue
        for finding in these:
            yield f"  - {', '.join(f'`{entry}`' for entry in finding.entries)}"
            # Indented so far, nothing in what was read elsewhere can be Markdown.
            shown = finding.passage.difference if finding.passage else finding.words
            yield f"\n        {' '.join(shown.split())}\n"


def _page(finding: Finding) -> tuple[str, str, str]:
    return finding.place, finding.url, finding.detail


def _escaped(text: str) -> str:
    """Return words of a page so that no mark in them means anything."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>()#+-.!|~@&" else c for c in text)


def as_json(findings: Iterable[Finding], day: date) -> str:
    """Return the report for programs."""
    written = TypeAdapter(_Report).dump_json(_Report(day, list(findings)), indent=1)
    return written.decode() + "\n"


def from_json(text: str) -> list[Finding]:
    """Return what a report for programs holds. Raises ValueError for one of another kind."""
    return TypeAdapter(_Report).validate_json(text).findings
