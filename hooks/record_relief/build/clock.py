"""The day on which a build is made, as far as a build that is the same everywhere may know it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime


def build_day(latest_check: date, environment: Mapping[str, str]) -> date:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org), else that of the latest check.

    Whoever publishes sets the variable to the present, and again after a while: a guide that was
    not checked for a year then says so. Raises ValueError where it holds no number.
    """
    seconds = environment.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else latest_check
