"""A small, complete and valid data file, and ways to break it.

Everything in it but the 57 codes is made up. New York has one of everything; the other places have
only what a place must have.
"""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from record_relief.lint import Context, Rule
from record_relief.source.evidence import Data
from record_relief.source.model import StatesFile
from record_relief.source.values import CODES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data/states.yaml"
# The day on which the small file was checked; tests judge dates against it.
TODAY = date(2026, 11, 22)
# Stands in a text where a problem is expected, to find its line; `marked` takes it out.
MARK = "▶"
Model = TypeVar("Model", bound=BaseModel)

TOP = """\
# yaml-language-server: $schema=states.schema.json
organisations:
- id: national-hotline
  name: The Hotline
  url: https://hotline.example/
  phone: 1-888-373-7888
  text_line: null
  email: null
  text: Free and private.
  who: [survivor]
  sources: [hotline-page]
topics:
- id: employers
  title: Fair hiring
  checked: 2026-11-20
  practices_title: Ways to hire fairly
  sections:
  - id: reports
    title: Reports
    facts: [report-rule]
  notes: ''
- id: housing
  title: Fair housing
  checked: 2026-11-20
  practices_title: Ways to rent fairly
  sections:
  - id: renting
    title: Renting
    facts: [rent-rule]
  notes: ''
- id: sanctions
  title: Fair exclusion screening
  checked: 2026-11-20
  practices_title: Ways to screen fairly
  sections:
  - id: lists
    title: Lists
    facts: [list-rule]
  notes: ''
jurisdictions:
"""

LAW = """\
  - id: vacatur
    title: Motion to vacate
    citation: Penal Law § 1
    url: https://laws.example/1
    enacted:
      year: 2010
      act: Act 1
    last_amended:
      year: 2021
      act: Act 2
    effective: null
    remedies: [vacate, seal]
    records: [conviction, arrest]
    deferred: 'yes'
    trafficking: [sex, labor]
    age: any
    offenses:
      scope: any
      covered: Any crime you did for a trafficker.
      excluded: []
    nexus:
      standard: as_a_result
      text: You did it as a result.
    proof:
      standard: preponderance
      text: It must be more likely than not.
    documentation:
      rule: presumption
      text: Papers help you.
    decision:
      rule: mandatory
      text: The court must say yes.
    timing:
      wait: none
      deadline: due_diligence
      sentence_complete: 'no'
      text: You may ask at once.
    fee:
      rule: waivable
      text: You can ask not to pay.
    hearing:
      rule: if_contested
      text: ''
    prosecutor:
      text: The other side may speak.
    confidentiality:
      rule: protected
      text: The court keeps it private.
    consolidation:
      rule: allowed
      text: You can join your cases.
    where: The court of the case
    forms:
    - title: Form A
      url: https://courts.example/a
    effect: The court cancels the case.
    steps:
    - Get your record.
    - Ask a lawyer.
    quote: may vacate the judgment
    sources: [S1, S2]
    unconfirmed: [timing.deadline, effect]
"""

WAYS = """\
  ways:
  - id: sealing
    name: Sealing of old convictions
    special: false
    reaches: [misdemeanor, felony]
    automatic: 'no'
    remedies: [seal]
    wait:
      misdemeanor:
        years: 3
        longest: 3
        from: sentence
        by: ''
      felony:
        years: 5
        longest: 10
        from: sentence
        by: It is 10 years for a class A felony.
      text: You wait three years, or five for a felony.
    limit:
      rule: once
      text: You can ask once.
    excluded: [driving drunk]
    excluded_known: true
    needs: You have no new case.
    decision: discretionary
    who: The court of the case
    fee:
      rule: waivable
      text: You can ask to pay less.
    status: in_force
    effective: null
    effect: The public can't see the case.
    steps:
    - Ask the clerk for the form.
    citation: Penal Law § 9
    url: https://laws.example/9
    unconfirmed: [fee]
  - id: clean-slate
    name: Sealing that comes by itself
    special: false
    reaches: [non_conviction, misdemeanor]
    automatic: 'yes'
    remedies: [seal, destroy]
    wait:
      non_conviction:
        years: 0.16
        longest: 0.16
        from: disposition
        by: ''
      misdemeanor:
        years: 8
        longest: 8
        from: conviction
        by: ''
      text: It comes after 60 days, or eight years.
    age_floor: 18
    limit:
      rule: none
      text: ''
    excluded: []
    excluded_known: false
    needs: ''
    decision: automatic
    who: The courts
    fee:
      rule: none
      text: ''
    status: starting
    effective: 2024-11-16
    until: 2027-11-16
    next:
    - day: 2027-11-16
      set:
        status: in_force
        until: null
      text: By this day it is all done.
      confirmed: true
    effect: Nobody sees the case.
    steps:
    - Check your record. If the case is still there, tell the court.
    citation: Penal Law § 10
    url: https://laws.example/10
    unconfirmed: ['wait.misdemeanor: drunk driving']
  none_for: [pardoned]
  ways_summary: You can ask a court to hide old cases.
  ways_changes:
  - year: 2024
    kind: law
    act: Act 3
    what: Cases are hidden by themselves.
    effective: 2024-11-16
"""

