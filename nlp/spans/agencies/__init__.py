"""
Organs, groups of organs, posts and people.

A grammar of head words, fields, levels and places.
"""
