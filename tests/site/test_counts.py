"""Every count and list in the site's prose, maps and tables is the one the YAML gives."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from record_relief.derive import site as derived
from record_relief.derive.labels import LABELS
from record_relief.derive.questions import topics
from record_relief.derive.questions.base import Row
from record_relief.source.coded import LAW_FIELDS
from record_relief.source.model import StatesFile

from tests import plain_data, recount
from tests.built_site import Page, Site, after, href, slug, squash, text_of
from tests.recount import NOT_COVERED, Answers, label

Facts = dict[str, Any]
Places = dict[str, Facts]

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    *recount.LAW_FIELDS,
    "coverage",
    "first-law",
    *recount.OF_WAYS,
    *recount.DUTIES,
    *recount.RULES,
    "medicaid-list",
)
# The pages on which a question's sentence stands, beside its own.
OPENINGS = {
    "/": ["coverage"],
    "/compare/": ["coverage"],
    "/employers/": ["private-employers", "public-employers", "cleared-records", "lookback"],
    "/landlords/": ["housing"],
    "/medical-sanctions/": ["medicaid-list"],
}
# Coded values of the main law that stand in the big table and have no question of their own.
OWN_COLUMNS = (
    "age",
    "nexus.standard",
    "timing.sentence_complete",
    "hearing.rule",
    "consolidation.rule",
)
LAW_COUNTS = {
    "How the offense must be linked": "nexus.standard",
    "say about a hearing": "hearing.rule",
}
# The mark of what an answer rests on: its first letters, then its words.
MARKS = {
    "words": " Wor words of the law",
    "silence": " Sil silence of the law",
    "weaker": " Oth other words",
    "unconfirmed": " Not (not confirmed)",
}
# The same in a legend and in a table, where it runs on from nothing.
LETTERS = {kind: re.sub("[()]", "", mark).strip() for kind, mark in MARKS.items()}
WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
EARLY_2024 = "2024-01-01"


def number(value: int) -> str:
    """Return a count as prose has it."""
    return ("no" if value == 0 else WORDS[value]) if value < len(WORDS) else f"{value:,}"


@pytest.fixture(scope="module")
def clauses(data: StatesFile) -> dict[str, dict[str, str]]:
    """How each answer stands in a sentence, by question."""
    found = topics(data.jurisdictions)
    return {topic.id: {answer.key: answer.clause for answer in topic.answers} for topic in found}


def sentence(
    answers: Answers, clauses: dict[str, dict[str, str]], question: str, order: list[str]
) -> str:
    """Return a question's sentence, with the answers in the order of its page."""
    counts = Counter(answers[question].values())
    asked = [key for key in order if key != NOT_COVERED]
    parts = [f"in {counts[key]}, {clauses[question][key] or label(question, key)}" for key in asked]
    return f"Of {sum(counts[key] for key in asked)} places: {'; '.join(parts)}."


def keys_on(page: Page, question: str, answers: Answers) -> list[str]:
    """Return the answers in the order of a question's page."""
    by_id = {key.replace("_", "-"): key for key in set(answers[question].values())}
    return [by_id[str(group.attributes["id"])] for group in page.all("section.group")]


def order_of(site: Site, question: str, answers: Answers) -> list[str]:
    return keys_on(site.question(question), question, answers)


def names(places: Places, codes: list[str]) -> str:
    """Return places as in prose: "Maine, Ohio and the federal system"."""
    told = ["the federal system" if code == "US" else places[code]["name"] for code in codes]
    return (
        f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told) or "no place"
    )


def begun(law: Facts) -> str:
    """Return the first day of a law, as far as the data knows it; "" where it does not."""
    enacted = law["enacted"]["year"] if law["enacted"] else None
    amended = law["last_amended"]["year"] if law["last_amended"] else None
    effective = law["effective"]
    of_amendment = effective and amended and effective.year >= amended and enacted != amended
    if effective and not of_amendment:
        return str(effective)
    return f"{enacted}-06-30" if enacted else ""


def coverage_early_2024(place: Facts) -> str:
    return recount.coverage([law for law in place["relief"] if begun(law) <= EARLY_2024])


