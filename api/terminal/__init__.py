"""How the command line shows records, rows and progress."""
