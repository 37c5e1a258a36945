"""Duties: what the document lays on units and persons, in every form it is laid in."""