def limit(row: Row) -> str:
    """Return for whom alone an answer holds, as pages say it."""
    return " (only for some)" if row.for_some else f" ({row.part})" if row.part else ""


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_page(
    question: str,
    site: Site,
    places: Places,
    answers: Answers,
    clauses: dict[str, dict[str, str]],
    facts: derived.Facts,
) -> None:
    """Its sentence, its lists and its table are those of the recount, mark by mark."""
    page = site.question(question)
    rows = facts.comparison(question).by_code
    order = keys_on(page, question, answers)
    assert set(order) == set(answers[question].values())
    assert not page.missing(sentence(answers, clauses, question, order))
    marked = recount.marked(list(places.values()), question)
    for group, key in zip(page.all("section.group"), order, strict=True):
        codes = [code for code, answer in answers[question].items() if answer == key]
        rests = {code: MARKS.get(recount.rests(places[code], question), "") for code in codes}
        expected = [
            places[code]["name"]
            + (rests[code] or (" (not confirmed)" if code in marked else ""))
            + limit(rows[code])
            + (" (city or county laws not read)" if rows[code].unread else "")
            for code in codes
        ]
        assert [text_of(item) for item in group.css("li")] == expected
        guides = [f"../../states/{slug(places[code]['name'])}/" for code in codes]
        assert [href(link) for link in group.css("li a")] == guides
        assert text_of(group.css_first("h3")).endswith(f"{label(question, key)} {len(codes)}")


def legend(page: Page) -> dict[str, str]:
    """Return how many answers rest on each kind, as the page counts them."""
    kinds = {mark: kind for kind, mark in LETTERS.items()}
    return {
        kinds[
            f"{text_of(item.css_first('.rests'))} {text_of(item.css_first('strong')).lower()}"
        ]: text_of(item.css_first(".count"))
        for item in page.all(".rests-legend li")
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_answers_rest_on_is_explained_and_counted(
    question: str, site: Site, places: Places
) -> None:
    page = site.question(question)
    rests = Counter(kind for place in places.values() if (kind := recount.rests(place, question)))
    if not rests:
        assert not page.all(".rests")
        return
    assert legend(page) == {kind: str(rests[kind]) for kind in recount.STANDINGS}
    assert f"has a mark, {rests.total()} in all." in page.text
    marks = [text_of(mark) for mark in page.all(".rests-legend .rests")]
    words = page.texts(".rests-legend strong")
    assert [word[:3] for word in words] == marks
    assert len(set(marks)) == len(marks)
    on_the_map = {text_of(mark) for mark in page.all(".map-legend .map-mark")}
    assert on_the_map.isdisjoint(marks)


@pytest.mark.parametrize("question", recount.LAW_FIELDS)
def test_a_question_table_holds_every_law(question: str, site: Site, places: Places) -> None:
    """Each law of each place stands there with its own words and its own mark."""
    rows = [
        [text_of(cell) for cell in row.css("td")]
        for row in site.question(question).all("tbody tr")
        if row.css('td a[href*="#law-"]')
    ]
    expected = []
    for place in places.values():
        for law in place["relief"]:
            words: list[str] = []
            for field in recount.LAW_FIELDS[question]:
                found = recount.read(law, field)
                values = [found] if isinstance(found, str) else found
                words += [text for value, text in LABELS[field].items() if value in values]
            found = [recount.rests_on(place["code"], law, f) for f in recount.LAW_FIELDS[question]]
            mark = MARKS[max(found, key=recount.STANDINGS.index)]
            title = squash(law["title"])
            expected.append((f"{title} ({place['name']})", "; ".join(words) + mark))
    assert len(rows) == len(expected)
    wrong = [
        (row, told)
        for row, told in zip(rows, expected, strict=True)
        if row[0] != told[0] or not row[1].startswith(told[1])
    ]
    assert not wrong


def first_and_end(years: str) -> tuple[int, int]:
    """Return "2010-2014" as the ends of a range."""
    first, _, last = years.partition("-")
    return int(first), int(last or first) + 1


@pytest.mark.parametrize("question", recount.DUTIES)
def test_a_question_table_holds_every_state_and_city(
    question: str, site: Site, places: Places
) -> None:
    """Each span, notice or rule stands there with its place; the map counts whole places."""
    page = site.question(question)
    assert page.missing("the map shows its main law")
    shown = Counter(text_of(link) for link in page.all("tbody td a"))
    expected: Counter[str] = Counter()
    for place in places.values():
        if not (fair := place.get("fair_chance")):
            continue
        cities = {law["id"]: law["name"] for law in fair["local"]} | {None: place["name"]}
        if question == "days-to-answer":
            found = [t for t in fair["times"] if t["who"] == "employer"]
            names = [cities[t["local"]] for t in found if t["purpose"] in ("answer", "wait")]
        elif question == "notice":
            found = [n for n in fair["notices"] if n["names"] != "unspecified"]
            found = [n for n in found if "private_employers" in n["binds"]]
            names = [cities[n["local"]] for n in found if n["who"] == "employer"]
        else:
            found = [x for x in fair["local"] if "landlords" in x["binds"]]
            # Also those whose rule could not be read.
            names = [x["name"] for x in found if x["rule"] != "none" and x["status"] != "ended"]
            names.append(place["name"])
        expected.update(f"{name} ({place['name']})" for name in names)
    assert shown == expected


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if q not in (*recount.LAW_FIELDS, *recount.DUTIES)]
)
def test_a_table_of_places_has_no_column_of_laws(
    question: str, site: Site, places: Places, answers: Answers
) -> None:
    page = site.question(question)
    assert [text_of(cell) for cell in page.all("thead th")] == ["Place", "Answer"]
    # Below a place's answer may stand what is named beside it.
    rows = [row for row in page.all("tbody tr") if row.css_first("th")]
    assert [text_of(row.css_first("th")) for row in rows] == [p["name"] for p in places.values()]
    for row, code in zip(rows, places, strict=True):
        (cell,) = row.css("td")
        told = text_of(cell)
        if question == "first-law" and told[:4].isdigit():  # the year, not its group
            assert int(told[:4]) in range(*first_and_end(answers[question][code])), code
        else:
            assert told.startswith(label(question, answers[question][code])), code
    assert page.missing("more than one law")


