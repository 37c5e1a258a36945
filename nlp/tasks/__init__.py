"""What the document says to what someone must do."""
