"""Search: the query language, what documents are found by, and the finder."""
