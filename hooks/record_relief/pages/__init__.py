"""What a page is: its address, its title, and its HTML by the templates in `overrides/`.

In come the facts of `derive`; out go whole pages as text. Read `catalogue` (every generated page),
`render` (templates and what they may call), `body` (what is inside), `layout` (what stands around
it, its styles and policy), `palette` (its colours), `prose` and `glossary` (hand-written pages),
`usmap`, `sharing`, `directory`, `place_parts` (what the questions know of all places).
"""
