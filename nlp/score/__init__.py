"""Precision and recall of every field, in agreement with the contract."""
