"""Who looks at which channel, how often; "looked, nothing there" as evidence."""