@pytest.mark.parametrize("path", OPENINGS)
def test_sentences_on_other_pages(
    path: str, site: Site, answers: Answers, clauses: dict[str, dict[str, str]]
) -> None:
    expected = [sentence(answers, clauses, q, order_of(site, q, answers)) for q in OPENINGS[path]]
    assert not site[path].missing(*expected)
    assert len(re.findall(r"Of \d+ places:", site[path].text)) == len(expected)


def test_every_legend(site: Site, answers: Answers) -> None:
    """On every page with a map, each answer has its count."""
    seen = 0
    for page in site.english:
        for figure in page.all("figure.map"):
            map_title = str(figure.css_first("svg title").attributes["id"])
            question = map_title.removeprefix("map-").removesuffix("-title")
            order = order_of(site, question, answers)
            counts = Counter(answers[question].values())
            shown = [
                (
                    text_of(item.css_first(".map-legend-label")),
                    text_of(item.css_first(".map-legend-count")),
                )
                for item in figure.css(".map-legend li")
            ]
            assert shown == [(label(question, key), str(counts[key])) for key in order], page
            seen += 1
    assert seen >= len(QUESTIONS) + 3


def test_the_comparison_table(
    site: Site, places: Places, answers: Answers, facts: derived.Facts
) -> None:
    """All questions by all places, a star where an answer is marked, and for whom alone it holds.

    What the star means stands between the places side by side and the table.
    """
    page = site["/compare/"]
    heads = [href(link).strip("/") for link in page.all(".wide thead a")]
    assert sorted(heads) == sorted(QUESTIONS)
    columns = [str(node.attributes["data-id"]) for node in page.all(".wide thead th[data-id]")]
    assert columns[: len(heads)] == heads
    own = dict(zip(columns[len(heads) :], (*OWN_COLUMNS, "kind"), strict=True))
    marked = {question: recount.marked(list(places.values()), question) for question in heads}
    rows = page.all(".wide tbody tr")
    cards = page.all(".cards li")
    assert not page.missing(f"{len(places)} places and their answer to each question")
    star = page.all("#side ~ .quiet:has(~ .wide)")
    assert [text_of(words)[:24] for words in star] == ["“*” means not confirmed."]
    for row, card, (code, place) in zip(rows, cards, places.items(), strict=True):
        told = {
            q: label(q, answers[q][code])
            + ("*" if code in marked[q] else "")
            + limit(facts.comparison(q).by_code[code])
            for q in heads
        }
        assert text_of(row.css_first("th")) == text_of(card.css_first("strong")) == place["name"]
        law = recount.main_law(place)
        for column, field in own.items():
            told[column] = "No law for survivors found"
            if column == "kind":
                told[column] = LABELS["kind"][place["kind"]]
            elif law:
                star = {field, field.partition(".")[0]} & set(law["unconfirmed"])
                told[column] = LABELS[field][recount.read(law, field)] + ("*" if star else "")
        assert [text_of(cell) for cell in row.css("td")] == list(told.values())
        shown = [text_of(cell) for cell in card.css("dd")]
        assert shown == [told["coverage"], told["offenses"], told["cost"]]


