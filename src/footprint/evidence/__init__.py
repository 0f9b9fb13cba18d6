"""Captures: what was seen, when, by whom, and its SHA-256."""
