"""What the project installs: the locks are whole and hashed, and every dependency has its reason.

The locks are installed without a resolver, so nobody else would notice what is missing in them.
Whether a version has a known weakness only the network can tell: .github/workflows/links.yml asks.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.builders import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEV = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
LOCKS = {"requirements.txt": RUNTIME, "requirements-dev.txt": [*RUNTIME, *DEV]}
# Comes with every environment, or is put there by `make lock` for itself.
BESIDE = {"pip", "uv"}
PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
# For what the build uses: free to use, change and pass on, even in work that is not free.
FREE = {
    "0BSD", "Apache-2.0", "Apache Software License", "BSD License", "BSD-2-Clause",
    "BSD-3-Clause", "MIT", "MIT License", "MIT-CMU", "MPL-2.0",
    "Mozilla Public License 1.1 (MPL 1.1)", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)",
}  # fmt: skip


@dataclass(frozen=True)
class Pin:
    """One entry of a lock: what it asks for, and the hashes of the files that may be it."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")

    def holds(self, environment: Mapping[str, str]) -> bool:
        marker = self.requirement.marker
        return marker is None or marker.evaluate(dict(environment))


def pins(lock: str) -> list[Pin]:
    """Read a lock. Raises for a line that is not a pin with hashes."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = (line.split(" --hash=") for line in text.replace(" \\\n", "").splitlines())
    return [Pin(Requirement(first), tuple(map(str.strip, rest))) for first, *rest in entries]


def environments() -> Iterator[dict[str, str]]:
    """Yield what the project runs on: each Python from the lowest it names, on each system."""
    lowest = int(PROJECT["project"]["requires-python"].removeprefix(">=3."))
    for minor in range(lowest, max(sys.version_info.minor, 14) + 1):
        for platform in PLATFORMS.values():
            for full in (f"3.{minor}.0", f"3.{minor}.9"):
                version = {"python_version": f"3.{minor}", "python_full_version": full}
                yield {**default_environment(), **platform, **version, "extra": ""}


def here() -> dict[str, str]:
    return {**default_environment(), "extra": ""}


@cache
def distributions() -> Mapping[str, metadata.Distribution]:
    """Return what is installed by name, without what a package has within itself."""
    places = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    found = metadata.distributions(path=places)
    return {canonicalize_name(one.name): one for one in found}


def installed(name: str) -> metadata.Distribution | None:
    return distributions().get(name)


@cache
def needs(name: str) -> list[Requirement]:
    found = installed(name)
    return [Requirement(text) for text in (found and found.requires) or ()]


def walk(
    wanted: Iterable[Requirement], locked: Iterable[Pin], environment: Mapping[str, str]
) -> Iterator[tuple[str, Requirement, Pin | None]]:
    """Yield every requirement of the project in an environment, at any depth.

    Each comes with whose it is and the pin that meets it, which names what comes next.
    """
    by_name = {pin.name: pin for pin in locked if pin.holds(environment)}
    ahead = [("pyproject.toml", one) for one in wanted]
    seen: set[tuple[str, str]] = set()
    while ahead:
        whose, requirement = ahead.pop()
        pin = by_name.get(canonicalize_name(requirement.name))
        yield whose, requirement, pin
        found = installed(pin.name) if pin else None
        if pin is None or found is None or found.version != pin.version:
            continue  # of another system or Python: what it needs is told there
        for extra in {"", *requirement.extras} - {e for name, e in seen if name == pin.name}:
            seen.add((pin.name, extra))
            place = {**environment, "extra": extra}
            ahead += [
                (pin.name, further)
                for further in needs(pin.name)
                if not further.marker or further.marker.evaluate(place)
            ]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    found = pins(lock)
    for pin in found:
        specifiers = [*pin.requirement.specifier]
        assert [one.operator for one in specifiers] == ["=="], pin
        assert "*" not in specifiers[0].version, pin
        assert not pin.requirement.url, pin
        assert pin.hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in pin.hashes), pin
    names = [(pin.name, str(pin.requirement.marker)) for pin in found]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_is_needed_is_locked_in_range_and_nothing_else(lock: str) -> None:
    """On every system and Python, though each package's needs are read where it is installed."""
    locked, wrong, needed = pins(lock), set(), set()
    for environment in environments():
        python = environment["python_full_version"]
        for whose, requirement, pin in walk(LOCKS[lock], locked, environment):
            if pin is None:
                wrong.add(f"{whose} needs {requirement}, which is not locked")
                continue
            needed.add(pin)
            if not requirement.specifier.contains(pin.version, prereleases=True):
                wrong.add(f"{whose} needs {requirement}, and {pin.version} is locked")
            found = installed(pin.name)
            if found and found.version == pin.version:
                wanted = found.metadata["Requires-Python"]
                if not SpecifierSet(wanted or "").contains(python):
                    wrong.add(f"{pin.requirement} needs Python {wanted}, not {python}")
    assert wrong == set()
    assert {str(pin.requirement) for pin in locked if pin not in needed} == set()