def test_how_the_laws_spread(site: Site, places: Places) -> None:
    """Year by year, a place has a law from the year of the first it still has."""
    rows = site["/compare/"].all("#spread tbody tr")
    first = {code: year for code, p in places.items() if (year := recount.first_year(p))}
    for row in rows:
        year = int(text_of(row.css_first("th")))
        count = sum(begun <= year for begun in first.values())
        assert text_of(row.css("td")[0]) == str(count), year
    years = [int(text_of(row.css_first("th"))) for row in rows]
    assert years == list(range(min(first.values()), years[-1] + 1))
    last: dict[str, str] = {}
    for step in site["/compare/"].all("#spread [data-place]"):
        last[str(step.attributes["data-place"]).upper()] = str(step.attributes["data-to"])
    assert last == {code: recount.coverage(places[code]["relief"]) for code in first}
    unknown = site["/compare/"].texts("a[data-unknown]")
    assert unknown == [p["name"] for c, p in places.items() if p["relief"] and c not in first]


def test_the_progress_table_is_the_published_method(
    site: Site, places: Places, answers: Answers
) -> None:
    """The points of each place, worked out again from the table of points on the page itself."""
    page = site["/compare/progress/"]
    points: list[dict[str, str]] = []
    for section in page.all("section[id^=e-]"):
        rows = section.css(".judgements > div")
        points.append({text_of(r.css_first("dt")): text_of(r.css_first("strong")) for r in rows})
        assert all(text_of(row.css_first("dd"))[2:] for row in rows), "a judgement without reason"
    elements = (
        "remedies",
        "records",
        "offenses",
        "decision",
        "nexus.standard",
        "timing",
        "hearing.rule",
        "proof",
        "documents",
        "privacy",
    )
    rows = page.all(".progress tbody tr")
    counted: Counter[str] = Counter()
    for row, (code, place) in zip(rows, places.items(), strict=True):
        law = recount.main_law(place)
        total, *cells = [text_of(cell) for cell in row.css("td")]
        if not law:
            assert total == "0"
            continue
        told = [
            table[
                LABELS[name][recount.read(law, name)]
                if "." in name
                else label(name, answers[name][code])
            ]
            for name, table in zip(elements, points, strict=True)
        ]
        assert [cell.split()[0] for cell in cells] == told, code
        rests = [
            recount.rests_on(code, law, name) if "." in name else recount.rests(place, name)
            for name in elements
        ]
        assert [cell.partition(" ")[2] for cell in cells] == [LETTERS[kind] for kind in rests]
        counted.update(rests)
        low = sum(int(found) for found in told if found != "?")
        high = low + 3 * told.count("?")
        assert total == (f"{low}–{high}" if high > low else str(low))
        gains = {3 - int(found) for found in told if found != "?"} - {0}
        item = text_of(page.one(f"#p-{code.lower()}"))
        assert all(f"+{gain}:" in item for gain in gains), item
    assert legend(page) == {kind: str(counted[kind]) for kind in recount.STANDINGS}
    for row in page.all(".changes-table tbody tr"):
        best, less, unknown, added = (int(text_of(cell)) for cell in row.css("td"))
        assert best + less + unknown == sum(bool(p["relief"]) for p in places.values())
        assert less <= added <= 3 * less


def test_the_tables_of_counts(site: Site, places: Places, answers: Answers) -> None:
    """Each small table in the explainers counts places by answer, or laws by coded value."""
    by_ask = {site.question(question).texts("p.lead")[0]: question for question in QUESTIONS}
    laws = [law for place in places.values() for law in place["relief"]]
    seen = 0
    for page in site.english:
        for table in page.all("table.counts"):
            seen += 1
            caption = text_of(table.css_first("caption"))
            shown = [
                (text_of(row.css_first("th")), text_of(row.css_first("td")))
                for row in table.css("tbody tr")
            ]
            if caption in by_ask:
                question = by_ask[caption]
                counts = Counter(answers[question].values())
                order = [key for key in order_of(site, question, answers) if key != NOT_COVERED]
                expected = [(label(question, key), str(counts[key])) for key in order]
                note = text_of(next(node for node in after_table(table)))
                marked = len(recount.marked(list(places.values()), question))
                told = number(marked).capitalize()
                assert not marked or note.startswith((f"{told} place ", f"{told} places ")), page
            else:
                (field,) = (f for part, f in LAW_COUNTS.items() if part in caption)
                found = Counter(recount.read(law, field) for law in laws)
                expected = [
                    (text, str(found[value]))
                    for value, text in LABELS[field].items()
                    if found[value]
                ]
                assert f"{len(laws)} laws" in caption
            assert shown == expected, f"{page}: {caption}"
    assert seen


