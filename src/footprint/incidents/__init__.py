"""What happens after a post that breaks the policy, step by step to closure."""
