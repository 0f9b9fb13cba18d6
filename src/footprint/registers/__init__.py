"""The registers that a policy lives by: small apps of one shape, blind to each other."""
