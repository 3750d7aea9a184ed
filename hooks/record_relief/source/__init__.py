"""What people write, made typed.

In come `data/*.yaml`, the Markdown below `docs/` and the settings; out go frozen models, and every
problem of form with its file, line and field. Read `problems` (what is wrong, and how it is told),
`yamlfile` (YAML with lines), `model` (what each field means), then `forms`, `written`, `settings`.
"""
