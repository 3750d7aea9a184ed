"""The texts of the data: which they are, and the same data in another language.

Which texts there are the model says (`Tongue` in `source/texts`): nothing is listed here. The
context of a text is the path to it by names, never by place in a list, so that an entry may move:
`TX.relief.nondisclosure.effect`, `myths.vacated-never-shows.why`. The items of a list without names
share its path; their English tells them apart.
"""

from __future__ import annotations

import gettext
import hashlib
import re
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, TypeVar

from pydantic import BaseModel

from ..source.evidence import Data, Evidence, Ground
from ..source.forms import Form
from ..source.kept import Kept
from ..source.place import Jurisdiction
from ..source.texts import Tongue, begins, is_in_words
from . import marks
from . import sections as numbers
from .language import Language
from .message import Message

# From how many words on a text that stays as it was is English, and not just the same word.
_NAME = 3
Model = TypeVar("Model", bound=BaseModel)
# The text, its context, its kind, and the language of what is not translated there.
Change = Callable[[str, str, Tongue, str], str]
# Fields that may name sections: a citation, or the title of what was read.
_CITES = re.compile(r"\.citation$|(?:\.texts|\bsources)\.[^.]+\.title$")
# What all data is written in, where it does not say otherwise.
_FIRST = "en"


def sections(data: Data, forms: Sequence[Form]) -> Iterator[tuple[str, list[Message]]]:
    """Yield each catalog of the data, by its path below a language's folder, with its texts."""
    for place in data.jurisdictions:
        yield f"places/{place.code.lower()}", list(messages(place, place.code))
    for name in type(data).model_fields:
        if isinstance(entries := getattr(data, name), list) and name != "jurisdictions":
            found = [m for e in entries for m in messages(e, f"{name}.{e.id}")]
            if found:
                yield f"shared/{name}", found
    yield "shared/forms", [m for form in forms for m in messages(form, f"forms.{form.id}")]
    for code, evidence in data.evidence.items():
        yield f"law/{code.lower()}", list(messages(evidence, f"evidence.{code}"))


# Places and their proof in another language, by the hash of all that they are made of.
kept: Kept[str, Any] = Kept()


def in_language(data: Data, language: Language) -> Data:
    """Return all data in another language."""
    texts = language.texts
    own = {place.code: place.language for place in data.jurisdictions}

    def of_place(place: Jurisdiction) -> Jurisdiction:
        name = language.table.places[place.code]
        said = translated(place, place.code, texts, spoken=language.code)
        return said.named(name.name, name.inside or name.name, language.sort_key(name.name))

    def of_evidence(code: str, evidence: Evidence) -> Evidence:
        context = f"evidence.{code}"
        return translated(evidence, context, texts, spoken=language.code, own=own[code])

    changed: dict[str, Any] = {
        "jurisdictions": [
            kept.made(_key(language, place), partial(of_place, place))
            for place in data.jurisdictions
        ],
        "evidence": {
            code: kept.made(_key(language, one, own[code]), partial(of_evidence, code, one))
            for code, one in data.evidence.items()
        },
    }
    for name in type(data).model_fields:
        if name not in changed:
            entries = getattr(data, name)
            changed[name] = [
                translated(one, f"{name}.{one.id}", texts, spoken=language.code) for one in entries
            ]
    return _copied(data, changed)


def _key(language: Language, entry: BaseModel, *more: str) -> str:
    parts = (type(entry).__name__, language.hash, entry.model_dump_json(), *more)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def messages(entry: BaseModel, context: str) -> Iterator[Message]:
    """Yield each text of an entry that is translated, each once, in the order of the model."""
    found: dict[Message, None] = {}

    def take(text: str, path: str, tongue: Tongue, _: str) -> str:
        if _is_readers(text, tongue) and not _is_date(text):
            found[Message(text, path)] = None
        return text

    _changed(entry, None, context, take)
    yield from found


