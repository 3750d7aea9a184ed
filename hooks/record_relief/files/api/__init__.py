"""The data for machines, below /api/v1/: JSON, CSV, their descriptions and checksums."""
