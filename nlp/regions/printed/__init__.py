"""Printed lines, their markers and rulings: what all finders of regions share."""
