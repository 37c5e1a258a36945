"""The closing of a directive."""
