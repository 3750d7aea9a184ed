"""The files beside the pages: PDFs, forms, pictures, feeds, the API, headers, the search index.

In come the facts of `derive` and what `pages` knows about the pages; out go artifacts: an address,
a pure function and its inputs. Read `artifacts` (how they are made, on all cores, and kept in
`cache`), `outputs` (a line for each kind), then any kind: `paper/`, `forms/`, `api/`, `cards`,
`maps`.
"""