def after_table(table: Any) -> list[Any]:
    return [node for node in after(table) if node.tag != "-text"]


def test_places_without_a_law(site: Site, places: Places) -> None:
    """The page names the places of today and of early 2024, and what has changed since."""
    page = site["/learn/no-law/"]
    today = {code: recount.coverage(place["relief"]) for code, place in places.items()}
    then = {code: coverage_early_2024(place) for code, place in places.items()}

    def told(groups: dict[str, str], coverage: str) -> str:
        return names(places, [code for code, found in groups.items() if found == coverage])

    changed = [code for code in places if today[code] != then[code]]
    minors = list(today.values()).count("minors_only")
    any_adult = "A law that any adult may use, but only for prostitution-type convictions"
    missing = page.missing(
        f"Of {len(places)} places, we found no law made for survivors in "
        f"{number(list(today.values()).count('none'))}, and a law only for people who were minors "
        f"in {number(minors)}.",
        f"No law found: {told(today, 'none')}.",
        f"Only for people who were minors: {told(today, 'minors_only')}.",
        f"{any_adult}: {told(today, 'open')}.",
        f"No law found: {told(then, 'none')}.",
        f"Only for people who were minors: {told(then, 'minors_only')}.",
        f"another group now than on that day: {names(places, changed)}.",
        *(
            places[code]["summary"]
            for code, found in today.items()
            if found in ("none", "minors_only")
        ),
    )
    assert not missing
    assert f"{number(len(changed))} place" in page.text.lower()
    for code in changed:
        before, now = (LABELS["coverage"][group[code]].lower() for group in (then, today))
        assert f"Then: {before}. Now: {now}." in page.text
        events = [e["what"] for e in places[code]["history"] if (e["year"] or 0) >= 2024]
        assert not page.missing(*events)


def test_laws_and_bills_since_early_2024(site: Site, places: Places) -> None:
    page = site["/learn/no-law/"]
    acts = {
        code: {
            (act["year"], recount.named(act))
            for law in place["relief"]
            for act in (law["enacted"], law["last_amended"])
            if act and (act["year"] or 0) >= 2024
        }
        for code, place in places.items()
    }
    listed = {code: found for code, found in acts.items() if found}
    assert f"Since 2024 began, {number(len(listed))} places have made or changed" in page.text
    lines = [node for node in page.all("dl > div") if node.css('a[href$="#history"]')]
    assert [text_of(line.css_first("a")) for line in lines] == [places[c]["name"] for c in listed]
    for line, found in zip(lines, listed.values(), strict=True):
        for year, act in found:
            assert str(year) in text_of(line)
            assert squash(act) in text_of(line)
    pending = [place for place in places.values() if place["pending"]]
    assert f"In all, {number(len(pending))} places had a bill" in page.text
    few = [p for p in pending if p["coverage"] in ("none", "minors_only", "open")]
    told = [bill["title"] or bill["note"] for place in few for bill in place["pending"]]
    assert not page.missing(*told)
    unknown = sum(bool(p["relief"]) and not recount.first_year(p) for p in places.values())
    assert f"{number(unknown).capitalize()} places have no law whose year we know" in page.text


