"""Rules as data: types, agencies, phrases, places and confusions, validated and frozen at load."""
