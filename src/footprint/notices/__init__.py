"""Messages out: an outbox that is written with the change, leased, sent, then marked."""
