"""Which pages the site generates: their address, title, template and context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..derive import dictionary, form_sent, progress, release
from ..derive.changes import by_year
from ..derive.explorer import columns
from ..derive.form_content import (
    BARS_ALL,
    BARS_OPEN,
    MORE,
    NO_TIME,
    RULE,
    TOLD_TO,
    UNREAD,
    Content,
    open_words,
    who_must,
)
from ..derive.local_addresses import local_addresses
from ..derive.parts import ANSWERS, NAMES, RULES
from ..derive.printed import paper
from ..derive.rules import AUDIENCES, TITLES
from ..derive.site import READERS, Facts
from ..derive.spread import spread
from ..derive.topics import TOPIC_SITES, myth_url
from ..source.forms import Form

# How what stands on another site looks there: as the visitor's device asks for, or always so.
SCHEMES = ("auto", "light", "dark")
# High enough for the longest in every language, at the width that the code to copy gives.
MAP_HEIGHT, CARD_HEIGHT = 900, 430
# A page below a guide has its words and more of them; the guide must come first in a search.
_BELOW_THE_GUIDE = "0.1"


@dataclass(frozen=True)
class Page:
    """One generated page. `url` is from the root of the site; titles never name trafficking.

    `listed` pages stand in the sitemap, and in search if `searched`; a `folder` has pages below.
    `weight` is what the text search multiplies the page's words by; `above` are the pages (name
    and address) between the main navigation and this one.
    The title of an `unsigned` page does not name the site: browsers print it over what is sent.
    `about` is the code of the place that the page is about, if its body says nothing of others; a
    page about all places says no more of each than the `part` (`derive.parts`) or, without one, may
    say anything, of other languages, too. `later` returns more of its context, which takes long to
    work out.
    """

    url: str
    title: str
    description: str
    template: str
    reader: str = "all"
    context: dict[str, Any] = field(default_factory=dict)
    listed: bool = True
    searched: bool = True
    folder: bool = False
    unsigned: bool = False
    weight: str = ""
    above: tuple[tuple[str, str], ...] = ()
    about: str = ""
    part: tuple[str, ...] | None = None
    later: Callable[[], dict[str, Any]] = dict

    def told(self) -> dict[str, Any]:
        """Return all of what its template is told."""
        return {**self.context, **self.later()}

    @property
    def source(self) -> str:
        """The path of the Markdown file this page would be in docs/."""
        if not self.url or self.folder:
            return f"{self.url}index.md"
        return f"{self.url.rstrip('/')}.md"


def _home(facts: Facts) -> Iterator[Page]:
    """Yield the way in."""
    say = facts.say
    yield Page(
        "",
        "Record Relief",
        say(
            "Plain guides to clearing a record, for every state, DC, the territories and the "
            "federal system. Free, private, no sign-up."
        ),
        "pages/home.html",
        part=ANSWERS,
    )


def _states(facts: Facts) -> Iterator[Page]:
    """Yield the list of places."""
    say = facts.say
    yield Page(
        "states/",
        say("Find your state"),
        say(
            "Choose a state, DC, a territory or the federal system to see whether and how a record "
            "can be cleared there."
        ),
        "pages/states.html",
        reader="survivor",
        folder=True,
        part=ANSWERS,
    )


def _guides(facts: Facts) -> Iterator[Page]:
    """Yield each place's guide, its short address and its myths."""
    say = facts.say
    for guide in facts.guides.values():
        yield Page(
            guide.url,
            guide.name,
            say(
                "Clearing a record in {place}: who can ask, what it costs, what to do first, and "
                "where to get free legal help."
            ).format(place=guide.name_in_sentence),
            "pages/state.html",
            reader="survivor",
            context={"guide": guide, "sources_at": guide.law_url},
            about=guide.place.code,
        )
        yield Page(
            guide.short_url,
            guide.name,
            say("The guide for {place}.").format(place=guide.name_in_sentence),
            "pages/permalink.html",
            context={"redirect": guide.url, "name": guide.name},
            listed=False,
            part=NAMES,
        )
        if guide.myths:
            yield Page(
                guide.myths_url,
                say("{place}: myths and facts").format(place=guide.name),
                say(
                    "What people get wrong about background checks, what is true, and the rule in "
                    "{place}."
                ).format(place=guide.name_in_sentence),
                "pages/place_myths.html",
                reader="survivor",
                context={"guide": guide},
                searched=False,
                about=guide.place.code,
            )


