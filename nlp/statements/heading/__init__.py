"""The header of the record: who wrote what, when and where, and who signed it."""
