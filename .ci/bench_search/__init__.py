"""How fast the search is, beside tantivy, on a store of invented documents."""