NEW_YORK = f"""\
- code: NY
  name: New York
  kind: state
  checked: 2026-11-22
  coverage: full
  coverage_note: The law helps in most cases.
  summary: You can ask the court to cancel a case. It is free.
  official_code:
    title: Laws of New York
    publisher: The Senate
    url: https://senate.example/
    confirmed: false
  relief:
{LAW}\
{WAYS}\
  other_relief:
  - name: Sealing of old cases
    citation: null
    url: https://laws.example/2
    text: Old cases are hidden.
    sources: [S2]
  pending:
  - bill: S 1
    session: 2025-2026
    title: A bill
    status: In committee.
    as_of: 2026-03
    url: https://bills.example/1
    sources: [S3]
  history:
  - year: 2010
    what: The first law.
    sources: [S1]
  - year: null
    what: A later change.
    sources: [S2]
  own_record:
    agency: State Police
    url: https://police.example/
    fee: $50
    how: Ask by mail.
    sources: [S3]
  help:
  - name: Legal Aid
    url: https://aid.example/
    phone: 212-555-0100
    text: Free help in court.
    sources: [S4]
  - organisation: national-hotline
  fair_chance:
    checked: 2026-11-21
    employment:
      public:
        rule: ban_the_box
        ask: interview
        text: The question must wait.
        citation: Labor Law § 1
        url: https://laws.example/3
        sources: [F1]
      private:
        rule: limited
        ask: none
        text: Some limits.
        citation: null
        url: null
        threshold: 10
        threshold_for: both
        threshold_text: From 10 workers
        sources: [F2]
      cleared_records:
        rule: may_not_ask
        text: They may not ask.
        citation: null
        url: null
        sources: [F3]
      lookback:
        years: 7
        text: Seven years.
        citation: null
        url: null
        sources: [F4]
    housing:
      rule: unspecified
      text: No source says.
      citation: null
      url: null
      sources: []
    survivors:
      text: A record cleared for survivors need not be told.
      sources: [F2]
    factors:
    - id: employer
      who: employer
      local: null
      binds: [private_employers]
      only: ''
      weigh: [the time since, the duties of the job]
      citation: Labor Law § 4
      sources: [F2]
    refusals:
    - id: employer
      who: employer
      local: null
      binds: [private_employers]
      only: ''
      text: A conviction may be the reason for a no only if it bears on the job.
      citation: Labor Law § 5
      sources: [F2]
    - id: one-city
      who: employer
      local: one-city
      binds: [private_employers]
      only: ''
      text: A conviction may be the reason for a no only if hiring would be a risk.
      citation: City Code § 2
      sources: [F2]
    notices:
    - id: one-city-final
      who: employer
      local: one-city
      binds: [private_employers]
      only: offices
      stage: final
      names: unspecified
      must: [the reasons]
      citation: City Code § 1
      sources: [F2]
    times:
    - id: employer-answer
      who: employer
      local: null
      binds: [private_employers]
      only: ''
      days: 3
      unit: business
      more_if_disputed: 2
      purpose: answer
      text: Three days to answer.
      citation: Labor Law § 3
      sources: [F2]
    exceptions:
    - id: employer
      who: employer
      local: null
      binds: [public_employers]
      text: police work
    local:
    - id: one-city
      name: One City
      kind: city
      law: Fair Hiring Act
      binds: [private_employers]
      threshold: 4
      threshold_for: both
      threshold_text: From 4 workers
      rule: fair_chance
      ask: offer
      text: One city goes further.
      never: [arrests]
      citation: City Code § 1
      url: https://city.example/1
      status: in_force
      effective: 2024-01-01
      sources: [F2]
    complain:
      name: The Commission
      url: https://commission.example/
      deadline: one year
      sources: [F2]
    changes:
    - year: 2024
      kind: law
      act: Act 4
      what: It widened the rule.
      effective: null
    unconfirmed:
    - field: employment.cleared_records
      about: what to say
    - field: employment.private
      about: null
    also_read: [F5]
    notes: ''
  medicaid_list:
    exists: 'yes'
    agency: The Inspector
    url: https://inspector.example/
    text: There is a list.
    confirmed: true
    sources: [shared-list]
    other_reading:
      exists: unknown
      agency: null
      url: null
      text: Not clear.
      confirmed: false
      sources: [F6]
  also_read: [S5]
  sources:
{{sources}}\
  notes: ''
"""

