"""Parts and spans to what the document says."""
