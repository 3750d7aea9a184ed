"""The coded values: which words each coded field may hold.

The field that holds a value says what it means; `derive/labels.py` has its plain words.
"""

from __future__ import annotations

from typing import Literal

CODES = (
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY", "US", "PR", "GU", "VI", "AS", "MP",
)  # fmt: skip
Kind = Literal["state", "district", "territory", "federal"]
# What laws and pages are written in.
Language = Literal["en", "es"]
Coverage = Literal["full", "partial", "minors_only", "open", "none"]
Remedy = Literal[
    "vacate", "set_aside", "dismiss", "expunge", "destroy", "seal", "nondisclosure", "resentence",
    "pardon",
]  # fmt: skip
Record = Literal["conviction", "arrest", "charge", "juvenile_adjudication"]
TraffickingType = Literal["sex", "labor"]
Age = Literal["any", "minor_only"]
OffenseScope = Literal["any", "any_with_exclusions", "nonviolent", "listed", "prostitution_only"]
NexusStandard = Literal[
    "direct_result", "as_a_result", "during_trafficking", "coerced", "under_duress",
    "not_required", "other", "unspecified",
]  # fmt: skip
ProofStandard = Literal["preponderance", "clear_and_convincing", "other", "unspecified"]
DocumentationRule = Literal["required", "presumption", "not_required", "unaddressed"]
DecisionRule = Literal["mandatory", "discretionary", "mixed", "unspecified"]
Wait = Literal["none", "required", "unspecified"]
Deadline = Literal["none", "due_diligence", "fixed", "unspecified"]
YesNo = Literal["yes", "no", "unspecified"]
FeeRule = Literal["none", "waivable", "charged", "unspecified"]
HearingRule = Literal["required", "if_contested", "discretionary", "unspecified"]
ConfidentialityRule = Literal["protected", "partial", "unspecified"]
ConsolidationRule = Literal["allowed", "not_allowed", "unspecified"]
HiringRule = Literal["fair_chance", "ban_the_box", "limited", "none", "unspecified"]
AskRule = Literal["application", "interview", "offer", "other", "none", "unspecified"]
DayUnit = Literal["business", "calendar"]
ClearedRule = Literal["may_not_ask", "may_deny", "both", "unspecified"]
HousingRule = Literal["broad", "limited", "none", "unspecified"]
Bound = Literal[
    "private_employers", "public_employers", "contractors", "landlords", "public_housing",
    "care_employers", "screening_companies",
]  # fmt: skip
Checker = Literal["employer", "landlord"]
Covers = Literal["ask", "rule", "both"]
DayPurpose = Literal["answer", "wait", "request", "appeal", "reply"]
NoticeStage = Literal["application", "facts", "first", "final"]
OneRule = Literal["ask", "cleared"]
PartHow = Literal["said", "fill", "enclosed"]
NamesRecord = Literal["record", "copy", "copy_if_asked", "reason", "unspecified"]
LocalKind = Literal["city", "county"]
LocalRule = Literal["fair_chance", "ban_the_box", "broad", "limited", "none", "unspecified"]
LocalStatus = Literal["in_force", "not_yet", "doubtful", "ended"]
NeverFor = Literal["both", "use"]
NextRule = Literal[
    "fair_chance", "ban_the_box", "broad", "limited", "may_not_ask", "may_deny", "both", "none",
    "unspecified",
]  # fmt: skip
Exists = Literal["yes", "no", "unknown"]
Who = Literal["survivor", "employer", "landlord", "healthcare", "advocate"]
Topic = Literal["employers", "housing", "sanctions"]
FactStatus = Literal[
    "in_force", "withdrawn", "proposed", "enjoined", "repealed", "expired", "unclear"
]  # fmt: skip
SourceKind = Literal[
    "statute", "session_law", "bill", "regulation", "court", "agency", "nonprofit", "scholarship",
    "news", "law_firm", "industry", "guide", "reference", "search", "other",
]  # fmt: skip
WayKind = Literal[
    "non_conviction", "violation", "misdemeanor", "felony", "deferred", "juvenile", "pardoned"
]
Automatic = Literal["yes", "no", "partly"]
Asker = Literal["prosecutor", "you_or_prosecutor", "you_or_court"]
Clock = Literal[
    "sentence", "release", "conviction", "arrest", "charge", "disposition", "age", "other"
]
LimitRule = Literal["none", "number", "once", "unspecified"]
WayDecision = Literal[
    "automatic", "mandatory", "discretionary", "mixed", "executive", "unspecified"
]
WayStatus = Literal["in_force", "starting", "not_yet"]
ChangeKind = Literal["law", "bill", "failed", "ruling"]
Question = Literal[
    "coverage", "trafficking", "offenses", "remedies", "proof", "documents", "decision", "timing",
    "cost", "privacy", "records", "first-law", "misdemeanors", "felonies", "by-itself", "dismissed",
    "pardon-needed", "private-employers", "public-employers", "days-to-answer", "notice",
    "cleared-records", "lookback", "housing", "renting-rule", "medicaid-list",
]  # fmt: skip