BOTTOM = """\
facts:
- id: report-rule
  topic: employers
  text: A firm must give you a copy.
  who: [survivor, employer]
  status: in_force
  status_note: null
  citation: 15 U.S.C. § 1
  quote: a copy of the report
  confirmed: true
  sources: [report-page]
- id: rent-rule
  topic: housing
  text: A landlord may not lie.
  who: [landlord]
  status: unclear
  status_note: Not read.
  citation: null
  quote: null
  confirmed: false
  sources: []
- id: list-rule
  topic: sanctions
  text: Someone must look at the list.
  who: [healthcare]
  status: in_force
  status_note: null
  citation: null
  quote: null
  confirmed: false
  sources: []
myths:
- id: never-shows
  topic: employers
  myth: It never shows.
  fact: It may show.
  why: Old copies stay.
  who: [survivor, employer]
  varies_by_state: true
  depends_on: the rule
  varies_by: [cleared-records, proof]
  facts: [report-rule]
  confirmed: true
practices:
- id: ask-late
  topic: employers
  title: Ask late
  do: Wait until the offer.
  why: It is fair.
  avoid: Asking on the form.
  who: [employer]
  facts: [report-rule]
glossary:
- id: vacate
  term: Vacate
  forms: [vacate, vacated]
  meaning: To cancel a conviction.
sources:
- id: hotline-page
  title: The Hotline
  publisher: The Hotline
  url: https://hotline.example/about
  kind: nonprofit
  date: null
- id: report-page
  title: Reports
  publisher: The Agency
  url: https://agency.example/reports
  kind: agency
  date: 2025, in spring
- id: shared-list
  title: Lists
  publisher: A Data Set
  url: https://lists.example/
  kind: reference
  date: null
"""

