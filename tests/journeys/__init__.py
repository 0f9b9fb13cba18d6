"""One file for each task of a person, in a real browser."""
