"""Rules on background checks that change on a day: what holds on the day of the build.

Both rules stand in the data, with the day. On a confirmed day the new one takes over by itself; a
change that is only reported changes nothing, and after its day the page says to ask.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeVar

from ..source.rule_change import Changing, RuleNext

Rule = TypeVar("Rule", bound=Changing)
# ahead = confirmed, still to come; reported = to come, not confirmed; began = confirmed, its day is
# here or past; unsure = its day is here or past, and it was never confirmed.
ChangeState = Literal["ahead", "reported", "began", "unsure"]


def change_state(change: RuleNext, day: date) -> ChangeState:
    """Return how a change stands on a day."""
    if change.day > day:
        return "ahead" if change.confirmed else "reported"
    return "began" if change.confirmed else "unsure"


def after_changes(rule: Rule, day: date, *, reported: bool = False) -> Rule:
    """Return a rule with what its confirmed changes have made of it by a day, the last one last.

    With `reported`, as if those that are not confirmed had begun on their day, too. The changes
    stay, so that a page can tell of them. What held below a number goes with the number.
    """
    began = ("began", "unsure") if reported else ("began",)
    new: dict[str, object] = {}
    for change in rule.next:
        if change.set and change_state(change, day) in began:
            new |= {name: getattr(change.set, name) for name in change.set.model_fields_set}
    if "below" in type(rule).model_fields and new.get("threshold", 0) is None:
        new["below"] = None
    return rule.model_copy(update=new) if new else rule
