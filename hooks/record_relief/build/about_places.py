"""What is made of one place, kept from one build to the next.

Most pages are about one place. What they say rests on what is known of that place, on what all
places share, and on a few things about the others: their names, and what they answer where a
question has the answers that there are. `AboutPlaces` keeps it under the hash of all these, so that
an edited fact costs the pages of its place. Whatever such a page comes to say of another place must
go into the hash; `tests/build/test_about_places.py` changes all that is known of the others.
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


class AboutPlaces:
    """Makes what is said of a place, or takes it from an earlier build that made it of the same.

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
        self._kept: dict[str, dict[str, Any]] = {}
        self._new: set[str] = set()

    def made(self, place: str, name: str, make: Callable[[], Any]) -> Any:
        """Return what `make` returns for the place with this code."""
        if self._cache is None:
            return make()
        if place not in self._kept:
            kept = self._cache.get(self.key(place))
            self._kept[place] = pickle.loads(kept) if kept is not None else {}
        found = self._kept[place]
        if name not in found:
            found[name] = make()
            self._new.add(place)
        return found[name]

    def keep(self) -> None:
        """Keep what was made for the next build."""
        if self._cache:
            for place in sorted(self._new):
                self._cache.put(
                    self.key(place), pickle.dumps(self._kept[place], pickle.HIGHEST_PROTOCOL)
                )

    def key(self, place: str) -> str:
        """Return the hash of all that decides what is said of the place with this code."""
        facts = self._facts
        known = facts.guides[place].place
        answers = [
            (question, row.answer, row.details, row.unconfirmed)
            for question, comparison in facts.comparisons.items()
            for row in (comparison.by_code[place],)
        ]
        evidence = facts.data.evidence_of(known)
        version = facts.release.places[place].version
        return digest(self.shared, version, _json(known), _json(evidence), answers)

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
