"""Text to marked spans: the spaCy pipeline."""
