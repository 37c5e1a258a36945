"""Words and frames to the parts of a directive."""
