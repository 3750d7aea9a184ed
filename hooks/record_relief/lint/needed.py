"""What pages rely on is there: each topic with a title of its list, the hotline's number."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from ..source.explainers import HOTLINE
from ..source.problems import Path
from ..source.values import Topic
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find topics that are missing, and a missing or silent hotline."""
    topics = context.raw_ids("topics")
    missing = [topic for topic in typing.get_args(Topic) if topic not in topics]
    if missing:
        yield Finding(("topics",), f"lacks {', '.join(missing)}")
    for topic in context.data.topics:
        if not topic.practices_title:
            path: Path = ("topics", topic.id, "practices_title")
            yield Finding(path, "is empty, but the topic's page has a list of practices")
    if HOTLINE not in context.raw_ids("organisations"):
        yield Finding(("organisations",), f"lacks {HOTLINE}, which stands on every page")
    for organisation in context.data.organisations:
        if organisation.id == HOTLINE and not organisation.phone:
            path = ("organisations", HOTLINE, "phone")
            yield Finding(path, "is empty, but this number stands on every page")
