"""What the task queue lacks: periodic ticks, retries, recovery of tasks whose worker died."""