def _laws(facts: Facts) -> Iterator[Page]:
    """Yield each place's law page and its short address."""
    say = facts.say
    for found in facts.law_pages.values():
        guide = found.guide
        title = say("{place}: the law, word by word").format(place=guide.name)
        yield Page(
            found.url,
            title,
            say(
                "Every answer of the guide for {place} with the words of the law, the texts that "
                "were read, and what is not confirmed."
            ).format(place=guide.name_in_sentence),
            "pages/law.html",
            reader="advocate",
            context={"page": found, "guide": guide},
            about=guide.place.code,
            weight=_BELOW_THE_GUIDE,
            above=((guide.name, guide.url),),
        )
        yield Page(
            found.short_url,
            title,
            say("The law of {place}, word by word.").format(place=guide.name_in_sentence),
            "pages/permalink.html",
            context={"redirect": found.url, "name": title, "law_of": guide.name_in_sentence},
            listed=False,
            part=NAMES,
        )


def _other_ways(facts: Facts) -> Iterator[Page]:
    """Yield each place's page of the general ways and its short address."""
    say = facts.say
    for found in facts.ways_pages.values():
        guide = found.guide
        title = say("{place}: other ways to clear a record").format(place=guide.name)
        yield Page(
            found.url,
            title,
            say(
                "Every general way to clear a record in {place}: for which records, when, what it "
                "costs, what to do, and the words of the law."
            ).format(place=guide.name_in_sentence),
            "pages/other_ways.html",
            reader="survivor",
            context={"page": found, "guide": guide},
            about=guide.place.code,
            weight=_BELOW_THE_GUIDE,
            above=((guide.name, guide.url),),
        )
        yield Page(
            found.short_url,
            title,
            say("Other ways to clear a record in {place}.").format(place=guide.name_in_sentence),
            "pages/permalink.html",
            context={"redirect": found.url, "name": title, "ways_of": guide.name_in_sentence},
            listed=False,
            part=NAMES,
        )


def _what_might_help(facts: Facts) -> Iterator[Page]:
    """Yield the questions about one's own case."""
    say = facts.say
    yield Page(
        "what-might-help/",
        say("What might help me?"),
        say(
            "Answer a few questions to see which ways to clear a record may fit. Your answers stay"
            " on your device."
        ),
        "pages/what_might_help.html",
        reader="survivor",
        folder=True,
        part=ANSWERS,
    )


def _fits(facts: Facts) -> Iterator[Page]:
    """Yield the same for one place, without scripts; search leads to the guide instead."""
    say = facts.say
    for code, guide in facts.guides.items():
        yield Page(
            guide.fit_url,
            say("{place}: what might help").format(place=guide.name),
            say(
                "Which ways to clear a record in {place} may fit, what to gather, and who to call."
            ).format(place=guide.name_in_sentence),
            "pages/place_fit.html",
            reader="survivor",
            later=partial(_fit, facts, code),
            searched=False,
            about=code,
        )


def _fit(facts: Facts, code: str) -> dict[str, Any]:
    return {"fit": facts.fits[code]}


def _compare(facts: Facts) -> Iterator[Page]:
    """Yield the table of all questions."""
    say = facts.say
    yield Page(
        "compare/",
        say("Compare the states"),
        say("One map and one table of how record-clearing laws differ from place to place."),
        "pages/compare.html",
        reader="advocate",
        later=lambda: {
            "columns": columns(facts.places, facts.comparisons),
            "spread": spread(facts.places, facts.checked),
        },
        folder=True,
        part=ANSWERS,
    )


def _questions(facts: Facts) -> Iterator[Page]:
    """Yield a page for each question."""
    say = facts.say
    for comparison in facts.comparisons.values():
        yield Page(
            comparison.url,
            say(comparison.tab),
            say("{question} A map, counts and a list of every place.").format(
                question=say(comparison.tab_ask)
            ),
            "pages/question.html",
            reader="advocate",
            context={"comparison": comparison},
            part=ANSWERS,
        )


