"""What search looks through first: pages, places, questions, myths and legal words, in a few kB.

Each entry has the words that people use for it: a place its code and abbreviations, a legal word
its forms, a page the everyday words in `data/search.yaml`. The text of all pages is Pagefind's
(search.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..derive.guide import Guide
from ..derive.labels import N_
from ..derive.local_addresses import local_anchor
from ..derive.rules import AUDIENCES, TITLES, Rules
from ..derive.site import Facts
from ..derive.topics import TOPIC_SITES
from ..languages import marks
from ..languages.language import FOLDER, Language
from ..source.local_law import LocalLaw
from ..source.problems import DataError, Problem, suggest
from ..source.yamlfile import Document, read
from .assets import as_script
from .catalogue import Page

_FILE = "search.yaml"
# The page for who is checked, with a part for each place.
_APPLICANTS = "background-check/"
SCRIPT = "assets/js/directory.js"
# The rank of a page that every place has: so many alike stand behind those that explain.
_ONE_OF_MANY = 15
# What an entry of a city or county is called for who is checked.
_CHECKED = (
    N_("A background check on you for work: {place}"),
    N_("A background check on you for a home: {place}"),
)
_MYTH = N_("Myth: {myth}")
# What the script defines for search.js.
VARIABLE = "siteDirectory"


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `words` are other names; `rank` breaks ties, lowest first."""

    title: str
    url: str
    text: str
    words: tuple[str, ...]
    rank: int


@dataclass(frozen=True)
class Words:
    """The everyday words: for places by code, for cities by name, for pages by address."""

    places: Mapping[str, Sequence[str]]
    cities: Mapping[str, Sequence[str]]
    pages: Mapping[str, Sequence[str]]


def file(language: Language | None) -> Path:
    """Return the file of a language's everyday words, from the root of the project."""
    return FOLDER / language.code / _FILE if language else FOLDER.parent / _FILE


def load_words(
    path: Path,
    codes: Iterable[str],
    cities: Iterable[str],
    urls: Iterable[str],
    name: str = file(None).as_posix(),
) -> Words:
    """Read the everyday words. Raises DataError if a code, an address or a word is wrong."""
    document = read(path, name)
    problems = [Problem(flaw.line, "", flaw.message) for flaw in document.flaws]
    data = document.data if isinstance(document.data, dict) else {}
    known = {"places": set(codes), "cities": set(cities), "pages": set(urls)}
    if set(data) != set(known):
        problems.append(Problem(1, "", "must have the three fields places, cities and pages"))
    for part, names in known.items():
        problems += _problems(part, names, data.get(part), document)
    if problems:
        raise DataError(name, problems)
    return Words(data["places"], data["cities"], data["pages"])


def _problems(part: str, names: set[str], found: object, document: Document) -> Iterator[Problem]:
    for name, words in found.items() if isinstance(found, dict) else ():
        line = document.line((part, name))
        if name not in names:
            hint = suggest(str(name), sorted(names))
            yield Problem(line, f"{part}.{name}", f"is nothing that search could find{hint}")
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield Problem(line, f"{part}.{name}", "must be a list of words, quoted if numbers")


def entries(
    facts: Facts, generated: Iterable[Page], written: Mapping[str, Mapping[str, Any]], words: Words
) -> Iterator[Entry]:
    """Yield what can be found; `written` is the front matter of the pages in docs/ by address."""
    guides = {guide.url: guide for guide in facts.guides.values()}
    below = {page.url for page in facts.pages_below}
    below |= {topic.law for topic in TOPIC_SITES.values()}
    below |= {guide.fit_url for guide in facts.guides.values()}
    questions = {comparison.url: comparison for comparison in facts.comparisons.values()}
    for page in generated:
        more = tuple(words.pages.get(page.url, ()))
        if guide := guides.get(page.url):
            code = guide.place.code
            headline = facts.say(guide.headline)
            yield Entry(guide.name, page.url, headline, (code, *words.places.get(code, ())), 0)
        elif page.url in below:
            # Without the codes and other names: who looks for a place is shown its guide.
            yield Entry(page.title, page.url, "", more, _ONE_OF_MANY)
        elif question := questions.get(page.url):
            title, ask = facts.say(question.topic.title), facts.say(question.topic.ask)
            yield Entry(title, page.url, ask, more, 2)
        elif myth := page.context.get("myth"):
            # Alone, a myth would read as true.
            title = facts.say(_MYTH).format(myth=myth.myth)
            yield Entry(title, page.url, myth.fact, more, 4)
        elif rules := page.context.get("rules"):  # one for each place: its title says it all
            # Who looks for a city is led to its own entry, not to the top of its state's page.
            cities = {law.name for law in rules.local}
            cities |= {name for city in cities for name in words.cities.get(city, ())}
            own = [name for name in words.places.get(rules.place.code, ()) if name not in cities]
            # One with a law for the other readers alone has no entry of its own here.
            own += [name for name in _names_of_cities(rules, words) if name not in cities]
            yield Entry(page.title, page.url, "", (*own, rules.audience, *more), 3)
        else:
            yield Entry(page.title, page.url, page.description, more, 1)
    for url, meta in written.items():
        yield Entry(meta["title"], url, meta["description"], tuple(words.pages.get(url, ())), 1)
    for guide in facts.guides.values():
        yield from _cities(facts, guide, words, told=_APPLICANTS in written)
    for term in facts.data.glossary:
        # The meaning stands in the result; an address with the word would tell what was looked for.
        yield Entry(term.term, "glossary/", term.meaning, tuple(term.forms), 3)


def _names_of_cities(rules: Rules, words: Words) -> Iterator[str]:
    """Yield the names of the place's cities and counties that have laws, for whomever."""
    for city in sorted({law.name for law in rules.fair.local}):
        yield from (city, *words.cities.get(city, ()))


def _cities(facts: Facts, guide: Guide, words: Words, *, told: bool) -> Iterator[Entry]:
    """Yield where each city or county with a law stands, for work and for renting by itself.

    On the pages of its state for employers and landlords and, where `told`, on the one for who is
    checked: who looks for the city may be any of them. Of several laws, the first on the page.
    """
    for laws, url, audience, checked in zip(
        guide.local, guide.rules_urls, AUDIENCES, _CHECKED, strict=True
    ):
        # One name of many words: each finds the city's rule beside the city's name, none alone.
        subject = " ".join(word for word in words.pages.get(f"{audience}/", ()) if " " not in word)
        first: dict[str, LocalLaw] = {}
        for law in laws:
            first.setdefault(law.name, law)
        for city, law in first.items():
            place = f"{city}, {guide.name}"
            names = (city, *words.cities.get(city, ()))
            title = facts.say(TITLES[audience]).format(place=place)
            yield Entry(title, f"{url}#{law.id}", "", (*names, subject), 3)
            if told:
                title = facts.say(checked).format(place=place)
                yield Entry(title, f"{_APPLICANTS}#{local_anchor(guide.place, law)}", "", names, 2)


def script(found: Iterable[Entry]) -> str:
    """Return the entries as a script."""
    # By address, so that a place's pages stand together: what is alike packs well.
    told = sorted(found, key=lambda entry: (entry.url, entry.title))
    rows = [[e.title, e.url, e.text, "|".join(e.words), e.rank] for e in told]
    return marks.plain(as_script(VARIABLE, rows))
