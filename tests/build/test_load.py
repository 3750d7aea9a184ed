"""Loading: data is refused whatever is wrong with it, with its line, its field and why."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_relief.build.load import Loaded, load, main_check
from record_relief.source.problems import DataError, Problem
from record_relief.source.values import CODES

from tests.builders import (
    DATA,
    LAW,
    MARK,
    TODAY,
    marked,
    other_place,
    raw_place,
    raw_states,
    replaced,
    states_yaml,
    write_evidence,
)

Load = Callable[..., Loaded]


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    """Load a text as if it were the data file, on the day the small file was checked."""

    def load_text(text: str, today: date = TODAY) -> Loaded:
        path = tmp_path / "states.yaml"
        path.write_text(text, encoding="utf-8")
        write_evidence(tmp_path)
        return load(path, filename="data/states.yaml", today=today)

    return load_text


def problems_of(load_text: Load, text: str) -> list[Problem]:
    with pytest.raises(DataError) as caught:
        load_text(text)
    return caught.value.problems


def test_the_small_file_is_right(load_text: Load) -> None:
    loaded = load_text(states_yaml())
    assert loaded.warnings == []
    assert [place.code for place in loaded.data.jurisdictions] == list(CODES)


# What is wrong: the text as it should be, the text with the error, the field as an editor knows it,
# what the message must say, and more replacements where it takes more than one. The mark stands on
# the line where the problem must show.
Broken = tuple[Any, ...]

SHAPE: dict[str, Broken] = {
    "unknown section": (
        "\nglossary:\n",
        "\n▶glosary: []\nglossary:\n",
        "glosary",
        ("is not a field here", '(did you mean "glossary"?)', "allowed: organisations, topics,"),
    ),
    "unknown key of a place": (
        "  coverage_note: The law helps",
        "▶  coverage_notes: x\n  coverage_note: The law helps",
        "NY.coverage_notes",
        ('(did you mean "coverage_note"?)', "allowed: code, name, kind, language,"),
    ),
    "unknown key of a law": (
        "    where: The court",
        "▶    were: x\n    where: The court",
        "NY.relief[0].were",
        ('(did you mean "where"?)', "allowed: id, title, citation,"),
    ),
    "unknown key deep inside": (
        "      standard: preponderance\n",
        "      standard: preponderance\n▶      strength: high\n",
        "NY.relief[0].proof.strength",
        ("is not a field here; allowed: standard, text",),
    ),
    "unknown key of an optional part": (
        "        threshold: 10\n",
        "        threshold: 10\n▶        thresholds: '10'\n",
        "NY.fair_chance.employment.private.thresholds",
        ('(did you mean "threshold"?)', "allowed: next, rule, ask, text, citation, citation_note"),
    ),
    "unknown key of a fact": (
        "  status: unclear\n",
        "  status: unclear\n▶  state: NY\n",
        "facts.rent-rule.state",
        ("is not a field here", "allowed: id, topic, text, who, status"),
    ),
    "number as key": (
        "  status: unclear\n",
        "  status: unclear\n▶  7: x\n",
        "facts.rent-rule.7",
        ("is not a field here",),
    ),
    "missing field of a place": (
        "- code: NY\n  name: New York\n  kind: state\n",
        "- ▶code: NY\n  name: New York\n",
        "NY",
        ('lacks the field "kind"',),
    ),
    "missing field of a law": (
        "  - id: vacatur\n    title: Motion to vacate\n",
        "▶  - id: vacatur\n",
        "NY.relief[0]",
        ('lacks the field "title"',),
    ),
    "missing field deep inside": (
        "    timing:\n      wait: none\n",
        "▶    timing:\n",
        "NY.relief[0].timing",
        ('lacks the field "wait"',),
    ),
    "missing section of a place": (
        "  pending:\n  - bill: S 1\n    session: 2025-2026\n    title: A bill\n"
        "    status: In committee.\n    as_of: 2026-03\n    url: https://bills.example/1\n"
        "    sources: [S3]\n",
        "",
        "NY",
        ('lacks the field "pending"',),
        ("- code: NY\n", "- ▶code: NY\n"),
    ),
    "empty section of the file": (
        "glossary:\n- id: vacate\n  term: Vacate\n  forms: [vacate, vacated]\n"
        "  meaning: To cancel a conviction.\n",
        "▶glossary:\n",
        "glossary",
        ("is an empty value; it must be a list of entries",),
    ),
    "empty list as section of the file": (
        "glossary:\n- id: vacate\n  term: Vacate\n  forms: [vacate, vacated]\n"
        "  meaning: To cancel a conviction.\n",
        "▶glossary: []\n",
        "glossary",
        ("is an empty list; it must be a list of entries",),
    ),
    "section that is a mapping": (
        "glossary:\n- id: vacate\n  term",
        "▶glossary:\n  id: vacate\n  term",
        "glossary",
        ("is a mapping; it must be a list of entries",),
    ),
    "missing section of the file": (
        "glossary:\n- id: vacate\n  term: Vacate\n  forms: [vacate, vacated]\n"
        "  meaning: To cancel a conviction.\n",
        "",
        "glossary",
        ("is missing",),
        ("# yaml-language-server", "▶# yaml-language-server"),
    ),
    "law that is a word": (
        "  - organisation: national-hotline\n  fair_chance:",
        "▶  - national-hotline\n  fair_chance:",
        "NY.help[1]",
        ('is "national-hotline"; it must be a mapping',),
    ),
    "entry that is a word": (
        "practices:\n- id: ask-late\n",
        "practices:\n▶- ask-late\n- id: ask-late\n",
        "practices[0]",
        ('is "ask-late"; it must be a mapping',),
    ),
    "key twice": (
        "      standard: preponderance\n",
        "      standard: preponderance\n▶      standard: other\n",
        "NY.relief[0].proof.standard",
        ("stands twice (first on line ",),
    ),
    "alias": (
        "    effect: The court cancels the case.\n",
        "▶    effect: *a\n",
        "NY.relief[0].effect",
        ("is an alias of another value; write the value out",),
        ("  name: The Hotline\n  url", "  name: &a Hotline\n  url"),
    ),
    "custom tag": (
        "    effect: The court cancels the case.\n",
        "▶    effect: !!python/object/apply:os.getcwd []\n",
        "NY.relief[0].effect",
        ("has the tag tag:yaml.org,2002:python/object/apply:os.getcwd; only plain values",),
    ),
}  # fmt: skip

VALUES: dict[str, Broken] = {
    "value outside the list": (
        "      standard: preponderance\n",
        "▶      standard: prepondrance\n",
        "NY.relief[0].proof.standard",
        (
            '"prepondrance" is not one of preponderance, clear_and_convincing, other, unspecified '
            '(did you mean "preponderance"?)',
        ),
    ),
    "value outside the list, in a list": (
        "    remedies: [vacate, seal]\n",
        "▶    remedies: [vacate, seals]\n",
        "NY.relief[0].remedies[1]",
        ('"seals" is not one of vacate, set_aside,', '(did you mean "seal"?)'),
    ),
    "value in capitals": (
        "  coverage: full\n",
        "▶  coverage: Full\n",
        "NY.coverage",
        ('"Full" is not one of full, partial, minors_only, open, none',),
    ),
    "unknown question": (
        "  varies_by: [cleared-records, proof]\n",
        "▶  varies_by: [cleared-records, proofs]\n",
        "myths.never-shows.varies_by[1]",
        ('"proofs" is not one of coverage, trafficking,', '(did you mean "proof"?)'),
    ),
    "yes without quotes": (
        "      sentence_complete: 'no'\n",
        "▶      sentence_complete: no\n",
        "NY.relief[0].timing.sentence_complete",
        ("false (a truth value; quote yes and no to make them text)", "yes, no, unspecified"),
    ),
    "truth value as text": (
        "    agency: State Police\n",
        "▶    agency: yes\n",
        "NY.own_record.agency",
        ("is true (a truth value; quote yes and no to make them text); it must be text",),
    ),
    "text as truth value": (
        "    url: https://senate.example/\n    confirmed: false\n",
        "    url: https://senate.example/\n▶    confirmed: 'false'\n",
        "NY.official_code.confirmed",
        ('is "false"; it must be true or false',),
    ),
    "number as text": (
        "    phone: 212-555-0100\n",
        "▶    phone: 2125550100\n",
        "NY.help[0].phone",
        ("is 2125550100 (a number); it must be text",),
    ),
    "date as text": (
        "    session: 2025-2026\n",
        "▶    session: 2025-01-01\n",
        "NY.pending[0].session",
        ("is 2025-01-01 (a date); it must be text",),
    ),
    "text as number": (
        "        years: 7\n",
        "▶        years: seven\n",
        "NY.fair_chance.employment.lookback.years",
        ('is "seven"; it must be a whole number',),
    ),
    "fraction as number": (
        "        years: 7\n",
        "▶        years: 7.5\n",
        "NY.fair_chance.employment.lookback.years",
        ("is 7.5 (a number); it must be a whole number",),
    ),
    "part of a year without words": (
        "        years: 0.16\n",
        "▶        years: 0.3\n",
        "NY.ways[1].wait.non_conviction.years",
        (
            "0.3 (a number) has no words; whole years are allowed, or one of 0.05, 0.08, 0.16, "
            "0.17, 0.25, 0.49, 0.5, 0.58, 1.08, 1.5",
        ),
    ),
    "years in words": (
        "        years: 0.16\n",
        "▶        years: two months\n",
        "NY.ways[1].wait.non_conviction.years",
        ('is "two months"; it must be a number',),
    ),
    "no number at all": (
        "        years: 0.16\n",
        "▶        years: .nan\n",
        "NY.ways[1].wait.non_conviction.years",
        ("is nan (a number); it must be a number",),
    ),
    "a clock nobody knows": (
        "        from: disposition\n",
        "▶        from: dispositions\n",
        "NY.ways[1].wait.non_conviction.from",
        (
            '"dispositions" is not one of sentence, release, conviction, arrest, charge, '
            'disposition, age, other (did you mean "disposition"?)',
        ),
    ),
    "a field a wait does not have": (
        "        from: disposition\n",
        "        from: disposition\n▶        start: arrest\n",
        "NY.ways[1].wait.non_conviction.start",
        ("is not a field here; allowed: years, longest, from, by",),
    ),
    "quoted year": (
        "    enacted:\n      year: 2010\n",
        "    enacted:\n▶      year: '2010'\n",
        "NY.relief[0].enacted.year",
        ('is "2010"; it must be a whole number',),
    ),
    "year before all such laws": (
        "    enacted:\n      year: 2010\n",
        "    enacted:\n▶      year: 201\n",
        "NY.relief[0].enacted.year",
        ("201 (a number) is too low; at least 1990 is allowed",),
    ),
    "quoted date": (
        "  checked: 2026-11-22\n",
        "▶  checked: '2026-11-22'\n",
        "NY.checked",
        ('is "2026-11-22"; it must be a date such as 2026-03-31, without quotes',),
    ),
    "date with a time": (
        "  checked: 2026-11-22\n",
        "▶  checked: 2026-11-22 10:30:00\n",
        "NY.checked",
        ("is 2026-11-22 10:30:00 (a date); it must be a date",),
    ),
    "partial date in words": (
        "    as_of: 2026-03\n",
        "▶    as_of: March 2026\n",
        "NY.pending[0].as_of",
        ('"March 2026" is not a date: write 2026, 2026-03 or 2026-03-31, in quotes',),
    ),
    "partial date with a thirteenth month": (
        "    as_of: 2026-03\n",
        "▶    as_of: 2026-13\n",
        "NY.pending[0].as_of",
        ('"2026-13" is not a date: write 2026, 2026-03',),
    ),
    "partial date with a thirtieth of February": (
        "    as_of: 2026-03\n",
        "▶    as_of: '2026-02-30'\n",
        "NY.pending[0].as_of",
        ('"2026-02-30" is not a date: write 2026, 2026-03',),
    ),
    "empty text": (
        "    where: The court of the case\n",
        "▶    where: ''\n",
        "NY.relief[0].where",
        ("is empty",),
    ),
    "nothing where there must be text": (
        "    where: The court of the case\n",
        "▶    where:\n",
        "NY.relief[0].where",
        ("is an empty value; it must be text",),
    ),
    "list as text": (
        "    where: The court of the case\n",
        "▶    where: [The court of the case]\n",
        "NY.relief[0].where",
        ("is a list; it must be text",),
    ),
    "text as list": (
        "    remedies: [vacate, seal]\n",
        "▶    remedies: vacate\n",
        "NY.relief[0].remedies",
        ('is "vacate"; it must be a list',),
    ),
    "mapping where there must be text": (
        "    effect: The court cancels the case.\n",
        "▶    effect: {before: x, after: y}\n",
        "NY.relief[0].effect",
        ("is a mapping; it must be text",),
    ),
    "text where there must be a mapping": (
        "    prosecutor:\n      text: The other side may speak.\n",
        "▶    prosecutor: The other side may speak.\n",
        "NY.relief[0].prosecutor",
        ('is "The other side may speak."; it must be a mapping',),
    ),
    "law without a remedy": (
        "    remedies: [vacate, seal]\n",
        "▶    remedies: []\n",
        "NY.relief[0].remedies",
        ("is empty",),
    ),
    "empty step": (
        "    - Get your record.\n",
        "▶    -\n",
        "NY.relief[0].steps[0]",
        ("is an empty value; it must be text",),
    ),
    "ftp address": (
        "    url: https://laws.example/1\n",
        "▶    url: ftp://laws.example/1\n",
        "NY.relief[0].url",
        ('"ftp://laws.example/1" is not a web address: it must begin with http:// or https://',),
    ),
    "javascript address": (
        "    url: https://police.example/\n",
        "▶    url: javascript:alert(1)\n",
        "NY.own_record.url",
        ('"javascript:alert(1)" is not a web address',),
    ),
    "address without a scheme": (
        "    url: https://police.example/\n",
        "▶    url: //police.example/\n",
        "NY.own_record.url",
        ('"//police.example/" is not a web address',),
    ),
    "address with a space": (
        "    url: https://police.example/\n",
        "▶    url: https://police.example/a b\n",
        "NY.own_record.url",
        ('"https://police.example/a b" is not a web address',),
    ),
    "id with a space": (
        "- id: ask-late\n",
        "▶- id: ask late\n",
        "practices.ask late.id",
        ('"ask late" does not have the form ^[A-Za-z0-9]+',),
    ),
}  # fmt: skip

MEANING: dict[str, Broken] = {
    "impossible date": (
        "  checked: 2026-11-22\n",
        "▶  checked: 2026-02-30\n",
        "NY.checked",
        ('"2026-02-30" is not a value of this kind',),
    ),
    "missing place": (
        other_place("WY"),
        "",
        "jurisdictions",
        ("lacks WY",),
        ("\njurisdictions:\n", "\n▶jurisdictions:\n"),
    ),
    "unknown place": (
        other_place("WY"),
        other_place("WY") + other_place("ZZ").replace("- code", "▶- code"),
        "ZZ.code",
        ('"ZZ" is not one of AL, AK,',),
    ),
    "name twice": (
        "  name: New York\n",
        "  name: Place NC\n",
        "NC.name",
        ('"Place NC" stands 2 times',),
        ("- code: NC\n  name: Place NC\n", "- code: NC\n▶  name: Place NC\n"),
    ),
    "law id twice": (
        LAW,
        LAW + LAW.replace("  - id", "▶  - id"),
        "NY.relief[1].id",
        ('"vacatur" stands 2 times',),
    ),
    "code twice": (
        other_place("WY"),
        other_place("WY") + other_place("WY").replace("- code", "▶- code").replace("Place", "Town"),
        "WY.code",
        ('"WY" stands 2 times',),
    ),
    "fact id twice": (
        "- id: rent-rule\n",
        "▶- id: report-rule\n",
        "facts.report-rule.id",
        ('"report-rule" stands 2 times',),
        ("    facts: [rent-rule]\n", "    facts: [report-rule]\n"),
    ),
    "source id twice in a place": (
        "  - id: F6\n",
        "  - id: F6\n    title: x\n    publisher: x\n    url: https://x.example/\n"
        "    kind: news\n    date: null\n▶  - id: F6\n",
        "NY.sources[11].id",
        ('"F6" stands 2 times',),
    ),
    "source id of a place that is shared too": (
        "  - id: S5\n",
        "▶  - id: hotline-page\n",
        "NY.sources[4].id",
        ('"hotline-page" is also the id of a shared source',),
        ("  also_read: [S5]\n", "  also_read: [hotline-page]\n"),
    ),
    "source that does not exist": (
        "    sources: [S1, S2]\n",
        "▶    sources: [S1, S2, S9]\n",
        "NY.relief[0].sources[2]",
        ('"S9" is the id of no source',),
    ),
    "source of a fact that does not exist": (
        "  sources: [report-page]\n",
        "▶  sources: [report-page, report-pages]\n",
        "facts.report-rule.sources[1]",
        ('"report-pages" is the id of no source (did you mean "report-page"?)',),
    ),
    "source of a place that nothing cites": (
        "  also_read: [S5]\n",
        "",
        "NY.sources[4].id",
        ('"S5" is cited by nothing; cite it or list it in also_read',),
        ("  - id: S5\n", "▶  - id: S5\n"),
    ),
    "shared source that nothing cites": (
        "- id: report-page\n",
        "▶- id: spare-page\n  title: x\n  publisher: x\n  url: https://x.example/\n"
        "  kind: news\n  date: null\n- id: report-page\n",
        "sources.spare-page.id",
        ('"spare-page" is cited by nothing',),
    ),
    "law without a source": (
        "    sources: [S1, S2]\n",
        "▶    sources: []\n",
        "NY.relief[0].sources",
        ("is empty",),
    ),
    "none with a law": (
        "  coverage: full\n",
        "▶  coverage: none\n",
        "NY.coverage",
        ('is "none", but the laws listed make it "full"',),
    ),
    "coverage that the laws do not bear out": (
        "      scope: any\n",
        "      scope: listed\n",
        "NY.coverage",
        ('is "full", but the laws listed make it "partial"',),
        ("  coverage: full\n", "▶  coverage: full\n"),
    ),
    "checked in the future": (
        "  checked: 2026-11-22\n",
        "▶  checked: 2026-11-23\n",
        "NY.checked",
        ("2026-11-23 lies in the future (today is 2026-11-22)",),
    ),
    "enacted in the future": (
        "    enacted:\n      year: 2010\n",
        "    enacted:\n▶      year: 2027\n",
        "NY.relief[0].enacted.year",
        ("2027 lies in the future (today is 2026-11-22)",),
    ),
    "bill seen in the future": (
        "    as_of: 2026-03\n",
        "▶    as_of: 2026-12\n",
        "NY.pending[0].as_of",
        ("2026-12 lies in the future (today is 2026-11-22)",),
    ),
    "coded value without a source": (
        "    sources: [shared-list]\n",
        "    sources: []\n",
        "NY.medicaid_list.exists",
        ("has no source and is said to be confirmed",),
        ("    exists: 'yes'\n", "▶    exists: 'yes'\n"),
        ("    also_read: [F5]\n", "    also_read: [F5, shared-list]\n"),
    ),
    "confirmed fact without a source": (
        "  confirmed: true\n  sources: [report-page]\n",
        "  confirmed: true\n▶  sources: []\n",
        "facts.report-rule.sources",
        ("is empty, but the fact is confirmed",),
        ("  sources: [hotline-page]\n", "  sources: [hotline-page, report-page]\n"),
    ),
    "unconfirmed mark on nothing": (
        "    unconfirmed: [timing.deadline, effect]\n",
        "▶    unconfirmed: [timing.deadline, timing.end]\n",
        "NY.relief[0].unconfirmed[1]",
        ('"timing.end" is not a field of this law',),
    ),
    "unconfirmed mark on nothing in fair_chance": (
        "    - field: employment.cleared_records\n",
        "▶    - field: employment.state\n",
        "NY.fair_chance.unconfirmed[0].field",
        ('"employment.state" is not a field of fair_chance',),
    ),
    "quote of 41 words": (
        "    quote: may vacate the judgment\n",
        f"▶    quote: {' '.join(['word'] * 41)}\n",
        "NY.relief[0].quote",
        ("has 41 words; at most 40 are allowed",),
    ),
    "place without help": (
        "  help:\n  - organisation: national-hotline\n  sources: []\n  notes: ''\n- code: WY\n",
        "▶  help: []\n  sources: []\n  notes: ''\n- code: WY\n",
        "WI.help",
        ("is empty; every place needs somebody to call",),
    ),
    "help that says nothing": (
        "    phone: 212-555-0100\n    text: Free help in court.\n    sources: [S4]\n",
        "    phone: 212-555-0100\n    sources: [S4]\n",
        "NY.help[0]",
        ("needs an organisation, or a name, a text and sources of its own",),
        ("  - name: Legal Aid\n", "▶  - name: Legal Aid\n"),
    ),
    "organisation that does not exist": (
        "  - organisation: national-hotline\n  fair_chance:",
        "▶  - organisation: national-hotlin\n  fair_chance:",
        "NY.help[1].organisation",
        ('"national-hotlin" is the id of no organisation (did you mean "national-hotline"?)',),
    ),
    "fact that does not exist": (
        "  varies_by: [cleared-records, proof]\n  facts: [report-rule]\n",
        "  varies_by: [cleared-records, proof]\n▶  facts: [report-rules]\n",
        "myths.never-shows.facts[0]",
        ('"report-rules" is the id of no fact (did you mean "report-rule"?)',),
    ),
    "text that is too hard": (
        "    effect: The court cancels the case.\n",
        "    effect: " + "Notwithstanding incontrovertible jurisdictional considerations, "
        "extraordinary rehabilitative determinations necessitate comprehensive "
        "administrative documentation. " * 4 + "\n",
        "NY.summary",
        ("reads at grade ", "above 8; hardest: relief.0.effect ("),
        ("  summary: You can ask", "▶  summary: You can ask"),
    ),
    "label for a person": (
        "      text: The other side may speak.\n",
        "▶      text: The prostitute may speak.\n",
        "NY.relief[0].prosecutor.text",
        ('says "prostitute"; write "survivor" or "person who was trafficked"',),
    ),
}  # fmt: skip

BROKEN = SHAPE | VALUES | MEANING


@pytest.mark.parametrize("what", BROKEN)
def test_broken_data_is_refused(load_text: Load, what: str) -> None:
    old, new, field, phrases, *more = BROKEN[what]
    text = replaced(states_yaml(), old, new)
    for change in more:
        text = replaced(text, *change)
    text, line = marked(text)
    found = problems_of(load_text, text)
    messages = [p.message for p in found if (p.line, p.field) == (line, field)]
    assert any(all(phrase in message for phrase in phrases) for message in messages), found
    assert {p.line for p in found if not p.file} == {line}


def test_the_message_reads_as_the_handbook_shows_it(load_text: Load) -> None:
    text, line = marked(
        replaced(states_yaml(), "standard: preponderance\n", f"standard: {MARK}prepondrance\n")
    )
    with pytest.raises(DataError) as caught:
        load_text(text)
    assert str(caught.value) == (
        f'data/states.yaml:{line}: NY.relief[0].proof.standard: "prepondrance" is not one of '
        'preponderance, clear_and_convincing, other, unspecified (did you mean "preponderance"?)'
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    remedies: [vacate, seal]", "    remedies: []", "is empty"),
        ("  - name: Legal Aid", "  - name: ''", "is empty"),
        (
            "- id: national-hotline\n",
            f"- id: {'n' * 1_081}\n",
            "has 1,081 characters; at most 80 are allowed",
        ),
        (
            "        years: 7\n",
            "        years: 101\n",
            "101 (a number) is too high; at most 100 is allowed",
        ),
        (
            "      year: 2010\n",
            "      year: 1066\n",
            "1066 (a number) is too low; at least 1990 is allowed",
        ),
        (
            "        years: 7\n",
            "        years: 7.5\n",
            "is 7.5 (a number); it must be a whole number",
        ),
    ],
)
def test_a_message_says_what_was_found_and_what_is_allowed(
    load_text: Load, old: str, new: str, message: str
) -> None:
    text = replaced(states_yaml(), old, new)
    assert message in [problem.message for problem in problems_of(load_text, text)]


def test_a_section_that_is_missing_is_named(load_text: Load) -> None:
    text = states_yaml().partition("glossary:\n")[0]
    found = [(p.line, p.field, p.message) for p in problems_of(load_text, text)]
    assert (1, "glossary", "is missing") in found
    assert (1, "sources", "is missing") in found


def test_warnings_stand_in_the_order_of_the_file(load_text: Load) -> None:
    found = load_text(states_yaml(), TODAY + timedelta(days=400)).warnings
    assert len(found) == len(CODES)
    assert [p.line for p in found] == sorted(p.line for p in found)


def test_a_file_has_the_name_it_was_given_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "states.yaml"
    for text in ("", "a: [", "- a\n", states_yaml().replace("coverage: full", "coverage: ful")):
        path.write_text(text)
        with pytest.raises(DataError) as caught:
            load(path, filename="data/states.yaml", today=TODAY)
        assert caught.value.filename == "data/states.yaml"


def test_a_check_calls_the_file_by_the_name_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "states.yaml"
    path.write_text(states_yaml().replace("coverage: full", "coverage: ful"))
    assert main_check(path, "data/states.yaml") == 1
    assert capsys.readouterr().out.startswith("data/states.yaml:")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "- code: NY\n",
            "is a list; it must be a mapping of organisations, topics, jurisdictions,",
        ),
        ("New York\n", 'is "New York"; it must be a mapping of'),
        ("---\n", "is an empty value; it must be a mapping of"),
        ("{}\n", "is an empty mapping; it must be a mapping of"),
    ],
    ids=["list", "text", "nothing", "empty mapping"],
)
def test_a_file_that_is_not_a_mapping(load_text: Load, text: str, phrase: str) -> None:
    problems = problems_of(load_text, text)
    assert [(p.line, p.field) for p in problems] == [(1, "")]
    assert problems[0].message.startswith(phrase)


def test_a_place_without_a_code_is_named_by_its_number(load_text: Load) -> None:
    text, line = marked(replaced(states_yaml(), "- code: NY\n  name", f"- {MARK}name"))
    found = [(p.line, p.field, p.message) for p in problems_of(load_text, text)]
    assert (line, f"jurisdictions[{CODES.index('NY')}]", 'lacks the field "code"') in found


def test_every_problem_is_reported_at_once(load_text: Load) -> None:
    # Each case whose text is still there after the ones before it.
    text, applied = states_yaml(), []
    for what in BROKEN:
        old, new, field, _phrases, *more = BROKEN[what]
        if what in MEANING or more or text.count(old) != 1:
            continue
        text = replaced(text, old, new.replace(MARK, ""))
        applied.append((what, field))
    assert len(applied) > 20
    found = problems_of(load_text, text)
    assert {field for _, field in applied} <= {p.field for p in found}
    assert [p.line for p in found] == sorted(p.line for p in found)


def test_a_broken_entry_does_not_make_others_look_wrong(load_text: Load) -> None:
    text = replaced(states_yaml(), "  kind: nonprofit\n", "  kind: nonprofits\n")
    text = replaced(text, "  name: The Hotline\n  url", "  name: 7\n  url")
    fields = {p.field for p in problems_of(load_text, text)}
    assert fields == {"organisations.national-hotline.name", "sources.hotline-page.kind"}


def test_a_check_of_long_ago_warns_and_does_not_fail(load_text: Load) -> None:
    # Only New York was checked on the small file's day; the others are moved out of the way.
    text = states_yaml().replace("\n  checked: 2026-11-21\n", "\n  checked: 2026-11-30\n")
    text, line = marked(replaced(text, "  checked: 2026-11-22\n", "▶  checked: 2026-11-22\n"))
    assert load_text(text, TODAY + timedelta(days=365)).warnings == []
    message = "was last checked 366 days ago; check it again"
    assert load_text(text, TODAY + timedelta(days=366)).warnings == [
        Problem(line, "NY.checked", message, "warning")
    ]


def test_rules_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "states.yaml"
    path.write_text(replaced(states_yaml(), "  coverage: full\n", "  coverage: none\n"))
    write_evidence(tmp_path)
    loaded = load(path, today=TODAY, rules=[])
    assert {place.coverage for place in loaded.data.jurisdictions} == {"none"}
    with pytest.raises(DataError, match=f"^{path}:[0-9]+: NY.coverage: "):
        load(path, today=TODAY)


@pytest.fixture(scope="module")
def real() -> str:
    return DATA.read_text(encoding="utf-8")


# The same in the real file, where entries are long and have neighbours like themselves: the place,
# the text of a line in it, what the line becomes, the field.
REAL = {
    "value outside the list": ("NY", "      rule: presumption\n", "      rule: presumtion\n",
        "relief[0].documentation.rule", '(did you mean "presumption"?)'),
    "unknown key": ("AL", "  own_record:\n", "  own_records: 1\n  own_record:\n",
        "own_records", '(did you mean "own_record"?)'),
    "wrong type": ("WY", "  coverage_note: ", "  coverage_note: 7\n  notes2: ",
        "coverage_note", "is 7 (a number); it must be text"),
    "coverage": ("US", "  coverage: ", "  coverage: minors_only # ",
        "coverage", 'is "minors_only", but the laws listed make it'),
    "source that does not exist": ("TX", "    sources: [", "    sources: [no-such-page, ",
        "relief[0].sources[0]", '"no-such-page" is the id of no source'),
    "address": ("PR", "    url: http", "    url: gopher",
        "official_code.url", "is not a web address"),
}  # fmt: skip


@pytest.fixture(scope="module")
def real_problems(real: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of the real file with all of `REAL` in it, by line (after `marks`)."""
    path = tmp_path_factory.mktemp("real") / "states.yaml"
    shutil.copytree(DATA.with_name("evidence"), path.with_name("evidence"))
    path.write_text(_broken(real), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    return {
        field: [p for p in caught.value.problems if p.field == field]
        for field in {p.field for p in caught.value.problems}
    }


def _broken(real: str) -> str:
    text = real
    for code, old, new, _, _ in REAL.values():
        head, found, tail = text.partition(f"\n- code: {code}\n")
        text = head + found + tail.replace(old, new, 1)
    return text


@pytest.mark.parametrize("what", REAL)
def test_the_real_file_broken(
    real: str, real_problems: dict[str, list[Problem]], what: str
) -> None:
    code, _, new, field, phrase = REAL[what]
    text = _broken(real)
    place = text.index(f"\n- code: {code}\n")
    line = text.count("\n", 0, text.index(new, place)) + 1
    (problem,) = real_problems[f"{code}.{field}"]
    assert problem.line == line
    assert phrase in problem.message


JUNK = (
    *(None, True, 0, -7, 1.5, float("nan"), 10**30, date(2026, 1, 1), date(9999, 12, 31)),
    *("", "x", "S1", "\u202e", "2026-02-30"),
    *([], [None], [[]], {}, {"a": {}}, {"id": None}, {"code": []}),
)


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value below `value`."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in items:
        yield (*path, key)
        if isinstance(child, dict | list):
            yield from paths_of(child, (*path, key))


def fewer_places() -> dict[str, Any]:
    """Return the small file with three places, to be quick."""
    raw = raw_states()
    raw["jurisdictions"] = [raw_place(raw, code) for code in ("NY", "US", "AL")]
    return raw


PATHS = list(paths_of(fewer_places()))


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(PATHS), st.sampled_from(JUNK)), min_size=1, max_size=3
    )
)
def test_any_junk_anywhere_loads_or_is_refused(
    load_text: Load, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    raw = fewer_places()
    for path, junk in changes:
        inner: Any = raw
        try:
            for step in path[:-1]:
                inner = inner[step]
            inner[path[-1]] = copy.deepcopy(junk)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken the place away
    text = yaml.dump(raw, Dumper=NoAliases, sort_keys=False, allow_unicode=True)
    # All places but three are missing, so every such file is refused.
    for problem in problems_of(load_text, text):
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.message
        assert "\n" not in problem.render("x")


class NoAliases(yaml.CSafeDumper):
    """Writes a value that stands twice twice."""

    def ignore_aliases(self, _data: object) -> bool:
        return True
