"""Record Relief: what people write about the law, made into a site. Knows nothing of MkDocs.

Six folders say the way of the data, each importing only from those before it: `source` reads what
people write, `lint` checks it, `derive` works facts out, `pages` and `files` show them, `build`
puts a whole site together.
"""
