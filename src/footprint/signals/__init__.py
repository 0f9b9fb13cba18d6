"""What a text looks like: its kind, its flags and whether it is urgent, each with the words why."""
