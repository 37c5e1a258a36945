"""Organs in time: what a unit was before the reform of 2025, and what it became."""
