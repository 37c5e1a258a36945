"""The rim: command line, web, database, work."""
