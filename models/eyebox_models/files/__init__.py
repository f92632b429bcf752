"""The only writer of durable files and the only opener of connections."""
