"""An uploaded policy file in, text with structure out; Django-free, and safe to feed anything.

The web process calls `child.open_in_child`; only the child calls `opening.open_document`.
"""
