"""Every fact of a topic stands in one section of it, and a section holds only its topic's facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find facts that no section shows, that two show, and ids in sections of another topic."""
    for topic in context.data.topics:
        base = ("topics", topic.id, "sections")
        facts = context.raw_items("facts")
        own = dict.fromkeys(str(item.get("id")) for item in facts if item.get("topic") == topic.id)
        shown = Counter(fact for section in topic.sections for fact in section.facts)
        for fact in own:
            if shown[fact] != 1:
                yield Finding(base, f'"{fact}" stands in {shown[fact]} sections; it must be in one')
        for index, section in enumerate(topic.sections):
            for place, fact in enumerate(section.facts):
                if fact not in own:
                    message = f'"{fact}" is the id of no fact of the topic {topic.id}'
                    yield Finding((*base, index, "facts", place), message)
        ids = Counter(section.id for section in topic.sections)
        for index, section in enumerate(topic.sections):
            if ids[section.id] > 1:
                yield Finding(
                    (*base, index, "id"), f'"{section.id}" stands {ids[section.id]} times'
                )
