"""Tests that look across rooms."""