def translated(
    entry: Model,
    context: str,
    texts: gettext.NullTranslations,
    wanted: re.Pattern[str] | None = None,
    spoken: str = "",
    own: str = _FIRST,
) -> Model:
    """Return an entry in another language; what stays English in it is marked so.

    With `wanted` only texts of such a context are touched. What was written in the `spoken`
    language itself, such as the words of a Spanish law, stays as it is and needs no mark; `own` is
    the language of the names in an entry that does not say its own.
    """

    def change(text: str, path: str, tongue: Tongue, own: str) -> str:
        if _is_date(text) or (wanted and not wanted.fullmatch(path)):
            return text
        if not _is_readers(text, tongue):
            said = numbers.joined(text, texts) if _CITES.search(path) else marks.kept(text)
            return marks.plain(said) if own == spoken else said
        said = texts.pgettext(path, text)
        is_name = tongue is Tongue.EITHER or _is_name(text, path)
        return marks.kept(said) if said == text and is_name else said

    made: Model = _changed(entry, None, context, change, own)
    return made


def _is_readers(text: str, tongue: Tongue) -> bool:
    """Return whether a text is translated."""
    return is_in_words(text) if tongue is Tongue.EITHER else tongue is Tongue.READERS


def _is_date(text: str) -> bool:
    """Return whether a text is a day, month or year, "or later" or not: no one translates it.

    It stays as the data writes it until a page writes it as the page's language does.
    """
    return begins(text) is not None


def _is_name(text: str, path: str) -> bool:
    """Return whether a text that a translator left as it was is a name of several words.

    An office or a group keeps its English name; a city's is the same in both languages. Of the
    glossary these are words to look for, not to show.
    """
    return len(text.split()) >= _NAME and not path.startswith("glossary.") and "{" not in text


def _changed(
    value: Any,
    tongue: Tongue | None,
    context: str,
    change: Change,
    own: str = _FIRST,
    of_texts: Mapping[str, str] = {},
) -> Any:
    """Return a value of the data with each of its texts changed, in the order of the model.

    `own` is the language of what is not translated; `of_texts` that of the words of each text read.
    """
    if isinstance(value, BaseModel):
        if isinstance(value, Evidence):
            of_texts = {text.id: text.language for text in value.texts}
        own = of_texts.get(value.text, own) if isinstance(value, Ground) else own
        own = getattr(value, "named_in", getattr(value, "language", own))
        changed = {
            name: _changed(
                getattr(value, name),
                _tongue(value, name, inside),
                f"{context}.{name}",
                change,
                own,
                of_texts,
            )
            for name, inside in _texts_of(type(value))
        }
        return _copied(value, changed)
    if isinstance(value, list):
        return [
            _changed(item, tongue, f"{context}{_name(item)}", change, own, of_texts)
            for item in value
        ]
    if isinstance(value, dict):
        return {
            key: _changed(item, tongue, f"{context}.{key}", change, own, of_texts)
            for key, item in value.items()
        }
    if tongue and isinstance(value, str) and value:
        return change(value, context, tongue, own)
    return value


def _tongue(value: BaseModel, name: str, tongue: Tongue | None) -> Tongue | None:
    """Return whose language a field is in: a title that is no name is translated."""
    is_ours = name in ("title", "law") and getattr(value, "described", None)
    return Tongue.READERS if is_ours else tongue


def _copied(entry: Model, changed: Mapping[str, Any]) -> Model:
    """Return an entry with other values; what was worked out of the old ones is forgotten."""
    made = entry.model_copy(update=changed)
    for name in made.__dict__.keys() - type(entry).model_fields.keys():
        del made.__dict__[name]
    return made


def _name(item: Any) -> str:
    name = getattr(item, "id", None) if isinstance(item, BaseModel) else None
    return f".{name}" if name else ""


@cache
def _texts_of(model: type[BaseModel]) -> tuple[tuple[str, Tongue | None], ...]:
    """Return the fields of a model that are texts or may hold some, each with its language."""
    found = []
    for name, field in model.model_fields.items():
        parts = [field.annotation, *field.metadata, *_inside(field.annotation)]
        tongue = next((part for part in parts if isinstance(part, Tongue)), None)
        if tongue or any(isinstance(p, type) and issubclass(p, BaseModel) for p in parts):
            found.append((name, tongue))
    return tuple(found)


def _inside(annotation: Any) -> Iterator[Any]:
    """Yield everything that a type is made of, at any depth."""
    for part in typing.get_args(annotation):
        yield part
        yield from _inside(part)
