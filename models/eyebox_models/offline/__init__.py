"""Which processes may reach out, what keeps the others from it, and the record of every attempt."""
