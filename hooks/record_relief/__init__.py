"""Record Relief: load, check, derive and render the site's facts. Knows nothing of MkDocs."""
