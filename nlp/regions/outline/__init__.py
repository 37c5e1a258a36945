"""The outline of the body."""
