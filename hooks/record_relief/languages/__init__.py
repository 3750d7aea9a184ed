"""What a sentence needs in another language than English.

In come the models of `source` and the folders below `data/languages/`; out go the same models in
another language, its dates, numbers, lists and names of places, and every problem of a catalog
with its line. English is the source: a translation is bound to the exact English it translates,
and where that has changed the English stands, marked as English. Read `language` (one language),
`marks` (how a text that stays English is known to the end), `catalog` (the files of translations),
`typed` and `markdown` (the texts of the data and of hand-written pages), `interface` (those of
templates and code); then `checks` and `update`, which translators meet.
"""
