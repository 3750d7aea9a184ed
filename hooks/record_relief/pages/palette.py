"""The palette: each colour once, under the roles that style sheets and typeset files ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..source.problems import DataError, Problem, not_one_of, show
from ..source.problems import Path as DataPath
from ..source.yamlfile import Document, dotted, read

FILE = "palette.yaml"
SCHEMES = ("light", "dark", "print")
# The marks of a map, each of which has a role `map-...`.
MARKS = ("solid", "diagonal", "dots", "cross", "lines", "outline")
_SECTIONS = ("colours", "screen", "typeset")
# What Python asks for; style sheets and Typst templates ask for more.
_NEEDED = {
    "screen": ("paper", "ink", "quiet", "line", "link", *(f"map-{mark}" for mark in MARKS)),
    "typeset": ("ink", "accent", "code-ground"),
}
_HEX = re.compile(r"#[0-9a-f]{6}([0-9a-f]{2})?")
_ASKED = re.compile(r"@palette(?P<screen>-screen)?\s(?P<roles>[^;{}]*);")


@dataclass(frozen=True)
class Palette:
    """Roles and their colours (`#rrggbb`, or `#rrggbbaa` for one that is see-through).

    `screen` has each role's colour for every one of SCHEMES; `typeset` is for files to print.
    """

    screen: Mapping[str, Mapping[str, str]]
    typeset: Mapping[str, str]

    def light(self, *roles: str) -> dict[str, str]:
        """Return the colours of some roles of the screen in the light scheme, in this order."""
        return {role: self.screen[role]["light"] for role in roles}

    def marks(self) -> dict[str, str]:
        """Return the light colour of each of MARKS."""
        return {mark: self.screen[f"map-{mark}"]["light"] for mark in MARKS}

    def printed(self) -> dict[str, Any]:
        """Return what a file to print may use: the typeset roles, and "marks"."""
        return {**self.typeset, "marks": self.marks()}

    def expand(self, css: str, filename: str) -> str:
        """Return a style sheet with the variables of the roles that it asks for.

        `@palette ink quiet;` becomes the light scheme's and, on a screen, the dark one's; what
        paper has otherwise comes at the end of the sheet, after every other scheme.
        `@palette-screen` leaves that out. `filename` is how problems name the sheet. Raises
        DataError for a role that the palette does not have.
        """
        paper: list[str] = []
        problems: list[Problem] = []

        def variables(asked: re.Match[str]) -> str:
            roles = asked["roles"].split()
            unknown = [role for role in roles if role not in self.screen]
            if unknown:
                line = css.count("\n", 0, asked.start()) + 1
                problems.extend(
                    Problem(line, "@palette", not_one_of(role, tuple(self.screen)))
                    for role in unknown
                )
                return ""
            if not asked["screen"]:
                paper.append(self._root(roles, "print"))
            dark = self._root(roles, "dark")
            return self._root(roles, "light") + (
                f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}" if dark else ""
            )

        made = _ASKED.sub(variables, css)
        if "@palette" in made:
            problems.append(Problem(1, "@palette", "is not whole; write `@palette ink quiet;`"))
        if problems:
            raise DataError(filename, problems)
        printed = "".join(paper)
        return made + (f"@media print {{ {printed} }}\n" if printed else "")

    def _root(self, roles: Sequence[str], scheme: str) -> str:
        """Return the variables of a scheme; beside the light one, those that differ from it."""
        found = "".join(
            f" --{role}: {colours[scheme]};"
            for role, colours in ((role, self.screen[role]) for role in roles)
            if scheme == "light" or colours[scheme] != colours["light"]
        )
        return f":root {{{found} }}" if found else ""


def load(overrides: Path) -> Palette:
    """Read the palette of the templates in `overrides`.

    Raises DataError with everything that is wrong in it, OSError where it can't be read.
    """
    filename = f"{overrides.name}/{FILE}"
    document = read(overrides / FILE, filename)
    problems = [Problem(flaw.line, dotted(flaw.path), flaw.message) for flaw in document.flaws]
    problems += _problems(document)
    if problems:
        raise DataError(filename, problems)
    told: Any = document.data
    colours = told["colours"]
    return Palette(
        {
            role: {scheme: colours[named.get(scheme, named["light"])] for scheme in SCHEMES}
            for role, named in told["screen"].items()
        },
        {role: colours[name] for role, name in told["typeset"].items()},
    )


def _problems(document: Document) -> Iterator[Problem]:
    told = document.data if isinstance(document.data, dict) else {}
    for name in told.keys() - set(_SECTIONS):
        yield _problem(document, (name,), not_one_of(name, _SECTIONS))
    sections = {}
    for name in _SECTIONS:
        section = told.get(name)
        if not isinstance(section, dict) or not section:
            found = f"is {show(section)}" if name in told else "is missing"
            yield _problem(document, (name,), f"{found}; it must be a mapping")
        sections[name] = section if isinstance(section, dict) else {}
    colours = sections["colours"]
    yield from _wrong_colours(document, colours)
    for role, named in sections["screen"].items():
        yield from _wrong_schemes(document, role, named, colours)
    for role, name in sections["typeset"].items():
        yield from _wrong_name(document, ("typeset", role), name, colours)
    for section, roles in _NEEDED.items():
        for role in roles:
            if role not in sections[section]:
                yield _problem(document, (section, role), "is missing; the code asks for it")


def _wrong_colours(document: Document, colours: Mapping[str, Any]) -> Iterator[Problem]:
    names: dict[str, str] = {}
    for name, value in colours.items():
        path = ("colours", name)
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            allowed = '"#" and six hexadecimal digits in lower case, or eight with opacity'
            yield _problem(document, path, f"{show(value)} is no colour; write {allowed}, quoted")
        elif names.setdefault(value, name) != name:
            yield _problem(document, path, f"{show(value)} has a name already: {names[value]}")


def _wrong_schemes(
    document: Document, role: str, named: object, colours: Mapping[str, Any]
) -> Iterator[Problem]:
    path = ("screen", role)
    if not isinstance(named, dict) or "light" not in named:
        shape = "it must be a mapping with light, and dark and print where they differ"
        yield _problem(document, path, f"is {show(named)}; {shape}")
        return
    for scheme, name in named.items():
        if scheme not in SCHEMES:
            yield _problem(document, (*path, scheme), not_one_of(scheme, SCHEMES))
        else:
            yield from _wrong_name(document, (*path, scheme), name, colours)


def _wrong_name(
    document: Document, path: DataPath, name: object, colours: Mapping[str, Any]
) -> Iterator[Problem]:
    if not isinstance(name, str) or name not in colours:
        yield _problem(document, path, not_one_of(name, tuple(colours)))


def _problem(document: Document, path: DataPath, message: str) -> Problem:
    return Problem(document.line(path), dotted(path), message)