EVIDENCE = """\
code: NY
read: 2026-11-22
texts:
- id: T1
  title: Penal Law § 1
  url: https://laws.example/1
  kind: statute
  whole: true
  current_to: 2026-03
  note: The whole section.
- id: T2
  title: Bill 2
  url: https://bills.example/2
  kind: bill
  whole: false
  current_to: null
- id: T3
  title: A tracker on Penal Law § 1
  url: https://tracker.example/3
  kind: summary
  whole: false
  current_to: in spring 2026
  language: es
laws:
  vacatur:
    read: whole
    proof:
      remedies:
      - text: T1
        at: (1)
        words: may vacate and seal the judgment
      records:
      - text: T1
        words: the judgment or the arrest
      deferred:
      - text: T1
        words: or a judgment that was deferred
      trafficking:
      - text: T1
        silent: true
        reading: It names no kind, so it reaches both.
      age:
      - text: T1
        silent: true
      offenses.scope:
      - text: T1
        words: any offense
      nexus.standard:
      - text: T1
        words: as a result of having been a victim
      proof.standard:
      - text: T1
        at: (2)
        words: by a preponderance of the evidence
      documentation.rule:
      - text: T2
        words: documentation creates a presumption
      decision.rule:
      - text: T1
        words: the court shall grant
      timing.wait:
      - text: T1
        silent: true
      timing.deadline:
      - text: T3
        words: soon
      timing.sentence_complete:
      - text: T1
        words: at any time
      - text: T2
        words: before or after the sentence
      fee.rule:
      - text: T1
        words: the fee may be waived
      hearing.rule:
      - text: T1
        words: a hearing if the prosecutor objects
      confidentiality.rule:
      - text: T1
        words: shall be kept confidential
      consolidation.rule:
      - text: T1
        words: one motion may name several
      effect:
      - text: T1
        words: is void
ways:
  sealing:
    proof:
      reaches:
      - text: T1
        words: may seal a misdemeanor or a felony
      automatic:
      - text: T1
        words: upon motion
      remedies:
      - text: T1
        words: may seal
      wait:
      - text: T1
        words: three years after the sentence
      decision:
      - text: T1
        words: may
      status:
      - text: T1
        words: in force
      limit:
      - text: T1
        words: once
  clean-slate:
    proof:
      reaches:
      - text: T1
        words: an arrest or a misdemeanor
      automatic:
      - text: T1
        words: without a motion
      remedies:
      - text: T1
        words: shall be sealed and destroyed
      wait:
      - text: T1
        words: sixty days after
      decision:
      - text: T1
        words: the clerk shall
      status:
      - text: T1
        words: shall begin
      fee:
      - text: T1
        words: without cost
      limit:
      - text: T1
        words: however often
fair:
  proof:
    employment.public.rule:
    - text: T1
      words: may ask after an interview
    employment.public.ask:
    - text: T1
      words: after an interview
    employment.cleared_records.rule:
    - text: T1
      words: may not ask of a sealed record
    employment.lookback.years:
    - text: T1
      words: seven years
    housing.rule:
    - text: T1
      silent: true
    survivors.text:
    - text: T1
      words: need not be told
    factors.employer.weigh:
    - text: T1
      words: shall consider the time since
    refusals.employer.text:
    - text: T1
      words: unless it bears on the job
    refusals.one-city.text:
    - text: T1
      words: unless hiring would be a risk
    notices.one-city-final.must:
    - text: T1
      words: shall state the reasons
    times.employer-answer.days:
    - text: T1
      words: at least three business days
    complain.name:
    - text: T1
      words: within one year of the act
    complain.deadline:
    - text: T1
      words: within one year of the act
    local.one-city.rule:
    - text: T1
      words: no city shall ask for less
    local.one-city.ask:
    - text: T1
      words: after a conditional offer
    local.one-city.threshold:
    - text: T1
      words: four or more employees
amended:
- year: 2026
  act: Act 3
  what: It changed nothing here.
  effective: '2026-07-01'
  text: T3
- year: 2024
  act: null
  what: It may have changed something.
  effective: null
  text: null
tell:
- The bill was read in part.
"""

_KINDS = {"DC": "district", "US": "federal"} | dict.fromkeys(CODES[-5:], "territory")
_OWN_SOURCES = ("S1", "S2", "S3", "S4", "S5", "F1", "F2", "F3", "F4", "F5", "F6")


def other_place(code: str) -> str:
    """Return the text of a place that has only what it must have."""
    return f"""\
- code: {code}
  name: Place {code}
  kind: {_KINDS.get(code, "state")}
  checked: 2026-11-21
  coverage: none
  coverage_note: No law was found.
  summary: We found no law. Call for help.
  official_code:
    title: Code of {code}
    publisher: Lawmakers
    url: https://code.example/{code}
    confirmed: true
  relief: []
  other_relief: []
  pending: []
  history: []
  own_record:
    agency: null
    url: null
    fee: null
    how: null
    sources: []
  help:
  - organisation: national-hotline
  sources: []
  notes: ''
"""


def _source(name: str) -> str:
    return f"""\
  - id: {name}
    title: Page {name}
    publisher: Publisher {name}
    url: https://pages.example/{name}
    kind: statute
    date: null
"""


@cache
def states_yaml() -> str:
    """Return the text of the small data file."""
    new_york = NEW_YORK.replace("{sources}", "".join(map(_source, _OWN_SOURCES)))
    places = (new_york if code == "NY" else other_place(code) for code in CODES)
    return "".join((TOP, *places, BOTTOM))


