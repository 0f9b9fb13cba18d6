"""Acceptable use agreements: texts with versions, and who signed which text, when and how."""
