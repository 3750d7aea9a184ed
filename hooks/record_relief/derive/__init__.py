"""Facts worked out from the data: labels, answers, counts, guides. Nothing here is typed by hand."""