@cache
def _small() -> dict[str, Any]:
    """Return the small data file as plain values, once it is known to be whole."""
    found: dict[str, Any] = yaml.load(states_yaml(), Loader=yaml.CSafeLoader)
    try:
        StatesFile.model_validate(found)
    except ValidationError as error:
        raise AssertionError(_broken(found, error)) from None
    return found


def _broken(found: dict[str, Any], error: ValidationError) -> str:
    """Return what is wrong with the small data file: this file's name, then each field once."""
    wrong = {}
    for problem in error.errors():
        section, index, *path = problem["loc"]
        entry = found[str(section)][index] if isinstance(index, int) else {}
        text = "NEW_YORK" if entry.get("code") == "NY" else "other_place()"
        where = text if section == "jurisdictions" else f"{section} in TOP or BOTTOM"
        steps = ".".join(str(step) for step in path if isinstance(step, str))
        wrong[f"{where}: {steps}: {problem['msg']}"] = None
    return f"tests/{Path(__file__).name}: the small data file is not whole:\n" + "\n".join(wrong)


def raw_states() -> dict[str, Any]:
    """Return the small data file as plain values that a test may change."""
    return copy.deepcopy(_small())


def evidence_yaml(code: str) -> str:
    """Return the text of a place's file of evidence."""
    if code == "NY":
        return EVIDENCE
    return f"code: {code}\nread: 2026-11-21\ntexts: []\nlaws: {{}}\namended: []\ntell: []\n"


@cache
def _small_evidence() -> dict[str, Any]:
    return {code: yaml.load(evidence_yaml(code), Loader=yaml.CSafeLoader) for code in CODES}


def raw_evidence() -> dict[str, Any]:
    """Return the small files of evidence as plain values that a test may change, by code."""
    return copy.deepcopy(_small_evidence())


def write_evidence(folder: Path, **texts: str) -> None:
    """Write the small files of evidence beside a file of facts; `texts` are other ones, by code."""
    (folder / "evidence").mkdir(exist_ok=True)
    for code in CODES:
        text = texts.get(code, evidence_yaml(code))
        (folder / f"evidence/{code.lower()}.yaml").write_text(text, encoding="utf-8")


def data_of(raw: dict[str, Any], evidence: dict[str, Any] | None = None) -> Data:
    """Return the model of facts and evidence given as plain values."""
    return Data.model_validate({**raw, "evidence": evidence or raw_evidence()})


def raw_place(raw: dict[str, Any], code: str) -> dict[str, Any]:
    """Return a place of a file that is read as plain values."""
    return next(place for place in raw["jurisdictions"] if place["code"] == code)


def replaced(text: str, old: str, new: str) -> str:
    """Return `text` with its only `old` replaced."""
    assert text.count(old) == 1, f"{text.count(old)} times in the text: {old!r}"
    return text.replace(old, new)


def marked(text: str) -> tuple[str, int]:
    """Return `text` without its mark, and the line on which the mark stood."""
    before, found, after = text.partition(MARK)
    assert found, "the text has no mark"
    return before + after, before.count("\n") + 1


def context(
    raw: dict[str, Any], today: date = TODAY, evidence: dict[str, Any] | None = None
) -> Context:
    """Return what a lint rule is given for files read as plain values."""
    evidence = evidence or raw_evidence()
    return Context(data_of(raw, evidence), raw, today, evidence)


def findings(
    rule: Rule,
    raw: dict[str, Any],
    today: date = TODAY,
    evidence: dict[str, Any] | None = None,
) -> list[tuple[str, str]]:
    """Return what a rule finds: where, in dots, and the message."""
    found = rule(context(raw, today, evidence))
    return [(".".join(map(str, finding.path)), finding.message) for finding in found]


def altered(model: Model, **changes: Any) -> Model:
    """Return a valid copy of a model; `timing__wait="none"` changes `timing.wait`."""
    values = model.model_dump(by_alias=True)
    for name, value in changes.items():
        *steps, last = name.split("__")
        inner = values
        for step in steps:
            inner = inner[step]
        assert last in inner, f"{type(model).__name__} has no {name}"
        inner[last] = value
    return type(model).model_validate(values)