def _progress_page(facts: Facts) -> Iterator[Page]:
    """Yield how the laws stand on each element of a strong one."""
    say = facts.say

    def told() -> dict[str, Any]:
        standings = progress.standings(facts.places, facts.comparisons, facts.standings)
        return {
            "standings": standings,
            "changes": progress.changes(standings),
            "resting": progress.resting(standings),
            "elements": progress.ELEMENTS,
            "best": progress.BEST,
            "total": progress.TOTAL,
            "answer_label": progress.answer_label,
        }

    yield Page(
        "compare/progress/",
        say("Progress"),
        say(
            "How each place's law stands on each part of a strong law, by a published method, and "
            "what one change would do."
        ),
        "pages/progress.html",
        reader="advocate",
        later=told,
        part=ANSWERS,
    )


def _myths(facts: Facts) -> Iterator[Page]:
    """Yield all myths."""
    say = facts.say
    yield Page(
        "myths/",
        say("Myths and facts"),
        say(
            "What people get wrong about background checks, and what is true: for applicants, "
            "employers, landlords and health care."
        ),
        "pages/myths.html",
        context={"readers": READERS},
        part=ANSWERS,
    )


def _myth_pages(facts: Facts) -> Iterator[Page]:
    """Yield each myth."""
    say = facts.say
    for myth in facts.data.myths:
        yield Page(
            myth_url(myth),
            say("Myth: {myth}").format(myth=(myth.title or myth.myth).rstrip(".")),
            _short(
                say("The fact behind this myth, why, and the law: {myth}"),
                myth.title or myth.myth,
            ),
            "pages/myth.html",
            context={"myth": myth},
            part=ANSWERS,
        )


def _topic_pages(facts: Facts) -> Iterator[Page]:
    """Yield the explainers for those who check, and the federal law behind them."""
    say = facts.say
    for topic in TOPIC_SITES.values():
        shown = facts.topic(topic.topic)
        yield Page(
            topic.page,
            say(topic.title),
            say(topic.description),
            "pages/topic.html",
            reader=topic.reader,
            context={"topic": shown, "reader": topic.reader},
            part=RULES,
        )
        if topic.law:
            yield Page(
                topic.law,
                say(topic.law_title),
                say(
                    "{title}: what federal law and practice say, what is in force, what was "
                    "withdrawn, and every source."
                ).format(title=say(topic.title)),
                "pages/topic.html",
                reader=topic.reader,
                context={"topic": shown, "reader": topic.reader, "law_only": True},
                weight=_BELOW_THE_GUIDE,
                part=RULES,
            )


def _rules_pages(facts: Facts) -> Iterator[Page]:
    """Yield each place's rules for employers and for landlords."""
    say = facts.say
    told = (
        say(
            "What an employer may ask and weigh in {place}: the rule, cleared records, local "
            "laws, what is not confirmed, and sources."
        ),
        say(
            "What a landlord may ask and weigh in {place}: the rule, cleared records, local "
            "laws, what is not confirmed, and sources."
        ),
    )
    for audience, what in zip(AUDIENCES, told, strict=True):
        for rules in facts.rules[audience]:
            name = rules.name_in_sentence
            yield Page(
                rules.url,
                say(TITLES[audience]).format(place=name),
                what.format(place=name),
                "pages/rules.html",
                reader=rules.reader,
                context={"rules": rules},
                about=rules.place.code,
            )


def _local_addresses(facts: Facts) -> Iterator[Page]:
    """Yield the short address of each city's and county's law."""
    say = facts.say
    for local in local_addresses(facts.places):
        yield Page(
            local.short,
            f"{local.name}: {local.law.law}",
            say("The rule on background checks of {place}.").format(place=local.name),
            "pages/permalink.html",
            context={"redirect": local.url, "name": local.name, "rule_of": local.name},
            listed=False,
            part=RULES,
        )


def _tools(facts: Facts) -> Iterator[Page]:
    """Yield the list of forms, if there are any."""
    say = facts.say
    if facts.forms:
        yield Page(
            "tools/",
            say("Forms and letters"),
            say(
                "Forms, letters and date planners for fair background checks: fill in on the page,"
                " or take a blank PDF or Word file."
            ),
            "pages/tools.html",
            reader="employer",
            context={"readers": READERS},
            folder=True,
            part=RULES,
        )


def _forms(facts: Facts) -> Iterator[Page]:
    """Yield each form, letter and planner."""
    for form in facts.forms:
        yield Page(
            form.url,
            form.title,
            form.description,
            "pages/planner.html" if form.steps else "pages/tool.html",
            reader=form.for_[0],
            unsigned=form.leaves,
            part=RULES,
            later=partial(_of_form, form, facts),
        )


