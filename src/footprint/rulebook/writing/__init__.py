"""What a policy says, in our own plain words."""
