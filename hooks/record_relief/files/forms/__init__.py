"""Forms and letters to fill in: one entry of `data/forms.yaml` is a page, a PDF and a DOCX file."""