def _of_form(form: Form, facts: Facts) -> dict[str, Any]:
    """Return what the page of a form is told."""
    say = facts.say
    content = Content(form, facts)
    english = form_sent.in_english(content, facts)
    return {
        "form": form,
        "content": content,
        "english": english,
        "sections": form_sent.sections(content, english),
        "adds_by_place": form_sent.adds_by_place(content, english),
        "more": MORE,
        "unsure": content.unsure,
        "no_time": NO_TIME,
        "who_must": partial(who_must, say=say),
        "open_words": partial(open_words, say=say, in_words=facts.in_words),
        "bars_all": BARS_ALL,
        "bars_open": BARS_OPEN,
        "rule": RULE,
        "told_to": TOLD_TO,
        "unread": lambda cited: say(UNREAD).format(laws="; ".join(cited)),
    }


def _paper_page(facts: Facts) -> Iterator[Page]:
    """Yield what there is to print."""
    say = facts.say
    yield Page(
        "paper/",
        say("Sheets to print"),
        say(
            "A sheet on paper for each state and territory, and a worksheet for your case: what to "
            "do first, which court, who to call."
        ),
        "pages/paper.html",
        reader="survivor",
        context={"paper": paper(facts)},
        part=ANSWERS,
    )


def _changes(facts: Facts) -> Iterator[Page]:
    """Yield what changed."""
    say = facts.say

    def told() -> dict[str, Any]:
        years = by_year(facts.places, say)
        return {
            "years": years,
            "counts": Counter(entry.place.code for year in years for entry in year.entries),
        }

    yield Page(
        "changes/",
        say("What changed"),
        say(
            "New laws, changes, effective dates and bills, by date and by place, with feeds and a "
            "calendar."
        ),
        "pages/changes.html",
        reader="advocate",
        later=told,
    )


def _embed(facts: Facts) -> Iterator[Page]:
    """Yield what others may show on their sites."""
    say = facts.say
    yield Page(
        "embed/",
        say("Maps and cards for your site"),
        say(
            "A map of any question or the card of any place for your own site, with the code to "
            "copy, and maps to print."
        ),
        "pages/embed.html",
        reader="advocate",
        context={"map_height": MAP_HEIGHT, "card_height": CARD_HEIGHT},
    )


def _data(facts: Facts) -> Iterator[Page]:
    """Yield the data."""
    say = facts.say
    yield Page(
        "data/",
        say("The data"),
        say(
            "Every fact of this site as JSON and CSV, with its meaning, version and licence. Free "
            "to use again."
        ),
        "pages/data.html",
        reader="advocate",
        context={"dictionary": dictionary.groups(), "api": release.API, "draft": release.DRAFT},
    )


def _search(facts: Facts) -> Iterator[Page]:
    """Yield the search page."""
    say = facts.say
    yield Page(
        "search/",
        say("Search"),
        say("Search every guide and explainer. What you type stays on your device."),
        "pages/search.html",
        listed=False,
    )


# Every kind of page, in the order of the site.
KINDS: tuple[Callable[[Facts], Iterator[Page]], ...] = (
    _home,
    _states,
    _guides,
    _laws,
    _other_ways,
    _what_might_help,
    _fits,
    _compare,
    _questions,
    _progress_page,
    _myths,
    _myth_pages,
    _topic_pages,
    _rules_pages,
    _local_addresses,
    _tools,
    _forms,
    _paper_page,
    _changes,
    _embed,
    _data,
    _search,
)


def pages(facts: Facts) -> Iterator[Page]:
    """Yield every generated page.

    Raises ValueError that names each address that two pages share.
    """
    found = [page for kind in KINDS for page in kind(facts)]
    shared = [url for url, count in Counter(page.url for page in found).items() if count > 1]
    if shared:
        raise ValueError("pages: the address " + ", ".join(map(repr, shared)) + " stands twice")
    yield from found


def _short(sentence: str, myth: str) -> str:
    """Return a description of at most 155 letters: its myth is cut between words if need be."""
    room = 155 - len(sentence.format(myth=""))
    if len(myth) > room:
        beginning = myth[: room - 3]
        myth = (beginning.rpartition(" ")[0] or beginning) + " ..."
    return sentence.format(myth=myth)
