"""Jobs, workers and progress."""
