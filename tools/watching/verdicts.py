"""What became of the words that the guides quote."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import polite
from polite import BLOCKED, Manners, Sleep, by_host

from watching.pages import Page, read
from watching.quotes import Quote, unwatchable
from watching.robots import Robots
from watching.store import Store
from watching.words import Passage, Text

Verdict = Literal["changed", "gone", "elsewhere", "hidden", "unreached", "unwatchable", "same"]
# What a person must look at. All else is either fine or not known.
ALARMS: tuple[Verdict, ...] = ("changed", "gone")
# On these the words may have changed without anybody seeing it.
UNSEEN: tuple[Verdict, ...] = ("hidden", "unreached")
UNKNOWN: tuple[Verdict, ...] = (*UNSEEN, "unwatchable")
_GONE = {404, 410}
# What a page says where a law has left it, or that the page does not exist.
_NOTICE = re.compile(
    r"[^.\n]{0,80}\b(repealed|renumbered|redesignated|recodified|transferred|expired|not found|"
    r"does not exist|no longer (exists|available))\b[^.\n]{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """What became of the words of one or more quotations of a place, at one address.

    `to` is where the address leads now. `passage` is what comes nearest to words that changed.
    """

    place: str
    title: str
    url: str
    official: bool
    words: str
    entries: tuple[str, ...]
    verdict: Verdict
    detail: str = ""
    to: str = ""
    passage: Passage | None = None


@dataclass(frozen=True)
class _Visit:
    """A page, or why there is none."""

    to: str
    page: Page | None
    verdict: Verdict = "unreached"
    detail: str = ""


def watch(
    quotes: Sequence[Quote],
    codes: Collection[str],
    manners: Manners,
    store: Store,
    sleep: Sleep = time.sleep,
) -> list[Finding]:
    """Read every address once and return what became of each phrase there.

    `codes` are the addresses of whole codes, on which nothing can be looked for.
    """
    reasons = {quote.url: unwatchable(quote.url, codes) for quote in quotes}
    robots = Robots(manners, sleep)
    pages = by_host(
        [url for url, reason in reasons.items() if not reason],
        lambda url: _visit(url, manners, store, robots, sleep),
        manners,
        sleep,
    )
    visits = {
        url: pages.get(url) or _Visit(url, None, "unwatchable", reason)
        for url, reason in reasons.items()
    }
    by_page: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_page[quote.place, quote.url].append(quote)
    return [
        finding for (_, url), these in by_page.items() for finding in _judged(visits[url], these)
    ]


def _visit(url: str, manners: Manners, store: Store, robots: Robots, sleep: Sleep) -> _Visit:
    kept = store.get(url)
    answer = polite.ask(
        url,
        manners,
        sleep,
        headers=kept.marks if kept else {},
        body=True,
        refused=robots.refused,
    )
    status = answer.status
    if status == 304 and kept:
        return _Visit(kept.to, kept.page)
    if status is None:
        return _Visit(answer.to, None, "unreached", answer.trouble)
    if status in _GONE:
        return _Visit(answer.to, None, "gone", answer.trouble or f"{status}: there is no such page")
    if status in BLOCKED:
        return _Visit(
            answer.to, None, "unreached", f"{status}: the site does not show it to programs"
        )
    if not 200 <= status < 300:
        return _Visit(answer.to, None, "unreached", str(status))
    page = read(answer.body, answer.headers.get("Content-Type", ""))
    store.put(url, page, answer.to, answer.headers)
    return _Visit(answer.to, page)


def _judged(visit: _Visit, quotes: Sequence[Quote]) -> Iterator[Finding]:
    """Yield what became of the words of one place on one page, each phrase once."""
    same: dict[tuple[str, bool], list[Quote]] = defaultdict(list)
    for quote in quotes:
        same[quote.words, quote.official].append(quote)
    text = Text(visit.page.text) if visit.page else None
    phrases = {words: Text(words) for words, _ in same}
    there = {words for words, phrase in phrases.items() if text and text.has(phrase)}
    near = {
        words: text.nearest(phrase) if text and words not in there else None
        for words, phrase in phrases.items()
    }
    # Some words are like others by chance: a page must have half of them to be the same page still.
    other_page = not there and 2 * sum(map(bool, near.values())) < len(near)
    for (words, official), these in same.items():
        verdict, detail = visit.verdict, visit.detail
        if visit.page:
            verdict, detail = _verdict(
                words in there, near[words], other_page, official, visit.page
            )
        yield Finding(
            these[0].place,
            these[0].title,
            these[0].url,
            official,
            words,
            tuple(dict.fromkeys(quote.entry for quote in these)),
            verdict,
            detail,
            visit.to,
            near[words] if verdict == "changed" else None,
        )


def _verdict(
    there: bool, near: Passage | None, other_page: bool, official: bool, page: Page
) -> tuple[Verdict, str]:
    if there:
        return "same", ""
    if other_page and (notice := _NOTICE.search(page.text)):
        return "gone", f"the page says: “{' '.join(notice[0].split())}”"
    if other_page and page.hidden:
        return "hidden", page.hidden
    if official and (other_page or not near):
        return "elsewhere", "the law may be on another page of the official site"
    if other_page:
        return "gone", "the page has none of the words"
    return "changed", "" if near else "nothing on the page is like these words"
