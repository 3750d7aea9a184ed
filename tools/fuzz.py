"""Try hostile data files at length: every test of tests/hostile that draws cases, one by one.

    python tools/fuzz.py --seed 1

Each test runs in a process of its own, so that one that dies takes no other with it and is reported
with the signal that killed it. The same seed draws the same cases. Prints how many cases passed for
each test, and fails where a test fails or fewer than LEAST cases ran in all.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

TESTS = "tests/hostile"
LEAST = 10_000
_PASSED = re.compile(r"([0-9]+) passing, ([0-9]+) failing")
_PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]


@dataclass(frozen=True)
class Outcome:
    """How one test went. `said` is what it printed; `status` is below 0 where a signal ended it.

    `seconds` are those of the processor, `megabytes` the most memory that the process had.
    """

    cases: int
    status: int
    seconds: float
    megabytes: int
    said: str

    def __str__(self) -> str:
        how = "passed" if self.status == 0 else "FAILED"
        if self.status < 0:
            how = f"DIED of signal {-self.status}"
        return f"{self.cases:7,} cases  {self.seconds:6.0f} s  {self.megabytes:5,} MB  {how}"


def tests() -> list[str]:
    """Return the names of the tests that draw cases."""
    listed = subprocess.run(
        [*_PYTEST, "--collect-only", "-m", "hypothesis", TESTS],
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in listed.stdout.splitlines() if "::" in line]


def run(test: str, seed: int) -> Outcome:
    """Run one test at length."""
    command = [*_PYTEST, test, "--hypothesis-show-statistics", f"--hypothesis-seed={seed}"]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, env={**os.environ, "FUZZ": "long"}, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    cases = sum(int(passed) + int(failed) for passed, failed in _PASSED.findall(said))
    kilobytes = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    seconds = used.ru_utime + used.ru_stime
    return Outcome(cases, process.returncode, seconds, kilobytes // 1024, said)


def main() -> int:
    """Command line: run all, print how many cases ran."""
    parser = argparse.ArgumentParser(description="Try hostile data files at length.")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--only", default="", help="a part of a test's name")
    options = parser.parse_args()
    print(f"Seed {options.seed}", flush=True)
    total, bad = 0, 0
    for test in tests():
        if options.only not in test:
            continue
        outcome = run(test, options.seed)
        print(f"{outcome}  {test.rpartition('/')[2]}", flush=True)
        total += outcome.cases
        if outcome.status:
            bad += 1
            print(outcome.said.partition("= Hypothesis Statistics =")[0][-20_000:], flush=True)
    enough = bool(options.only) or total >= LEAST
    print(
        f"{total:,} cases in all{'' if enough else f', fewer than {LEAST:,}'}; {bad} tests failed"
    )
    return int(bad > 0 or not enough)


if __name__ == "__main__":
    raise SystemExit(main())
