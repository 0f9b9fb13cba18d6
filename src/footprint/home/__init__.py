"""Today: what waits for me; and what every page shows around its content."""
