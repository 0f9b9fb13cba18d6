"""Official accounts and channels: keepers, purpose, what each answers, lookalikes."""
