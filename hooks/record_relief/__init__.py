"""Record Relief: what people write about the law, turned into a site. Knows nothing of MkDocs.

Seven folders follow the data on its way, each importing only from those before it: `source` reads
what people write, `languages` puts it into other languages, `lint` checks it, `derive` works facts
out, `pages` and `files` show them, `build` puts a whole site together.
"""
