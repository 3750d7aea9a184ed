"""Which part of what is known of each place a page or file about all places rests on.

Each is a tuple of fields of a place (`source.place.Jurisdiction`), beside its name. The proof of
all places belongs to each of them. `tests/build/test_about_places.py` changes all the others.
"""

from __future__ import annotations

# The names of places alone.
NAMES: tuple[str, ...] = ()
# The rules on background checks.
RULES = ("fair_chance", "medicaid_list", "relief")
# What the questions that compare places ask.
ANSWERS = ("coverage", "coverage_note", "none_for", "ways", *RULES)
# What changes and what changed.
CHANGES = ("history", "pending", "ways", "ways_changes", *RULES)
