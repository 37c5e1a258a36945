"""The migrations of our tables, run by `api.store.database.upgrade`."""
