"""The library: bytes of a directive in, its record out. No web, no database."""
