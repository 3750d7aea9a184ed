"""Record Relief: what people write about the law, turned into a site. Knows nothing of MkDocs.

Six folders follow the data on its way, each importing only from those before it: `source` reads
what people write, `lint` checks it, `derive` works facts out, `pages` and `files` show them,
`build` puts a whole site together.
"""
