"""Tables, repositories, originals and search."""
