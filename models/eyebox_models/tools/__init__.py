"""Tools that a model may call: calls in what it writes, and those that are built in."""
