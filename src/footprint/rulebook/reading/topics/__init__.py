"""One module per topic; each has `read(text)`, which yields what its sentences state."""
