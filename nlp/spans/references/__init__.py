"""Cited documents: a grammar of type words, numbers, symbols, dates, issuers and names of laws."""
