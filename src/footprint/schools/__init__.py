"""Schools, trusts, the names they go by, and the days on which they are closed."""
