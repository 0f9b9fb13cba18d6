"""One module per family of flags; each says what its phrase book means for a post."""