def test_sentences_with_counts(raw: Facts, site: Site, places: Places, answers: Answers) -> None:
    """Every other sentence of the hand-written pages that counts something."""
    total = len(places)
    cleared = Counter(answers["cleared-records"].values())
    may_deny = number(cleared["both"] + cleared["may_deny"])
    may_not_ask = number(cleared["both"] + cleared["may_not_ask"])
    asked = total - cleared[NOT_COVERED]
    local = number(sum(any("name" in entry for entry in p["help"]) for p in places.values()))
    owns = [p["own_record"] for p in places.values() if p["own_record"]["agency"]]
    fees = number(sum(bool(own["fee"]) for own in owns))
    laws = [law for p in places.values() for law in p["relief"]]
    rules = [p["fair_chance"] for p in places.values() if p.get("fair_chance")]
    marks = sum(len(part["unconfirmed"]) for part in (*laws, *rules))
    facts = len(raw["facts"])
    unread = sum(not fact["confirmed"] for fact in raw["facts"])
    sources = len(raw["sources"]) + sum(len(p["sources"]) for p in places.values())
    for code, place in places.items():
        known = {source["url"] for source in place["sources"]}
        texts = plain_data.evidence(code)["texts"]
        sources += sum(text["url"] not in known for text in texts)
    pending = number(sum(bool(p["pending"]) for p in places.values())).capitalize()
    federal = number(len(places["US"]["relief"]))
    expected = {
        "/": [f"Here is what each of {total} places allows"],
        "/learn/": [f"a guide for each of {total} places"],
        "/learn/sealing-expungement-vacatur/": [
            f"in {asked} places:",
            f"In {may_deny}, a rule may let you say",
            f"In {may_not_ask}, a rule tells employers not to ask. "
            f"{number(cleared['both']).capitalize()} places have both.",
        ],
        "/learn/after-the-order/": [f"in {may_deny} of {asked} places we looked at"],
        "/learn/own-record/": [
            f"an office to ask in {number(len(owns))} of {total} places. For {fees} of these"
        ],
        "/learn/talking-to-a-lawyer/": [f"local help in {local} of {total} places"],
        "/learn/federal-law/": [
            f"There are {federal} things you may ask for",
            f"the first of the {federal}:",
        ],
        "/resources/": [f"local help in {local} of {total} places"],
        "/about/": [
            f"Guides for {total} places",
            f"{len(laws)} laws, each with",
            f"{facts} facts on",
            f"{number(sources)} sources",
            f"{number(marks)} fields in the guides carry this mark",
            f"and {number(unread)} of the {number(facts)} other facts",
            f"{pending} places had a bill that was open",
        ],
    }
    wrong = {path: site[path].missing(*told) for path, told in expected.items()}
    assert not {path: told for path, told in wrong.items() if told}
    only_national = [c for c, p in places.items() if not any("name" in e for e in p["help"])]
    told = f"We found only national help so far in {names(places, only_national)}."
    assert not site["/resources/"].missing(told)


def test_no_count_is_typed_by_hand() -> None:
    """The words of the pages hold no number of places, laws or the like: the data gives them."""
    typed = re.compile(
        rf"\b({'|'.join(WORDS[3:])}|\d+)\s+(states|places|territories|jurisdictions|laws|sources)\b",
        re.IGNORECASE,
    )
    files = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("overrides/**/*.html")]
    found = [
        f"{file.name}: {hit[0]}"
        for file in files
        for hit in typed.finditer(re.sub(r"{{.*?}}|{%.*?%}", "", file.read_text(), flags=re.DOTALL))
    ]
    assert files
    assert not found


def test_what_the_answers_rest_on_is_counted_on_the_page_about_method(
    site: Site, places: Places
) -> None:
    page = site["/about/"]
    laws = [(code, law) for code, place in places.items() for law in place["relief"]]
    fields = [field.path for field in LAW_FIELDS]
    counts = Counter(recount.rests_on(code, law, path) for code, law in laws for path in fields)
    rows = page.all("#rests-table tbody tr")
    assert [text_of(row.css("td")[-1]) for row in rows] == [
        str(counts[kind]) for kind in recount.STANDINGS
    ]
    partly = [
        code
        for code, place in places.items()
        if any(
            plain_data.evidence(code)["laws"][law["id"]]["read"] != "whole"
            for law in place["relief"]
        )
    ]
    told = f"{number(len(partly)).capitalize()} place"
    assert not page.missing(f"That makes {counts.total():,} answers.", told, names(places, partly))


def test_the_groups_on_the_page_about_method(site: Site, places: Places) -> None:
    counts = Counter(recount.coverage(place["relief"]) for place in places.values())
    (table,) = (
        table
        for table in site["/about/"].all("table")
        if "groups" in text_of(table.css_first("caption"))
    )
    shown = {
        text_of(row.css_first("th")): text_of(row.css("td")[-1]) for row in table.css("tbody tr")
    }
    assert shown == {words: str(counts[key]) for key, words in LABELS["coverage"].items()}
