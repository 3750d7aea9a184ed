"""Which day it is: the same for everybody, wherever their machine stands.

A build that is the same everywhere knows less: only the day that it is told, or that of the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

# No place is further ahead (Line Islands, Kiribati), so what was checked today anywhere passes.
_AHEAD = timezone(timedelta(hours=14))


def build_day(latest_check: date, environment: Mapping[str, str]) -> date:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org), or else of the latest check.

    Whoever publishes sets it to the present day, and does so again after a while: a guide that was
    not checked for a year then says so. Raises ValueError where it holds no number.
    """
    seconds = environment.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else latest_check


def today(now: datetime | None = None) -> date:
    """Return the day it is where it is latest, at `now` (default: this moment).

    A machine's own day depends on its time zone: what one of them accepts as checked today would
    lie in the future for another.
    """
    return (now or datetime.now(UTC)).astimezone(_AHEAD).date()
