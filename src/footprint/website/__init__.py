"""A school's public pages: policy, accounts, who to ask, ages, family agreement, concerns."""
