"""What people write, made typed.

In come `data/*.yaml`, the Markdown below `docs/` and the settings; out go frozen models, and every
problem of form with its file, line and field. Read `problems` (what is wrong, and how it is told),
`yamlfile` (YAML with lines, `kept` for the next build), then the model: `values` (coded values),
`texts` (plain ones), `law`, `place`, `fair_chance` (with `fair_duties`, `local_law`,
`rule_change`), `explainers`, `model` (the whole file); `coded` and `fields` read the model as a
table. `forms`, `written` and `settings` are the other files.
"""
