"""The papers to start from, as files: a DOCX to edit and a PDF to read for each packet."""
