"""
What statute, a platform or a helpline says: dated facts, each with its source and who checked it.

Nothing is imported here: `footprint read` uses `pack` and `checks` without Django.
"""
