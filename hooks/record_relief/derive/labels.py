"""What each coded value means in plain words. Templates translate these through gettext."""

from __future__ import annotations

from collections.abc import Iterable


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark a message for translation and return it unchanged."""
    return message


LABELS: dict[str, dict[str, str]] = {
    "coverage": {
        "full": N_("Broad law for survivors"),
        "partial": N_("Narrower law for survivors"),
        "minors_only": N_("Only for people who were minors"),
        "open": N_("Open to any adult, no proof of trafficking needed"),
        "none": N_("No law found"),
    },
    "kind": {
        "state": N_("State"),
        "district": N_("District"),
        "territory": N_("Territory"),
        "federal": N_("Federal"),
    },
    "remedies": {
        "vacate": N_("Vacate (cancel) the conviction"),
        "set_aside": N_("Set aside the conviction"),
        "dismiss": N_("Dismiss the case"),
        "expunge": N_("Expunge (remove) the record"),
        "destroy": N_("Destroy the record"),
        "seal": N_("Seal the record (hide it from the public)"),
        "nondisclosure": N_("Order of nondisclosure (keep the record from the public)"),
        "resentence": N_("Shorten the sentence"),
        "pardon": N_("Pardon"),
    },
    "records": {
        "conviction": N_("Convictions"),
        "arrest": N_("Arrests"),
        "charge": N_("Charges without a conviction"),
        "juvenile_adjudication": N_("Juvenile cases"),
    },
    "records.open": {
        "conviction": N_("Convictions: not known"),
        "arrest": N_("Arrests: not known"),
        "charge": N_("Charges without a conviction: not known"),
        "juvenile_adjudication": N_("Juvenile cases: not known"),
    },
    "deferred": {
        "yes": N_("Cases that were put off and then dismissed"),
        "no": N_("Not cases that were put off and then dismissed"),
        "unspecified": N_("Cases that were put off and then dismissed: not known"),
    },
    "trafficking": {"sex": N_("Sex trafficking"), "labor": N_("Labor trafficking")},
    "age": {
        "any": N_("Any age"),
        "minor_only": N_("Only if you were a minor at the time"),
    },
    "offenses.scope": {
        "any": N_("Any offense"),
        "any_with_exclusions": N_("Any offense, with some left out"),
        "nonviolent": N_("Offenses that are not violent"),
        "listed": N_("Only offenses on a list"),
        "prostitution_only": N_("Only prostitution-type offenses"),
    },
    "nexus.standard": {
        "direct_result": N_("A direct result of trafficking"),
        "as_a_result": N_("A result of trafficking"),
        "during_trafficking": N_("It happened while you were trafficked"),
        "coerced": N_("You were coerced (forced or pressured)"),
        "under_duress": N_("You were under duress (threats)"),
        "not_required": N_("No link to trafficking needed"),
        "other": N_("A link in the law's own words"),
        "unspecified": N_("Not stated"),
    },
    "proof.standard": {
        "preponderance": N_("More likely than not (preponderance of the evidence)"),
        "clear_and_convincing": N_("Clear and convincing evidence (a higher bar)"),
        "other": N_("A standard of its own"),
        "unspecified": N_("Not stated"),
    },
    "documentation.rule": {
        "required": N_("Official papers are required"),
        "presumption": N_("Not required; official papers count strongly for you"),
        "not_required": N_("Official papers are not required"),
        "unaddressed": N_("The law we read says nothing about official papers"),
    },
    "decision.rule": {
        "mandatory": N_("The court must grant it if you meet the test"),
        "discretionary": N_("The court may grant it; the judge decides"),
        "mixed": N_("Partly required, partly up to the judge"),
        "unspecified": N_("Not stated"),
    },
    "timing.wait": {
        "none": N_("No waiting time"),
        "required": N_("There is a waiting time"),
        "unspecified": N_("Waiting time not stated"),
    },
    "timing.deadline": {
        "none": N_("No deadline"),
        "due_diligence": N_("File without unreasonable delay"),
        "fixed": N_("There is a deadline"),
        "unspecified": N_("Deadline not stated"),
    },
    "timing.sentence_complete": {
        "yes": N_("Your sentence must be finished"),
        "no": N_("Your sentence need not be finished"),
        "unspecified": N_("Whether the sentence must be finished is not stated"),
    },
    "fee.rule": {
        "none": N_("No filing fee"),
        "waivable": N_("A fee that can be waived"),
        "charged": N_("There is a fee"),
        "unspecified": N_("Not stated in the law we read"),
    },
    "reaches": {
        "non_conviction": N_("An arrest, or a case with no conviction"),
        "misdemeanor": N_("A misdemeanor conviction"),
        "felony": N_("A felony conviction"),
        "violation": N_("A smaller offense, such as a violation or a city offense"),
        "deferred": N_("A case put off for a program or probation (diversion, deferred judgment)"),
        "juvenile": N_("A juvenile case"),
        "pardoned": N_("A conviction that was pardoned"),
    },
    # The same on a sheet of paper, inside a sentence.
    "reaches.short": {
        "non_conviction": N_("no conviction"),
        "misdemeanor": N_("a misdemeanor"),
        "felony": N_("a felony"),
        "violation": N_("a smaller offense"),
        "deferred": N_("a case put off"),
        "juvenile": N_("a juvenile case"),
        "pardoned": N_("a pardoned conviction"),
    },
    "automatic": {
        "yes": N_("It happens on its own"),
        "partly": N_("Part of it happens on its own; you ask for the rest"),
        "no": N_("You have to ask"),
    },
    # In place of "You have to ask".
    "asks": {
        "prosecutor": N_("The prosecutor has to ask for it"),
        "you_or_prosecutor": N_("You ask for it, or the prosecutor does"),
        "you_or_court": N_("You ask for it, or the court does it without being asked"),
    },
    "wait.from": {
        "sentence": N_("Counted from the end of the whole sentence"),
        "release": N_("Counted from your release"),
        "conviction": N_("Counted from the conviction"),
        "arrest": N_("Counted from the arrest"),
        "charge": N_("Counted from the charge"),
        "disposition": N_("Counted from the end of the case"),
        "age": N_("It goes by your age"),
        "other": N_("Counted from another day, named below"),
    },
    "limit.rule": {
        "none": N_("No limit on how often"),
        "number": N_("Only a set number of times, or of records"),
        "once": N_("Only once"),
        "unspecified": N_("Not stated in what we read"),
    },
    "way.decision": {
        "automatic": N_("Nobody has to decide; it happens on its own"),
        "mandatory": N_("It must be granted if you meet the test"),
        "discretionary": N_("The judge or office decides and may say no"),
        "mixed": N_("Partly required, partly up to the judge or office"),
        "executive": N_("The governor, the president or a board decides"),
        # Who decides may be known, and stands beside it.
        "unspecified": N_("Whether it must be granted is not stated in what we read"),
    },
    "way.status": {
        "in_force": N_("In force"),
        "starting": N_("It has begun, but the work is not done yet"),
        "not_yet": N_("Not in force yet"),
    },
    "change.kind": {
        "law": N_("Law"),
        "bill": N_("Bill, not shown to be law"),
        "failed": N_("Failed"),
        "ruling": N_("Court decision"),
    },
    "hearing.rule": {
        "required": N_("There is a hearing"),
        "if_contested": N_("A hearing if somebody objects"),
        "discretionary": N_("The court may hold a hearing"),
        "unspecified": N_("Not stated"),
    },
    "confidentiality.rule": {
        "protected": N_("The filing is kept private"),
        "partial": N_("Partly kept private"),
        "unspecified": N_("Not stated"),
    },
    "consolidation.rule": {
        "allowed": N_("One filing may cover several cases"),
        "not_allowed": N_("One filing for each case"),
        "unspecified": N_("Not stated"),
    },
    "hiring.rule": {
        "fair_chance": N_("Fair-chance law: limits how employers decide"),
        "ban_the_box": N_("Ban-the-box: the question must wait"),
        "limited": N_("Limited rule"),
        "none": N_("No statewide rule found"),
        "unspecified": N_("Our sources do not say"),
    },
    "hiring.ask": {
        "application": N_("Not on the first application"),
        "interview": N_("Not before the interview stage"),
        "offer": N_("Not before a conditional job offer"),
        "other": N_("Another rule on timing, named in the text"),
        "none": N_("No statewide rule on timing found"),
        "unspecified": N_("Our sources do not say"),
    },
    "local.rule": {
        "fair_chance": N_("Fair-chance law: limits how employers decide"),
        "ban_the_box": N_("Ban-the-box: the question must wait"),
        "broad": N_("Broad fair-chance housing law"),
        "limited": N_("Limited rule"),
        "none": N_("No rule found on how a record counts"),
        "unspecified": N_("What it does is not clear from what we read"),
    },
    "local.ask": {
        "application": N_("Not on the first application"),
        "interview": N_("Not before the interview stage"),
        "offer": N_("Not before a conditional offer"),
        "other": N_("Another rule on timing, named in the text"),
        "none": N_("No rule on timing found"),
        "unspecified": N_("We did not find when"),
    },
    "local.status": {
        "in_force": N_("In force"),
        "not_yet": N_("Not in force yet"),
        "doubtful": N_("In doubt"),
        "ended": N_("Ended"),
    },
    "local.never": {
        "both": N_("Never ask about or use"),
        "use": N_("Never use"),
    },
    # The same as told to the person with a record.
    "local.never_you": {
        "both": N_("They may never ask you about this, or use it"),
        "use": N_("They may never use this"),
    },
    "bound": {
        "private_employers": N_("private employers"),
        "public_employers": N_("public employers"),
        "contractors": N_("firms that do business with the government"),
        "landlords": N_("landlords"),
        "public_housing": N_("public housing"),
        "care_employers": N_("employers in health care, child care and schools"),
        "screening_companies": N_("screening companies"),
    },
    "notice.stage": {
        "application": N_("On the form, or before a fee or a check"),
        "facts": N_("The request for facts, before the record is weighed"),
        "first": N_("The first notice, before a final no"),
        "final": N_("The final notice"),
    },
    "notice.names": {
        "record": N_("It must name the record"),
        "copy": N_("It must come with a copy of the record or the report"),
        "copy_if_asked": N_("A copy of the record or the report, if the person asks"),
        "reason": N_("It must say that a record is the reason"),
        "unspecified": N_("What we read does not say that it names the record"),
    },
    "time.purpose": {
        "answer": N_("For the person to answer, before the decision is final"),
        "wait": N_("To wait before the decision is final"),
        "request": N_("For the person to ask for something, such as papers"),
        "appeal": N_("For the person to appeal"),
        "reply": N_("For the one who decides to reply"),
    },
    "time.unit": {
        "business": N_("business days"),
        "calendar": N_("calendar days"),
    },
    "cleared.rule": {
        "both": N_("Employers may not ask, and you may say no about some cleared records"),
        "may_deny": N_("You may say no about some cleared records"),
        "may_not_ask": N_("Employers may not ask"),
        "unspecified": N_("Our sources do not say"),
    },
    # The same rule, said to the one who asks.
    "cleared.for_you": {
        "both": N_("Do not ask; the person may deny some of them"),
        "may_deny": N_("The person may deny some of them"),
        "may_not_ask": N_("Do not ask"),
        "unspecified": N_("Our sources do not say"),
    },
    "housing.rule": {
        "broad": N_("Broad fair-chance housing law"),
        "limited": N_("Limited rule"),
        "none": N_("No statewide rule found"),
        "unspecified": N_("Our sources do not say"),
    },
    "exists": {
        "yes": N_("The state keeps its own list"),
        "no": N_("No list of its own found"),
        "unknown": N_("Our sources do not say"),
    },
    "status": {
        "in_force": N_("In force"),
        "withdrawn": N_("Withdrawn"),
        "proposed": N_("Proposed, not law"),
        "enjoined": N_("Stopped by a court"),
        "repealed": N_("Repealed"),
        "expired": N_("Expired"),
        "unclear": N_("Status not clear"),
    },
    "who": {
        "survivor": N_("Survivors"),
        "employer": N_("Employers"),
        "landlord": N_("Landlords"),
        "healthcare": N_("Health care"),
        "advocate": N_("Advocates"),
    },
    "source.kind": {
        "statute": N_("statute"),
        "session_law": N_("session law"),
        "bill": N_("bill"),
        "regulation": N_("regulation"),
        "court": N_("court"),
        "agency": N_("agency"),
        "nonprofit": N_("nonprofit"),
        "scholarship": N_("scholarship"),
        "news": N_("news"),
        "law_firm": N_("law firm"),
        "industry": N_("industry"),
        "guide": N_("guide"),
        "reference": N_("reference"),
        "search": N_("record of a search"),
        "other": N_("other"),
    },
}

# Of a field that is newer than the reading of the law.
NOT_LOOKED_FOR = N_("Not looked for yet.")

NO_LOOKBACK = N_("No state limit found")

# Stands for "there is none" where other answers have a letter.
NOTHING = "–"

# The five marks of coverage stand in maps, legends, tables and guides alike (see us_map.html).
COVERAGE_MARKS: dict[str, tuple[str, str]] = {
    "full": ("solid", "B"),
    "partial": ("diagonal", "N"),
    "minors_only": ("dots", "M"),
    "open": ("cross", "O"),
    "none": ("outline", NOTHING),
}


def label(field: str, value: str) -> str:
    """Return the plain words for a coded value; raises KeyError for one that has none."""
    return LABELS[field][value]


def labels(field: str, values: Iterable[str]) -> list[str]:
    """Return the plain words for several coded values of one field, in the field's own order."""
    chosen = set(values)
    return [text for value, text in LABELS[field].items() if value in chosen]
