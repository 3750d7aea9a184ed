"""What a schema can't say. One rule per file: a function from the data to its findings.

In come the models of `source`, out go findings: errors that stop a build, warnings for editors. A
rule sees the entries that the schema accepted (`context.data`) and the file as plain values
(`context.raw`), so that one broken entry does not make others look wrong. Read `base` (what a rule
is), then any rule; `reading` measures how hard a text is; `forms` checks `data/forms.yaml`.
"""

from . import (
    addresses,
    coded_values,
    coverage,
    dates,
    evidence_files,
    fresh,
    help_listed,
    identifiers,
    in_doubt,
    internal_names,
    needed,
    neutral_titles,
    news_ends,
    places,
    proof_fields,
    proof_kinds,
    proof_needed,
    proof_silence,
    proof_values,
    proof_words,
    quotes,
    reading_level,
    references,
    sections,
    sources,
    text_ids,
    unconfirmed,
    way_clocks,
    way_days,
    way_kinds,
    way_steps,
    way_waits,
    way_years,
    wording,
)
from .base import Context, Finding, Rule

RULES: tuple[Rule, ...] = (
    places.check,
    identifiers.check,
    addresses.check,
    needed.check,
    coverage.check,
    coded_values.check,
    unconfirmed.check,
    in_doubt.check,
    evidence_files.check,
    text_ids.check,
    proof_fields.check,
    proof_needed.check,
    proof_words.check,
    proof_silence.check,
    proof_values.check,
    proof_kinds.check,
    sources.check,
    references.check,
    sections.check,
    neutral_titles.check,
    help_listed.check,
    news_ends.check,
    quotes.check,
    dates.check,
    reading_level.check,
    wording.check,
    internal_names.check,
    way_kinds.check,
    way_waits.check,
    way_clocks.check,
    way_years.check,
    way_steps.check,
    way_days.check,
    fresh.check,
)

__all__ = ["RULES", "Context", "Finding", "Rule"]
