"""Declared links between people on social media, and what was decided about each."""
