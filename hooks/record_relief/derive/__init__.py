"""Facts worked out from the data: labels, answers, counts, guides. Nothing is typed by hand."""
