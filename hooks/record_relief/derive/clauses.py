"""How each answer stands in the sentence that opens a question's page: "in 7, we found no law"."""

from __future__ import annotations

from .labels import N_

_NO_LAW = N_("we found no law for survivors")

CLAUSES: dict[str, dict[str, str]] = {
    "coverage": {
        "full": N_("the law for survivors is broad"),
        "partial": N_("it is narrower"),
        "minors_only": N_("it is only for people who were minors"),
        "open": N_("one law is open to any adult, with no proof of trafficking needed"),
        "none": N_("we found no law"),
    },
    "trafficking": {
        "both": N_("the law names sex and labor trafficking"),
        "sex": N_("only sex trafficking"),
        "labor": N_("only labor trafficking"),
        "no_proof": N_("no proof of trafficking is needed"),
        "no_law": _NO_LAW,
    },
    "offenses": {
        "any": N_("any offense can be cleared"),
        "any_with_exclusions": N_("any offense except some that are left out"),
        "nonviolent": N_("offenses that are not violent"),
        "listed": N_("only offenses on a list"),
        "prostitution_only": N_("only prostitution-type offenses"),
        "no_law": _NO_LAW,
    },
    "remedies": {
        "cancel_and_clear": N_("the court can cancel the conviction and clear the record"),
        "cancel": N_("it can cancel the conviction"),
        "remove": N_("it can remove (expunge) the record"),
        "hide": N_("it can hide (seal) the record"),
        "other": N_("it can do something else"),
        "no_law": _NO_LAW,
    },
    "proof": {
        "preponderance": N_("you must show it is more likely than not"),
        "other": N_("the law has a standard in its own words"),
        "clear_and_convincing": N_("the proof must be clear and convincing, a higher bar"),
        "unspecified": N_("the law we read does not say"),
        "no_law": _NO_LAW,
    },
    "documents": {
        "presumption": N_("official papers are not required but count strongly for you"),
        "not_required": N_("they are not required"),
        "required": N_("they are required"),
        "unaddressed": N_("the law does not speak of them"),
        "no_law": _NO_LAW,
    },
    "decision": {
        "mandatory": N_("the court must say yes if you meet the test"),
        "mixed": N_("it partly must and partly may"),
        "discretionary": N_("it may, and the judge decides"),
        "unspecified": N_("the law we read does not say"),
        "no_law": _NO_LAW,
    },
    "timing": {
        "no_limit": N_("there is no wait and no deadline"),
        "no_wait": N_("there is no wait, and a deadline is not stated"),
        "deadline": N_("there is no wait, but you must not delay"),
        "wait": N_("there is a waiting time or a fixed deadline"),
        "unspecified": N_("the law we read does not say"),
        "no_law": _NO_LAW,
    },
    "cost": {
        "none": N_("there is no filing fee"),
        "waivable": N_("there is a fee that can be waived"),
        "charged": N_("there is a fee"),
        "unspecified": N_("the law we read does not say"),
        "no_law": _NO_LAW,
    },
    "privacy": {
        "protected": N_("the filing is kept private"),
        "partial": N_("it is partly kept private"),
        "unspecified": N_("the law we read does not say"),
        "no_law": _NO_LAW,
    },
    "records": {
        "both": N_("the laws reach arrests or charges, and juvenile cases"),
        "arrests": N_("arrests or charges, but not juvenile cases"),
        "juvenile": N_("juvenile cases, but not arrests"),
        "convictions": N_("convictions only"),
        "no_law": _NO_LAW,
    },
    "first-law": {
        "unknown": N_("the year is not confirmed"),
        "no_law": _NO_LAW,
    },
    "private-employers": {
        "fair_chance": N_("a fair-chance law limits how employers decide"),
        "ban_the_box": N_("the question must wait (ban-the-box)"),
        "limited": N_("there is a limited rule"),
        "none": N_("we found no statewide rule"),
        "unspecified": N_("no source we read says"),
    },
    "cleared-records": {
        "both": N_("employers may not ask, and you may say no"),
        "may_deny": N_("you may say no"),
        "may_not_ask": N_("employers may not ask"),
        "unspecified": N_("no source we read says"),
    },
    "lookback": {"none": N_("we found no state limit")},
    "housing": {
        "broad": N_("there is a broad fair-chance housing law"),
        "limited": N_("there is a limited rule"),
        "none": N_("we found no statewide rule"),
        "unspecified": N_("no source we read says"),
    },
    "medicaid-list": {
        "yes": N_("the state keeps its own list"),
        "no": N_("no list of its own was found"),
        "unknown": N_("no source we read says"),
    },
}
CLAUSES["public-employers"] = CLAUSES["private-employers"]


def clause(question: str, answer: str, label: str) -> str:
    """Return an answer as a clause; years and spans of years stand as they are."""
    return CLAUSES[question].get(answer, label)
