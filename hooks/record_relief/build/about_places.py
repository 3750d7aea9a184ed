"""What is made of places, kept from one build to the next.

Most pages are about one place. What they say rests on what is known of that place, on what all
places share, and on a few things about the others: their names, and what they answer where a
question has the answers that there are. Pages about all places say only a part of what is known of
each (`derive.parts`). `AboutPlaces` keeps a page under the hash of what it rests on, so that an
edited fact costs the pages that may tell it. Whatever a page comes to say beside goes into the
hash; `tests/build/test_about_places.py` changes all that no page may say.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..derive.site import Facts
from ..files.artifacts import code, digest, libraries
from ..files.cache import Cache
from ..languages.language import Language

# What something is about: a place, by its code, or a part of what is known of each.
About = str | tuple[str, ...]
# What a place stays known by while all that is known of it changes.
KNOWN_BY = ("code", "name", "kind", "checked", "official_code")


class AboutPlaces:
    """Makes what is said of places, or takes it from an earlier build that made it of the same.

    `shared` are plain values on which it rests beside the facts in their language, code, libraries
    and templates, which are the files in `overrides`. Without a `cache` all is made anew.
    """

    def __init__(
        self,
        facts: Facts,
        language: Language | None,
        overrides: Path,
        shared: Sequence[Any],
        cache: Cache | None,
    ) -> None:
        self._facts = facts
        self._language = language
        self._overrides = overrides
        self._more = shared
        self._cache = cache
        self._kept: dict[About, dict[str, Any]] = {}
        self._new: set[About] = set()
        self._keys: dict[About, str] = {}

    def made(
        self,
        about: About,
        name: str,
        make: Callable[[], Any],
        stands: Callable[[Any], bool] = lambda _: True,
    ) -> Any:
        """Return what `make` returns, which is about this; a kept one if it `stands`."""
        if self._cache is None:
            return make()
        if about not in self._kept:
            kept = self._cache.get(self.key(about))
            self._kept[about] = pickle.loads(kept) if kept is not None else {}
        found = self._kept[about]
        if name not in found or not stands(found[name]):
            found[name] = make()
            self._new.add(about)
        return found[name]

    def keep(self) -> None:
        """Keep what was made for the next build."""
        if self._cache:
            for about in sorted(self._new, key=str):
                self._cache.put(
                    self.key(about), pickle.dumps(self._kept[about], pickle.HIGHEST_PROTOCOL)
                )

    def key(self, about: About) -> str:
        """Return the hash of all that decides what is said about this."""
        if about not in self._keys:
            known = self._of_place(about) if isinstance(about, str) else self._of_all(about)
            self._keys[about] = digest(self.shared, *known)
        return self._keys[about]

    def _of_place(self, place: str) -> Sequence[Any]:
        facts = self._facts
        known = facts.guides[place].place
        answers = [
            (question, row.answer, row.details, row.unconfirmed)
            for question, comparison in facts.comparisons.items()
            for row in (comparison.by_code[place],)
        ]
        version = facts.release.places[place].version
        return version, _json(known), self._evidence[place], answers

    def _of_all(self, part: tuple[str, ...]) -> Sequence[Any]:
        shown = {*KNOWN_BY, "sources", *part}
        every = [place.model_dump_json(include=shown) for place in self._facts.places]
        return every, self._evidence

    @cached_property
    def _evidence(self) -> dict[str, str]:
        of = self._facts.data.evidence_of
        return {place.code: digest(_json(of(place))) for place in self._facts.places}

    @cached_property
    def shared(self) -> str:
        """The hash of all that the pages of all places rest on."""
        facts = self._facts
        templates = sorted(self._overrides.rglob("*.html"))
        return digest(
            code(),
            libraries(),
            [(str(path.relative_to(self._overrides)), path.read_bytes()) for path in templates],
            self._language.hash if self._language else "",
            self._more,
            facts.day,
            facts.checked,
            [(one.code, one.name, one.slug) for one in facts.places],
            # The papers say who keeps the record of a federal case.
            facts.guides["US"].place.own_record.agency,
            [_json(form) for form in facts.forms],
            facts.data.model_dump_json(exclude={"jurisdictions", "evidence"}),
        )


def _json(model: BaseModel) -> str:
    return model.model_dump_json()
