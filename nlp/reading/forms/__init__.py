"""Where the filled slots of a form lie, and crops of them."""
