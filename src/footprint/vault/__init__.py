"""What must not be read in a stolen database or backup: words sealed under keys kept elsewhere."""
