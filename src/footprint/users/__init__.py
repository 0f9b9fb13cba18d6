"""Who signs in, what each role may do, and the one door to data."""