def test_both_locks_name_the_same_versions() -> None:
    small, large = ({(p.name, p.version, p.hashes) for p in pins(lock)} for lock in LOCKS)
    assert small < large


def test_what_is_installed_is_what_is_locked() -> None:
    """Where it is not: `make clean`, then the same again."""
    locked = {pin.name: pin.version for pin in pins("requirements-dev.txt") if pin.holds(here())}
    found = {name: one.version for name, one in distributions().items() if name not in BESIDE}
    assert found == locked


@pytest.mark.parametrize("folder", [".", "bench"])
def test_every_npm_package_has_its_hash(folder: str) -> None:
    project = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    root = lock.pop("")
    named = root["devDependencies"]
    assert named == project["devDependencies"]
    assert {f"node_modules/{name}" for name in named} <= set(lock)
    for path, package in lock.items():
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), path
        assert "resolved" not in package, f"{path}: anyone's registry may have it"


def imports(*files: Path) -> dict[str, Path]:
    """Return the first part of every name imported from outside the standard library."""
    found: dict[str, Path] = {}
    for file in files:
        for node in ast.walk(ast.parse(file.read_bytes(), file)):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                absolute = isinstance(node, ast.ImportFrom) and not node.level
                names = [str(node.module)] if absolute else []
            found.update({name.partition(".")[0]: file for name in names})
    return {name: file for name, file in found.items() if name not in sys.stdlib_module_names}


def programs(*texts: str) -> set[str]:
    """Return what is run with `python -m`, in a command or in a program's list of arguments."""
    return {name for text in texts for name in re.findall(r'-m"?,? "?([A-Za-z_]+)', text)}


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def packages() -> Mapping[str, list[str]]:
    return metadata.packages_distributions()


def owners(modules: Iterable[str]) -> set[str]:
    """Return the packages that modules come from; the project's own come from none."""
    return {canonicalize_name(name) for one in modules for name in packages().get(one, ())}


def names(requirements: Iterable[Requirement]) -> set[str]:
    return {canonicalize_name(one.name) for one in requirements}


@pytest.mark.parametrize(
    ("folders", "allowed"),
    [(["hooks"], RUNTIME), (["tools", "tests", "bench"], [*RUNTIME, *DEV])],
    ids=["build", "tests"],
)
def test_what_is_imported_is_named(folders: list[str], allowed: list[Requirement]) -> None:
    """Not only brought by a package that may do without it one day."""
    for name, file in imports(*sources(*folders)).items():
        assert owners([name]) <= names(allowed), f"{file.relative_to(ROOT)} imports {name}"


def test_what_the_build_needs_is_used() -> None:
    files = sources("hooks", "tools")
    used = owners(imports(*files)) | owners(programs(*(file.read_text("utf-8") for file in files)))
    theme: Any = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]["name"]
    (entry,) = metadata.entry_points(group="mkdocs.themes", name=theme)
    assert entry.dist
    used.add(canonicalize_name(entry.dist.name))
    # What a package imports and does not say.
    textstat = find_spec("textstat")
    assert textstat
    assert textstat.submodule_search_locations
    used |= owners(imports(*Path(textstat.submodule_search_locations[0]).rglob("*.py")))
    assert names(RUNTIME) - used == set()


def test_what_the_tests_need_is_used() -> None:
    files = sources("tools", "tests", "bench")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    imported = imports(*files, *sources("hooks"))
    used = owners([*imported, *programs(makefile, *(file.read_text("utf-8") for file in files))])
    used |= {f"types-{name}" for name in owners(imported)}
    # Plugins, and a program that is no module.
    plugins = {
        "pytest-cov": " --cov",
        "pytest-xdist": " -n $(WORKERS)",
        "import-linter": "/lint-imports",
    }
    used |= {name for name, option in plugins.items() if option in makefile}
    assert names(DEV) - used == set()


def licences(distribution: metadata.Distribution) -> list[set[str]]:
    """Return the licences that may be chosen from; each is one or more that hold together."""
    about = distribution.metadata
    expression = about.get("License-Expression")
    if expression:
        return [set(one.split(" AND ")) for one in expression.split(" OR ")]
    classifiers = [c for c in about.get_all("Classifier") or () if c.startswith("License :: OSI")]
    return [{c.split(" :: ")[-1]} for c in classifiers] or [{about.get("License") or "none"}]


def test_the_build_uses_nothing_that_is_not_free() -> None:
    for pin in pins("requirements.txt"):
        found = installed(pin.name)
        if found:
            assert any(one <= FREE for one in licences(found)), (pin.name, licences(found))
