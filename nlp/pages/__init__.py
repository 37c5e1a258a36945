"""Bytes to upright page images."""
