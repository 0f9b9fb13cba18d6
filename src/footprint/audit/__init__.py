"""Who did what, when: an append-only log whose entries are chained, so that tampering shows."""
