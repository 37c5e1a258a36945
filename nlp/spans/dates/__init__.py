"""Dates, periods, terms and recurrences: a grammar over tokens."""
