"""Tables of the body and the appendices."""
