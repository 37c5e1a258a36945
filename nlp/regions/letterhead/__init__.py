"""The letterhead of a directive."""
