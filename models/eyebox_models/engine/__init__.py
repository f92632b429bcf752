"""The child process that works, and its handle for the parent."""
