"""docs/reference, written from the tables in the code, so that it cannot go stale."""
