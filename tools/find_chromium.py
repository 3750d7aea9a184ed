"""Find a Chromium for the browser tests, or install one.

`python tools/find_chromium.py` prints the path of the one found; with `--install` it first installs
one where there is none: Debian's package where that needs no password, else Playwright's own build.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# First the same engine without windows: it makes a fresh profile in a quarter of the time.
COMMANDS = ("chromium-headless-shell", *WHOLE)
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
HELP = (
    "No Chromium found, and none could be installed. Install Chromium or Google Chrome,\n"
    "or name one: make test CHROMIUM=/path/to/chromium"
)


def arguments() -> list[str]:
    """Return what Chromium must be started with: as root it refuses to run with its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if root else []


def find(*, whole: bool = False) -> str | None:
    """Return the path of the first Chromium that starts, or None.

    Looks at the environment's `CHROMIUM`, the PATH, macOS's applications and Playwright's own; with
    `whole` for the browser that people have, not for one without windows.
    Raises FileNotFoundError where `CHROMIUM` names one that does not start.
    """
    if named := os.environ.get("CHROMIUM"):
        if _starts(named):
            return named
        raise FileNotFoundError(f"CHROMIUM={named} does not start")
    commands = WHOLE if whole else COMMANDS
    return next((path for path in _candidates(commands) if _starts(path)), None)


def install() -> str | None:
    """Install a Chromium and return its path, or None where no way worked."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    for commands in (_apt_commands(), [playwright]):
        for command in commands:
            print("Installing Chromium:", " ".join(command), file=sys.stderr, flush=True)
            if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
                break
        if path := find():
            return path
    return None


def _candidates(commands: tuple[str, ...]) -> Iterator[str]:
    yield from filter(None, map(shutil.which, commands))
    yield from filter(os.path.exists, MAC_APPS)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def _starts(path: str) -> bool:
    """Return whether the program tells its version: a package may hold a mere pointer."""
    return _succeeds([path, "--version"])


def _succeeds(command: list[str]) -> bool:
    try:
        run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


def _apt_commands() -> list[list[str]]:
    """Return what installs Debian's package, nothing where that would fail or ask a password."""
    release = Path("/etc/os-release")
    if not (shutil.which("apt-get") and release.exists()):
        return []
    if "ID=debian" not in release.read_text(encoding="utf-8").splitlines():
        return []  # Ubuntu's package is a script that needs snapd
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not _succeeds([*sudo, "true"]):
        return []
    packages = ["chromium-headless-shell", "fonts-liberation"]
    return [
        [*sudo, "apt-get", "update", "-qq"],
        [*sudo, "apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
    ]


def main() -> int:
    """Command line: print the path found, or say what to do."""
    parser = argparse.ArgumentParser(description="Find a Chromium for the browser tests.")
    parser.add_argument("--install", action="store_true", help="install one where there is none")
    options = parser.parse_args()
    try:
        path = find() or (install() if options.install else None)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if path is None:
        print(HELP, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
