"""The data for machines, below /api/v2/: JSON, CSV, their descriptions and checksums.

`files` makes them, `first` publishes what stood below /api/v1/ as it was.
"""
