"""A draft, its check against permissions and the policy, its approval, and where it went."""
